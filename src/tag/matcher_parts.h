/* matcher_parts.h - the matcher as it is searched; shared by matcher.c, which makes it, and search.c.
 *
 * A text is looked at in four steps, each for a whole window of it: its characters become symbols; a sieve of
 * bits drops nearly all pairs of symbols that start no string; `pairs` drops the rest of them, and a second
 * sieve tells where a longer string may start; these are followed node by node (`ends`, `slots`, `tails`).
 */
#pragma once

#include "tag/matcher.h"
#include "tag/trie.h"

enum {
    SYMBOL_SKIP,  /* passed over */
    SYMBOL_BLANK, /* a blank or a dash */
    SYMBOL_NONE,  /* stands in no string */
    SYMBOL_FIRST, /* of the strings' characters */
    SYMBOLS_AT_MOST = 0x10000,
};

/* The first two symbols of strings, at rows[first] + second in an array where the rows of all first symbols
 * lie interleaved. first: 0 for a free cell. */
typedef struct {
    uint16_t first, is_string;
} Pair;

/* A set of keys that may hold some more than were put in. */
typedef struct {
    uint64_t *words;
    unsigned bits; /* of the hash */
} Sieve;

/* The rest of a node: its tail must follow; then `value` ends, and children may follow. */
typedef struct {
    uint32_t value;
    uint32_t tail; /* into tails; END_IS_LEAF if there are no children */
} End;

#define END_IS_LEAF (UINT32_C(1) << 31)

/* A node below a pair, found by the hash of its parent and symbol. */
typedef struct {
    uint32_t parent, node; /* numbers in ends; parent is one more, 0 for a free slot */
    uint16_t symbol;
} Slot;

struct Matcher {
    uint16_t symbols[0x10000]; /* of characters up to U+FFFF */
    GHashTable *far_symbols;   /* of the others */
    size_t symbol_count;
    Trie trie;                      /* while building; of it only the tails are kept */
    Sieve pair_sieve, triple_sieve; /* by pair_key() and triple_key() */
    uint32_t *rows;
    ARRAY(Pair) pairs;
    End *ends; /* of the cells of pairs, then of the nodes below */
    size_t end_count;
    Slot *slots;
    unsigned slot_bits;
};

static inline uint64_t pair_key(const uint16_t *symbols)
{
    return (uint64_t)symbols[0] << 16 | symbols[1];
}

static inline uint64_t triple_key(const uint16_t *symbols)
{
    return pair_key(symbols) << 16 | symbols[2];
}

static inline bool sieve_has(const Sieve *sieve, uint64_t key)
{
    size_t bit = trie_hash(key, sieve->bits);
    return sieve->words[bit >> 6] >> (bit & 63) & 1;
}

static inline size_t slot_hash(const Matcher *matcher, uint32_t parent, uint16_t symbol)
{
    return trie_hash((uint64_t)parent << 16 | symbol, matcher->slot_bits);
}

/* The slot of a node, or the free one where it would be. */
static inline Slot *find_slot(const Matcher *matcher, uint32_t parent, uint16_t symbol)
{
    size_t index = slot_hash(matcher, parent, symbol);
    size_t mask = ((size_t)1 << matcher->slot_bits) - 1;
    while (matcher->slots[index].parent &&
           (matcher->slots[index].parent != parent || matcher->slots[index].symbol != symbol))
        index = (index + 1) & mask;
    return &matcher->slots[index];
}
