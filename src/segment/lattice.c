#include "segment/lattice.h"

/* Costs in halves of a bit: a listed word costs LISTED less its rank, whatever else stands between two edges
 * UNLISTED. */
enum { LISTED = 53, UNLISTED = 60 };

/* The cheapest way to a place, by the place before it. */
typedef struct {
    uint32_t cost, from;
} Step;

typedef struct {
    const uint8_t *edges;
    size_t count;
    Step *steps; /* count + 1 of them */
} Lattice;

static bool may_end(const Lattice *lattice, size_t place)
{
    return place == lattice->count || lattice->edges[place] != EDGE_JOIN;
}

static void offer(Lattice *lattice, size_t from, size_t to, uint32_t cost)
{
    if (lattice->steps[from].cost + cost < lattice->steps[to].cost)
        lattice->steps[to] = (Step){lattice->steps[from].cost + cost, (uint32_t)from};
}

/* Offers the smallest piece that can stand for itself, then all listed words. */
static void offer_all(Lattice *lattice, const Lexicon *lexicon, const Run *run, size_t from)
{
    size_t to = from + 1;
    while (!may_end(lattice, to))
        to++;
    offer(lattice, from, to, UNLISTED);
    uint32_t node = lexicon_step_unit(lexicon, 0, run, run->first + from);
    for (to = from + 1; node; to++) {
        uint32_t rank = lexicon_rank(lexicon->nodes[node].value);
        if (rank && may_end(lattice, to))
            offer(lattice, from, to, LISTED - MIN(rank, (uint32_t)LISTED - 1));
        if (to == lattice->count || lattice->edges[to] == EDGE_CUT)
            break;
        node = lexicon_step_unit(lexicon, node, run, run->first + to);
    }
}

void lattice_cut(const Lexicon *lexicon, const Run *run, uint8_t *edges)
{
    size_t count = run->end - run->first;
    g_autofree Step *steps = g_new(Step, count + 1);
    for (size_t i = 0; i <= count; i++)
        steps[i] = (Step){i ? UINT32_MAX : 0, 0};
    Lattice lattice = {edges, count, steps};
    for (size_t i = 0; i < count; i++)
        if (steps[i].cost != UINT32_MAX)
            offer_all(&lattice, lexicon, run, i);
    for (size_t i = 0; i < count; i++)
        edges[i] = EDGE_JOIN;
    for (size_t place = count; place > 0; place = steps[place].from)
        edges[steps[place].from] = EDGE_CUT;
}
