/* tokens.h - the power form of questions (CQL): a pattern over the words of a passage, as a tree.
 *
 *     [concept="mcf"] []{0,5} [word="战略|规划"] within <art/>
 *
 * Positions lie between tokens, 0 before the first. White space is no token; punctuation is. */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* What is asked of one token. */
typedef enum {
    TEST_ANY, /* [] */
    TEST_WORD,
    TEST_CHARACTER,
    TEST_PART, /* pos */
    TEST_CONCEPT,
    TEST_LANGUAGE,
    TEST_AND, /* of the children */
    TEST_OR,
    TEST_NOT, /* of the one child */
} TestKind;

typedef struct TokenTest {
    TestKind kind;
    char *value;         /* of an attribute: a regular expression over the whole of it */
    unsigned column;     /* of the value in the question, from 1 */
    size_t number;       /* among the tests of attributes, from 0 */
    GPtrArray *children; /* of TokenTest; NULL where there are none */
} TokenTest;

typedef enum {
    REGION_SENTENCE,
    REGION_PARAGRAPH,
    REGION_ARTICLE,
    REGION_TITLE,
    REGION_DOCUMENT,
} TokenRegion;

/* What must hold of the words of a place that have labels. A label that is not there, in a part of the
 * pattern that may be left out, passes no test and is like no other. */
typedef enum {
    CONDITION_SAME, /* the words of two labels have the same `attribute` */
    CONDITION_TEST, /* the word of a label passes the test */
    CONDITION_AND,  /* of the children */
    CONDITION_OR,
    CONDITION_NOT, /* of the one child */
} ConditionKind;

typedef struct TokensCondition {
    ConditionKind kind;
    unsigned label, other; /* numbers of labels, from 1 */
    TestKind attribute;
    TokenTest *test;
    GPtrArray *children; /* of TokensCondition; NULL where there are none */
} TokensCondition;

/* Numbers of labels go up to this. */
enum { LABELS_MOST = 8 };

typedef enum {
    TOKENS_ONE,        /* a token that passes the test */
    TOKENS_SEQUENCE,   /* the children one behind the other */
    TOKENS_CHOICE,     /* one of the children */
    TOKENS_REPEAT,     /* the child, `least` to `most` times */
    TOKENS_START,      /* where a region starts: <s> */
    TOKENS_END,        /* where it ends: </s> */
    TOKENS_REGION,     /* all of a region: <s/> */
    TOKENS_WITHIN,     /* of the first child's places those that lie in one of the second's */
    TOKENS_CONTAINING, /* ... that hold one of the second's */
    TOKENS_WHERE,      /* the one child's places of which the condition holds */
} TokensKind;

typedef struct TokensNode {
    TokensKind kind;
    TokenTest *test;            /* of ONE */
    unsigned label;             /* of ONE: the number of its label, 0 for none */
    TokensCondition *condition; /* of WHERE */
    TokenRegion region;
    unsigned least, most;
    bool is_negated;     /* of WITHIN and CONTAINING: the others */
    GPtrArray *children; /* of TokensNode; NULL where there are none */
} TokensNode;

/* A repetition without an end has this one. */
enum { TOKENS_MOST = 1000 };

TokenTest *token_test_new(TestKind kind);
void token_test_free(TokenTest *test);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TokenTest, token_test_free)

TokensCondition *tokens_condition_new(ConditionKind kind);
void tokens_condition_free(TokensCondition *condition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TokensCondition, tokens_condition_free)

TokensNode *tokens_node_new(TokensKind kind);
void tokens_node_free(TokensNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TokensNode, tokens_node_free)

/* Whether the pattern asks for that attribute anywhere. */
bool tokens_has_test(const TokensNode *node, TestKind kind);
