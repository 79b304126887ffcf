#include "compare/pairs.h"

#include "compare/index.h"

#include <math.h>
#include <string.h>

enum {
    MOST_POSTINGS =
        600, /* a pair of characters that stands in more units says nothing about which belong together */
    MOST_PARTNERS = 24, /* candidates kept for one unit */
    MOST_TWINS = 16,    /* units with the same text that are all paired with each other */
    PARTIAL_SHARE = 2,  /* what the index saw of a likeness is at least its half */
};

/* ---- Both texts ------------------------------------------------------------------------------ */

void texts_fill(Texts *texts, const Side *before, const Side *after)
{
    *texts = (Texts){.sides = {before, after}};
    g_autofree GramText *all = g_new(GramText, before->units.length + after->units.length + 1);
    size_t count = 0;
    for (int side = BEFORE; side <= AFTER; side++) {
        const Side *own = texts->sides[side];
        for (size_t i = 0; i < own->units.length; i++)
            all[count++] =
                (GramText){side == AFTER, own->units.items[i].first_char, own->units.items[i].chars};
        texts->unit_bags[side] = g_new0(GramBag, own->units.length + 1);
        texts->piece_bags[side] = g_new0(GramBag, own->pieces.length + 1);
    }
    texts->grams = grams_new((GramChars){before->masked.items, before->masked.length},
                             (GramChars){after->masked.items, after->masked.length}, all, count);
}

static void free_bags(GramBag *bags, size_t count)
{
    for (size_t i = 0; i < count; i++)
        array_clear(&bags[i]);
    g_free(bags);
}

void texts_clear(Texts *texts)
{
    for (int side = BEFORE; side <= AFTER; side++) {
        free_bags(texts->unit_bags[side], texts->sides[side]->units.length);
        free_bags(texts->piece_bags[side], texts->sides[side]->pieces.length);
    }
    grams_free(texts->grams);
}

const GramBag *texts_unit(const Texts *texts, int side, size_t unit)
{
    const Unit *text = &texts->sides[side]->units.items[unit];
    GramBag *bag = &texts->unit_bags[side][unit];
    if (bag->length == 0)
        grams_fill(texts->grams, (GramText){side == AFTER, text->first_char, text->chars}, bag);
    return bag;
}

const GramBag *texts_piece(const Texts *texts, int side, size_t piece)
{
    const Piece *text = &texts->sides[side]->pieces.items[piece];
    GramBag *bag = &texts->piece_bags[side][piece];
    if (bag->length == 0)
        grams_fill(texts->grams, (GramText){side == AFTER, text->first_char, text->chars}, bag);
    return bag;
}

static int32_t likeness_of(double shared, const GramBag *left, const GramBag *right)
{
    return (int32_t)lround(grams_likeness(shared, left->weight, right->weight) * LIKENESS_ONE);
}

int32_t texts_likeness(const Texts *texts, const GramBag *left, const GramBag *right)
{
    return likeness_of(grams_shared(texts->grams, left, right), left, right);
}

/* ---- Units with the same text ---------------------------------------------------------------- */

/* A unit of either side, to sort by text. */
typedef struct {
    const Unit *unit;
    const gunichar *chars;
    uint32_t index;
    bool is_after;
} Twin;

