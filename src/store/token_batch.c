#include "store/token_batch.h"

#include "store/classed.h"
#include "store/db.h"

enum {
    MOST_TOKENS = 2 << 20, /* gathered in memory, in all some 10 MB */
    ROW_BYTES = 16 << 10,  /* of packed terms: long enough to lose little to half-filled pages, and short
                              enough to be read for one passage */
};

/* ---- Terms ----------------------------------------------------------------------------------- */

static bool load_terms(Store *store, TokenBatch *batch, GError **error)
{
    sqlite3_stmt *rows = db_query(store, error, "SELECT id, kind, text FROM term ORDER BY id", "");
    int row = rows ? 1 : -1;
    while (row > 0 && (row = db_step(store, rows, error)) > 0) {
        const char *text = (const char *)sqlite3_column_text(rows, 2);
        size_t length = (size_t)sqlite3_column_bytes(rows, 2);
        uint32_t index = terms_find(batch->terms, text, length);
        Term *term = &batch->terms->terms.items[index];
        term->id = batch->last_id = (uint32_t)sqlite3_column_int64(rows, 0);
        term->kind = (uint16_t)sqlite3_column_int(rows, 1);
    }
    return row == 0;
}

TokenBatch *token_batch_of(Store *store, GError **error)
{
    if (store->batch)
        return store->batch;
    TokenBatch *batch = g_new0(TokenBatch, 1);
    batch->terms = terms_new();
    batch->sentences = g_byte_array_new();
    batch->lengths = g_byte_array_new();
    batch->packed = g_byte_array_new();
    if (load_terms(store, batch, error))
        return store->batch = batch;
    token_batch_free(batch);
    return NULL;
}

void token_batch_free(TokenBatch *batch)
{
    if (!batch)
        return;
    terms_free(batch->terms);
    array_clear(&batch->tokens);
    array_clear(&batch->passages);
    array_clear(&batch->documents);
    array_clear(&batch->counts);
    array_clear(&batch->counted);
    g_byte_array_unref(batch->sentences);
    g_byte_array_unref(batch->lengths);
    g_byte_array_unref(batch->packed);
    g_free(batch);
}

/* A new term and how often it was gathered. */
typedef struct {
    uint32_t term, count;
} NewTerm;

static int compare_new(const void *left, const void *right)
{
    const NewTerm *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return (a->term > b->term) - (a->term < b->term);
}

static bool insert_term(Store *store, Term *term, GError **error)
{
    TokenBatch *batch = store->batch;
    term->id = ++batch->last_id;
    term->count = 0;
    return db_do(store, error, "INSERT INTO term (id, kind, text) VALUES (?, ?, ?)", "iit", (int64_t)term->id,
                 (int64_t)term->kind, batch->terms->text.items + term->start, (size_t)term->length);
}

/* Gives the new terms their ids. */
static bool write_terms(Store *store, GError **error)
{
    const TokenBatch *batch = store->batch;
    Term *terms = batch->terms->terms.items;
    ARRAY(NewTerm) new = {0};
    for (size_t i = 0; i < batch->tokens.length; i++)
        terms[batch->tokens.items[i]].count++;
    for (uint32_t i = 0; i < batch->terms->terms.length; i++)
        if (!terms[i].id)
            array_push(&new, ((NewTerm){i, terms[i].count}));
        else
            terms[i].count = 0;
    array_sort(&new, compare_new);
    bool is_written = true;
    for (size_t i = 0; i < new.length &&is_written; i++)
        is_written = insert_term(store, &terms[new.items[i].term], error);
    array_clear(&new);
    return is_written;
}

/* ---- Gathering ------------------------------------------------------------------------------- */

/* Puts the number of sentences and the length of each. */
static void put_sentences(GByteArray *out, const TifaToken *tokens, size_t count)
{
    uint32_t sentences = 0;
    for (size_t i = 0; i < count; i++)
        sentences += (tokens[i].flags & TIFA_TOKEN_SENTENCE_END) || i + 1 == count;
    packed_put(out, sentences);
    uint32_t start = count ? tokens[0].span.start : 0;
    for (size_t i = 0; i < count; i++) {
        if (!(tokens[i].flags & TIFA_TOKEN_SENTENCE_END) && i + 1 < count)
            continue;
        packed_put(out, tokens[i].span.end - start);
        start = tokens[i].span.end;
    }
}

bool store_add_tokens(Store *store, int64_t passage, const char *text, const TifaToken *tokens, size_t count,
                      GError **error)
{
    TokenBatch *batch = token_batch_of(store, error);
    if (!batch)
        return false;
    for (size_t i = 0; i < count; i++) {
        TifaSpan span = tokens[i].span;
        uint32_t term = terms_find(batch->terms, text + span.start, span.end - span.start);
        if (!batch->terms->terms.items[term].id)
            batch->terms->terms.items[term].kind = tokens[i].kind;
        array_push(&batch->tokens, term);
    }
    put_sentences(batch->sentences, tokens, count);
    array_push(&batch->passages, ((GatheredPassage){passage, batch->tokens.length, batch->sentences->len}));
    return true;
}

