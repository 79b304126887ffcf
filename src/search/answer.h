/* answer.h - a question at work: its tree with what each node finds, passage by passage, or document by
 * document where its regions are larger than a passage.
 *
 * Places are spans in the document's text. */
#pragma once

#include "search/leaf.h"

typedef struct Answer {
    const QueryNode *node;
    struct Answer *children;
    size_t count;
    Leaf leaf; /* of a node without children */
    Spans places;
} Answer;

/* A stretch of a document that is looked at: passages in order, with their texts. */
typedef struct {
    StorePassage passage;
    GString *copy;          /* holds the text, if the window has more than one passage; else NULL */
    StoreOffsets sentences; /* their ends in the passage's text, once asked for */
} WindowPassage;

typedef struct {
    Store *store;
    FoldScript script;
    ARRAY(WindowPassage) passages;
} Window;

/* Prepares the tree's leaves. Clear it also on error. */
bool answer_prepare(Answer *answer, TifaCorpus *corpus, const QueryNode *node, GError **error);
void answer_clear(Answer *answer);

/* Whether it needs to see a document as a whole. */
bool answer_needs_document(const Answer *answer);

/* Empties the window, and adds a passage to it; the leaves look for their places in it. Its text is copied if
 * `is_kept`, else lent. */
void answer_turn(Answer *answer, Window *window, FoldScript script);
bool answer_look(Answer *answer, Window *window, const StorePassage *passage, bool is_kept, GError **error);
void window_clear(Window *window);

/* Works out the places of the window (answer->places), in order; they may overlap. */
bool answer_evaluate(Answer *answer, Window *window, GError **error);

/* Sorts places by their start, the longer first. */
void spans_sort(Spans *places);

/* Leaves the places that do not overlap an earlier one. */
void spans_drop_overlaps(Spans *places);
