#include "cli/cli.h"

#include <string.h>

static bool adopt(TifaCorpus *corpus, const char *path)
{
    size_t length;
    g_autofree char *text = read_bytes(path, &length);
    g_autofree char *name = g_path_get_basename(path);
    GError *error = NULL;
    TifaConceptSource dictionary = {name, text, length};
    if (!text)
        return false;
    if (tifa_corpus_adopt(corpus, &dictionary, &error))
        return true;
    report_error(error);
    return false;
}

int concept_adopt(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 1, -1))
        return EXIT_TROUBLE;
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_WRITE, 0);
    int status = corpus ? EXIT_FOUND : EXIT_TROUBLE;
    for (int i = 1; corpus && i < argc; i++)
        status = adopt(corpus, argv[i]) ? status : EXIT_TROUBLE;
    if (status == EXIT_FOUND)
        report_note("%s: now run tifa rebuild, which cuts and tags its documents anew", options.corpus);
    return status;
}

int concept_drop(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 1, -1))
        return EXIT_TROUBLE;
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_WRITE, 0);
    int status = corpus ? EXIT_FOUND : EXIT_TROUBLE;
    for (int i = 1; corpus && i < argc; i++) {
        GError *error = NULL;
        if (!tifa_corpus_drop(corpus, argv[i], &error))
            status = report_error(error);
    }
    return status;
}
