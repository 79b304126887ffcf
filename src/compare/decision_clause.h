/* decision_clause.h - one clause of a decision being understood, from one 。 to the next.
 *
 * decision_clause.c takes its tokens one by one; as soon as they amount to an order, decision_orders.c adds
 * the amendments. What was not understood leaves is_unclear behind.
 */
#pragma once

#include "compare/decision.h"

typedef enum {
    ORDER_NONE,
    ORDER_REPLACE,  /* behind 修改为, 改为 */
    ORDER_DELETE,   /* behind 删去 */
    ORDER_ADD_UNIT, /* behind 增加一条, 增加一款 */
    ORDER_ADD_WORDS /* behind 增加 */
} Order;

/* The places named so far; a zero place first means the whole text. */
typedef struct {
    TifaPlace *items;
    size_t length, capacity;
} PlaceList;

typedef struct {
    TifaDecision *decision;
    const char *text;
    TifaSpan source;
    const char *instrument;
    TifaPlace current; /* the last place named: 第二款 alone is one of its article */
    TifaPlace carried; /* the place of the words before a semicolon */
    Order order;
    PlaceList targets, new_places;
    bool is_naming_new; /* places that come are new numbers */
    bool is_done;       /* an order was given: the next place begins another target */
    bool is_merge;
    char unit;                /* of ORDER_ADD_UNIT */
    uint16_t part;            /* a TifaPlacePart: what of the target is meant */
    DecisionSide target_side; /* whether the target is to be put in front of or behind */
    TifaSpan words;           /* a quotation whose verb has not come yet; empty for none */
    DecisionSide side;        /* of the words, where others are to be added */
    bool is_partial;          /* about a part of a place that TifaPlace cannot name */
    bool is_unclear;          /* an order of the item was not understood */
} Clause;

/* Keeps a string for as long as the decision lives, and lends it. */
const char *decision_keep(TifaDecision *decision, char *string);

/* Takes the clause's next token; `next` is the one behind it, or NULL. */
void clause_take(Clause *clause, const DecisionToken *token, const DecisionToken *next);

/* Ends the clause: an order that waited for more is given, and all is forgotten but the article. */
void clause_end(Clause *clause);

/* Each adds the amendments of one order; `words` is the span of a quotation. */
void clause_add_amendment(Clause *clause, TifaAmendment amendment);
void clause_add_rewording(Clause *clause, TifaSpan old_words, const char *new_words);
void clause_add_sentence(Clause *clause, TifaSpan words); /* at an end of the target */
void clause_add_words(Clause *clause, TifaSpan words);
void clause_add_deletions(Clause *clause);
void clause_add_replacement(Clause *clause, TifaSpan words);
void clause_add_insertions(Clause *clause, TifaSpan words);
void clause_add_chapter(Clause *clause, TifaSpan words);

/* What a quotation says. Lent by the decision. */
const char *clause_words(Clause *clause, TifaSpan span);

/* The place an order is about: the last one named, the one before a semicolon, or the whole text. */
TifaPlace clause_target(const Clause *clause);
