#include "cli/cli.h"

/* Prints the text of the version that was in force. */
static int print_text(const Options *options, const TifaFamilies *families,
                      const TifaFamiliesPrinting *printing)
{
    size_t index = tifa_families_as_of(families, printing->family, printing->day);
    if (index == TIFA_NONE) {
        report_note("asof %s: no version of it was in force then", printing->day);
        return EXIT_NOTHING;
    }
    TifaVersion version = tifa_families_version(families, index);
    if (!version.copies) {
        report_note("the version of %s was in force then; its text is not in the corpus", version.date);
        return EXIT_NOTHING;
    }
    GError *error = NULL;
    g_autoptr(TifaDocument) document = tifa_corpus_get(printing->corpus, version.documents[0], &error);
    if (!document)
        return report_error(error);
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_document(&printer, document, false, &error);
    output_close(&printer);
    return is_printed ? EXIT_FOUND : report_error(error);
}

static int print_list(const Options *options, const TifaFamilies *families,
                      const TifaFamiliesPrinting *printing)
{
    GError *error = NULL;
    size_t count;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_in_force(&printer, families, printing, &count, &error);
    output_close(&printer);
    if (is_printed && !count)
        report_note("asof %s: %s was in force then", printing->day,
                    printing->family == TIFA_NONE ? "nothing in the corpus" : "no version of it");
    return !is_printed ? report_error(error) : count ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_asof(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    gboolean has_text = FALSE;
    const GOptionEntry entries[] = {
        {"text", 0, 0, G_OPTION_ARG_NONE, &has_text, "print the text itself", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 2) || !is_date("asof", argv[1]))
        return EXIT_TROUBLE;
    if (has_text && argc < 3) {
        report_note("asof: --text prints one text; name its document");
        return EXIT_TROUBLE;
    }
    g_autoptr(TifaFamilies) families = NULL;
    g_autoptr(TifaCorpus) corpus = NULL;
    TifaFamiliesPrinting printing = {.day = argv[1], .family = TIFA_NONE};
    if (!open_families(&options, argc > 2 ? argv[2] : NULL, &corpus, &families, &printing.family))
        return EXIT_TROUBLE;
    printing.corpus = corpus;
    return (has_text ? print_text : print_list)(&options, families, &printing);
}
