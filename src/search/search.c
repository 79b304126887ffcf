#include "search/search.h"

#include "search/phrase.h"

#include <string.h>

typedef ARRAY(int64_t) Ids;

/* A concept's place, before its passage is read. */
typedef struct {
    int64_t passage;
    TifaSpan span;
} TagPlace;

/* A leaf of the question, ready to be looked for. */
typedef struct {
    const QueryNode *node;
    bool is_wanted;       /* not below a negation: its places are part of the answer */
    Phrase phrase;        /* of a phrase */
    ARRAY(TagPlace) tags; /* of a concept: all its places, not overlapping, in order */
    size_t next_tag;      /* passages come in order, so the places are read from front to back */
    Spans places;         /* in the passage at hand */
} Leaf;

typedef struct {
    TifaCorpus *corpus;
    const TifaQuery *query;
    ARRAY(Leaf) leaves;
    Spans merged; /* of the passage at hand, to be handed out */
    StoreOffsets sentences;
    SearchVisit *visit;
    void *data;
} Search;

/* ---- Leaves ---------------------------------------------------------------------------------- */

static bool keep_tag(int64_t passage, TifaSpan span, bool is_nested, void *data, GError **error)
{
    (void)is_nested, (void)error;
    Leaf *leaf = data;
    /* Tags of one concept inside each other (军民融合 in 军民融合发展) are one place: the longer, which comes
     * first. */
    const TagPlace *last = leaf->tags.length ? &array_last(&leaf->tags) : NULL;
    if (!last || last->passage != passage || last->span.end <= span.start)
        array_push(&leaf->tags, ((TagPlace){passage, span}));
    return true;
}

/* The concept's number in the file, 0 if nothing is tagged with it. It may be named by its id or by a label
 * of its own. */
static bool find_number(TifaCorpus *corpus, const char *name, int64_t *number, GError **error)
{
    if (!store_find_concept(corpus->store, name, number, error))
        return false;
    if (*number)
        return true;
    TifaConcepts *concepts = corpus_concepts(corpus, error);
    int64_t index = concepts ? tifa_concepts_resolve(concepts, name, error) : -1;
    if (index < 0)
        return concepts ? fail_in(error, "question") : false;
    return store_find_concept(corpus->store, tifa_concepts_get(concepts, (uint32_t)index).id, number, error);
}

static bool load_concept(Search *search, Leaf *leaf, GError **error)
{
    int64_t number;
    if (!find_number(search->corpus, leaf->node->text, &number, error))
        return false;
    return number == 0 || store_each_tag(search->corpus->store, number, keep_tag, leaf, error);
}

static bool prepare_leaves(Search *search, const QueryNode *node, bool is_wanted, GError **error)
{
    is_wanted = is_wanted && !node->is_negated;
    for (size_t i = 0; node->children && i < node->children->len; i++)
        if (!prepare_leaves(search, node->children->pdata[i], is_wanted, error))
            return false;
    if (node->children)
        return true;
    array_push(&search->leaves, ((Leaf){.node = node, .is_wanted = is_wanted}));
    Leaf *leaf = &array_last(&search->leaves);
    if (node->kind == QUERY_CONCEPT)
        return load_concept(search, leaf, error);
    leaf->phrase = phrase_prepare(node->text);
    return true;
}

static Leaf *leaf_of(Search *search, const QueryNode *node)
{
    for (size_t i = 0; i < search->leaves.length; i++)
        if (search->leaves.items[i].node == node)
            return &search->leaves.items[i];
    g_assert_not_reached();
}

static void search_clear(Search *search)
{
    for (size_t i = 0; i < search->leaves.length; i++) {
        Leaf *leaf = &search->leaves.items[i];
        if (leaf->node->kind == QUERY_PHRASE)
            phrase_clear(&leaf->phrase);
        array_clear(&leaf->tags);
        array_clear(&leaf->places);
    }
    array_clear(&search->leaves);
    array_clear(&search->merged);
    array_clear(&search->sentences);
}

/* ---- Candidates: the passages to look at, sorted --------------------------------------------- */

static bool push_id(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)places, (void)error;
    Ids *ids = data;
    array_push(ids, passage);
    return true;
}

static bool push_passage(const StorePassage *passage, void *data, GError **error)
{
    return push_id(passage->id, 0, data, error);
}

