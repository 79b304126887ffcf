#include "cli/cli.h"

/* Prints the amended text; what of the decision could not be carried out is told and makes it trouble. */
static int print_amended(const Options *options, const char *name, const TifaDocument *amended)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_document(&printer, amended, false, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    const char *const *warnings = tifa_document_warnings(amended);
    for (const char *const *warning = warnings; *warning; warning++)
        report_note("%s: %s", name, *warning);
    return *warnings ? EXIT_TROUBLE : EXIT_FOUND;
}

int cmd_amend(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 2, 2))
        return EXIT_TROUBLE;
    g_autoptr(TifaDocument) before = open_document(&options, argv[1]);
    g_autoptr(TifaDocument) orders = before ? open_document(&options, argv[2]) : NULL;
    if (!orders)
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaDecision) decision = tifa_decision_read(orders, &error);
    g_autoptr(TifaDocument) amended = decision ? tifa_decision_apply(decision, before, &error) : NULL;
    return amended ? print_amended(&options, argv[2], amended) : report_error(error);
}
