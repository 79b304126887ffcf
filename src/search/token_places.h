/* token_places.h - the places of a question as tokens, for statistics of the words around them.
 *
 * The tokens of a passage joined are its text, so a plain phrase is looked for in the terms of the tokens:
 * most of them cannot begin it, which is known of each term beforehand, and no text is read. Any other
 * question is run as search_places() runs it. Both find the same places. */
#pragma once

#include "search/search.h"

/* The terms of the corpus as they are written, 1 .. count. */
typedef struct {
    size_t count;
    const char *const *texts;
    const uint32_t *lengths; /* in bytes */
} TermTexts;

/* The tokens first .. end-1 of a passage, those that a place touches; none where there is no token layer. */
typedef struct {
    size_t first, end;
} TokenRange;

typedef ARRAY(TokenRange) TokenRanges;

/* A passage with places, in order. All is lent until the callback returns. */
typedef struct {
    int64_t id;
    const StoreDocument *document;
    StoreTermIds terms; /* of its tokens */
    TokenRanges places;
} TokenPassage;

/* Calls `visit` for each passage with places, in the order of the corpus. */
typedef void SearchTokensVisit(const TokenPassage *passage, void *data);
bool search_token_places(TifaCorpus *corpus, const TifaQuery *query, TermTexts terms,
                         SearchTokensVisit *visit, void *data, GError **error);
