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

/* What alignment needs to know of both sides. Bags are filled when they are first asked for: most units of
 * two versions are the same, and need none. */
typedef struct {
    const Side *sides[2]; /* before, after; lent */
    Grams *grams;
    GramBag *unit_bags[2], *piece_bags[2];
} Texts;

enum { BEFORE, AFTER };

void texts_fill(Texts *texts, const Side *before, const Side *after);
void texts_clear(Texts *texts);

/* The pairs of characters of a unit, or of a piece by its index in Side.pieces. Lent. */
const GramBag *texts_unit(const Texts *texts, int side, size_t unit);
const GramBag *texts_piece(const Texts *texts, int side, size_t piece);

/* The likeness of two bags. */
int32_t texts_likeness(const Texts *texts, const GramBag *left, const GramBag *right);

/* Appends the pairs of units of one kind that are at least `least` alike, ordered by before, then after. */
void pairs_find(const Texts *texts, int32_t least, Pairs *pairs);
