/* frequencies.c - the words of a sub-corpus, the most frequent first. */
#include "analysis/analysis.h"
#include "statistics/interval.h"

static const TifaColumn columns[] = {
    {"word", "word", TIFA_COLUMN_TEXT, 0, 0},
    {"kind", NULL, TIFA_COLUMN_TEXT, 0, 0},
    {"frequency", "frequency", TIFA_COLUMN_COUNT, 0, TIFA_COLUMN_HAS_BAR},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"documents", "documents", TIFA_COLUMN_COUNT, 0, 0},
    {"share", "%", TIFA_COLUMN_SHARE, 0, 0},
    {"share_low", "95 %", TIFA_COLUMN_LOW, 0, TIFA_COLUMN_IS_SHARE},
    {"share_high", NULL, TIFA_COLUMN_HIGH, 0, TIFA_COLUMN_IS_SHARE},
    {"top_share", "top %", TIFA_COLUMN_SHARE, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static void add_word(TifaTable *table, const Listing *listing, uint32_t word, const Frequencies *frequencies,
                     double documents)
{
    const WordCount *count = &frequencies->words[word];
    table_add_text(table, listing_text(listing, word));
    table_add_text(table, listing_kind(listing, word));
    table_add_number(table, count->count);
    table_add_number(table, 1e4 * count->count / (double)frequencies->total);
    table_add_number(table, count->documents);
    table_add_number(table, count->documents / documents);
    table_add_interval(table, interval_wilson(count->documents, documents));
    table_add_number(table, (double)count->most / count->count);
}

static TifaTable *list(const Vocabulary *vocabulary, const TifaWordChoice *choice,
                       const Frequencies *frequencies, size_t documents)
{
    uint64_t least = choice && choice->least ? choice->least : 1;
    Listing listing = listing_make(vocabulary, choice, frequencies->terms);
    TifaTable *table = table_new(columns);
    size_t different = 0;
    for (uint32_t word = 1; word <= vocabulary->word_count; word++) {
        different += frequencies->words[word].count > 0;
        if (listing.forms[word] && frequencies->words[word].count >= least)
            add_word(table, &listing, word, frequencies, (double)documents);
    }
    table_sort(table, "frequency");
    table_add_fact(table, "documents", (double)documents, 0);
    table_add_fact(table, "words", (double)frequencies->total, 0);
    table_add_fact(table, "different_words", (double)different, 0);
    listing_clear(&listing);
    return table;
}

TifaTable *tifa_analysis_frequencies(TifaAnalysis *analysis, const TifaQuery *query,
                                     const TifaWordChoice *choice, GError **error)
{
    DocumentSet set = {0};
    Frequencies own = {0};
    if (!analysis_documents(analysis, query, &set, error))
        return NULL;
    const Frequencies *frequencies = analysis_frequencies(analysis, &set, &own, error);
    TifaTable *table = frequencies ? list(analysis->vocabulary, choice, frequencies, set.count) : NULL;
    document_set_clear(&set);
    frequencies_clear(&own);
    return table;
}