bool store_end_tokens(Store *store, int64_t document, GError **error)
{
    TokenBatch *batch = token_batch_of(store, error);
    if (!batch)
        return false;
    array_push(&batch->documents, ((GatheredDocument){document, batch->passages.length}));
    return batch->tokens.length < MOST_TOKENS || token_batch_write(store, error);
}

/* ---- Writing --------------------------------------------------------------------------------- */

/* Gathered passages first .. end-1, with the tokens and sentences behind those of the one before. */
typedef struct {
    size_t first, end;
} Run;

static size_t tokens_before(const TokenBatch *batch, size_t passage)
{
    return passage ? batch->passages.items[passage - 1].tokens : 0;
}

static size_t sentences_before(const TokenBatch *batch, size_t passage)
{
    return passage ? batch->passages.items[passage - 1].sentences : 0;
}

static int compare_ids(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Makes ids of the tokens and counts them. How many are words is returned. */
static int64_t count_terms(TokenBatch *batch, size_t first, size_t end)
{
    int64_t words = 0;
    while (batch->counts.length <= batch->last_id)
        array_push(&batch->counts, 0);
    for (size_t i = first; i < end; i++) {
        const Term *term = &batch->terms->terms.items[batch->tokens.items[i]];
        if (batch->counts.items[term->id]++ == 0)
            array_push(&batch->counted, term->id);
        words += term->kind <= TIFA_TOKEN_NUMBER;
        batch->tokens.items[i] = term->id;
    }
    array_sort(&batch->counted, compare_ids);
    return words;
}

static bool write_counts(Store *store, int64_t document, int64_t words, GError **error)
{
    TokenBatch *batch = store->batch;
    g_byte_array_set_size(batch->packed, 0);
    uint32_t before = 0;
    for (size_t i = 0; i < batch->counted.length; i++) {
        uint32_t id = batch->counted.items[i];
        packed_put_count(batch->packed, id - before, batch->counts.items[id]);
        batch->counts.items[id] = 0;
        before = id;
    }
    batch->counted.length = 0;
    return db_do(store, error, "INSERT INTO document_terms (document, words, terms) VALUES (?, ?, ?)", "iib",
                 document, words, batch->packed->data, (size_t)batch->packed->len);
}

static bool insert_row(Store *store, Run run, unsigned width, GError **error)
{
    const TokenBatch *batch = store->batch;
    size_t first = sentences_before(batch, run.first), end = sentences_before(batch, run.end);
    return db_do(store, error,
                 "INSERT INTO passage_tokens (passage, lengths, sentences, width, terms)"
                 " VALUES (?, ?, ?, ?, ?)",
                 "ibbib", batch->passages.items[run.first].passage, batch->lengths->data,
                 (size_t)batch->lengths->len, batch->sentences->data + first, end - first, (int64_t)width,
                 batch->packed->data, (size_t)batch->packed->len);
}

/* Adds a passage to the row being written. */
static void pack_passage(TokenBatch *batch, size_t passage, unsigned width)
{
    size_t first = tokens_before(batch, passage), count = batch->passages.items[passage].tokens - first;
    size_t before = batch->packed->len;
    classed_put(batch->packed, batch->tokens.items + first, count, width);
    packed_put(batch->lengths, (uint32_t)count);
    packed_put(batch->lengths, (uint32_t)(batch->packed->len - before));
}

/* Passages of one row have ids that follow each other. */
static bool is_row_full(const TokenBatch *batch, Run row, size_t end)
{
    const GatheredPassage *passages = batch->passages.items;
    return row.end == end || batch->packed->len >= ROW_BYTES ||
           passages[row.end].passage != passages[row.end - 1].passage + 1;
}

static bool write_rows(Store *store, Run run, unsigned width, GError **error)
{
    TokenBatch *batch = store->batch;
    for (Run row = {run.first, run.first}; row.first < run.end; row.first = row.end) {
        g_byte_array_set_size(batch->lengths, 0);
        g_byte_array_set_size(batch->packed, 0);
        do
            pack_passage(batch, row.end++, width);
        while (!is_row_full(batch, row, run.end));
        if (!insert_row(store, row, width, error))
            return false;
    }
    return true;
}

static bool write_document(Store *store, int64_t document, Run run, GError **error)
{
    TokenBatch *batch = store->batch;
    int64_t words = count_terms(batch, tokens_before(batch, run.first), tokens_before(batch, run.end));
    unsigned width = classed_width(batch->counted.length ? array_last(&batch->counted) : 0);
    return write_counts(store, document, words, error) && write_rows(store, run, width, error);
}

bool token_batch_write(Store *store, GError **error)
{
    TokenBatch *batch = store->batch;
    if (!batch)
        return true;
    size_t first = 0;
    bool is_written = write_terms(store, error);
    for (size_t i = 0; i < batch->documents.length && is_written; i++) {
        const GatheredDocument *document = &batch->documents.items[i];
        is_written = write_document(store, document->document, (Run){first, document->passages}, error);
        first = document->passages;
    }
    g_assert(!is_written || first == batch->passages.length); /* store_end_tokens() ends every document */
    batch->tokens.length = batch->passages.length = batch->documents.length = 0;
    g_byte_array_set_size(batch->sentences, 0);
    return is_written;
}
