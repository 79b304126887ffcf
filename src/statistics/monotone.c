#include "statistics/monotone.h"

#include "statistics/interval.h"

#include <math.h>
#include <stdlib.h>

enum { FEWEST_POINTS = 8 };

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Sums over the groups of equal values. */
typedef struct {
    double pairs;    /* t(t-1)/2: pairs of equal values */
    double variance; /* t(t-1)(2t+5) */
} Ties;

static Ties count_ties(const TimePoint *points, size_t count)
{
    g_autofree double *values = g_new(double, count);
    for (size_t i = 0; i < count; i++)
        values[i] = points[i].value;
    qsort(values, count, sizeof *values, compare_doubles);
    Ties ties = {0};
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && values[end] == values[start];)
            end++;
        double equal = (double)(end - start);
        ties.pairs += equal * (equal - 1) / 2;
        ties.variance += equal * (equal - 1) * (2 * equal + 5);
    }
    return ties;
}

/* The slopes of all pairs, sorted, and S: pairs that rise less pairs that fall. */
static double *pair_slopes(const TimePoint *points, size_t count, double *rises)
{
    double *slopes = g_new(double, count *(count - 1) / 2);
    size_t filled = 0;
    *rises = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            double slope = (points[j].value - points[i].value) / (points[j].time - points[i].time);
            *rises += (slope > 0) - (slope < 0);
            slopes[filled++] = slope;
        }
    qsort(slopes, filled, sizeof *slopes, compare_doubles);
    return slopes;
}

/* The value at a rank counted from 1, between two values where the rank is. */
static double at_rank(const double *sorted, size_t count, double rank)
{
    rank = fmin(fmax(rank, 1), (double)count);
    size_t below = (size_t)floor(rank);
    double part = rank - (double)below;
    return part > 0 ? sorted[below - 1] * (1 - part) + sorted[below] * part : sorted[below - 1];
}

bool monotone_test(const TimePoint *points, size_t count, Monotone *result)
{
    if (count < FEWEST_POINTS)
        return false;
    double rises, n = (double)count;
    Ties ties = count_ties(points, count);
    g_autofree double *slopes = pair_slopes(points, count, &rises);
    size_t pairs = count * (count - 1) / 2;
    double variance = (n * (n - 1) * (2 * n + 5) - ties.variance) / 18;
    double z = variance > 0 ? (rises - (rises > 0) + (rises < 0)) / sqrt(variance) : 0;
    double untied = sqrt(((double)pairs - ties.pairs) * (double)pairs);
    double half = NORMAL_95 * sqrt(fmax(0, variance));
    *result = (Monotone){
        .tau = untied > 0 ? rises / untied : 0,
        .p = p_of_normal(z),
        .slope = at_rank(slopes, pairs, ((double)pairs + 1) / 2),
        .range = {at_rank(slopes, pairs, ((double)pairs - half) / 2),
                  at_rank(slopes, pairs, ((double)pairs + half) / 2 + 1)},
    };
    return true;
}
