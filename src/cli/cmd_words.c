#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    TifaPrinter printer;
    TifaSegmenter *segmenter;
    TifaGranularity granularity;
    bool has_parts;
    size_t lines, bad, first_bad; /* bad: lines that are not UTF-8 */
} Cutting;

/* One line, without its end, cut and printed; bytes that are not UTF-8 are shown as U+FFFD. */
static bool print_line(Cutting *cutting, const char *line, size_t length, GError **error)
{
    g_autofree char *valid =
        g_utf8_validate_len(line, length, NULL) ? NULL : g_utf8_make_valid(line, (gssize)length);
    cutting->lines++;
    if (valid && cutting->bad++ == 0)
        cutting->first_bad = cutting->lines;
    const char *text = valid ? valid : line;
    TifaTokens tokens = {0};
    tifa_segmenter_cut(cutting->segmenter, text, valid ? strlen(valid) : length, cutting->granularity,
                       &tokens);
    g_autofree uint8_t *parts = cutting->has_parts ? g_new(uint8_t, tokens.length) : NULL;
    if (parts)
        tifa_segmenter_tag_parts(cutting->segmenter, text, &tokens, parts);
    bool is_printed = tifa_print_tokens(&cutting->printer, text, &tokens, parts, error);
    g_free(tokens.items);
    return is_printed;
}

static bool print_words(Cutting *cutting, FILE *file, GError **error)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    bool is_printed = true;
    while (is_printed && (length = getline(&line, &capacity, file)) >= 0) {
        length -= length > 0 && line[length - 1] == '\n';
        is_printed = print_line(cutting, line, (size_t)length, error);
    }
    free(line);
    return is_printed;
}

/* The file to read lines from; NULL after printing why not. Only what is surely not text is refused. */
static FILE *open_text(const char *path)
{
    if (strcmp(path, "-") == 0)
        return stdin;
    FILE *file = fopen(path, "rb");
    if (!file) {
        report_unreadable(path);
        return NULL;
    }
    char head[4] = "";
    size_t count = fread(head, 1, sizeof head, file);
    if (count == sizeof head && (memcmp(head, "%PDF", 4) == 0 || memcmp(head, "PK\3\4", 4) == 0)) {
        fclose(file);
        report_note("%s: not plain text; use: tifa read %s | tifa words", path, path);
        return NULL;
    }
    rewind(file);
    return file;
}

/* The words of a file, one a line; lines that start with # are remarks. NULL after printing why not. */
static char **read_words(const char *path)
{
    size_t length;
    g_autofree char *text = read_bytes(path, &length);
    if (!text)
        return NULL;
    char **lines = g_strsplit(g_str_has_prefix(text, "\xEF\xBB\xBF") ? text + 3 : text, "\n", -1);
    size_t kept = 0;
    for (size_t i = 0; lines[i]; i++) {
        g_strstrip(lines[i]);
        if (*lines[i] && *lines[i] != '#')
            lines[kept++] = lines[i];
        else
            g_free(lines[i]);
    }
    lines[kept] = NULL;
    return lines;
}

/* The error, with the file's name before it. */
static int report_error_in(const char *path, GError *error)
{
    g_prefix_error(&error, "%s: ", path);
    return report_error(error);
}

/* Makes the words of a file the corpus's own, or takes them away if there is no file. */
static int adopt_words(const Options *options, const char *path)
{
    static const char *const none[] = {NULL};
    g_auto(GStrv) words = path ? read_words(path) : NULL;
    g_autoptr(TifaCorpus) corpus = path && !words ? NULL : open_corpus(options, TIFA_CORPUS_WRITE, 0);
    GError *error = NULL;
    if (!corpus)
        return EXIT_TROUBLE;
    if (!tifa_corpus_set_words(corpus, path ? (const char *const *)words : none, &error))
        return path ? report_error_in(path, error) : report_error(error);
    report_note("%s: now run tifa rebuild, which cuts its documents anew", options->corpus);
    return EXIT_FOUND;
}

/* Lets the segmenter know the words of a file; false after printing why not. */
static bool add_words(TifaSegmenter *segmenter, const char *path)
{
    g_auto(GStrv) words = read_words(path);
    GError *error = NULL;
    if (!words)
        return false;
    if (tifa_segmenter_add_words(segmenter, (const char *const *)words, &error))
        return true;
    report_error_in(path, error);
    return false;
}

int cmd_words(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    gboolean is_fine = FALSE, has_parts = FALSE, is_dropped = FALSE;
    g_autofree char *own = NULL, *adopted = NULL;
    const GOptionEntry entries[] = {
        {"fine", 0, 0, G_OPTION_ARG_NONE, &is_fine, "cut as the Chinese treebank does: 国务 院 for 国务院",
         NULL},
        {"pos", 0, 0, G_OPTION_ARG_NONE, &has_parts, "give each word its part of speech: 国务院/NOUN", NULL},
        {"words", 0, 0, G_OPTION_ARG_FILENAME, &own, "words of your own, one a line, that are never cut",
         "FILE"},
        {"adopt", 0, 0, G_OPTION_ARG_FILENAME, &adopted, "make such words those of the corpus", "FILE"},
        {"drop", 0, 0, G_OPTION_ARG_NONE, &is_dropped, "take its words away from the corpus", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 1))
        return EXIT_TROUBLE;
    if (adopted || is_dropped)
        return adopt_words(&options, adopted);
    GError *error = NULL;
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(&error);
    if (!segmenter)
        return report_error(error);
    if (*tifa_segmenter_warning(segmenter))
        report_note("%s", tifa_segmenter_warning(segmenter));
    if (own && !add_words(segmenter, own))
        return EXIT_TROUBLE;
    FILE *file = open_text(argc > 1 ? argv[1] : "-");
    if (!file)
        return EXIT_TROUBLE;
    Cutting cutting = {.printer = output_open(&options, false),
                       .segmenter = segmenter,
                       .granularity = is_fine ? TIFA_FINE : TIFA_WORDS,
                       .has_parts = has_parts};
    bool is_printed = print_words(&cutting, file, &error);
    if (file != stdin)
        fclose(file);
    if (cutting.bad)
        report_note("line %zu is not UTF-8, nor are %zu others; tifa read finds out the encoding of a file: "
                    "tifa read FILE | tifa words",
                    cutting.first_bad, cutting.bad - 1);
    if (error)
        return report_error(error);
    return is_printed && fflush(stdout) == 0 && !cutting.bad ? EXIT_FOUND : EXIT_TROUBLE;
}
