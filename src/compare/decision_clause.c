/* decision_clause.c - the tokens of a clause, taken one by one. */
#include "compare/decision_clause.h"

#include <string.h>

void clause_end(Clause *clause)
{
    if (clause->order == ORDER_DELETE && !clause->is_done)
        clause_add_deletions(clause);
    clause->order = ORDER_NONE;
    clause->targets.length = clause->new_places.length = 0;
    clause->is_naming_new = clause->is_done = clause->is_merge = clause->is_partial = false;
    clause->words = (TifaSpan){0, 0};
    clause->part = TIFA_PLACE_WHOLE;
    clause->target_side = SIDE_NONE;
}

static void take_new_place(Clause *clause, TifaPlace place)
{
    array_push(&clause->new_places, place);
    if (clause->order != ORDER_REPLACE)
        return;
    clause->is_partial = clause->is_partial || clause->targets.length == 0;
    clause_add_amendment(
        clause,
        (TifaAmendment){.kind = TIFA_AMENDMENT_RENUMBER, .place = clause_target(clause), .new_place = place});
    clause->is_naming_new = false;
}

/* Behind an order another target begins; it keeps the new number only within the same article. */
static void take_target(Clause *clause, TifaPlace place, bool is_same_article)
{
    if (clause->is_done) {
        clause->new_places.length =
            is_same_article && clause->targets.length > 0 ? clause->new_places.length : 0;
        clause->targets.length = 0;
        clause->is_done = false;
    }
    clause->current = place;
    clause->part = TIFA_PLACE_WHOLE;
    array_push(&clause->targets, place);
}

/* 第二款 alone is of the article named before, 第三自然段 of its preamble, and what names nothing is the same
 * place. */
static TifaPlace complete(const Clause *clause, TifaPlace place)
{
    if (place.article || place.chapter || place.preamble)
        return place;
    if (!place.paragraph && !place.point)
        return clause->current;
    place.article = clause->current.article;
    place.insert = clause->current.insert;
    place.preamble = clause->current.preamble;
    return place;
}

static void take_place(Clause *clause, const DecisionToken *token)
{
    TifaPlace place = complete(clause, token->place);
    if (clause->is_naming_new)
        take_new_place(clause, place);
    else
        take_target(clause, place, token->place.article == 0);
    clause->target_side = token->side;
}

/* A chapter is a place of its own only where a new one gets its number; else its articles are what is meant.
 */
static void take_chapter(Clause *clause, const DecisionToken *token)
{
    if (clause->is_naming_new && clause->unit == 'c')
        array_push(&clause->new_places, token->place);
}

/* “第八条”调整为“第七条”: quotations that are places. */
static bool take_quoted_numbers(Clause *clause, TifaSpan span)
{
    TifaPlace from = decision_place(clause->text, clause->words), to = decision_place(clause->text, span);
    if (clause->targets.length > 0 || from.article == 0 || to.article == 0)
        return false;
    clause_add_amendment(clause,
                         (TifaAmendment){.kind = TIFA_AMENDMENT_RENUMBER, .place = from, .new_place = to});
    clause->order = ORDER_NONE;
    return true;
}

static void take_quote(Clause *clause, const DecisionToken *token)
{
    bool has_words = clause->words.end > clause->words.start;
    if (clause->order == ORDER_ADD_UNIT && clause->unit == 'c') {
        clause_add_chapter(clause, token->span);
    } else if (clause->order == ORDER_ADD_UNIT) {
        clause_add_insertions(clause, token->span);
    } else if (clause->order == ORDER_ADD_WORDS && has_words && clause->side != SIDE_NONE) {
        clause_add_words(clause, token->span);
    } else if (clause->order == ORDER_REPLACE && has_words) {
        if (!take_quoted_numbers(clause, token->span))
            clause_add_rewording(clause, clause->words, clause_words(clause, token->span));
    } else if (clause->order == ORDER_REPLACE) {
        clause_add_replacement(clause, token->span);
    } else if (clause->order == ORDER_DELETE) {
        clause_add_rewording(clause, token->span, "");
        return;
    } else if (clause->order == ORDER_ADD_WORDS) {
        clause_add_sentence(clause, token->span);
    } else {
        clause->words = token->span;
        clause->side = token->side;
        return;
    }
    clause->words = (TifaSpan){0, 0};
    clause->order = ORDER_NONE;
}

static void take_replace(Clause *clause, const DecisionToken *next)
{
    clause->order = ORDER_REPLACE;
    clause->is_naming_new = next && next->kind == TOKEN_PLACE;
}

static void take_add(Clause *clause, const DecisionToken *next)
{
    bool is_unit = next && next->kind == TOKEN_UNIT && next->unit != 's';
    clause->order = is_unit ? ORDER_ADD_UNIT : ORDER_ADD_WORDS;
    clause->unit = is_unit ? next->unit : 0;
    clause->new_places.length = 0;
    clause->is_done = false;
}

/* 将 behind another order of the same clause: its places are not that order's. */
static void take_begin(Clause *clause)
{
    if (clause->order == ORDER_DELETE && !clause->is_done)
        clause_add_deletions(clause);
    clause->is_done = clause->is_done || clause->order == ORDER_DELETE;
    clause->order = ORDER_NONE;
}

/* The end of a paragraph does not end a clause that still waits for its quotation. */
static bool is_waiting(const Clause *clause)
{
    return (clause->order == ORDER_REPLACE || clause->order == ORDER_ADD_UNIT) && !clause->is_done;
}

/* Behind a semicolon the same place may be meant: 第五条中的“A”修改为“B”；“C”修改为“D”. */
static void take_stop(Clause *clause, const DecisionToken *token)
{
    const char *mark = clause->text + token->span.start;
    bool is_line_end = *mark == '\n';
    if (is_line_end && (is_waiting(clause) || (clause->order == ORDER_REPLACE && clause->new_places.length)))
        return;
    bool goes_on = *mark == ';' || g_str_has_prefix(mark, "；");
    TifaPlace carried = goes_on ? clause_target(clause) : (TifaPlace){0};
    clause_end(clause);
    clause->carried = carried;
}

void clause_take(Clause *clause, const DecisionToken *token, const DecisionToken *next)
{
    switch (token->kind) {
    case TOKEN_PLACE:
        take_place(clause, token);
        break;
    case TOKEN_QUOTE:
        take_quote(clause, token);
        break;
    case TOKEN_REPLACE:
        take_replace(clause, next);
        break;
    case TOKEN_MERGE:
        clause->is_merge = true;
        break;
    case TOKEN_ADD:
        take_add(clause, next);
        break;
    case TOKEN_UNIT:
        break;
    case TOKEN_DELETE:
        clause->order = ORDER_DELETE;
        clause->words = (TifaSpan){0, 0};
        break;
    case TOKEN_AS:
        clause->is_naming_new = clause->order == ORDER_ADD_UNIT || clause->is_merge;
        break;
    case TOKEN_STOP:
        take_stop(clause, token);
        break;
    case TOKEN_CHAPTER:
        take_chapter(clause, token);
        break;
    case TOKEN_PART:
        clause->part = token->place.part;
        break;
    case TOKEN_BEGIN:
        take_begin(clause);
        break;
    case TOKEN_OTHER:
        clause->is_partial = true;
        break;
    }
}
