#include "cli/cli.h"

#include <errno.h>
#include <string.h>

/* All of standard input, taken as it is, so that offsets are those of the input. */
static char *read_input(size_t *length)
{
    GString *text = g_string_new(NULL);
    char chunk[65536];
    for (size_t count; (count = fread(chunk, 1, sizeof chunk, stdin)) > 0;)
        g_string_append_len(text, chunk, (gssize)count);
    *length = text->len;
    return g_string_free(text, FALSE);
}

static int print_tagged(const Options *options, const char *text, size_t length, const char *date)
{
    GError *error = NULL;
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load(NULL, &error);
    g_autoptr(TifaSegmenter) segmenter = concepts ? tifa_segmenter_new(&error) : NULL;
    if (!segmenter)
        return report_error(error);
    TifaTags tags = {0};
    tifa_tag(concepts, segmenter, text, length, date, &tags);
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_tags(&printer, concepts, text, &tags, &error);
    output_close(&printer);
    size_t count = tags.length;
    g_free(tags.items);
    if (!is_printed)
        return report_error(error);
    return count ? EXIT_FOUND : EXIT_NOTHING;
}

static int tag_file(const Options *options, const char *path, const char *date)
{
    GError *error = NULL;
    g_autoptr(TifaDocument) document = tifa_read_one(path, &error);
    if (!document)
        return report_error(error);
    size_t length;
    const char *text = tifa_document_text(document, &length);
    return print_tagged(options, text, length, date ? date : tifa_document_field(document, TIFA_FIELD_DATE));
}

/* Whether it is a year, a month or a day: 2021, 2021-03, 2021-03-12. */
static bool is_iso_date(const char *date)
{
    return g_regex_match_simple("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", date, 0, 0);
}

int cmd_tag(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *date = NULL;
    const GOptionEntry entries[] = {
        {"date", 0, 0, G_OPTION_ARG_STRING, &date,
         "the text's date, for labels valid in some years (default: as read)", "ISO"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1))
        return EXIT_TROUBLE;
    if (date && !is_iso_date(date)) {
        report_note("--date %s: not a date; write 2021, 2021-03 or 2021-03-12", date);
        return EXIT_TROUBLE;
    }
    if (strcmp(argv[1], "-") != 0)
        return tag_file(&options, argv[1], date);
    size_t length;
    g_autofree char *text = read_input(&length);
    if (!g_utf8_validate_len(text, length, NULL)) {
        report_note(
            "standard input: not UTF-8; save it as a file and name that: tifa finds out its encoding");
        return EXIT_TROUBLE;
    }
    return print_tagged(&options, text, length, date);
}
