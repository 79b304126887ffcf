/* lattice.h - cutting by the lexicon alone: the row of listed words that is met most often.
 *
 * For an installation without trained models (F1 .80, as programs of this kind have).
 */
#pragma once

#include "segment/lexicon.h"

/* Sets the free edges of the run; edges[i] belongs to the unit first + i. */
void lattice_cut(const Lexicon *lexicon, const Run *run, uint8_t *edges);