static bool leaf_candidates(Search *search, const Leaf *leaf, Ids *ids, GError **error)
{
    for (size_t i = 0; i < leaf->tags.length; i++)
        if (ids->length == 0 || array_last(ids) != leaf->tags.items[i].passage)
            array_push(ids, leaf->tags.items[i].passage);
    if (leaf->node->kind == QUERY_CONCEPT)
        return true;
    if (!leaf->phrase.expression)
        return store_each_passage(search->corpus->store, 0, INT64_MAX, push_passage, ids, error);
    return store_match_rows(search->corpus->store, leaf->phrase.expression, push_id, ids, error);
}

/* Leaves in `ids` what is in both lists, or in either. */
static void combine(Ids *ids, const Ids *others, bool is_union)
{
    Ids combined = {0};
    size_t i = 0, j = 0;
    while (i < ids->length || j < others->length) {
        bool has_left = i < ids->length, has_right = j < others->length;
        int64_t left = has_left ? ids->items[i] : INT64_MAX, right = has_right ? others->items[j] : INT64_MAX;
        if (is_union || left == right)
            array_push(&combined, MIN(left, right));
        i += left <= right;
        j += right <= left;
    }
    array_clear(ids);
    *ids = combined;
}

static bool candidates(Search *search, const QueryNode *node, Ids *ids, GError **error)
{
    if (!node->children)
        return leaf_candidates(search, leaf_of(search, node), ids, error);
    bool is_first = true;
    for (size_t i = 0; i < node->children->len; i++) {
        const QueryNode *child = node->children->pdata[i];
        if (child->is_negated)
            continue;
        Ids others = {0};
        bool is_found = candidates(search, child, is_first ? ids : &others, error);
        if (is_found && !is_first)
            combine(ids, &others, node->kind == QUERY_OR);
        array_clear(&others);
        if (!is_found)
            return false;
        is_first = false;
    }
    return true;
}

/* ---- One passage ----------------------------------------------------------------------------- */

static void find_in_passage(Search *search, const StorePassage *passage)
{
    StoreDocument *document = corpus_document_of(search->corpus, passage->id);
    FoldScript script = document && document->is_traditional ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED;
    for (size_t i = 0; i < search->leaves.length; i++) {
        Leaf *leaf = &search->leaves.items[i];
        leaf->places.length = 0;
        if (leaf->node->kind == QUERY_PHRASE)
            phrase_find(&leaf->phrase, passage->text, passage->length, script, &leaf->places);
        while (leaf->next_tag < leaf->tags.length && leaf->tags.items[leaf->next_tag].passage < passage->id)
            leaf->next_tag++;
        for (; leaf->next_tag < leaf->tags.length && leaf->tags.items[leaf->next_tag].passage == passage->id;
             leaf->next_tag++)
            array_push(&leaf->places, leaf->tags.items[leaf->next_tag].span);
    }
}

static bool is_in(const Spans *places, TifaSpan sentence)
{
    for (size_t i = 0; i < places->length; i++)
        if (places->items[i].start >= sentence.start && places->items[i].start < sentence.end)
            return true;
    return false;
}

/* Whether the sentence answers the node. */
static bool holds(Search *search, const QueryNode *node, TifaSpan sentence)
{
    bool answer = node->kind == QUERY_AND;
    if (!node->children)
        answer = is_in(&leaf_of(search, node)->places, sentence);
    for (size_t i = 0; node->children && i < node->children->len; i++) {
        bool is_held = holds(search, node->children->pdata[i], sentence);
        answer = node->kind == QUERY_AND ? answer && is_held : answer || is_held;
    }
    return answer != node->is_negated;
}

static int compare_spans(const void *left, const void *right)
{
    const TifaSpan *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->end > b->end ? -1 : a->end < b->end;
}

/* Adds the places of a sentence that answers: those of every leaf that is asked for. */
static void merge_sentence(Search *search, TifaSpan sentence)
{
    for (size_t i = 0; i < search->leaves.length; i++) {
        const Leaf *leaf = &search->leaves.items[i];
        for (size_t j = 0; leaf->is_wanted && j < leaf->places.length; j++)
            if (leaf->places.items[j].start >= sentence.start && leaf->places.items[j].start < sentence.end)
                array_push(&search->merged, leaf->places.items[j]);
    }
}

/* Leaves the places that do not lie in or across an earlier one. */
static void drop_overlaps(Spans *places)
{
    if (places->length > 1)
        qsort(places->items, places->length, sizeof *places->items, compare_spans);
    size_t kept = 0;
    for (size_t i = 0; i < places->length; i++)
        if (kept == 0 || places->items[i].start >= places->items[kept - 1].end)
            places->items[kept++] = places->items[i];
    places->length = kept;
}

