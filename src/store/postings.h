/* postings.h - the tokens of many passages gathered in memory, and read back sorted: for each different
 * token, in the order of bytes, the places where it stands.
 *
 * A token takes four bytes while it is gathered and four more once it is sorted; places need none of their
 * own, because the tokens of a passage follow each other. */
#pragma once

#include "base/array.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Postings Postings;

Postings *postings_new(void);
void postings_free(Postings *postings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Postings, postings_free)

/* The next passage; its id is above those of all before. Its tokens follow. */
void postings_begin(Postings *postings, int64_t passage);
void postings_add(Postings *postings, const char *token, size_t length);

/* The number of tokens gathered. */
size_t postings_count(const Postings *postings);

/* The passages in order, each with the number of its tokens. */
size_t postings_passages(const Postings *postings);
int64_t postings_passage(const Postings *postings, size_t index, uint32_t *tokens);

/* One different token: its bytes and its places, to be read with postings_place(). Lent. */
typedef struct {
    const char *token;
    size_t length;
    const uint32_t *places;
    size_t count;
} PostingsList;

/* Sorts what was gathered; after that nothing can be added. Gives the number of different tokens. */
size_t postings_sort(Postings *postings);

/* That of the index-th token in the order of bytes; lent until the next call. */
PostingsList postings_get(Postings *postings, size_t index);

/* The passage of a place, and the number of tokens before it there. */
int64_t postings_place(const Postings *postings, uint32_t place, uint32_t *position);
