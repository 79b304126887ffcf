/* relations.c - what people say of two documents: versions of one instrument, successors, not related. */
#include "store/db.h"

bool store_remove_relation(Store *store, int64_t document, int64_t other, char **kind, GError **error)
{
    *kind = NULL;
    sqlite3_stmt *row = db_query(store, error,
                                 "SELECT kind FROM relation WHERE (document = ?1 AND other = ?2)"
                                 " OR (document = ?2 AND other = ?1)",
                                 "ii", document, other);
    int found = row ? db_step(store, row, error) : -1;
    if (found <= 0)
        return found == 0;
    *kind = db_text(row, 0);
    sqlite3_reset(row);
    return db_do(store, error,
                 "DELETE FROM relation WHERE (document = ?1 AND other = ?2)"
                 " OR (document = ?2 AND other = ?1)",
                 "ii", document, other);
}

bool store_set_relation(Store *store, int64_t document, int64_t other, const char *kind, GError **error)
{
    g_autofree char *before = NULL;
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *said = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
    return store_remove_relation(store, document, other, &before, error) &&
           db_do(store, error, "INSERT INTO relation (document, other, kind, said) VALUES (?, ?, ?, ?)",
                 "iiss", document, other, kind, said);
}

bool store_each_relation(Store *store, StoreRelationVisit *visit, void *data, GError **error)
{
    sqlite3_stmt *rows =
        db_query(store, error, "SELECT document, other, kind FROM relation ORDER BY document, other", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0)
        visit(sqlite3_column_int64(rows, 0), sqlite3_column_int64(rows, 1),
              (const char *)sqlite3_column_text(rows, 2), data);
    return row == 0;
}
