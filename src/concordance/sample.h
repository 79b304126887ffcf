/* sample.h - some of many places, chosen at random in one walk and the same on every machine.
 *
 * Each place draws a lot from the seed, its document and its byte; the lowest lots are taken. So a larger
 * sample with the same seed holds the smaller one, and documents added later change a sample only where their
 * own places come in. */
#pragma once

#include "concordance/spot.h"

typedef struct {
    uint64_t lot;
    Spot spot;
} Drawn;

typedef struct {
    size_t size; /* wanted */
    uint64_t seed;
    ARRAY(Drawn) drawn; /* never more than twice the size */
} Sample;

/* The lot of a place: `document` is its id, `start` its byte in the document's text. */
uint64_t sample_lot(uint64_t seed, int64_t document, uint32_t start);

/* Offers the sample a place. */
void sample_offer(Sample *sample, uint64_t lot, const Spot *spot);

/* Moves the sample into *spots, in the order of the corpus; the sample is empty then. */
void sample_take(Sample *sample, Spots *spots);
