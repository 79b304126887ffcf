#include "tag/snapshot.h"

#include "tag/matcher_parts.h"
#include <stdio.h>
#include <string.h>

/* The beginning of the file. Pointers are written as offsets from it, and become pointers again when it is
 * mapped. */
typedef struct {
    char signature[64];
    char stamp[32];
    uint64_t size, checksum; /* of all that follows the checksum */
    TifaConcepts concepts;
    size_t row_count, table_count, far_count;
    Row *rows;
    Table *tables;
    uint32_t *far_symbols; /* characters and their symbols in turn */
} Head;

/* Names what the bytes depend on: the program's version and the layout of its structures. */
static void set_signature(char *signature, size_t size)
{
    snprintf(signature, size, "tifa concepts %s %d %zu %zu %zu %zu %zu", TIFA_VERSION,
             SOURCES_MATCHER_VERSION, sizeof(Head), sizeof(struct Matcher), sizeof(Row), sizeof(Label),
             sizeof(Claim));
}

static uint64_t checksum_of(const uint8_t *bytes, size_t length)
{
    uint64_t sum = length;
    for (size_t i = 0; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, sizeof word);
        sum = (sum ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        sum ^= sum >> 29;
    }
    return sum;
}

/* ---- Writing --------------------------------------------------------------------------------- */

/* Appends bytes, aligned; returns their offset in the form of a pointer. */
static void *put(GByteArray *out, const void *bytes, size_t length)
{
    static const uint8_t padding[8];
    size_t offset = out->len;
    g_byte_array_append(out, bytes ? bytes : padding, bytes ? (guint)length : 0);
    g_byte_array_append(out, padding, (guint)(-length & 7));
    return GSIZE_TO_POINTER(offset);
}

static char *put_text(GByteArray *out, const char *text)
{
    return text ? put(out, text, strlen(text) + 1) : NULL;
}

#define PUT_ARRAY(out, array) put(out, (array).items, (array).length * sizeof *(array).items)

static void put_tables(GByteArray *out, Head *head, const TifaConcepts *concepts)
{
    head->table_count = concepts->tables->len;
    Table *tables = g_new0(Table, head->table_count + 1);
    for (size_t i = 0; i < head->table_count; i++) {
        tables[i] = *(const Table *)concepts->tables->pdata[i];
        tables[i].name = put_text(out, tables[i].name);
        tables[i].text = NULL;
        memset(&tables[i].rows, 0, sizeof tables[i].rows);
    }
    head->tables = put(out, tables, head->table_count * sizeof *tables);
    g_free(tables);
}

/* The number of a concept's table. */
static size_t table_number(const TifaConcepts *concepts, const Concept *concept)
{
    guint number = 0;
    g_ptr_array_find(concepts->tables, concept->table, &number);
    return number;
}

/* The concepts and a row for each, in the same order. */
static void put_concepts(GByteArray *out, Head *head, const TifaConcepts *concepts)
{
    size_t count = head->row_count = concepts->concepts.length;
    Row *rows = g_new0(Row, count + 1);
    g_autofree Concept *images = g_memdup2(concepts->concepts.items, count * sizeof *images);
    for (size_t i = 0; i < count; i++) {
        rows[i].line = images[i].row->line;
        for (int column = 0; column < COLUMN_COUNT; column++)
            rows[i].cells[column] = put_text(out, images[i].row->cells[column]);
        images[i].row = NULL;
        images[i].table = GSIZE_TO_POINTER(table_number(concepts, &concepts->concepts.items[i]));
        images[i].guards = put_text(out, images[i].guards);
        images[i].flags = put_text(out, images[i].flags);
    }
    head->rows = put(out, rows, count * sizeof *rows);
    g_free(rows);
    head->concepts.concepts.items = put(out, images, count * sizeof *images);
}

static void put_labels(GByteArray *out, Head *head, const TifaConcepts *concepts)
{
    size_t count = concepts->labels.length;
    g_autofree Label *images = g_memdup2(concepts->labels.items, count * sizeof *images);
    for (size_t i = 0; i < count; i++)
        images[i].text = put_text(out, images[i].text);
    head->concepts.labels.items = put(out, images, count * sizeof *images);
}

