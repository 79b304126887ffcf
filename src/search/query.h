/* query.h - questions: text in, a tree out. doc/tifa-query.7 is the language. */
#pragma once

#include "base/array.h"
#include "tifa.h"

typedef enum {
    QUERY_PHRASE,  /* text: the characters */
    QUERY_CONCEPT, /* text: the concept's id */
    QUERY_AND,     /* all children in one sentence */
    QUERY_OR,      /* any child */
} QueryKind;

typedef struct QueryNode {
    QueryKind kind;
    bool is_negated; /* must not be there; only children of QUERY_AND are */
    char *text;
    GPtrArray *children; /* of QueryNode; NULL for leaves */
} QueryNode;

struct TifaQuery {
    QueryNode *root;
};
