/* statistics.h - what the commands for statistics share. */
#pragma once

#include "cli/cli.h"

/* Parses a question; NULL gives NULL. False after printing why not. */
bool parse_question(const char *text, TifaQuery **query);

/* A corpus opened for statistics, with what they share. */
typedef struct {
    TifaCorpus *corpus;
    TifaAnalysis *analysis;
} Study;

/* Parses the question (NULL: none) and opens the corpus for it. False after printing why not; *query is the
 * caller's either way. */
bool study_open(Study *study, const Options *options, const char *question, TifaQuery **query);
void study_close(Study *study);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Study, study_close)

/* The entry of an option for the seed of the bootstrap; `seed` is a gint64 *. */
#define SEED_OPTION(seed)                                                                                    \
    {                                                                                                        \
        "seed", 0, 0, G_OPTION_ARG_INT64, seed, "start the bootstrap of the intervals so (default 1)", "N"   \
    }

/* The options that choose which words are listed. Zeroed it is ready; clear it with wordlist_clear(). */
typedef struct {
    char *kinds, *stop_path;
    int least, limit;
    char *sort;
    char **stop; /* the lines of the file */
    TifaWordChoice choice;
} WordList;

#define WORD_LIST_OPTIONS(list, sort_help)                                                                   \
    {"kind",                                                                                                 \
     0,                                                                                                      \
     0,                                                                                                      \
     G_OPTION_ARG_STRING,                                                                                    \
     &(list)->kinds,                                                                                         \
     "list word, latin, number or several (default "                                                         \
     "word,latin)",                                                                                          \
     "KIND,..."},                                                                                            \
        {"stop", 0, 0, G_OPTION_ARG_FILENAME, &(list)->stop_path, "do not list the words of this file",      \
         "FILE"},                                                                                            \
        {"least", 0, 0, G_OPTION_ARG_INT, &(list)->least, "list what is there so many times at least", "N"}, \
        {"sort", 0, 0, G_OPTION_ARG_STRING, &(list)->sort, sort_help, "COLUMN"},                             \
    {                                                                                                        \
        "limit", 'n', 0, G_OPTION_ARG_INT, &(list)->limit, "at most so many lines (default 50; 0: all)", "N" \
    }

/* A list with the limit that the options have for default. */
WordList wordlist_new(void);

/* Reads the stop list and checks the options. False after printing why not. */
bool wordlist_read(WordList *list);
void wordlist_clear(WordList *list);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WordList, wordlist_clear)

/* Prints a table's notes on standard error. */
void report_notes(const TifaTable *table);

/* A table that answers a question, and how it is shown. */
typedef struct {
    const char *question; /* NULL: none */
    const TifaQuery *query;
    TifaTable *table; /* NULL: there is `error` instead */
    const char *sort; /* by this column; NULL: as it is */
    int limit;        /* its first rows; 0: all */
    GError *error;
} TableAnswer;

/* Logs the table and prints it, the notes on standard error unless the format holds them; gives the exit
 * status. */
int print_table(const Options *options, TifaCorpus *corpus, const TableAnswer *answer);
