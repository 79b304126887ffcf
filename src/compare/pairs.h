/* pairs.h - which units of two sides could belong together: pairs and how alike they are.
 *
 * Units with the same text are paired at once; for all others an index over their pairs of characters finds
 * those that share enough. The work grows with the text, not with the number of possible pairs.
 */
#pragma once

#include "compare/grams.h"
#include "compare/units.h"

/* Likeness is counted in millionths, so that sums and ties are the same on every machine. */
enum { LIKENESS_ONE = 1000000 };

typedef struct {
    uint32_t before, after; /* indices into Side.units */
    int32_t likeness;
} Pair;

typedef struct {
    Pair *items;
    size_t length, capacity;
} Pairs;

/* What alignment needs to know of both sides. */
typedef struct {
    const Side *before, *after; /* lent */
    Grams *grams;
    GramBag *before_bags, *after_bags; /* one a unit */
} Texts;

void texts_fill(Texts *texts, const Side *before, const Side *after);
void texts_clear(Texts *texts);

/* The likeness of any two units. */
int32_t texts_likeness(const Texts *texts, size_t before, size_t after);

/* Appends the pairs of units of one kind that are at least `least` alike, ordered by before, then after. */
void pairs_find(const Texts *texts, int32_t least, Pairs *pairs);
