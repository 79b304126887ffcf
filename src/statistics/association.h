/* association.h - how strongly two things go together, or how much more often one stands in one text than in
 * another: measures of 2x2 tables of observed frequencies. */
#pragma once

#include "tifa.h"

/* Observed frequencies O11 O12 O21 O22 (Evert, Corpora and collocations, 2008, section 4). For collocates:
 * inside or outside of the windows around the node, the word or any other. For keywords: in one set of texts
 * or the other. */
typedef struct {
    double in_word, in_other, out_word, out_other;
} Contingency;

/* The table of a word that stands `in_word` times among `in_all` words and `out_word` times among `out_all`.
 */
Contingency contingency_of(double in_word, double in_all, double out_word, double out_all);

/* E11: how often the word would be inside if words were dealt out at random. */
double contingency_expected(const Contingency *table);

/* Pointwise mutual information, log2 of O11/E11 (Church and Hanks, 1990). -INFINITY where O11 is 0. */
double association_mi(const Contingency *table);

/* (O11 - E11) / sqrt(O11) (Church, Gale, Hanks and Hindle, 1991); 0 where O11 is 0. */
double association_t(const Contingency *table);

/* G2, twice the sum of O ln(O/E) over all four cells (Dunning, 1993), without a sign. */
double association_log_likelihood(const Contingency *table);

/* logDice, 14 + log2(2 f(node, word) / (f(node) + f(word))) (Rychly, RASLAN 2008). */
double association_log_dice(double together, double node, double word);

/* Delta P of the word given the inside: P(word | inside) - P(word | outside) (Ellis, 2006; Gries, 2013). */
double association_delta_p_word(const Contingency *table);

/* Delta P of the inside given the word: P(inside | word) - P(inside | other word). */
double association_delta_p_inside(const Contingency *table);

/* Log ratio: log2 of the word's share inside over its share outside (Hardie, 2014); a frequency of 0 counts
 * as 0.5. */
double association_log_ratio(const Contingency *table);

/* The log ratio's 95 % interval, by the variance of the logarithm of a relative risk (Katz, Baptista, Azen
 * and Pike, Biometrics 34, 1978), with the same 0.5. */
TifaInterval association_log_ratio_interval(const Contingency *table);

/* Makes p-values the smallest false discovery rates at which each would be called significant (Benjamini and
 * Hochberg, 1995), in place. `all` is the number of tests that were made, at least `count`: the p-values of
 * those left out must be larger than all that are given. */
void association_correct(double *values, size_t count, size_t all);
