#include "cli/statistics.h"

#include <stdlib.h>

/* "3" or "2-4". */
static bool parse_lengths(const char *text, size_t *shortest, size_t *longest)
{
    char *end = NULL;
    *shortest = 2;
    *longest = 4;
    if (!text)
        return true;
    unsigned long first = strtoul(text, &end, 10);
    unsigned long last = *end == '-' ? strtoul(end + 1, &end, 10) : first;
    *shortest = first;
    *longest = last;
    if (end != text && *end == '\0')
        return true;
    report_note("--length %s: use a number of words, or two as 2-4", text);
    return false;
}

int cmd_ngrams(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(WordList) list = wordlist_new();
    g_autofree char *length = NULL;
    size_t shortest, longest;
    const GOptionEntry entries[] = {
        {"length", 'l', 0, G_OPTION_ARG_STRING, &length, "words in a sequence (default 2-4)", "N|N-M"},
        WORD_LIST_OPTIONS(&list, "by this column (default frequency)"),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(TifaQuery) query = NULL;
    g_auto(Study) study = {0};
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 1) || !wordlist_read(&list) ||
        !parse_lengths(length, &shortest, &longest) || !study_open(&study, &options, argv[1], &query))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaTable) table =
        tifa_analysis_ngrams(study.analysis, query, shortest, longest, &list.choice, &error);
    return print_table(&options, study.corpus,
                       &(TableAnswer){argv[1], query, table, list.sort, list.limit, error});
}
