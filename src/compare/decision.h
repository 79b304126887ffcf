/* decision.h - amendment decisions (修改决定 xiugai jueding, 修正案 xiuzheng'an): what they order, as a list.
 *
 * A decision is read in three steps: its text becomes tokens (places, quotations, the words that order
 * something), the tokens of an item become amendments, and these are applied to the old text or held against
 * a comparison.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

struct TifaDecision {
    const TifaDocument *document; /* lent */
    struct {
        TifaAmendment *items;
        size_t length, capacity;
    } amendments;
    GPtrArray *strings; /* of char *: all that amendments lend */
};

typedef enum {
    TOKEN_PLACE,   /* 第十二条第二款 */
    TOKEN_QUOTE,   /* “...”, over several paragraphs too */
    TOKEN_REPLACE, /* 修改为 改为 调整为 */
    TOKEN_MERGE,   /* 合并 */
    TOKEN_ADD,     /* 增加 */
    TOKEN_UNIT,    /* 一条 两款 三项 一章 一句, behind 增加 */
    TOKEN_CHAPTER, /* 第三章 */
    TOKEN_PART,    /* 条首部分 开始部分 末尾: a part of the place named before */
    TOKEN_DELETE,  /* 删去 删除 */
    TOKEN_AS,      /* 作为 */
    TOKEN_STOP,    /* 。；and the end of a paragraph */
    TOKEN_BEGIN,   /* 将: another order begins */
    TOKEN_OTHER,   /* 一节 章名 ...: a part that is not understood */
} DecisionTokenKind;

typedef enum {
    SIDE_NONE,
    SIDE_BEFORE, /* 前 */
    SIDE_AFTER,  /* 后 */
} DecisionSide;

typedef struct {
    DecisionTokenKind kind;
    TifaSpan span;
    TifaPlace place;   /* of a PLACE, CHAPTER or PART; what is not named is 0 */
    DecisionSide side; /* whether 前 or 后 follows a PLACE or QUOTE */
    char unit; /* of a UNIT: 'a' 条 (article), 'p' 款 段 (paragraph), 'i' 项 (point), 'c' 章 (chapter),
                * 's' 句 (sentence) */
} DecisionToken;

typedef struct {
    DecisionToken *items;
    size_t length, capacity;
} DecisionTokens;

/* Appends the tokens of text[span]. A QUOTE's span is what stands inside the marks. */
void decision_tokens(const char *text, TifaSpan span, DecisionTokens *tokens);

/* Whether an order is about this law: of a decision on several laws only those under its title are. */
bool decision_is_about(const TifaAmendment *amendment, const TifaDocument *law);

/* The place that the whole of text[span] names; its article is 0 if it names none. */
TifaPlace decision_place(const char *text, TifaSpan span);
