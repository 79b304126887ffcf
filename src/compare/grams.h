/* grams.h - how alike two pieces of text are: pairs of characters, the rarer the heavier.
 *
 * The likeness of two texts is half Dice (what they share of both) and half containment (what they share of
 * the smaller), so that an article that grew is still found. Pairs that stand in few units weigh more (IDF).
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* A pair of characters and how often it stands in one text. */
typedef struct {
    uint32_t id;
    uint32_t count;
} Gram;

/* The pairs of one text, ordered by id, and their weight altogether. Zeroed it is empty; free with
 * array_clear(). */
typedef struct {
    Gram *items;
    size_t length, capacity;
    double weight;
} GramBag;

/* All pairs of two sides and their weights. */
typedef struct Grams Grams;

/* The characters of a side, and its texts (units) as stretches of them. */
typedef struct {
    const gunichar *chars; /* not kept */
    size_t length;
} GramChars;

typedef struct {
    bool is_after; /* of the second side */
    size_t first, length;
} GramText;

/* Counts the pairs of both sides; `texts` are all their units, in any order. */
Grams *grams_new(GramChars before, GramChars after, const GramText *texts, size_t count);
void grams_free(Grams *grams);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grams, grams_free)

/* Number of different pairs; ids are smaller. */
size_t grams_count(const Grams *grams);

/* The weight of a pair. */
double grams_weight(const Grams *grams, uint32_t id);

/* Fills an empty bag with the pairs of a stretch of either side. */
void grams_fill(const Grams *grams, GramText text, GramBag *bag);

/* The weight that two bags share. */
double grams_shared(const Grams *grams, const GramBag *left, const GramBag *right);

/* The share, 0..1, that rare pairs have in what two bags share. Near 0 the texts have only formulas in
 * common, such as 直接负责的主管人员和其他直接责任人员 (the persons directly responsible), whatever their
 * likeness. */
double grams_rare_share(const Grams *grams, const GramBag *left, const GramBag *right);

/* 0 nothing in common .. 1 the same pairs, from the weight shared. */
double grams_likeness(double shared, double left_weight, double right_weight);
