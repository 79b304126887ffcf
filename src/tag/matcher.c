#include "tag/matcher.h"

#include <string.h>

#define SYMBOL_NONE  0xFFFF /* stands in no string */
#define SYMBOL_SKIP  0
#define SYMBOL_BLANK 1
#define NODE_ROOT    1

/* An edge of the trie; key: the parent's number and the symbol, 0 for a free slot. */
typedef struct {
    uint64_t key;
    uint32_t child;
} Edge;

/* A node: the value of the string that ends here, or, with a tail, of the one string that goes on from here
 * with the tail's symbols. tail: where it starts in `tails` (its length first), 0 for none. */
typedef struct {
    uint32_t value, tail;
} Node;

struct Matcher {
    uint16_t symbols[0x10000]; /* of characters up to U+FFFF */
    GHashTable *far_symbols;   /* of the others */
    size_t symbol_count;
    ARRAY(Node) nodes;
    ARRAY(uint16_t) tails;
    ARRAY(uint64_t) starts; /* the first three symbols of each string, two for a short one; for the bitmaps */
    Edge *edges;
    size_t edge_count;
    unsigned edge_bits, filter_bits;
    uint64_t *pairs, *triples;
};

#define HASH_FACTOR UINT64_C(0x9E3779B97F4A7C15)

static inline size_t hash(uint64_t key, unsigned bits)
{
    return (size_t)(key * HASH_FACTOR >> (64 - bits));
}

Matcher *matcher_new(void)
{
    Matcher *matcher = g_new0(Matcher, 1);
    memset(matcher->symbols, 0xFF, sizeof matcher->symbols);
    matcher->symbols[FORM_BLANK] = SYMBOL_BLANK;
    matcher->far_symbols = g_hash_table_new(NULL, NULL);
    matcher->symbol_count = SYMBOL_BLANK + 1;
    matcher->edge_bits = 10;
    matcher->edges = g_new0(Edge, (size_t)1 << matcher->edge_bits);
    array_push(&matcher->tails, 0);
    for (int node = 0; node <= NODE_ROOT; node++)
        array_push(&matcher->nodes, ((Node){0, 0}));
    return matcher;
}

void matcher_free(Matcher *matcher)
{
    if (!matcher)
        return;
    g_hash_table_unref(matcher->far_symbols);
    array_clear(&matcher->nodes);
    array_clear(&matcher->tails);
    array_clear(&matcher->starts);
    g_free(matcher->edges);
    g_free(matcher->pairs);
    g_free(matcher->triples);
    g_free(matcher);
}

/* ---- Building ---- */

static Edge *edge_slot(const Matcher *matcher, uint64_t key)
{
    size_t mask = ((size_t)1 << matcher->edge_bits) - 1;
    size_t slot = hash(key, matcher->edge_bits);
    while (matcher->edges[slot].key != key && matcher->edges[slot].key != 0)
        slot = (slot + 1) & mask;
    return &matcher->edges[slot];
}

static inline uint64_t edge_key(uint32_t node, uint16_t symbol)
{
    return (uint64_t)node << 16 | symbol;
}

static void grow_edges(Matcher *matcher)
{
    Edge *old = matcher->edges;
    size_t count = (size_t)1 << matcher->edge_bits;
    matcher->edge_bits += 2;
    matcher->edges = g_new0(Edge, (size_t)1 << matcher->edge_bits);
    for (size_t slot = 0; slot < count; slot++)
        if (old[slot].key)
            *edge_slot(matcher, old[slot].key) = old[slot];
    g_free(old);
}

static uint32_t add_child(Matcher *matcher, uint32_t parent, uint16_t symbol, Node node)
{
    if (2 * matcher->edge_count >= (size_t)1 << matcher->edge_bits)
        grow_edges(matcher);
    uint32_t child = (uint32_t)matcher->nodes.length;
    uint64_t key = edge_key(parent, symbol);
    *edge_slot(matcher, key) = (Edge){key, child};
    matcher->edge_count++;
    array_push(&matcher->nodes, node);
    return child;
}

/* Stores symbols as a tail; 0 for none. */
static uint32_t add_tail(Matcher *matcher, const uint16_t *symbols, size_t count)
{
    if (count == 0)
        return 0;
    uint32_t tail = (uint32_t)matcher->tails.length;
    array_push(&matcher->tails, (uint16_t)count);
    for (size_t i = 0; i < count; i++)
        array_push(&matcher->tails, symbols[i]);
    return tail;
}

