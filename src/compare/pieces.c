#include "compare/pieces.h"

#include "compare/index.h"

#include <math.h>

enum {
    LEAST_LIKENESS = LIKENESS_ONE * 40 / 100, /* of two sentences that link their units */
    LEAST_GAIN = LIKENESS_ONE * 30 / 100,     /* by how much more alike than what the units' partners offer */
    SHORTEST_PIECE = 8,                       /* characters */
    MOST_UNITS = 2,                           /* a short sentence that stands in more units is a formula */
    LONGEST_FORMULA = 24 /* pairs of characters; a longer one is no formula, however often it stands */
};

/* A sentence whose unit's partner leaves something to explain. */
typedef struct {
    uint32_t unit;
    int32_t explained; /* how well the partner explains it */
} Rest;

/* The sentences left on one side. */
typedef struct {
    const Side *side;
    const GramBag *unit_bags;
    GramBag *bags; /* one a piece of the side, empty until filled */
    ARRAY(Rest) rests;
    ARRAY(GramBag) rest_bags; /* lent from bags */
} Leftover;

/* Two sentences that could link their units; indices into the rests. */
typedef struct {
    uint32_t before, after;
    int32_t gain, likeness;
} Bridge;

typedef struct {
    Bridge *items;
    size_t length, capacity;
} Bridges;

static int32_t likeness_of(const Grams *grams, const GramBag *left, const GramBag *right)
{
    double shared = grams_shared(grams, left, right);
    return (int32_t)lround(grams_likeness(shared, left->weight, right->weight) * LIKENESS_ONE);
}

/* ---- What is left to explain -------------------------------------------------------------------------- */

static const GramBag *piece_bag(const Grams *grams, Leftover *leftover, size_t piece)
{
    const Piece *text = &leftover->side->pieces.items[piece];
    GramBag *bag = &leftover->bags[piece];
    if (bag->length == 0)
        grams_fill(grams, (GramText){leftover->side->masked.items + text->first_char, text->chars}, bag);
    return bag;
}

/* How alike a sentence and the most similar one of a unit of the other side are. */
static int32_t best_likeness(const Grams *grams, const GramBag *bag, Leftover *other, size_t unit)
{
    int32_t best = 0;
    const Unit *partner = &other->side->units.items[unit];
    for (size_t i = 0; i < partner->pieces; i++)
        best = MAX(best, likeness_of(grams, bag, piece_bag(grams, other, partner->first_piece + i)));
    return best;
}

/* How well a unit of the other side explains a sentence: the less of what it contains of it, and of how alike
 * its most similar sentence is. */
static int32_t explained_by(const Grams *grams, const GramBag *bag, Leftover *other, size_t unit)
{
    if (bag->weight <= 0)
        return LIKENESS_ONE;
    double contained = grams_shared(grams, bag, &other->unit_bags[unit]) / bag->weight;
    return MIN(best_likeness(grams, bag, other, unit), (int32_t)lround(contained * LIKENESS_ONE));
}

/* Collects the sentences of a unit with the partner (-1: none) that leave enough to explain. */
static void collect(const Grams *grams, Leftover *own, size_t unit, Leftover *other, int64_t partner)
{
    const Unit *text = &own->side->units.items[unit];
    for (size_t i = text->first_piece; i < text->first_piece + text->pieces; i++) {
        if (own->side->pieces.items[i].chars < SHORTEST_PIECE)
            continue;
        const GramBag *bag = piece_bag(grams, own, i);
        int32_t explained = partner < 0 ? 0 : explained_by(grams, bag, other, (size_t)partner);
        if (LIKENESS_ONE - explained < LEAST_GAIN)
            continue;
        array_push(&own->rests, ((Rest){(uint32_t)unit, explained}));
        array_push(&own->rest_bags, *bag);
    }
}

static void collect_all(const Texts *texts, const int64_t *partners, const int32_t *likeness, Leftover *own,
                        Leftover *other)
{
    for (size_t i = 0; i < own->side->units.length; i++)
        if (own->side->units.items[i].kind != TIFA_UNIT_HEADING && likeness[i] < LIKENESS_ONE)
            collect(texts->grams, own, i, other, partners[i]);
}

