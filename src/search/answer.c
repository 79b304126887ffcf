#include "search/answer.h"

#include "base/utf8.h"

#include <string.h>

/* ---- Trees ----------------------------------------------------------------------------------- */

bool answer_prepare(Answer *answer, TifaCorpus *corpus, const QueryNode *node, GError **error)
{
    *answer = (Answer){.node = node};
    if (!node->children)
        return leaf_prepare(&answer->leaf, corpus, node, error);
    answer->children = g_new0(Answer, node->children->len);
    for (size_t i = 0; i < node->children->len; i++) {
        answer->count++;
        if (!answer_prepare(&answer->children[i], corpus, node->children->pdata[i], error))
            return false;
    }
    return true;
}

void answer_clear(Answer *answer)
{
    for (size_t i = 0; i < answer->count; i++)
        answer_clear(&answer->children[i]);
    g_free(answer->children);
    leaf_clear(&answer->leaf);
    array_clear(&answer->places);
}

bool answer_needs_document(const Answer *answer)
{
    if (answer->node->kind == QUERY_AND && answer->node->scope >= SCOPE_ARTICLE)
        return true;
    for (size_t i = 0; i < answer->count; i++)
        if (answer_needs_document(&answer->children[i]))
            return true;
    return false;
}

/* ---- Windows --------------------------------------------------------------------------------- */

static void forget_places(Answer *answer)
{
    answer->places.length = 0;
    for (size_t i = 0; i < answer->count; i++)
        forget_places(&answer->children[i]);
}

void window_clear(Window *window)
{
    for (size_t i = 0; i < window->passages.length; i++) {
        if (window->passages.items[i].copy)
            g_string_free(window->passages.items[i].copy, TRUE);
        array_clear(&window->passages.items[i].sentences);
    }
    array_clear(&window->passages);
}

void answer_turn(Answer *answer, Window *window, FoldScript script)
{
    for (size_t i = 0; i < window->passages.length; i++) {
        if (window->passages.items[i].copy)
            g_string_free(window->passages.items[i].copy, TRUE);
        array_clear(&window->passages.items[i].sentences);
    }
    window->passages.length = 0;
    window->script = script;
    forget_places(answer);
}

static bool look_in_leaves(Answer *answer, const StorePassage *passage, FoldScript script, GError **error)
{
    for (size_t i = 0; i < answer->count; i++)
        if (!look_in_leaves(&answer->children[i], passage, script, error))
            return false;
    if (answer->node->children)
        return true;
    size_t first = answer->places.length;
    if (!leaf_find(&answer->leaf, passage, script, &answer->places, error))
        return false;
    for (size_t i = first; i < answer->places.length; i++) {
        answer->places.items[i].start += passage->start;
        answer->places.items[i].end += passage->start;
    }
    return true;
}

bool answer_look(Answer *answer, Window *window, const StorePassage *passage, bool is_kept, GError **error)
{
    array_push(&window->passages, ((WindowPassage){.passage = *passage}));
    WindowPassage *added = &array_last(&window->passages);
    if (is_kept) {
        added->copy = g_string_new_len(passage->text, (gssize)passage->length);
        added->passage.text = added->copy->str;
    }
    return look_in_leaves(answer, &added->passage, window->script, error);
}

/* ---- Regions --------------------------------------------------------------------------------- */

/* The regions of a window one after the other. */
typedef struct {
    Window *window;
    QueryScope scope;
    size_t passage, sentence;
    TifaSpan region; /* in the document's text */
} Regions;

static TifaSpan span_of(const WindowPassage *passage)
{
    return (TifaSpan){passage->passage.start, passage->passage.start + (uint32_t)passage->passage.length};
}

/* Moves to the next sentence: 1, 0 if the window has no more, -1 on error. A passage without tokens is one.
 */
static int next_sentence(Regions *regions, GError **error)
{
    while (regions->passage < regions->window->passages.length) {
        WindowPassage *passage = &regions->window->passages.items[regions->passage];
        if (passage->sentences.length == 0) {
            if (!store_get_sentences(regions->window->store, passage->passage.id, &passage->sentences, error))
                return -1;
            array_push(&passage->sentences, (uint32_t)passage->passage.length);
        }
        if (regions->sentence < passage->sentences.length) {
            uint32_t start = regions->sentence ? passage->sentences.items[regions->sentence - 1] : 0;
            uint32_t end = passage->sentences.items[regions->sentence++];
            regions->region = (TifaSpan){passage->passage.start + start, passage->passage.start + end};
            return 1;
        }
        regions->passage++;
        regions->sentence = 0;
    }
    return 0;
}

/* Whether two passages stand in one article. */
static bool is_same_article(const StorePassage *one, const StorePassage *other)
{
    return one->article > 0 && one->article == other->article && one->insert == other->insert &&
           one->part == other->part;
}

