#include "cli/cli.h"

/* Prints all documents of one file. */
static int print_reading(const Options *options, TifaReading *reading, bool with_facts)
{
    if (reading->error)
        return report_error(g_steal_pointer(&reading->error));
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = true;
    for (unsigned i = 0; is_printed && i < reading->documents->len; i++)
        is_printed = tifa_print_document(&printer, reading->documents->pdata[i], with_facts, &error);
    output_close(&printer);
    for (unsigned i = 0; i < reading->failures->len; i++)
        report_note("%s: %s", reading->path, (const char *)reading->failures->pdata[i]);
    for (unsigned i = 0; options->parsed_format == TIFA_FORMAT_TEXT && i < reading->documents->len; i++) {
        const char *const *warning = tifa_document_warnings(reading->documents->pdata[i]);
        for (; *warning; warning++)
            report_note("%s: %s", reading->path, *warning);
    }
    if (!is_printed)
        return report_error(error);
    return reading->failures->len ? EXIT_TROUBLE : EXIT_FOUND;
}

int cmd_read(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    gboolean with_facts = FALSE, with_ocr = FALSE;
    int seconds = 0;
    const GOptionEntry entries[] = {
        {"facts", 0, 0, G_OPTION_ARG_NONE, &with_facts,
         "title, date, agency ... before the text (JSON has them always)", NULL},
        {"ocr", 0, 0, G_OPTION_ARG_NONE, &with_ocr, "recognise the text of pages that are only images", NULL},
        {"timeout", 0, 0, G_OPTION_ARG_INT, &seconds,
         "seconds that one file may take (default 60, with --ocr 600)", "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, -1) ||
        !is_not_negative("--timeout", seconds))
        return EXIT_TROUBLE;
    GError *error = NULL;
    TifaReaderOptions limits = {.seconds = (unsigned)seconds, .ocr = with_ocr};
    g_autoptr(TifaReader) reader = tifa_reader_new(&limits, &error);
    if (!reader)
        return report_error(error);
    if (*tifa_reader_warning(reader))
        report_note("%s", tifa_reader_warning(reader));
    for (int i = 1; i < argc; i++)
        tifa_reader_submit(reader, argv[i]);
    int status = EXIT_FOUND;
    while (tifa_reader_pending(reader)) {
        g_autoptr(TifaReading) reading = tifa_reader_next(reader);
        int printed = print_reading(&options, reading, with_facts);
        status = MAX(status, printed);
    }
    return status;
}
