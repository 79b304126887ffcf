/* terms.h - all different tokens, in memory while tokens are added.
 *
 * Millions of tokens are looked up for every megabyte of new ones, so this is an open hash table over one
 * block of text. */
#pragma once

#include "base/array.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    size_t start; /* of its text in Terms.text */
    uint32_t length;
    uint32_t id;    /* 0: it has none yet */
    uint32_t count; /* for whoever counts */
    uint16_t kind;  /* for whoever knows it: TifaTokenKind */
} Term;

typedef struct {
    uint32_t hash, number; /* of the term, from 1; 0: the slot is free */
} TermSlot;

typedef struct {
    ARRAY(Term) terms; /* in the order in which they came */
    ARRAY(char) text;
    TermSlot *slots;
    size_t capacity; /* a power of two */
} Terms;

Terms *terms_new(void);
void terms_free(Terms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Terms, terms_free)

/* The index of the term written so, which is added without an id if it is new. */
uint32_t terms_find(Terms *terms, const char *text, size_t length);
