/* structure.h - the records in which FTS5 keeps account of a full-text table: its segments, its size, and
 * under which number a page lies. What FTS5 says of its format at the head of fts5_index.c is what stands
 * here. */
#pragma once

#include "store/db.h"

/* ---- SQLite's own variable length integer: the highest seven bits first ---------------------- */

void varint_put(GByteArray *out, uint64_t number);

/* The next number; false at the end. */
static inline bool varint_next(Packed *in, uint64_t *number)
{
    if (in->place < in->end && *in->place < 0x80) { /* most of them */
        *number = *in->place++;
        return true;
    }
    for (*number = 0; in->place < in->end;) {
        uint8_t byte = *in->place++;
        *number = *number << 7 | (byte & 0x7F);
        if (byte < 0x80)
            return true;
    }
    return false;
}

/* ---- Rows of passage_fts_data ---------------------------------------------------------------- */

/* The row of a segment's page, or of the list of a term's pages that begins at that page. */
static inline int64_t structure_page_row(int64_t segment, int64_t page, bool is_list)
{
    return segment << 37 | (int64_t)is_list << 36 | page;
}

bool structure_write_data(Store *store, int64_t row, const GByteArray *bytes, GError **error);

/* Adds to the numbers of rows and tokens of the whole table. */
bool structure_add_to_averages(Store *store, uint64_t rows, uint64_t tokens, GError **error);

/* ---- The list of segments -------------------------------------------------------------------- */

typedef struct {
    uint64_t number, first, last; /* its pages */
    unsigned level;
} Segment;

enum { MOST_LEVELS = 64 };

typedef struct {
    uint8_t cookie[4];
    uint64_t written; /* pages, ever */
    unsigned levels;
    uint64_t merging[MOST_LEVELS]; /* how many segments of each level are being merged */
    ARRAY(Segment) segments;       /* by level; the newest is the last of the lowest level */
} Structure;

/* Reads the list into an empty *structure; to be cleared either way. */
bool structure_read(Store *store, Structure *structure, GError **error);
void structure_clear(Structure *structure);

/* A number that no segment has. */
int64_t structure_free_number(const Structure *structure);

/* Writes the list with one segment more, the newest, of pages 1 to `pages`. */
bool structure_add(Store *store, Structure *structure, int64_t number, int64_t pages, GError **error);

/* The number of segments on the lowest level. */
size_t structure_count_newest(const Structure *structure);
