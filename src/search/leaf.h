/* leaf.h - one leaf of a question at work: what the index knows of it, and its places in a passage. */
#pragma once

#include "base/regex.h"
#include "query/pattern.h"
#include "query/query.h"
#include "search/classes.h"

typedef struct TokenSearch TokenSearch;

typedef struct {
    const QueryNode *node;
    Phrase phrase;       /* of a phrase */
    Pattern pattern;     /* of a pattern */
    Regex *regex;        /* of a regular expression */
    char *expression;    /* for the full text; the same */
    TokenSearch *tokens; /* of a pattern over words */
    TagPlaces tags;      /* of a concept or class: all its places in order; none overlaps the one before */
    size_t next_tag;     /* passages come in order, so the places are read from front to back */
} Leaf;

/* Prepares the leaf of a node. False with an error, for example for a concept that is not known. Clear it
 * either way. */
bool leaf_prepare(Leaf *leaf, TifaCorpus *corpus, const QueryNode *node, GError **error);
void leaf_clear(Leaf *leaf);

/* The expression for the full text that matches every passage with a place, and maybe others; NULL if there
 * is none. Lent. */
const char *leaf_expression(const Leaf *leaf);

/* Places of a concept, in whose passages all places of the leaf are; NULL if there are none. Of a concept or
 * class they are the leaf's places. Lent. */
const TagPlaces *leaf_tags(const Leaf *leaf);

/* Appends the places in the passage's text, in order, none overlapping another. Passages are handed in by
 * ascending id. */
bool leaf_find(Leaf *leaf, const StorePassage *passage, FoldScript script, Spans *places, GError **error);
