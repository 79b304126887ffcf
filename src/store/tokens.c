/* tokens.c - the words of the texts: the tokens of each passage, the terms they are, and the counts of each
 * document. */
#include "store/db.h"

#include <string.h>

void tokens_forget(Store *store)
{
    g_clear_pointer(&store->terms, terms_free);
    array_clear(&store->counts);
    array_clear(&store->counted);
    store->word_count = 0;
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static bool load_terms(Store *store, GError **error)
{
    store->terms = terms_new();
    store->last_term = 0;
    sqlite3_stmt *rows = db_query(store, error, "SELECT id, text FROM term ORDER BY id", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        const char *text = (const char *)sqlite3_column_text(rows, 1);
        store->last_term = (uint32_t)sqlite3_column_int64(rows, 0);
        TermSlot *slot = terms_find(store->terms, text, (size_t)sqlite3_column_bytes(rows, 1));
        if (!slot->id)
            terms_take(store->terms, slot, text, store->last_term);
    }
    return row == 0;
}

/* The id of a token's text, given now if it is new; 0 on error. */
static uint32_t term_id(Store *store, const char *text, const TifaToken *token, GError **error)
{
    size_t length = token->span.end - token->span.start;
    TermSlot *slot = terms_find(store->terms, text + token->span.start, length);
    if (slot->id)
        return slot->id;
    if (!db_do(store, error, "INSERT INTO term (id, kind, text) VALUES (?, ?, ?)", "iit",
               (int64_t)store->last_term + 1, (int64_t)token->kind, text + token->span.start, length))
        return 0;
    terms_take(store->terms, slot, text + token->span.start, ++store->last_term);
    return slot->id;
}

/* Counts a token of the document at hand. */
static void count_token(Store *store, uint32_t term, uint16_t kind)
{
    while (store->counts.length <= term)
        array_push(&store->counts, 0);
    if (store->counts.items[term]++ == 0)
        array_push(&store->counted, term);
    store->word_count += kind <= TIFA_TOKEN_NUMBER;
}

static void put_sentences(GByteArray *out, const TifaToken *tokens, size_t count)
{
    uint32_t start = count ? tokens[0].span.start : 0;
    for (size_t i = 0; i < count; i++) {
        if (!(tokens[i].flags & TIFA_TOKEN_SENTENCE_END) && i + 1 < count)
            continue;
        packed_put(out, tokens[i].span.end - start);
        start = tokens[i].span.end;
    }
}

/* The buffer for blobs, empty. */
static GByteArray *empty_buffer(Store *store)
{
    if (!store->buffer)
        store->buffer = g_byte_array_new();
    g_byte_array_set_size(store->buffer, 0);
    return store->buffer;
}

bool store_add_tokens(Store *store, int64_t passage, const char *text, const TifaToken *tokens, size_t count,
                      GError **error)
{
    if (!store->terms && !load_terms(store, error))
        return false;
    GByteArray *buffer = empty_buffer(store);
    for (size_t i = 0; i < count; i++) {
        uint32_t id = term_id(store, text, &tokens[i], error);
        if (!id)
            return false;
        packed_put(buffer, id);
        count_token(store, id, tokens[i].kind);
    }
    size_t terms = buffer->len;
    put_sentences(buffer, tokens, count);
    return db_do(store, error, "INSERT INTO passage_tokens (passage, terms, sentences) VALUES (?, ?, ?)",
                 "ibb", passage, buffer->data, terms, buffer->data + terms, buffer->len - terms);
}

static int compare_ids(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

bool store_add_document_terms(Store *store, int64_t document, GError **error)
{
    GByteArray *buffer = empty_buffer(store);
    array_sort(&store->counted, compare_ids);
    uint32_t before = 0;
    for (size_t i = 0; i < store->counted.length; i++) {
        uint32_t term = store->counted.items[i];
        packed_put(buffer, term - before);
        packed_put(buffer, store->counts.items[term]);
        store->counts.items[term] = 0;
        before = term;
    }
    int64_t words = store->word_count;
    store->counted.length = store->word_count = 0;
    return db_do(store, error, "INSERT INTO document_terms (document, words, terms) VALUES (?, ?, ?)", "iib",
                 document, words, buffer->data, (size_t)buffer->len);
}

/* ---- Reading --------------------------------------------------------------------------------- */

bool store_get_sentences(Store *store, int64_t passage, StoreOffsets *ends, GError **error)
{
    sqlite3_stmt *row =
        db_query(store, error, "SELECT sentences FROM passage_tokens WHERE passage = ?", "i", passage);
    int found = row ? db_step(store, row, error) : -1;
    if (found <= 0)
        return found == 0;
    Packed sentences = db_packed(row, 0);
    uint32_t end = 0;
    for (uint32_t length; packed_next(&sentences, &length);) {
        end += length;
        array_push(ends, end);
    }
    sqlite3_reset(row);
    return true;
}

/* As packed_next(), but without a look at the end for each byte: statistics unpack millions of tokens. */
static void unpack(Packed packed, StoreTermIds *ids)
{
    const uint8_t *place = packed.place, *end = packed.end;
    while (end > place && end[-1] >= 0x80)
        end--; /* damaged; a number that is whole ends before the end, so all of them do */
    ids->length = 0;
    array_reserve(ids, (size_t)(end - place)); /* no number takes less than a byte */
    while (place < end) {
        uint32_t byte = *place++, number = byte & 0x7F;
        for (unsigned shift = 7; byte >= 0x80; shift += 7) {
            byte = *place++;
            number |= (byte & 0x7F) << (shift & 31);
        }
        ids->items[ids->length++] = number;
    }
}

bool store_get_tokens(Store *store, int64_t passage, StoreTermIds *terms, GError **error)
{
    terms->length = 0;
    sqlite3_stmt *row =
        db_query(store, error, "SELECT terms FROM passage_tokens WHERE passage = ?", "i", passage);
    int found = row ? db_step(store, row, error) : -1;
    if (found <= 0)
        return found == 0;
    unpack(db_packed(row, 0), terms);
    sqlite3_reset(row);
    return true;
}

/* Ends a walk that `visit` has ended: without error unless it told of trouble. */
static bool end_walk(sqlite3_stmt *rows, GError *trouble, GError **error)
{
    sqlite3_reset(rows);
    if (trouble)
        g_propagate_error(error, trouble);
    return trouble == NULL;
}

bool tokens_each(sqlite3_stmt *rows, Store *store, StoreTokensVisit *visit, void *data, GError **error)
{
    StoreTermIds terms = {0};
    GError *trouble = NULL;
    int row = rows ? 1 : -1;
    bool is_going = true;
    while (is_going && row > 0 && (row = db_step(store, rows, error)) > 0) {
        unpack(db_packed(rows, 1), &terms);
        is_going = visit(sqlite3_column_int64(rows, 0), &terms, data, &trouble);
    }
    array_clear(&terms);
    return is_going ? row == 0 : end_walk(rows, trouble, error);
}

bool store_each_tokens(Store *store, int64_t first, int64_t end, StoreTokensVisit *visit, void *data,
                       GError **error)
{
    sqlite3_stmt *rows = db_query(
        store, error,
        "SELECT passage, terms FROM passage_tokens WHERE passage >= ? AND passage < ? ORDER BY passage", "ii",
        first, end);
    return tokens_each(rows, store, visit, data, error);
}

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
        if (!visit(&term, data, &trouble))
            return end_walk(rows, trouble, error);
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
