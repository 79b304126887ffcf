#include "corpus/corpus.h"

#include <string.h>

TifaCorpus *tifa_corpus_open(const char *path, TifaCorpusMode mode, GError **error)
{
    static const StoreMode modes[] = {
        [TIFA_CORPUS_READ] = STORE_READ,
        [TIFA_CORPUS_WRITE] = STORE_WRITE,
        [TIFA_CORPUS_CREATE] = STORE_CREATE,
        [TIFA_CORPUS_REBUILD] = STORE_REBUILD,
    };
    Store *store = store_open(path, modes[mode], error);
    if (!store)
        return NULL;
    TifaCorpus *corpus = g_new0(TifaCorpus, 1);
    corpus->store = store;
    return corpus;
}

void tifa_corpus_close(TifaCorpus *corpus)
{
    if (!corpus)
        return;
    corpus_forget_documents(corpus);
    tifa_segmenter_free(corpus->segmenter);
    tifa_concepts_free(corpus->concepts);
    g_free(corpus->numbers);
    store_close(corpus->store);
    g_free(corpus);
}

TifaDocument *tifa_read_one(const char *path, GError **error)
{
    TifaReaderOptions options = {.jobs = 1};
    g_autoptr(TifaReader) reader = tifa_reader_new(&options, error);
    if (!reader)
        return NULL;
    tifa_reader_submit(reader, path);
    g_autoptr(TifaReading) reading = tifa_reader_next(reader);
    return tifa_reading_take_only(reading, error);
}

static void cut_words(void *segmenter, const char *text, size_t length, TifaTokens *tokens)
{
    tifa_segmenter_cut(segmenter, text, length, TIFA_WORDS, tokens);
}

TifaCutter tifa_cutter(TifaSegmenter *segmenter)
{
    return (TifaCutter){cut_words, segmenter};
}

/* ---- Documents ------------------------------------------------------------------------------- */

void corpus_forget_documents(TifaCorpus *corpus)
{
    g_clear_pointer(&corpus->documents, g_ptr_array_unref);
}

void corpus_rollback(TifaCorpus *corpus)
{
    store_rollback(corpus->store);
    g_clear_pointer(&corpus->numbers, g_free);
    corpus_forget_documents(corpus);
}

GPtrArray *corpus_documents(TifaCorpus *corpus, bool has_fields, GError **error)
{
    if (!corpus->documents)
        corpus->documents = store_list_documents(corpus->store, error);
    if (!corpus->documents || (has_fields && !store_fill_documents(corpus->store, corpus->documents, error)))
        return NULL;
    return corpus->documents;
}

StoreDocument *corpus_document_of(const TifaCorpus *corpus, int64_t passage)
{
    /* Ids of documents and of their passages grow together, but passages of a removed last document are given
     * anew. */
    size_t low = 0, high = corpus->documents->len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const StoreDocument *document = corpus->documents->pdata[middle];
        if (document->end_passage <= passage)
            low = middle + 1;
        else
            high = middle;
    }
    StoreDocument *document = low < corpus->documents->len ? corpus->documents->pdata[low] : NULL;
    return document && document->first_passage <= passage ? document : NULL;
}

TifaEntry corpus_entry(const StoreDocument *document)
{
    return (TifaEntry){
        .id = document->id,
        .title = document->title,
        .date = document->date,
        .issuer = document->issuer,
        .number = document->number,
        .language = document->lang,
        .format = document->format,
        .path = document->path,
        .passages = (size_t)(document->end_passage - document->first_passage),
    };
}

struct TifaEntries {
    GPtrArray *all;    /* of StoreDocument; keeps the chosen ones */
    GPtrArray *chosen; /* some of them, in the same order */
};

TifaEntries *corpus_entries(GPtrArray *documents, const bool *is_chosen)
{
    TifaEntries *entries = g_new0(TifaEntries, 1);
    entries->all = g_ptr_array_ref(documents);
    entries->chosen = g_ptr_array_new();
    for (unsigned i = 0; i < documents->len; i++)
        if (!is_chosen || is_chosen[i])
            g_ptr_array_add(entries->chosen, documents->pdata[i]);
    return entries;
}

