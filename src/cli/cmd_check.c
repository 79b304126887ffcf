#include "cli/cli.h"

int cmd_check(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 0, 0))
        return EXIT_TROUBLE;
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaHealth) health = tifa_corpus_check(corpus, &error);
    if (!health)
        return report_error(error);
    TifaPrinter printer = output_open(&options, false);
    if (!tifa_print_health(&printer, health, &error))
        return report_error(error);
    return *health->problems ? EXIT_TROUBLE : EXIT_FOUND;
}