static Leftover leftover_of(const Side *side, const GramBag *unit_bags)
{
    return (Leftover){.side = side, .unit_bags = unit_bags, .bags = g_new0(GramBag, side->pieces.length + 1)};
}

static void leftover_clear(Leftover *leftover)
{
    for (size_t i = 0; i < leftover->side->pieces.length; i++)
        array_clear(&leftover->bags[i]);
    g_free(leftover->bags);
    array_clear(&leftover->rests);
    array_clear(&leftover->rest_bags);
}

/* ---- Bridges ------------------------------------------------------------------------------------------ */

static void find_bridges(const Grams *grams, const Leftover *before, const Leftover *after, Bridges *bridges)
{
    GramIndex index;
    GramTally tally;
    gram_index_fill(&index, grams, after->rest_bags.items, after->rests.length, NULL);
    gram_tally_init(&tally, after->rests.length);
    for (size_t i = 0; i < before->rests.length; i++) {
        gram_index_count(&index, &before->rest_bags.items[i], &tally);
        for (size_t j = 0; j < tally.count; j++) {
            uint32_t found = tally.found[j];
            int32_t explained = MAX(before->rests.items[i].explained, after->rests.items[found].explained);
            int32_t likeness =
                likeness_of(grams, &before->rest_bags.items[i], &after->rest_bags.items[found]);
            if (likeness >= LEAST_LIKENESS && likeness - explained >= LEAST_GAIN)
                array_push(bridges, ((Bridge){(uint32_t)i, found, likeness - explained, likeness}));
        }
        gram_tally_reset(&tally);
    }
    gram_index_clear(&index);
    gram_tally_clear(&tally);
}

static int compare_bridges(const void *left, const void *right)
{
    const Bridge *a = left, *b = right;
    if (a->gain != b->gain)
        return a->gain > b->gain ? -1 : 1;
    if (a->before != b->before)
        return a->before < b->before ? -1 : 1;
    return a->after < b->after ? -1 : a->after > b->after;
}

/* Whether a short sentence stands, for the most part, in more units than the two it would link. */
static bool stands_in_many(const Texts *texts, const GramBag *bag)
{
    static const double most = 0.7;
    size_t found = 0;
    if (bag->length > LONGEST_FORMULA)
        return false;
    for (size_t i = 0; i < texts->before->units.length && found <= MOST_UNITS; i++)
        found += grams_shared(texts->grams, bag, &texts->before_bags[i]) > most * bag->weight;
    for (size_t i = 0; i < texts->after->units.length && found <= MOST_UNITS; i++)
        found += grams_shared(texts->grams, bag, &texts->after_bags[i]) > most * bag->weight;
    return found > MOST_UNITS;
}

/* Whether what two sentences share is a formula that many units have, and so no sign that theirs belong
 * together. */
static bool is_formula(const Texts *texts, const GramBag *left, const GramBag *right)
{
    static const double least_rare = 0.18;
    return grams_rare_share(texts->grams, left, right) < least_rare || stands_in_many(texts, left) ||
           stands_in_many(texts, right);
}

/* ---- Links -------------------------------------------------------------------------------------------- */

/* Links already there, as before << 32 | after. */
static gint64 *new_key(uint32_t before, uint32_t after)
{
    gint64 key = (gint64)before << 32 | after;
    return g_memdup2(&key, sizeof key);
}

static void take_bridges(const Texts *texts, const Leftover *before, const Leftover *after,
                         const Bridges *bridges, int64_t *before_partners, int64_t *after_partners,
                         Links *links)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (size_t i = 0; i < links->length; i++)
        g_hash_table_add(known, new_key(links->items[i].before, links->items[i].after));
    for (size_t i = 0; i < bridges->length; i++) {
        const Bridge *bridge = &bridges->items[i];
        uint32_t left = before->rests.items[bridge->before].unit,
                 right = after->rests.items[bridge->after].unit;
        gint64 key = (gint64)left << 32 | right;
        if (texts->before->units.items[left].kind != texts->after->units.items[right].kind ||
            g_hash_table_contains(known, &key) ||
            is_formula(texts, &before->rest_bags.items[bridge->before],
                       &after->rest_bags.items[bridge->after]))
            continue;
        bool is_primary = before_partners[left] < 0 && after_partners[right] < 0;
        if (is_primary) {
            before_partners[left] = right;
            after_partners[right] = left;
        }
        g_hash_table_add(known, new_key(left, right));
        array_push(links, ((Link){left, right, bridge->likeness, is_primary, true}));
    }
}

