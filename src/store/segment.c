#include "store/segment.h"

#include "store/structure.h"

#include <string.h>

enum {
    PAGE_SIZE = 4050,    /* bytes of a page at most, as FTS5 has it */
    HEADER = 4,          /* bytes at the beginning of a page */
    ENOUGH_TO_MERGE = 4, /* segments of one level */
    LEAST_SKIPPED = 4,   /* pages without a term that make a list of their first rows worth while */
};

static void put_u16(uint8_t *out, size_t number)
{
    out[0] = (uint8_t)(number >> 8);
    out[1] = (uint8_t)number;
}

/* ---- Pages ----------------------------------------------------------------------------------- */

typedef struct {
    Store *store;
    int64_t segment, page;  /* numbers, from 1 */
    GByteArray *body;       /* of the page at hand, its header included */
    GByteArray *footer;     /* the offsets of its terms */
    GByteArray *term;       /* the last one written */
    GByteArray *places;     /* of one row, for write_rows() */
    size_t last_term;       /* offset of the last term in the page */
    bool has_term, has_row; /* in the page */
    int64_t last_row;
    /* For the pages that follow the one whose first term is `key`: */
    GByteArray *key;  /* a beginning of that term that is above all terms before it */
    int64_t key_page; /* its page, 0 before the first */
    GByteArray *list; /* of the first rows of the pages without a term behind it */
    int64_t list_row; /* the last first row in it */
    unsigned skipped; /* pages without a term */
} Writer;

static Writer writer_new(Store *store, int64_t segment)
{
    Writer writer = {.store = store,
                     .segment = segment,
                     .page = 1,
                     .body = g_byte_array_new(),
                     .footer = g_byte_array_new(),
                     .term = g_byte_array_new(),
                     .places = g_byte_array_new(),
                     .key = g_byte_array_new(),
                     .key_page = 1,
                     .list = g_byte_array_new()};
    g_byte_array_set_size(writer.body, HEADER);
    memset(writer.body->data, 0, HEADER);
    return writer;
}

static void writer_clear(Writer *writer)
{
    GByteArray *const buffers[] = {writer->body,   writer->footer, writer->term,
                                   writer->places, writer->key,    writer->list};
    for (size_t i = 0; i < G_N_ELEMENTS(buffers); i++)
        g_byte_array_unref(buffers[i]);
}

/* Ends the page at hand and begins the next. */
static bool end_page(Writer *writer, GError **error)
{
    put_u16(writer->body->data + 2, writer->body->len);
    g_byte_array_append(writer->body, writer->footer->data, writer->footer->len);
    if (!writer->has_term) {
        if (!writer->has_row && writer->list->len)
            varint_put(writer->list, 0);
        writer->skipped++;
    }
    if (!structure_write_data(writer->store, structure_page_row(writer->segment, writer->page, false),
                              writer->body, error))
        return false;
    writer->page++;
    g_byte_array_set_size(writer->body, HEADER);
    memset(writer->body->data, 0, HEADER);
    g_byte_array_set_size(writer->footer, 0);
    writer->last_term = 0;
    writer->has_term = writer->has_row = false;
    return true;
}

/* Writes the entry for the pages since the last key, and the list of their first rows if they are many. */
static bool end_key(Writer *writer, GError **error)
{
    bool has_list = writer->list->len && writer->skipped >= LEAST_SKIPPED;
    if (has_list &&
        !structure_write_data(writer->store, structure_page_row(writer->segment, writer->key_page, true),
                              writer->list, error))
        return false;
    g_byte_array_set_size(writer->list, 0);
    writer->skipped = 0;
    return db_do(writer->store, error, "INSERT INTO passage_fts_idx (segid, term, pgno) VALUES (?, ?, ?)",
                 "ibi", writer->segment, writer->key->len ? (const char *)writer->key->data : "",
                 (size_t)writer->key->len, writer->key_page << 1 | has_list);
}

static guint common_prefix(const GByteArray *term, const char *bytes, size_t length)
{
    guint common = 0;
    while (common < term->len && common < length && term->data[common] == (uint8_t)bytes[common])
        common++;
    return common;
}

/* Begins a term; its rows follow. */
static bool write_term(Writer *writer, const char *bytes, size_t length, GError **error)
{
    guint common = common_prefix(writer->term, bytes, length);
    if (writer->body->len + writer->footer->len + length + 2 >= PAGE_SIZE && writer->body->len > HEADER &&
        !end_page(writer, error))
        return false;
    varint_put(writer->footer, writer->body->len - writer->last_term);
    writer->last_term = writer->body->len;
    if (!writer->has_term && writer->page > 1) {
        if (!end_key(writer, error))
            return false;
        g_byte_array_set_size(writer->key, 0);
        g_byte_array_append(writer->key, (const uint8_t *)bytes, MIN(common + 1, (guint)length));
        writer->key_page = writer->page;
    }
    guint shared = writer->has_term ? common : 0;
    if (writer->has_term)
        varint_put(writer->body, shared);
    varint_put(writer->body, length - shared);
    g_byte_array_append(writer->body, (const uint8_t *)bytes + shared, (guint)length - shared);
    g_byte_array_set_size(writer->term, 0);
    g_byte_array_append(writer->term, (const uint8_t *)bytes, (guint)length);
    writer->has_term = writer->has_row = true; /* rows behind a term need no entry in the list */
    writer->last_row = 0;
    return true;
}

