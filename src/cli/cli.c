#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Messages -------------------------------------------------------------------------------- */

void report_note(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    progress_clear();
    fflush(stdout);
    fprintf(stderr, "tifa: %s\n", message);
}

int report_error(GError *error)
{
    report_note("%s", error->message);
    g_error_free(error);
    return EXIT_TROUBLE;
}

bool report_unreadable(const char *path)
{
    if (errno == ENOENT)
        report_note("%s: there is no such file; check the name", path);
    else
        report_note("%s: cannot be read: %s", path, g_strerror(errno));
    return false;
}

bool report_unwritable(const char *path)
{
    if (errno == ENOENT)
        report_note("%s: cannot be written: there is no such folder; make it, or name another", path);
    else
        report_note("%s: cannot be written: %s", path, g_strerror(errno));
    return false;
}

/* ---- Commands -------------------------------------------------------------------------------- */

void commands_print(FILE *file, const Command *commands, size_t count)
{
    size_t widest = 0;
    for (size_t i = 0; i < count; i++)
        if (commands[i].name)
            widest = MAX(widest, strlen(commands[i].name) + 1 + strlen(commands[i].arguments));
    for (size_t i = 0; i < count; i++) {
        const Command *command = &commands[i];
        if (command->name)
            fprintf(file, "  %s %-*s  %s\n", command->name, (int)(widest - strlen(command->name) - 1),
                    command->arguments, command->summary);
        else
            fprintf(file, "\n%s:\n", command->summary);
    }
}

