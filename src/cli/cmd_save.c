#include "cli/cli.h"

/* Keeps the words behind the name as one question. */
static bool save(TifaCorpus *corpus, char **arguments, GError **error)
{
    g_autofree char *question = g_strjoinv(" ", arguments + 1);
    return tifa_corpus_save(corpus, arguments[0], question, error);
}

static int list_saved(const Options *options)
{
    GError *error = NULL;
    g_autoptr(TifaCorpus) corpus = open_corpus(options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    g_autoptr(GPtrArray) questions = tifa_corpus_saved(corpus, &error);
    if (!questions)
        return report_error(error);
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_saved(&printer, questions, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    if (!questions->len)
        report_note("save: no question is kept in %s; tifa save NAME QUERY keeps one", options->corpus);
    return questions->len ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_save(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *forgotten = NULL;
    const GOptionEntry entries[] = {
        {"remove", 0, 0, G_OPTION_ARG_STRING, &forgotten, "forget the question of that name", "NAME"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 0, -1))
        return EXIT_TROUBLE;
    if (argc == 2 || (forgotten && argc > 1)) {
        report_note("save: name and question are needed: tifa save NAME QUERY; --remove stands alone");
        return EXIT_TROUBLE;
    }
    if (!forgotten && argc == 1)
        return list_saved(&options);
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_WRITE, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    GError *error = NULL;
    bool is_done = forgotten ? tifa_corpus_forget(corpus, forgotten, &error) : save(corpus, argv + 1, &error);
    return is_done ? EXIT_FOUND : report_error(error);
}
