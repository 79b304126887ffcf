/* sketch.c - the sketches of the documents (tifa/comparison.h), found again by their smallest values. */
#include "store/db.h"

/* Two texts of which nine tenths are the same have all of their eight smallest values apart once in 10^8
 * times. */
enum { KEYS = 8 };

bool store_add_sketch(Store *store, int64_t document, const TifaSketch *sketch, GError **error)
{
    uint64_t hashes[TIFA_SKETCH_SIZE];
    for (size_t i = 0; i < sketch->length; i++)
        hashes[i] = GUINT64_TO_LE(sketch->values[i]);
    for (size_t i = 0; i < MIN(sketch->length, KEYS); i++)
        if (!db_do(store, error, "INSERT OR IGNORE INTO sketch_key (hash, document) VALUES (?, ?)", "ii",
                   (int64_t)sketch->values[i], document))
            return false;
    return db_do(store, error, "INSERT INTO sketch (document, hashes) VALUES (?, ?)", "ib", document, hashes,
                 sketch->length * sizeof *hashes);
}

bool store_get_sketch(Store *store, int64_t document, TifaSketch *sketch, GError **error)
{
    sketch->length = 0;
    sqlite3_stmt *row = db_query(store, error, "SELECT hashes FROM sketch WHERE document = ?", "i", document);
    int found = row ? db_step(store, row, error) : -1;
    if (found <= 0)
        return found == 0;
    const uint64_t *hashes = sqlite3_column_blob(row, 0);
    size_t length = (size_t)sqlite3_column_bytes(row, 0) / sizeof *hashes;
    for (size_t i = 0; i < MIN(length, TIFA_SKETCH_SIZE); i++)
        sketch->values[sketch->length++] = GUINT64_FROM_LE(hashes[i]);
    sqlite3_reset(row);
    return true;
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static void drop_repeated(StoreIds *ids)
{
    size_t kept = 0;
    array_sort(ids, compare_ids);
    for (size_t i = 0; i < ids->length; i++)
        if (i == 0 || ids->items[i] != ids->items[i - 1])
            ids->items[kept++] = ids->items[i];
    ids->length = kept;
}

bool store_find_sketches(Store *store, const TifaSketch *sketch, StoreIds *documents, GError **error)
{
    for (size_t i = 0; i < MIN(sketch->length, KEYS); i++) {
        sqlite3_stmt *rows = db_query(store, error, "SELECT document FROM sketch_key WHERE hash = ?", "i",
                                      (int64_t)sketch->values[i]);
        int row = rows ? 1 : -1;
        while (row > 0 && (row = db_step(store, rows, error)) > 0)
            array_push(documents, sqlite3_column_int64(rows, 0));
        if (row < 0)
            return false;
    }
    drop_repeated(documents);
    return true;
}

bool sketch_remove(Store *store, int64_t document, GError **error)
{
    TifaSketch sketch;
    if (!store_get_sketch(store, document, &sketch, error))
        return false;
    for (size_t i = 0; i < MIN(sketch.length, KEYS); i++)
        if (!db_do(store, error, "DELETE FROM sketch_key WHERE hash = ? AND document = ?", "ii",
                   (int64_t)sketch.values[i], document))
            return false;
    return true;
}
