/* matcher.c - the matcher made: strings gathered in a trie, then laid out for searching. */
#include "tag/matcher_parts.h"

#include <stdlib.h>
#include <string.h>

Matcher *matcher_new(void)
{
    Matcher *matcher = g_new0(Matcher, 1);
    for (size_t i = 0; i < G_N_ELEMENTS(matcher->symbols); i++)
        matcher->symbols[i] = SYMBOL_NONE;
    matcher->symbols[FORM_BLANK] = SYMBOL_BLANK;
    matcher->far_symbols = g_hash_table_new(NULL, NULL);
    matcher->symbol_count = SYMBOL_FIRST;
    trie_init(&matcher->trie);
    return matcher;
}

void matcher_free(Matcher *matcher)
{
    if (!matcher)
        return;
    g_hash_table_unref(matcher->far_symbols);
    trie_clear(&matcher->trie);
    g_free(matcher->pair_sieve.words);
    g_free(matcher->triple_sieve.words);
    g_free(matcher->rows);
    array_clear(&matcher->pairs);
    g_free(matcher->ends);
    g_free(matcher->slots);
    g_free(matcher);
}

/* ---- Strings --------------------------------------------------------------------------------- */

/* The symbol of a character of the form, made if needed; SYMBOL_NONE if there is no more room. */
static uint16_t add_symbol(Matcher *matcher, gunichar c)
{
    gpointer key = GUINT_TO_POINTER(c);
    unsigned symbol =
        c <= 0xFFFF ? matcher->symbols[c] : GPOINTER_TO_UINT(g_hash_table_lookup(matcher->far_symbols, key));
    if (symbol != 0 && symbol != SYMBOL_NONE)
        return (uint16_t)symbol;
    if (matcher->symbol_count == SYMBOLS_AT_MOST)
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
    uint32_t node = trie_add(&matcher->trie, symbols, string->length); /* may move the nodes */
    return &matcher->trie.nodes.items[node].value;
}

/* ---- Symbols by frequency -------------------------------------------------------------------- */

typedef struct {
    uint16_t symbol;
    uint32_t uses;
} SymbolUse;

static int by_uses(const void *a, const void *b)
{
    const SymbolUse *one = a, *other = b;
    if (one->uses != other->uses)
        return one->uses > other->uses ? -1 : 1;
    return (int)one->symbol - (int)other->symbol;
}

/* The new number of each symbol: the most frequent get the least, so that what a text asks for lies together.
 */
static uint16_t *rank_symbols(const Matcher *matcher)
{
    g_autofree SymbolUse *uses = g_new0(SymbolUse, matcher->symbol_count);
    for (size_t i = 0; i < matcher->symbol_count; i++)
        uses[i].symbol = (uint16_t)i;
    for (size_t i = TRIE_ROOT + 1; i < matcher->trie.nodes.length; i++) {
        const TrieNode *node = &matcher->trie.nodes.items[i];
        uses[node->symbol].uses++;
        for (unsigned j = 1; node->tail && j <= matcher->trie.tails.items[node->tail]; j++)
            uses[matcher->trie.tails.items[node->tail + j]].uses++;
    }
    qsort(uses + SYMBOL_FIRST, matcher->symbol_count - SYMBOL_FIRST, sizeof *uses, by_uses);
    uint16_t *ranks = g_new(uint16_t, matcher->symbol_count);
    for (size_t i = 0; i < matcher->symbol_count; i++)
        ranks[uses[i].symbol] = (uint16_t)i;
    return ranks;
}

