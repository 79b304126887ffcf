/* token_search.h - a pattern over words at work, see tokens.h.
 *
 * Of the places that start at one token the shortest counts, and of places that overlap the leftmost, as in
 * CQP's standard strategy. [concept="mcf"] alone stands for a whole place of the concept, however many words
 * it is. */
#pragma once

#include "search/leaf.h"

/* Prepares the pattern of a node. NULL with an error. */
TokenSearch *token_search_new(TifaCorpus *corpus, const QueryNode *node, GError **error);
void token_search_free(TokenSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TokenSearch, token_search_free)

/* The expression for the full text that matches every passage with a place, and maybe others; NULL if there
 * is none. Lent. */
const char *token_search_expression(const TokenSearch *search);

/* The places of a concept that every place needs; NULL if there is none. Lent. */
const TagPlaces *token_search_tags(const TokenSearch *search);

/* Appends the places in a passage; passages come by ascending id. */
bool token_search_find(TokenSearch *search, const StorePassage *passage, FoldScript script, Spans *places,
                       GError **error);
