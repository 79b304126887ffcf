/* bench-statistics - how long statistics of a corpus take, through libtifa.
 *
 *     bench-statistics CORPUS TARGET REFERENCE
 *
 * TARGET and REFERENCE are questions whose documents are compared for keywords. Milliseconds of wall clock:
 * the first time in a process, which reads the vocabulary and what is not in memory yet, and the least of
 * RUNS more.
 */
#include "tifa.h"

#include <stdlib.h>

enum { RUNS = 7 };

typedef struct {
    TifaCorpus *corpus;
    TifaQuery *node, *target, *reference;
} Bench;

static void stop(const GError *error)
{
    fprintf(stderr, "bench-statistics: %s\n", error ? error->message : "failed");
    exit(2);
}

typedef TifaTable *Ask(const Bench *bench, TifaAnalysis *analysis, GError **error);

static TifaTable *ask_frequencies(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    return tifa_analysis_frequencies(analysis, bench->target, NULL, error);
}

static TifaTable *ask_all_frequencies(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    (void)bench;
    return tifa_analysis_frequencies(analysis, NULL, NULL, error);
}

static TifaTable *ask_keywords(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    TifaKeywordOptions options = {.most_q = 0.05, .limit = 50};
    return tifa_analysis_keywords(analysis, bench->target, bench->reference, &options, error);
}

static TifaTable *ask_collocates(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    return tifa_analysis_collocates(analysis, bench->node, 5, 5, NULL, error);
}

static TifaTable *ask_count(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    return tifa_analysis_count(analysis, bench->node, (TifaGrouping[]){TIFA_BY_YEAR}, 1, 1, error);
}

static TifaTable *ask_dispersion(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    return tifa_analysis_dispersion(analysis, bench->node, error);
}

static TifaTable *ask_ngrams(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    (void)bench;
    return tifa_analysis_ngrams(analysis, NULL, 2, 4, NULL, error);
}

static TifaTable *ask_cooccurrence(const Bench *bench, TifaAnalysis *analysis, GError **error)
{
    (void)bench;
    return tifa_analysis_cooccurrence(analysis, NULL, TIFA_WITHIN_PARAGRAPH, NULL, 0, error);
}

/* Milliseconds of one question; *rows gets the rows of the answer. */
static double time_once(const Bench *bench, TifaAnalysis *analysis, Ask *ask, size_t *rows)
{
    GError *error = NULL;
    int64_t start = g_get_monotonic_time();
    g_autoptr(TifaTable) table = ask(bench, analysis, &error);
    if (!table)
        stop(error);
    *rows = tifa_table_rows(table);
    return (double)(g_get_monotonic_time() - start) / 1e3;
}

static void time_one(const Bench *bench, const char *name, Ask *ask, int runs)
{
    size_t rows;
    GError *error = NULL;
    g_autoptr(TifaAnalysis) analysis = tifa_analysis_new(bench->corpus, &error);
    if (!analysis)
        stop(error);
    double first = time_once(bench, analysis, ask, &rows), least = first;
    for (int run = 1; run < runs; run++) {
        double time = time_once(bench, analysis, ask, &rows);
        least = MIN(least, time);
    }
    printf("%-22s %9.1f %9.1f %9zu\n", name, first, least, rows);
}

static TifaQuery *parse(const char *question)
{
    GError *error = NULL;
    TifaQuery *query = tifa_query_parse(question, &error);
    if (!query)
        stop(error);
    return query;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: bench-statistics CORPUS TARGET REFERENCE\n", stderr);
        return 2;
    }
    GError *error = NULL;
    Bench bench = {tifa_corpus_open(argv[1], TIFA_CORPUS_READ, &error), parse("科技"), parse(argv[2]),
                   parse(argv[3])};
    if (!bench.corpus)
        stop(error);
    printf("%-22s %9s %9s %9s\n", "ms", "first", "again", "rows");
    time_one(&bench, "frequencies, all", ask_all_frequencies, RUNS);
    time_one(&bench, "frequencies, a part", ask_frequencies, RUNS);
    time_one(&bench, "keywords", ask_keywords, RUNS);
    time_one(&bench, "collocates 科技, 5", ask_collocates, RUNS);
    time_one(&bench, "count 科技 by year", ask_count, RUNS);
    time_one(&bench, "dispersion 科技", ask_dispersion, RUNS);
    time_one(&bench, "ngrams 2-4", ask_ngrams, 2);
    time_one(&bench, "cooccur, paragraphs", ask_cooccurrence, 2);
    tifa_query_free(bench.node);
    tifa_query_free(bench.target);
    tifa_query_free(bench.reference);
    tifa_corpus_close(bench.corpus);
    return 0;
}
