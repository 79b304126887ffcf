#include "cli/cli.h"

#include <string.h>

static const char *const grouping_names[] = {
    [TIFA_BY_YEAR] = "year",
    [TIFA_BY_AGENCY] = "agency",
    [TIFA_BY_DOCUMENT] = "document",
};

static bool parse_grouping(const char *name, TifaGrouping *by)
{
    *by = TIFA_BY_NOTHING;
    for (size_t i = TIFA_BY_YEAR; name && i < G_N_ELEMENTS(grouping_names); i++)
        if (strcmp(name, grouping_names[i]) == 0)
            *by = (TifaGrouping)i;
    if (name && *by == TIFA_BY_NOTHING)
        report_note("--by %s: use year, agency or document", name);
    return !name || *by != TIFA_BY_NOTHING;
}

static int print_counted(const Options *options, const TifaCounts *counts)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_counts(&printer, counts, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return tifa_counts_total(counts) ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_count(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *by_name = NULL;
    TifaGrouping by;
    const GOptionEntry entries[] = {
        {"by", 0, 0, G_OPTION_ARG_STRING, &by_name, "a row for each year, agency or document", "FIELD"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) || !parse_grouping(by_name, &by))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_question(&options, argv[1], &query);
    if (!corpus)
        return EXIT_TROUBLE;
    g_autoptr(TifaCounts) counts = tifa_corpus_count(corpus, query, by, &error);
    return counts ? print_counted(&options, counts) : report_error(error);
}
