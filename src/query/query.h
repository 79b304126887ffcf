/* query.h - questions: text in, a tree and filters out. doc/tifa-query.7 is the language.
 *
 * What a node finds is a set of places, whatever stands around it: a leaf its own, the others what they let
 * through of their children's. */
#pragma once

#include "query/tokens.h"

typedef enum {
    QUERY_PHRASE,  /* text: the characters */
    QUERY_PATTERN, /* text: characters with gaps and wildcards, see pattern.h */
    QUERY_REGEX,   /* text: a regular expression */
    QUERY_CONCEPT, /* text: the concept's id or label */
    QUERY_CLASS,   /* text: a concept's id or a category: all concepts below it */
    QUERY_TOKENS,  /* tokens: a pattern over words, see tokens.h */
    QUERY_NEAR,    /* two children, at most `distance` characters apart: from the one to the other */
    QUERY_ORDER,   /* the same, the first before the second */
    QUERY_AND,     /* the children's places in a region of `scope` where all of them stand */
    QUERY_OR,      /* the places of any child */
} QueryKind;

typedef enum {
    SCOPE_SENTENCE,
    SCOPE_PARAGRAPH,
    SCOPE_ARTICLE, /* a paragraph where there are no articles */
    SCOPE_DOCUMENT,
} QueryScope;

typedef struct QueryNode {
    QueryKind kind;
    bool is_negated; /* must not be there; only children of QUERY_AND are */
    QueryScope scope;
    unsigned distance;
    unsigned column; /* where it begins in the question, from 1 */
    char *caret;     /* of what can fail later: that shown (query_caret()); else NULL */
    char *text;
    TokensNode *tokens;
    size_t tests;        /* of attributes in it */
    GPtrArray *children; /* of QueryNode; NULL for leaves */
} QueryNode;

QueryNode *query_node_new(QueryKind kind);
void query_node_free(QueryNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(QueryNode, query_node_free)

/* ---- Filters --------------------------------------------------------------------------------- */

typedef enum {
    FILTER_HOLDS,    /* the field holds the text, folded */
    FILTER_AGENCY,   /* the same, or any other name that the dictionary has for the agency */
    FILTER_IS,       /* the field is the text, folded */
    FILTER_ENDS,     /* the field ends with the text, folded: 管理办法 is a 办法 */
    FILTER_LANGUAGE, /* the field is the language or a kind of it: zh, zh-Hant */
    FILTER_DATE,     /* the date lies in the range */
    FILTER_AS_OF,    /* was in force, or there, at the date */
    FILTER_IN,       /* not the document, but the place: stands in a title ... */
    FILTER_SAVED,    /* the document answers the saved question of that name */
} FilterKind;

typedef struct {
    const char *names; /* as people write it, separated by blanks; the first is shown */
    const char *field; /* as the corpus names it; NULL where there is none */
    FilterKind kind;
} FilterName;

/* One value; for dates the range from..to, of which either may be NULL (open), else `from`. */
typedef struct {
    char *from, *to;
} FilterValue;

/* A document passes if one of the values fits, or none if the filter is negated. */
typedef struct {
    const FilterName *name;
    bool is_negated;
    ARRAY(FilterValue) values;
} QueryFilter;

void query_filter_free(QueryFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(QueryFilter, query_filter_free)

/* ---- The question ---------------------------------------------------------------------------- */

struct TifaQuery {
    QueryNode *root;    /* NULL: the question is of filters alone, and its answer is documents */
    GPtrArray *filters; /* of QueryFilter; all must let a document through */
    unsigned depth;     /* how many saved questions ask for this one */
};
