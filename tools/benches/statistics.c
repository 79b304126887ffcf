/* bench-statistics - how long statistics of a corpus take, through libtifa.
 *
 *     bench-statistics CORPUS TARGET REFERENCE RIVALS
 *
 * TARGET and REFERENCE are questions whose documents are compared for keywords; RIVALS is a file of lines
 * with the name of a question, a tab, and the milliseconds that another program took for it. Milliseconds of
 * wall clock: the first time in a process, which reads the vocabulary and what is not in memory yet, and the
 * least of RUNS more; and the least time of the processor, which says more where the machine has other work.
 */
#include "tifa.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RUNS = 7 };

typedef struct {
    TifaCorpus *corpus;
    TifaQuery *node, *target, *reference;
    const char *rivals; /* the file's contents */
} Bench;

/* One line of the table. */
typedef struct {
    double first, again, processor; /* milliseconds */
    size_t rows;
} Timing;

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

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void time_once(const Bench *bench, TifaAnalysis *analysis, Ask *ask, Timing *timing)
{
    GError *error = NULL;
    double start = now(CLOCK_MONOTONIC), processor = now(CLOCK_PROCESS_CPUTIME_ID);
    g_autoptr(TifaTable) table = ask(bench, analysis, &error);
    if (!table)
        stop(error);
    double time = now(CLOCK_MONOTONIC) - start;
    processor = now(CLOCK_PROCESS_CPUTIME_ID) - processor;
    bool is_first = timing->first == 0;
    timing->first = is_first ? time : timing->first;
    timing->again = is_first ? time : MIN(timing->again, time);
    timing->processor = is_first ? processor : MIN(timing->processor, processor);
    timing->rows = tifa_table_rows(table);
}

static double rival_of(const Bench *bench, const char *name)
{
    g_autofree char *line = g_strdup_printf("%s\t", name);
    const char *found = strstr(bench->rivals, line);
    return found ? atof(found + strlen(line)) : 0;
}

/* A goal or a rival of 0: there is none. */
static void print_number(double number)
{
    if (number > 0)
        printf(" %9.1f", number);
    else
        printf(" %9s", "-");
}

static void time_one(const Bench *bench, const char *name, Ask *ask, int runs, double goal)
{
    GError *error = NULL;
    g_autoptr(TifaAnalysis) analysis = tifa_analysis_new(bench->corpus, &error);
    if (!analysis)
        stop(error);
    Timing timing = {0};
    for (int run = 0; run < runs; run++)
        time_once(bench, analysis, ask, &timing);
    printf("%-20s %9.1f %9.1f %9.1f", name, timing.first, timing.again, timing.processor);
    print_number(goal);
    print_number(rival_of(bench, name));
    printf(" %9zu\n", timing.rows);
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
    if (argc != 5) {
        fputs("usage: bench-statistics CORPUS TARGET REFERENCE RIVALS\n", stderr);
        return 2;
    }
    GError *error = NULL;
    g_autofree char *rivals = NULL;
    if (!g_file_get_contents(argv[4], &rivals, NULL, &error))
        stop(error);
    Bench bench = {tifa_corpus_open(argv[1], TIFA_CORPUS_READ, &error), parse("科技"), parse(argv[2]),
                   parse(argv[3]), rivals};
    if (!bench.corpus)
        stop(error);
    printf("%-20s %9s %9s %9s %9s %9s %9s\n", "ms", "first", "again", "processor", "goal", "awk", "rows");
    time_one(&bench, "frequencies, all", ask_all_frequencies, RUNS, 50);
    time_one(&bench, "frequencies, a part", ask_frequencies, RUNS, 50);
    time_one(&bench, "keywords", ask_keywords, RUNS, 100);
    time_one(&bench, "collocates keji, 5", ask_collocates, RUNS, 20);
    time_one(&bench, "count keji by year", ask_count, RUNS, 0);
    time_one(&bench, "dispersion keji", ask_dispersion, RUNS, 0);
    time_one(&bench, "ngrams 2-4", ask_ngrams, 2, 1000);
    time_one(&bench, "cooccur, paragraphs", ask_cooccurrence, 3, 100);
    tifa_query_free(bench.node);
    tifa_query_free(bench.target);
    tifa_query_free(bench.reference);
    tifa_corpus_close(bench.corpus);
    return 0;
}
