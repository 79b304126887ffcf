/* documents.c - the kept tables: sources, documents, fields, passages. */
#include "base/fold.h"
#include "base/utf8.h"
#include "store/db.h"

#include <string.h>

/* ---- Sources --------------------------------------------------------------------------------- */

bool store_find_source(Store *store, const char *digest, int64_t *id, char **path, GError **error)
{
    *id = 0;
    sqlite3_stmt *row = db_query(store, error, "SELECT id, path FROM source WHERE digest = ?", "s", digest);
    int found = row ? db_step(store, row, error) : -1;
    if (found <= 0)
        return found == 0;
    *id = sqlite3_column_int64(row, 0);
    if (path)
        *path = db_text(row, 1);
    sqlite3_reset(row);
    return true;
}

bool store_add_source(Store *store, const char *digest, const char *path, uint64_t size, int64_t *id,
                      GError **error)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *added = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
    /* A path may be any bytes; what is stored must be text. */
    g_autofree char *shown = g_filename_display_name(path);
    bool is_added = db_do(store, error, "INSERT INTO source (digest, path, size, added) VALUES (?, ?, ?, ?)",
                          "ssis", digest, shown, (int64_t)size, added);
    *id = sqlite3_last_insert_rowid(store->db);
    return is_added;
}

/* ---- Adding documents ------------------------------------------------------------------------ */

static bool add_fields(Store *store, int64_t id, const TifaDocument *document, GError **error)
{
    for (TifaField field = 0; field < TIFA_FIELD_COUNT; field++) {
        const char *value = tifa_document_field(document, field);
        if (value &&
            !db_do(store, error, "INSERT INTO field (document, name, value, origin) VALUES (?, ?, ?, ?)",
                   "isss", id, tifa_field_name(field), value, tifa_document_field_origin(document, field)))
            return false;
    }
    return true;
}

static bool add_warnings(Store *store, int64_t id, const TifaDocument *document, GError **error)
{
    const char *const *warnings = tifa_document_warnings(document);
    for (int64_t i = 0; warnings[i]; i++)
        if (!db_do(store, error, "INSERT INTO warning (document, ordinal, text) VALUES (?, ?, ?)", "iis", id,
                   i + 1, warnings[i]))
            return false;
    return true;
}

static bool add_links(Store *store, int64_t id, const TifaDocument *document, GError **error)
{
    size_t count;
    const DocumentLink *links = document_links(document, &count);
    for (size_t i = 0; i < count; i++)
        if (!db_do(store, error, "INSERT INTO link (document, ordinal, url, text) VALUES (?, ?, ?, ?)",
                   "iiss", id, (int64_t)i + 1, links[i].url, links[i].text))
            return false;
    return true;
}

static bool add_passage(Store *store, int64_t id, int64_t document, const TifaBlock *block, const char *text,
                        GError **error)
{
    bool has_box = block->box.right > block->box.left || block->box.bottom > block->box.top;
    static const char sql[] = "INSERT INTO passage (id, document, start, kind, level, article, inserted, "
                              "flags, part, page, box, text)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?)";
    return db_do(store, error, sql, "iiiiiiiiiibt", id, document, (int64_t)block->span.start,
                 (int64_t)block->kind, (int64_t)block->level, (int64_t)block->article, (int64_t)block->insert,
                 (int64_t)block->flags, (int64_t)block->part, (int64_t)block->page,
                 has_box ? &block->box : NULL, sizeof block->box, text + block->span.start,
                 (size_t)(block->span.end - block->span.start));
}

static bool add_passages(Store *store, int64_t first, int64_t id, const TifaDocument *document,
                         GError **error)
{
    const char *text = tifa_document_text(document, NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; i < blocks->length; i++)
        if (!add_passage(store, first + (int64_t)i, id, &blocks->items[i], text, error))
            return false;
    return true;
}

/* Whether most of the characters that tell are traditional ones. */
static bool is_traditional(const TifaDocument *document)
{
    size_t length, traditional = 0, simplified = 0;
    const char *text = tifa_document_text(document, &length);
    /* The first few thousand characters say enough. */
    const char *end = text + length;
    for (const char *place = text; place < end && place < text + 12000;) {
        gunichar c = utf8_next(&place);
        traditional += fold_is_traditional(c);
        simplified += fold_is_simplified(c);
    }
    return traditional > simplified;
}

