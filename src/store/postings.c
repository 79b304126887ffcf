#include "store/postings.h"

#include "store/terms.h"

#include <string.h>

/* Nearly all tokens, every pair of Han characters among them, have eight bytes at most and are known by these
 * bytes as one number, the first byte highest: such numbers sort as the bytes do. */
enum { KEY_BYTES = 8 };

typedef struct {
    uint64_t key; /* the first eight bytes */
    size_t start; /* of a longer token in Postings.terms */
    uint32_t length;
    uint32_t number; /* in the order of first use */
} Token;

typedef struct {
    int64_t id;
    uint32_t first; /* of its tokens */
} Passage;

/* So many tokens share an entry of Postings.blocks. */
enum { BLOCK = 64 };

/* A short token's slot is fetched from memory while so many others are looked up: it is seldom at hand. */
enum { WAITING = 8 };

struct Postings {
    struct {
        uint64_t key; /* 0: the slot is free */
        uint32_t number;
    } * slots;       /* of the short tokens: an open hash table */
    size_t capacity; /* a power of two */
    Terms *terms;    /* the longer tokens; their ids are numbers of tokens + 1 */
    ARRAY(Token) tokens;
    ARRAY(uint32_t) log; /* the number of each token gathered */
    uint64_t waiting[WAITING];
    size_t waiting_count;
    ARRAY(Passage) passages;
    /* Once sorted: */
    uint32_t *places; /* in the log, by token */
    uint32_t *ends;   /* of each token's places */
    uint32_t *blocks; /* the passage that each block of the log begins in */
    char bytes[KEY_BYTES];
};

Postings *postings_new(void)
{
    Postings *postings = g_new0(Postings, 1);
    postings->capacity = 1 << 16;
    postings->slots = g_malloc0_n(postings->capacity, sizeof *postings->slots);
    postings->terms = terms_new();
    return postings;
}

void postings_free(Postings *postings)
{
    if (!postings)
        return;
    g_free(postings->slots);
    terms_free(postings->terms);
    array_clear(&postings->tokens);
    array_clear(&postings->log);
    array_clear(&postings->passages);
    g_free(postings->places);
    g_free(postings->ends);
    g_free(postings->blocks);
    g_free(postings);
}

/* ---- Gathering ------------------------------------------------------------------------------- */

static uint64_t key_of(const char *token, size_t length)
{
    uint64_t key = 0;
    memcpy(&key, token, MIN(length, KEY_BYTES));
    return GUINT64_FROM_BE(key);
}

