/* plan.h - the passages that a question must be looked for in, as the index and the tags name them.
 *
 * What is named holds all places; whether there is one in it is for the text to say. */
#pragma once

#include "search/answer.h"

typedef struct {
    bool is_all;      /* every passage */
    char *expression; /* those that match it in the full text; NULL: those of ids */
    unsigned depth;   /* brackets inside each other in the expression */
    StoreIds ids;
} Candidates;

void candidates_clear(Candidates *candidates);

/* The passages that can have a place of the answer, if all its regions lie inside of passages. */
bool plan_passages(TifaCorpus *corpus, const Answer *answer, Candidates *candidates, GError **error);

/* The same for an answer with larger regions: the documents that can have a place, and of their passages
 * those that any leaf can have a place in. */
bool plan_documents(TifaCorpus *corpus, const Answer *answer, Candidates *candidates, GError **error);

/* Puts the candidates' ids into candidates->ids, instead of the expression. */
bool candidates_list(TifaCorpus *corpus, Candidates *candidates, GError **error);
