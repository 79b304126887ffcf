/* pairs.h - inside analysis/: pairs of numbers counted, many of which come only once.
 *
 * What comes less often than `least` times is never kept: a small table of counters, which several pairs
 * share, holds back those that cannot be frequent. So memory goes with the frequent pairs, not with the text.
 */
#pragma once

#include "base/array.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t left, right;
    uint32_t count;     /* times it came */
    uint32_t marked;    /* times it came marked */
    uint32_t documents; /* in which it came marked */
    uint32_t last;      /* the last of these, from 1 */
} PairCount;

typedef struct {
    uint32_t least;
    uint8_t *counters;
    ARRAY(PairCount) pairs;
    uint32_t *slots; /* indices into pairs, from 1; 0: free */
    size_t slot_count;
} PairCounts;

PairCounts pair_counts_new(uint32_t least);
void pair_counts_clear(PairCounts *counts);

/* First every pair is announced, then every pair is added. Adding gives its number among the pairs, from 1; 0
 * for one that cannot be frequent. */
void pair_counts_announce(PairCounts *counts, uint32_t left, uint32_t right);
uint32_t pair_counts_add(PairCounts *counts, uint32_t left, uint32_t right, bool is_marked,
                         uint32_t document);

/* Whether the pair of that number came often enough; for when all pairs have been added. */
static inline bool pair_counts_is_frequent(const PairCounts *counts, uint32_t number)
{
    return number > 0 && counts->pairs.items[number - 1].count >= counts->least;
}

/* Tell of a pair that comes in a while, so that what is kept of it is brought from memory meanwhile, which
 * takes longer than all else: first the one, some pairs later the other. */
void pair_counts_expect(const PairCounts *counts, uint32_t left, uint32_t right);
void pair_counts_expect_soon(const PairCounts *counts, uint32_t left, uint32_t right);
