#include "cli/logged.h"
#include "cli/statistics.h"

#include <string.h>

typedef struct {
    TifaMeasure measure;
    const char *svg; /* path of the picture, NULL: none */
} Wish;

static bool parse_measure(const char *name, TifaMeasure *measure)
{
    static const char *const names[] = {
        [TIFA_MEASURE_SHARE] = "share", [TIFA_MEASURE_RATE] = "rate", [TIFA_MEASURE_HITS] = "hits"};
    *measure = TIFA_MEASURE_AUTO;
    for (size_t i = TIFA_MEASURE_SHARE; name && i < G_N_ELEMENTS(names); i++)
        if (strcmp(name, names[i]) == 0)
            *measure = (TifaMeasure)i;
    if (name && *measure == TIFA_MEASURE_AUTO)
        report_note("--measure %s: use share, rate or hits", name);
    return !name || *measure != TIFA_MEASURE_AUTO;
}

static bool write_picture(const TifaTrend *trend, const Wish *wish, GError **error)
{
    FILE *file = fopen(wish->svg, "w");
    if (!file)
        return report_unwritable(wish->svg);
    bool is_written = tifa_print_trend_svg(file, trend, wish->measure, error);
    return fclose(file) == 0 ? is_written : report_unwritable(wish->svg);
}

typedef struct {
    const TifaTrend *trend;
    TifaMeasure measure;
} Told;

static bool print(const TifaPrinter *printer, const void *data, GError **error)
{
    const Told *told = data;
    return tifa_print_trend(printer, told->trend, told->measure, error);
}

/* The places of all questions. */
static int64_t hits_of(const TifaTrend *trend)
{
    const TifaTable *findings = tifa_trend_findings(trend);
    int64_t hits = 0;
    for (size_t row = 0; row < tifa_table_rows(findings); row++)
        hits += (int64_t)tifa_table_number(findings, row, tifa_table_find(findings, "hits"));
    return hits;
}

static int print_trend(const Options *options, TifaCorpus *corpus, const TifaTrend *trend, const Wish *wish,
                       const TifaQuery *first, const char *question)
{
    GError *error = NULL;
    if (options->parsed_format != TIFA_FORMAT_JSON)
        report_notes(tifa_trend_points(trend));
    if (wish->svg && !write_picture(trend, wish, &error))
        return error ? report_error(error) : EXIT_TROUBLE;
    WholeAnswer answer = {print, &(Told){trend, wish->measure}, question, first, hits_of(trend), false};
    return !print_answer(options, corpus, &answer) ? EXIT_TROUBLE : answer.hits ? EXIT_FOUND : EXIT_NOTHING;
}

/* The questions, each with the filters that hold for all; of char *. */
static GPtrArray *make_questions(char **arguments, int count, const char *filters)
{
    GPtrArray *questions = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < count; i++)
        g_ptr_array_add(questions,
                        filters ? g_strdup_printf("(%s) %s", arguments[i], filters) : g_strdup(arguments[i]));
    return questions;
}

/* The questions understood, of TifaQuery; NULL after printing why not. */
static GPtrArray *parse_questions(const GPtrArray *questions)
{
    g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_query_free);
    for (size_t i = 0; i < questions->len; i++) {
        TifaQuery *query;
        if (!parse_question(questions->pdata[i], &query))
            return NULL;
        g_ptr_array_add(queries, query);
    }
    return g_steal_pointer(&queries);
}

int cmd_trend(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *measure = NULL, *svg = NULL, *filters = NULL;
    gint64 seed = 1;
    Wish wish = {0};
    const GOptionEntry entries[] = {
        {"in", 0, 0, G_OPTION_ARG_STRING, &filters, "filters for all questions, as 'level:plan year:2006..'",
         "FILTERS"},
        {"measure", 0, 0, G_OPTION_ARG_STRING, &measure,
         "draw share (of documents), rate (per 10,000 words) or hits", "NAME"},
        {"svg", 0, 0, G_OPTION_ARG_FILENAME, &svg, "write the chart as a picture, too", "FILE"},
        SEED_OPTION(&seed),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, -1) ||
        !parse_measure(measure, &wish.measure))
        return EXIT_TROUBLE;
    wish.svg = svg;
    g_autoptr(GPtrArray) questions = make_questions(argv + 1, argc - 1, filters);
    g_autoptr(GPtrArray) queries = parse_questions(questions);
    g_auto(Study) study = {0};
    g_autoptr(TifaQuery) none = NULL;
    if (!queries || !study_open(&study, &options, NULL, &none))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaTrend) trend =
        tifa_analysis_trend(study.analysis, (const TifaQuery *const *)queries->pdata,
                            (const char *const *)argv + 1, queries->len, (uint64_t)seed, &error);
    g_autofree char *asked = g_strjoinv(" ", argv + 1);
    return trend ? print_trend(&options, study.corpus, trend, &wish, queries->pdata[0], asked)
                 : report_error(error);
}
