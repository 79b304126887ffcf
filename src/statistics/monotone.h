/* monotone.h - whether a series goes up or down as a whole. */
#pragma once

#include "tifa.h"

typedef struct {
    double time, value;
} TimePoint;

/* What the tests say. */
typedef struct {
    double tau;         /* Kendall's tau-b of time and value, -1 to 1 */
    double p;           /* two-sided, of no trend */
    double slope;       /* of the value, a unit of time */
    TifaInterval range; /* of the slope, 95 % */
} Monotone;

/* The Mann-Kendall test (Mann 1945; Kendall 1975) in its normal approximation, with the variance corrected
 * for ties and a correction for continuity, and the slope of Theil and Sen with its 95 % interval (Sen 1968;
 * Gilbert, Statistical methods for environmental pollution monitoring, 1987, chapters 16.4 and 16.5). The
 * approximation wants 8 points at least: false if there are fewer. Times differ; O(n^2) in time and memory.
 */
bool monotone_test(const TimePoint *points, size_t count, Monotone *result);
