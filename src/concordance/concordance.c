/* concordance.c - the places of a question, in the order wanted, with their contexts.
 *
 * In the order of the corpus hits are made while the search runs, and it ends when enough are found. For any
 * other order all places are gathered first, without their texts (spot.h); then they are sampled, ordered and
 * grouped, and contexts are read for those alone that are shown. */
#include "concordance/groups.h"
#include "concordance/hits.h"
#include "concordance/sample.h"

#include <string.h>

enum {
    PORTION = 1000, /* hits that are handed out together */
    PROGRESS_EVERY = 4096,
};

/* Where hits go: to `visit`, portion by portion. */
typedef struct {
    TifaCorpus *corpus;
    const TifaFindOptions *options;
    Context context;
    TifaHits *hits; /* the portion at hand */
    size_t portion; /* hits of a full one */
    TifaHitsVisit *visit;
    void *data;
    size_t seen;   /* places found so far */
    bool is_ended; /* by the visitor */
} Finding;

static void tell_progress(const Finding *finding, int64_t passage)
{
    const TifaFindOptions *options = finding->options;
    if (!options->progress || finding->seen % PROGRESS_EVERY)
        return;
    const StoreDocument *last =
        finding->corpus->documents
            ->pdata[finding->corpus->documents->len - 1]; /* there is one: it has hits */
    options->progress((size_t)passage, (size_t)last->end_passage, "passages", options->data);
}

static bool hand_out(Finding *finding, GError **error)
{
    GError *trouble = NULL;
    finding->is_ended = !finding->visit(finding->hits, finding->data, &trouble);
    if (trouble)
        g_propagate_error(error, trouble);
    return trouble == NULL;
}

/* Adds a hit to the portion, which is handed out before if it is full. */
static bool add_hit(Finding *finding, const Place *place, size_t number, GError **error)
{
    TifaHits *hits = finding->hits;
    if (hits->hits.length == finding->portion) {
        hits->has_more = true;
        if (!hand_out(finding, error) || finding->is_ended)
            return false;
        hits_empty(hits);
    }
    TifaHit hit;
    if (!hits_fill(hits, &finding->context, place, &hit, error))
        return false;
    hit.number = number;
    array_push(&hits->hits, hit);
    return true;
}

/* Whether the place is wanted; *is_behind tells that no later one is. */
static bool is_wanted(const Finding *finding, const Place *place, bool *is_behind)
{
    int64_t document = finding->options->document;
    *is_behind = document && place->passage->document > document;
    return !document || place->passage->document == document;
}

/* ---- In the order of the corpus -------------------------------------------------------------- */

static bool take_place(const Place *place, void *data, GError **error)
{
    Finding *finding = data;
    const TifaFindOptions *options = finding->options;
    bool is_behind;
    tell_progress(finding, place->passage->id);
    if (!is_wanted(finding, place, &is_behind))
        return !is_behind;
    if (finding->seen++ < options->offset)
        return true;
    if (options->limit && finding->seen > options->offset + options->limit) {
        finding->hits->has_more = true;
        return false;
    }
    return add_hit(finding, place, finding->seen, error);
}

static bool find_in_order(Finding *finding, const TifaQuery *query, GError **error)
{
    if (!search_places(finding->corpus, query, take_place, finding, error))
        return false;
    if (finding->is_ended)
        return true;
    const TifaFindOptions *options = finding->options;
    bool is_cut = options->limit && finding->seen > options->offset + options->limit;
    finding->hits->has_more = is_cut;
    finding->hits->total = is_cut ? 0 : finding->seen;
    return hand_out(finding, error);
}

/* ---- In any other ---------------------------------------------------------------------------- */

/* Places on their way from the search to the page. */
typedef struct {
    Finding *finding;
    Spots spots;
    Spans parts; /* of all of them */
    Sample sample;
    OrderKeys keys, group_key;
    Columns columns, group_column;
    Groups groups;
    uint32_t *order; /* indices into spots */
    size_t shown;    /* how many of them are left where a group shows its first alone */
} Arranging;

