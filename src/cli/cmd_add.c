#include "cli/cli.h"

typedef struct {
    TifaPrinter printer;
    bool is_quiet;
    size_t outcomes[TIFA_OUTCOME_COUNT];
    size_t documents;
} Adding;

static void print_added(const TifaAdding *file)
{
    for (unsigned i = 0; i < file->documents->len; i++) {
        const TifaDocument *document = file->documents->pdata[i];
        const char *title = tifa_document_field(document, TIFA_FIELD_TITLE);
        const char *date = tifa_document_field(document, TIFA_FIELD_DATE);
        printf("added %s: %s, %s\n", file->path, title ? title : "no title", date ? date : "no date");
        for (const char *const *warning = tifa_document_warnings(document); *warning; warning++)
            report_note("%s: %s", file->path, *warning);
    }
}

static void report(const TifaAdding *file, void *data)
{
    Adding *adding = data;
    adding->outcomes[file->outcome]++;
    adding->documents += file->documents ? file->documents->len : 0;
    progress_clear();
    if (adding->printer.format != TIFA_FORMAT_TEXT)
        tifa_print_adding(&adding->printer, file, NULL);
    else if (file->outcome == TIFA_OUTCOME_FAILED)
        report_note("%s", file->message);
    else if (file->outcome == TIFA_OUTCOME_ADDED && !adding->is_quiet)
        print_added(file);
    fflush(stdout); /* what is said to be safe may be acted on */
    progress_show(file->done, file->files, "files");
}

static bool is_stopped(void *data)
{
    (void)data;
    return interrupt_seen();
}

static void warn(const char *warning, void *data)
{
    (void)data;
    report_note("%s", warning);
}

static void print_summary(const Adding *adding)
{
    printf("%zu documents added", adding->documents);
    if (adding->outcomes[TIFA_OUTCOME_KNOWN])
        printf(", %zu files known already", adding->outcomes[TIFA_OUTCOME_KNOWN]);
    if (adding->outcomes[TIFA_OUTCOME_SKIPPED])
        printf(", %zu files of other kinds passed over", adding->outcomes[TIFA_OUTCOME_SKIPPED]);
    if (adding->outcomes[TIFA_OUTCOME_IMAGE])
        printf(", %zu images passed over (--ocr reads them)", adding->outcomes[TIFA_OUTCOME_IMAGE]);
    if (adding->outcomes[TIFA_OUTCOME_FAILED])
        printf(", %zu FAILED (see above)", adding->outcomes[TIFA_OUTCOME_FAILED]);
    putchar('\n');
}

int cmd_add(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    int jobs = 0, seconds = 0, megabytes = 0, commit_every = 0;
    gboolean is_quiet = FALSE, with_ocr = FALSE;
    const GOptionEntry entries[] = {
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, "files read at once (default: one a processor)", "N"},
        {"ocr", 0, 0, G_OPTION_ARG_NONE, &with_ocr, "recognise the text of pages that are only images", NULL},
        {"timeout", 0, 0, G_OPTION_ARG_INT, &seconds,
         "seconds that one file may take (default 60, with --ocr 600)", "N"},
        {"max-size", 0, 0, G_OPTION_ARG_INT, &megabytes, "largest file to read, in MB (default 64)", "N"},
        {"commit-every", 0, 0, G_OPTION_ARG_INT, &commit_every,
         "files made safe on disk together (default: what two seconds bring)", "N"},
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &is_quiet, "print only the summary and what failed", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, -1) || !is_not_negative("--jobs", jobs) ||
        !is_not_negative("--timeout", seconds) || !is_not_negative("--max-size", megabytes) ||
        !is_not_negative("--commit-every", commit_every))
        return EXIT_TROUBLE;
    if (options.parsed_format != TIFA_FORMAT_TEXT && options.parsed_format != TIFA_FORMAT_JSON) {
        report_note("--format %s: what was added cannot be printed so; use text or json", options.format);
        return EXIT_TROUBLE;
    }
    g_autoptr(TifaCorpus) corpus = open_corpus(&options, TIFA_CORPUS_CREATE, TIFA_LAYER_ALL);
    if (!corpus)
        return EXIT_TROUBLE;
    Adding adding = {.printer = output_open(&options, false), .is_quiet = is_quiet};
    TifaAddOptions add = {
        .reader = {.jobs = (unsigned)jobs,
                   .seconds = (unsigned)seconds,
                   .max_size = (uint64_t)megabytes << 20,
                   .ocr = with_ocr},
        .commit_every = (unsigned)commit_every,
        .report = report,
        .warn = warn,
        .is_stopped = is_stopped,
        .data = &adding,
    };
    size_t failed;
    GError *error = NULL;
    interrupt_catch();
    bool is_done = tifa_corpus_add(corpus, (const char *const *)argv + 1, &add, &failed, &error);
    progress_clear();
    if (options.parsed_format == TIFA_FORMAT_TEXT)
        print_summary(&adding);
    if (!is_done)
        report_error(error);
    if (interrupt_seen())
        report_note("interrupted; what was added is safe, and the same command adds the rest");
    interrupt_pass_on();
    return is_done && !failed ? EXIT_FOUND : EXIT_TROUBLE;
}
