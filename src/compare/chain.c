#include "compare/chain.h"

#include <string.h>

/* The best chain that ends at or before a unit of the new side, in a Fenwick tree of maxima. */
typedef struct {
    int64_t *weights;
    int64_t *pairs; /* the chain's last pair, -1 for none */
    size_t size;
} Chains;

static void chains_put(Chains *chains, size_t after, int64_t weight, int64_t pair)
{
    for (size_t i = after + 1; i <= chains->size; i += i & -i)
        if (chains->weights[i] < weight) {
            chains->weights[i] = weight;
            chains->pairs[i] = pair;
        }
}

/* The last pair of the heaviest chain that ends before `after`, or -1. */
static int64_t chains_best(const Chains *chains, size_t after, int64_t *weight)
{
    int64_t best = -1;
    *weight = 0;
    for (size_t i = after; i > 0; i -= i & -i)
        if (chains->weights[i] > *weight) {
            *weight = chains->weights[i];
            best = chains->pairs[i];
        }
    return best;
}

/* Lengthens the chains by the pairs start..end-1, which are all of one old unit: from its last partner to its
 * first, so that it is not chained twice. previous gets the pair before each. */
static void chains_add(Chains *chains, const Pairs *pairs, size_t start, size_t end, int64_t *previous)
{
    int64_t weight;
    for (size_t i = end; i-- > start;) {
        const Pair *pair = &pairs->items[i];
        previous[i] = chains_best(chains, pair->after, &weight);
        chains_put(chains, pair->after, weight + pair->likeness, (int64_t)i);
    }
}

/* Keeps the pairs that lead to `last`. */
static void keep_chain(Pairs *pairs, const int64_t *previous, int64_t last)
{
    g_autofree bool *is_kept = g_new0(bool, pairs->length + 1);
    for (int64_t i = last; i >= 0; i = previous[i])
        is_kept[i] = true;
    size_t kept = 0;
    for (size_t i = 0; i < pairs->length; i++)
        if (is_kept[i])
            pairs->items[kept++] = pairs->items[i];
    pairs->length = kept;
}

void chain_keep(Pairs *pairs, size_t after_units)
{
    g_autofree int64_t *weights = g_new0(int64_t, after_units + 1);
    g_autofree int64_t *last = g_new(int64_t, after_units + 1);
    g_autofree int64_t *previous = g_new(int64_t, pairs->length + 1);
    memset(last, 0xFF, (after_units + 1) * sizeof *last);
    Chains chains = {weights, last, after_units};
    int64_t weight;
    for (size_t start = 0, end; start < pairs->length; start = end) {
        uint32_t unit = pairs->items[start].before;
        for (end = start; end < pairs->length && pairs->items[end].before == unit; end++)
            ;
        chains_add(&chains, pairs, start, end, previous);
    }
    keep_chain(pairs, previous, chains_best(&chains, after_units, &weight));
}
