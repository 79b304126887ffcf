/* tokens.c - the words of the texts, read: the tokens of each passage, the terms they are, and the counts of
 * each document. They are written by token_batch.c. */
#include "store/classed.h"
#include "store/db.h"

void tokens_release(Store *store)
{
    if (store->row.rows)
        sqlite3_reset(store->row.rows);
    store->row.rows = NULL;
}

void tokens_forget(Store *store)
{
    tokens_release(store);
    g_clear_pointer(&store->batch, token_batch_free);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

/* Makes the next row of the statement the one read last, if there is one. */
static bool take_row(Store *store, sqlite3_stmt *rows, GError **error)
{
    TokenRow *row = &store->row;
    row->rows = NULL;
    int found = rows ? db_step(store, rows, error) : -1;
    if (found <= 0)
        return found == 0;
    row->rows = rows;
    row->first = sqlite3_column_int64(rows, 0);
    row->sentences = db_packed(rows, 2);
    row->width = (unsigned)sqlite3_column_int(rows, 3);
    row->terms = sqlite3_column_blob(rows, 4);
    row->size = (size_t)sqlite3_column_bytes(rows, 4);
    row->places.length = 0;
    Packed lengths = db_packed(rows, 1);
    size_t start = 0;
    for (uint32_t count, size; packed_next(&lengths, &count) && packed_next(&lengths, &size); start += size)
        array_push(&row->places, ((TokenPlace){count, start}));
    row->end = row->first + (int64_t)row->places.length;
    return true;
}

static bool has_passage(const TokenRow *row, int64_t passage)
{
    return row->rows && passage >= row->first && passage < row->end;
}

/* Makes the row with the passage the one read last, or, where there is none, the first behind it. Passages
 * are mostly asked for in order, so the next row is tried first. */
static bool find_row(Store *store, int64_t passage, GError **error)
{
    TokenRow *row = &store->row;
    bool is_near = row->rows && passage >= row->end && passage < 2 * row->end - row->first;
    if (is_near && !take_row(store, row->rows, error))
        return false;
    if (has_passage(row, passage))
        return true;
    static const char sql[] =
        "SELECT passage, lengths, sentences, width, terms FROM passage_tokens WHERE passage >="
        " coalesce((SELECT max(passage) FROM passage_tokens WHERE passage <= ?1), ?1) ORDER BY passage";
    if (!take_row(store, db_query(store, error, sql, "i", passage), error))
        return false;
    return !row->rows || passage < row->end || take_row(store, row->rows, error);
}

/* No token takes less than six bits: what says otherwise is damaged. */
static void unpack(const TokenRow *row, int64_t passage, StoreTermIds *terms)
{
    TokenPlace place = row->places.items[passage - row->first];
    size_t size = row->size - MIN(place.start, row->size);
    size_t count = MIN(place.count, 2 * size);
    terms->length = 0;
    array_reserve(terms, count);
    if (count > 0)
        classed_get(row->terms + row->size - size, size, row->width, terms->items, count);
    terms->length = count;
}

/* ---- Tokens and sentences -------------------------------------------------------------------- */

bool store_get_sentences(Store *store, int64_t passage, StoreOffsets *ends, GError **error)
{
    if (!find_row(store, passage, error))
        return false;
    if (!has_passage(&store->row, passage))
        return true;
    Packed sentences = store->row.sentences;
    uint32_t count = 0, end = 0, length;
    for (int64_t before = store->row.first; packed_next(&sentences, &count) && before < passage; before++)
        while (count-- > 0 && packed_next(&sentences, &length))
            ;
    while (count-- > 0 && packed_next(&sentences, &length)) {
        end += length;
        array_push(ends, end);
    }
    return true;
}

bool store_get_tokens(Store *store, int64_t passage, StoreTermIds *terms, GError **error)
{
    terms->length = 0;
    if (!find_row(store, passage, error))
        return false;
    if (has_passage(&store->row, passage))
        unpack(&store->row, passage, terms);
    return true;
}

bool store_each_tokens(Store *store, int64_t first, int64_t end, StoreTokensVisit *visit, void *data,
                       GError **error)
{
    StoreTermIds terms = {0};
    bool is_done = true, is_going = true;
    for (int64_t passage = first; is_going && passage < end; passage++) {
        is_going = is_done = find_row(store, passage, error);
        if (!is_done || !store->row.rows)
            break;
        passage = MAX(passage, store->row.first);
        if (passage >= end || !has_passage(&store->row, passage))
            continue;
        unpack(&store->row, passage, &terms);
        GError *trouble = NULL;
        is_going = visit(passage, &terms, data, &trouble);
        is_done = !trouble;
        if (trouble)
            g_propagate_error(error, trouble);
    }
    array_clear(&terms);
    return is_done;
}

/* Hands on the tokens of a passage that matches. */
typedef struct {
    Store *store;
    StoreTokensVisit *visit;
    void *data;
    StoreTermIds terms;
} Fetching;

static bool fetch_tokens(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)places;
    Fetching *fetching = data;
    return store_get_tokens(fetching->store, passage, &fetching->terms, error) &&
           fetching->visit(passage, &fetching->terms, fetching->data, error);
}

