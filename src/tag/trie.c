#include "tag/trie.h"

static void push_node(Trie *trie, TrieNode node)
{
    array_push(&trie->nodes, node);
}

static void push_tail(Trie *trie, uint16_t symbol)
{
    array_push(&trie->tails, symbol);
}

void trie_init(Trie *trie)
{
    *trie = (Trie){.edge_bits = 12};
    trie->edges = g_new0(TrieEdge, (size_t)1 << trie->edge_bits);
    push_tail(trie, 0);
    for (int node = 0; node <= TRIE_ROOT; node++)
        push_node(trie, (TrieNode){0});
}

void trie_clear(Trie *trie)
{
    array_clear(&trie->nodes);
    array_clear(&trie->tails);
    g_clear_pointer(&trie->edges, g_free);
}

static inline uint64_t edge_key(uint32_t node, uint16_t symbol)
{
    return (uint64_t)node << 16 | symbol;
}

static TrieEdge *find_edge(const Trie *trie, uint64_t key)
{
    size_t mask = ((size_t)1 << trie->edge_bits) - 1;
    size_t slot = trie_hash(key, trie->edge_bits);
    while (trie->edges[slot].key != key && trie->edges[slot].key != 0)
        slot = (slot + 1) & mask;
    return &trie->edges[slot];
}

static void grow_edges(Trie *trie)
{
    TrieEdge *old = trie->edges;
    size_t count = (size_t)1 << trie->edge_bits;
    trie->edge_bits += 2;
    trie->edges = g_new0(TrieEdge, (size_t)1 << trie->edge_bits);
    for (size_t slot = 0; slot < count; slot++)
        if (old[slot].key)
            *find_edge(trie, old[slot].key) = old[slot];
    g_free(old);
}

static uint32_t add_node(Trie *trie, TrieNode node)
{
    if (2 * trie->edge_count >= (size_t)1 << trie->edge_bits)
        grow_edges(trie);
    uint32_t number = (uint32_t)trie->nodes.length;
    uint64_t key = edge_key(node.parent, node.symbol);
    TrieEdge *edge = find_edge(trie, key);
    trie->edge_count += edge->key == 0;
    *edge = (TrieEdge){key, number};
    push_node(trie, node);
    return number;
}

/* Stores symbols as a tail; 0 for none. */
static uint32_t add_tail(Trie *trie, const uint16_t *symbols, size_t count)
{
    if (count == 0)
        return 0;
    uint32_t tail = (uint32_t)trie->tails.length;
    push_tail(trie, (uint16_t)count);
    for (size_t i = 0; i < count; i++)
        push_tail(trie, symbols[i]);
    return tail;
}

/* Puts a new node above `lower`, which takes the first `kept` symbols of its tail; returns the new node. */
static uint32_t split(Trie *trie, uint32_t lower, size_t kept)
{
    TrieNode old = trie->nodes.items[lower];
    uint16_t *tail = trie->tails.items + old.tail;
    uint16_t length = tail[0], parting = tail[1 + kept];
    size_t left = length - kept - 1;
    /* Both parts of the tail stay where they are: the parting symbol makes room for the second one's length.
     */
    tail[0] = (uint16_t)kept;
    tail[1 + kept] = (uint16_t)left;
    uint32_t upper = add_node(trie, (TrieNode){0, kept ? old.tail : 0, old.parent, old.symbol});
    TrieNode *node = &trie->nodes.items[lower];
    node->tail = left ? old.tail + 1 + (uint32_t)kept : 0;
    node->parent = upper;
    node->symbol = parting;
    uint64_t key = edge_key(upper, parting);
    *find_edge(trie, key) = (TrieEdge){key, lower};
    trie->edge_count++;
    return upper;
}

/* How many symbols of the node's tail are the next ones of a string. */
static size_t follow_tail(const Trie *trie, uint32_t node, const uint16_t *symbols, size_t count)
{
    const uint16_t *tail = trie->tails.items + trie->nodes.items[node].tail;
    size_t same = 0;
    while (same < tail[0] && same < count && tail[1 + same] == symbols[same])
        same++;
    return same;
}

uint32_t trie_add(Trie *trie, const uint16_t *symbols, size_t count)
{
    uint32_t node = TRIE_ROOT;
    for (size_t i = 0;; i++) {
        size_t same = follow_tail(trie, node, symbols + i, count - i);
        if (same < trie->tails.items[trie->nodes.items[node].tail])
            node = split(trie, node, same);
        i += same;
        if (i == count)
            return node;
        uint32_t child = find_edge(trie, edge_key(node, symbols[i]))->child;
        if (!child && i > 0) {
            uint32_t tail = add_tail(trie, symbols + i + 1, count - i - 1);
            return add_node(trie, (TrieNode){0, tail, node, symbols[i]});
        }
        node = child ? child : add_node(trie, (TrieNode){0, 0, node, symbols[i]});
    }
}
