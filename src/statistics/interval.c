#include "statistics/interval.h"

#include <math.h>

TifaInterval interval_unknown(void)
{
    return (TifaInterval){NAN, NAN};
}

TifaInterval interval_wilson(double successes, double trials)
{
    if (trials <= 0)
        return interval_unknown();
    double share = successes / trials, square = NORMAL_95 * NORMAL_95;
    double center = (share + square / (2 * trials)) / (1 + square / trials);
    double half = NORMAL_95 / (1 + square / trials) *
                  sqrt(share * (1 - share) / trials + square / (4 * trials * trials));
    /* The ends are exact at none and all, where rounding would leave dust. */
    return (TifaInterval){successes > 0 ? center - half : 0, successes < trials ? center + half : 1};
}

double p_of_normal(double z)
{
    return erfc(fabs(z) / sqrt(2));
}

double p_of_chi_square(double value)
{
    return value > 0 ? erfc(sqrt(value / 2)) : 1;
}
