/* saved.c - questions kept under a name. */
#include "store/db.h"

bool store_save_question(Store *store, const char *name, const char *question, GError **error)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *created = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
    return db_do(store, error, "INSERT OR REPLACE INTO saved (name, question, created) VALUES (?, ?, ?)",
                 "sss", name, question, created);
}

bool store_forget_question(Store *store, const char *name, bool *found, GError **error)
{
    bool is_done = db_do(store, error, "DELETE FROM saved WHERE name = ?", "s", name);
    *found = is_done && sqlite3_changes(store->db) > 0;
    return is_done;
}

bool store_find_question(Store *store, const char *name, char **question, GError **error)
{
    *question = NULL;
    sqlite3_stmt *row = db_query(store, error, "SELECT question FROM saved WHERE name = ?", "s", name);
    int found = row ? db_step(store, row, error) : -1;
    if (found > 0) {
        *question = db_text(row, 0);
        sqlite3_reset(row);
    }
    return found >= 0;
}

static void saved_free(void *data)
{
    TifaSaved *saved = data;
    g_free(saved->name);
    g_free(saved->question);
    g_free(saved->created);
    g_free(saved);
}

GPtrArray *store_list_questions(Store *store, GError **error)
{
    g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func(saved_free);
    sqlite3_stmt *rows =
        db_query(store, error, "SELECT name, question, created FROM saved ORDER BY name", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        TifaSaved *saved = g_new0(TifaSaved, 1);
        *saved = (TifaSaved){db_text(rows, 0), db_text(rows, 1), db_text(rows, 2)};
        g_ptr_array_add(questions, saved);
    }
    return row < 0 ? NULL : g_steal_pointer(&questions);
}
