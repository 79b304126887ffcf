#include "cli/logged.h"

typedef struct {
    TifaCorpus *corpus;
    const TifaFamilies *families;
    const TifaQuery *query;
    const TifaHistory *history;
} Told;

static bool print(const TifaPrinter *printer, const void *data, GError **error)
{
    const Told *told = data;
    return tifa_print_history(printer, told->corpus, told->families, told->history, error);
}

static int print_history(const Options *options, const Told *told, const char *question)
{
    size_t hits = tifa_history_facts(told->history)->hits;
    WholeAnswer answer = {print, told, question, told->query, (int64_t)hits, false};
    return !print_answer(options, told->corpus, &answer) ? EXIT_TROUBLE : hits ? EXIT_FOUND : EXIT_NOTHING;
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
    return history ? print_history(&options, &(Told){corpus, families, query, history}, argv[1])
                   : report_error(error);
}
