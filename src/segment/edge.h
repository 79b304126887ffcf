/* edge.h - what is known of the edge before a unit before any cutter has looked.
 *
 * Rules and listed words fix some edges; the cutter decides the free ones and obeys the others.
 */
#pragma once

#include "segment/unit.h"

typedef enum {
    EDGE_FREE,
    EDGE_CUT,  /* a word starts here */
    EDGE_JOIN, /* no word starts here */
} Edge;

/* A stretch of joinable units between marks, spaces and symbols: the piece of text that one cut is decided
 * for. The units around it are in the same array. */
typedef struct {
    const char *text;
    const Units *units;
    size_t first, end; /* the units first..end-1 */
} Run;
