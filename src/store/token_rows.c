#include "store/token_rows.h"

#include <string.h>

enum { HEADER = 4 }; /* of a page: the offsets of its first row and of its footer */

/* ---- Pages ----------------------------------------------------------------------------------- */

static size_t u16_at(const uint8_t *bytes)
{
    return (size_t)bytes[0] << 8 | bytes[1];
}

/* A page, lent until the next is asked for; 1, or 0 if there is none, or -1 on error. */
static int read_page(const TokenRows *rows, int64_t page, Packed *bytes, GError **error)
{
    sqlite3_stmt *found = db_query(rows->store, error, "SELECT block FROM passage_fts_data WHERE id = ?", "i",
                                   structure_page_row(rows->segment, page, false));
    int row = found ? db_step(rows->store, found, error) : -1;
    if (row > 0)
        *bytes = db_packed(found, 0);
    return row > 0 && bytes->end - bytes->place < HEADER ? 0 : row;
}

/* Where the rows end that stand before the page's first term. */
static size_t end_before_terms(Packed page)
{
    size_t size = (size_t)(page.end - page.place), footer = MIN(u16_at(page.place + 2), size);
    Packed offsets = {page.place + footer, page.end};
    uint64_t first;
    return varint_next(&offsets, &first) ? MIN((size_t)first, footer) : footer;
}

/* Brings up a page amid the token's rows. */
static bool turn_to(TokenRows *rows, int64_t page, GError **error)
{
    Packed bytes;
    int found = read_page(rows, page, &bytes, error);
    if (found < 0)
        return false;
    rows->page = page;
    rows->place = rows->end = 0;
    if (!found) { /* damaged: nothing more is looked for */
        rows->last_page = page;
        return true;
    }
    g_byte_array_set_size(rows->block, 0);
    g_byte_array_append(rows->block, bytes.place, (guint)(bytes.end - bytes.place));
    rows->end = end_before_terms(bytes);
    size_t first = u16_at(bytes.place);
    rows->place = first >= HEADER ? MIN(first, rows->end) : rows->end;
    rows->row = 0; /* the first row of a page stands there in full */
    return true;
}

/* ---- Looking up ------------------------------------------------------------------------------ */

/* Finds the term on the page at hand; its rows end with the page unless another term follows. */
static bool find_term(TokenRows *rows, const GString *wanted)
{
    g_autoptr(GString) term = g_string_new(NULL);
    const uint8_t *bytes = rows->block->data;
    size_t footer = MIN(u16_at(bytes + 2), rows->block->len), next = 0;
    Packed offsets = {bytes + footer, bytes + rows->block->len};
    uint64_t distance, shared = 0, length = 0;
    bool has_next = varint_next(&offsets, &distance);
    for (bool is_first = true; has_next; is_first = false) {
        next += (size_t)distance;
        if (next >= footer)
            return false;
        Packed in = {bytes + next, bytes + footer};
        if (!is_first)
            varint_next(&in, &shared);
        varint_next(&in, &length);
        length = MIN(length, (uint64_t)(in.end - in.place));
        g_string_truncate(term, (gsize)shared);
        g_string_append_len(term, (const char *)in.place, (gssize)length);
        has_next = varint_next(&offsets, &distance);
        if (!g_string_equal(term, wanted))
            continue;
        rows->place = (size_t)(in.place - bytes) + (size_t)length;
        rows->end = has_next ? MIN(next + (size_t)distance, footer) : footer;
        return true;
    }
    return false;
}

/* The page with which the rows of a term end that goes on beyond its first page: the next that has a term. */
static bool find_last_page(TokenRows *rows, const Segment *segment, const GString *wanted, GError **error)
{
    int64_t next;
    if (!db_get_number(rows->store, error, &next,
                       "SELECT pgno >> 1 FROM passage_fts_idx WHERE segid = ? AND term > ?"
                       " ORDER BY term LIMIT 1",
                       "ib", rows->segment, wanted->str, wanted->len))
        return false;
    rows->last_page = next ? next : (int64_t)segment->last;
    return true;
}

bool token_rows_open(TokenRows *rows, Store *store, const Segment *segment, const char *token, size_t length,
                     GError **error)
{
    *rows = (TokenRows){.store = store, .segment = (int64_t)segment->number, .row = INT64_MAX};
    rows->block = g_byte_array_new();
    g_autoptr(GString) wanted = g_string_new("0"); /* the mark of the main index */
    g_string_append_len(wanted, token, (gssize)length);
    int64_t page;
    if (!db_get_number(store, error, &page,
                       "SELECT pgno >> 1 FROM passage_fts_idx WHERE segid = ? AND term <= ?"
                       " ORDER BY term DESC LIMIT 1",
                       "ib", rows->segment, wanted->str, wanted->len) ||
        !turn_to(rows, MAX(page, (int64_t)segment->first), error))
        return false;
    bool is_found = rows->block->len && find_term(rows, wanted);
    rows->row = is_found ? 0 : INT64_MAX;
    rows->last_page = rows->page;
    bool goes_on = is_found && rows->end == u16_at(rows->block->data + 2);
    return !goes_on || find_last_page(rows, segment, wanted, error);
}

