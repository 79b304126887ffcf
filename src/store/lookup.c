/* lookup.c - questions to the derived tables. */
#include "store/db.h"

/* ---- places(passage_fts): how many times the expression's phrases stand in the row ----------- */

static void places(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int count,
                   sqlite3_value **values)
{
    (void)count, (void)values;
    int instances = 0;
    int code = api->xInstCount(context, &instances);
    if (code == SQLITE_OK)
        sqlite3_result_int(result, instances);
    else
        sqlite3_result_error_code(result, code);
}

bool lookup_register(Store *store, GError **error)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (!api || api->xCreateFunction(api, "places", NULL, places, NULL) != SQLITE_OK)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: this SQLite has no FTS5; install one that has",
                    store->path);
    return true;
}

/* ---- Full text ------------------------------------------------------------------------------- */

static bool each_match(Store *store, sqlite3_stmt *rows, StoreMatch *match, void *data, GError **error)
{
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        GError *trouble = NULL;
        if (!match(sqlite3_column_int64(rows, 0), (unsigned)sqlite3_column_int(rows, 1), data, &trouble)) {
            sqlite3_reset(rows);
            if (trouble)
                g_propagate_error(error, trouble);
            return trouble == NULL;
        }
    }
    return row == 0;
}

bool store_match(Store *store, const char *expression, StoreMatch *match, void *data, GError **error)
{
    return each_match(store,
                      db_query(store, error,
                               "SELECT rowid, places(passage_fts) FROM passage_fts WHERE passage_fts MATCH ?",
                               "s", expression),
                      match, data, error);
}

bool store_match_rows(Store *store, const char *expression, StoreMatch *match, void *data, GError **error)
{
    return each_match(
        store,
        db_query(store, error, "SELECT rowid, 0 FROM passage_fts WHERE passage_fts MATCH ?", "s", expression),
        match, data, error);
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
