/* ingest.c - files into the corpus.
 *
 * The reader works ahead in its helpers while this process cuts, tags and stores. Several files share a
 * transaction, because a commit waits for the disk; what became of a file is reported only after the commit
 * that made it safe. */
#include "corpus/corpus.h"

/* A commit after so many bytes of text or microseconds, whichever comes first. */
static const size_t BATCH_BYTES = 16 << 20;
static const int64_t BATCH_TIME = 2 * G_USEC_PER_SEC;

/* How many files the reader may hold at a time: enough to keep its helpers busy. */
static const size_t READ_AHEAD = 16;

/* The outcome of a file, until it can be reported. */
typedef struct {
    TifaOutcome outcome;
    char *path, *message;
    GPtrArray *documents;
} Outcome;

typedef struct {
    TifaCorpus *corpus;
    const TifaAddOptions *options;
    GPtrArray *outcomes; /* of Outcome, since the last commit */
    bool is_open;        /* a transaction is open */
    size_t bytes;        /* of text in it */
    int64_t since;       /* when it was opened */
    size_t done, files, failed;
} Ingest;

static void outcome_free(void *data)
{
    Outcome *outcome = data;
    g_free(outcome->path);
    g_free(outcome->message);
    if (outcome->documents)
        g_ptr_array_unref(outcome->documents);
    g_free(outcome);
}

static void note(Ingest *ingest, TifaOutcome kind, const char *path, const char *message,
                 GPtrArray *documents)
{
    Outcome *outcome = g_new0(Outcome, 1);
    *outcome =
        (Outcome){kind, g_strdup(path), g_strdup(message), documents ? g_ptr_array_ref(documents) : NULL};
    g_ptr_array_add(ingest->outcomes, outcome);
    ingest->failed += kind == TIFA_OUTCOME_FAILED;
}

static bool begin(Ingest *ingest, GError **error)
{
    if (ingest->is_open)
        return true;
    ingest->is_open = store_begin(ingest->corpus->store, error);
    if (store_was_changed(ingest->corpus->store)) /* concepts may have other numbers */
        g_clear_pointer(&ingest->corpus->numbers, g_free);
    ingest->bytes = 0;
    ingest->since = g_get_monotonic_time();
    return ingest->is_open;
}

/* Makes everything so far safe, and reports it. */
static bool commit(Ingest *ingest, GError **error)
{
    if (ingest->is_open && !store_commit(ingest->corpus->store, error))
        return false;
    ingest->is_open = false;
    for (size_t i = 0; i < ingest->outcomes->len; i++) {
        const Outcome *outcome = ingest->outcomes->pdata[i];
        ingest->done = MIN(ingest->done + 1, ingest->files); /* an archive may have more than one outcome */
        TifaAdding adding = {outcome->outcome,   outcome->path, outcome->message,
                             outcome->documents, ingest->done,  ingest->files};
        if (ingest->options->report)
            ingest->options->report(&adding, ingest->options->data);
    }
    g_ptr_array_set_size(ingest->outcomes, 0);
    return true;
}

static bool add_document(Ingest *ingest, int64_t source, unsigned ordinal, TifaDocument *document,
                         GError **error)
{
    Store *store = ingest->corpus->store;
    StoreDocument added = {0};
    TifaSketch sketch;
    size_t length;
    tifa_document_text(document, &length);
    ingest->bytes += length;
    tifa_document_sketch(document, &sketch);
    return duplicates_warn(ingest->corpus, document, &sketch, error) &&
           store_add_document(store, source, ordinal, document, &added, error) &&
           layers_fill(ingest->corpus, document, &added, TIFA_LAYER_ALL, error) &&
           store_add_sketch(store, added.id, &sketch, error);
}

static bool add_documents(Ingest *ingest, const TifaReading *reading, GError **error)
{
    int64_t source;
    if (!begin(ingest, error) || !store_add_source(ingest->corpus->store, reading->digest, reading->path,
                                                   reading->size, &source, error))
        return false;
    for (unsigned i = 0; i < reading->documents->len; i++)
        if (!add_document(ingest, source, i + 1, reading->documents->pdata[i], error))
            return false;
    note(ingest, TIFA_OUTCOME_ADDED, reading->path, "", reading->documents);
    return true;
}