void pieces_link(const Texts *texts, Links *links)
{
    size_t before_count = texts->before->units.length, after_count = texts->after->units.length;
    g_autofree int64_t *before_partners = g_new(int64_t, before_count + 1);
    g_autofree int64_t *after_partners = g_new(int64_t, after_count + 1);
    g_autofree int32_t *before_likeness = g_new0(int32_t, before_count + 1);
    g_autofree int32_t *after_likeness = g_new0(int32_t, after_count + 1);
    for (size_t i = 0; i < before_count; i++)
        before_partners[i] = -1;
    for (size_t i = 0; i < after_count; i++)
        after_partners[i] = -1;
    for (size_t i = 0; i < links->length; i++) {
        const Link *link = &links->items[i];
        before_partners[link->before] = link->after;
        after_partners[link->after] = link->before;
        before_likeness[link->before] = after_likeness[link->after] = link->likeness;
    }
    Leftover before = leftover_of(texts->before, texts->before_bags);
    Leftover after = leftover_of(texts->after, texts->after_bags);
    collect_all(texts, before_partners, before_likeness, &before, &after);
    collect_all(texts, after_partners, after_likeness, &after, &before);
    Bridges bridges = {0};
    find_bridges(texts->grams, &before, &after, &bridges);
    array_sort(&bridges, compare_bridges);
    take_bridges(texts, &before, &after, &bridges, before_partners, after_partners, links);
    array_clear(&bridges);
    leftover_clear(&before);
    leftover_clear(&after);
}

/* ---- Which link shows a sentence ---------------------------------------------------------------------- */

/* Gives the sentences of `unit` to the link if it explains them better than the links before it. */
static void assign_unit(const Grams *grams, Leftover *own, size_t unit, Leftover *other, size_t partner,
                        uint32_t link, int32_t *best, uint32_t *owners)
{
    const Unit *text = &own->side->units.items[unit];
    for (size_t i = text->first_piece; i < text->first_piece + text->pieces; i++) {
        int32_t explained = best_likeness(grams, piece_bag(grams, own, i), other, partner);
        bool is_first = best[i] < 0;
        if (is_first || (explained > best[i] && explained >= LEAST_LIKENESS)) {
            best[i] = explained;
            owners[i] = link;
        }
    }
}

static int32_t *no_best(const Side *side)
{
    int32_t *best = g_new(int32_t, side->pieces.length + 1);
    for (size_t i = 0; i < side->pieces.length; i++)
        best[i] = -1;
    return best;
}

static uint32_t *count_links(const Side *side, const Links *links, bool is_before)
{
    uint32_t *counts = g_new0(uint32_t, side->units.length + 1);
    for (size_t i = 0; i < links->length; i++)
        counts[is_before ? links->items[i].before : links->items[i].after]++;
    return counts;
}

void pieces_assign(const Texts *texts, const Links *links, uint32_t *before_owners, uint32_t *after_owners)
{
    Leftover before = leftover_of(texts->before, texts->before_bags);
    Leftover after = leftover_of(texts->after, texts->after_bags);
    g_autofree int32_t *before_best = no_best(texts->before), *after_best = no_best(texts->after);
    g_autofree uint32_t *before_counts = count_links(texts->before, links, true);
    g_autofree uint32_t *after_counts = count_links(texts->after, links, false);
    for (size_t i = 0; i < links->length; i++) {
        const Link *link = &links->items[i];
        if (before_counts[link->before] > 1)
            assign_unit(texts->grams, &before, link->before, &after, link->after, (uint32_t)i, before_best,
                        before_owners);
        if (after_counts[link->after] > 1)
            assign_unit(texts->grams, &after, link->after, &before, link->before, (uint32_t)i, after_best,
                        after_owners);
    }
    leftover_clear(&before);
    leftover_clear(&after);
}
