/* succession.c - which concepts rise as the question fades.
 *
 * A candidate is named by the dictionary (renamed to, related) and has a higher share of documents after the
 * turn than before it; or its share is surely higher, and it stands where the question stood: among the same
 * words. Likeness is
 * the cosine of the pairs of characters around, by the logarithm of how often, and weighted by how few of the
 * candidates have them beside them: what stands beside all (推进, promote) tells nothing.
 */
#include "base/utf8.h"
#include "history/history.h"
#include "statistics/interval.h"

#include <math.h>
#include <string.h>

enum { WINDOW = 16 /* characters on each side */, MOST_CONTEXTS = 2000, MOST_SUCCESSORS = 5 };
static const double LEAST_LIKENESS = 0.1;

/* ---- Contexts -------------------------------------------------------------------------------- */

/* The pairs of characters around places -> how often. */
static GHashTable *contexts_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void raise_count(GHashTable *counts, const char *key, size_t length)
{
    char *copy = g_strndup(key, length);
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, copy));
    g_hash_table_insert(counts, copy, GSIZE_TO_POINTER(count + 1));
}

static void note_pairs(GHashTable *contexts, const char *start, const char *end)
{
    bool was_han = false;
    for (const char *place = start, *before = start; place < end;) {
        const char *here = place;
        bool is_han = utf8_is_han(utf8_next(&place));
        if (is_han && was_han)
            raise_count(contexts, before, (size_t)(place - before));
        before = here;
        was_han = is_han;
    }
}

static void note_contexts(GHashTable *contexts, const StorePassage *passage, TifaSpan span)
{
    const char *text = passage->text, *start = text + span.start, *end = text + span.end;
    note_pairs(contexts, utf8_back(text, start, WINDOW), start);
    note_pairs(contexts, end, utf8_forward(end, text + passage->length, WINDOW));
}

/* How telling pairs are: in how many of so many contexts they stand. */
typedef struct {
    GHashTable *contexts; /* pair -> contexts that have it */
    double all;
} Weights;

static double weight_of(const Weights *weights, const char *pair, const void *count)
{
    double having = (double)GPOINTER_TO_SIZE(g_hash_table_lookup(weights->contexts, pair));
    return log1p((double)GPOINTER_TO_SIZE(count)) * log((weights->all + 1) / MAX(having, 1.0));
}

static double product_of(const Weights *weights, GHashTable *left, GHashTable *right)
{
    GHashTableIter iterator;
    void *pair, *count;
    double sum = 0;
    g_hash_table_iter_init(&iterator, left);
    while (g_hash_table_iter_next(&iterator, &pair, &count)) {
        const void *other = g_hash_table_lookup(right, pair);
        sum += other ? weight_of(weights, pair, count) * weight_of(weights, pair, other) : 0;
    }
    return sum;
}

static double likeness_of(const Weights *weights, GHashTable *left, GHashTable *right)
{
    double norms = sqrt(product_of(weights, left, left) * product_of(weights, right, right));
    return norms > 0 ? product_of(weights, left, right) / norms : 0;
}

static void add_to_weights(Weights *weights, GHashTable *contexts)
{
    GHashTableIter iterator;
    void *pair;
    g_hash_table_iter_init(&iterator, contexts);
    while (g_hash_table_iter_next(&iterator, &pair, NULL))
        raise_count(weights->contexts, pair, strlen(pair));
    weights->all++;
}

static bool note_place(const Place *place, void *contexts, GError **error)
{
    (void)error;
    note_contexts(contexts, place->passage, place->span);
    return true;
}

/* ---- Candidates ------------------------------------------------------------------------------ */

typedef struct {
    int64_t passage;
    TifaSpan span;
} TagPlace;

/* A concept's tags, and how many documents of each side of the turn have one. */
typedef struct {
    TifaHistory *history;
    TifaCorpus *corpus;
    ARRAY(TagPlace) tags;
    bool *has; /* by document */
    size_t before, after;
    size_t first; /* the earliest document after the turn, TIFA_NONE */
    TagPlace first_place;
} Candidate;

