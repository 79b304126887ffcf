/* discover.c - phrases that a dictionary lacks, found in all texts of the corpus, each with a place in
 * context. */
#include "concordance/hits.h"

static bool add_texts(TifaCorpus *corpus, const GPtrArray *documents, TifaDiscovery *discovery,
                      GError **error)
{
    for (unsigned i = 0; i < documents->len; i++) {
        const StoreDocument *listed = documents->pdata[i];
        g_autoptr(TifaDocument) document = store_load_document(corpus->store, listed->id, error);
        size_t length;
        if (!document)
            return false;
        const char *text = tifa_document_text(document, &length);
        if (!tifa_discovery_add(discovery, text, length, i, error))
            return false;
    }
    return true;
}

/* The number of the block that holds the byte at `offset`. */
static size_t block_at(const TifaBlocks *blocks, uint32_t offset)
{
    size_t low = 0, high = blocks->length;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (blocks->items[middle].span.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

typedef struct {
    TifaCorpus *corpus;
    TifaHits *hits;
    Context context;
    StoreDocument *listed; /* the document at hand */
    TifaDocument *document;
} Examples;

/* Fills the hit with one place of the document at hand. */
static bool fill_example(Examples *examples, TifaSpan place, TifaHit *hit, GError **error)
{
    size_t block = block_at(tifa_document_blocks(examples->document), place.start);
    StorePassage passage;
    if (!store_get_passage(examples->corpus->store, examples->listed->first_passage + (int64_t)block,
                           &passage, error))
        return false;
    Place inside = {.passage = &passage,
                    .document = examples->listed,
                    .span = {place.start - passage.start, place.end - passage.start}};
    return hits_fill(examples->hits, &examples->context, &inside, hit, error);
}

/* Makes a document the one at hand. */
static bool turn_to(Examples *examples, StoreDocument *listed, GError **error)
{
    if (examples->document && examples->listed == listed)
        return true;
    tifa_document_free(examples->document);
    examples->document = store_load_document(examples->corpus->store, listed->id, error);
    examples->listed = listed;
    return examples->document != NULL;
}

static int by_document(const void *a, const void *b, void *data)
{
    const TifaCandidates *candidates = data;
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    int64_t order =
        (int64_t)candidates->items[one].example_document - candidates->items[other].example_document;
    return order ? (order < 0 ? -1 : 1) : (one > other) - (one < other);
}

/* A hit for each candidate, made in the order of documents, so that each is loaded once. */
static bool fill_examples(TifaHits *hits, TifaCorpus *corpus, TifaCandidates *candidates, GError **error)
{
    size_t count = candidates->length;
    g_autofree uint32_t *order = g_new(uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    g_qsort_with_data(order, (int)count, sizeof *order, by_document, candidates);
    array_reserve(&hits->hits, count);
    hits->hits.length = count;
    Examples examples = {.corpus = corpus, .hits = hits, .context = context_new(corpus, (TifaContext){0})};
    bool is_filled = true;
    for (size_t i = 0; is_filled && i < count; i++) {
        const TifaCandidate *candidate = &candidates->items[order[i]];
        is_filled = turn_to(&examples, hits->documents->pdata[candidate->example_document], error) &&
                    fill_example(&examples, candidate->example, &hits->hits.items[order[i]], error);
    }
    tifa_document_free(examples.document);
    context_clear(&examples.context);
    return is_filled;
}

TifaHits *tifa_corpus_discover(TifaCorpus *corpus, const TifaConcepts *known,
                               const TifaDiscoveryOptions *options, TifaCandidates *candidates,
                               GError **error)
{
    g_autoptr(TifaHits) hits = hits_new(corpus, error);
    g_autoptr(TifaDiscovery) discovery = tifa_discovery_new(known);
    if (!hits || !add_texts(corpus, hits->documents, discovery, error))
        return NULL;
    TifaCandidates found = {0};
    tifa_discovery_find(discovery, options, &found);
    if (!fill_examples(hits, corpus, &found, error)) {
        tifa_candidates_clear(&found);
        return NULL;
    }
    *candidates = found;
    return g_steal_pointer(&hits);
}