bool store_add_document(Store *store, int64_t source, unsigned ordinal, const TifaDocument *document,
                        StoreDocument *added, GError **error)
{
    int64_t first;
    size_t passages = tifa_document_blocks(document)->length;
    if (!db_get_number(store, error, &first, "SELECT coalesce(max(id), 0) + 1 FROM passage", ""))
        return false;
    *added = (StoreDocument){.first_passage = first,
                             .end_passage = first + (int64_t)passages,
                             .is_traditional = is_traditional(document)};
    static const char sql[] = "INSERT INTO document (source, ordinal, script, first_passage, end_passage)"
                              " VALUES (?, ?, ?, ?, ?)";
    if (!db_do(store, error, sql, "iisii", source, (int64_t)ordinal, added->is_traditional ? "hant" : "hans",
               added->first_passage, added->end_passage))
        return false;
    added->id = sqlite3_last_insert_rowid(store->db);
    return add_fields(store, added->id, document, error) && add_warnings(store, added->id, document, error) &&
           add_links(store, added->id, document, error) &&
           add_passages(store, first, added->id, document, error) && contents_toggle(store, added->id, error);
}

/* ---- Listing and loading --------------------------------------------------------------------- */

void store_document_free(StoreDocument *document)
{
    if (!document)
        return;
    g_free(document->title);
    g_free(document->date);
    g_free(document->issuer);
    g_free(document->number);
    g_free(document->lang);
    g_free(document->format);
    g_free(document->path);
    g_free(document);
}

GPtrArray *store_list_documents(Store *store, GError **error)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)store_document_free);
    sqlite3_stmt *rows = db_query(
        store, error, "SELECT id, first_passage, end_passage, script = 'hant' FROM document ORDER BY id", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        StoreDocument *document = g_new0(StoreDocument, 1);
        document->id = sqlite3_column_int64(rows, 0);
        document->first_passage = sqlite3_column_int64(rows, 1);
        document->end_passage = sqlite3_column_int64(rows, 2);
        document->is_traditional = sqlite3_column_int(rows, 3) != 0;
        document->index = documents->len;
        g_ptr_array_add(documents, document);
    }
    return row < 0 ? NULL : g_steal_pointer(&documents);
}

/* Takes a field of the row, if it is one that the list has. */
static void set_listed(StoreDocument *document, sqlite3_stmt *row)
{
    const char *name = (const char *)sqlite3_column_text(row, 1);
    char **slot = g_str_equal(name, "title")    ? &document->title
                  : g_str_equal(name, "date")   ? &document->date
                  : g_str_equal(name, "issuer") ? &document->issuer
                  : g_str_equal(name, "number") ? &document->number
                  : g_str_equal(name, "lang")   ? &document->lang
                  : g_str_equal(name, "format") ? &document->format
                  : g_str_equal(name, "path")   ? &document->path
                                                : NULL;
    if (slot) {
        g_free(*slot);
        *slot = db_text(row, 2);
    }
}

/* All fields: to look for those that are listed takes longer. */
#define FIELDS       "SELECT document, name, value FROM field"
#define LISTED_PATHS "SELECT d.id, 'path', s.path FROM document AS d JOIN source AS s ON s.id = d.source"

bool store_fill_document(Store *store, StoreDocument *document, GError **error)
{
    if (document->has_fields)
        return true;
    sqlite3_stmt *rows =
        db_query(store, error, FIELDS " WHERE document = ?1 UNION ALL " LISTED_PATHS " WHERE d.id = ?1", "i",
                 document->id);
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0)
        set_listed(document, rows);
    document->has_fields = row == 0;
    return row == 0;
}

static bool is_any_unfilled(const GPtrArray *documents)
{
    for (size_t i = 0; i < documents->len; i++)
        if (!((StoreDocument *)documents->pdata[i])->has_fields)
            return true;
    return false;
}

