#include "cli/logged.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- What has changed ------------------------------------------------------------------------ */

static bool is_same(const char *then, const char *now)
{
    return g_strcmp0(then, now) == 0;
}

/* Says which documents came and went. */
static bool note_documents(const Options *options, FILE *file, const TifaLogEntry *then,
                           const TifaLogEntry *now)
{
    if (then->state.contents && is_same(then->state.contents, now->state.contents))
        return true;
    GError *error = NULL;
    g_autoptr(TifaCorpus) corpus = open_corpus(options, TIFA_CORPUS_READ, 0);
    int64_t added = corpus ? tifa_corpus_added_since(corpus, then->time, &error) : -1;
    if (error)
        report_error(error);
    if (added < 0)
        return false;
    int64_t removed = (int64_t)then->state.documents + added - (int64_t)now->state.documents;
    fprintf(file,
            "documents: %zu then, %zu now; %" G_GINT64_FORMAT " added since, %" G_GINT64_FORMAT " removed\n",
            then->state.documents, now->state.documents, added, MAX(removed, 0));
    return true;
}

static void note_means(FILE *file, const TifaLogEntry *then, const TifaLogEntry *now)
{
    if (!is_same(then->state.concepts, now->state.concepts))
        fputs("concepts: tagged with another dictionary now\n", file);
    if (!is_same(then->state.segmenter, now->state.segmenter))
        fputs("words: cut by another cutter now\n", file);
    if (!is_same(then->state.fulltext, now->state.fulltext))
        fputs("index: made by another version of tifa now\n", file);
    if (!is_same(then->version, now->version))
        fprintf(file, "tifa: %s then, %s now\n", then->version, now->version);
}

/* Tells the answers apart; gives the exit status. */
static int compare_answers(const Options *options, FILE *file, const TifaLogEntry *then,
                           const TifaLogEntry *now)
{
    bool is_equal = then->digest && is_same(then->digest, now->digest);
    bool is_counted = then->hits >= 0 && now->hits >= 0;
    if (is_equal)
        fputs("the same answer\n", file);
    else if (!then->digest)
        fputs("the answer was not read to its end then\n", file);
    else if (is_counted)
        fprintf(file, "another answer: %" G_GINT64_FORMAT " places then, %" G_GINT64_FORMAT " now\n",
                then->hits, now->hits);
    else
        fputs("another answer\n", file);
    note_means(file, then, now);
    if (!note_documents(options, file, then, now))
        return EXIT_TROUBLE;
    return is_equal ? EXIT_FOUND : EXIT_NOTHING;
}

/* ---- Asking again ---------------------------------------------------------------------------- */

/* The command line of the question, on the corpus of the options; in JSON the notes are in the answer. Free
 * with g_ptr_array_unref(). */
static GPtrArray *make_line(const Options *options, const TifaLogEntry *entry, bool is_quiet)
{
    const char *format = is_quiet ? "json" : options->format;
    GPtrArray *line = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(line, g_strdup("/proc/self/exe"));
    g_ptr_array_add(line, g_strdup(entry->command));
    g_ptr_array_add(line, g_strconcat("--corpus=", options->corpus, NULL));
    if (format)
        g_ptr_array_add(line, g_strconcat("--format=", format, NULL));
    for (char **argument = entry->arguments; *argument; argument++)
        g_ptr_array_add(line, g_strdup(*argument));
    g_ptr_array_add(line, NULL);
    return line;
}

/* Asks as the user would, in a process of its own that has `log` for its log; what it prints is seen unless
 * `is_quiet`. False after saying why not. */
static bool run_again(const Options *options, const TifaLogEntry *entry, const char *log, bool is_quiet)
{
    g_autoptr(GPtrArray) line = make_line(options, entry, is_quiet);
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "TIFA_LOG", log, TRUE);
    GSpawnFlags flags = G_SPAWN_CHILD_INHERITS_STDIN | (is_quiet ? G_SPAWN_STDOUT_TO_DEV_NULL : 0);
    g_autofree char *said = NULL;
    GError *error = NULL;
    int status = 0;
    if (!g_spawn_sync(NULL, (char **)line->pdata, environment, flags, NULL, NULL, NULL,
                      is_quiet ? &said : NULL, &status, &error))
        report_error(error);
    bool is_done = !error && WIFEXITED(status) && WEXITSTATUS(status) != EXIT_TROUBLE;
    if (!is_done && said)
        fputs(said, stderr);
    return is_done;
}

/* The entry of the answer that the question gets now; NULL after saying why there is none. */
static TifaLogEntry *ask(const Options *options, const TifaLogEntry *entry, bool is_quiet)
{
    GError *error = NULL;
    g_autofree char *log = NULL;
    int file = g_file_open_tmp("tifa-log-XXXXXX", &log, &error);
    if (file < 0) {
        report_error(error);
        return NULL;
    }
    close(file);
    bool is_asked = run_again(options, entry, log, is_quiet);
    g_autoptr(GPtrArray) entries = is_asked ? tifa_log_read_file(log, entry->corpus, &error) : NULL;
    unlink(log);
    if (error)
        report_error(error);
    return entries && entries->len ? g_ptr_array_steal_index(entries, entries->len - 1) : NULL;
}

static int ask_again(const Options *options, const GPtrArray *entries, int number, bool is_quiet)
{
    const TifaLogEntry *then =
        number >= 1 && (size_t)number <= entries->len ? entries->pdata[number - 1] : NULL;
    if (!then) {
        report_note("log %d: the log has no such question; tifa log shows them", number);
        return EXIT_TROUBLE;
    }
    g_autoptr(TifaLogEntry) now = ask(options, then, is_quiet);
    if (!now)
        return EXIT_TROUBLE;
    if (!is_quiet)
        log_entry_add(now);
    return compare_answers(options, is_quiet ? stdout : stderr, then, now);
}

/* ---- The command ----------------------------------------------------------------------------- */

static int print_log(const Options *options, const GPtrArray *entries)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_log(&printer, entries, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return entries->len ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_log(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    int again = 0;
    const GOptionEntry own[] = {
        {"again", 0, 0, G_OPTION_ARG_INT, &again, "ask that question again, and say only what has changed",
         "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, own, &argc, &argv, 0, 1))
        return EXIT_TROUBLE;
    if (argc > 1 && (again || strspn(argv[1], "0123456789") != strlen(argv[1]))) {
        report_note("log %s: not the number of a question; tifa log shows them", argv[1]);
        return EXIT_TROUBLE;
    }
    g_autoptr(GPtrArray) entries = log_read(&options);
    if (!entries)
        return EXIT_TROUBLE;
    if (again || argc > 1)
        return ask_again(&options, entries, again ? again : atoi(argv[1]), again != 0);
    return print_log(&options, entries);
}
