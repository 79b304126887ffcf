#include "search/search.h"

#include "search/plan.h"

#include <string.h>

enum { BATCH = 512 };

typedef struct {
    TifaCorpus *corpus;
    const TifaQuery *query;
    Answer answer;
    Window window;
    bool is_by_document;     /* the window is a document, else a passage */
    bool has_near;           /* the parts of places are wanted */
    bool is_ended;           /* the visitor wants no more */
    StoreDocument *document; /* of the passages in the window */
    DocumentSet documents;   /* let through by the filters; without any if there are none */
    StoreIds batch;          /* passages that will be looked at together */
    Spans parts;
    SearchVisit *visit;
    void *data;
} Search;

/* ---- Windows --------------------------------------------------------------------------------- */

/* Puts the places of leaves that lie in `span` into search->parts, from the passage's start. */
static void collect_parts(Search *search, const Answer *answer, TifaSpan span, uint32_t start)
{
    for (size_t i = 0; i < answer->count; i++)
        if (!answer->children[i].node->is_negated)
            collect_parts(search, &answer->children[i], span, start);
    for (size_t i = 0; !answer->node->children && i < answer->places.length; i++) {
        TifaSpan part = answer->places.items[i];
        if (part.start >= span.start && part.end <= span.end)
            array_push(&search->parts, ((TifaSpan){part.start - start, part.end - start}));
    }
}

static bool has_near(const Answer *answer)
{
    if (answer->node->kind == QUERY_NEAR || answer->node->kind == QUERY_ORDER)
        return true;
    for (size_t i = 0; i < answer->count; i++)
        if (has_near(&answer->children[i]))
            return true;
    return false;
}

static bool visit_place(Search *search, const StorePassage *passage, TifaSpan span, GError **error)
{
    search->parts.length = 0;
    if (search->has_near) {
        collect_parts(search, &search->answer, span, passage->start);
        spans_sort(&search->parts);
        spans_drop_overlaps(&search->parts);
    }
    TifaSpan inside = {span.start - passage->start, span.end - passage->start};
    Place place = {search->document, passage, inside, search->parts.items, search->parts.length};
    search->is_ended = !search->visit(&place, search->data, error);
    return !search->is_ended;
}

/* Hands out the places of the window. */
static bool visit_window(Search *search, GError **error)
{
    if (search->window.passages.length == 0)
        return true;
    if (!answer_evaluate(&search->answer, &search->window, error))
        return false;
    Spans *places = &search->answer.places;
    spans_drop_overlaps(places);
    size_t at = 0;
    for (size_t i = 0; i < places->length; i++) {
        const WindowPassage *passages = search->window.passages.items;
        while (at + 1 < search->window.passages.length &&
               passages[at + 1].passage.start <= places->items[i].start)
            at++;
        if (!visit_place(search, &passages[at].passage, places->items[i], error))
            return false;
    }
    return true;
}

StoreDocument *search_document_of(const TifaCorpus *corpus, int64_t passage, GError **error)
{
    StoreDocument *document = corpus_document_of(corpus, passage);
    if (!document)
        fail(error, TIFA_ERROR_SYSTEM,
             "%s: passage %" G_GINT64_FORMAT " belongs to no document; run tifa check",
             store_path(corpus->store), passage);
    return document;
}

/* Turns to the document of a passage; what is in the window of the one before is handed out. */
static bool turn_to_document(Search *search, int64_t passage, GError **error)
{
    const StoreDocument *document = search->document;
    if (document && passage >= document->first_passage && passage < document->end_passage)
        return true;
    if (search->is_by_document && !visit_window(search, error))
        return false;
    search->document = search_document_of(search->corpus, passage, error);
    if (!search->document)
        return false;
    answer_turn(&search->answer, &search->window,
                search->document->is_traditional ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED);
    return true;
}

static bool look_at(Search *search, const StorePassage *passage, GError **error)
{
    if (!filter_admits_passage(search->query, passage))
        return true;
    if (search->is_by_document)
        return answer_look(&search->answer, &search->window, passage, true, error);
    answer_turn(&search->answer, &search->window, search->window.script);
    return answer_look(&search->answer, &search->window, passage, false, error) &&
           visit_window(search, error);
}

/* ---- Walks ----------------------------------------------------------------------------------- */

static bool look_at_passage(const StorePassage *passage, void *data, GError **error)
{
    return turn_to_document(data, passage->id, error) && look_at(data, passage, error);
}