static bool take_tag(int64_t passage, TifaSpan span, bool is_nested, void *data, GError **error)
{
    (void)is_nested, (void)error;
    Candidate *candidate = data;
    const TifaHistory *history = candidate->history;
    const StoreDocument *document = corpus_document_of(candidate->corpus, passage);
    unsigned year = document && history->asked.has[document->index] ? history_year(document) : 0;
    if (!year || year < history->facts.begin)
        return true;
    array_push(&candidate->tags, ((TagPlace){passage, span}));
    if (candidate->has[document->index])
        return true;
    candidate->has[document->index] = true;
    bool is_after = year > history->facts.turn;
    candidate->before += !is_after;
    candidate->after += is_after;
    bool is_first =
        is_after && (candidate->first == TIFA_NONE ||
                     strcmp(document->date, history_document(history, candidate->first)->date) < 0);
    if (is_first) {
        candidate->first = document->index;
        candidate->first_place = (TagPlace){passage, span};
    }
    return true;
}

/* Whether its share is higher after the turn, as far as the numbers go. */
static bool seems_to_rise(const Candidate *candidate)
{
    const TifaHistoryFacts *facts = &candidate->history->facts;
    return candidate->after * facts->before_of > candidate->before * facts->after_of;
}

/* Whether its share is surely higher after the turn. */
static bool is_rising(const Candidate *candidate)
{
    const TifaHistoryFacts *facts = &candidate->history->facts;
    TifaInterval before = interval_wilson((double)candidate->before, (double)facts->before_of);
    TifaInterval after = interval_wilson((double)candidate->after, (double)facts->after_of);
    return after.low > before.high;
}

/* What stands beside the concept, of so many of its places, evenly chosen. */
static GHashTable *contexts_of(const Candidate *candidate, GError **error)
{
    g_autoptr(GHashTable) contexts = contexts_new();
    size_t step = candidate->tags.length / MOST_CONTEXTS + 1;
    for (size_t i = 0; i < candidate->tags.length; i += step) {
        StorePassage passage;
        if (!store_get_passage(candidate->corpus->store, candidate->tags.items[i].passage, &passage, error))
            return NULL;
        note_contexts(contexts, &passage, candidate->tags.items[i].span);
    }
    return g_steal_pointer(&contexts);
}

/* ---- Judging --------------------------------------------------------------------------------- */

/* The question's last place up to the turn. */
static bool find_early(TifaHistory *history, TifaCorpus *corpus, TifaHistoryPlace *place, GError **error)
{
    for (size_t i = history->seen.length; i > 0; i--) {
        const Seen *seen = &history->seen.items[i - 1];
        if (history_year(history_document(history, seen->document)) <= history->facts.turn)
            return history_place(history, corpus, seen->document, seen->passage, seen->span, place, error);
    }
    return true;
}

/* What the dictionary says that a concept is of the question's, or NULL. */
static const char *said_of(const TifaRelations *relations, uint32_t concept)
{
    for (size_t i = 0; i < relations->length; i++) {
        TifaRelationKind kind = relations->items[i].kind;
        if (relations->items[i].concept == concept &&
            (kind == TIFA_RELATION_RENAMED_TO || kind == TIFA_RELATION_RELATED))
            return tifa_relation_name(kind);
    }
    return NULL;
}

/* A successor that may be one, and what stands around it. */
typedef struct {
    TifaSuccessor successor;
    GHashTable *contexts;
} Rising;

typedef ARRAY(Rising) Risings;

static bool judge(Candidate *candidate, uint32_t concept, const char *said, Risings *risings, GError **error)
{
    TifaHistory *history = candidate->history;
    Rising rising = {.successor = {.concept = concept,
                                   .said = said ? said : "context",
                                   .is_sure = is_rising(candidate),
                                   .before = candidate->before,
                                   .after = candidate->after}};
    if (!rising.successor.is_sure && !(said && seems_to_rise(candidate)))
        return true;
    if (!find_early(history, candidate->corpus, &rising.successor.early, error) ||
        !history_place(history, candidate->corpus, candidate->first, candidate->first_place.passage,
                       candidate->first_place.span, &rising.successor.late, error))
        return false;
    rising.contexts = contexts_of(candidate, error);
    if (rising.contexts)
        array_push(risings, rising);
    return rising.contexts != NULL;
}