static void arranging_clear(Arranging *arranging)
{
    array_clear(&arranging->spots);
    array_clear(&arranging->parts);
    array_clear(&arranging->sample.drawn);
    array_clear(&arranging->keys);
    array_clear(&arranging->group_key);
    columns_clear(&arranging->columns);
    columns_clear(&arranging->group_column);
    groups_clear(&arranging->groups);
    g_free(arranging->order);
}

static bool gather_place(const Place *place, void *data, GError **error)
{
    (void)error;
    Arranging *arranging = data;
    Finding *finding = arranging->finding;
    const TifaFindOptions *options = finding->options;
    const StorePassage *passage = place->passage;
    bool is_behind;
    tell_progress(finding, passage->id);
    if (!is_wanted(finding, place, &is_behind))
        return !is_behind;
    finding->seen++;
    Spot spot = {.passage = passage->id,
                 .span = place->span,
                 .document = (uint32_t)place->document->index,
                 .parts = (uint32_t)arranging->parts.length,
                 .part_count = (uint32_t)place->part_count};
    for (size_t i = 0; i < place->part_count; i++)
        array_push(&arranging->parts, place->parts[i]);
    if (options->sample)
        sample_offer(&arranging->sample,
                     sample_lot(options->seed, passage->document, passage->start + place->span.start), &spot);
    else
        array_push(&arranging->spots, spot);
    return true;
}

static bool parse_keys(Arranging *arranging, GError **error)
{
    const TifaFindOptions *options = arranging->finding->options;
    if (!order_parse("--sort", options->sort, &arranging->keys, error) ||
        !order_parse("--group", options->group, &arranging->group_key, error))
        return false;
    return arranging->group_key.length <= 1 ||
           fail(error, TIFA_ERROR_INPUT, "--group %s: use one key", options->group);
}

static bool group(Arranging *arranging, GError **error)
{
    const Finding *finding = arranging->finding;
    return arranging->group_key.length == 0 ||
           (columns_read(finding->corpus, &arranging->spots, &arranging->group_key, finding->options,
                         &arranging->group_column, error) &&
            groups_make(finding->corpus, &arranging->spots, arranging->group_column.items,
                        finding->options->collation, &arranging->groups, error));
}

/* Leaves the first hits of each group in the order, as many as are wanted of each. */
static void thin_groups(Arranging *arranging)
{
    const size_t *each = arranging->finding->options->each;
    size_t shown = 0, of_group = 0;
    arranging->shown = arranging->spots.length;
    if (!each || !arranging->groups.of)
        return;
    for (size_t i = 0; i < arranging->spots.length; i++) {
        uint32_t spot = arranging->order[i];
        bool is_first =
            shown == 0 || arranging->groups.of[arranging->order[shown - 1]] != arranging->groups.of[spot];
        of_group = is_first ? 0 : of_group;
        if (of_group++ < *each)
            arranging->order[shown++] = spot;
    }
    arranging->shown = shown;
}

static bool arrange(Arranging *arranging, GError **error)
{
    const Finding *finding = arranging->finding;
    if (finding->options->sample)
        sample_take(&arranging->sample, &arranging->spots);
    if (!columns_read(finding->corpus, &arranging->spots, &arranging->keys, finding->options,
                      &arranging->columns, error) ||
        !group(arranging, error))
        return false;
    arranging->order = order_sort(arranging->spots.length, arranging->groups.of, &arranging->columns,
                                  finding->options->collation, error);
    if (!arranging->order)
        return false;
    thin_groups(arranging);
    return true;
}

static TifaHitGroup shown_group(TifaHits *hits, const Group *group)
{
    return (TifaHitGroup){.label = hits_keep(hits, group->label, strlen(group->label)),
                          .document = group->document,
                          .hits = group->hits,
                          .documents = group->documents,
                          .first = hits->hits.length};
}

static uint32_t group_at(const Arranging *arranging, size_t index)
{
    return arranging->groups.of[arranging->order[index]];
}

/* Counts the hit just added, of that place in the order, to its group. */
static void show_group(Arranging *arranging, size_t index)
{
    TifaHits *hits = arranging->finding->hits;
    uint32_t number = group_at(arranging, index);
    bool goes_on = index > 0 && group_at(arranging, index - 1) == number;
    if (!goes_on || hits->groups.length == 0) {
        array_push(&hits->groups, shown_group(hits, &arranging->groups.items.items[number]));
        array_last(&hits->groups).first--;
        array_last(&hits->groups).goes_on = goes_on;
    }
    array_last(&hits->groups).shown++;
}

