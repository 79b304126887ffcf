/* concepts.c - the concepts of a sub-corpus, the most frequent first. */
#include "analysis/tagged.h"
#include "statistics/interval.h"

static const TifaColumn columns[] = {
    {"concept", "concept", TIFA_COLUMN_TEXT, 0, 0},
    {"label", "", TIFA_COLUMN_TEXT, 0, 0},
    {"en", NULL, TIFA_COLUMN_TEXT, 0, 0},
    {"category", NULL, TIFA_COLUMN_TEXT, 0, 0},
    {"frequency", "frequency", TIFA_COLUMN_COUNT, 0, TIFA_COLUMN_HAS_BAR},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"documents", "documents", TIFA_COLUMN_COUNT, 0, 0},
    {"share", "%", TIFA_COLUMN_SHARE, 0, 0},
    {"share_low", "95 %", TIFA_COLUMN_LOW, 0, TIFA_COLUMN_IS_SHARE},
    {"share_high", NULL, TIFA_COLUMN_HIGH, 0, TIFA_COLUMN_IS_SHARE},
    {"top_share", "top %", TIFA_COLUMN_SHARE, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

/* One concept being counted, through all places of the corpus in order. */
typedef struct {
    uint64_t count, documents, most;
    size_t document; /* at hand */
    uint64_t in_document;
    int64_t passage; /* of the last place, and its end there */
    uint32_t end;
} Tally;

static void count_place(Tally *tally, const TaggedPlace *place, size_t document)
{
    if (place->passage == tally->passage && place->span.end <= tally->end)
        return;
    if (tally->in_document == 0 || document != tally->document) {
        tally->documents++;
        tally->in_document = 0;
    }
    tally->document = document;
    tally->passage = place->passage;
    tally->end = place->span.end;
    tally->count++;
    tally->in_document++;
    tally->most = MAX(tally->most, tally->in_document);
}

static Tally *count_places(const TifaAnalysis *analysis, const Tagged *tagged, const DocumentSet *set)
{
    Tally *tallies = g_new0(Tally, tagged->concepts.length + 1);
    for (size_t i = 0; i < tagged->places.length; i++) {
        const TaggedPlace *place = &tagged->places.items[i];
        const StoreDocument *document = corpus_document_of(analysis->corpus, place->passage);
        if (document && set->has[document->index])
            count_place(&tallies[place->concept], place, document->index);
    }
    return tallies;
}

static void add_concept(TifaTable *table, const TaggedConcept *concept, const Tally *tally, double words,
                        double documents)
{
    table_add_text(table, concept->name);
    table_add_text(table, *concept->zh ? concept->zh : concept->en);
    table_add_text(table, concept->en);
    table_add_text(table, concept->category);
    table_add_number(table, (double)tally->count);
    table_add_number(table, 1e4 * (double)tally->count / words);
    table_add_number(table, (double)tally->documents);
    table_add_number(table, (double)tally->documents / documents);
    table_add_interval(table, interval_wilson((double)tally->documents, documents));
    table_add_number(table, (double)tally->most / (double)tally->count);
}

static TifaTable *list(const TifaAnalysis *analysis, const Tagged *tagged, const DocumentSet *set,
                       uint64_t least)
{
    TifaTable *table = table_new(columns);
    g_autofree Tally *tallies = count_places(analysis, tagged, set);
    double words = 0;
    for (size_t i = 0; i < set->length; i++)
        words += set->has[i] ? analysis->words[i] : 0;
    for (size_t i = 0; i < tagged->concepts.length; i++)
        if (tallies[i].count >= MAX(least, 1))
            add_concept(table, &tagged->concepts.items[i], &tallies[i], words, (double)set->count);
    table_sort(table, "frequency");
    table_add_fact(table, "documents", (double)set->count, 0);
    table_add_fact(table, "words", words, 0);
    return table;
}

TifaTable *tifa_analysis_concepts(TifaAnalysis *analysis, const TifaQuery *query, uint64_t least,
                                  GError **error)
{
    DocumentSet set = {0};
    Tagged tagged;
    if (!analysis_words(analysis, error) || !analysis_documents(analysis, query, &set, error))
        return NULL;
    TifaTable *table = NULL;
    if (tagged_read(analysis, &tagged, error)) {
        table = list(analysis, &tagged, &set, least);
        tagged_clear(&tagged);
    }
    document_set_clear(&set);
    return table;
}
