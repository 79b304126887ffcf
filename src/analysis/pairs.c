#include "analysis/pairs.h"

enum {
    COUNTERS = 1 << 24,
    FIRST_SLOTS = 1 << 12,
};

PairCounts pair_counts_new(uint32_t least)
{
    return (PairCounts){.least = least,
                        .counters = g_new0(uint8_t, COUNTERS),
                        .slots = g_new0(uint32_t, FIRST_SLOTS),
                        .slot_count = FIRST_SLOTS};
}

void pair_counts_clear(PairCounts *counts)
{
    g_clear_pointer(&counts->counters, g_free);
    g_clear_pointer(&counts->slots, g_free);
    array_clear(&counts->pairs);
}

/* The finalizer of SplitMix64 (base/random.h). */
static uint64_t hash_of(uint32_t left, uint32_t right)
{
    uint64_t bits = (uint64_t)left << 32 | right;
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return bits ^ (bits >> 31);
}

void pair_counts_announce(PairCounts *counts, uint32_t left, uint32_t right)
{
    uint8_t *counter = &counts->counters[hash_of(left, right) % COUNTERS];
    *counter += *counter < UINT8_MAX;
}

/* The slot of the pair, or the free one where it belongs. */
static uint32_t *slot_of(const PairCounts *counts, uint32_t left, uint32_t right)
{
    size_t slot = hash_of(left, right) & (counts->slot_count - 1);
    for (;; slot = (slot + 1) & (counts->slot_count - 1)) {
        uint32_t number = counts->slots[slot];
        const PairCount *pair = number ? &counts->pairs.items[number - 1] : NULL;
        if (!pair || (pair->left == left && pair->right == right))
            return &counts->slots[slot];
    }
}

static void grow(PairCounts *counts)
{
    counts->slot_count *= 2;
    g_free(counts->slots);
    counts->slots = g_new0(uint32_t, counts->slot_count);
    for (size_t i = 0; i < counts->pairs.length; i++)
        *slot_of(counts, counts->pairs.items[i].left, counts->pairs.items[i].right) = (uint32_t)i + 1;
}

void pair_counts_expect(const PairCounts *counts, uint32_t left, uint32_t right)
{
    uint64_t hash = hash_of(left, right);
    __builtin_prefetch(&counts->counters[hash % COUNTERS]);
    __builtin_prefetch(&counts->slots[hash & (counts->slot_count - 1)]);
}

void pair_counts_expect_soon(const PairCounts *counts, uint32_t left, uint32_t right)
{
    uint32_t number = counts->slots[hash_of(left, right) & (counts->slot_count - 1)];
    if (number)
        __builtin_prefetch(&counts->pairs.items[number - 1]);
}

uint32_t pair_counts_add(PairCounts *counts, uint32_t left, uint32_t right, bool is_marked, uint32_t document)
{
    uint8_t announced = counts->counters[hash_of(left, right) % COUNTERS];
    if (announced < counts->least && announced < UINT8_MAX)
        return 0;
    uint32_t *slot = slot_of(counts, left, right), number = *slot;
    if (!number) {
        array_push(&counts->pairs, ((PairCount){.left = left, .right = right}));
        number = *slot = (uint32_t)counts->pairs.length;
        if (2 * counts->pairs.length > counts->slot_count)
            grow(counts);
    }
    PairCount *pair = &counts->pairs.items[number - 1];
    pair->count++;
    pair->marked += is_marked;
    pair->documents += is_marked && pair->last != document + 1;
    pair->last = is_marked ? document + 1 : pair->last;
    return number;
}