/* Notes the first row of a page that begins amid the rows of a term. */
static void note_first_row(Writer *writer, int64_t row)
{
    put_u16(writer->body->data, writer->body->len);
    if (writer->list->len) {
        varint_put(writer->list, (uint64_t)(row - writer->list_row));
    } else {
        varint_put(writer->list, 0);
        varint_put(writer->list, (uint64_t)writer->page);
        varint_put(writer->list, (uint64_t)row);
    }
    writer->list_row = row;
    writer->last_row = 0; /* written in full */
    writer->has_row = true;
}

/* One row of the term at hand: the positions gathered in writer->places. */
static bool write_row(Writer *writer, int64_t row, GError **error)
{
    if (writer->body->len + writer->footer->len >= PAGE_SIZE && !end_page(writer, error))
        return false;
    if (!writer->has_row)
        note_first_row(writer, row);
    varint_put(writer->body, (uint64_t)(row - writer->last_row));
    writer->last_row = row;
    const uint8_t *bytes = writer->places->data;
    size_t left = writer->places->len;
    varint_put(writer->body, left * 2); /* the lowest bit marks a row that is deleted */
    while (writer->body->len + writer->footer->len + left >= PAGE_SIZE) {
        size_t used = writer->body->len + writer->footer->len, part = used < PAGE_SIZE ? PAGE_SIZE - used : 0;
        while (part > 0 && part < left && bytes[part - 1] >= 0x80) /* no number lies on two pages */
            part++;
        part = MIN(part, left);
        g_byte_array_append(writer->body, bytes, (guint)part);
        bytes += part;
        left -= part;
        if (!end_page(writer, error))
            return false;
    }
    g_byte_array_append(writer->body, bytes, (guint)left);
    return true;
}

/* All rows of a token. */
static bool write_rows(Writer *writer, const Postings *postings, const PostingsList *list, GError **error)
{
    uint32_t position, before = 0;
    int64_t row = 0;
    for (size_t i = 0; i < list->count; i++) {
        int64_t passage = postings_place(postings, list->places[i], &position);
        if (passage != row) {
            if (i && !write_row(writer, row, error))
                return false;
            row = passage;
            before = 0;
            g_byte_array_set_size(writer->places, 0);
        }
        varint_put(writer->places, (uint64_t)position - before + 2);
        before = position;
    }
    return write_row(writer, row, error);
}

static bool write_pages(Writer *writer, Postings *postings, GError **error)
{
    g_autoptr(GString) term = g_string_new(NULL);
    size_t count = postings_sort(postings);
    for (size_t i = 0; i < count; i++) {
        PostingsList list = postings_get(postings, i);
        g_string_assign(term, "0"); /* the mark of the main index; there may be others, of prefixes */
        g_string_append_len(term, list.token, (gssize)list.length);
        if (!write_term(writer, term->str, term->len, error) || !write_rows(writer, postings, &list, error))
            return false;
    }
    return (writer->body->len == HEADER || end_page(writer, error)) && end_key(writer, error);
}

/* ---- The whole --------------------------------------------------------------------------------- */

/* The number of tokens of each row. */
static bool write_sizes(Store *store, const Postings *postings, GError **error)
{
    g_autoptr(GByteArray) size = g_byte_array_new();
    size_t passages = postings_passages(postings);
    for (size_t i = 0; i < passages; i++) {
        uint32_t tokens;
        int64_t passage = postings_passage(postings, i, &tokens);
        g_byte_array_set_size(size, 0);
        varint_put(size, tokens);
        if (!db_do(store, error, "INSERT INTO passage_fts_docsize (id, sz) VALUES (?, ?)", "ib", passage,
                   size->data, (size_t)size->len))
            return false;
    }
    return structure_add_to_averages(store, passages, postings_count(postings), error);
}

/* FTS5 keeps the list of segments in memory once it has read it. It forgets it, after writing what it had not
 * written yet, when it is taken back to a savepoint; the command that does nothing makes it take part. */
static bool make_fts5_forget(Store *store, GError **error)
{
    return db_run(store,
                  "SAVEPOINT segment; INSERT INTO passage_fts (passage_fts, rank) VALUES ('merge', 0);"
                  "ROLLBACK TO segment; RELEASE segment",
                  error);
}

static bool write_segment(Store *store, Structure *structure, Postings *postings, GError **error)
{
    Writer writer = writer_new(store, structure_free_number(structure));
    bool is_written = write_pages(&writer, postings, error);
    writer_clear(&writer);
    return is_written && structure_add(store, structure, writer.segment, writer.page - 1, error);
}

/* Lets FTS5 merge segments of one level, so that a question need not look into many. */
static bool merge(Store *store, GError **error)
{
    return db_run(store, "INSERT INTO passage_fts (passage_fts, rank) VALUES ('merge', 1000000)", error);
}

bool segment_write(Store *store, Postings *postings, GError **error)
{
    Structure structure = {0};
    if (!make_fts5_forget(store, error) || !write_sizes(store, postings, error))
        return false;
    if (!postings_count(postings))
        return true;
    bool is_written =
        structure_read(store, &structure, error) && write_segment(store, &structure, postings, error);
    bool is_many = structure_count_newest(&structure) >= ENOUGH_TO_MERGE;
    structure_clear(&structure);
    return is_written && (!is_many || merge(store, error));
}
