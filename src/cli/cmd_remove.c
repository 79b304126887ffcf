#include "cli/cli.h"

int cmd_remove(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 1, -1))
        return EXIT_TROUBLE;
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_WRITE, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    int status = EXIT_FOUND;
    for (int i = 1; i < argc; i++) {
        GError *error = NULL;
        int64_t id = tifa_corpus_resolve(corpus, argv[i], &error);
        if (!id || !tifa_corpus_remove(corpus, id, &error))
            status = report_error(error);
    }
    return status;
}
