#include "cli/asking.h"

#include <string.h>

/* What the command line says beside the places. */
typedef struct {
    Options options;
    TifaContext context;
    TifaPrinter printer;
    bool has_printed;
} Quoting;

static bool print_quotes(const TifaHits *hits, void *data, GError **error)
{
    Quoting *quoting = data;
    bool is_first = !quoting->has_printed;
    quoting->has_printed = quoting->has_printed || tifa_hits_count(hits);
    return tifa_print_quotes(&quoting->printer, hits, is_first, error);
}

static bool is_number(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text);
}

/* The last question that tifa find answered; NULL after saying that there is none. */
static const TifaLogEntry *last_found(const GPtrArray *entries)
{
    for (size_t i = entries->len; i > 0; i--) {
        const TifaLogEntry *entry = entries->pdata[i - 1];
        if (strcmp(entry->command, "find") == 0)
            return entry;
    }
    report_note("quote: no question to this corpus is in the log; ask with tifa find, or name an address: "
                "DOCUMENT:START-END");
    return NULL;
}

/* The place of that number in the answer to the last question. */
static bool quote_number(Quoting *quoting, TifaCorpus *corpus, const char *number, bool *is_found,
                         GError **error)
{
    g_autoptr(GPtrArray) entries = log_read(&quoting->options);
    const TifaLogEntry *last = entries ? last_found(entries) : NULL;
    g_auto(Asking) asking = {0};
    if (!last || !asking_recall(&asking, last->arguments))
        return false;
    g_autoptr(TifaQuery) query = tifa_query_parse(asking.question, error);
    if (!query)
        return false;
    guint64 wanted = g_ascii_strtoull(number, NULL, 10);
    asking.find.context = quoting->context;
    asking.find.offset = wanted ? (size_t)wanted - 1 : SIZE_MAX;
    asking.find.limit = 1;
    g_auto(Answer) answer = {0};
    bool is_done = asking_answer(&asking, corpus, query, print_quotes, quoting, &answer, error);
    *is_found = is_done && answer.shown;
    if (is_done && !*is_found)
        report_note("quote %s: the last question (%s) has no such place", number, asking.question);
    return is_done;
}

static bool quote_address(Quoting *quoting, TifaCorpus *corpus, const char *address, bool *is_found,
                          GError **error)
{
    bool has_place;
    TifaSpan span;
    int64_t document = tifa_corpus_locate(corpus, address, &has_place, &span, error);
    if (!document)
        return false;
    if (!has_place) {
        report_note("quote %s: which place? write DOCUMENT:START-END, as tifa find --layout list shows it",
                    address);
        return false;
    }
    g_autoptr(TifaHits) hits = tifa_corpus_cite(corpus, document, span, quoting->context, error);
    *is_found = hits != NULL;
    return hits && print_quotes(hits, quoting, error);
}

int cmd_quote(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *context = NULL;
    const GOptionEntry entries[] = {
        {"context", 'C', 0, G_OPTION_ARG_STRING, &context,
         "how much: s or 2s (sentences; default s), p (the paragraph), a (the article), 40 (characters), 5w "
         "(words)",
         "SIZE"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    Quoting quoting = {.context = {TIFA_CONTEXT_SENTENCES, 0}};
    GError *error = NULL;
    if (!options_parse(&options, command, entries, &argc, &argv, 1, -1))
        return EXIT_TROUBLE;
    if (context && !tifa_context_parse(context, &quoting.context, &error))
        return report_error(error);
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    quoting.options = options;
    quoting.printer = output_open(&options, true);
    bool is_good = true, is_found = true;
    for (int i = 1; is_good && i < argc; i++) {
        bool is_there = false;
        is_good = is_number(argv[i]) ? quote_number(&quoting, corpus, argv[i], &is_there, &error)
                                     : quote_address(&quoting, corpus, argv[i], &is_there, &error);
        is_found = is_found && is_there;
    }
    is_good = is_good && tifa_print_hits_end(&quoting.printer, &error);
    output_close(&quoting.printer);
    if (error)
        return report_error(error);
    return !is_good ? EXIT_TROUBLE : is_found ? EXIT_FOUND : EXIT_NOTHING;
}
