/* logged.h - what commands leave in the log of questions, and take from it. */
#pragma once

#include "cli/cli.h"

/* The entry of a question that is being asked, its answer not known yet; `arguments` (may be NULL) are those
 * that ask it again, else the options' own. NULL if nothing is logged. Free with tifa_log_entry_free(). */
TifaLogEntry *log_entry_new(const Options *options, TifaCorpus *corpus, char *const *arguments,
                            const char *question);

/* Puts the entry (may be NULL) into the log; says so once if that fails. */
void log_entry_add(const TifaLogEntry *entry);

/* Prints an answer on a printer. */
typedef bool AnswerPrint(const TifaPrinter *printer, const void *answer, GError **error);

/* An answer that is known as a whole. */
typedef struct {
    AnswerPrint *print;
    const void *data;
    const char *question;   /* "" if there was none */
    const TifaQuery *query; /* the same understood; NULL: an answer of nothing is not explained */
    int64_t hits;           /* places in all, -1 if they were not counted */
    bool is_short;          /* needs no pager */
} WholeAnswer;

/* Logs the answer, prints it on the output, and says why there may be nothing in it. False after printing why
 * not. */
bool print_answer(const Options *options, TifaCorpus *corpus, const WholeAnswer *answer);

/* The questions to the corpus of the options, of TifaLogEntry; NULL after printing why not. */
GPtrArray *log_read(const Options *options);