/* Gives the first symbol of a node's tail a node of its own. */
static void push_tail_down(Matcher *matcher, uint32_t parent)
{
    Node old = matcher->nodes.items[parent];
    uint16_t *tail = matcher->tails.items + old.tail;
    uint16_t length = tail[0], first = tail[1];
    Node child = {old.value, 0};
    if (length > 1) { /* what is left of the tail serves where it stands */
        tail[1] = (uint16_t)(length - 1);
        child.tail = old.tail + 1;
    }
    matcher->nodes.items[parent] = (Node){0, 0};
    add_child(matcher, parent, first, child);
}

static bool is_tail(const Matcher *matcher, uint32_t tail, const uint16_t *symbols, size_t count)
{
    const uint16_t *stored = matcher->tails.items + tail;
    return stored[0] == count && memcmp(stored + 1, symbols, count * sizeof *symbols) == 0;
}

/* The node that holds the value of a string; made if needed. */
static uint32_t add_string(Matcher *matcher, const uint16_t *symbols, size_t count)
{
    uint32_t node = NODE_ROOT;
    for (size_t i = 0;; i++) {
        uint32_t tail = matcher->nodes.items[node].tail;
        if (tail && is_tail(matcher, tail, symbols + i, count - i))
            return node;
        if (tail)
            push_tail_down(matcher, node);
        if (i == count)
            return node;
        uint32_t child = edge_slot(matcher, edge_key(node, symbols[i]))->child;
        if (!child) {
            tail = add_tail(matcher, symbols + i + 1, count - i - 1);
            return add_child(matcher, node, symbols[i], (Node){0, tail});
        }
        node = child;
    }
}

/* The symbol of a character of the form, made if needed; SYMBOL_NONE if there is no more room. */
static uint16_t add_symbol(Matcher *matcher, gunichar c)
{
    gpointer key = GUINT_TO_POINTER(c);
    unsigned symbol =
        c <= 0xFFFF ? matcher->symbols[c] : GPOINTER_TO_UINT(g_hash_table_lookup(matcher->far_symbols, key));
    if (symbol != 0 && symbol != SYMBOL_NONE)
        return (uint16_t)symbol;
    if (matcher->symbol_count == SYMBOL_NONE)
        return SYMBOL_NONE;
    symbol = (unsigned)matcher->symbol_count++;
    if (c <= 0xFFFF)
        matcher->symbols[c] = (uint16_t)symbol;
    else
        g_hash_table_insert(matcher->far_symbols, key, GUINT_TO_POINTER(symbol));
    return (uint16_t)symbol;
}

uint32_t *matcher_add(Matcher *matcher, const Form *string)
{
    g_assert(string->length >= 2 && string->length <= MATCHER_LONGEST);
    uint16_t symbols[MATCHER_LONGEST];
    for (size_t i = 0; i < string->length; i++) {
        symbols[i] = add_symbol(matcher, string->items[i]);
        if (symbols[i] == SYMBOL_NONE)
            return NULL;
    }
    uint64_t start = (uint64_t)symbols[0] << 16 | symbols[1];
    array_push(&matcher->starts, string->length == 2 ? start : start << 16 | symbols[2]);
    uint32_t node = add_string(matcher, symbols, string->length); /* may move the nodes */
    return &matcher->nodes.items[node].value;
}

/* Gives every character the symbol of its form. */
static void spread_symbols(Matcher *matcher)
{
    for (gunichar c = 0; c < 0x10000; c++) {
        gunichar form = form_char(c);
        if (form == FORM_SKIP)
            matcher->symbols[c] = SYMBOL_SKIP;
        else if (form != c && form <= 0xFFFF)
            matcher->symbols[c] = matcher->symbols[form];
    }
}

void matcher_finish(Matcher *matcher)
{
    spread_symbols(matcher);
    /* 16 bits for each string keep false alarms few; 2^15 bits (4 KB) to 2^23 (1 MB). */
    matcher->filter_bits = 15;
    while (matcher->filter_bits < 23 && (size_t)1 << matcher->filter_bits < 16 * matcher->starts.length)
        matcher->filter_bits++;
    matcher->pairs = g_new0(uint64_t, (size_t)1 << (matcher->filter_bits - 6));
    matcher->triples = g_new0(uint64_t, (size_t)1 << (matcher->filter_bits - 6));
    for (size_t i = 0; i < matcher->starts.length; i++) {
        uint64_t start = matcher->starts.items[i];
        size_t bit = hash(start, matcher->filter_bits);
        (start >> 32 ? matcher->triples : matcher->pairs)[bit >> 6] |= UINT64_C(1) << (bit & 63);
    }
    array_clear(&matcher->starts);
}

/* ---- Searching ---- */

typedef struct {
    const Matcher *matcher;
    const char *text, *end;
    MatchFound found;
    void *user;
} Search;