static int next_region(Regions *regions, GError **error)
{
    if (regions->scope == SCOPE_SENTENCE)
        return next_sentence(regions, error);
    const Window *window = regions->window;
    if (regions->passage >= window->passages.length)
        return 0;
    const WindowPassage *first = &window->passages.items[regions->passage++];
    regions->region = span_of(first);
    for (; regions->passage < window->passages.length; regions->passage++) {
        const WindowPassage *next = &window->passages.items[regions->passage];
        if (regions->scope == SCOPE_PARAGRAPH ||
            (regions->scope == SCOPE_ARTICLE && !is_same_article(&first->passage, &next->passage)))
            break;
        regions->region.end = span_of(next).end;
    }
    return 1;
}

/* ---- Nodes ----------------------------------------------------------------------------------- */

static int compare_spans(const void *left, const void *right)
{
    const TifaSpan *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->end > b->end ? -1 : a->end < b->end;
}

void spans_sort(Spans *places)
{
    array_sort(places, compare_spans);
}

void spans_drop_overlaps(Spans *places)
{
    size_t kept = 0;
    for (size_t i = 0; i < places->length; i++)
        if (kept == 0 || places->items[i].start >= places->items[kept - 1].end)
            places->items[kept++] = places->items[i];
    places->length = kept;
}

static void append(Spans *places, const Spans *others, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        array_push(places, others->items[i]);
}

/* Sets ends[i] behind the places of child i that start in the region; cursors[i] is moved to the first of
 * them. Whether the region has what it must have, and nothing it must not. */
static bool region_holds(const Answer *answer, TifaSpan region, size_t *cursors, size_t *ends)
{
    bool holds = true;
    for (size_t i = 0; i < answer->count; i++) {
        const Spans *places = &answer->children[i].places;
        while (cursors[i] < places->length && places->items[cursors[i]].start < region.start)
            cursors[i]++;
        ends[i] = cursors[i];
        while (ends[i] < places->length && places->items[ends[i]].start < region.end)
            ends[i]++;
        holds &= (ends[i] > cursors[i]) != answer->children[i].node->is_negated;
    }
    return holds;
}

static bool find_together(Answer *answer, Window *window, GError **error)
{
    for (size_t i = 0; i < answer->count; i++)
        if (!answer->children[i].node->is_negated && answer->children[i].places.length == 0)
            return true;
    g_autofree size_t *cursors = g_new0(size_t, answer->count), *ends = g_new0(size_t, answer->count);
    Regions regions = {.window = window, .scope = answer->node->scope};
    int found;
    while ((found = next_region(&regions, error)) > 0)
        if (region_holds(answer, regions.region, cursors, ends))
            for (size_t i = 0; i < answer->count; i++)
                if (!answer->children[i].node->is_negated)
                    append(&answer->places, &answer->children[i].places, cursors[i], ends[i]);
    return found == 0;
}

/* The passage that holds a place. */
static const StorePassage *passage_at(const Window *window, uint32_t place)
{
    size_t low = 0, high = window->passages.length;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (window->passages.items[middle].passage.start <= place)
            low = middle;
        else
            high = middle;
    }
    return &window->passages.items[low].passage;
}

/* The place `distance` characters behind `place`, not beyond its passage. */
static uint32_t reach(const Window *window, uint32_t place, unsigned distance)
{
    const StorePassage *passage = passage_at(window, place);
    const char *start = passage->text + (place - passage->start);
    const char *end = utf8_forward(start, passage->text + passage->length, distance);
    return passage->start + (uint32_t)(end - passage->text);
}

/* The index of the first place that starts at `start` or behind it. */
static size_t first_from(const Spans *places, uint32_t start)
{
    size_t low = 0, high = places->length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (places->items[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Adds, for each place of one child, the stretch from there to the end of the nearest place of the other
 * behind it, if it is near enough. Both are in order. */
static void find_before(Answer *answer, const Window *window, const Spans *firsts, const Spans *seconds)
{
    for (size_t i = 0; i < firsts->length; i++) {
        TifaSpan first = firsts->items[i];
        size_t next = first_from(seconds, first.end);
        if (next == seconds->length ||
            seconds->items[next].start > reach(window, first.end, answer->node->distance))
            continue;
        while (next + 1 < seconds->length && seconds->items[next + 1].start == seconds->items[next].start)
            next++; /* the shortest of those that start there */
        array_push(&answer->places, ((TifaSpan){first.start, seconds->items[next].end}));
    }
}

static void find_near(Answer *answer, const Window *window)
{
    const Spans *left = &answer->children[0].places, *right = &answer->children[1].places;
    find_before(answer, window, left, right);
    if (answer->node->kind == QUERY_NEAR)
        find_before(answer, window, right, left);
}

bool answer_evaluate(Answer *answer, Window *window, GError **error)
{
    if (!answer->node->children)
        return true;
    for (size_t i = 0; i < answer->count; i++)
        if (!answer_evaluate(&answer->children[i], window, error))
            return false;
    switch (answer->node->kind) {
    case QUERY_AND:
        if (!find_together(answer, window, error))
            return false;
        break;
    case QUERY_OR:
        for (size_t i = 0; i < answer->count; i++)
            append(&answer->places, &answer->children[i].places, 0, answer->children[i].places.length);
        break;
    default:
        find_near(answer, window);
    }
    spans_sort(&answer->places);
    return true;
}
