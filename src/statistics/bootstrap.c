#include "statistics/bootstrap.h"

#include "base/random.h"
#include "statistics/interval.h"

#include <math.h>
#include <stdlib.h>

enum { RESAMPLES = 1000, FEWEST_DOCUMENTS = 5 };

static double draw_rate(const DocumentRate *documents, size_t count, Random *random)
{
    double hits = 0, words = 0;
    for (size_t i = 0; i < count; i++) {
        const DocumentRate *drawn = &documents[random_below(random, (uint32_t)count)];
        hits += drawn->hits;
        words += drawn->words;
    }
    return words > 0 ? hits / words : 0;
}

static int compare_rates(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

TifaInterval bootstrap_rate(const DocumentRate *documents, size_t count, uint64_t seed)
{
    double words = 0;
    for (size_t i = 0; i < count; i++)
        words += documents[i].words;
    if (count < FEWEST_DOCUMENTS || words <= 0)
        return interval_unknown();
    Random random = random_new(seed);
    double rates[RESAMPLES];
    for (size_t i = 0; i < RESAMPLES; i++)
        rates[i] = draw_rate(documents, count, &random);
    qsort(rates, RESAMPLES, sizeof *rates, compare_rates);
    /* Of 1000 sorted values the 25th and the 975th. */
    return (TifaInterval){rates[RESAMPLES / 40 - 1], rates[RESAMPLES - RESAMPLES / 40 - 1]};
}
