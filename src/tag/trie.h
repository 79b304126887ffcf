/* trie.h - strings of symbols in a tree that is cheap to build: one node where strings part, none on the way.
 *
 * All edges stand in one hash table, by the number of the upper node and the symbol.
 */
#pragma once

#include "base/array.h"
#include <stdbool.h>
#include <stdint.h>

#define TRIE_ROOT 1

/* A node is reached from `parent` by `symbol` and then the symbols of its tail. value: of the string that
 * ends behind the tail, 0 for none. Nodes one symbol deep have no tail, so that every pair of first symbols
 * has a node. */
typedef struct {
    uint32_t value;
    uint32_t tail; /* where it starts in `tails`, its length first; 0 for none */
    uint32_t parent;
    uint16_t symbol;
} TrieNode;

/* key: the parent's number and the symbol, 0 for a free slot. */
typedef struct {
    uint64_t key;
    uint32_t child;
} TrieEdge;

typedef struct {
    ARRAY(TrieNode) nodes; /* the root is number TRIE_ROOT */
    ARRAY(uint16_t) tails;
    TrieEdge *edges;
    size_t edge_count;
    unsigned edge_bits;
} Trie;

/* A multiplicative hash of `bits` bits. */
static inline size_t trie_hash(uint64_t key, unsigned bits)
{
    return (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - bits));
}

void trie_init(Trie *trie);
void trie_clear(Trie *trie);

/* The number of the node that holds the value of a string of two or more symbols; made if needed. */
uint32_t trie_add(Trie *trie, const uint16_t *symbols, size_t count);
