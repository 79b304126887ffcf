#include "cli/logged.h"

#include <stdlib.h>
#include <unistd.h>

/* The corpus's whole path, as the log names it. Free with g_free(). */
static char *corpus_path(const Options *options)
{
    g_autofree char *path = g_canonicalize_filename(options->corpus, NULL);
    return g_filename_display_name(path);
}

static void note_not_logged(GError *error)
{
    if (isatty(STDERR_FILENO))
        report_note("the question is not in the log: %s", error->message);
    g_error_free(error);
}

TifaLogEntry *log_entry_new(const Options *options, TifaCorpus *corpus, char *const *arguments,
                            const char *question)
{
    g_autofree char *path = tifa_log_path();
    if (!path)
        return NULL;
    GError *error = NULL;
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    TifaLogEntry *entry = g_new0(TifaLogEntry, 1);
    *entry = (TifaLogEntry){
        .id = g_strdup_printf("%" G_GINT64_FORMAT "-%d", g_get_real_time(), (int)getpid()),
        .time = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ"),
        .corpus = corpus_path(options),
        .command = g_strdup(options->command->name),
        .arguments = g_strdupv(arguments ? (char **)arguments : options->arguments),
        .question = g_strdup(question),
        .hits = -1,
        .version = g_strdup(tifa_version()),
    };
    if (tifa_corpus_state(corpus, &entry->state, &error))
        return entry;
    note_not_logged(error);
    tifa_log_entry_free(entry);
    return NULL;
}

void log_entry_add(const TifaLogEntry *entry)
{
    GError *error = NULL;
    if (entry && !tifa_log_add(entry, &error))
        note_not_logged(error);
}

GPtrArray *log_read(const Options *options)
{
    GError *error = NULL;
    g_autofree char *path = corpus_path(options);
    GPtrArray *entries = tifa_log_read(path, &error);
    if (!entries)
        report_error(error);
    return entries;
}

/* ---- Whole answers --------------------------------------------------------------------------- */

/* SHA-256 of the answer in JSON, which holds all of it; NULL with an error. Free with g_free(). */
static char *digest_of(const WholeAnswer *answer, GError **error)
{
    char *text = NULL;
    size_t length = 0;
    TifaPrinter printer = {.file = open_memstream(&text, &length), .format = TIFA_FORMAT_JSON};
    if (!printer.file)
        return NULL;
    bool is_printed = answer->print(&printer, answer->data, error);
    is_printed = fclose(printer.file) == 0 && is_printed;
    char *digest =
        is_printed ? g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length) : NULL;
    free(text);
    return digest;
}

bool print_answer(const Options *options, TifaCorpus *corpus, const WholeAnswer *answer)
{
    GError *error = NULL;
    g_autoptr(TifaLogEntry) entry = log_entry_new(options, corpus, NULL, answer->question);
    if (entry) {
        entry->hits = answer->hits;
        entry->digest = digest_of(answer, &error);
    }
    /* Before anything is printed: the reader of a pipe may go away. */
    if (!error)
        log_entry_add(entry);
    TifaPrinter printer = output_open(options, !answer->is_short);
    bool is_printed = !error && answer->print(&printer, answer->data, &error);
    output_close(&printer);
    if (error)
        report_error(error);
    else if (answer->hits == 0)
        explain_nothing(corpus, answer->query);
    return is_printed;
}
