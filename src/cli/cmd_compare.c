#include "cli/cli.h"

/* What the command was asked for. */
typedef struct {
    gboolean is_all, tells_meaning;
    char *decision; /* the name of a document; NULL if there is none */
    char **dictionaries;
} Wish;

static void wish_clear(Wish *wish)
{
    g_free(wish->decision);
    g_strfreev(wish->dictionaries);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Wish, wish_clear)

/* What is compared, and how. */
typedef struct {
    const Options *options;
    const Wish *wish;
    const TifaDocument *before, *after;
    TifaSegmenter *segmenter;
    TifaComparisonPrinting printing;
} Work;

static void tag_document(const Work *work, const TifaConcepts *concepts, const TifaDocument *document,
                         TifaTags *tags)
{
    size_t length;
    const char *text = tifa_document_text(document, &length);
    tifa_tag(concepts, work->segmenter, text, length, tifa_document_field(document, TIFA_FIELD_DATE), tags);
}

static int print_comparison(const Work *work, const TifaComparison *comparison)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(work->options, true);
    bool is_printed =
        tifa_print_comparison(&printer, work->before, work->after, comparison, &work->printing, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return tifa_comparison_has_changes(comparison, work->before, work->after) ? EXIT_FOUND : EXIT_NOTHING;
}

static int print_meanings(Work *work, const TifaComparison *comparison)
{
    g_autoptr(TifaConcepts) concepts = open_concepts(work->wish->dictionaries);
    if (!concepts)
        return EXIT_TROUBLE;
    TifaTags before = {0}, after = {0};
    TifaMeanings meanings = {0};
    tag_document(work, concepts, work->before, &before);
    tag_document(work, concepts, work->after, &after);
    tifa_comparison_meanings(comparison, &before, &after, &meanings);
    work->printing.meanings = &meanings;
    work->printing.concepts = concepts;
    int status = print_comparison(work, comparison);
    g_free(before.items);
    g_free(after.items);
    g_free(meanings.items);
    return status;
}

static int print_compared(Work *work)
{
    GError *error = NULL;
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(&error);
    if (!segmenter)
        return report_error(error);
    TifaCutter cutter = tifa_cutter(segmenter);
    TifaCompareOptions compare = {.cutter = &cutter};
    g_autoptr(TifaComparison) comparison = tifa_compare(work->before, work->after, &compare, &error);
    if (!comparison)
        return report_error(error);
    work->segmenter = segmenter;
    return work->wish->tells_meaning ? print_meanings(work, comparison) : print_comparison(work, comparison);
}

/* The document of the file read next; NULL after printing why there is none. */
static TifaDocument *take_document(TifaReader *reader)
{
    GError *error = NULL;
    g_autoptr(TifaReading) reading = tifa_reader_next(reader);
    TifaDocument *document = tifa_reading_take_only(reading, &error);
    if (!document)
        report_error(error);
    return document;
}

/* Reads two files at the same time. */
static bool read_both(char *const *names, TifaDocument **before, TifaDocument **after)
{
    GError *error = NULL;
    TifaReaderOptions reading = {.jobs = 2};
    g_autoptr(TifaReader) reader = tifa_reader_new(&reading, &error);
    if (!reader) {
        report_error(error);
        return false;
    }
    tifa_reader_submit(reader, names[0]);
    tifa_reader_submit(reader, names[1]);
    *before = take_document(reader);
    *after = take_document(reader);
    return *before && *after;
}

static bool open_both(const Options *options, char *const *names, TifaDocument **before, TifaDocument **after)
{
    if (g_file_test(names[0], G_FILE_TEST_EXISTS) && g_file_test(names[1], G_FILE_TEST_EXISTS))
        return read_both(names, before, after);
    *before = open_document(options, names[0]);
    *after = *before ? open_document(options, names[1]) : NULL;
    return *after != NULL;
}

static int compare(const Options *options, char *const *names, const Wish *wish)
{
    GError *error = NULL;
    g_autoptr(TifaDocument) before = NULL;
    g_autoptr(TifaDocument) after = NULL;
    if (!open_both(options, names, &before, &after))
        return EXIT_TROUBLE;
    Work work = {options, wish, before, after, .printing = {.is_all = wish->is_all}};
    if (!wish->decision)
        return print_compared(&work);
    g_autoptr(TifaDocument) orders = open_document(options, wish->decision);
    if (!orders)
        return EXIT_TROUBLE;
    g_autoptr(TifaDecision) decision = tifa_decision_read(orders, &error);
    if (!decision)
        return report_error(error);
    work.printing.decision = decision;
    work.printing.decision_document = orders;
    return print_compared(&work);
}

int cmd_compare(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(Wish) wish = {0};
    const GOptionEntry entries[] = {
        {"all", 0, 0, G_OPTION_ARG_NONE, &wish.is_all, "show typographic and numbering changes too", NULL},
        {"meaning", 0, 0, G_OPTION_ARG_NONE, &wish.tells_meaning,
         "tell what the changes mean: duties, quantities, deadlines, agencies, concepts", NULL},
        {"decision", 0, 0, G_OPTION_ARG_FILENAME, &wish.decision,
         "hold the orders of an amendment decision against the changes", "FILE"},
        DICTIONARY_OPTION(&wish.dictionaries),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 2, 2))
        return EXIT_TROUBLE;
    return compare(&options, argv + 1, &wish);
}
