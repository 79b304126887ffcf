/* token_rows.h - the passages of one token in one segment of the full text (structure.h), walked in order;
 * the pages between two that are wanted are passed over. */
#pragma once

#include "store/structure.h"

/* A page and the first row that begins on it. */
typedef struct {
    int64_t page, row;
} FirstRow;

typedef struct {
    Store *store;
    int64_t segment;
    int64_t page, last_page; /* at hand; where the token's rows end */
    GByteArray *block;       /* the page at hand */
    size_t place, end;       /* in it: the next row, the end of the token's rows */
    int64_t row;             /* at hand; 0 before the first, INT64_MAX behind the last */
    size_t positions,
        size;           /* of the row: where they begin, and their bytes, which may go on on further pages */
    GByteArray *joined; /* positions from several pages; NULL before the first such row */
    bool has_firsts;
    ARRAY(FirstRow) firsts; /* of the pages behind the first one, in order, as far as they are known */
} TokenRows;

/* Looks the token up; to be cleared either way. */
bool token_rows_open(TokenRows *rows, Store *store, const Segment *segment, const char *token, size_t length,
                     GError **error);
void token_rows_clear(TokenRows *rows);

/* About how many bytes the token's rows take. */
size_t token_rows_weight(const TokenRows *rows);

/* Moves to the first row at `least` or behind it; never back. */
bool token_rows_seek(TokenRows *rows, int64_t least, GError **error);

/* The positions of the row at hand as numbers: the distance to the one before, and 2. Lent until it moves. */
bool token_rows_positions(TokenRows *rows, Packed *positions, GError **error);