static int compare_twins(const void *left, const void *right)
{
    const Twin *a = left, *b = right;
    if (a->unit->kind != b->unit->kind)
        return a->unit->kind < b->unit->kind ? -1 : 1;
    if (a->unit->chars != b->unit->chars)
        return a->unit->chars < b->unit->chars ? -1 : 1;
    int order = memcmp(a->chars, b->chars, a->unit->chars * sizeof *a->chars);
    if (order != 0)
        return order;
    if (a->is_after != b->is_after)
        return a->is_after ? 1 : -1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static bool same_text(const Twin *a, const Twin *b)
{
    return a->unit->kind == b->unit->kind && a->unit->chars == b->unit->chars &&
           memcmp(a->chars, b->chars, a->unit->chars * sizeof *a->chars) == 0;
}

static void add_twins(const Side *side, bool is_after, Twin *twins)
{
    for (size_t i = 0; i < side->units.length; i++) {
        const Unit *unit = &side->units.items[i];
        twins[i] = (Twin){unit, side->masked.items + unit->first_char, (uint32_t)i, is_after};
    }
}

/* Pairs a run of units with the same text: all with all, or, where they are many, in their order. */
static void pair_twins(const Twin *twins, size_t before, size_t after, Pairs *pairs)
{
    bool all = before * after <= MOST_TWINS;
    for (size_t i = 0; i < before; i++)
        for (size_t j = all ? 0 : i; j < (all ? after : MIN(after, i + 1)); j++)
            array_push(pairs, ((Pair){twins[i].index, twins[before + j].index, LIKENESS_ONE}));
}

/* Pairs units with the same text; has_twin gets true for each of them, before then after. */
static void find_twins(const Texts *texts, bool *has_twin, Pairs *pairs)
{
    size_t count = texts->sides[BEFORE]->units.length + texts->sides[AFTER]->units.length;
    g_autofree Twin *twins = g_new(Twin, count + 1);
    add_twins(texts->sides[BEFORE], false, twins);
    add_twins(texts->sides[AFTER], true, twins + texts->sides[BEFORE]->units.length);
    qsort(twins, count, sizeof *twins, compare_twins);
    for (size_t start = 0, end; start < count; start = end) {
        size_t before = 0;
        for (end = start; end < count && same_text(&twins[start], &twins[end]); end++)
            before += !twins[end].is_after;
        size_t after = end - start - before;
        pair_twins(twins + start, before, after, pairs);
        for (size_t i = start; i < end && before > 0 && after > 0; i++)
            has_twin[twins[i].index + (twins[i].is_after ? texts->sides[BEFORE]->units.length : 0)] = true;
    }
}

/* ---- Units with like text -------------------------------------------------------------------- */

static int compare_likeness(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    return a->after < b->after ? -1 : a->after > b->after;
}

/* How much of what two texts share must be rare: the less alike they are, the more. */
static double least_rare_share(int32_t likeness)
{
    if (likeness >= LIKENESS_ONE / 2)
        return 0;
    return likeness >= LIKENESS_ONE * 30 / 100 ? 0.05 : 0.4;
}

/* Whether two texts have little but formulas in common. */
static bool has_formulas_only(const Texts *texts, int32_t likeness, const GramBag *left, const GramBag *right)
{
    double least = least_rare_share(likeness);
    return least > 0 && grams_rare_share(texts->grams, left, right) < least;
}

/* Adds the best pairs of a unit from what it was seen to share. */
static void add_best_pairs(const Texts *texts, size_t before, int32_t least, const GramTally *tally,
                           Pairs *pairs)
{
    size_t start = pairs->length;
    const GramBag *left = texts_unit(texts, BEFORE, before);
    TifaUnitKind kind = texts->sides[BEFORE]->units.items[before].kind;
    for (size_t i = 0; i < tally->count; i++) {
        uint32_t after = tally->found[i];
        const GramBag *right = texts_unit(texts, AFTER, after);
        if (likeness_of(tally->shared[after], left, right) * PARTIAL_SHARE < least ||
            texts->sides[AFTER]->units.items[after].kind != kind)
            continue;
        int32_t likeness = texts_likeness(texts, left, right);
        if (likeness >= least && !has_formulas_only(texts, likeness, left, right))
            array_push(pairs, ((Pair){(uint32_t)before, after, likeness}));
    }
    size_t found = pairs->length - start;
    if (found > MOST_PARTNERS) {
        qsort(pairs->items + start, found, sizeof *pairs->items, compare_likeness);
        pairs->length = start + MOST_PARTNERS;
    }
}

static int compare_places(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    if (a->before != b->before)
        return a->before < b->before ? -1 : 1;
    return a->after < b->after ? -1 : a->after > b->after;
}

void pairs_find(const Texts *texts, int32_t least, Pairs *pairs)
{
    size_t before = texts->sides[BEFORE]->units.length, after = texts->sides[AFTER]->units.length;
    g_autofree bool *has_twin = g_new0(bool, before + after + 1);
    find_twins(texts, has_twin, pairs);

    GramIndex index;
    GramTally tally;
    for (size_t i = 0; i < after; i++)
        if (!has_twin[before + i])
            texts_unit(texts, AFTER, i);
    gram_index_fill(&index, texts->grams, texts->unit_bags[AFTER], after);
    gram_tally_init(&tally, after);
    for (size_t i = 0; i < before; i++) {
        if (has_twin[i])
            continue;
        gram_index_count(&index, texts_unit(texts, BEFORE, i), &tally);
        add_best_pairs(texts, i, least, &tally, pairs);
        gram_tally_reset(&tally);
    }
    gram_index_clear(&index);
    gram_tally_clear(&tally);
    array_sort(pairs, compare_places);
}
