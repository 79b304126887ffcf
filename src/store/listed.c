/* listed.c - a list of ids as a table for SQL: `FROM listed(?)`, with the list bound as `l` (db.h). A
 * statement that walks it beside another table takes each row by its id without being started anew, which
 * would be a fifth of the time of reading a passage. */
#include "store/db.h"

enum { COLUMN_ID, COLUMN_LIST };

typedef struct {
    sqlite3_vtab_cursor base;
    const StoreIds *ids;
    size_t next;
} Cursor;

static int connect_table(sqlite3 *db, void *data, int count, const char *const *arguments,
                         sqlite3_vtab **table, char **message)
{
    (void)data, (void)count, (void)arguments, (void)message;
    int code = sqlite3_declare_vtab(db, "CREATE TABLE listed (id INTEGER, list HIDDEN)");
    *table = code == SQLITE_OK ? sqlite3_malloc(sizeof **table) : NULL;
    if (*table)
        **table = (sqlite3_vtab){0};
    return code != SQLITE_OK || *table ? code : SQLITE_NOMEM;
}

static int disconnect(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

/* The one plan there is: all ids of the list in their order. */
static int plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    for (int i = 0; i < info->nConstraint; i++) {
        if (info->aConstraint[i].iColumn != COLUMN_LIST || !info->aConstraint[i].usable)
            continue;
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        info->estimatedCost = 1;
        return SQLITE_OK;
    }
    return SQLITE_CONSTRAINT;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    (void)table;
    Cursor *opened = sqlite3_malloc(sizeof *opened);
    if (!opened)
        return SQLITE_NOMEM;
    *opened = (Cursor){.ids = NULL};
    *cursor = &opened->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int start(sqlite3_vtab_cursor *cursor, int plan_number, const char *plan_text, int count,
                 sqlite3_value **values)
{
    (void)plan_number, (void)plan_text;
    Cursor *started = (Cursor *)cursor;
    started->ids = count == 1 ? sqlite3_value_pointer(values[0], DB_LIST) : NULL;
    started->next = 0;
    return started->ids ? SQLITE_OK : SQLITE_MISUSE;
}

static int next(sqlite3_vtab_cursor *cursor)
{
    ((Cursor *)cursor)->next++;
    return SQLITE_OK;
}

static int is_behind(sqlite3_vtab_cursor *cursor)
{
    const Cursor *at = (const Cursor *)cursor;
    return at->next >= at->ids->length;
}

static int column(sqlite3_vtab_cursor *cursor, sqlite3_context *result, int number)
{
    const Cursor *at = (const Cursor *)cursor;
    if (number == COLUMN_ID)
        sqlite3_result_int64(result, at->ids->items[at->next]);
    return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
    *id = (sqlite3_int64)((const Cursor *)cursor)->next;
    return SQLITE_OK;
}

bool listed_register(Store *store, GError **error)
{
    static const sqlite3_module module = {.xConnect = connect_table,
                                          .xBestIndex = plan,
                                          .xDisconnect = disconnect,
                                          .xOpen = open_cursor,
                                          .xClose = close_cursor,
                                          .xFilter = start,
                                          .xNext = next,
                                          .xEof = is_behind,
                                          .xColumn = column,
                                          .xRowid = row_id};
    return sqlite3_create_module(store->db, "listed", &module, NULL) == SQLITE_OK || db_fail(store, error);
}
