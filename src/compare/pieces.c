#include "compare/pieces.h"

#include "compare/index.h"

#include <math.h>

enum {
    LEAST_LIKENESS = LIKENESS_ONE * 40 / 100, /* of two sentences that link their units */
    LEAST_GAIN = LIKENESS_ONE * 30 / 100,     /* by how much more alike than what the units' partners offer */
    LONE_LIKENESS = LIKENESS_ONE * 45 / 100,  /* the same where one of the units has no partner yet */
    LONE_GAIN = LIKENESS_ONE * 20 / 100,
    SHORTEST_PIECE = 8,   /* characters */
    MOST_UNITS = 2,       /* a short sentence that stands in more units is a formula */
    LONGEST_FORMULA = 24, /* pairs of characters; a longer one is no formula, however often it stands */
    PARTIAL_SHARE = 2,    /* what the index saw of a likeness is at least its half */
    NO_PARTNER = -1,
};

/* A sentence whose unit's partner leaves something to explain. */
typedef struct {
    uint32_t unit, piece;
    int32_t explained; /* how well the partner explains it */
} Rest;

typedef struct {
    Rest *items;
    size_t length, capacity;
} Rests;

/* Two sentences that could link their units; indices into the rests. */
typedef struct {
    uint32_t before, after;
    int32_t gain, likeness;
} Bridge;

typedef struct {
    Bridge *items;
    size_t length, capacity;
} Bridges;

/* What is known of the units of both sides. */
typedef struct {
    const Texts *texts;
    int64_t *partners[2]; /* the main partner of each unit */
    bool *is_same[2];     /* the unit and its partner have the same text */
    Rests rests[2];
    GramIndex index[2]; /* of all units, made when it is first needed */
    GramTally tally[2];
    bool is_indexed;
} Work;

/* ---- What is left to explain ----------------------------------------------------------------- */

/* How alike a sentence and the most similar one of a unit of the other side are. */
static int32_t best_likeness(const Texts *texts, const GramBag *bag, int other, size_t unit)
{
    int32_t best = 0;
    const Unit *partner = &texts->sides[other]->units.items[unit];
    for (size_t i = 0; i < partner->pieces; i++)
        best = MAX(best, texts_likeness(texts, bag, texts_piece(texts, other, partner->first_piece + i)));
    return best;
}

/* How well a unit of the other side explains a sentence: the less of what it contains of it, and of how alike
 * its most similar sentence is. */
static int32_t explained_by(const Texts *texts, const GramBag *bag, int other, size_t unit)
{
    if (bag->weight <= 0)
        return LIKENESS_ONE;
    double contained = grams_shared(texts->grams, bag, texts_unit(texts, other, unit)) / bag->weight;
    return MIN(best_likeness(texts, bag, other, unit), (int32_t)lround(contained * LIKENESS_ONE));
}

/* Collects the sentences of a unit that leave enough to explain. */
static void collect(Work *work, int side, size_t unit)
{
    const Unit *text = &work->texts->sides[side]->units.items[unit];
    int64_t partner = work->partners[side][unit];
    for (size_t i = text->first_piece; i < text->first_piece + text->pieces; i++) {
        if (work->texts->sides[side]->pieces.items[i].chars < SHORTEST_PIECE)
            continue;
        int32_t explained = 0;
        if (partner != NO_PARTNER)
            explained = explained_by(work->texts, texts_piece(work->texts, side, i), !side, (size_t)partner);
        if (explained + LONE_GAIN <= LIKENESS_ONE)
            array_push(&work->rests[side], ((Rest){(uint32_t)unit, (uint32_t)i, explained}));
    }
}

static void collect_all(Work *work, int side)
{
    const Side *own = work->texts->sides[side];
    for (size_t i = 0; i < own->units.length; i++)
        if (own->units.items[i].kind != TIFA_UNIT_HEADING && !work->is_same[side][i])
            collect(work, side, i);
}

/* ---- Bridges --------------------------------------------------------------------------------- */

static const GramBag *rest_bag(const Work *work, int side, size_t rest)
{
    return texts_piece(work->texts, side, work->rests[side].items[rest].piece);
}

/* Whether the sentence's unit has no partner at all: it comes from somewhere, or went there. */
static bool is_alone(const Work *work, int side, size_t rest)
{
    return work->partners[side][work->rests[side].items[rest].unit] == NO_PARTNER;
}

