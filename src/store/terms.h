/* terms.h - the numbers of all different tokens, in memory while tokens are added.
 *
 * Millions of tokens are looked up for every megabyte of new ones, so this is an open hash table over one
 * block of text. */
#pragma once

#include "base/array.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t hash, id; /* id 0: the slot is free */
    size_t start;      /* of the text in Terms.text */
    uint32_t length;
} TermSlot;

typedef struct {
    TermSlot *slots;
    size_t capacity, count; /* capacity: a power of two */
    ARRAY(char) text;
} Terms;

Terms *terms_new(void);
void terms_free(Terms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Terms, terms_free)

/* The slot of the text: with its id, or with id 0 and room for it. Valid until the next call; set the id of a
 * new one with terms_take(). */
TermSlot *terms_find(Terms *terms, const char *text, size_t length);

/* Gives a free slot, just found for that text, its id. */
void terms_take(Terms *terms, TermSlot *slot, const char *text, uint32_t id);
