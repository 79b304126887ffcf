/* changes.h - where a series of shares changes its level. */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* One point of the series: `successes` of `trials` documents. */
typedef struct {
    double successes, trials;
} Trials;

/* Indices of points where a new level begins, ascending; without the first point. */
typedef ARRAY(size_t) ChangePoints;

/* Appends the change points that PELT (Killick, Fearnhead and Eckley, JASA 107, 2012) finds with a binomial
 * likelihood, one share a segment: they minimise the sum over the segments of -2 ln L, and for each change
 * 2 ln N more, BIC's price of two numbers (a place and a share) in N documents, the sum of all trials. */
void changes_find(const Trials *points, size_t count, ChangePoints *changes);