static void put_guards(GByteArray *out, Head *head, const TifaConcepts *concepts)
{
    size_t count = concepts->guards.length;
    g_autofree Guard *images = g_memdup2(concepts->guards.items, count * sizeof *images);
    for (size_t i = 0; i < count; i++) {
        g_autofree Form *words = g_memdup2(images[i].words, images[i].count * sizeof *words);
        for (size_t word = 0; word < images[i].count; word++)
            words[word].items = PUT_ARRAY(out, words[word]);
        images[i].words = put(out, words, images[i].count * sizeof *words);
        images[i].written = put_text(out, images[i].written);
    }
    head->concepts.guards.items = put(out, images, count * sizeof *images);
    head->concepts.guard_links.items = PUT_ARRAY(out, concepts->guard_links);
}

static void put_claims(GByteArray *out, Head *head, const TifaConcepts *concepts)
{
    size_t count = concepts->claims.length;
    g_autofree Claim *images = g_memdup2(concepts->claims.items, count * sizeof *images);
    for (size_t i = 0; i < count; i++) {
        images[i].spelled = put_text(out, images[i].spelled);
        images[i].rest.items = PUT_ARRAY(out, images[i].rest);
    }
    head->concepts.claims.items = put(out, images, count * sizeof *images);
}

static void put_far_symbols(GByteArray *out, Head *head, const Matcher *matcher)
{
    GHashTableIter iterator;
    gpointer c, symbol;
    head->far_count = g_hash_table_size(matcher->far_symbols);
    uint32_t *pairs = g_new(uint32_t, 2 * head->far_count + 1);
    g_hash_table_iter_init(&iterator, matcher->far_symbols);
    for (size_t i = 0; g_hash_table_iter_next(&iterator, &c, &symbol); i += 2) {
        pairs[i] = GPOINTER_TO_UINT(c);
        pairs[i + 1] = GPOINTER_TO_UINT(symbol);
    }
    head->far_symbols = put(out, pairs, 2 * head->far_count * sizeof *pairs);
    g_free(pairs);
}

static void *put_sieve(GByteArray *out, const Sieve *sieve)
{
    return put(out, sieve->words, (size_t)1 << (sieve->bits - 3));
}

static void put_matcher(GByteArray *out, Head *head, const Matcher *matcher)
{
    g_autofree Matcher *image = g_memdup2(matcher, sizeof *image);
    image->far_symbols = NULL;
    image->trie = (Trie){0};
    image->trie.tails = matcher->trie.tails;
    image->trie.tails.items = PUT_ARRAY(out, matcher->trie.tails);
    image->pair_sieve.words = put_sieve(out, &matcher->pair_sieve);
    image->triple_sieve.words = put_sieve(out, &matcher->triple_sieve);
    image->rows = put(out, matcher->rows, matcher->symbol_count * sizeof *matcher->rows);
    image->pairs.items = PUT_ARRAY(out, matcher->pairs);
    image->ends = put(out, matcher->ends, matcher->end_count * sizeof *matcher->ends);
    image->slots = put(out, matcher->slots, sizeof *matcher->slots << matcher->slot_bits);
    put_far_symbols(out, head, matcher);
    head->concepts.matcher = put(out, image, sizeof *image);
}

