#include "cli/cli.h"

static int print_found(const Options *options, const TifaHits *hits, size_t offset)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_hits(&printer, hits, offset + 1, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    if (tifa_hits_has_more(hits))
        report_note("there are more; --offset %zu goes on, tifa count says how many",
                    offset + tifa_hits_count(hits));
    return tifa_hits_count(hits) ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_find(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    int context = 0, limit = 0, offset = 0;
    const GOptionEntry entries[] = {
        {"context", 'C', 0, G_OPTION_ARG_INT, &context, "characters of context on each side (default 40)",
         "N"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &limit, "at most so many places (default: all)", "N"},
        {"offset", 0, 0, G_OPTION_ARG_INT, &offset, "pass over so many places first", "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) ||
        !is_not_negative("--context", context) || !is_not_negative("--limit", limit) ||
        !is_not_negative("--offset", offset))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_question(&options, argv[1], &query);
    if (!corpus)
        return EXIT_TROUBLE;
    TifaFindOptions find = {(size_t)context, (size_t)limit, (size_t)offset};
    g_autoptr(TifaHits) hits = tifa_corpus_find(corpus, query, &find, &error);
    return hits ? print_found(&options, hits, find.offset) : report_error(error);
}
