#include "cli/cli.h"

static bool show(size_t done, size_t of, void *data)
{
    (void)data;
    progress_show(done, of, "documents");
    return !interrupt_seen();
}

int cmd_rebuild(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    gboolean has_tags = FALSE, has_words = FALSE, has_index = FALSE;
    const GOptionEntry entries[] = {
        {"index", 0, 0, G_OPTION_ARG_NONE, &has_index, "only the full text", NULL},
        {"words", 0, 0, G_OPTION_ARG_NONE, &has_words, "only the words", NULL},
        {"tags", 0, 0, G_OPTION_ARG_NONE, &has_tags, "only the concept tags", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 0))
        return EXIT_TROUBLE;
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_REBUILD, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    int layers = (has_index ? TIFA_LAYER_FULLTEXT : 0) | (has_words ? TIFA_LAYER_TOKENS : 0) |
                 (has_tags ? TIFA_LAYER_TAGS : 0);
    GError *error = NULL;
    interrupt_catch();
    bool is_rebuilt = tifa_corpus_rebuild(corpus, layers ? layers : TIFA_LAYER_ALL, show, NULL, &error);
    progress_clear();
    int status = is_rebuilt ? EXIT_FOUND : report_error(error);
    interrupt_pass_on();
    return status;
}
