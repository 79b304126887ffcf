#include "segment/viterbi.h"

/* Less than any sum of points. A tag that is forbidden always has a neighbour that is not, so that this is
 * never added up far enough to overflow. */
enum { IMPOSSIBLE = -(1 << 28) };

/* What an edge forbids the unit behind it: to be in the middle or at the end of a word, to begin one or be
 * one. */
static const TagLanes forbidden[] = {
    [EDGE_FREE] = {0},
    [EDGE_CUT] = {0, IMPOSSIBLE, IMPOSSIBLE, 0},
    [EDGE_JOIN] = {IMPOSSIBLE, 0, 0, IMPOSSIBLE},
};

/* Two ways lead to each tag: a word begins behind an end or a single one, and goes on behind a beginning or a
 * middle. */
static const uint8_t ways[2][TAGS] = {
    {[TAG_BEGIN] = TAG_END, [TAG_MIDDLE] = TAG_BEGIN, [TAG_END] = TAG_BEGIN, [TAG_SINGLE] = TAG_END},
    {[TAG_BEGIN] = TAG_SINGLE, [TAG_MIDDLE] = TAG_MIDDLE, [TAG_END] = TAG_MIDDLE, [TAG_SINGLE] = TAG_SINGLE},
};

/* The points of each tag's predecessor on either way. */
static inline TagLanes by_first(TagLanes points)
{
    return __builtin_shufflevector(points, points, TAG_END, TAG_BEGIN, TAG_BEGIN, TAG_END);
}

static inline TagLanes by_second(TagLanes points)
{
    return __builtin_shufflevector(points, points, TAG_SINGLE, TAG_MIDDLE, TAG_MIDDLE, TAG_SINGLE);
}

/* The points of the succession to each tag on one way. */
static Points steps_of(const Points transitions[TAGS], int way)
{
    Points steps;
    for (int tag = 0; tag < TAGS; tag++)
        steps.of[tag] = transitions[ways[way][tag]].of[tag];
    return steps;
}

void viterbi_decide(const Points *points, const Points transitions[TAGS], size_t count, Points *back,
                    uint8_t *edges)
{
    Points first = steps_of(transitions, 0), second = steps_of(transitions, 1);
    Points best = {.lanes = points[0].lanes + forbidden[EDGE_CUT]};
    for (size_t i = 1; i < count; i++) {
        TagLanes one = by_first(best.lanes) + first.lanes, other = by_second(best.lanes) + second.lanes;
        TagLanes is_other = other > one;
        back[i].lanes = is_other;
        best.lanes = ((other & is_other) | (one & ~is_other)) + points[i].lanes + forbidden[edges[i]];
    }
    int tag = best.of[TAG_END] > best.of[TAG_SINGLE] ? TAG_END : TAG_SINGLE;
    for (size_t i = count; i-- > 0;) {
        edges[i] = tag == TAG_BEGIN || tag == TAG_SINGLE ? EDGE_CUT : EDGE_JOIN;
        tag = ways[back[i].of[tag] & 1][tag];
    }
}