/* False also if the visitor has ended the search. */
static bool look_at_batch(Search *search, GError **error)
{
    bool is_done = store_each_listed(search->corpus->store, &search->batch, look_at_passage, search, error);
    search->batch.length = 0;
    return is_done && !search->is_ended;
}

static bool is_let_through(const Search *search, int64_t passage)
{
    const StoreDocument *document =
        search->documents.has ? corpus_document_of(search->corpus, passage) : NULL;
    return !document || search->documents.has[document->index];
}

/* Gathers the passages of the filters' documents and looks at many of them together: one by one they take
 * longer. */
static bool look_at_id(int64_t id, unsigned places, void *data, GError **error)
{
    (void)places;
    Search *search = data;
    if (!is_let_through(search, id))
        return true;
    array_push(&search->batch, id);
    return search->batch.length < BATCH || look_at_batch(search, error);
}

/* Looks at every passage of the documents that the filters let through. */
static bool scan(Search *search, GError **error)
{
    Store *store = search->corpus->store;
    if (!search->documents.has)
        return store_each_passage(store, 0, INT64_MAX, look_at_passage, search, error);
    for (size_t i = 0; i < search->documents.length && !search->is_ended; i++) {
        const StoreDocument *document = search->corpus->documents->pdata[i];
        if (search->documents.has[i] &&
            !store_each_passage(store, document->first_passage, document->end_passage, look_at_passage,
                                search, error))
            return false;
    }
    return true;
}

static bool look_at_candidates(Search *search, const Candidates *candidates, GError **error)
{
    if (candidates->is_all)
        return scan(search, error);
    GError *trouble = NULL;
    bool goes_on = true;
    if (candidates->expression)
        goes_on =
            store_match_rows(search->corpus->store, candidates->expression, look_at_id, search, &trouble);
    for (size_t i = 0; goes_on && i < candidates->ids.length; i++)
        goes_on = look_at_id(candidates->ids.items[i], 0, search, &trouble);
    if (goes_on && !search->is_ended)
        look_at_batch(search, &trouble);
    if (trouble)
        g_propagate_error(error, trouble);
    return !trouble;
}

/* The last document's window, if there is one; the visitor may end here, too. */
static bool finish(Search *search, GError **error)
{
    GError *trouble = NULL;
    if (search->is_by_document && !search->is_ended)
        visit_window(search, &trouble);
    if (trouble)
        g_propagate_error(error, trouble);
    return !trouble;
}

static bool run_tree(Search *search, GError **error)
{
    TifaCorpus *corpus = search->corpus;
    Candidates candidates = {.is_all = false};
    bool is_done = answer_prepare(&search->answer, corpus, search->query->root, error);
    search->is_by_document = is_done && answer_needs_document(&search->answer);
    search->has_near = is_done && has_near(&search->answer);
    is_done =
        is_done && (search->is_by_document ? plan_documents(corpus, &search->answer, &candidates, error)
                                           : plan_passages(corpus, &search->answer, &candidates, error));
    is_done = is_done && look_at_candidates(search, &candidates, error) && finish(search, error);
    candidates_clear(&candidates);
    answer_clear(&search->answer);
    return is_done;
}

/* Hands out the first passage of each document that the filters let through. */
static bool run_documents(Search *search, GError **error)
{
    GError *trouble = NULL;
    for (size_t i = 0; i < search->documents.length && !trouble; i++) {
        StoreDocument *document = search->corpus->documents->pdata[i];
        StorePassage passage;
        if (!search->documents.has[i] || document->first_passage == document->end_passage)
            continue;
        if (!store_get_passage(search->corpus->store, document->first_passage, &passage, &trouble))
            break;
        Place place = {document, &passage, {0, (uint32_t)passage.length}, NULL, 0};
        if (!search->visit(&place, search->data, &trouble))
            break;
    }
    if (trouble)
        g_propagate_error(error, trouble);
    return !trouble;
}

bool search_places(TifaCorpus *corpus, const TifaQuery *query, SearchVisit *visit, void *data, GError **error)
{
    Search search = {.corpus = corpus, .query = query, .visit = visit, .data = data};
    search.window.store = corpus->store;
    bool is_done = corpus_documents(corpus, false, error) != NULL;
    if (is_done && (!query->root || filter_has_documents(query)))
        is_done = filter_documents(corpus, query, &search.documents, error);
    is_done = is_done && (query->root ? run_tree(&search, error) : run_documents(&search, error));
    document_set_clear(&search.documents);
    window_clear(&search.window);
    array_clear(&search.batch);
    array_clear(&search.parts);
    return is_done;
}

