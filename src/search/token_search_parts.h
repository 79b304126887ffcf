/* token_search_parts.h - inside a pattern over words at work: its tests and the tokens of the passage at
 * hand.
 *
 * token_search.c prepares the pattern, token_passage.c reads passages, token_match.c finds the places,
 * token_labels.c those of which a condition holds. */
#pragma once

#include "search/token_search.h"

/* A stretch of tokens, first..end-1. */
typedef struct {
    uint32_t first, end;
} Range;

typedef ARRAY(Range) Ranges;

/* What a test has said of a term. */
typedef enum {
    UNKNOWN,
    FAILS,
    PASSES,
} Verdict;

typedef ARRAY(uint8_t) Verdicts; /* of each term */

/* The test of an attribute, at work. */
typedef struct {
    const TokenTest *test;
    Regex *regex[2]; /* by FoldScript; NULL for concepts */
    Verdicts verdicts[2];
    TagPlaces tags; /* of concepts */
    size_t next_tag;
    Ranges ranges; /* the tokens that the concepts' places in the passage touch */
} Attribute;

/* A token that is not white space. */
typedef struct {
    TifaSpan span; /* in the passage's text */
    uint32_t term; /* its character, if tokens are characters */
    uint8_t kind, part;
    bool starts_sentence;
} Token;

typedef struct {
    uint32_t length; /* 0: not asked for yet */
    uint8_t kind;
} Term;

typedef struct TokenLabels TokenLabels;

struct TokenSearch {
    TifaCorpus *corpus;
    const QueryNode *node;
    Attribute *attributes;
    TokenLabels *labels; /* NULL if the pattern has no condition */
    char *expression;
    bool has_characters, has_parts, has_ends;
    ARRAY(Term) terms; /* by id */
    StoreTermIds ids;
    StoreOffsets sentences;
    /* The passage at hand. */
    const StorePassage *passage;
    FoldScript script;
    bool ends_article, ends_document; /* asked for if a pattern does */
    TifaTokens whole;                 /* all tokens, with white space */
    ARRAY(Token) tokens;
    GError *trouble;
};

/* token_match.c: whether the token passes the test. Trouble goes to search->trouble. */
bool token_passes(TokenSearch *search, const TokenTest *test, uint32_t token);

/* The end of what <s>, </s> or <s/> stands for at the position: the position itself, or of <s/> the region's
 * end; TOKENS_NOWHERE if it does not stand there. */
uint32_t token_region_end(const TokenSearch *search, const TokensNode *node, uint32_t position);
enum { TOKENS_NOWHERE = UINT32_MAX };

/* token_labels.c: prepares a pattern with a condition; NULL with an error if it is too large. Of the ranges,
 * each the shortest place of the pattern from its first token on, leaves the shortest of which the condition
 * holds. */
TokenLabels *token_labels_new(const TokensNode *where, GError **error);
void token_labels_free(TokenLabels *labels);
void token_labels_choose(TokenLabels *labels, TokenSearch *search, Ranges *ranges);

/* token_passage.c: makes a passage the one at hand. False with an error. */
bool token_passage_load(TokenSearch *search, const StorePassage *passage, FoldScript script, GError **error);
