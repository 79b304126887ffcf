/* labels.h - different strings, numbered from 0 as they first come, and put in an order. */
#pragma once

#include "base/collate.h"
#include "store/terms.h"

typedef struct {
    Terms *terms;
} Labels;

void labels_clear(Labels *labels);

/* The number of the string. */
uint32_t labels_add(Labels *labels, const char *text, size_t length);

/* How many there are. */
size_t labels_count(const Labels *labels);

/* The string of a number; lent until another is added. */
const char *labels_get(const Labels *labels, uint32_t number, size_t *length);

/* The place of each string in the order of the collator, from 0; the empty string comes last. Free with
 * g_free(). */
uint32_t *labels_rank(const Labels *labels, const Collator *collator);