bool store_fill_documents(Store *store, GPtrArray *documents, GError **error)
{
    if (!is_any_unfilled(documents))
        return true;
    sqlite3_stmt *rows = db_query(store, error, FIELDS " UNION ALL " LISTED_PATHS " ORDER BY 1", "");
    int row = rows ? 1 : -1;
    size_t next = 0;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        while (next < documents->len &&
               ((StoreDocument *)documents->pdata[next])->id < sqlite3_column_int64(rows, 0))
            next++;
        StoreDocument *document = next < documents->len ? documents->pdata[next] : NULL;
        /* The strings of one that is filled may be lent. */
        if (document && document->id == sqlite3_column_int64(rows, 0) && !document->has_fields)
            set_listed(document, rows);
    }
    for (size_t i = 0; i < documents->len; i++)
        ((StoreDocument *)documents->pdata[i])->has_fields |= row == 0;
    return row == 0;
}

bool store_each_field(Store *store, const char *name, StoreFieldVisit *visit, void *data, GError **error)
{
    bool is_path = g_str_equal(name, "path");
    sqlite3_stmt *rows = is_path ? db_query(store, error, LISTED_PATHS " ORDER BY 1", "")
                                 : db_query(store, error,
                                            "SELECT document, name, value FROM field WHERE name = ? "
                                            "ORDER BY document",
                                            "s", name);
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        GError *trouble = NULL;
        if (!visit(sqlite3_column_int64(rows, 0), (const char *)sqlite3_column_text(rows, 2), data,
                   &trouble)) {
            sqlite3_reset(rows);
            if (trouble)
                g_propagate_error(error, trouble);
            return trouble == NULL;
        }
    }
    return row == 0;
}

bool store_walk_fields(Store *store, StoreFieldWalk *walk, void *data, GError **error)
{
    sqlite3_stmt *rows =
        db_query(store, error, "SELECT document, name, value, origin FROM field ORDER BY document, name", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0)
        walk(sqlite3_column_int64(rows, 0), (const char *)sqlite3_column_text(rows, 1),
             (const char *)sqlite3_column_text(rows, 2), (const char *)sqlite3_column_text(rows, 3), data);
    return row == 0;
}

static TifaField field_named(const char *name)
{
    TifaField field = 0;
    while (field < TIFA_FIELD_COUNT && !g_str_equal(tifa_field_name(field), name))
        field++;
    return field;
}

static bool load_fields(Store *store, int64_t id, TifaDocument *document, GError **error)
{
    sqlite3_stmt *rows =
        db_query(store, error, "SELECT name, value, origin FROM field WHERE document = ?", "i", id);
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        TifaField field = field_named((const char *)sqlite3_column_text(rows, 0));
        if (field < TIFA_FIELD_COUNT)
            document_set_field(document, field, (const char *)sqlite3_column_text(rows, 1),
                               (const char *)sqlite3_column_text(rows, 2));
    }
    return row == 0;
}

static bool load_warnings_and_links(Store *store, int64_t id, TifaDocument *document, GError **error)
{
    sqlite3_stmt *rows =
        db_query(store, error, "SELECT text FROM warning WHERE document = ? ORDER BY ordinal", "i", id);
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0)
        document_warn(document, "%s", (const char *)sqlite3_column_text(rows, 0));
    if (row < 0)
        return false;
    rows = db_query(store, error, "SELECT url, text FROM link WHERE document = ? ORDER BY ordinal", "i", id);
    row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0)
        document_add_link(document, (const char *)sqlite3_column_text(rows, 0),
                          (const char *)sqlite3_column_text(rows, 1));
    return row == 0;
}

static TifaBlock read_block(sqlite3_stmt *row)
{
    TifaBlock block = {
        .kind = (uint16_t)sqlite3_column_int(row, 0),
        .level = (uint16_t)sqlite3_column_int(row, 1),
        .article = (uint16_t)sqlite3_column_int(row, 2),
        .insert = (uint16_t)sqlite3_column_int(row, 3),
        .flags = (uint16_t)sqlite3_column_int(row, 4),
        .part = (uint16_t)sqlite3_column_int(row, 5),
        .page = (uint32_t)sqlite3_column_int64(row, 6),
    };
    if (sqlite3_column_bytes(row, 7) == sizeof block.box)
        memcpy(&block.box, sqlite3_column_blob(row, 7), sizeof block.box);
    return block;
}

