#include "cli/statistics.h"

#include <string.h>

static bool parse_unit(const char *name, TifaWithin *unit)
{
    static const char *const names[] = {[TIFA_WITHIN_SENTENCE] = "sentence",
                                        [TIFA_WITHIN_PARAGRAPH] = "paragraph",
                                        [TIFA_WITHIN_DOCUMENT] = "document"};
    *unit = TIFA_WITHIN_PARAGRAPH;
    for (size_t i = 0; name && i < G_N_ELEMENTS(names); i++)
        if (strcmp(name, names[i]) == 0) {
            *unit = (TifaWithin)i;
            return true;
        }
    if (name)
        report_note("--unit %s: use sentence, paragraph or document", name);
    return !name;
}

int cmd_cooccur(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *unit_name = NULL, *with = NULL, *sort = NULL;
    int least = 3, limit = 50;
    TifaWithin unit;
    const GOptionEntry entries[] = {
        {"unit", 0, 0, G_OPTION_ARG_STRING, &unit_name, "sentence, paragraph (default) or document", "NAME"},
        {"with", 0, 0, G_OPTION_ARG_STRING, &with, "only pairs of this concept", "CONCEPT"},
        {"least", 0, 0, G_OPTION_ARG_INT, &least, "list what is together so many times at least (default 3)",
         "N"},
        {"sort", 0, 0, G_OPTION_ARG_STRING, &sort, "by this column (default log_likelihood)", "COLUMN"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &limit, "at most so many lines (default 50; 0: all)", "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(TifaQuery) query = NULL;
    g_auto(Study) study = {0};
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 1) ||
        !is_not_negative("--limit", limit) || !is_not_negative("--least", least) ||
        !parse_unit(unit_name, &unit) || !study_open(&study, &options, argv[1], &query))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaTable) table =
        tifa_analysis_cooccurrence(study.analysis, query, unit, with, (uint64_t)least, &error);
    return print_table(&options, study.corpus, &(TableAnswer){argv[1], query, table, sort, limit, error});
}