/* Keeps those that the dictionary names or that stand among like words. */
static void choose(TifaHistory *history, const Risings *risings, GHashTable *asked)
{
    g_autoptr(GHashTable) having = contexts_new();
    Weights weights = {having, 0};
    for (size_t i = 0; i < risings->length; i++)
        add_to_weights(&weights, risings->items[i].contexts);
    for (size_t i = 0; i < risings->length; i++) {
        TifaSuccessor successor = risings->items[i].successor;
        /* In millionths, so that the order does not hang on the last bits. */
        successor.likeness = round(likeness_of(&weights, asked, risings->items[i].contexts) * 1e6) / 1e6;
        if (successor.likeness >= LEAST_LIKENESS || !g_str_equal(successor.said, "context"))
            array_push(&history->successors, successor);
    }
}

static int compare_successors(const void *left, const void *right)
{
    const TifaSuccessor *a = left, *b = right;
    int by_said = strcmp(b->said, a->said); /* renamed to, related, context */
    if (by_said)
        return by_said;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    return (a->concept > b->concept) - (a->concept < b->concept);
}

/* The concept that the question asks for, -1 if it asks for something else. */
static int64_t concept_of(const TifaConcepts *concepts, const TifaQuery *query)
{
    const QueryNode *root = query->root;
    bool is_leaf = root && (root->kind == QUERY_CONCEPT || root->kind == QUERY_PHRASE);
    return is_leaf && root->text ? tifa_concepts_resolve(concepts, root->text, NULL) : -1;
}

static bool try_concept(TifaHistory *history, TifaCorpus *corpus, const TifaConcept *concept, uint32_t index,
                        const char *said, Risings *risings, GError **error)
{
    int64_t number;
    if (!store_find_concept(corpus->store, concept->id, &number, error))
        return false;
    if (!number)
        return true;
    Candidate candidate = {.history = history,
                           .corpus = corpus,
                           .has = g_new0(bool, history->documents->len + 1),
                           .first = TIFA_NONE};
    bool is_done = store_each_tag(corpus->store, number, take_tag, &candidate, error) &&
                   judge(&candidate, index, said, risings, error);
    g_free(candidate.has);
    array_clear(&candidate.tags);
    return is_done;
}

bool history_find_successors(TifaHistory *history, TifaCorpus *corpus, const TifaQuery *query, GError **error)
{
    const TifaConcepts *concepts = history->facts.turn ? tifa_corpus_concepts(corpus, error) : NULL;
    if (!concepts)
        return history->facts.turn == 0;
    g_autoptr(GHashTable) asked = contexts_new();
    if (!search_places(corpus, query, note_place, asked, error))
        return false;
    int64_t own = concept_of(concepts, query);
    TifaRelations relations = {0};
    Risings risings = {0};
    if (own >= 0)
        tifa_concepts_relations(concepts, (uint32_t)own, &relations);
    bool is_done = true;
    for (uint32_t i = 0; is_done && i < tifa_concepts_count(concepts); i++) {
        TifaConcept concept = tifa_concepts_get(concepts, i);
        if ((int64_t)i != own)
            is_done = try_concept(history, corpus, &concept, i, said_of(&relations, i), &risings, error);
    }
    if (is_done)
        choose(history, &risings, asked);
    for (size_t i = 0; i < risings.length; i++)
        g_hash_table_unref(risings.items[i].contexts);
    array_clear(&risings);
    array_clear(&relations);
    array_sort(&history->successors, compare_successors);
    history->successors.length = MIN(history->successors.length, (size_t)MOST_SUCCESSORS);
    return is_done;
}
