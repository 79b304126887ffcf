/* match.h - which words of two stretches are the same word: the clearest difference, not the shortest.
 *
 * Equal words count by their length, and every further changed place costs as much as some characters, so
 * that a changed clause is shown as one change and not as crumbs around 的 (de) and commas.
 */
#pragma once

#include "compare/words.h"

/* Two words that are the same, as indices; pairs ascend on both sides. */
typedef struct {
    uint32_t before, after;
} WordPair;

typedef struct {
    WordPair *items;
    size_t length, capacity;
} WordPairs;

/* Appends the pairs. Words that are elsewhere are never paired. */
void match_words(const Words *before, const Words *after, WordPairs *pairs);
