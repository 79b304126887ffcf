#include "statistics/dispersion.h"

#include <math.h>

static DocumentRate sum_of(const DocumentRate *parts, size_t count)
{
    DocumentRate sum = {0};
    for (size_t i = 0; i < count; i++) {
        sum.hits += parts[i].words > 0 ? parts[i].hits : 0;
        sum.words += parts[i].words;
    }
    return sum;
}

double dispersion_dp(const DocumentRate *parts, size_t count)
{
    DocumentRate sum = sum_of(parts, count);
    if (sum.hits <= 0)
        return NAN;
    double distance = 0;
    for (size_t i = 0; i < count; i++)
        if (parts[i].words > 0)
            distance += fabs(parts[i].hits / sum.hits - parts[i].words / sum.words);
    return distance / 2;
}

double dispersion_dp_norm(const DocumentRate *parts, size_t count)
{
    DocumentRate sum = sum_of(parts, count);
    double smallest = sum.words;
    for (size_t i = 0; i < count; i++)
        if (parts[i].words > 0)
            smallest = fmin(smallest, parts[i].words);
    return smallest < sum.words ? dispersion_dp(parts, count) / (1 - smallest / sum.words) : NAN;
}

double dispersion_juilland(const DocumentRate *parts, size_t count)
{
    double sum = 0, squares = 0, used = 0;
    for (size_t i = 0; i < count; i++) {
        double rate = parts[i].words > 0 ? parts[i].hits / parts[i].words : 0;
        sum += rate;
        squares += rate * rate;
        used += parts[i].words > 0;
    }
    if (used < 2 || sum <= 0)
        return NAN;
    double mean = sum / used, variance = fmax(0, squares / used - mean * mean);
    return 1 - sqrt(variance) / mean / sqrt(used - 1);
}
