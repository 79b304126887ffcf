#include "cli/asking.h"
#include "cli/logged.h"

#include <string.h>

/* The printer is opened with the first hits, so that what goes wrong before needs no pager. */
typedef struct {
    const Options *options;
    const Asking *asking;
    const TifaLogEntry *entry;
    TifaPrinter printer;
    bool is_open;
} Printing;

static bool print_hits(const TifaHits *hits, void *data, GError **error)
{
    Printing *printing = data;
    bool is_first = !printing->is_open;
    progress_clear();
    if (is_first) {
        /* Before anything is printed: the reader of a pipe may go away, and tifa quote must know all the
         * same.
         */
        log_entry_add(printing->entry);
        printing->printer = output_open(printing->options, true);
    }
    printing->is_open = true;
    return tifa_print_hits(&printing->printer, hits, printing->asking->parsed_layout, is_first, error);
}

static void note_rest(const Asking *asking, const Answer *answer)
{
    const char *what = asking->parsed_each == 0 ? "groups" : "places";
    if (asking->find.sample && answer->total)
        report_note("%zu of %zu places, chosen at random with seed %" G_GINT64_FORMAT,
                    MIN(asking->find.sample, answer->total), answer->total, asking->seed);
    if (answer->has_more && answer->total)
        report_note("%zu places in all; there are more %s; --offset %zu goes on", answer->total, what,
                    asking->find.offset + answer->shown);
    else if (answer->has_more)
        report_note("there are more; --offset %zu goes on, tifa count says how many",
                    asking->find.offset + answer->shown);
}

/* Logs what came of the question. */
static void log_found(TifaLogEntry *entry, const Answer *answer)
{
    if (!entry)
        return;
    entry->hits = answer->total || !answer->has_more ? (int64_t)answer->total : -1;
    entry->digest = g_strdup(g_checksum_get_string(answer->digest));
    log_entry_add(entry);
}

static int find(const Options *options, const Asking *asking, TifaCorpus *corpus, const TifaQuery *query)
{
    GError *error = NULL;
    g_auto(Answer) answer = {0};
    g_auto(GStrv) arguments = asking_arguments(asking);
    g_autoptr(TifaLogEntry) entry = log_entry_new(options, corpus, arguments, asking->question);
    Printing printing = {.options = options, .asking = asking, .entry = entry};
    bool is_done = asking_answer(asking, corpus, query, print_hits, &printing, &answer, &error) &&
                   tifa_print_hits_end(&printing.printer, &error);
    if (printing.is_open)
        output_close(&printing.printer);
    if (!is_done)
        return report_error(error);
    note_rest(asking, &answer);
    log_found(entry, &answer);
    if (!answer.shown && !asking->find.offset)
        explain_nothing(corpus, query);
    return answer.shown ? EXIT_FOUND : EXIT_NOTHING;
}

/* Puts the question that the corpus keeps under a name in the place of the name. */
static bool take_saved(const Options *options, Asking *asking)
{
    GError *error = NULL;
    g_autoptr(TifaCorpus) corpus = open_corpus(options, TIFA_CORPUS_READ, 0);
    g_autofree char *question = corpus ? tifa_corpus_question(corpus, asking->question, &error) : NULL;
    if (error)
        report_error(error);
    if (!question)
        return false;
    g_free(asking->question);
    asking->question = g_steal_pointer(&question);
    return true;
}

int cmd_find(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(Asking) asking = {0};
    if (!asking_parse(&asking, &options, command, argc, argv) ||
        (asking.is_saved && !take_saved(&options, &asking)))
        return EXIT_TROUBLE;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_question(&options, asking.question, &query);
    return corpus ? find(&options, &asking, corpus, query) : EXIT_TROUBLE;
}
