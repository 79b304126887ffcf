#include "cli/statistics.h"

#include <stdlib.h>

/* "5" is five words on each side, "0,3" none on the left and three on the right. */
static bool parse_window(const char *text, unsigned *left, unsigned *right)
{
    enum { WIDEST = 100 };
    char *end = NULL;
    *left = *right = 5;
    if (!text)
        return true;
    long first = strtol(text, &end, 10), second = *end == ',' ? strtol(end + 1, &end, 10) : first;
    if (end != text && *end == '\0' && first >= 0 && second >= 0 && first + second > 0 && first <= WIDEST &&
        second <= WIDEST) {
        *left = (unsigned)first;
        *right = (unsigned)second;
        return true;
    }
    report_note("--window %s: use a number of words up to %d, or two as 0,3 for left and right", text,
                WIDEST);
    return false;
}

int cmd_collocates(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(WordList) list = wordlist_new();
    g_autofree char *window = NULL;
    unsigned left, right;
    const GOptionEntry entries[] = {
        {"window", 'w', 0, G_OPTION_ARG_STRING, &window, "words on each side, or left and right (default 5)",
         "N|L,R"},
        WORD_LIST_OPTIONS(&list, "by this column (default log_likelihood)"),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    g_autoptr(TifaQuery) query = NULL;
    g_auto(Study) study = {0};
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) || !wordlist_read(&list) ||
        !parse_window(window, &left, &right) || !study_open(&study, &options, argv[1], &query))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaTable) table =
        tifa_analysis_collocates(study.analysis, query, left, right, &list.choice, &error);
    return print_table(&options, study.corpus,
                       &(TableAnswer){argv[1], query, table, list.sort, list.limit, error});
}
