#include "cli/cli.h"

int cmd_list(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 0, 0))
        return EXIT_TROUBLE;
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaEntries) entries = tifa_corpus_list(corpus, &error);
    if (!entries)
        return report_error(error);
    TifaPrinter printer = output_open(&options, true);
    bool is_printed = tifa_print_entries(&printer, entries, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return tifa_entries_count(entries) ? EXIT_FOUND : EXIT_NOTHING;
}
