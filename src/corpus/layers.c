/* layers.c - the derived layers: filled when a document is added, made anew by a rebuild, compared by their
 * stamps. */
#include "corpus/annotate.h"
#include "corpus/corpus.h"

#include <string.h>

/* What is at hand while one document is worked on, passage by passage. */
typedef struct {
    TifaCorpus *corpus;
    TifaSegmenter *segmenter;
    TifaConcepts *concepts;
    const char *date;
    bool is_traditional;
    int layers;
    TifaTokens tokens; /* of the passage at hand */
    TifaTags tags;
} Job;

void tifa_tag(const TifaConcepts *concepts, TifaSegmenter *segmenter, const char *text, size_t length,
              const char *date, TifaTags *tags)
{
    TifaTokens tokens = {0};
    tifa_segmenter_cut(segmenter, text, length, TIFA_WORDS, &tokens);
    TifaTagHints hints = {.date = date, .tokens = &tokens};
    tifa_concepts_tag(concepts, text, length, &hints, tags);
    array_clear(&tokens);
}

void tifa_why(const TifaConcepts *concepts, TifaSegmenter *segmenter, const char *text, size_t length,
              const char *date, TifaVerdicts *verdicts)
{
    TifaTokens tokens = {0};
    tifa_segmenter_cut(segmenter, text, length, TIFA_WORDS, &tokens);
    TifaTagHints hints = {.date = date, .tokens = &tokens};
    tifa_concepts_why(concepts, text, length, &hints, (TifaSpan){0, (uint32_t)length}, verdicts);
    array_clear(&tokens);
}

/* The number a concept has in the file, given now if it is new. */
static bool concept_number(const Job *job, uint32_t index, int64_t *number, GError **error)
{
    TifaCorpus *corpus = job->corpus;
    if (!corpus->numbers)
        corpus->numbers = g_new0(int64_t, tifa_concepts_count(job->concepts));
    if (!corpus->numbers[index]) {
        TifaConcept concept = tifa_concepts_get(job->concepts, index);
        if (!store_add_concept(corpus->store, &concept, &corpus->numbers[index], error))
            return false;
    }
    *number = corpus->numbers[index];
    return true;
}

static bool add_tags(Job *job, int64_t passage, GError **error)
{
    for (size_t i = 0; i < job->tags.length; i++) {
        const TifaTag *tag = &job->tags.items[i];
        int64_t number;
        if (!concept_number(job, tag->concept, &number, error) ||
            !store_add_tag(job->corpus->store, number, passage, tag->span, tag->flags & TIFA_TAG_NESTED,
                           error))
            return false;
    }
    return true;
}

static bool fill_passage(Job *job, int64_t passage, const char *text, size_t length, GError **error)
{
    Store *store = job->corpus->store;
    if (job->layers & (TIFA_LAYER_TOKENS | TIFA_LAYER_TAGS))
        annotate_text(job->segmenter, job->concepts, text, length, job->date, &job->tokens, &job->tags);
    return (!(job->layers & TIFA_LAYER_FULLTEXT) ||
            store_add_fulltext(store, passage, job->is_traditional, text, length, error)) &&
           (!(job->layers & TIFA_LAYER_TOKENS) ||
            store_add_tokens(store, passage, text, job->tokens.items, job->tokens.length, error)) &&
           (!(job->layers & TIFA_LAYER_TAGS) || add_tags(job, passage, error));
}

bool layers_fill(TifaCorpus *corpus, const TifaDocument *document, const StoreDocument *stored, int layers,
                 GError **error)
{
    Job job = {
        .corpus = corpus,
        .segmenter = corpus_segmenter(corpus, error),
        .date = tifa_document_field(document, TIFA_FIELD_DATE),
        .is_traditional = stored->is_traditional,
        .layers = layers,
    };
    job.concepts = job.segmenter ? corpus_concepts(corpus, error) : NULL;
    bool is_filled = job.concepts != NULL;
    const char *text = tifa_document_text(document, NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; is_filled && i < blocks->length; i++) {
        TifaSpan span = blocks->items[i].span;
        is_filled = fill_passage(&job, stored->first_passage + (int64_t)i, text + span.start,
                                 span.end - span.start, error);
    }
    if (layers & TIFA_LAYER_TOKENS)
        is_filled = is_filled && store_end_tokens(corpus->store, stored->id, error);
    array_clear(&job.tokens);
    array_clear(&job.tags);
    return is_filled;
}

