#include "cli/asking.h"

#include <string.h>

static bool is_same(const char *then, const char *now)
{
    return g_strcmp0(then, now) == 0;
}

/* Says which documents came and went. */
static bool note_documents(TifaCorpus *corpus, const TifaLogEntry *entry, const TifaCorpusState *now,
                           GError **error)
{
    if (entry->state.contents && is_same(entry->state.contents, now->contents))
        return true;
    int64_t added = tifa_corpus_added_since(corpus, entry->time, error);
    if (added < 0)
        return false;
    int64_t removed = (int64_t)entry->state.documents + added - (int64_t)now->documents;
    printf("documents: %zu then, %zu now; %" G_GINT64_FORMAT " added since, %" G_GINT64_FORMAT " removed\n",
           entry->state.documents, now->documents, added, MAX(removed, 0));
    return true;
}

static void note_means(const TifaLogEntry *entry, const TifaCorpusState *now)
{
    if (!is_same(entry->state.concepts, now->concepts))
        puts("concepts: tagged with another dictionary now");
    if (!is_same(entry->state.segmenter, now->segmenter))
        puts("words: cut by another cutter now");
    if (!is_same(entry->state.fulltext, now->fulltext))
        puts("index: made by another version of tifa now");
    if (!is_same(entry->version, tifa_version()))
        printf("tifa: %s then, %s now\n", entry->version, tifa_version());
}

/* Asks again, and tells the answers apart. */
static int compare_answers(const TifaLogEntry *entry, const Asking *asking, TifaCorpus *corpus,
                           const TifaQuery *query)
{
    GError *error = NULL;
    TifaCorpusState now = {0};
    g_auto(Answer) answer = {0};
    bool is_done = asking_answer(asking, corpus, query, NULL, NULL, &answer, &error) &&
                   tifa_corpus_state(corpus, &now, &error);
    bool is_equal = is_done && is_same(entry->digest, g_checksum_get_string(answer.digest));
    bool is_counted = answer.total || !answer.has_more;
    if (is_equal)
        puts("the same answer");
    else if (is_done && entry->hits >= 0 && is_counted)
        printf("another answer: %" G_GINT64_FORMAT " places then, %zu now\n", entry->hits, answer.total);
    else if (is_done)
        puts("another answer");
    if (is_done) {
        is_done = note_documents(corpus, entry, &now, &error);
        note_means(entry, &now);
    }
    tifa_corpus_state_clear(&now);
    if (!is_done)
        return report_error(error);
    return is_equal ? EXIT_FOUND : EXIT_NOTHING;
}

static int ask_again(const Options *options, const GPtrArray *entries, int number)
{
    const TifaLogEntry *entry =
        number >= 1 && (size_t)number <= entries->len ? entries->pdata[number - 1] : NULL;
    if (!entry || strcmp(entry->command, "find") != 0) {
        report_note("log --again %d: %s", number,
                    entry ? "only tifa find can be asked again"
                          : "the log has no such question; tifa log shows them");
        return EXIT_TROUBLE;
    }
    g_auto(Asking) asking = {0};
    if (!asking_recall(&asking, entry->arguments))
        return EXIT_TROUBLE;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_question(options, asking.question, &query);
    return corpus ? compare_answers(entry, &asking, corpus, query) : EXIT_TROUBLE;
}

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
        {"again", 0, 0, G_OPTION_ARG_INT, &again, "ask that question again, and say what has changed", "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, own, &argc, &argv, 0, 0))
        return EXIT_TROUBLE;
    g_autoptr(GPtrArray) entries = log_read(&options);
    if (!entries)
        return EXIT_TROUBLE;
    return again ? ask_again(&options, entries, again) : print_log(&options, entries);
}