static bool load_passages(Store *store, int64_t id, TifaDocument *document, GError **error)
{
    sqlite3_stmt *rows =
        db_query(store, error,
                 "SELECT kind, level, article, inserted, flags, part, page, box, text FROM passage"
                 " WHERE id >= (SELECT first_passage FROM document WHERE id = ?1)"
                 " AND id < (SELECT end_passage FROM document WHERE id = ?1) ORDER BY id",
                 "i", id);
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        TifaBlock block = read_block(rows);
        if (!document_add_block(document, &block, (const char *)sqlite3_column_text(rows, 8),
                                (size_t)sqlite3_column_bytes(rows, 8), error))
            return false;
    }
    return row == 0;
}

TifaDocument *store_load_document(Store *store, int64_t id, GError **error)
{
    int64_t found;
    if (!db_get_number(store, error, &found, "SELECT count(*) FROM document WHERE id = ?", "i", id))
        return NULL;
    if (!found) {
        fail(error, TIFA_ERROR_INPUT, "%s: there is no document %" G_GINT64_FORMAT "; see tifa list",
             store->path, id);
        return NULL;
    }
    g_autoptr(TifaDocument) document = document_new();
    bool is_loaded = load_fields(store, id, document, error) &&
                     load_warnings_and_links(store, id, document, error) &&
                     load_passages(store, id, document, error);
    return is_loaded ? g_steal_pointer(&document) : NULL;
}

/* ---- Passages -------------------------------------------------------------------------------- */

#define PASSAGE_COLUMNS "p.id, document, start, kind, level, article, inserted, part, page, text"

static StorePassage read_passage(sqlite3_stmt *row)
{
    return (StorePassage){
        .id = sqlite3_column_int64(row, 0),
        .document = sqlite3_column_int64(row, 1),
        .start = (uint32_t)sqlite3_column_int64(row, 2),
        .kind = (uint16_t)sqlite3_column_int(row, 3),
        .level = (uint16_t)sqlite3_column_int(row, 4),
        .article = (uint16_t)sqlite3_column_int(row, 5),
        .insert = (uint16_t)sqlite3_column_int(row, 6),
        .part = (uint16_t)sqlite3_column_int(row, 7),
        .page = (uint32_t)sqlite3_column_int64(row, 8),
        .text = (const char *)sqlite3_column_text(row, 9),
        .length = (size_t)sqlite3_column_bytes(row, 9),
    };
}

bool store_get_passage(Store *store, int64_t id, StorePassage *passage, GError **error)
{
    sqlite3_stmt *row =
        db_query(store, error, "SELECT " PASSAGE_COLUMNS " FROM passage AS p WHERE id = ?", "i", id);
    int found = row ? db_step(store, row, error) : -1;
    if (found == 0)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: passage %" G_GINT64_FORMAT " is missing; run tifa check",
                    store->path, id);
    if (found > 0)
        *passage = read_passage(row);
    return found > 0;
}

static bool each_passage(Store *store, sqlite3_stmt *rows, StoreVisit *visit, void *data, GError **error)
{
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        GError *trouble = NULL;
        if (sqlite3_column_type(rows, 0) == SQLITE_NULL) {
            sqlite3_reset(rows);
            return fail(error, TIFA_ERROR_SYSTEM, "%s: a passage is missing; run tifa check", store->path);
        }
        StorePassage passage = read_passage(rows);
        if (!visit(&passage, data, &trouble)) {
            sqlite3_reset(rows);
            if (trouble)
                g_propagate_error(error, trouble);
            return trouble == NULL;
        }
    }
    return row == 0;
}

bool store_each_passage(Store *store, int64_t first, int64_t end, StoreVisit *visit, void *data,
                        GError **error)
{
    sqlite3_stmt *rows = db_query(
        store, error, "SELECT " PASSAGE_COLUMNS " FROM passage AS p WHERE id >= ? AND id < ? ORDER BY id",
        "ii", first, end);
    return each_passage(store, rows, visit, data, error);
}

bool store_each_listed(Store *store, const StoreIds *ids, StoreVisit *visit, void *data, GError **error)
{
    sqlite3_stmt *rows = db_query(
        store, error, "SELECT " PASSAGE_COLUMNS " FROM listed(?) AS l LEFT JOIN passage AS p ON p.id = l.id",
        "l", ids);
    return each_passage(store, rows, visit, data, error);
}
