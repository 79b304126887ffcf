/* interval.h - how sure a number is: 95 % intervals.
 *
 * An interval that cannot be had (of nothing, of one document) has NAN for both ends. */
#pragma once

#include "tifa.h"

/* The quantile of the normal distribution that leaves 2.5 % on each side. */
static const double NORMAL_95 = 1.959963984540054;

/* The interval that is not known. */
TifaInterval interval_unknown(void);

/* Wilson's score interval for the share successes/trials (Wilson, JASA 22, 1927; Brown, Cai and DasGupta,
 * Statistical Science 16, 2001, formula 4). It is of use at 0 and at 1, too. */
TifaInterval interval_wilson(double successes, double trials);

/* The two-sided p of a standard normal value. */
double p_of_normal(double z);

/* The p of a chi-square value with one degree of freedom. */
double p_of_chi_square(double value);
