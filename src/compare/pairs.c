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

/* ---- Both texts --------------------------------------------------------------------------------------- */

static GramText unit_text(const Side *side, size_t unit)
{
    return (GramText){side->masked.items + side->units.items[unit].first_char, side->units.items[unit].chars};
}

static GramBag *fill_bags(const Texts *texts, const Side *side)
{
    GramBag *bags = g_new0(GramBag, side->units.length + 1);
    for (size_t i = 0; i < side->units.length; i++)
        grams_fill(texts->grams, unit_text(side, i), &bags[i]);
    return bags;
}

void texts_fill(Texts *texts, const Side *before, const Side *after)
{
    *texts = (Texts){.before = before, .after = after};
    size_t count = before->units.length + after->units.length;
    g_autofree GramText *all = g_new(GramText, count + 1);
    for (size_t i = 0; i < before->units.length; i++)
        all[i] = unit_text(before, i);
    for (size_t i = 0; i < after->units.length; i++)
        all[before->units.length + i] = unit_text(after, i);
    texts->grams = grams_new(all, count);
    texts->before_bags = fill_bags(texts, before);
    texts->after_bags = fill_bags(texts, after);
}

static void free_bags(GramBag *bags, size_t count)
{
    for (size_t i = 0; i < count; i++)
        array_clear(&bags[i]);
    g_free(bags);
}

void texts_clear(Texts *texts)
{
    free_bags(texts->before_bags, texts->before->units.length);
    free_bags(texts->after_bags, texts->after->units.length);
    grams_free(texts->grams);
}

static int32_t likeness_of(double shared, const GramBag *left, const GramBag *right)
{
    return (int32_t)lround(grams_likeness(shared, left->weight, right->weight) * LIKENESS_ONE);
}

int32_t texts_likeness(const Texts *texts, size_t before, size_t after)
{
    const GramBag *left = &texts->before_bags[before], *right = &texts->after_bags[after];
    return likeness_of(grams_shared(texts->grams, left, right), left, right);
}

/* ---- Units with the same text ------------------------------------------------------------------------- */

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
    size_t count = texts->before->units.length + texts->after->units.length;
    g_autofree Twin *twins = g_new(Twin, count + 1);
    add_twins(texts->before, false, twins);
    add_twins(texts->after, true, twins + texts->before->units.length);
    qsort(twins, count, sizeof *twins, compare_twins);
    for (size_t start = 0, end; start < count; start = end) {
        size_t before = 0;
        for (end = start; end < count && same_text(&twins[start], &twins[end]); end++)
            before += !twins[end].is_after;
        size_t after = end - start - before;
        pair_twins(twins + start, before, after, pairs);
        for (size_t i = start; i < end && before > 0 && after > 0; i++)
            has_twin[twins[i].index + (twins[i].is_after ? texts->before->units.length : 0)] = true;
    }
}

/* ---- Units with like text ----------------------------------------------------------------------------- */

static int compare_likeness(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    return a->after < b->after ? -1 : a->after > b->after;
}

/* Whether two texts that are not very alike have little but formulas in common. */
static bool has_formulas_only(const Texts *texts, int32_t likeness, const GramBag *left, const GramBag *right)
{
    static const double least_rare = 0.05;
    return likeness < LIKENESS_ONE / 2 && grams_rare_share(texts->grams, left, right) < least_rare;
}

/* Adds the best pairs of a unit from what it was seen to share. */
static void add_best_pairs(const Texts *texts, size_t before, int32_t least, const GramTally *tally,
                           Pairs *pairs)
{
    size_t start = pairs->length;
    const GramBag *left = &texts->before_bags[before];
    for (size_t i = 0; i < tally->count; i++) {
        uint32_t after = tally->found[i];
        int32_t seen = likeness_of(tally->shared[after], left, &texts->after_bags[after]);
        if (seen * PARTIAL_SHARE < least ||
            texts->before->units.items[before].kind != texts->after->units.items[after].kind)
            continue;
        int32_t likeness = texts_likeness(texts, before, after);
        if (likeness >= least && !has_formulas_only(texts, likeness, left, &texts->after_bags[after]))
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
    size_t before = texts->before->units.length, after = texts->after->units.length;
    g_autofree bool *has_twin = g_new0(bool, before + after + 1);
    find_twins(texts, has_twin, pairs);

    GramIndex index;
    GramTally tally;
    gram_index_fill(&index, texts->grams, texts->after_bags, after, has_twin + before);
    gram_tally_init(&tally, after);
    for (size_t i = 0; i < before; i++) {
        if (has_twin[i])
            continue;
        gram_index_count(&index, &texts->before_bags[i], &tally);
        add_best_pairs(texts, i, least, &tally, pairs);
        gram_tally_reset(&tally);
    }
    gram_index_clear(&index);
    gram_tally_clear(&tally);
    array_sort(pairs, compare_places);
}