static bool show_spot(Arranging *arranging, size_t index, GError **error)
{
    Finding *finding = arranging->finding;
    const Spot *spot = &arranging->spots.items[arranging->order[index]];
    StorePassage passage;
    if (!store_get_passage(finding->corpus->store, spot->passage, &passage, error))
        return false;
    Place place = {finding->corpus->documents->pdata[spot->document], &passage, spot->span, NULL, 0};
    place.parts = spot->part_count ? &arranging->parts.items[spot->parts] : NULL;
    place.part_count = spot->part_count;
    if (!add_hit(finding, &place, index + 1, error))
        return false;
    if (arranging->groups.of)
        show_group(arranging, index);
    return true;
}

/* The part of `count` things that limit and offset let through. */
static size_t page_end(const TifaFindOptions *options, size_t count)
{
    bool is_cut = options->limit && options->offset < count && count - options->offset > options->limit;
    return is_cut ? options->offset + options->limit : count;
}

/* Groups without their hits: limit and offset count groups then. */
static bool show_groups_alone(Arranging *arranging, GError **error)
{
    Finding *finding = arranging->finding;
    TifaHits *hits = finding->hits;
    size_t count = arranging->groups.items.length, end = page_end(finding->options, count);
    for (size_t i = finding->options->offset; i < end; i++)
        array_push(&hits->groups, shown_group(hits, &arranging->groups.items.items[i]));
    hits->has_more = end < count;
    return hand_out(finding, error);
}

static bool show(Arranging *arranging, GError **error)
{
    Finding *finding = arranging->finding;
    const TifaFindOptions *options = finding->options;
    finding->hits->total = finding->seen;
    if (arranging->groups.of && options->each && !*options->each)
        return show_groups_alone(arranging, error);
    size_t end = page_end(options, arranging->shown);
    for (size_t i = options->offset; i < end; i++)
        if (!show_spot(arranging, i, error))
            return finding->is_ended;
    finding->hits->has_more = end < arranging->shown;
    return hand_out(finding, error);
}

static bool find_arranged(Finding *finding, const TifaQuery *query, GError **error)
{
    Arranging arranging = {.finding = finding,
                           .sample = {.size = finding->options->sample, .seed = finding->options->seed}};
    bool is_done = parse_keys(&arranging, error) &&
                   search_places(finding->corpus, query, gather_place, &arranging, error) &&
                   arrange(&arranging, error) && show(&arranging, error);
    arranging_clear(&arranging);
    return is_done;
}

/* ---- The whole ------------------------------------------------------------------------------- */

static bool find(Finding *finding, const TifaQuery *query, GError **error)
{
    static const TifaFindOptions usual;
    const TifaFindOptions *options = finding->options ? finding->options : &usual;
    finding->options = options;
    finding->context = context_new(finding->corpus, options->context);
    bool is_plain = !options->sort && !options->sample && !options->group;
    bool is_done = is_plain ? find_in_order(finding, query, error) : find_arranged(finding, query, error);
    context_clear(&finding->context);
    return is_done;
}

bool tifa_corpus_find_each(TifaCorpus *corpus, const TifaQuery *query, const TifaFindOptions *options,
                           TifaHitsVisit *visit, void *data, GError **error)
{
    g_autoptr(TifaHits) hits = hits_new(corpus, error);
    Finding finding = {corpus, options, .hits = hits, .portion = PORTION, .visit = visit, .data = data};
    return hits && find(&finding, query, error);
}

static bool take_all(const TifaHits *hits, void *data, GError **error)
{
    (void)hits, (void)data, (void)error;
    return true;
}

TifaHits *tifa_corpus_find(TifaCorpus *corpus, const TifaQuery *query, const TifaFindOptions *options,
                           GError **error)
{
    g_autoptr(TifaHits) hits = hits_new(corpus, error);
    Finding finding = {corpus, options, .hits = hits, .portion = SIZE_MAX, .visit = take_all};
    return hits && find(&finding, query, error) ? g_steal_pointer(&hits) : NULL;
}
