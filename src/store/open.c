/* open.c - the file as a whole: opening, transactions, facts about it, its integrity. */
#include "store/db.h"

#include "schema_sql.h"

#include <string.h>
#include <unistd.h>

enum {
    APPLICATION_ID = 0x74696661, /* "tifa" */
    SCHEMA_VERSION = 6,          /* more with every change to schema.sql */
    BUSY_MILLISECONDS = 10000,
};

/* ---- Opening and closing --------------------------------------------------------------------- */

static bool run_schema(Store *store, GError **error)
{
    g_autofree char *marks = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                             APPLICATION_ID, SCHEMA_VERSION);
    return db_run(store, schema_sql, error) && db_run(store, marks, error) && contents_start(store, error);
}

static bool create_schema(Store *store, GError **error)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *created = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
    bool is_made = store_begin(store, error) && run_schema(store, error) &&
                   store_set_setting(store, "created", created, error) && store_commit(store, error);
    if (!is_made)
        store_rollback(store);
    return is_made;
}

bool store_upgrade(Store *store, bool *is_upgraded, GError **error)
{
    int64_t version;
    if (!db_get_number(store, error, &version, "PRAGMA user_version", ""))
        return false;
    *is_upgraded = version < SCHEMA_VERSION;
    return !*is_upgraded || run_schema(store, error);
}

static bool is_empty_file(Store *store)
{
    int64_t objects;
    return db_get_number(store, NULL, &objects, "SELECT count(*) FROM sqlite_schema", "") && objects == 0;
}

/* Whether the file is a corpus this program understands; a new empty one is made into it. */
static bool accept_schema(Store *store, StoreMode mode, GError **error)
{
    int64_t application, version;
    if (!db_get_number(store, error, &application, "PRAGMA application_id", "") ||
        !db_get_number(store, error, &version, "PRAGMA user_version", ""))
        return false;
    if (application == 0 && mode == STORE_CREATE && is_empty_file(store))
        return create_schema(store, error);
    if (application != APPLICATION_ID)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: not a tifa corpus; name another file with --corpus",
                    store->path);
    if (version < SCHEMA_VERSION && mode != STORE_REBUILD)
        return fail(error, TIFA_ERROR_SYSTEM,
                    "%s: made by an older tifa; bring it up to date with: tifa --corpus %s rebuild",
                    store->path, store->path);
    if (version > SCHEMA_VERSION)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: made by a newer tifa; install that version to open it",
                    store->path);
    return true;
}

static bool set_up(Store *store, StoreMode mode, GError **error)
{
    sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
    sqlite3_extended_result_codes(store->db, 1);
    if (!fulltext_register(store, error) || !listed_register(store, error))
        return false;
    if (mode == STORE_READ)
        return db_run(store, "PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -16384;", error);
    return db_run(store,
                  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -49152;"
                  "PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY;",
                  error);
}

/* The name to open a file by. In a folder where nothing may be written (a medium that is read only, another's
 * folder) SQLite cannot make the file it needs beside one that may be changed; where none is there, no one is
 * writing, and SQLite may be told that the file stays as it is. Free with g_free(). */
static char *name_to_open(const char *path, StoreMode mode)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *log = g_strconcat(path, "-wal", NULL);
    if (mode != STORE_READ || access(folder, W_OK) == 0 || access(log, F_OK) == 0)
        return g_strdup(path);
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    g_autofree char *uri = g_filename_to_uri(absolute, NULL, NULL);
    return g_strconcat(uri, "?immutable=1", NULL);
}

static int open_flags(StoreMode mode)
{
    int rights = mode == STORE_READ     ? SQLITE_OPEN_READONLY
                 : mode == STORE_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                        : SQLITE_OPEN_READWRITE;
    return rights | SQLITE_OPEN_NOMUTEX;
}

static void finalize(void *statement)
{
    sqlite3_finalize(statement);
}

