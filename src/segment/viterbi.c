#include "segment/viterbi.h"

/* Less than any sum of points. A tag that is forbidden always has a neighbour that is not, so that this is
 * never added up far enough to overflow. */
enum { IMPOSSIBLE = -(1 << 28) };

/* Adds to the points of the tag `after` the better of the two ways that lead to it; the bit says whether it
 * was the second. */
static inline uint8_t extend(Points *points, const Points *before, const Points *transitions, int after,
                             int first, int second)
{
    int32_t one = before->of[first] + transitions[first].of[after];
    int32_t other = before->of[second] + transitions[second].of[after];
    points->of[after] += MAX(one, other);
    return other > one;
}

static void forbid(Points *points, uint8_t edge)
{
    if (edge == EDGE_JOIN)
        points->of[TAG_BEGIN] = points->of[TAG_SINGLE] = IMPOSSIBLE;
    else if (edge == EDGE_CUT)
        points->of[TAG_MIDDLE] = points->of[TAG_END] = IMPOSSIBLE;
}

/* The tag before `tag`, by the bits kept of the unit that has it. */
static int tag_before(int tag, uint8_t back)
{
    bool is_second = back >> tag & 1;
    if (tag == TAG_BEGIN || tag == TAG_SINGLE)
        return is_second ? TAG_SINGLE : TAG_END;
    return is_second ? TAG_MIDDLE : TAG_BEGIN;
}

void viterbi_decide(Points *points, const Points transitions[TAGS], size_t count, uint8_t *back,
                    uint8_t *edges)
{
    points[0].of[TAG_MIDDLE] = points[0].of[TAG_END] = IMPOSSIBLE;
    for (size_t i = 1; i < count; i++) {
        forbid(&points[i], edges[i]);
        const Points *before = &points[i - 1];
        back[i] =
            (uint8_t)(extend(&points[i], before, transitions, TAG_BEGIN, TAG_END, TAG_SINGLE) << TAG_BEGIN |
                      extend(&points[i], before, transitions, TAG_MIDDLE, TAG_BEGIN, TAG_MIDDLE)
                          << TAG_MIDDLE |
                      extend(&points[i], before, transitions, TAG_END, TAG_BEGIN, TAG_MIDDLE) << TAG_END |
                      extend(&points[i], before, transitions, TAG_SINGLE, TAG_END, TAG_SINGLE) << TAG_SINGLE);
    }
    int tag = points[count - 1].of[TAG_END] > points[count - 1].of[TAG_SINGLE] ? TAG_END : TAG_SINGLE;
    for (size_t i = count; i-- > 0; tag = tag_before(tag, back[i]))
        edges[i] = tag == TAG_BEGIN || tag == TAG_SINGLE ? EDGE_CUT : EDGE_JOIN;
}
