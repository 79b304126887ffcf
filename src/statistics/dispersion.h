/* dispersion.h - how evenly hits are spread over the parts of a corpus. */
#pragma once

#include "statistics/bootstrap.h"

/* Gries' deviation of proportions (Gries, Dispersions and adjusted frequencies in corpora, 2008): half the
 * sum of |share of hits - share of words| over the parts; 0 even, towards 1 in one small part. NAN without
 * hits. */
double dispersion_dp(const DocumentRate *parts, size_t count);

/* DP over its largest possible value, 1 - the smallest part's share of words (Lijffijt and Gries, 2012), so
 * that it reaches 1. NAN without hits, or of one part. */
double dispersion_dp_norm(const DocumentRate *parts, size_t count);

/* Juilland's D of the parts' rates, 1 - V / sqrt(n - 1), V their population coefficient of variation
 * (Juilland and Chang-Rodriguez, 1964; rates, because parts differ in size: Gries 2008): 1 even, 0 in one
 * part. NAN without hits, or of one part. Parts without words are left out of all three. */
double dispersion_juilland(const DocumentRate *parts, size_t count);