static void renumber_symbols(Matcher *matcher)
{
    g_autofree uint16_t *ranks = rank_symbols(matcher);
    for (size_t i = TRIE_ROOT + 1; i < matcher->trie.nodes.length; i++) {
        TrieNode *node = &matcher->trie.nodes.items[i];
        node->symbol = ranks[node->symbol];
        for (unsigned j = 1; node->tail && j <= matcher->trie.tails.items[node->tail]; j++)
            matcher->trie.tails.items[node->tail + j] = ranks[matcher->trie.tails.items[node->tail + j]];
    }
    for (size_t c = 0; c < G_N_ELEMENTS(matcher->symbols); c++)
        matcher->symbols[c] = ranks[matcher->symbols[c]];
    GHashTableIter iterator;
    gpointer symbol;
    g_hash_table_iter_init(&iterator, matcher->far_symbols);
    while (g_hash_table_iter_next(&iterator, NULL, &symbol))
        g_hash_table_iter_replace(&iterator, GUINT_TO_POINTER(ranks[GPOINTER_TO_UINT(symbol)]));
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

/* ---- Layout ---------------------------------------------------------------------------------- */

/* Some 16 bits for each key let few others through. */
static void sieve_init(Sieve *sieve, size_t count)
{
    for (sieve->bits = 12; (size_t)1 << sieve->bits < 16 * count && sieve->bits < 24;)
        sieve->bits++;
    sieve->words = g_new0(uint64_t, (size_t)1 << (sieve->bits - 6));
}

static void sieve_add(Sieve *sieve, uint64_t key)
{
    size_t bit = trie_hash(key, sieve->bits);
    sieve->words[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* The pairs of one first symbol. */
typedef struct {
    uint16_t first;
    uint32_t start, count; /* into Layout.pairs */
} PairRow;

typedef struct {
    Matcher *matcher;
    uint32_t *pairs; /* the nodes of pairs, row by row */
    size_t pair_count;
    PairRow *rows; /* by first symbol, then the longest first */
    size_t first_free, next_base;
} Layout;

/* Whether a node is two symbols deep. */
static bool is_pair(const Matcher *matcher, size_t node)
{
    return matcher->trie.nodes.items[matcher->trie.nodes.items[node].parent].parent == TRIE_ROOT;
}

static uint16_t first_symbol(const Matcher *matcher, size_t pair)
{
    return matcher->trie.nodes.items[matcher->trie.nodes.items[pair].parent].symbol;
}

/* Orders the nodes of pairs by their first symbols. */
static void sort_pairs(Layout *layout)
{
    const Matcher *matcher = layout->matcher;
    for (size_t node = TRIE_ROOT + 1; node < matcher->trie.nodes.length; node++)
        layout->rows[is_pair(matcher, node) ? first_symbol(matcher, node) : SYMBOL_NONE].count++;
    layout->rows[SYMBOL_NONE].count = 0;
    for (size_t row = 0; row < matcher->symbol_count; row++) {
        layout->rows[row].first = (uint16_t)row;
        layout->rows[row].start = (uint32_t)layout->pair_count;
        layout->pair_count += layout->rows[row].count;
        layout->rows[row].count = 0;
    }
    layout->pairs = g_new(uint32_t, layout->pair_count + 1);
    for (size_t node = TRIE_ROOT + 1; node < matcher->trie.nodes.length; node++) {
        if (!is_pair(matcher, node))
            continue;
        PairRow *row = &layout->rows[first_symbol(matcher, node)];
        layout->pairs[row->start + row->count++] = (uint32_t)node;
    }
}

static int by_count(const void *a, const void *b)
{
    const PairRow *one = a, *other = b;
    if (one->count != other->count)
        return one->count > other->count ? -1 : 1;
    return (int)one->first - (int)other->first;
}

static bool is_free(const Matcher *matcher, size_t cell)
{
    return cell >= matcher->pairs.length || matcher->pairs.items[cell].first == 0;
}

static bool fits(const Layout *layout, const PairRow *row, size_t base)
{
    const Matcher *matcher = layout->matcher;
    for (size_t i = 0; i < row->count; i++)
        if (!is_free(matcher, base + matcher->trie.nodes.items[layout->pairs[row->start + i]].symbol))
            return false;
    return true;
}

/* Where a row's cells are all free. A search that takes long moves the place where the next one begins. */
static size_t find_base(Layout *layout, const PairRow *row)
{
    while (!is_free(layout->matcher, layout->first_free))
        layout->first_free++;
    size_t symbol = layout->matcher->trie.nodes.items[layout->pairs[row->start]].symbol;
    if (row->count == 1 && layout->first_free >= symbol)
        return layout->first_free - symbol;
    size_t base = layout->next_base, tries = 0;
    while (!fits(layout, row, base + tries))
        tries++;
    if (tries > 100)
        layout->next_base += tries / 2;
    return base + tries;
}

static void place_row(Layout *layout, const PairRow *row)
{
    Matcher *matcher = layout->matcher;
    size_t base = find_base(layout, row);
    matcher->rows[row->first] = (uint32_t)base;
    for (uint32_t i = row->start; i < row->start + row->count; i++) {
        const TrieNode *node = &matcher->trie.nodes.items[layout->pairs[i]];
        size_t cell = base + node->symbol;
        while (matcher->pairs.length <= cell)
            array_push(&matcher->pairs, ((Pair){0}));
        matcher->pairs.items[cell] = (Pair){row->first, !node->tail && node->value};
        sieve_add(&matcher->pair_sieve, pair_key((uint16_t[]){row->first, node->symbol}));
    }
}

/* Lays out the pairs. */
static void place_pairs(Layout *layout)
{
    Matcher *matcher = layout->matcher;
    sieve_init(&matcher->pair_sieve, layout->pair_count);
    sieve_init(&matcher->triple_sieve, matcher->trie.nodes.length);
    matcher->rows = g_new0(uint32_t, matcher->symbol_count);
    qsort(layout->rows, matcher->symbol_count, sizeof *layout->rows, by_count);
    for (size_t row = 0; row < matcher->symbol_count && layout->rows[row].count > 0; row++)
        place_row(layout, &layout->rows[row]);
    for (size_t i = 0; i < matcher->symbol_count; i++) /* every row may be asked for every symbol */
        array_push(&matcher->pairs, ((Pair){0}));
}

static size_t node_cell(const Matcher *matcher, uint32_t pair)
{
    return matcher->rows[first_symbol(matcher, pair)] + matcher->trie.nodes.items[pair].symbol;
}

static void place_node(Matcher *matcher, const uint32_t *numbers, uint32_t index)
{
    const TrieNode *node = &matcher->trie.nodes.items[index];
    /* Nothing is known of children yet; the first one takes the mark away. */
    End *end = &matcher->ends[numbers[index]];
    end->value = node->value;
    end->tail |= node->tail;
    if (is_pair(matcher, index))
        return;
    uint32_t parent = numbers[node->parent];
    *find_slot(matcher, parent + 1, node->symbol) = (Slot){parent + 1, numbers[index], node->symbol};
    matcher->ends[parent].tail &= ~END_IS_LEAF;
}

/* Notes which symbol may stand third, where a node says so. */
static void note_triple(Matcher *matcher, uint32_t index)
{
    const TrieNode *node = &matcher->trie.nodes.items[index],
                   *parent = &matcher->trie.nodes.items[node->parent];
    uint16_t first = first_symbol(matcher, is_pair(matcher, index) ? index : node->parent);
    const uint16_t *tail = matcher->trie.tails.items + node->tail;
    if (is_pair(matcher, index) && *tail)
        sieve_add(&matcher->triple_sieve, triple_key((uint16_t[]){first, node->symbol, tail[1]}));
    else if (is_pair(matcher, node->parent) && !parent->tail)
        sieve_add(&matcher->triple_sieve, triple_key((uint16_t[]){first, parent->symbol, node->symbol}));
}

/* New numbers for the nodes: a pair's is its cell, those below follow. *count gets how many numbers there
 * are. */
static uint32_t *number_nodes(const Matcher *matcher, size_t *count)
{
    uint32_t *numbers = g_new0(uint32_t, matcher->trie.nodes.length);
    *count = matcher->pairs.length;
    for (uint32_t i = TRIE_ROOT + 1; i < matcher->trie.nodes.length; i++)
        if (is_pair(matcher, i))
            numbers[i] = (uint32_t)node_cell(matcher, i);
        else if (matcher->trie.nodes.items[i].parent != TRIE_ROOT)
            numbers[i] = (uint32_t)(*count)++;
    return numbers;
}

/* Lays out the nodes that are at least two symbols deep. */
static void place_nodes(Matcher *matcher, size_t pair_count)
{
    uint32_t *numbers = number_nodes(matcher, &matcher->end_count);
    matcher->ends = g_new0(End, matcher->end_count);
    for (size_t i = 0; i < matcher->end_count; i++)
        matcher->ends[i].tail = END_IS_LEAF;
    size_t deeper = matcher->trie.nodes.length - pair_count;
    for (matcher->slot_bits = 4; (size_t)1 << matcher->slot_bits < 3 * deeper / 2;)
        matcher->slot_bits++;
    matcher->slots = g_new0(Slot, (size_t)1 << matcher->slot_bits);
    for (uint32_t i = TRIE_ROOT + 1; i < matcher->trie.nodes.length; i++) {
        if (matcher->trie.nodes.items[i].parent == TRIE_ROOT)
            continue;
        place_node(matcher, numbers, i);
        note_triple(matcher, i);
    }
    g_free(numbers);
}

void matcher_finish(Matcher *matcher)
{
    renumber_symbols(matcher);
    spread_symbols(matcher);
    Layout layout = {.matcher = matcher, .rows = g_new0(PairRow, matcher->symbol_count)};
    sort_pairs(&layout);
    place_pairs(&layout);
    place_nodes(matcher, layout.pair_count);
    g_free(layout.rows);
    g_free(layout.pairs);
    g_clear_pointer(&matcher->trie.edges, g_free);
    array_clear(&matcher->trie.nodes);
}
