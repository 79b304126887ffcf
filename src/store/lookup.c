/* lookup.c - small questions, most of them to the derived tables. */
#include "store/db.h"

bool store_get_article(Store *store, int64_t passage, int64_t *article, GError **error)
{
    return db_get_number(
        store, error, article,
        "SELECT CASE WHEN article > 0 THEN (part << 32) + (article << 16) + inserted ELSE 0 END "
        "FROM passage WHERE id = ?",
        "i", passage);
}

/* ---- Tags, rows ------------------------------------------------------------------------------ */

bool store_find_concept(Store *store, const char *name, int64_t *number, GError **error)
{
    return db_get_number(store, error, number, "SELECT id FROM concept WHERE name = ?", "s", name);
}

bool store_each_tag(Store *store, int64_t concept, StoreTagVisit *visit, void *data, GError **error)
{
    sqlite3_stmt *rows = db_query(
        store, error,
        "SELECT passage, start, end, nested FROM tag WHERE concept = ? ORDER BY passage, start, end DESC",
        "i", concept);
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        TifaSpan span = {(uint32_t)sqlite3_column_int64(rows, 1), (uint32_t)sqlite3_column_int64(rows, 2)};
        GError *trouble = NULL;
        if (!visit(sqlite3_column_int64(rows, 0), span, sqlite3_column_int(rows, 3) != 0, data, &trouble)) {
            sqlite3_reset(rows);
            if (trouble)
                g_propagate_error(error, trouble);
            return trouble == NULL;
        }
    }
    return row == 0;
}

bool store_each_any_tag(Store *store, StoreAnyTagVisit *visit, void *data, GError **error)
{
    sqlite3_stmt *rows = db_query(store, error,
                                  "SELECT concept, passage, start, end, nested FROM tag"
                                  " ORDER BY concept, passage, start, end",
                                  "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        TifaSpan span = {(uint32_t)sqlite3_column_int64(rows, 2), (uint32_t)sqlite3_column_int64(rows, 3)};
        GError *trouble = NULL;
        if (visit(sqlite3_column_int64(rows, 0), sqlite3_column_int64(rows, 1), span,
                  sqlite3_column_int(rows, 4) != 0, data, &trouble))
            continue;
        sqlite3_reset(rows);
        if (trouble)
            g_propagate_error(error, trouble);
        return trouble == NULL;
    }
    return row == 0;
}

bool store_each_concept(Store *store, StoreConceptVisit *visit, void *data, GError **error)
{
    sqlite3_stmt *rows =
        db_query(store, error, "SELECT id, name, zh, en, category FROM concept ORDER BY id", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        StoreConcept concept = {
            .number = sqlite3_column_int64(rows, 0),
            .name = (const char *)sqlite3_column_text(rows, 1),
            .zh = (const char *)sqlite3_column_text(rows, 2),
            .en = (const char *)sqlite3_column_text(rows, 3),
            .category = (const char *)sqlite3_column_text(rows, 4),
        };
        GError *trouble = NULL;
        if (!visit(&concept, data, &trouble)) {
            sqlite3_reset(rows);
            if (trouble)
                g_propagate_error(error, trouble);
            return trouble == NULL;
        }
    }
    return row == 0;
}

bool store_count_rows(Store *store, const char *table, int64_t *count, GError **error)
{
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s", table);
    sqlite3_stmt *statement = NULL;
    bool is_counted = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK &&
                      sqlite3_step(statement) == SQLITE_ROW;
    *count = is_counted ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return is_counted || db_fail(store, error);
}