void token_rows_clear(TokenRows *rows)
{
    if (rows->block)
        g_byte_array_unref(rows->block);
    if (rows->joined)
        g_byte_array_unref(rows->joined);
    array_clear(&rows->firsts);
}

size_t token_rows_weight(const TokenRows *rows)
{
    return rows->end - rows->place + (size_t)(rows->last_page - rows->page) * rows->block->len;
}

/* ---- Walking --------------------------------------------------------------------------------- */

static bool next_on_page(TokenRows *rows)
{
    Packed in = {rows->block->data + rows->place, rows->block->data + rows->end};
    uint64_t distance, size;
    if (!varint_next(&in, &distance) || !varint_next(&in, &size))
        return false;
    rows->row += (int64_t)distance;
    rows->positions = (size_t)(in.place - rows->block->data);
    rows->size = (size_t)(size / 2); /* the lowest bit marks a row that is deleted, which has none */
    rows->place = MIN(rows->positions + rows->size, rows->end);
    return true;
}

/* Appends what a record of FTS5 lists: a mark, a page and its first row, and for each further page the
 * distance to that of the one before, or 0 where no row begins. */
static void read_list(TokenRows *rows, Packed in)
{
    uint64_t mark, page, row, distance;
    if (!varint_next(&in, &mark) || !varint_next(&in, &page) || !varint_next(&in, &row))
        return;
    array_push(&rows->firsts, ((FirstRow){(int64_t)page, (int64_t)row}));
    while (varint_next(&in, &distance)) {
        page++;
        row += distance;
        if (distance)
            array_push(&rows->firsts, ((FirstRow){(int64_t)page, (int64_t)row}));
    }
}

/* Reads the first rows of the pages, which are kept where there are many. */
static bool load_firsts(TokenRows *rows, GError **error)
{
    rows->has_firsts = true;
    sqlite3_stmt *lists = db_query(rows->store, error,
                                   "SELECT block FROM passage_fts_data WHERE id >= ? AND id < ? ORDER BY id",
                                   "ii", structure_page_row(rows->segment, rows->page, true),
                                   structure_page_row(rows->segment, rows->last_page, true));
    int row = lists ? 1 : -1;
    while (row > 0 && (row = db_step(rows->store, lists, error)) > 0)
        read_list(rows, db_packed(lists, 0));
    return row == 0;
}

/* Turns to the last page behind the one at hand that is known to begin at `least` or before it, or to the
 * next. */
static bool skip_pages(TokenRows *rows, int64_t least, GError **error)
{
    if (!rows->has_firsts && rows->last_page > rows->page + 1 && !load_firsts(rows, error))
        return false;
    size_t low = 0, high = rows->firsts.length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (rows->firsts.items[middle].row <= least)
            low = middle + 1;
        else
            high = middle;
    }
    int64_t page = low ? rows->firsts.items[low - 1].page : 0;
    return turn_to(rows, MIN(MAX(page, rows->page + 1), rows->last_page), error);
}

bool token_rows_seek(TokenRows *rows, int64_t least, GError **error)
{
    while (rows->row < least) {
        if (next_on_page(rows))
            continue;
        if (rows->page >= rows->last_page)
            rows->row = INT64_MAX;
        else if (!skip_pages(rows, least, error))
            return false;
    }
    return true;
}

/* Puts the positions of the row together that stand on this page and on those behind it. */
static bool join_positions(TokenRows *rows, GError **error)
{
    if (!rows->joined)
        rows->joined = g_byte_array_new();
    g_byte_array_set_size(rows->joined, 0);
    g_byte_array_append(rows->joined, rows->block->data + rows->positions,
                        (guint)(rows->end - rows->positions));
    for (int64_t page = rows->page + 1; rows->joined->len < rows->size && page <= rows->last_page; page++) {
        Packed bytes;
        int found = read_page(rows, page, &bytes, error);
        if (found < 0)
            return false;
        size_t there = found ? end_before_terms(bytes) : 0, left = rows->size - rows->joined->len;
        if (there > HEADER)
            g_byte_array_append(rows->joined, bytes.place + HEADER, (guint)MIN(there - HEADER, left));
    }
    return true;
}

bool token_rows_positions(TokenRows *rows, Packed *positions, GError **error)
{
    bool is_here = rows->size <= rows->end - rows->positions;
    if (!is_here && !join_positions(rows, error))
        return false;
    const uint8_t *bytes = is_here ? rows->block->data + rows->positions : rows->joined->data;
    *positions = (Packed){bytes, bytes + (is_here ? rows->size : rows->joined->len)};
    return true;
}
