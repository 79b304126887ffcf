#include "cli/asking.h"
#include "cli/logged.h"

#include <string.h>

/* What the command line says beside the places, and what they are numbers of. */
typedef struct {
    Options options;
    TifaContext context;
    TifaPrinter printer;
    TifaCorpus *corpus;
    Asking asking; /* the last question, once a number has asked for it */
    TifaQuery *query;
    bool has_printed;
} Quoting;

static void quoting_clear(Quoting *quoting)
{
    tifa_query_free(quoting->query);
    asking_clear(&quoting->asking);
    tifa_corpus_close(quoting->corpus);
}

static bool print_quotes(const TifaHits *hits, void *data, GError **error)
{
    Quoting *quoting = data;
    bool is_first = !quoting->has_printed;
    quoting->has_printed = quoting->has_printed || tifa_hits_count(hits);
    return tifa_print_quotes(&quoting->printer, quoting->corpus, hits, is_first, error);
}

/* ---- Numbers --------------------------------------------------------------------------------- */

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

/* Says which question the numbers belong to, and whether they still mean the same places. */
static bool note_question(const Quoting *quoting, const TifaLogEntry *last, GError **error)
{
    TifaCorpusState now;
    if (!tifa_corpus_state(quoting->corpus, &now, error))
        return false;
    g_autofree char *line = tifa_log_command_line(last->arguments);
    bool is_changed = g_strcmp0(last->state.contents, now.contents) != 0;
    report_note("quoted from: tifa find %s%s", line,
                is_changed ? "; the corpus has changed since, so the numbers may mean other places" : "");
    tifa_corpus_state_clear(&now);
    return true;
}

/* Recalls the last question, unless that is done. */
static bool recall(Quoting *quoting, GError **error)
{
    if (quoting->query)
        return true;
    g_autoptr(GPtrArray) entries = log_read(&quoting->options);
    const TifaLogEntry *last = entries ? last_found(entries) : NULL;
    if (!last || !asking_recall(&quoting->asking, last->arguments) || !note_question(quoting, last, error))
        return false;
    quoting->query = tifa_query_parse(quoting->asking.question, error);
    return quoting->query != NULL;
}

/* Reads "3" or "5-7"; places are numbered from 1. */
static bool parse_numbers(const char *text, size_t *first, size_t *last)
{
    char *end;
    if (!g_ascii_isdigit(*text))
        return false;
    *first = *last = (size_t)g_ascii_strtoull(text, &end, 10);
    if (*end == '-' && g_ascii_isdigit(end[1]))
        *last = (size_t)g_ascii_strtoull(end + 1, &end, 10);
    return *end == '\0' && 0 < *first && *first <= *last;
}

/* The places of those numbers in the answer to the last question. */
static bool quote_numbers(Quoting *quoting, size_t first, size_t last, bool *is_found, GError **error)
{
    if (!recall(quoting, error))
        return false;
    *is_found = false;
    Asking asking = quoting->asking;
    asking.find.context = quoting->context;
    asking.find.offset = first - 1;
    asking.find.limit = last - first + 1;
    g_auto(Answer) answer = {0};
    bool is_done =
        asking_answer(&asking, quoting->corpus, quoting->query, print_quotes, quoting, &answer, error);
    *is_found = is_done && answer.shown == asking.find.limit;
    if (is_done && !*is_found)
        report_note("quote %zu: the last question (%s) has no such place", first + answer.shown,
                    asking.question);
    return is_done;
}

/* ---- Addresses ------------------------------------------------------------------------------- */

static bool quote_address(Quoting *quoting, const char *address, bool *is_found, GError **error)
{
    bool has_place;
    TifaSpan span;
    int64_t document = tifa_corpus_locate(quoting->corpus, address, &has_place, &span, error);
    if (!document)
        return false;
    if (!has_place) {
        report_note("quote %s: which place? write DOCUMENT:START-END, as tifa find --layout list shows it",
                    address);
        return false;
    }
    g_autoptr(TifaHits) hits = tifa_corpus_cite(quoting->corpus, document, span, quoting->context, error);
    *is_found = hits != NULL;
    return hits && print_quotes(hits, quoting, error);
}

/* One argument: numbers and runs of them with commas between, or an address. */
static bool quote_argument(Quoting *quoting, const char *argument, bool *is_found, GError **error)
{
    if (strspn(argument, "0123456789,-") != strlen(argument))
        return quote_address(quoting, argument, is_found, error);
    g_auto(GStrv) items = g_strsplit(argument, ",", -1);
    bool is_done = true;
    *is_found = true;
    for (char **item = items; *item && is_done; item++) {
        size_t first, last;
        bool is_there = false;
        if (!parse_numbers(*item, &first, &last)) {
            report_note("quote %s: not numbers of places; write 3, or several as 1,3,5-7", argument);
            return false;
        }
        is_done = quote_numbers(quoting, first, last, &is_there, error);
        *is_found = *is_found && is_there;
    }
    return is_done;
}

static int quote_all(Quoting *quoting, char *const *arguments)
{
    GError *error = NULL;
    bool is_good = true, is_found = true;
    for (; is_good && *arguments; arguments++) {
        bool is_there = false;
        is_good = quote_argument(quoting, *arguments, &is_there, &error);
        is_found = is_found && is_there;
    }
    is_good = is_good && tifa_print_hits_end(&quoting->printer, &error);
    output_close(&quoting->printer);
    if (error)
        return report_error(error);
    return !is_good ? EXIT_TROUBLE : is_found ? EXIT_FOUND : EXIT_NOTHING;
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
    /* Elsewhere .md is a name for plain text. */
    if (!options.format && options.output && g_str_has_suffix(options.output, ".md"))
        options.parsed_format = TIFA_FORMAT_MARKDOWN;
    if (context && !tifa_context_parse(context, &quoting.context, &error))
        return report_error(error);
    quoting.corpus = open_corpus(&options, TIFA_CORPUS_READ, 0);
    if (!quoting.corpus)
        return EXIT_TROUBLE;
    quoting.options = options;
    quoting.printer = output_open(&options, true);
    int status = quote_all(&quoting, argv + 1);
    quoting_clear(&quoting);
    return status;
}
