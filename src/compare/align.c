#include "compare/align.h"

#include "compare/chain.h"
#include "compare/pieces.h"

enum {
    LEAST_IN_ORDER = LIKENESS_ONE * 24 / 100,
    LEAST_MOVED = LIKENESS_ONE * 35 / 100,
    WEAK = LIKENESS_ONE * 50 / 100, /* a weaker pair is not kept in order ... */
    MUCH_BETTER =
        LIKENESS_ONE * 20 / 100, /* ... if one of its units has a partner that is so much more alike */
};

/* ---- Pairs in order ---------------------------------------------------------------------------- */

/* Drops weak pairs where a unit has a much better partner elsewhere: it was moved, and its place taken. */
static void drop_weak_pairs(const Texts *texts, Pairs *pairs)
{
    g_autofree int32_t *before = g_new0(int32_t, texts->sides[BEFORE]->units.length + 1);
    g_autofree int32_t *after = g_new0(int32_t, texts->sides[AFTER]->units.length + 1);
    for (size_t i = 0; i < pairs->length; i++) {
        const Pair *pair = &pairs->items[i];
        before[pair->before] = MAX(before[pair->before], pair->likeness);
        after[pair->after] = MAX(after[pair->after], pair->likeness);
    }
    size_t kept = 0;
    for (size_t i = 0; i < pairs->length; i++) {
        const Pair *pair = &pairs->items[i];
        int32_t best = MAX(before[pair->before], after[pair->after]);
        if (pair->likeness >= WEAK || best < pair->likeness + MUCH_BETTER)
            pairs->items[kept++] = *pair;
    }
    pairs->length = kept;
}

/* ---- Taking pairs ---------------------------------------------------------------------------- */

/* Which units have their main partner. */
typedef struct {
    bool *before, *after;
} Taken;

static void take(Taken *taken, Links *links, const Pair *pair, bool is_moved)
{
    taken->before[pair->before] = taken->after[pair->after] = true;
    array_push(links, ((Link){pair->before, pair->after, pair->likeness, true, is_moved}));
}

static bool is_free(const Taken *taken, const Pair *pair)
{
    return !taken->before[pair->before] && !taken->after[pair->after];
}

/* Each kind of unit keeps an order of its own. */
static void take_chains(const Texts *texts, const Pairs *pairs, Taken *taken, Links *links)
{
    Pairs chain = {0};
    for (int kind = TIFA_UNIT_ARTICLE; kind <= TIFA_UNIT_PARAGRAPH; kind++) {
        chain.length = 0;
        for (size_t i = 0; i < pairs->length; i++)
            if (texts->sides[BEFORE]->units.items[pairs->items[i].before].kind == (TifaUnitKind)kind)
                array_push(&chain, pairs->items[i]);
        chain_keep(&chain, texts->sides[AFTER]->units.length);
        for (size_t i = 0; i < chain.length; i++)
            take(taken, links, &chain.items[i], false);
    }
    array_clear(&chain);
}

static int compare_moves(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->before != b->before)
        return a->before < b->before ? -1 : 1;
    return a->after < b->after ? -1 : a->after > b->after;
}

/* The most alike first. */
static void take_moves(Pairs *pairs, Taken *taken, Links *links)
{
    array_sort(pairs, compare_moves);
    for (size_t i = 0; i < pairs->length && pairs->items[i].likeness >= LEAST_MOVED; i++)
        if (is_free(taken, &pairs->items[i]))
            take(taken, links, &pairs->items[i], true);
}

/* ---- The last article ------------------------------------------------------------------------ */

static int64_t last_article(const Side *side)
{
    for (size_t i = side->units.length; i-- > 0;)
        if (side->units.items[i].kind == TIFA_UNIT_ARTICLE)
            return (int64_t)i;
    return -1;
}

static bool tells_entry_into_force(const Side *side, size_t unit)
{
    TifaSpan span = side->units.items[unit].span;
    return g_strstr_len(side->text + span.start, (gssize)(span.end - span.start), "施行") != NULL;
}

/* The last articles belong together if both say when the text enters into force, however unlike they are. */
static void take_last_article(const Texts *texts, Taken *taken, Links *links)
{
    int64_t before = last_article(texts->sides[BEFORE]), after = last_article(texts->sides[AFTER]);
    if (before < 0 || after < 0 || !tells_entry_into_force(texts->sides[BEFORE], (size_t)before) ||
        !tells_entry_into_force(texts->sides[AFTER], (size_t)after))
        return;
    int32_t likeness = texts_likeness(texts, texts_unit(texts, BEFORE, (size_t)before),
                                      texts_unit(texts, AFTER, (size_t)after));
    Pair pair = {(uint32_t)before, (uint32_t)after, likeness};
    if (is_free(taken, &pair))
        take(taken, links, &pair, false);
}

void align_units(const Texts *texts, Links *links)
{
    g_autofree bool *before = g_new0(bool, texts->sides[BEFORE]->units.length + 1);
    g_autofree bool *after = g_new0(bool, texts->sides[AFTER]->units.length + 1);
    Taken taken = {before, after};
    Pairs pairs = {0};
    pairs_find(texts, LEAST_IN_ORDER, &pairs);
    drop_weak_pairs(texts, &pairs);
    take_chains(texts, &pairs, &taken, links);
    take_moves(&pairs, &taken, links);
    take_last_article(texts, &taken, links);
    array_clear(&pairs);
    pieces_link(texts, links);
}