static size_t first_slot_of(const Postings *postings, uint64_t key)
{
    return (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (postings->capacity - 1);
}

static size_t slot_of(const Postings *postings, uint64_t key)
{
    size_t slot = first_slot_of(postings, key);
    while (postings->slots[slot].key && postings->slots[slot].key != key)
        slot = (slot + 1) & (postings->capacity - 1);
    return slot;
}

/* Doubles the table when it is half full. */
static void make_room(Postings *postings)
{
    if (postings->tokens.length * 2 < postings->capacity)
        return;
    g_free(postings->slots);
    postings->capacity *= 2;
    postings->slots = g_malloc0_n(postings->capacity, sizeof *postings->slots);
    for (uint32_t i = 0; i < postings->tokens.length; i++) {
        const Token *token = &postings->tokens.items[i];
        if (token->length > KEY_BYTES)
            continue;
        size_t slot = slot_of(postings, token->key);
        postings->slots[slot].key = token->key;
        postings->slots[slot].number = i;
    }
}

static uint32_t number_of_short(Postings *postings, uint64_t key)
{
    make_room(postings);
    size_t slot = slot_of(postings, key);
    if (!postings->slots[slot].key) {
        uint32_t length = KEY_BYTES - (uint32_t)__builtin_ctzll(key) / 8;
        postings->slots[slot].key = key;
        postings->slots[slot].number = (uint32_t)postings->tokens.length;
        array_push(&postings->tokens, ((Token){key, 0, length, postings->slots[slot].number}));
    }
    return postings->slots[slot].number;
}

/* Looks up the tokens that wait. */
static void settle(Postings *postings)
{
    for (size_t i = 0; i < postings->waiting_count; i++)
        array_push(&postings->log, number_of_short(postings, postings->waiting[i]));
    postings->waiting_count = 0;
}

void postings_begin(Postings *postings, int64_t passage)
{
    settle(postings);
    g_assert(!postings->passages.length || array_last(&postings->passages).id < passage);
    array_push(&postings->passages, ((Passage){passage, (uint32_t)postings->log.length}));
}

static uint32_t number_of_long(Postings *postings, const char *token, size_t length)
{
    uint32_t index = terms_find(postings->terms, token, length);
    Term *term = &postings->terms->terms.items[index];
    if (!term->id) {
        uint32_t number = (uint32_t)postings->tokens.length;
        array_push(&postings->tokens,
                   ((Token){key_of(token, length), term->start, (uint32_t)length, number}));
        term->id = number + 1;
    }
    return term->id - 1;
}

void postings_add(Postings *postings, const char *token, size_t length)
{
    if (postings->waiting_count == WAITING || length > KEY_BYTES)
        settle(postings);
    if (length > KEY_BYTES) {
        array_push(&postings->log, number_of_long(postings, token, length));
        return;
    }
    uint64_t key = key_of(token, length);
    __builtin_prefetch(&postings->slots[first_slot_of(postings, key)]);
    postings->waiting[postings->waiting_count++] = key;
}

size_t postings_count(const Postings *postings)
{
    return postings->log.length + postings->waiting_count;
}

size_t postings_passages(const Postings *postings)
{
    return postings->passages.length;
}

/* The first token behind a passage. */
static uint32_t end_of(const Postings *postings, size_t passage)
{
    return passage + 1 < postings->passages.length ? postings->passages.items[passage + 1].first
                                                   : (uint32_t)postings_count(postings);
}

int64_t postings_passage(const Postings *postings, size_t index, uint32_t *tokens)
{
    *tokens = end_of(postings, index) - postings->passages.items[index].first;
    return postings->passages.items[index].id;
}

/* ---- Sorting --------------------------------------------------------------------------------- */

static const char *bytes_of(const Postings *postings, const Token *token)
{
    return postings->terms->text.items + token->start;
}

static int compare_tokens(const void *left, const void *right, void *data)
{
    const Token *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->length <= KEY_BYTES || b->length <= KEY_BYTES)
        return a->length < b->length ? -1 : a->length > b->length;
    int order = memcmp(bytes_of(data, a), bytes_of(data, b), MIN(a->length, b->length));
    return order ? order : a->length < b->length ? -1 : a->length > b->length;
}

/* Counting sort: each token's places go, in order, to where those of the token before it end. */
static void sort_places(Postings *postings)
{
    size_t count = postings->tokens.length;
    g_autofree uint32_t *next = g_new0(uint32_t, count); /* by number: how many, then where the next goes */
    for (size_t place = 0; place < postings->log.length; place++)
        next[postings->log.items[place]]++;
    postings->ends = g_new(uint32_t, count);
    uint32_t start = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t *places = &next[postings->tokens.items[i].number];
        postings->ends[i] = start + *places;
        *places = start;
        start = postings->ends[i];
    }
    postings->places = g_new(uint32_t, postings->log.length);
    for (size_t place = 0; place < postings->log.length; place++)
        postings->places[next[postings->log.items[place]]++] = (uint32_t)place;
}

static void mark_blocks(Postings *postings)
{
    size_t count = postings->log.length / BLOCK + 1;
    postings->blocks = g_new(uint32_t, count);
    uint32_t passage = 0;
    for (size_t block = 0; block < count; block++) {
        while (passage + 1 < postings->passages.length && end_of(postings, passage) <= block * BLOCK)
            passage++;
        postings->blocks[block] = passage;
    }
}

size_t postings_sort(Postings *postings)
{
    settle(postings);
    size_t count = postings->tokens.length;
    g_qsort_with_data(postings->tokens.items, (int)count, sizeof(Token), compare_tokens, postings);
    sort_places(postings);
    mark_blocks(postings);
    return count;
}

PostingsList postings_get(Postings *postings, size_t index)
{
    const Token *token = &postings->tokens.items[index];
    uint64_t key = GUINT64_TO_BE(token->key);
    memcpy(postings->bytes, &key, sizeof key);
    uint32_t start = index ? postings->ends[index - 1] : 0;
    return (PostingsList){
        .token = token->length > KEY_BYTES ? bytes_of(postings, token) : postings->bytes,
        .length = token->length,
        .places = postings->places + start,
        .count = postings->ends[index] - start,
    };
}

int64_t postings_place(const Postings *postings, uint32_t place, uint32_t *position)
{
    size_t passage = postings->blocks[place / BLOCK];
    while (end_of(postings, passage) <= place)
        passage++;
    *position = place - postings->passages.items[passage].first;
    return postings->passages.items[passage].id;
}
