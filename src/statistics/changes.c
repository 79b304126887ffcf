#include "statistics/changes.h"

#include <math.h>

/* x ln x, which goes to 0 with x. */
static double x_log_x(double x)
{
    return x > 0 ? x * log(x) : 0;
}

/* Sums of the points before each, so that a segment's cost takes no loop. */
typedef struct {
    Trials *before;
    double price;  /* of a change */
    double *least; /* the least cost of the points before each */
    size_t *start; /* where the last segment of that begins */
} Pelt;

/* -2 ln L of the points start <= i < end with the share that fits them best; the binomial coefficients are
 * the same for all segmentations. */
static double cost(const Pelt *pelt, size_t start, size_t end)
{
    double successes = pelt->before[end].successes - pelt->before[start].successes;
    double trials = pelt->before[end].trials - pelt->before[start].trials;
    return -2 * (x_log_x(successes) + x_log_x(trials - successes) - x_log_x(trials));
}

/* Finds the best start of the last segment of the points before `end`, and drops from `candidates` those that
 * can never be best again. */
static void step(Pelt *pelt, size_t end, size_t *candidates, size_t *count)
{
    pelt->least[end] = INFINITY;
    for (size_t i = 0; i < *count; i++) {
        size_t start = candidates[i];
        double whole = pelt->least[start] + cost(pelt, start, end) + (start ? pelt->price : 0);
        if (whole < pelt->least[end]) {
            pelt->least[end] = whole;
            pelt->start[end] = start;
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (candidates[i] == 0 ||
            pelt->least[candidates[i]] + cost(pelt, candidates[i], end) <= pelt->least[end])
            candidates[kept++] = candidates[i];
    candidates[kept++] = end;
    *count = kept;
}

static void walk_back(const Pelt *pelt, size_t count, ChangePoints *changes)
{
    size_t first = changes->length;
    for (size_t start = pelt->start[count]; start > 0; start = pelt->start[start])
        array_push(changes, start);
    for (size_t low = first, high = changes->length; low + 1 < high; low++) {
        size_t swapped = changes->items[low];
        changes->items[low] = changes->items[--high];
        changes->items[high] = swapped;
    }
}

void changes_find(const Trials *points, size_t count, ChangePoints *changes)
{
    if (count == 0)
        return;
    Pelt pelt = {g_new0(Trials, count + 1), 0, g_new0(double, count + 1), g_new0(size_t, count + 1)};
    for (size_t i = 0; i < count; i++)
        pelt.before[i + 1] = (Trials){pelt.before[i].successes + points[i].successes,
                                      pelt.before[i].trials + points[i].trials};
    pelt.price = 2 * log(fmax(1, pelt.before[count].trials));
    g_autofree size_t *candidates = g_new0(size_t, count + 1);
    size_t candidate_count = 1;
    for (size_t end = 1; end <= count; end++)
        step(&pelt, end, candidates, &candidate_count);
    walk_back(&pelt, count, changes);
    g_free(pelt.before);
    g_free(pelt.least);
    g_free(pelt.start);
}