/* ---- Stamps ---------------------------------------------------------------------------------- */

typedef struct {
    TifaLayer layer;
    const char *key; /* of the setting */
} Stamp;

static const Stamp stamps[] = {
    {TIFA_LAYER_FULLTEXT, "fulltext"},
    {TIFA_LAYER_TOKENS, "segmenter"},
    {TIFA_LAYER_TAGS, "concepts"},
};

/* The stamp that the installed parts would give a layer. Lent; NULL on error. */
static const char *installed_stamp(TifaCorpus *corpus, TifaLayer layer, GError **error)
{
    if (layer == TIFA_LAYER_FULLTEXT)
        return CORPUS_FULLTEXT_STAMP;
    if (layer == TIFA_LAYER_TOKENS) {
        TifaSegmenter *segmenter = corpus_segmenter(corpus, error);
        return segmenter ? tifa_segmenter_stamp(segmenter) : NULL;
    }
    TifaConcepts *concepts = corpus_concepts(corpus, error);
    return concepts ? tifa_concepts_stamp(concepts) : NULL;
}

bool layers_stamp(TifaCorpus *corpus, int layers, bool only_new, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(stamps); i++) {
        if (!(layers & stamps[i].layer))
            continue;
        g_autofree char *present = only_new ? store_setting(corpus->store, stamps[i].key) : NULL;
        if (present)
            continue;
        const char *stamp = installed_stamp(corpus, stamps[i].layer, error);
        if (!stamp || !store_set_setting(corpus->store, stamps[i].key, stamp, error))
            return false;
    }
    return true;
}

int tifa_corpus_stale(TifaCorpus *corpus, int layers, GError **error)
{
    int stale = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(stamps); i++) {
        if (!(layers & stamps[i].layer))
            continue;
        g_autofree char *used = store_setting(corpus->store, stamps[i].key);
        const char *installed = used ? installed_stamp(corpus, stamps[i].layer, error) : NULL;
        if (used && !installed)
            return -1;
        if (used && !g_str_equal(used, installed))
            stale |= stamps[i].layer;
    }
    return stale;
}

/* ---- Rebuild --------------------------------------------------------------------------------- */

static bool refill(TifaCorpus *corpus, const StoreDocument *listed, int layers, GError **error)
{
    g_autoptr(TifaDocument) document = store_load_document(corpus->store, listed->id, error);
    if (!document || !layers_fill(corpus, document, listed, layers, error))
        return false;
    if (!(layers & TIFA_LAYER_FULLTEXT))
        return true;
    TifaSketch sketch;
    tifa_document_sketch(document, &sketch);
    return store_add_sketch(corpus->store, listed->id, &sketch, error);
}

static bool refill_all(TifaCorpus *corpus, int layers, TifaProgress *progress, void *data, GError **error)
{
    const GPtrArray *documents = corpus_documents(corpus, false, error);
    if (!documents || !store_clear_layers(corpus->store, layers, error))
        return false;
    for (size_t i = 0; i < documents->len; i++) {
        if (!refill(corpus, documents->pdata[i], layers, error))
            return false;
        if (progress && !progress(i + 1, documents->len, data))
            return fail(error, TIFA_ERROR_SYSTEM, "%s: given up; it is as it was before",
                        store_path(corpus->store));
    }
    return true;
}

static bool rebuild(TifaCorpus *corpus, int layers, TifaProgress *progress, void *data, GError **error)
{
    bool is_upgraded;
    if (!store_begin(corpus->store, error) || !store_upgrade(corpus->store, &is_upgraded, error))
        return false;
    layers = is_upgraded ? TIFA_LAYER_ALL : layers;
    corpus_forget_documents(corpus);
    g_clear_pointer(&corpus->numbers, g_free);
    return refill_all(corpus, layers, progress, data, error) && layers_stamp(corpus, layers, false, error) &&
           (!(layers & TIFA_LAYER_FULLTEXT) || store_optimize(corpus->store, error)) &&
           store_commit(corpus->store, error);
}

bool tifa_corpus_rebuild(TifaCorpus *corpus, int layers, TifaProgress *progress, void *data, GError **error)
{
    bool is_rebuilt = rebuild(corpus, layers, progress, data, error);
    if (!is_rebuilt)
        corpus_rollback(corpus);
    return is_rebuilt;
}
