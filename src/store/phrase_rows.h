/* phrase_rows.h - the passages that hold a phrase of tokens, read from the pages that FTS5 keeps
 * (structure.h).
 *
 * FTS5 answers the same. It walks the rows of all tokens alike, which is most of the work where the tokens
 * are frequent and their phrase is not; here the rarest token leads, and of the others only those pages
 * are read that may hold its passages. */
#pragma once

#include "store/db.h"

/* A phrase of more tokens is for FTS5. */
enum { PHRASE_MOST_TOKENS = 32 };

typedef struct {
    const char *token;
    size_t length;
} PhraseToken;

/* Calls `match` as store_match() does. What is not committed is not seen. With `is_rough` a passage may
 * hold only the rarest of the tokens in their places, which is found out sooner. */
bool phrase_match(Store *store, const PhraseToken *tokens, size_t count, bool is_rough, StoreMatch *match,
                  void *data, GError **error);