Store *store_open(const char *path, StoreMode mode, GError **error)
{
    if (mode != STORE_CREATE && !g_file_test(path, G_FILE_TEST_EXISTS)) {
        fail(error, TIFA_ERROR_SYSTEM,
             "%s: there is no such corpus; make one with: tifa --corpus %s add FILE...", path, path);
        return NULL;
    }
    g_autoptr(Store) store = g_new0(Store, 1);
    store->path = g_strdup(path);
    store->statements = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, finalize);
    g_autofree char *name = name_to_open(path, mode);
    int is_uri = strcmp(name, path) != 0 ? SQLITE_OPEN_URI : 0;
    if (sqlite3_open_v2(name, &store->db, open_flags(mode) | is_uri, NULL) != SQLITE_OK) {
        db_fail(store, error);
        return NULL;
    }
    if (!set_up(store, mode, error) || (mode == STORE_READ && !db_run(store, "BEGIN", error)) ||
        !accept_schema(store, mode, error))
        return NULL;
    return g_steal_pointer(&store);
}

void store_close(Store *store)
{
    if (!store)
        return;
    tokens_forget(store);
    array_clear(&store->row.places);
    g_hash_table_unref(store->statements);
    fulltext_forget(store);
    sqlite3_close(store->db);
    g_free(store->path);
    g_free(store);
}

const char *store_path(const Store *store)
{
    return store->path;
}

/* ---- Transactions, settings, integrity ------------------------------------------------------- */

bool store_begin(Store *store, GError **error)
{
    int64_t version;
    tokens_release(store); /* a row that is still being read would hold on to the state before */
    if (!db_run(store, "BEGIN IMMEDIATE", error) ||
        !db_get_number(store, error, &version, "PRAGMA data_version", ""))
        return false;
    store->was_changed = version != store->data_version;
    store->data_version = version;
    if (store->was_changed)
        tokens_forget(store);
    return true;
}

bool store_was_changed(const Store *store)
{
    return store->was_changed;
}

bool store_commit(Store *store, GError **error)
{
    tokens_release(store);
    return fulltext_write(store, error) && token_batch_write(store, error) && db_run(store, "COMMIT", error);
}

void store_rollback(Store *store)
{
    if (!sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    /* Ids given in the transaction are free again. */
    tokens_forget(store);
    fulltext_forget(store);
}

char *store_setting(Store *store, const char *key)
{
    sqlite3_stmt *row = db_query(store, NULL, "SELECT value FROM corpus WHERE key = ?", "s", key);
    char *value = row && db_step(store, row, NULL) > 0 ? db_text(row, 0) : NULL;
    if (row)
        sqlite3_reset(row);
    return value;
}

bool store_set_setting(Store *store, const char *key, const char *value, GError **error)
{
    return db_do(store, error, "INSERT OR REPLACE INTO corpus (key, value) VALUES (?, ?)", "ss", key, value);
}

bool store_set_dictionary(Store *store, const char *name, const char *text, size_t length, GError **error)
{
    return db_do(store, error, "INSERT OR REPLACE INTO dictionary (name, text) VALUES (?, ?)", "st", name,
                 text, length);
}

bool store_remove_dictionary(Store *store, const char *name, bool *found, GError **error)
{
    bool is_done = db_do(store, error, "DELETE FROM dictionary WHERE name = ?", "s", name);
    *found = is_done && sqlite3_changes(store->db) > 0;
    return is_done;
}

static void dictionary_free(void *data)
{
    StoreDictionary *dictionary = data;
    g_free(dictionary->name);
    g_free(dictionary->text);
    g_free(dictionary);
}

GPtrArray *store_list_dictionaries(Store *store, GError **error)
{
    g_autoptr(GPtrArray) dictionaries = g_ptr_array_new_with_free_func(dictionary_free);
    sqlite3_stmt *rows = db_query(store, error, "SELECT name, text FROM dictionary ORDER BY name", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        StoreDictionary *dictionary = g_new0(StoreDictionary, 1);
        *dictionary = (StoreDictionary){db_text(rows, 0), db_text(rows, 1)};
        g_ptr_array_add(dictionaries, dictionary);
    }
    return row < 0 ? NULL : g_steal_pointer(&dictionaries);
}

bool store_check_integrity(Store *store, StoreReport *report, void *data, GError **error)
{
    sqlite3_stmt *rows = db_query(store, error, "PRAGMA integrity_check", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        const char *complaint = (const char *)sqlite3_column_text(rows, 0);
        if (strcmp(complaint, "ok") != 0)
            report(complaint, data);
    }
    return row == 0;
}
