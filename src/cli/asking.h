/* asking.h - a question with the options that say how its places are shown: what tifa find is given, tifa
 * quote asks again, and tifa log keeps. */
#pragma once

#include "cli/cli.h"

typedef struct {
    char *question;
    char *context, *sort, *collation, *group, *layout;
    int limit, offset, sample, each;
    int is_saved; /* the question is a name */
    int64_t seed;
    size_t parsed_each;
    TifaFindOptions find; /* what the above means */
    TifaHitLayout parsed_layout;
} Asking;

void asking_clear(Asking *asking);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asking, asking_clear)

/* Parses the command's line. False after printing why not. */
bool asking_parse(Asking *asking, Options *options, const Command *command, int argc, char **argv);

/* The same of arguments that the log kept. */
bool asking_recall(Asking *asking, char *const *arguments);

/* The options and the question, as asking_recall() takes them. Free with g_strfreev(). */
char **asking_arguments(const Asking *asking);

/* What came of a question. */
typedef struct {
    size_t shown, total; /* total: 0 if they were not counted */
    bool has_more;
    GChecksum *digest; /* of what was shown */
} Answer;

void answer_clear(Answer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Answer, answer_clear)

/* Asks, and hands the hits to `visit` (NULL: only the answer is wanted). */
bool asking_answer(const Asking *asking, TifaCorpus *corpus, const TifaQuery *query, TifaHitsVisit *visit,
                   void *data, Answer *answer, GError **error);
