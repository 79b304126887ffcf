#include "cli/cli.h"

#include <string.h>

static bool parse_link(const char *name, TifaLink *link)
{
    *link = TIFA_LINK_VERSION;
    while (name && *link < TIFA_LINK_COUNT && strcmp(name, tifa_link_name(*link)) != 0)
        ++*link;
    if (*link == TIFA_LINK_COUNT)
        report_note("--as %s: use version, successor, amends or translation", name);
    return *link != TIFA_LINK_COUNT;
}

/* The corpus, to be written, and the two documents named. NULL after printing why not. */
static TifaCorpus *open_pair(const Options *options, char *const *names, int64_t pair[static 2])
{
    g_autoptr(TifaCorpus) corpus = open_corpus(options, TIFA_CORPUS_WRITE, 0);
    GError *error = NULL;
    for (int i = 0; corpus && i < 2; i++) {
        pair[i] = tifa_corpus_resolve(corpus, names[i], &error);
        if (!pair[i]) {
            report_error(error);
            return NULL;
        }
    }
    return g_steal_pointer(&corpus);
}

int cmd_link(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *as = NULL;
    TifaLink link;
    const GOptionEntry entries[] = {
        {"as", 0, 0, G_OPTION_ARG_STRING, &as,
         "version (the default), successor, amends or translation: what the first is of the second", "WHAT"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 2, 2) || !parse_link(as, &link))
        return EXIT_TROUBLE;
    int64_t pair[2];
    g_autoptr(TifaCorpus) corpus = open_pair(&options, argv + 1, pair);
    GError *error = NULL;
    if (!corpus)
        return EXIT_TROUBLE;
    return tifa_corpus_link(corpus, pair[0], pair[1], link, &error) ? EXIT_FOUND : report_error(error);
}

int cmd_unlink(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 2, 2))
        return EXIT_TROUBLE;
    int64_t pair[2];
    bool was_linked;
    g_autoptr(TifaCorpus) corpus = open_pair(&options, argv + 1, pair);
    GError *error = NULL;
    if (!corpus)
        return EXIT_TROUBLE;
    if (!tifa_corpus_unlink(corpus, pair[0], pair[1], &was_linked, &error))
        return report_error(error);
    report_note(was_linked ? "the link is taken back"
                           : "kept: the two are not related, whatever their titles say");
    return EXIT_FOUND;
}