static void add_bridge(const Work *work, uint32_t before, uint32_t after, Bridges *bridges)
{
    int32_t likeness =
        texts_likeness(work->texts, rest_bag(work, BEFORE, before), rest_bag(work, AFTER, after));
    int32_t explained =
        MAX(work->rests[BEFORE].items[before].explained, work->rests[AFTER].items[after].explained);
    bool is_lone =
        (is_alone(work, BEFORE, before) || is_alone(work, AFTER, after)) && likeness >= LONE_LIKENESS;
    if (likeness >= LEAST_LIKENESS && likeness - explained >= (is_lone ? LONE_GAIN : LEAST_GAIN))
        array_push(bridges, ((Bridge){before, after, likeness - explained, likeness}));
}

static void find_bridges(const Work *work, Bridges *bridges)
{
    size_t before = work->rests[BEFORE].length, after = work->rests[AFTER].length;
    g_autofree GramBag *bags = g_new0(GramBag, after + 1); /* their items are lent */
    for (size_t i = 0; i < after; i++)
        bags[i] = *rest_bag(work, AFTER, i);
    GramIndex index;
    GramTally tally;
    gram_index_fill(&index, work->texts->grams, bags, after);
    gram_tally_init(&tally, after);
    for (size_t i = 0; i < before; i++) {
        const GramBag *bag = rest_bag(work, BEFORE, i);
        gram_index_count(&index, bag, &tally);
        for (size_t j = 0; j < tally.count; j++) {
            uint32_t found = tally.found[j];
            double seen = grams_likeness(tally.shared[found], bag->weight, bags[found].weight);
            if (seen * LIKENESS_ONE * PARTIAL_SHARE >= LEAST_LIKENESS)
                add_bridge(work, (uint32_t)i, found, bridges);
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

/* ---- Formulas -------------------------------------------------------------------------------- */

static void index_units(Work *work)
{
    for (int side = BEFORE; side <= AFTER; side++) {
        size_t count = work->texts->sides[side]->units.length;
        for (size_t i = 0; i < count; i++)
            texts_unit(work->texts, side, i);
        gram_index_fill(&work->index[side], work->texts->grams, work->texts->unit_bags[side], count);
        gram_tally_init(&work->tally[side], count);
    }
    work->is_indexed = true;
}

/* In how many units of a side a sentence stands for the most part. */
static size_t count_units(Work *work, const GramBag *bag, int side)
{
    static const double most = 0.7;
    GramTally *tally = &work->tally[side];
    size_t found = 0;
    gram_index_count(&work->index[side], bag, tally);
    for (size_t i = 0; i < tally->count; i++)
        found += tally->shared[tally->found[i]] > most * bag->weight;
    gram_tally_reset(tally);
    return found;
}

/* Whether a short sentence stands in more units than the two it would link. */
static bool stands_in_many(Work *work, const GramBag *bag)
{
    if (bag->length > LONGEST_FORMULA)
        return false;
    if (!work->is_indexed)
        index_units(work);
    return count_units(work, bag, BEFORE) + count_units(work, bag, AFTER) > MOST_UNITS;
}

/* Whether what two sentences share is a formula that many units have, and so no sign that theirs belong
 * together. */
static bool is_formula(Work *work, const GramBag *left, const GramBag *right)
{
    static const double least_rare = 0.18;
    return grams_rare_share(work->texts->grams, left, right) < least_rare || stands_in_many(work, left) ||
           stands_in_many(work, right);
}

/* ---- Links ----------------------------------------------------------------------------------- */

/* Links already there, as before << 32 | after. */
static gint64 *new_key(uint32_t before, uint32_t after)
{
    gint64 key = (gint64)before << 32 | after;
    return g_memdup2(&key, sizeof key);
}

static bool is_worth_a_link(Work *work, const Bridge *bridge, uint32_t before, uint32_t after)
{
    const Texts *texts = work->texts;
    return texts->sides[BEFORE]->units.items[before].kind == texts->sides[AFTER]->units.items[after].kind &&
           !is_formula(work, rest_bag(work, BEFORE, bridge->before), rest_bag(work, AFTER, bridge->after));
}

static void take_bridge(Work *work, const Bridge *bridge, GHashTable *known, Links *links)
{
    uint32_t before = work->rests[BEFORE].items[bridge->before].unit;
    uint32_t after = work->rests[AFTER].items[bridge->after].unit;
    g_autofree gint64 *key = new_key(before, after);
    if (g_hash_table_contains(known, key) || !is_worth_a_link(work, bridge, before, after))
        return;
    bool is_primary =
        work->partners[BEFORE][before] == NO_PARTNER && work->partners[AFTER][after] == NO_PARTNER;
    if (is_primary) {
        work->partners[BEFORE][before] = after;
        work->partners[AFTER][after] = before;
    }
    g_hash_table_add(known, g_steal_pointer(&key));
    array_push(links, ((Link){before, after, bridge->likeness, is_primary, true}));
}

static void work_fill(Work *work, const Texts *texts, const Links *links)
{
    *work = (Work){.texts = texts};
    for (int side = BEFORE; side <= AFTER; side++) {
        size_t count = texts->sides[side]->units.length;
        work->partners[side] = g_new(int64_t, count + 1);
        work->is_same[side] = g_new0(bool, count + 1);
        for (size_t i = 0; i < count; i++)
            work->partners[side][i] = NO_PARTNER;
    }
    for (size_t i = 0; i < links->length; i++) {
        const Link *link = &links->items[i];
        work->partners[BEFORE][link->before] = link->after;
        work->partners[AFTER][link->after] = link->before;
        work->is_same[BEFORE][link->before] = work->is_same[AFTER][link->after] =
            link->likeness == LIKENESS_ONE;
    }
}

static void work_clear(Work *work)
{
    for (int side = BEFORE; side <= AFTER; side++) {
        g_free(work->partners[side]);
        g_free(work->is_same[side]);
        array_clear(&work->rests[side]);
        if (work->is_indexed) {
            gram_index_clear(&work->index[side]);
            gram_tally_clear(&work->tally[side]);
        }
    }
}

void pieces_link(const Texts *texts, Links *links)
{
    Work work;
    Bridges bridges = {0};
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (size_t i = 0; i < links->length; i++)
        g_hash_table_add(known, new_key(links->items[i].before, links->items[i].after));
    work_fill(&work, texts, links);
    collect_all(&work, BEFORE);
    collect_all(&work, AFTER);
    find_bridges(&work, &bridges);
    array_sort(&bridges, compare_bridges);
    for (size_t i = 0; i < bridges.length; i++)
        take_bridge(&work, &bridges.items[i], known, links);
    array_clear(&bridges);
    work_clear(&work);
}

/* ---- Which link shows a sentence ------------------------------------------------------------- */

/* Gives the sentences of `unit` to the link if it explains them better than the links before it. */
static void assign_unit(const Texts *texts, int side, size_t unit, size_t partner, uint32_t link,
                        int32_t *best, uint32_t *owners)
{
    const Unit *text = &texts->sides[side]->units.items[unit];
    for (size_t i = text->first_piece; i < text->first_piece + text->pieces; i++) {
        int32_t explained = best_likeness(texts, texts_piece(texts, side, i), !side, partner);
        bool is_first = best[i] < 0;
        if (is_first || (explained > best[i] && explained >= LEAST_LIKENESS)) {
            best[i] = explained;
            owners[i] = link;
        }
    }
}

static uint32_t *count_links(const Texts *texts, const Links *links, int side)
{
    uint32_t *counts = g_new0(uint32_t, texts->sides[side]->units.length + 1);
    for (size_t i = 0; i < links->length; i++)
        counts[side == BEFORE ? links->items[i].before : links->items[i].after]++;
    return counts;
}

static void assign_side(const Texts *texts, const Links *links, int side, uint32_t *owners)
{
    size_t pieces = texts->sides[side]->pieces.length;
    g_autofree uint32_t *counts = count_links(texts, links, side);
    g_autofree int32_t *best = g_new(int32_t, pieces + 1);
    for (size_t i = 0; i < pieces; i++)
        best[i] = -1;
    for (size_t i = 0; i < links->length; i++) {
        size_t unit = side == BEFORE ? links->items[i].before : links->items[i].after;
        size_t partner = side == BEFORE ? links->items[i].after : links->items[i].before;
        if (counts[unit] > 1)
            assign_unit(texts, side, unit, partner, (uint32_t)i, best, owners);
    }
}

void pieces_assign(const Texts *texts, const Links *links, uint32_t *before_owners, uint32_t *after_owners)
{
    assign_side(texts, links, BEFORE, before_owners);
    assign_side(texts, links, AFTER, after_owners);
}
