#include "cli/statistics.h"

int cmd_frequencies(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(WordList) list = wordlist_new();
    gboolean is_concepts = FALSE;
    const GOptionEntry entries[] = {
        {"concepts", 0, 0, G_OPTION_ARG_NONE, &is_concepts, "count concepts, not words", NULL},
        WORD_LIST_OPTIONS(&list, "by this column (default frequency)"),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(TifaQuery) query = NULL;
    g_auto(Study) study = {0};
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 1) || !wordlist_read(&list) ||
        !study_open(&study, &options, argv[1], &query))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaTable) table =
        is_concepts ? tifa_analysis_concepts(study.analysis, query, list.choice.least, &error)
                    : tifa_analysis_frequencies(study.analysis, query, &list.choice, &error);
    return print_table(&options, study.corpus,
                       &(TableAnswer){argv[1], query, table, list.sort, list.limit, error});
}
