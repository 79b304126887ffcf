#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

static bool has_changes(const TifaComparison *comparison)
{
    size_t count;
    const TifaChange *changes = tifa_comparison_changes(comparison, &count);
    for (size_t i = 0; i < count; i++)
        if (changes[i].kind != TIFA_CHANGE_UNCHANGED)
            return true;
    return false;
}

/* A file by its path, else a document of the corpus by its number or name. NULL after printing why not. */
static TifaDocument *load(const Options *options, const char *name)
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

static int print_compared(const Options *options, const TifaDocument *before, const TifaDocument *after,
                          bool is_all)
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
    bool is_printed = tifa_print_comparison(&printer, before, after, comparison, is_all, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return has_changes(comparison) ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_compare(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    gboolean is_all = FALSE;
    const GOptionEntry entries[] = {
        {"all", 0, 0, G_OPTION_ARG_NONE, &is_all, "show typographic and numbering changes too", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 2, 2))
        return EXIT_TROUBLE;
    g_autoptr(TifaDocument) before = load(&options, argv[1]);
    g_autoptr(TifaDocument) after = before ? load(&options, argv[2]) : NULL;
    return after ? print_compared(&options, before, after, is_all) : EXIT_TROUBLE;
}