static uint16_t far_symbol(const Matcher *matcher, gunichar c)
{
    gunichar form = form_char(c);
    if (form == FORM_SKIP)
        return SYMBOL_SKIP;
    if (form <= 0xFFFF)
        return matcher->symbols[form];
    unsigned symbol = GPOINTER_TO_UINT(g_hash_table_lookup(matcher->far_symbols, GUINT_TO_POINTER(form)));
    return symbol ? (uint16_t)symbol : SYMBOL_NONE;
}

/* The symbol of the character at *place, SYMBOL_SKIP included; moves *place behind it. */
static inline uint16_t read_symbol(const Matcher *matcher, const char **place)
{
    gunichar c = utf8_next(place);
    return c <= 0xFFFF ? matcher->symbols[c] : far_symbol(matcher, c);
}

static bool is_word_before(const Search *search, const char *place)
{
    if (place == search->text)
        return false;
    do
        place--;
    while (((unsigned char)*place & 0xC0) == 0x80);
    return form_is_word(utf8_next(&place));
}

/* Whether a string may start here, whose first character is c. */
static bool is_start(const Search *search, const char *place)
{
    const char *next = place;
    return !form_is_word(utf8_next(&next)) || !is_word_before(search, place);
}

/* Whether a string may end at `place`: the characters on both sides are not of one word. */
static bool is_end(const Search *search, const char *place)
{
    if (place == search->end || !is_word_before(search, place))
        return true;
    return !form_is_word(utf8_next(&place));
}

static void report(const Search *search, uint32_t value, const char *start, const char *end)
{
    if (value && is_end(search, end))
        search->found(search->user, value,
                      (TifaSpan){(uint32_t)(start - search->text), (uint32_t)(end - search->text)});
}

/* The next symbol that counts: skipped characters passed over, a run of blanks taken as one. SYMBOL_NONE at
 * the end. */
static inline uint16_t next_symbol(const Search *search, const char **place, uint16_t previous)
{
    while (*place < search->end) {
        uint16_t symbol = read_symbol(search->matcher, place);
        if (symbol != SYMBOL_SKIP && (symbol != SYMBOL_BLANK || previous != SYMBOL_BLANK))
            return symbol;
    }
    return SYMBOL_NONE;
}

/* Reports the string that ends with a tail, if the tail stands at `place`. */
static void match_tail(const Search *search, Node node, uint16_t symbol, const char *start, const char *place)
{
    const uint16_t *tail = search->matcher->tails.items + node.tail;
    for (size_t i = 1; i <= tail[0]; i++) {
        symbol = next_symbol(search, &place, symbol);
        if (symbol != tail[i])
            return;
    }
    report(search, node.value, start, place);
}

/* Reports all strings that start at `start`. */
static void match_at(const Search *search, const char *start)
{
    if (!start || !is_start(search, start))
        return;
    const Matcher *matcher = search->matcher;
    const char *place = start;
    uint32_t node = NODE_ROOT;
    for (uint16_t symbol = SYMBOL_NONE; place < search->end;) {
        symbol = next_symbol(search, &place, symbol);
        node = edge_slot(matcher, edge_key(node, symbol))->child;
        if (!node)
            return;
        if (matcher->nodes.items[node].tail) {
            match_tail(search, matcher->nodes.items[node], symbol, start, place);
            return;
        }
        report(search, matcher->nodes.items[node].value, start, place);
    }
}

static inline bool has_bit(const uint64_t *bitmap, uint64_t key, unsigned bits)
{
    size_t bit = hash(key, bits);
    return bitmap[bit >> 6] >> (bit & 63) & 1;
}

void matcher_search(const Matcher *matcher, const char *text, size_t length, MatchFound found, void *user)
{
    Search search = {matcher, text, text + length, found, user};
    const char *first = NULL, *second = NULL; /* the places of the last two symbols */
    uint64_t key = (uint64_t)SYMBOL_NONE << 16 | SYMBOL_NONE;
    bool is_pair = false;
    for (const char *place = text; place < search.end;) {
        const char *here = place;
        uint16_t symbol = read_symbol(matcher, &place);
        if (symbol <= SYMBOL_BLANK && (symbol == SYMBOL_SKIP || (uint16_t)key == SYMBOL_BLANK))
            continue;
        key = (key << 16 | symbol) & UINT64_C(0xFFFFFFFFFFFF);
        if (is_pair || has_bit(matcher->triples, key, matcher->filter_bits))
            match_at(&search, first);
        is_pair = has_bit(matcher->pairs, key & 0xFFFFFFFF, matcher->filter_bits);
        first = second;
        second = here;
    }
    if (is_pair)
        match_at(&search, first);
}
