/* rules.h - what is fixed about words before any statistics: numbers, dates, ordinals, letters.
 *
 * The rules are those of doc/segmentation.md and look at characters alone.
 */
#pragma once

#include "segment/edge.h"

/* Fixes edges of the run; edges[i] belongs to the unit first + i and is EDGE_FREE or already fixed by others,
 * and then stays. */
void rules_fix(const Run *run, TifaGranularity granularity, uint8_t *edges);
