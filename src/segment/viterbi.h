/* viterbi.h - the best sequence of tags: every unit begins a word, is in its middle, ends it, or is one by
 * itself. */
#pragma once

#include "segment/edge.h"

enum { TAG_BEGIN, TAG_MIDDLE, TAG_END, TAG_SINGLE, TAGS };

/* The points for each tag. */
typedef int32_t TagLanes __attribute__((vector_size(16), aligned(4)));

typedef union {
    int32_t of[TAGS];
    TagLanes lanes;
} Points;

/* Sets the free ones among `count` edges to EDGE_CUT or EDGE_JOIN such that the sum of the points of the tags
 * and of their succession (transitions[before].of[after]) is greatest; the first edge must not be EDGE_JOIN.
 * `back` has room for `count`. */
void viterbi_decide(const Points *points, const Points transitions[TAGS], size_t count, Points *back,
                    uint8_t *edges);