static bool visit_places(const Search *search, const StorePassage *passage, const Spans *places,
                         GError **error)
{
    for (size_t i = 0; i < places->length; i++) {
        Place place = {passage, places->items[i]};
        if (!search->visit(&place, search->data, error))
            return false;
    }
    return true;
}

/* Hands out the passage's places, sentence by sentence where the question has more than one leaf. */
static bool visit_passage(Search *search, const StorePassage *passage, GError **error)
{
    find_in_passage(search, passage);
    if (search->leaves.length == 1)
        return visit_places(search, passage, &search->leaves.items[0].places, error);
    search->merged.length = search->sentences.length = 0;
    if (!store_get_sentences(search->corpus->store, passage->id, &search->sentences, error))
        return false;
    array_push(&search->sentences, (uint32_t)passage->length); /* if the tokens are missing: one sentence */
    uint32_t start = 0;
    for (size_t i = 0; i < search->sentences.length; i++) {
        TifaSpan sentence = {start, search->sentences.items[i]};
        if (sentence.end > start && holds(search, search->query->root, sentence))
            merge_sentence(search, sentence);
        start = sentence.end;
    }
    drop_overlaps(&search->merged);
    return visit_places(search, passage, &search->merged, error);
}

/* ---- The whole ------------------------------------------------------------------------------- */

static bool visit_id(int64_t id, unsigned places, void *data, GError **error)
{
    (void)places;
    Search *search = data;
    StorePassage passage;
    return store_get_passage(search->corpus->store, id, &passage, error) &&
           visit_passage(search, &passage, error);
}

static bool visit_scanned(const StorePassage *passage, void *data, GError **error)
{
    return visit_passage(data, passage, error);
}

static bool visit_candidates(Search *search, GError **error)
{
    Ids ids = {0};
    bool is_going = candidates(search, search->query->root, &ids, error);
    GError *trouble = NULL;
    for (size_t i = 0; is_going && i < ids.length; i++)
        is_going = visit_id(ids.items[i], 0, search, &trouble);
    array_clear(&ids);
    if (trouble)
        g_propagate_error(error, trouble);
    return !trouble;
}

/* Runs a prepared search. A single phrase needs no list of candidates: the places come as the index gives
 * them. */
static bool run(Search *search, GError **error)
{
    const Leaf *only = search->leaves.length == 1 ? &search->leaves.items[0] : NULL;
    if (!only || only->node->kind != QUERY_PHRASE)
        return visit_candidates(search, error);
    if (!only->phrase.expression)
        return store_each_passage(search->corpus->store, 0, INT64_MAX, visit_scanned, search, error);
    return store_match_rows(search->corpus->store, only->phrase.expression, visit_id, search, error);
}

bool search_places(TifaCorpus *corpus, const TifaQuery *query, SearchVisit *visit, void *data, GError **error)
{
    Search search = {.corpus = corpus, .query = query, .visit = visit, .data = data};
    bool is_done = corpus_documents(corpus, false, error) &&
                   prepare_leaves(&search, query->root, true, error) && run(&search, error);
    search_clear(&search);
    return is_done;
}

/* ---- Counting -------------------------------------------------------------------------------- */

typedef struct {
    SearchCount *count;
    void *data;
    int64_t passage; /* whose places are being added up, 0 none yet */
    unsigned places;
} Counting;

static bool count_place(const Place *place, void *data, GError **error)
{
    (void)error;
    Counting *counting = data;
    if (counting->passage != place->passage->id && counting->places)
        counting->count(counting->passage, counting->places, counting->data);
    if (counting->passage != place->passage->id)
        counting->places = 0;
    counting->passage = place->passage->id;
    counting->places++;
    return true;
}

static bool count_match(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)error;
    const Counting *counting = data;
    counting->count(passage, places, counting->data);
    return true;
}

bool search_counts(TifaCorpus *corpus, const TifaQuery *query, SearchCount *count, void *data, GError **error)
{
    Counting counting = {.count = count, .data = data};
    if (query->root->kind == QUERY_PHRASE) {
        Phrase phrase = phrase_prepare(query->root->text);
        bool is_exact = phrase.is_exact;
        bool is_done =
            is_exact && store_match(corpus->store, phrase.expression, count_match, &counting, error);
        phrase_clear(&phrase);
        if (is_exact)
            return is_done;
    }
    if (!search_places(corpus, query, count_place, &counting, error))
        return false;
    if (counting.places)
        count(counting.passage, counting.places, data);
    return true;
}
