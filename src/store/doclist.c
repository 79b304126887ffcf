#include "store/doclist.h"

#include "store/structure.h"

#include <string.h>

/* ---- Places added up by passage -------------------------------------------------------------- */

/* Passages of which it is known together whether any has a place. */
enum { BLOCK = 1024 };

typedef struct {
    int64_t first, end; /* the passages that are looked at */
    uint32_t *places;   /* of each passage */
    uint8_t *is_used;   /* of each block */
    uint8_t *is_gone; /* of each passage: a newer segment says that the older ones are void; NULL: none is */
    ARRAY(int64_t) gone; /* those that the segment at hand says so of */
} Tally;

static bool tally_covers(const Tally *tally, int64_t passage)
{
    return passage >= tally->first && passage < tally->end;
}

static void tally_add(Tally *tally, int64_t passage, uint32_t places, bool is_deletion)
{
    if (tally->is_gone && tally->is_gone[passage])
        return;
    tally->places[passage] += places;
    tally->is_used[passage / BLOCK] = 1;
    if (is_deletion)
        array_push(&tally->gone, passage);
}

/* Ends a segment: what it deletes is deleted in older ones. */
static void tally_close(Tally *tally)
{
    if (tally->gone.length && !tally->is_gone)
        tally->is_gone = g_new0(uint8_t, tally->end);
    for (size_t i = 0; i < tally->gone.length; i++)
        tally->is_gone[tally->gone.items[i]] = 1;
    tally->gone.length = 0;
}

static Tally tally_new(int64_t first, int64_t end)
{
    return (Tally){.first = first,
                   .end = end,
                   .places = g_new0(uint32_t, end),
                   .is_used = g_new0(uint8_t, end / BLOCK + 1)};
}

static void tally_clear(Tally *tally)
{
    g_free(tally->places);
    g_free(tally->is_used);
    g_free(tally->is_gone);
    array_clear(&tally->gone);
}

/* *is_ended gets whether the visitor wants no more. */
static bool tally_visit(const Tally *tally, StoreMatch *match, void *data, bool *is_ended, GError **error)
{
    *is_ended = false;
    for (int64_t passage = tally->first; passage < tally->end; passage++) {
        if (!tally->is_used[passage / BLOCK]) {
            passage |= BLOCK - 1;
            continue;
        }
        GError *trouble = NULL;
        if (tally->places[passage] && !match(passage, tally->places[passage], data, &trouble)) {
            if (trouble)
                g_propagate_error(error, trouble);
            *is_ended = true;
            return trouble == NULL;
        }
    }
    return true;
}

/* ---- Pages ----------------------------------------------------------------------------------- */

typedef struct {
    const GString *wanted; /* the beginning of the terms */
    Tally *tally;
    GString *term; /* at hand */
    bool is_in;    /* its rows are wanted */
    bool is_done;  /* all further terms are above it */
    int64_t row;   /* at hand */
    size_t left;   /* bytes of its positions that stand on the next page */
} Walk;

/* How many numbers end in the bytes: one for each position, as there is one column. */
static uint32_t count_numbers(const uint8_t *bytes, size_t length)
{
    uint32_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += bytes[i] < 0x80;
    return count;
}

/* Takes as many of the row's bytes as there are. */
static void take_positions(Walk *walk, Packed *rows, bool is_deletion)
{
    size_t length = MIN(walk->left, (size_t)(rows->end - rows->place));
    if (tally_covers(walk->tally, walk->row))
        tally_add(walk->tally, walk->row, count_numbers(rows->place, length), is_deletion);
    rows->place += length;
    walk->left -= length;
}

/* The rows of the term at hand that stand between here and the next term or the page's end; they ascend. */
static void read_rows(Walk *walk, Packed rows)
{
    take_positions(walk, &rows, false);
    uint64_t distance, size;
    for (int64_t before = 0; varint_next(&rows, &distance) && varint_next(&rows, &size); before = walk->row) {
        walk->row = before + (int64_t)distance;
        if (walk->row >= walk->tally->end) {
            walk->is_in = false; /* nor is what follows on the next page */
            return;
        }
        walk->left = size / 2;
        take_positions(walk, &rows, size % 2);
    }
}

/* Reads a term: the first of a page stands there in full, the others without what they share with the one
 * before.
 */
static void read_term(Walk *walk, Packed *in, bool is_first)
{
    uint64_t shared = 0, length = 0;
    if (!is_first)
        varint_next(in, &shared);
    varint_next(in, &length);
    length = MIN(length, (uint64_t)(in->end - in->place));
    g_string_truncate(walk->term, (gsize)shared);
    g_string_append_len(walk->term, (const char *)in->place, (gssize)length);
    in->place += length;
    int order = memcmp(walk->term->str, walk->wanted->str, MIN(walk->term->len, walk->wanted->len));
    walk->is_in = order == 0 && walk->term->len >= walk->wanted->len;
    walk->is_done = order > 0;
    walk->left = 0;
}

