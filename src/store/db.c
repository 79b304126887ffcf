#include "store/db.h"

/* ---- Errors ---------------------------------------------------------------------------------- */

static const char *advice(int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return "; the disk is full: free some space and repeat the command, all that was reported as done is "
               "safe";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "; another tifa is writing to this corpus: wait until it is done";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return "; check that the file and its folder exist and may be written";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "; the file is damaged or no corpus: take a copy and try tifa check, then tifa rebuild";
    case SQLITE_IOERR:
        return "; the disk does not read or write as it should, or is full";
    default:
        return "";
    }
}

bool db_fail(Store *store, GError **error)
{
    int code = sqlite3_extended_errcode(store->db);
    return fail(error, TIFA_ERROR_SYSTEM, "%s: %s%s", store->path, sqlite3_errmsg(store->db), advice(code));
}

/* ---- Statements ------------------------------------------------------------------------------ */

bool db_run(Store *store, const char *sql, GError **error)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || db_fail(store, error);
}

static sqlite3_stmt *prepared(Store *store, const char *sql, GError **error)
{
    sqlite3_stmt *statement = g_hash_table_lookup(store->statements, sql);
    if (statement) {
        sqlite3_reset(statement);
        return statement;
    }
    if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
        db_fail(store, error);
        return NULL;
    }
    g_hash_table_insert(store->statements, (char *)sql, statement);
    return statement;
}

static int bind_next(sqlite3_stmt *statement, int column, char type, va_list *values)
{
    if (type == 'i')
        return sqlite3_bind_int64(statement, column, va_arg(*values, int64_t));
    if (type == 'l')
        return sqlite3_bind_pointer(statement, column, va_arg(*values, void *), DB_LIST, NULL);
    const char *bytes = va_arg(*values, const char *);
    if (type == 's')
        return sqlite3_bind_text(statement, column, bytes, -1, SQLITE_STATIC);
    size_t length = va_arg(*values, size_t);
    if (type == 't')
        return sqlite3_bind_text64(statement, column, bytes, length, SQLITE_STATIC, SQLITE_UTF8);
    g_assert(type == 'b');
    return sqlite3_bind_blob64(statement, column, bytes, length, SQLITE_STATIC);
}

static sqlite3_stmt *query_v(Store *store, GError **error, const char *sql, const char *types,
                             va_list *values)
{
    sqlite3_stmt *statement = prepared(store, sql, error);
    for (int i = 0; statement && types[i]; i++) {
        if (bind_next(statement, i + 1, types[i], values) != SQLITE_OK) {
            db_fail(store, error);
            return NULL;
        }
    }
    return statement;
}

sqlite3_stmt *db_query(Store *store, GError **error, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = query_v(store, error, sql, types, &values);
    va_end(values);
    return statement;
}

int db_step(Store *store, sqlite3_stmt *statement, GError **error)
{
    int result = sqlite3_step(statement);
    if (result == SQLITE_ROW)
        return 1;
    if (result != SQLITE_DONE)
        db_fail(store, error);
    sqlite3_reset(statement);
    return result == SQLITE_DONE ? 0 : -1;
}

bool db_do(Store *store, GError **error, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = query_v(store, error, sql, types, &values);
    va_end(values);
    return statement && db_step(store, statement, error) == 0;
}

bool db_get_number(Store *store, GError **error, int64_t *value, const char *sql, const char *types, ...)
{
    va_list values;
    va_start(values, types);
    sqlite3_stmt *statement = query_v(store, error, sql, types, &values);
    va_end(values);
    int row = statement ? db_step(store, statement, error) : -1;
    *value = row > 0 ? sqlite3_column_int64(statement, 0) : 0;
    if (row > 0)
        sqlite3_reset(statement);
    return row >= 0;
}

char *db_text(sqlite3_stmt *statement, int column)
{
    return g_strdup((const char *)sqlite3_column_text(statement, column));
}

Packed db_packed(sqlite3_stmt *statement, int column)
{
    const uint8_t *bytes = sqlite3_column_blob(statement, column);
    return (Packed){bytes, bytes + sqlite3_column_bytes(statement, column)};
}
