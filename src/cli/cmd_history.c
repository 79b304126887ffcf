#include "cli/cli.h"

static int print_history(const Options *options, TifaCorpus *corpus, const TifaFamilies *families,
                         const TifaHistory *history)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_history(&printer, corpus, families, history, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return tifa_history_facts(history)->hits ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_history(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 1, 1))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_question(&options, argv[1], &query);
    if (!corpus)
        return EXIT_TROUBLE;
    g_autoptr(TifaFamilies) families = tifa_families_new(corpus, &error);
    g_autoptr(TifaHistory) history = families ? tifa_history_new(corpus, families, query, &error) : NULL;
    return history ? print_history(&options, corpus, families, history) : report_error(error);
}