static void read_page(Walk *walk, Packed page)
{
    enum { HEADER = 4 };
    size_t size = (size_t)(page.end - page.place);
    size_t body = size < HEADER ? 0 : MIN((size_t)page.place[2] << 8 | page.place[3], size);
    Packed offsets = {page.place + body, page.end}; /* of the terms, each from the one before */
    uint64_t distance = 0;
    size_t next = varint_next(&offsets, &distance) ? MIN((size_t)distance, body) : body;
    if (walk->is_in && next >= HEADER)
        read_rows(walk, (Packed){page.place + HEADER, page.place + next});
    for (bool is_first = true; next < body && !walk->is_done; is_first = false) {
        size_t start = next;
        next = varint_next(&offsets, &distance) ? MIN(start + (size_t)distance, body) : body;
        Packed term = {page.place + start, page.place + next};
        read_term(walk, &term, is_first);
        if (walk->is_in)
            read_rows(walk, term);
    }
}

static bool read_segment(Store *store, const Segment *segment, Walk *walk, GError **error)
{
    int64_t number = (int64_t)segment->number, start;
    if (!db_get_number(store, error, &start,
                       "SELECT pgno >> 1 FROM passage_fts_idx WHERE segid = ? AND term <= ?"
                       " ORDER BY term DESC LIMIT 1",
                       "ib", number, walk->wanted->str, walk->wanted->len))
        return false;
    walk->is_in = walk->is_done = false;
    walk->left = 0;
    g_string_truncate(walk->term, 0);
    sqlite3_stmt *pages =
        db_query(store, error, "SELECT block FROM passage_fts_data WHERE id >= ? AND id <= ? ORDER BY id",
                 "ii", structure_page_row(number, MAX(start, (int64_t)segment->first), false),
                 structure_page_row(number, (int64_t)segment->last, false));
    int row = pages ? 1 : -1;
    while (!walk->is_done && row > 0 && (row = db_step(store, pages, error)) > 0)
        read_page(walk, db_packed(pages, 0));
    if (row > 0)
        sqlite3_reset(pages);
    return row >= 0;
}

/* Newest first: by level, and in a level from the last. */
static bool read_segments(Store *store, const Structure *structure, Walk *walk, GError **error)
{
    size_t end = structure->segments.length, first;
    for (size_t start = 0; start < end; start = first) {
        for (first = start;
             first < end && structure->segments.items[first].level == structure->segments.items[start].level;)
            first++;
        for (size_t i = first; i-- > start;) {
            if (!read_segment(store, &structure->segments.items[i], walk, error))
                return false;
            tally_close(walk->tally);
        }
    }
    return true;
}

/* Adds up the places of the tally's passages. */
static bool read_all(Store *store, Walk *walk, GError **error)
{
    Structure structure = {0};
    /* The records must be of one commit. */
    bool is_alone = sqlite3_get_autocommit(store->db) != 0;
    bool is_read = (!is_alone || db_run(store, "BEGIN", error)) && structure_read(store, &structure, error) &&
                   read_segments(store, &structure, walk, error);
    if (is_alone)
        db_run(store, "END", NULL);
    structure_clear(&structure);
    return is_read;
}

static bool match_between(Store *store, Walk *walk, int64_t first, int64_t end, StoreMatch *match, void *data,
                          bool *is_ended, GError **error)
{
    Tally tally = tally_new(first, end);
    walk->tally = &tally;
    bool is_done = read_all(store, walk, error) && tally_visit(&tally, match, data, is_ended, error);
    tally_clear(&tally);
    walk->tally = NULL;
    return is_done;
}

bool doclist_match(Store *store, const char *beginning, size_t length, bool is_soon, StoreMatch *match,
                   void *data, GError **error)
{
    enum { SOON = 64 }; /* the first of so many parts of the corpus comes before the others */
    g_autoptr(GString) wanted = g_string_new("0"), term = g_string_new(NULL);
    g_string_append_len(wanted, beginning, (gssize)length);
    Walk walk = {.wanted = wanted, .term = term};
    int64_t end;
    if (!db_get_number(store, error, &end, "SELECT max(id) + 1 FROM passage_fts_docsize", ""))
        return false;
    int64_t first = is_soon ? 1 + end / SOON : 1;
    bool is_ended = false;
    if (first > 1 && (!match_between(store, &walk, 1, first, match, data, &is_ended, error) || is_ended))
        return is_ended && !(error && *error);
    return match_between(store, &walk, first, end, match, data, &is_ended, error);
}