TifaEntries *tifa_corpus_list(TifaCorpus *corpus, GError **error)
{
    GPtrArray *documents = corpus_documents(corpus, true, error);
    return documents ? corpus_entries(documents, NULL) : NULL;
}

void tifa_entries_free(TifaEntries *entries)
{
    if (!entries)
        return;
    g_ptr_array_unref(entries->chosen);
    g_ptr_array_unref(entries->all);
    g_free(entries);
}

size_t tifa_entries_count(const TifaEntries *entries)
{
    return entries->chosen->len;
}

TifaEntry tifa_entries_get(const TifaEntries *entries, size_t index)
{
    g_assert(index < entries->chosen->len);
    return corpus_entry(entries->chosen->pdata[index]);
}

TifaDocument *tifa_corpus_get(TifaCorpus *corpus, int64_t id, GError **error)
{
    return store_load_document(corpus->store, id, error);
}

bool tifa_corpus_remove(TifaCorpus *corpus, int64_t id, GError **error)
{
    corpus_forget_documents(corpus);
    g_autoptr(TifaDocument) document = store_load_document(corpus->store, id, error);
    if (!document || !store_begin(corpus->store, error))
        return false;
    if (store_remove_document(corpus->store, id, error) && store_commit(corpus->store, error))
        return true;
    corpus_rollback(corpus);
    return false;
}

/* ---- Naming a document ----------------------------------------------------------------------- */

/* How well a name fits a document; the better kind of fit wins, and within it there must be one document. */
typedef enum {
    FIT_NONE,
    FIT_PART_OF_TITLE,
    FIT_END_OF_PATH,
    FIT_WHOLE, /* the number, the title or the path */
} Fit;

static Fit fit_of(const StoreDocument *document, const char *name)
{
    const char *wholes[] = {document->number, document->title, document->path};
    for (size_t i = 0; i < G_N_ELEMENTS(wholes); i++)
        if (wholes[i] && g_str_equal(wholes[i], name))
            return FIT_WHOLE;
    g_autofree char *base = g_path_get_basename(document->path);
    if (g_str_equal(base, name) || (strchr(name, '/') && g_str_has_suffix(document->path, name)))
        return FIT_END_OF_PATH;
    return document->title && strstr(document->title, name) ? FIT_PART_OF_TITLE : FIT_NONE;
}

static int64_t resolve_name(const TifaCorpus *corpus, const char *name, GError **error)
{
    Fit best = FIT_NONE;
    int64_t found = 0;
    size_t candidates = 0;
    for (size_t i = 0; i < corpus->documents->len; i++) {
        const StoreDocument *document = corpus->documents->pdata[i];
        Fit fit = fit_of(document, name);
        candidates = fit > best ? 1 : candidates + (fit == best && fit != FIT_NONE);
        found = fit > best ? document->id : found;
        best = MAX(best, fit);
    }
    if (candidates == 1)
        return found;
    if (candidates == 0)
        fail(error, TIFA_ERROR_INPUT, "%s: no document of the corpus is called that; see tifa list", name);
    else
        fail(error, TIFA_ERROR_INPUT,
             "%s: %zu documents of the corpus fit; use the number that tifa list shows", name, candidates);
    return 0;
}

int64_t tifa_corpus_resolve(TifaCorpus *corpus, const char *name, GError **error)
{
    char *end;
    gint64 id = g_ascii_strtoll(name, &end, 10);
    GPtrArray *documents = corpus_documents(corpus, true, error);
    if (!documents)
        return 0;
    for (size_t i = 0; id > 0 && *end == '\0' && i < documents->len; i++)
        if (((StoreDocument *)documents->pdata[i])->id == id)
            return id;
    return resolve_name(corpus, name, error);
}
