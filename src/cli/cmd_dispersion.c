#include "cli/statistics.h"

int cmd_dispersion(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *sort = NULL;
    int limit = 50;
    const GOptionEntry entries[] = {
        {"sort", 0, 0, G_OPTION_ARG_STRING, &sort, "by this column (default date)", "COLUMN"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &limit, "at most so many documents (default 50; 0: all)", "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(TifaQuery) query = NULL;
    g_auto(Study) study = {0};
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) ||
        !is_not_negative("--limit", limit) || !study_open(&study, &options, argv[1], &query))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaTable) table = tifa_analysis_dispersion(study.analysis, query, &error);
    return print_table(&options, study.corpus, &(TableAnswer){argv[1], query, table, sort, limit, error});
}
