/* db.h - inside store/: SQLite statements with their values bound and their errors told in one place. */
#pragma once

#include "base/error.h"
#include "store/postings.h"
#include "store/store.h"
#include "store/token_batch.h"

#include <sqlite3.h>

/* A passage's tokens in a row: how many, and where they begin in the bytes. */
typedef struct {
    uint32_t count;
    size_t start;
} TokenPlace;

/* A row of passage_tokens, lent by the statement that stands at it; none if that is NULL. */
typedef struct {
    sqlite3_stmt *rows;
    int64_t first, end;       /* its passages */
    ARRAY(TokenPlace) places; /* of each passage */
    Packed sentences;
    unsigned width;
    const uint8_t *terms;
    size_t size; /* of the terms, in bytes */
} TokenRow;

struct Store {
    sqlite3 *db;
    char *path;
    GHashTable *statements; /* SQL text -> prepared statement */
    int64_t data_version;   /* when the last transaction began */
    bool was_changed;       /* by another, before that */
    fts5_api *fts5;
    Postings *postings;       /* of the passages added since the last commit, for fulltext.c */
    Fts5Tokenizer *tokenizer; /* of the full text, for words that are not ASCII */
    fts5_tokenizer tokenize;
    TokenBatch *batch; /* of the documents added since the last commit, for token_batch.c */
    TokenRow row;      /* that tokens.c read last */
};

/* Runs SQL without values or results. */
bool db_run(Store *store, const char *sql, GError **error);

/* A statement with its values bound, ready for db_step(). `types` has a letter a value: i int64_t, s const
 * char * (NULL: null), t text and size_t, b blob and size_t; text and blobs must stay until the statement is
 * done; l a const StoreIds *, for listed(?). `sql` must be a string constant: statements are kept by it. NULL
 * on error. */
sqlite3_stmt *db_query(Store *store, GError **error, const char *sql, const char *types, ...);

/* The next row: 1 there is one, 0 there is none (the statement is reset), -1 error. */
int db_step(Store *store, sqlite3_stmt *statement, GError **error);

/* Runs a statement that gives no rows. */
bool db_do(Store *store, GError **error, const char *sql, const char *types, ...);

/* The one integer of a statement's first row; *value is 0 if there is no row. */
bool db_get_number(Store *store, GError **error, int64_t *value, const char *sql, const char *types, ...);

/* A column as a new string, NULL for null. */
char *db_text(sqlite3_stmt *statement, int column);

/* A column's packed numbers, lent until the next step. */
Packed db_packed(sqlite3_stmt *statement, int column);

/* Sets *error from SQLite's state, with advice where there is any. Returns false. */
bool db_fail(Store *store, GError **error);

/* In fulltext.c: writes the passages that were added, or forgets them. */
bool fulltext_write(Store *store, GError **error);
void fulltext_forget(Store *store);

/* In fulltext.c: empties the full text. */
bool fulltext_clear(Store *store, GError **error);

/* In fulltext.c: takes a document's passages out of the full text. */
bool fulltext_remove(Store *store, int64_t document, GError **error);

/* In sketch.c: takes a document's keys out. */
bool sketch_remove(Store *store, int64_t document, GError **error);

/* In tokens.c: lets go of the row read last, and forgets the tokens that are not written; what was not
 * committed may be gone. */
void tokens_forget(Store *store);

/* In tokens.c: lets go of the row read last, before rows change. */
void tokens_release(Store *store);

/* In listed.c: makes the table listed(?) known to SQL, and what a list is bound as. */
bool listed_register(Store *store, GError **error);
#define DB_LIST "StoreIds"

/* In fulltext.c: makes the function places(passage_fts) known to SQL, see store_match(). */
bool fulltext_register(Store *store, GError **error);

/* In contents.c: puts a document into the digest of the corpus's contents, or takes it out again; to be
 * called whenever one is added or is about to be removed. */
bool contents_toggle(Store *store, int64_t document, GError **error);

/* Makes the digest anew from all documents. */
bool contents_start(Store *store, GError **error);
