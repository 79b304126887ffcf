#include "cli/statistics.h"

int cmd_keywords(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(WordList) list = wordlist_new();
    g_autofree char *against = NULL;
    double most_q = 0.05;
    const GOptionEntry entries[] = {
        {"against", 0, 0, G_OPTION_ARG_STRING, &against,
         "compare with the documents of this question (default: all others)", "QUERY"},
        {"q", 0, 0, G_OPTION_ARG_DOUBLE, &most_q, "list words up to this false discovery rate (default 0.05)",
         "Q"},
        WORD_LIST_OPTIONS(&list, "by this column (default: more frequent words first, then by g2)"),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(TifaQuery) target = NULL;
    g_autoptr(TifaQuery) reference = NULL;
    g_auto(Study) study = {0};
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) || !wordlist_read(&list) ||
        !parse_question(against, &reference) || !study_open(&study, &options, argv[1], &target))
        return EXIT_TROUBLE;
    GError *error = NULL;
    TifaKeywordOptions keywords = {list.choice, most_q, (size_t)list.limit};
    g_autoptr(TifaTable) table = tifa_analysis_keywords(study.analysis, target, reference, &keywords, &error);
    return print_table(&options, study.corpus, &(TableAnswer){argv[1], target, table, list.sort, 0, error});
}