bool store_match_tokens(Store *store, const char *expression, StoreTokensVisit *visit, void *data,
                        GError **error)
{
    Fetching fetching = {store, visit, data, {0}};
    bool is_done = store_match_rows(store, expression, fetch_tokens, &fetching, error);
    array_clear(&fetching.terms);
    return is_done;
}

/* ---- Terms and their counts ------------------------------------------------------------------ */

#define TERM_COLUMNS "id, kind, text"

static StoreTerm read_term(sqlite3_stmt *row)
{
    return (StoreTerm){
        .id = (uint32_t)sqlite3_column_int64(row, 0),
        .kind = (TifaTokenKind)sqlite3_column_int(row, 1),
        .text = (const char *)sqlite3_column_text(row, 2),
        .length = (size_t)sqlite3_column_bytes(row, 2),
    };
}

bool store_each_term(Store *store, StoreTermVisit *visit, void *data, GError **error)
{
    sqlite3_stmt *rows = db_query(store, error, "SELECT " TERM_COLUMNS " FROM term ORDER BY id", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        StoreTerm term = read_term(rows);
        GError *trouble = NULL;
        if (visit(&term, data, &trouble))
            continue;
        sqlite3_reset(rows);
        if (trouble)
            g_propagate_error(error, trouble);
        return trouble == NULL;
    }
    return row == 0;
}

bool store_get_term(Store *store, uint32_t id, StoreTerm *term, GError **error)
{
    sqlite3_stmt *row =
        db_query(store, error, "SELECT " TERM_COLUMNS " FROM term WHERE id = ?", "i", (int64_t)id);
    int found = row ? db_step(store, row, error) : -1;
    if (found == 0)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: term %u is missing; run tifa rebuild --words", store->path,
                    id);
    if (found > 0)
        *term = read_term(row);
    return found > 0;
}

bool store_find_term(Store *store, const char *text, size_t length, uint32_t *id, GError **error)
{
    int64_t found;
    bool is_done =
        db_get_number(store, error, &found, "SELECT id FROM term WHERE text = ? LIMIT 1", "t", text, length);
    *id = (uint32_t)found;
    return is_done;
}

bool store_get_document_terms(Store *store, int64_t document, StoreCounts *counts, GError **error)
{
    *counts = (StoreCounts){0};
    sqlite3_stmt *row =
        db_query(store, error, "SELECT words, terms FROM document_terms WHERE document = ?", "i", document);
    int found = row ? db_step(store, row, error) : -1;
    if (found > 0)
        *counts = (StoreCounts){.words = (uint32_t)sqlite3_column_int64(row, 0), .rest = db_packed(row, 1)};
    return found >= 0;
}
