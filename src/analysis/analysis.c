#include "analysis/analysis.h"

#include <stdlib.h>

TifaAnalysis *tifa_analysis_new(TifaCorpus *corpus, GError **error)
{
    GPtrArray *documents = corpus_documents(corpus, true, error);
    if (!documents)
        return NULL;
    TifaAnalysis *analysis = g_new0(TifaAnalysis, 1);
    analysis->corpus = corpus;
    analysis->documents = g_ptr_array_ref(documents);
    return analysis;
}

void tifa_analysis_free(TifaAnalysis *analysis)
{
    if (!analysis)
        return;
    g_ptr_array_unref(analysis->documents);
    frequencies_clear(&analysis->whole);
    vocabulary_free(analysis->vocabulary);
    g_free(analysis->words);
    g_free(analysis);
}

const uint32_t *analysis_words(TifaAnalysis *analysis, GError **error)
{
    if (analysis->words)
        return analysis->words;
    g_autofree uint32_t *words = g_new0(uint32_t, analysis->documents->len + 1);
    for (size_t i = 0; i < analysis->documents->len; i++) {
        const StoreDocument *document = analysis->documents->pdata[i];
        StoreCounts counts;
        if (!store_get_document_terms(analysis->corpus->store, document->id, &counts, error))
            return NULL;
        words[i] = counts.words;
    }
    return analysis->words = g_steal_pointer(&words);
}

const Vocabulary *analysis_vocabulary(TifaAnalysis *analysis, GError **error)
{
    if (!analysis->vocabulary)
        analysis->vocabulary = vocabulary_read(analysis->corpus->store, error);
    return analysis->vocabulary;
}

const Frequencies *analysis_frequencies(TifaAnalysis *analysis, const DocumentSet *set, Frequencies *own,
                                        GError **error)
{
    const Vocabulary *vocabulary = analysis_vocabulary(analysis, error);
    Frequencies *wanted = set->count == set->length ? &analysis->whole : own;
    if (!vocabulary)
        return NULL;
    if (!wanted->words &&
        !frequencies_count(analysis->corpus->store, vocabulary, analysis->documents, set->has, wanted, error))
        return NULL;
    return wanted;
}

/* ---- Documents ------------------------------------------------------------------------------- */

static bool take_all(const TifaAnalysis *analysis, DocumentSet *set)
{
    size_t length = analysis->documents->len;
    *set = (DocumentSet){g_new(bool, length + 1), length, length};
    for (size_t i = 0; i < length; i++)
        set->has[i] = true;
    return true;
}

bool analysis_allowed(TifaAnalysis *analysis, const TifaQuery *query, DocumentSet *set, GError **error)
{
    return query ? filter_documents(analysis->corpus, query, set, error) : take_all(analysis, set);
}

bool analysis_documents(TifaAnalysis *analysis, const TifaQuery *query, DocumentSet *set, GError **error)
{
    return query ? search_documents(analysis->corpus, query, set, error) : take_all(analysis, set);
}

typedef struct {
    const TifaCorpus *corpus;
    uint64_t *hits;
} Tally;

static void tally_passage(int64_t passage, unsigned places, void *data)
{
    Tally *tally = data;
    const StoreDocument *document = corpus_document_of(tally->corpus, passage);
    if (document)
        tally->hits[document->index] += places;
}

uint64_t *analysis_hits(TifaAnalysis *analysis, const TifaQuery *query, GError **error)
{
    g_autofree uint64_t *hits = g_new0(uint64_t, analysis->documents->len + 1);
    Tally tally = {analysis->corpus, hits};
    return search_counts(analysis->corpus, query, tally_passage, &tally, error) ? g_steal_pointer(&hits)
                                                                                : NULL;
}

const char *analysis_title(const StoreDocument *document)
{
    return document->title ? document->title : document->path;
}

int analysis_year(const StoreDocument *document)
{
    int year = document->date ? atoi(document->date) : 0;
    return year > 0 ? year : 0;
}

void analysis_note_spread(TifaTable *table, const char *what, const GPtrArray *documents,
                          const uint64_t *hits)
{
    enum { FEW_DOCUMENTS = 5 };
    uint64_t all = 0, most = 0;
    size_t holding = 0, top = 0;
    for (size_t i = 0; i < documents->len; i++) {
        all += hits[i];
        holding += hits[i] > 0;
        top = hits[i] > most ? i : top;
        most = MAX(most, hits[i]);
    }
    if (all == 0)
        return;
    if (holding < FEW_DOCUMENTS)
        table_note(table, "%s%sfew documents: all %" G_GUINT64_FORMAT " hits stand in %zu", what ? what : "",
                   what ? ": " : "", all, holding);
    if (holding > 1 && most > all / 2)
        table_note(table, "%s%sone document carries %.0f %% of the %" G_GUINT64_FORMAT " hits: %s",
                   what ? what : "", what ? ": " : "", 100.0 * (double)most / (double)all, all,
                   analysis_title(documents->pdata[top]));
}