/* ---- Counting -------------------------------------------------------------------------------- */

typedef struct {
    SearchCount *count;
    void *data;
    const TifaCorpus *corpus;
    DocumentSet documents; /* let through; without any if there are no filters */
    int64_t passage;       /* whose places are being added up, 0 none yet */
    unsigned places;
} Counting;

static void count_up(Counting *counting, int64_t passage, unsigned places)
{
    if (counting->passage != passage && counting->places)
        counting->count(counting->passage, counting->places, counting->data);
    if (counting->passage != passage)
        counting->places = 0;
    counting->passage = passage;
    counting->places += places;
}

static bool count_place(const Place *place, void *data, GError **error)
{
    (void)error;
    count_up(data, place->passage->id, 1);
    return true;
}

static bool is_counted(const Counting *counting, int64_t passage)
{
    const StoreDocument *document =
        counting->documents.has ? corpus_document_of(counting->corpus, passage) : NULL;
    return !document || counting->documents.has[document->index];
}

static bool count_match(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)error;
    if (is_counted(data, passage))
        count_up(data, passage, places);
    return true;
}

/* Counts what needs no look at the text: a phrase that the index counts exactly, a concept. *is_done says
 * whether the question was of that sort. */
static bool count_leaf(TifaCorpus *corpus, const TifaQuery *query, Counting *counting, bool *is_done,
                       GError **error)
{
    Leaf leaf = {.node = query->root};
    bool is_single = query->root && !query->root->children && query->root->kind != QUERY_REGEX &&
                     query->root->kind != QUERY_TOKENS && !filter_has_places(query);
    bool is_counted_so = !is_single || leaf_prepare(&leaf, corpus, query->root, error);
    *is_done = is_single && (leaf_tags(&leaf) != NULL || leaf.phrase.is_exact);
    if (is_counted_so && *is_done && filter_has_documents(query))
        is_counted_so = filter_documents(corpus, query, &counting->documents, error);
    if (is_counted_so && *is_done && leaf.phrase.is_exact)
        is_counted_so = store_match(corpus->store, leaf.phrase.expression, count_match, counting, error);
    for (size_t i = 0; is_counted_so && *is_done && i < leaf.tags.length; i++)
        count_match(leaf.tags.items[i].passage, 1, counting, error);
    if (is_single)
        leaf_clear(&leaf);
    document_set_clear(&counting->documents);
    return is_counted_so;
}

bool search_counts(TifaCorpus *corpus, const TifaQuery *query, SearchCount *count, void *data, GError **error)
{
    Counting counting = {.count = count, .data = data, .corpus = corpus};
    bool is_done;
    if (!count_leaf(corpus, query, &counting, &is_done, error) ||
        (!is_done && !search_places(corpus, query, count_place, &counting, error)))
        return false;
    if (counting.places)
        count(counting.passage, counting.places, data);
    return true;
}

/* ---- Documents ------------------------------------------------------------------------------- */

typedef struct {
    const TifaCorpus *corpus;
    DocumentSet *set;
} Marking;

static void mark_document(int64_t passage, unsigned places, void *data)
{
    (void)places;
    Marking *marking = data;
    const StoreDocument *document = corpus_document_of(marking->corpus, passage);
    if (document && !marking->set->has[document->index]) {
        marking->set->has[document->index] = true;
        marking->set->count++;
    }
}

bool search_needs_places(const TifaQuery *query, const char *what, GError **error)
{
    return query->root || fail(error, TIFA_ERROR_QUERY,
                               "%s: the question is of filters alone, which find documents; add a phrase or "
                               "concept, for example: 科技 level:plan",
                               what);
}

bool search_documents(TifaCorpus *corpus, const TifaQuery *query, DocumentSet *set, GError **error)
{
    if (!query->root)
        return filter_documents(corpus, query, set, error);
    GPtrArray *documents = corpus_documents(corpus, false, error);
    if (!documents)
        return false;
    *set = (DocumentSet){g_new0(bool, documents->len + 1), documents->len, 0};
    Marking marking = {corpus, set};
    if (search_counts(corpus, query, mark_document, &marking, error))
        return true;
    document_set_clear(set);
    return false;
}
