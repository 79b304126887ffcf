#include "cli/cli.h"

int cmd_list(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 0, 1))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaEntries) entries = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_documents(&options, argv[1], &entries);
    if (!corpus)
        return EXIT_TROUBLE;
    TifaPrinter printer = output_open(&options, true);
    bool is_printed = tifa_print_entries(&printer, entries, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return tifa_entries_count(entries) ? EXIT_FOUND : EXIT_NOTHING;
}
