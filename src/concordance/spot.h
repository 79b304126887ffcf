/* spot.h - a place without its text: what is kept of each while an answer is sampled, ordered and grouped. */
#pragma once

#include "base/array.h"
#include "tifa.h"

typedef struct {
    int64_t passage;
    TifaSpan span;     /* in the passage's text */
    uint32_t document; /* its index in the corpus's list */
    uint32_t parts;    /* where its parts begin among those of all places */
    uint32_t part_count;
} Spot;

typedef ARRAY(Spot) Spots;
