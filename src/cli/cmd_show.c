#include "cli/cli.h"

int cmd_show(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 1, 1))
        return EXIT_TROUBLE;
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    GError *error = NULL;
    int64_t id = tifa_corpus_resolve(corpus, argv[1], &error);
    g_autoptr(TifaDocument) document = id ? tifa_corpus_get(corpus, id, &error) : NULL;
    if (!document)
        return report_error(error);
    TifaPrinter printer = output_open(&options, true);
    bool is_printed = tifa_print_document(&printer, document, true, &error);
    output_close(&printer);
    return is_printed ? EXIT_FOUND : report_error(error);
}
