#include "segment/cutter.h"

#include "segment/points.h"
#include "segment/rules.h"

#include <string.h>

struct Cutter {
    const Lexicon *lexicon, *own;
    size_t longest;
    ListedScratch scratch;
    uint16_t *numbers;
    uint32_t *adjacent, *around, *candidates;
    Listed *listed;
    Points *points, *back;
    uint8_t *own_edges; /* as the own words fix them */
};

Cutter *cutter_new(const Lexicon *lexicon, const Lexicon *own, size_t longest)
{
    Cutter *cutter = g_new0(Cutter, 1);
    size_t padded = longest + 2 * MODEL_PADDING;
    cutter->lexicon = lexicon;
    cutter->own = own;
    cutter->longest = longest;
    cutter->scratch = (ListedScratch){g_new(uint16_t, longest + 1), g_new(ListedPath, longest + 1),
                                      g_new(ListedMatch, longest + 1)};
    cutter->numbers = g_new(uint16_t, padded);
    cutter->adjacent = g_new(uint32_t, padded);
    cutter->around = g_new(uint32_t, padded);
    cutter->candidates = g_new(uint32_t, padded + 1);
    cutter->listed = g_new(Listed, longest + 1);
    cutter->points = g_new(Points, longest);
    cutter->back = g_new(Points, longest);
    cutter->own_edges = g_new(uint8_t, longest);
    return cutter;
}

void cutter_free(Cutter *cutter)
{
    if (!cutter)
        return;
    g_free(cutter->scratch.numbers);
    g_free(cutter->scratch.paths);
    g_free(cutter->scratch.matches);
    g_free(cutter->numbers);
    g_free(cutter->adjacent);
    g_free(cutter->around);
    g_free(cutter->candidates);
    g_free(cutter->listed);
    g_free(cutter->points);
    g_free(cutter->back);
    g_free(cutter->own_edges);
    g_free(cutter);
}

/* Number of the unit `offset` units away from the one at `i`; beyond the text it is a line break's. */
static uint16_t number_near(const ModelIndex *index, const Units *units, size_t i, int offset)
{
    bool is_inside = offset < 0 ? i >= (size_t)-offset : i + (size_t)offset < units->length;
    return is_inside ? model_number(index, &units->items[i + (size_t)(ptrdiff_t)offset])
                     : index->numbers['\n'];
}

static void fill_numbers(Cutter *cutter, const ModelIndex *index, const Run *run)
{
    uint16_t *numbers = cutter->numbers;
    for (int k = MODEL_PADDING; k > 0; k--)
        *numbers++ = number_near(index, run->units, run->first, -k);
    for (size_t i = run->first; i < run->end; i++)
        *numbers++ = model_number(index, &run->units->items[i]);
    for (int k = 0; k < MODEL_PADDING; k++)
        *numbers++ = number_near(index, run->units, run->end, k);
}

void cutter_fix(Cutter *cutter, const Run *run, TifaGranularity granularity, uint8_t *edges)
{
    size_t count = run->end - run->first;
    g_assert(count <= cutter->longest);
    Listed *listed = cutter->listed + 1;
    if (cutter->own) {
        listed_look_up(cutter->own, run, &cutter->scratch, listed);
        listed_fix(listed, count, 1, granularity, edges);
        memcpy(cutter->own_edges, edges, count);
    }
    listed_look_up(cutter->lexicon, run, &cutter->scratch, listed);
    listed_fix(listed, count, LISTED_LEAST, granularity, edges);
    rules_fix(run, granularity, edges);
}

/* Where the pairs of one table are. */
typedef struct {
    const uint32_t *filter;
    uint32_t first, width, slots; /* in words of the table */
    size_t distance;              /* between the two characters */
} PairPlace;

/* The places of pairs that may be in the table. Whether one may be cannot be foreseen, so that there is no
 * branch on it. */
static size_t find_candidates(Cutter *cutter, const PairPlace *place, size_t count)
{
    const uint16_t *numbers = cutter->numbers;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        cutter->candidates[found] = (uint32_t)i;
        found += pair_may_be_in(place->filter, pair_key(numbers[i], numbers[i + place->distance]));
    }
    return found;
}

/* Memory is slow to answer: the slots of all candidates are asked for before any is looked at. */
static void find_pairs(Cutter *cutter, const ModelIndex *index, const PairPlace *place, size_t count,
                       uint32_t *rows)
{
    const uint16_t *numbers = cutter->numbers;
    size_t found = find_candidates(cutter, place, count);
    for (size_t i = 0; i < count; i++)
        rows[i] = place->first + 1;
    for (size_t k = 0; k < found; k++) {
        size_t i = cutter->candidates[k];
        uint32_t key = pair_key(numbers[i], numbers[i + place->distance]);
        rows[i] = place->first + pair_home(place->slots, key) * place->width;
        __builtin_prefetch(&index->table[rows[i]]);
    }
    for (size_t k = 0; k < found; k++) {
        size_t i = cutter->candidates[k];
        uint32_t key = pair_key(numbers[i], numbers[i + place->distance]);
        rows[i] = pair_rows(index->table, place->first, place->width, rows[i], key);
    }
}

ModelView cutter_view(Cutter *cutter, const ModelIndex *index, const Run *run)
{
    size_t padded = run->end - run->first + 2 * MODEL_PADDING;
    fill_numbers(cutter, index, run);
    PairPlace adjacent = {index->filters, model_adjacent_words(index), ADJACENT_WORDS, index->adjacent, 1};
    PairPlace around = {index->filters + PAIR_FILTER_WORDS, model_around_words(index), AROUND_WORDS,
                        index->around, 2};
    find_pairs(cutter, index, &adjacent, padded - 1, cutter->adjacent);
    find_pairs(cutter, index, &around, padded - 2, cutter->around);
    cutter->listed[0] = listed_nothing();
    return (ModelView){cutter->numbers, cutter->adjacent, cutter->around, cutter->listed + 1};
}

/* Own words stay as they are. */
static void mend(const Cutter *cutter, size_t count, uint8_t *edges)
{
    listed_mend(cutter->listed + 1, count, edges);
    for (size_t i = 0; cutter->own && i < count; i++)
        edges[i] = cutter->own_edges[i] == EDGE_FREE ? edges[i] : cutter->own_edges[i];
}

void cutter_decide(Cutter *cutter, const Model *model, const Run *run, TifaGranularity granularity,
                   uint8_t *edges)
{
    const Unit *units = run->units->items + run->first;
    size_t count = run->end - run->first;
    ModelView view = cutter_view(cutter, &model->index, run);
    points_add_up(model, &view, count, cutter->points);
    for (size_t first = 0, end; first < count; first = end + 1) {
        for (end = first; end < count && unit_is_joinable(&units[end]); end++)
            ;
        if (end > first)
            viterbi_decide(cutter->points + first, model->transitions, end - first, cutter->back,
                           edges + first);
    }
    if (granularity == TIFA_WORDS)
        mend(cutter, count, edges);
}