const Command *commands_find(const Command *commands, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (commands[i].name && strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* ---- Options --------------------------------------------------------------------------------- */

/* Ends of file names that are not the name of their format. */
static const struct {
    const char *end, *format;
} file_ends[] = {{"txt", "text"}, {"jsonl", "json"}, {"htm", "html"}, {"bib", "bibtex"}};

static const char *format_of_file(const char *path)
{
    const char *dot = path ? strrchr(path, '.') : NULL;
    for (size_t i = 0; dot && i < G_N_ELEMENTS(file_ends); i++)
        if (strcmp(dot + 1, file_ends[i].end) == 0)
            return file_ends[i].format;
    return dot ? dot + 1 : "text";
}

/* The format that --format names, else the one that the name of the output ends with. */
static bool parse_format(Options *options)
{
    const char *name = options->format ? options->format : format_of_file(options->output);
    for (size_t i = 0; i < TIFA_FORMAT_COUNT; i++) {
        if (strcmp(name, tifa_format_name((TifaFormat)i)) == 0) {
            options->parsed_format = (TifaFormat)i;
            return true;
        }
    }
    if (options->format)
        report_note("--format %s: there is no such format; use text, json, csv, html, xlsx, docx, markdown, "
                    "vrt, conllu, "
                    "bibtex, ris or csl",
                    options->format);
    return !options->format;
}

bool is_not_negative(const char *option, int number)
{
    if (number < 0)
        report_note("%s %d: must not be negative", option, number);
    return number >= 0;
}

static bool parse_color(Options *options)
{
    const char *wish = options->color ? options->color : "auto";
    const char *no_color = getenv("NO_COLOR");
    options->has_color = strcmp(wish, "always") == 0 ||
                         (strcmp(wish, "auto") == 0 && isatty(STDOUT_FILENO) && !(no_color && *no_color));
    if (strcmp(wish, "always") == 0 || strcmp(wish, "never") == 0 || strcmp(wish, "auto") == 0)
        return true;
    report_note("--color %s: use auto, always or never", wish);
    return false;
}

static void set_corpus(Options *options)
{
    const char *named = getenv("TIFA_CORPUS");
    if (!options->corpus)
        options->corpus = g_strdup(named && *named ? named : "corpus.tifa");
}

static GOptionContext *make_context(Options *options, const Command *command, const GOptionEntry *own)
{
    g_autofree char *usage = g_strdup_printf("%s - %s", command->arguments, command->summary);
    GOptionContext *context = g_option_context_new(usage);
    const GOptionEntry shared[] = {
        {"corpus", 0, 0, G_OPTION_ARG_FILENAME, &options->corpus,
         "the corpus (else $TIFA_CORPUS, else ./corpus.tifa)", "FILE"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &options->format,
         "text, json, csv, html, xlsx, docx ..., where it makes sense", "NAME"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
         "write to a file; its name's end tells the format if --format does not", "FILE"},
        {"color", 0, 0, G_OPTION_ARG_STRING, &options->color, "auto (on a terminal), always or never",
         "WHEN"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (own)
        g_option_context_add_main_entries(context, own, NULL);
    g_option_context_add_main_entries(context, shared, NULL);
    if (command->examples) {
        g_autofree char *examples = g_strdup_printf("Examples:\n%s", command->examples);
        g_option_context_set_description(context, examples);
    }
    return context;
}

static bool check_arguments(const Command *command, int argc, int least, int most)
{
    int count = argc - 1;
    if (count >= least && (most < 0 || count <= most))
        return true;
    report_note("%s: %s; usage: tifa %s %s", command->name,
                count < least ? "something is missing" : "too many arguments", command->name,
                command->arguments);
    return false;
}

/* The arguments without those that only say where the answer comes from and goes to. Free with g_strfreev().
 */
static char **own_arguments(int argc, char **argv)
{
    static const char *const shared[] = {"--corpus", "--format", "--output", "-o", "--color", "--svg"};
    GPtrArray *own = g_ptr_array_new();
    bool has_ended = false;
    for (int i = 1; i < argc; i++) {
        bool is_shared = false, is_alone = false;
        has_ended |= strcmp(argv[i], "--") == 0;
        for (size_t j = 0; j < G_N_ELEMENTS(shared) && !has_ended; j++) {
            size_t length = strlen(shared[j]);
            bool is_named = strncmp(argv[i], shared[j], length) == 0;
            is_alone |= is_named && argv[i][length] == '\0';
            is_shared |= is_named && (argv[i][length] == '\0' || argv[i][length] == '=');
        }
        if (!is_shared)
            g_ptr_array_add(own, g_strdup(argv[i]));
        i += is_alone;
    }
    g_ptr_array_add(own, NULL);
    return (char **)g_ptr_array_free(own, FALSE);
}

/* Makes one argument of the words of a question. */
static void join_question(Options *options, int *argc, char **argv)
{
    const char *takes = options->command->arguments;
    if (*argc < 3 || (strcmp(takes, "QUERY") != 0 && strcmp(takes, "[QUERY]") != 0))
        return;
    options->question = g_strjoinv(" ", argv + 1);
    argv[1] = options->question;
    argv[2] = NULL;
    *argc = 2;
}

bool options_parse(Options *options, const Command *command, const GOptionEntry *own, int *argc, char ***argv,
                   int least, int most)
{
    g_autofree char *program = g_strdup_printf("tifa %s", command->name);
    g_set_prgname(program);
    options->command = command;
    options->arguments = own_arguments(*argc, *argv);
    g_autoptr(GOptionContext) context = make_context(options, command, own);
    GError *error = NULL;
    if (!g_option_context_parse(context, argc, argv, &error)) {
        bool is_unknown = g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
        report_note("%s: %s%s", command->name, error->message,
                    is_unknown
                        ? "; tifa COMMAND --help lists the options, and what begins with - goes behind --"
                        : "");
        g_error_free(error);
        return false;
    }
    /* "--" has done its work. */
    if (*argc > 1 && strcmp((*argv)[1], "--") == 0) {
        memmove(*argv + 1, *argv + 2, (size_t)(*argc - 1) * sizeof **argv); /* NULL with them */
        --*argc;
    }
    join_question(options, argc, *argv);
    set_corpus(options);
    return parse_format(options) && check_arguments(command, *argc, least, most) && output_prepare(options) &&
           parse_color(options);
}

void options_clear(Options *options)
{
    g_strfreev(options->arguments);
    g_free(options->question);
    g_free(options->corpus);
    g_free(options->format);
    g_free(options->output);
    g_free(options->color);
}

/* ---- The corpus ------------------------------------------------------------------------------ */

TifaCorpus *open_corpus(const Options *options, TifaCorpusMode mode, int needed_layers)
{
    GError *error = NULL;
    TifaCorpus *corpus = tifa_corpus_open(options->corpus, mode, &error);
    if (!corpus) {
        report_error(error);
        return NULL;
    }
    if (mode == TIFA_CORPUS_READ && !output_describe(corpus)) {
        tifa_corpus_close(corpus);
        return NULL;
    }
    int stale = needed_layers ? tifa_corpus_stale(corpus, needed_layers, &error) : 0;
    if (stale < 0)
        report_error(error);
    else if (stale)
        report_note("%s: its %s made with other means than those in force now; tifa rebuild makes all anew",
                    options->corpus,
                    stale & TIFA_LAYER_FULLTEXT ? "index was"
                    : stale & TIFA_LAYER_TOKENS ? "words were"
                                                : "tags were");
    return corpus;
}

TifaCorpus *open_for_question(const Options *options, const char *text, TifaQuery **query)
{
    GError *error = NULL;
    *query = tifa_query_parse(text, &error);
    if (*query)
        return open_corpus(options, TIFA_CORPUS_READ, tifa_query_layers(*query));
    report_error(error);
    return NULL;
}

void explain_nothing(TifaCorpus *corpus, const TifaQuery *query)
{
    GError *error = NULL;
    g_auto(GStrv) sentences = query ? tifa_corpus_explain(corpus, query, &error) : NULL;
    for (char **sentence = sentences; sentence && *sentence; sentence++)
        report_note("%s", *sentence);
    g_clear_error(&error); /* what went wrong has been told with the answer */
}

TifaCorpus *open_for_documents(const Options *options, const char *text, TifaEntries **entries)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus =
        text ? open_for_question(options, text, &query) : open_corpus(options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return NULL;
    *entries = query ? tifa_corpus_select(corpus, query, &error) : tifa_corpus_list(corpus, &error);
    if (*entries && tifa_entries_count(*entries) == 0)
        explain_nothing(corpus, query);
    if (*entries)
        return g_steal_pointer(&corpus);
    report_error(error);
    return NULL;
}

TifaDocument *open_document(const Options *options, const char *name)
{
    GError *error = NULL;
    struct stat status;
    TifaDocument *document = NULL;
    if (strcmp(name, "-") == 0 || stat(name, &status) == 0) {
        document = tifa_read_one(name, &error);
    } else {
        g_autoptr(TifaCorpus) corpus = tifa_corpus_open(options->corpus, TIFA_CORPUS_READ, NULL);
        int64_t id = corpus ? tifa_corpus_resolve(corpus, name, &error) : 0;
        document = id ? tifa_corpus_get(corpus, id, &error) : NULL;
        if (!corpus)
            report_note("%s: no such file, and no corpus %s to look it up in", name, options->corpus);
    }
    if (!document && error)
        report_error(error);
    return document;
}

/* ---- Progress -------------------------------------------------------------------------------- */

static struct {
    int64_t start, shown;
} progress;

void progress_show(size_t done, size_t of, const char *what)
{
    int64_t now = g_get_monotonic_time();
    if (!progress.start)
        progress.start = now;
    if (!isatty(STDERR_FILENO) || now - progress.start < G_USEC_PER_SEC ||
        now - progress.shown < G_USEC_PER_SEC / 10)
        return;
    double seconds = (double)(now - progress.start) / G_USEC_PER_SEC;
    double left = done ? seconds * (double)(of - done) / (double)done : 0;
    fprintf(stderr, "\r\033[K%zu of %zu %s, %.0f a second, %.0f s left", done, of, what,
            (double)done / seconds, left);
    progress.shown = now;
}

void progress_clear(void)
{
    if (progress.shown)
        fputs("\r\033[K", stderr);
    progress.shown = 0;
}
