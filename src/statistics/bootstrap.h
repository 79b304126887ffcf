/* bootstrap.h - how much a rate rests on which documents happen to be there. */
#pragma once

#include "tifa.h"

/* The hits and the words of one document. */
typedef struct {
    double hits, words;
} DocumentRate;

/* The 95 % percentile interval (Efron and Tibshirani, An introduction to the bootstrap, 1993, chapter 13) of
 * the sum of hits over the sum of words, documents drawn anew with replacement 1000 times by the generator of
 * base/random.h from that seed. Words of a text are not independent of each other, so whole documents are
 * what is drawn. Unknown for fewer than five documents, of which
 * too few different samples can be drawn, or no words. */
TifaInterval bootstrap_rate(const DocumentRate *documents, size_t count, uint64_t seed);
