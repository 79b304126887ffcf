#include "cli/cli.h"

/* What the command was asked for. */
typedef struct {
    gboolean is_all;
    char *decision; /* the name of a document; NULL if there is none */
} Wish;

static int print_compared(const Options *options, const TifaDocument *before, const TifaDocument *after,
                          const TifaComparisonPrinting *printing)
{
    GError *error = NULL;
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(&error);
    if (!segmenter)
        return report_error(error);
    TifaCutter cutter = tifa_cutter(segmenter);
    TifaCompareOptions compare = {.cutter = &cutter};
    g_autoptr(TifaComparison) comparison = tifa_compare(before, after, &compare, &error);
    if (!comparison)
        return report_error(error);
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_comparison(&printer, before, after, comparison, printing, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return tifa_comparison_has_changes(comparison, before, after) ? EXIT_FOUND : EXIT_NOTHING;
}

static int compare(const Options *options, char *const *names, const Wish *wish)
{
    GError *error = NULL;
    TifaComparisonPrinting printing = {.is_all = wish->is_all};
    g_autoptr(TifaDocument) before = open_document(options, names[0]);
    g_autoptr(TifaDocument) after = before ? open_document(options, names[1]) : NULL;
    if (!after)
        return EXIT_TROUBLE;
    if (!wish->decision)
        return print_compared(options, before, after, &printing);
    g_autoptr(TifaDocument) orders = open_document(options, wish->decision);
    if (!orders)
        return EXIT_TROUBLE;
    g_autoptr(TifaDecision) decision = tifa_decision_read(orders, &error);
    if (!decision)
        return report_error(error);
    printing.decision = decision;
    printing.decision_document = orders;
    return print_compared(options, before, after, &printing);
}

int cmd_compare(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    Wish wish = {0};
    const GOptionEntry entries[] = {
        {"all", 0, 0, G_OPTION_ARG_NONE, &wish.is_all, "show typographic and numbering changes too", NULL},
        {"decision", 0, 0, G_OPTION_ARG_FILENAME, &wish.decision,
         "hold the orders of an amendment decision against the changes", "FILE"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    bool is_parsed = options_parse(&options, command, entries, &argc, &argv, 2, 2);
    int status = is_parsed ? compare(&options, argv + 1, &wish) : EXIT_TROUBLE;
    g_free(wish.decision);
    return status;
}