GByteArray *snapshot_write(const TifaConcepts *concepts)
{
    g_assert(concepts->snapshot == NULL);
    GByteArray *out = g_byte_array_new();
    Head head = {.concepts = *concepts};
    put(out, &head, sizeof head);
    head.concepts.tables = NULL;
    head.concepts.ids = NULL;
    head.concepts.strings = NULL;
    put_tables(out, &head, concepts);
    put_concepts(out, &head, concepts);
    put_labels(out, &head, concepts);
    put_guards(out, &head, concepts);
    put_claims(out, &head, concepts);
    put_matcher(out, &head, concepts->matcher);
    head.concepts.stamp = put_text(out, concepts->stamp);
    set_signature(head.signature, sizeof head.signature);
    g_strlcpy(head.stamp, concepts->stamp, sizeof head.stamp);
    head.size = out->len;
    memcpy(out->data, &head, sizeof head);
    size_t checked = offsetof(Head, concepts);
    head.checksum = checksum_of(out->data + checked, out->len - checked);
    memcpy(out->data, &head, sizeof head);
    return out;
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* An offset made a pointer again. */
static void *moved(char *base, const void *offset)
{
    return base + GPOINTER_TO_SIZE(offset);
}

#define MOVE(base, pointer) ((pointer) = moved(base, pointer))

static void move_concepts(char *base, Head *head)
{
    TifaConcepts *concepts = &head->concepts;
    MOVE(base, head->rows);
    MOVE(base, head->tables);
    MOVE(base, concepts->concepts.items);
    for (size_t i = 0; i < head->table_count; i++)
        MOVE(base, head->tables[i].name);
    for (size_t i = 0; i < head->row_count; i++) {
        Concept *concept = &concepts->concepts.items[i];
        for (int column = 0; column < COLUMN_COUNT; column++)
            MOVE(base, head->rows[i].cells[column]);
        concept->row = &head->rows[i];
        concept->table = &head->tables[GPOINTER_TO_SIZE(concept->table)];
        MOVE(base, concept->guards);
        MOVE(base, concept->flags);
    }
}

static void move_labels(char *base, TifaConcepts *concepts)
{
    MOVE(base, concepts->labels.items);
    MOVE(base, concepts->guards.items);
    MOVE(base, concepts->guard_links.items);
    MOVE(base, concepts->claims.items);
    MOVE(base, concepts->stamp);
    for (size_t i = 0; i < concepts->labels.length; i++)
        MOVE(base, concepts->labels.items[i].text);
    for (size_t i = 0; i < concepts->guards.length; i++) {
        Guard *guard = &concepts->guards.items[i];
        MOVE(base, guard->written);
        MOVE(base, guard->words);
        for (size_t word = 0; word < guard->count; word++)
            MOVE(base, guard->words[word].items);
    }
    for (size_t i = 0; i < concepts->claims.length; i++) {
        Claim *claim = &concepts->claims.items[i];
        claim->spelled = claim->spelled ? moved(base, claim->spelled) : NULL;
        MOVE(base, claim->rest.items);
    }
}

static void move_matcher(char *base, Head *head)
{
    MOVE(base, head->concepts.matcher);
    MOVE(base, head->far_symbols);
    Matcher *matcher = head->concepts.matcher;
    MOVE(base, matcher->trie.tails.items);
    MOVE(base, matcher->pair_sieve.words);
    MOVE(base, matcher->triple_sieve.words);
    MOVE(base, matcher->rows);
    MOVE(base, matcher->pairs.items);
    MOVE(base, matcher->ends);
    MOVE(base, matcher->slots);
    matcher->far_symbols = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < head->far_count; i++)
        g_hash_table_insert(matcher->far_symbols, GUINT_TO_POINTER(head->far_symbols[2 * i]),
                            GUINT_TO_POINTER(head->far_symbols[2 * i + 1]));
}

/* Whether the bytes are a whole snapshot of that stamp, made by this build. */
static bool fits(const Head *head, size_t size, const char *stamp)
{
    char signature[sizeof head->signature] = {0};
    set_signature(signature, sizeof signature);
    size_t checked = offsetof(Head, concepts);
    return size >= sizeof *head && memcmp(head->signature, signature, sizeof signature) == 0 &&
           strncmp(head->stamp, stamp, sizeof head->stamp) == 0 && head->size == size &&
           head->checksum == checksum_of((const uint8_t *)head + checked, size - checked);
}

TifaConcepts *snapshot_read(const char *path, const char *stamp)
{
    GMappedFile *file = g_mapped_file_new(path, TRUE, NULL); /* a private copy: pointers are set in it */
    if (!file)
        return NULL;
    char *base = g_mapped_file_get_contents(file);
    Head *head = (Head *)(void *)base;
    if (!base || !fits(head, g_mapped_file_get_length(file), stamp)) {
        g_mapped_file_unref(file);
        return NULL;
    }
    move_concepts(base, head);
    move_labels(base, &head->concepts);
    move_matcher(base, head);
    TifaConcepts *concepts = g_memdup2(&head->concepts, sizeof *concepts);
    concepts->snapshot = file;
    concepts->ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < head->row_count; i++)
        g_hash_table_insert(concepts->ids, head->rows[i].cells[COLUMN_ID], GSIZE_TO_POINTER(i + 1));
    return concepts;
}

void snapshot_free(TifaConcepts *concepts)
{
    g_hash_table_unref(concepts->ids);
    g_hash_table_unref(concepts->matcher->far_symbols);
    g_mapped_file_unref(concepts->snapshot);
    g_free(concepts);
}
