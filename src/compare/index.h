/* index.h - finds, among many texts, those that share pairs of characters with one more.
 *
 * A pair that stands in very many texts is passed over: it says nothing of which belong together, and
 * following it would make the work quadratic. What the index counts is therefore a lower bound of what is
 * shared.
 */
#pragma once

#include "compare/grams.h"

typedef struct {
    const Grams *grams; /* lent */
    size_t *first;      /* by pair: where its postings start; the next one's start is its end */
    Gram *postings;     /* id: the text's index */
} GramIndex;

/* Indexes `count` bags; empty ones are never found. Free with gram_index_clear(). */
void gram_index_fill(GramIndex *index, const Grams *grams, const GramBag *bags, size_t count);
void gram_index_clear(GramIndex *index);

/* What one text shares with each indexed one. */
typedef struct {
    double *shared;  /* by text; 0 where nothing is */
    uint32_t *found; /* the texts that share something, as met */
    size_t count;
} GramTally;

/* An empty tally for an index of `count` texts. Free with gram_tally_clear(). */
void gram_tally_init(GramTally *tally, size_t count);
void gram_tally_clear(GramTally *tally);

/* Counts the bag; the tally must be empty. */
void gram_index_count(const GramIndex *index, const GramBag *bag, GramTally *tally);

/* Makes the tally empty again. */
void gram_tally_reset(GramTally *tally);
