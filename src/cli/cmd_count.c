#include "cli/logged.h"
#include "cli/statistics.h"

#include <string.h>

enum { MOST_GROUPINGS = 3 };

typedef struct {
    TifaGrouping items[MOST_GROUPINGS];
    size_t count;
} Groupings;

static bool add_grouping(Groupings *by, const char *name)
{
    if (by->count == MOST_GROUPINGS) {
        report_note("--by: up to %d at once", MOST_GROUPINGS);
        return false;
    }
    for (TifaGrouping grouping = 0; grouping < TIFA_BY_COUNT; grouping++)
        if (strcmp(name, tifa_grouping_name(grouping)) == 0) {
            by->items[by->count++] = grouping;
            return true;
        }
    report_note("--by %s: use year, agency, level, type, document or concept", name);
    return false;
}

static bool parse_groupings(const char *names, Groupings *by)
{
    g_auto(GStrv) list = g_strsplit(names ? names : "", ",", -1);
    for (char **name = list; *name; name++)
        if (!add_grouping(by, *name))
            return false;
    return true;
}

static bool print_number(const TifaPrinter *printer, const void *count, GError **error)
{
    return tifa_print_count(printer, *(const uint64_t *)count, error);
}

static int print_total(const Options *options, TifaCorpus *corpus, const TifaQuery *query,
                       const char *question)
{
    GError *error = NULL;
    uint64_t count;
    if (!tifa_corpus_count(corpus, query, &count, &error))
        return report_error(error);
    WholeAnswer answer = {print_number, &count, question, query, (int64_t)count, true};
    return !print_answer(options, corpus, &answer) ? EXIT_TROUBLE : count ? EXIT_FOUND : EXIT_NOTHING;
}

static int print_groups(const Options *options, TifaCorpus *corpus, const TifaQuery *query,
                        const char *question, const Groupings *by, uint64_t seed)
{
    GError *error = NULL;
    g_autoptr(TifaAnalysis) analysis = tifa_analysis_new(corpus, &error);
    g_autoptr(TifaTable) table =
        analysis ? tifa_analysis_count(analysis, query, by->items, by->count, seed, &error) : NULL;
    return print_table(options, corpus, &(TableAnswer){question, query, table, NULL, 0, error});
}

int cmd_count(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *names = NULL;
    gint64 seed = 1;
    Groupings by = {0};
    const GOptionEntry entries[] = {
        {"by", 0, 0, G_OPTION_ARG_STRING, &names,
         "a row for each year, agency, level, type, document or concept, or several of them", "FIELD,..."},
        SEED_OPTION(&seed),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) || !parse_groupings(names, &by))
        return EXIT_TROUBLE;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_question(&options, argv[1], &query);
    if (!corpus)
        return EXIT_TROUBLE;
    return by.count ? print_groups(&options, corpus, query, argv[1], &by, (uint64_t)seed)
                    : print_total(&options, corpus, query, argv[1]);
}
