/* dispersion.c - how the places of a question are spread over the documents, and inside each. */
#include "statistics/dispersion.h"

#include "analysis/analysis.h"

#include <math.h>

static const TifaColumn columns[] = {
    {"document", "no.", TIFA_COLUMN_COUNT, 0, 0},
    {"title", "title", TIFA_COLUMN_TEXT, 0, 0},
    {"date", "date", TIFA_COLUMN_TEXT, 0, 0},
    {"hits", "hits", TIFA_COLUMN_COUNT, 0, 0},
    {"words", "words", TIFA_COLUMN_COUNT, 0, 0},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"positions", "from beginning to end", TIFA_COLUMN_SERIES, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

/* Parts of a document, all with as many paragraphs. */
enum { BINS = 40 };

typedef struct {
    double hits[BINS];
    uint64_t all;
} Spread;

typedef struct {
    const TifaAnalysis *analysis;
    Spread **spreads; /* by document, NULL for one without hits */
} Spreading;

static bool spread_place(const Place *place, void *data, GError **error)
{
    (void)error;
    Spreading *spreading = data;
    const StorePassage *passage = place->passage;
    const StoreDocument *document = corpus_document_of(spreading->analysis->corpus, passage->id);
    if (!document)
        return true;
    Spread **spread = &spreading->spreads[document->index];
    if (!*spread)
        *spread = g_new0(Spread, 1);
    double paragraphs = (double)(document->end_passage - document->first_passage);
    double inside = passage->length ? (double)place->span.start / (double)passage->length : 0;
    double position = ((double)(passage->id - document->first_passage) + inside) / paragraphs;
    (*spread)->hits[(size_t)fmin(BINS - 1, position * BINS)]++;
    (*spread)->all++;
    return true;
}

static void add_row(TifaTable *table, const StoreDocument *document, const Spread *spread, double words)
{
    table_add_number(table, (double)document->id);
    table_add_text(table, analysis_title(document));
    table_add_text(table, document->date);
    table_add_number(table, (double)spread->all);
    table_add_number(table, words);
    table_add_number(table, words > 0 ? 1e4 * (double)spread->all / words : NAN);
    table_add_series(table, spread->hits, BINS);
}

static void add_facts(TifaTable *table, const DocumentRate *parts, size_t count)
{
    double hits = 0, documents = 0, words = 0;
    for (size_t i = 0; i < count; i++) {
        hits += parts[i].hits;
        documents += parts[i].hits > 0;
        words += parts[i].words;
    }
    table_add_fact(table, "hits", hits, 0);
    table_add_fact(table, "documents", documents, 0);
    table_add_fact(table, "of", (double)count, 0);
    table_add_fact(table, "words", words, 0);
    table_add_fact(table, "dp", dispersion_dp(parts, count), 4);
    table_add_fact(table, "dp_norm", dispersion_dp_norm(parts, count), 4);
    table_add_fact(table, "juilland_d", dispersion_juilland(parts, count), 4);
}

static TifaTable *make_table(const TifaAnalysis *analysis, const DocumentSet *set, Spread *const *spreads)
{
    TifaTable *table = table_new(columns);
    ARRAY(DocumentRate) parts = {0};
    g_autofree uint64_t *hits = g_new0(uint64_t, set->length + 1);
    for (size_t i = 0; i < set->length; i++) {
        if (!set->has[i])
            continue;
        hits[i] = spreads[i] ? spreads[i]->all : 0;
        array_push(&parts, ((DocumentRate){(double)hits[i], analysis->words[i]}));
        if (spreads[i])
            add_row(table, analysis->documents->pdata[i], spreads[i], analysis->words[i]);
    }
    table_sort(table, "date");
    add_facts(table, parts.items, parts.length);
    analysis_note_spread(table, NULL, analysis->documents, hits);
    array_clear(&parts);
    return table;
}

TifaTable *tifa_analysis_dispersion(TifaAnalysis *analysis, const TifaQuery *query, GError **error)
{
    DocumentSet set = {0};
    if (!search_needs_places(query, "dispersion", error) || !analysis_words(analysis, error) ||
        !analysis_allowed(analysis, query, &set, error))
        return NULL;
    Spreading spreading = {analysis, g_new0(Spread *, set.length + 1)};
    TifaTable *table = NULL;
    if (search_places(analysis->corpus, query, spread_place, &spreading, error))
        table = make_table(analysis, &set, spreading.spreads);
    for (size_t i = 0; i < set.length; i++)
        g_free(spreading.spreads[i]);
    g_free(spreading.spreads);
    document_set_clear(&set);
    return table;
}
