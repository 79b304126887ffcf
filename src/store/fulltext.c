/* fulltext.c - the table passage_fts: passages put in, taken out and found. What is put in is gathered in
 * memory and written with the commit, or when it is much, as a segment (segment.h). */
#include "base/utf8.h"
#include "store/cut.h"
#include "store/doclist.h"
#include "store/phrase_rows.h"
#include "store/segment.h"

#include <string.h>

enum {
    MOST_TOKENS = 8 << 20,    /* gathered in memory, in all some 80 MB */
    MOST_TOKEN_BYTES = 32768, /* FTS5 cuts longer ones off */
};

/* ---- FTS5's own part ------------------------------------------------------------------------- */

/* places(passage_fts): how many times the expression's phrases stand in the row. */
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

static fts5_api *find_api(sqlite3 *db)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

bool fulltext_register(Store *store, GError **error)
{
    store->fts5 = find_api(store->db);
    if (!store->fts5 || store->fts5->xCreateFunction(store->fts5, "places", NULL, places, NULL) != SQLITE_OK)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: this SQLite has no FTS5; install one that has",
                    store->path);
    return true;
}

/* Makes the tokenizer that schema.sql names. */
static bool make_tokenizer(Store *store, GError **error)
{
    static const char *options[] = {"remove_diacritics", "0"};
    void *data;
    int code = store->fts5->xFindTokenizer(store->fts5, "unicode61", &data, &store->tokenize);
    if (code == SQLITE_OK)
        code = store->tokenize.xCreate(data, options, G_N_ELEMENTS(options), &store->tokenizer);
    return code == SQLITE_OK ||
           fail(error, TIFA_ERROR_SYSTEM, "%s: this SQLite has no tokenizer unicode61", store->path);
}

/* ---- Putting in ------------------------------------------------------------------------------ */

static int add_word(void *data, int flags, const char *token, int length, int start, int end)
{
    (void)flags, (void)start, (void)end;
    postings_add(data, token, MIN((size_t)length, MOST_TOKEN_BYTES));
    return SQLITE_OK;
}

static void add_token(const char *token, size_t length, bool is_plain, void *data)
{
    Store *store = data;
    if (is_plain)
        postings_add(store->postings, token, MIN(length, MOST_TOKEN_BYTES));
    else
        store->tokenize.xTokenize(store->tokenizer, store->postings, FTS5_TOKENIZE_DOCUMENT, token,
                                  (int)length, add_word);
}

static FoldScript script_of(bool is_traditional)
{
    return is_traditional ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED;
}

bool store_add_fulltext(Store *store, int64_t passage, bool is_traditional, const char *text, size_t length,
                        GError **error)
{
    if (!store->tokenizer && !make_tokenizer(store, error))
        return false;
    if (!store->postings)
        store->postings = postings_new();
    postings_begin(store->postings, passage);
    cut_each(text, length, script_of(is_traditional), add_token, store);
    return postings_count(store->postings) < MOST_TOKENS || fulltext_write(store, error);
}

bool fulltext_write(Store *store, GError **error)
{
    if (!store->postings)
        return true;
    bool is_written = segment_write(store, store->postings, error);
    g_clear_pointer(&store->postings, postings_free);
    return is_written;
}

void fulltext_forget(Store *store)
{
    g_clear_pointer(&store->postings, postings_free);
    if (store->tokenizer)
        store->tokenize.xDelete(store->tokenizer);
    store->tokenizer = NULL;
}

bool store_optimize(Store *store, GError **error)
{
    return fulltext_write(store, error) &&
           db_run(store, "INSERT INTO passage_fts (passage_fts) VALUES ('optimize')", error);
}

/* ---- Taking out ------------------------------------------------------------------------------ */

bool fulltext_clear(Store *store, GError **error)
{
    fulltext_forget(store);
    return db_run(store, "INSERT INTO passage_fts (passage_fts) VALUES ('delete-all')", error);
}

typedef struct {
    Store *store;
    FoldScript script;
    GString *words;
} Removal;

/* A contentless table forgets a row only when it is told again what the row held. */
static bool remove_row(const StorePassage *passage, void *data, GError **error)
{
    Removal *removal = data;
    g_string_truncate(removal->words, 0);
    cut_text(passage->text, passage->length, removal->script, removal->words);
    return db_do(removal->store, error,
                 "INSERT INTO passage_fts (passage_fts, rowid, body) VALUES ('delete', ?, ?)", "it",
                 passage->id, removal->words->str, removal->words->len);
}

bool fulltext_remove(Store *store, int64_t document, GError **error)
{
    int64_t first, end, traditional;
    if (!fulltext_write(store, error) ||
        !db_get_number(store, error, &first, "SELECT first_passage FROM document WHERE id = ?", "i",
                       document) ||
        !db_get_number(store, error, &end, "SELECT end_passage FROM document WHERE id = ?", "i", document) ||
        !db_get_number(store, error, &traditional, "SELECT script = 'hant' FROM document WHERE id = ?", "i",
                       document))
        return false;
    g_autoptr(GString) words = g_string_new(NULL);
    Removal removal = {store, script_of(traditional != 0), words};
    return store_each_passage(store, first, end, remove_row, &removal, error);
}

/* ---- Finding --------------------------------------------------------------------------------- */

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

/* An expression that is a phrase of tokens as FTS5 takes them, or the beginning of one token. */
typedef struct {
    PhraseToken tokens[PHRASE_MOST_TOKENS];
    size_t count;
    bool is_beginning;
} Plain;

/* The end of the token that begins at the place. */
static const char *end_of_token(const char *place)
{
    while (utf8_is_han(g_utf8_get_char(place)) || g_ascii_islower(*place) || g_ascii_isdigit(*place))
        place = g_utf8_next_char(place);
    return place;
}

/* Reads the expression, whose tokens are lent; false if it is of another sort. */
static bool read_plain(const char *expression, Plain *plain)
{
    plain->count = 0;
    if (*expression != '"')
        return false;
    const char *place = expression + 1, *end;
    for (; (end = end_of_token(place)) > place; place = end + (*end == ' ')) {
        if (plain->count == PHRASE_MOST_TOKENS)
            return false;
        plain->tokens[plain->count++] = (PhraseToken){place, (size_t)(end - place)};
    }
    plain->is_beginning = plain->count == 1 && strcmp(place, "\" *") == 0;
    return plain->count && (plain->is_beginning || strcmp(place, "\"") == 0);
}

static bool match_plain(Store *store, const Plain *plain, bool is_rough, StoreMatch *match, void *data,
                        GError **error)
{
    if (plain->is_beginning)
        return doclist_match(store, plain->tokens[0].token, plain->tokens[0].length, is_rough, match, data,
                             error);
    return phrase_match(store, plain->tokens, plain->count, is_rough, match, data, error);
}

bool store_match(Store *store, const char *expression, StoreMatch *match, void *data, GError **error)
{
    Plain plain;
    if (read_plain(expression, &plain))
        return match_plain(store, &plain, false, match, data, error);
    return each_match(store,
                      db_query(store, error,
                               "SELECT rowid, places(passage_fts) FROM passage_fts WHERE passage_fts MATCH ?",
                               "s", expression),
                      match, data, error);
}

bool store_match_rows(Store *store, const char *expression, StoreMatch *match, void *data, GError **error)
{
    Plain plain;
    if (read_plain(expression, &plain))
        return match_plain(store, &plain, true, match, data, error);
    return each_match(
        store,
        db_query(store, error, "SELECT rowid, 0 FROM passage_fts WHERE passage_fts MATCH ?", "s", expression),
        match, data, error);
}