/* Says what inside an archive could not be read; its other members are added all the same. */
static void note_failures(Ingest *ingest, const TifaReading *reading)
{
    for (unsigned i = 0; reading->failures && i < reading->failures->len; i++) {
        g_autofree char *message =
            g_strdup_printf("%s: %s", reading->path, (char *)reading->failures->pdata[i]);
        note(ingest, TIFA_OUTCOME_FAILED, reading->path, message, NULL);
    }
}

/* One file: added, known already, or failed. False only on trouble with the corpus itself. */
static bool take(Ingest *ingest, const TifaReading *reading, GError **error)
{
    if (reading->error) {
        note(ingest, TIFA_OUTCOME_FAILED, reading->path, reading->error->message, NULL);
        return true;
    }
    int64_t known;
    g_autofree char *first_path = NULL;
    if (!store_find_source(ingest->corpus->store, reading->digest, &known, &first_path, error))
        return false;
    if (known) {
        note(ingest, TIFA_OUTCOME_KNOWN, reading->path, first_path, NULL);
        return true;
    }
    note_failures(ingest, reading);
    return add_documents(ingest, reading, error);
}

static bool is_batch_full(const Ingest *ingest)
{
    unsigned most = ingest->options->commit_every;
    return (most && ingest->outcomes->len >= most) || ingest->bytes >= BATCH_BYTES ||
           g_get_monotonic_time() - ingest->since >= BATCH_TIME;
}

static bool is_stopped(const Ingest *ingest)
{
    return ingest->options->is_stopped && ingest->options->is_stopped(ingest->options->data);
}

static bool take_all(Ingest *ingest, TifaReader *reader, const GPtrArray *paths, GError **error)
{
    size_t next = 0;
    for (;;) {
        while (next < paths->len && tifa_reader_pending(reader) < READ_AHEAD)
            tifa_reader_submit(reader, paths->pdata[next++]);
        while (!tifa_reader_wait(reader) && !is_stopped(ingest))
            ;
        /* A file whose helper got the signal, too, has not failed: it is left. */
        g_autoptr(TifaReading) reading = is_stopped(ingest) ? NULL : tifa_reader_next(reader);
        if (!reading)
            return commit(ingest, error);
        if (!take(ingest, reading, error) || (is_batch_full(ingest) && !commit(ingest, error)))
            return false;
    }
}

static void warn(const TifaAddOptions *options, const char *warning)
{
    if (*warning && options->warn)
        options->warn(warning, options->data);
}

/* Folders are searched first, so that progress knows its end. */
static bool run(Ingest *ingest, const char *const *paths, GError **error)
{
    g_autoptr(TifaReader) reader = tifa_reader_new(&ingest->options->reader, error);
    if (!reader || !corpus_segmenter(ingest->corpus, error) || !corpus_concepts(ingest->corpus, error) ||
        !begin(ingest, error) || !layers_stamp(ingest->corpus, TIFA_LAYER_ALL, true, error))
        return false;
    warn(ingest->options, tifa_reader_warning(reader));
    warn(ingest->options, tifa_segmenter_warning(corpus_segmenter(ingest->corpus, NULL)));
    bool reads_images = ingest->options->reader.ocr;
    FileList files = files_collect(paths, reads_images);
    ingest->files = files.paths->len + files.skipped->len + (reads_images ? 0 : files.images->len);
    for (size_t i = 0; i < files.skipped->len; i++)
        note(ingest, TIFA_OUTCOME_SKIPPED, files.skipped->pdata[i], "", NULL);
    for (size_t i = 0; !reads_images && i < files.images->len; i++)
        note(ingest, TIFA_OUTCOME_IMAGE, files.images->pdata[i], "", NULL);
    bool is_done = take_all(ingest, reader, files.paths, error);
    files_clear(&files);
    return is_done;
}

bool tifa_corpus_add(TifaCorpus *corpus, const char *const *paths, const TifaAddOptions *options,
                     size_t *failed, GError **error)
{
    Ingest ingest = {
        .corpus = corpus, .options = options, .outcomes = g_ptr_array_new_with_free_func(outcome_free)};
    corpus_forget_documents(corpus);
    bool is_done = run(&ingest, paths, error);
    if (!is_done)
        corpus_rollback(corpus);
    g_ptr_array_unref(ingest.outcomes);
    if (failed)
        *failed = ingest.failed;
    return is_done;
}
