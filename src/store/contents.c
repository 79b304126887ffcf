/* contents.c - a digest of what the corpus holds: equal digests, equal documents.
 *
 * Each document has a digest of its source, place, fields and text; those of all documents are joined by
 * exclusive or, so that one can be put in and taken out again in any order, without reading the others. No
 * two documents have the same source and place, so none takes another out. */
#include "store/db.h"

#include <string.h>

enum {
    DIGEST_BYTES = 16, /* of SHA-256; enough to tell corpora apart */
};

static const char NOTHING[] = "00000000000000000000000000000000";

static void hash_row(GChecksum *hash, sqlite3_stmt *row)
{
    for (int column = 0; column < sqlite3_column_count(row); column++) {
        /* With its closing NUL, so that no two rows look like one. */
        const unsigned char *value = sqlite3_column_text(row, column);
        g_checksum_update(hash, value, sqlite3_column_bytes(row, column) + 1);
    }
}

static bool hash_document(Store *store, int64_t document, GChecksum *hash, GError **error)
{
    static const char *const parts[] = {
        "SELECT s.digest, d.ordinal FROM document AS d JOIN source AS s ON s.id = d.source WHERE d.id = ?1",
        "SELECT name, value FROM field WHERE document = ?1 ORDER BY name",
        "SELECT text FROM passage WHERE id >= (SELECT first_passage FROM document WHERE id = ?1)"
        " AND id < (SELECT end_passage FROM document WHERE id = ?1) ORDER BY id",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        sqlite3_stmt *rows = db_query(store, error, parts[i], "i", document);
        int row = rows ? 1 : -1;
        while (row > 0 && (row = db_step(store, rows, error)) > 0)
            hash_row(hash, rows);
        if (row < 0)
            return false;
    }
    return true;
}

char *store_contents(Store *store)
{
    return store_setting(store, "contents");
}

/* Sets the digest to what `before` is with the bytes put in or taken out. */
static bool set_contents(Store *store, const char *before, const guint8 *bytes, GError **error)
{
    char digits[2 * DIGEST_BYTES + 1] = "";
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        int old = g_ascii_xdigit_value(before[2 * i]) * 16 + g_ascii_xdigit_value(before[2 * i + 1]);
        g_snprintf(digits + 2 * i, 3, "%02x", (unsigned)(old ^ bytes[i]));
    }
    return store_set_setting(store, "contents", digits, error);
}

bool contents_toggle(Store *store, int64_t document, GError **error)
{
    g_autofree char *before = store_contents(store);
    g_autoptr(GChecksum) hash = g_checksum_new(G_CHECKSUM_SHA256);
    if (!hash_document(store, document, hash, error))
        return false;
    guint8 bytes[32];
    gsize length = sizeof bytes;
    g_checksum_get_digest(hash, bytes, &length);
    bool is_sound = before && strlen(before) == 2 * DIGEST_BYTES;
    return set_contents(store, is_sound ? before : NOTHING, bytes, error);
}

bool contents_start(Store *store, GError **error)
{
    static const guint8 nothing[DIGEST_BYTES];
    g_autoptr(GPtrArray) documents = store_list_documents(store, error);
    if (!documents || !set_contents(store, NOTHING, nothing, error))
        return false;
    for (size_t i = 0; i < documents->len; i++)
        if (!contents_toggle(store, ((StoreDocument *)documents->pdata[i])->id, error))
            return false;
    return true;
}

bool store_count_since(Store *store, const char *time, int64_t *count, GError **error)
{
    return db_get_number(
        store, error, count,
        "SELECT count(*) FROM document AS d JOIN source AS s ON s.id = d.source WHERE s.added > ?", "s",
        time);
}
