/* keywords.c - words that one sub-corpus has more often than another. */
#include "analysis/analysis.h"
#include "statistics/association.h"
#include "statistics/interval.h"

#include <math.h>
#include <string.h>

static const TifaColumn columns[] = {
    {"word", "word", TIFA_COLUMN_TEXT, 0, 0},
    {"frequency", "here", TIFA_COLUMN_COUNT, 0, 0},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"documents", "docs", TIFA_COLUMN_COUNT, 0, 0},
    {"top_share", "top %", TIFA_COLUMN_SHARE, 0, 0},
    {"reference_frequency", "there", TIFA_COLUMN_COUNT, 0, 0},
    {"reference_rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"reference_documents", "docs", TIFA_COLUMN_COUNT, 0, 0},
    {"log_ratio", "log ratio", TIFA_COLUMN_NUMBER, 2, 0},
    {"log_ratio_low", "95 %", TIFA_COLUMN_LOW, 2, 0},
    {"log_ratio_high", NULL, TIFA_COLUMN_HIGH, 2, 0},
    {"g2", "G2", TIFA_COLUMN_NUMBER, 2, 0},
    {"q", "q", TIFA_COLUMN_NUMBER, -2, 0},
    {NULL, NULL, 0, 0, 0},
};

/* One word that was tested. */
typedef struct {
    uint32_t word;
    const char *text;
    Contingency table;
    double g2, ratio, q;
} Tested;

typedef struct {
    const Frequencies *target, *reference;
    ARRAY(Tested) tested;
} Comparison;

static void correct(Comparison *comparison)
{
    size_t count = comparison->tested.length;
    g_autofree double *values = g_new(double, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = p_of_chi_square(comparison->tested.items[i].g2);
    association_correct(values, count, count);
    for (size_t i = 0; i < count; i++)
        comparison->tested.items[i].q = values[i];
}

/* What is more frequent here comes first, then what is less; each by G2. */
static int compare_tested(const void *left, const void *right)
{
    const Tested *a = left, *b = right;
    if ((a->ratio > 0) != (b->ratio > 0))
        return a->ratio > 0 ? -1 : 1;
    if (a->g2 != b->g2)
        return a->g2 > b->g2 ? -1 : 1;
    return strcmp(a->text, b->text);
}

static void test_words(Comparison *comparison, const Listing *listing, uint64_t least)
{
    const Frequencies *target = comparison->target, *reference = comparison->reference;
    for (uint32_t word = 1; word <= listing->vocabulary->word_count; word++) {
        double here = target->words[word].count, there = reference->words[word].count;
        if (!listing->forms[word] || here + there < (double)least)
            continue;
        Tested tested = {.word = word, .text = listing_text(listing, word)};
        tested.table = contingency_of(here, (double)target->total, there, (double)reference->total);
        tested.g2 = association_log_likelihood(&tested.table);
        tested.ratio = association_log_ratio(&tested.table);
        array_push(&comparison->tested, tested);
    }
    correct(comparison);
    array_sort(&comparison->tested, compare_tested);
}

static void add_side(TifaTable *table, const Frequencies *side, uint32_t word)
{
    table_add_number(table, side->words[word].count);
    table_add_number(table, 1e4 * side->words[word].count / (double)side->total);
    table_add_number(table, side->words[word].documents);
}

static void add_tested(TifaTable *table, const Comparison *comparison, const Tested *tested)
{
    const WordCount *count = &comparison->target->words[tested->word];
    table_add_text(table, tested->text);
    add_side(table, comparison->target, tested->word);
    table_add_number(table, count->count ? (double)count->most / count->count : NAN);
    add_side(table, comparison->reference, tested->word);
    table_add_number(table, tested->ratio);
    table_add_interval(table, association_log_ratio_interval(&tested->table));
    table_add_number(table, tested->g2);
    table_add_number(table, tested->q);
}

/* The forms in which words are shown are those of both sides together. */
static Listing make_listing(const Vocabulary *vocabulary, const TifaWordChoice *choice,
                            const Comparison *comparison)
{
    g_autofree uint32_t *terms = g_new(uint32_t, vocabulary->term_count + 1);
    for (size_t i = 0; i <= vocabulary->term_count; i++)
        terms[i] = comparison->target->terms[i] + comparison->reference->terms[i];
    return listing_make(vocabulary, choice, terms);
}

static TifaTable *compare(const Vocabulary *vocabulary, const TifaKeywordOptions *options,
                          Comparison *comparison)
{
    enum { LEAST = 5 };
    Listing listing = make_listing(vocabulary, &options->words, comparison);
    TifaTable *table = table_new(columns);
    test_words(comparison, &listing, options->words.least ? options->words.least : LEAST);
    size_t listed[2] = {0}; /* less frequent, more frequent */
    for (size_t i = 0; i < comparison->tested.length; i++) {
        const Tested *tested = &comparison->tested.items[i];
        size_t *side = &listed[tested->ratio > 0];
        if (tested->q <= options->most_q && (!options->limit || *side < options->limit)) {
            add_tested(table, comparison, tested);
            ++*side;
        }
    }
    table_add_fact(table, "words_here", (double)comparison->target->total, 0);
    table_add_fact(table, "words_there", (double)comparison->reference->total, 0);
    table_add_fact(table, "words_tested", (double)comparison->tested.length, 0);
    listing_clear(&listing);
    return table;
}

/* Leaves in the reference what is not in the target; all other documents if there is no question for it. */
static bool find_reference(TifaAnalysis *analysis, const TifaQuery *question, const DocumentSet *target,
                           DocumentSet *reference, GError **error)
{
    if (!analysis_documents(analysis, question, reference, error))
        return false;
    for (size_t i = 0; i < reference->length; i++)
        if (target->has[i] && reference->has[i]) {
            reference->has[i] = false;
            reference->count--;
        }
    if (reference->count && target->count)
        return true;
    return fail(error, TIFA_ERROR_INPUT, "keywords: there are no documents %s",
                target->count ? "to compare with" : "that answer the question");
}

static void note_sizes(TifaTable *table, const DocumentSet *target, const DocumentSet *reference)
{
    enum { FEW_DOCUMENTS = 5 };
    table_add_fact(table, "documents_here", (double)target->count, 0);
    table_add_fact(table, "documents_there", (double)reference->count, 0);
    if (MIN(target->count, reference->count) < FEW_DOCUMENTS)
        table_note(table,
                   "few documents, %zu against %zu: what differs may be these texts and not their kind",
                   target->count, reference->count);
}

TifaTable *tifa_analysis_keywords(TifaAnalysis *analysis, const TifaQuery *target, const TifaQuery *reference,
                                  const TifaKeywordOptions *options, GError **error)
{
    DocumentSet here = {0}, there = {0};
    Frequencies own_here = {0}, own_there = {0};
    TifaTable *table = NULL;
    Comparison comparison = {0};
    if (analysis_documents(analysis, target, &here, error) &&
        find_reference(analysis, reference, &here, &there, error))
        comparison.target = analysis_frequencies(analysis, &here, &own_here, error);
    if (comparison.target)
        comparison.reference = analysis_frequencies(analysis, &there, &own_there, error);
    if (comparison.reference) {
        table = compare(analysis->vocabulary, options, &comparison);
        note_sizes(table, &here, &there);
    }
    document_set_clear(&here);
    document_set_clear(&there);
    frequencies_clear(&own_here);
    frequencies_clear(&own_there);
    array_clear(&comparison.tested);
    return table;
}
