/* cutter.h - cutting one run after the other: first what is fixed, then what the model says of the rest.
 *
 * A run may hold units that no word goes across; the edges before and behind them are EDGE_CUT from the
 * start. */
#pragma once

#include "segment/model.h"

typedef struct Cutter Cutter;

/* A cutter for runs of at most `longest` units. `own` (may be NULL) are words that come before all others.
 * Both lexicons must outlive it. Free with cutter_free(). */
Cutter *cutter_new(const Lexicon *lexicon, const Lexicon *own, size_t longest);
void cutter_free(Cutter *cutter);

/* Looks up the run and fixes the edges that listed words and rules decide; edges[i] belongs to the unit first
 * + i. */
void cutter_fix(Cutter *cutter, const Run *run, TifaGranularity granularity, uint8_t *edges);

/* The run last given to cutter_fix() as a model sees it, valid until the next call. */
ModelView cutter_view(Cutter *cutter, const ModelIndex *index, const Run *run);

/* Sets the edges of the run that cutter_fix() has left free, and mends labels that are cut across. */
void cutter_decide(Cutter *cutter, const Model *model, const Run *run, TifaGranularity granularity,
                   uint8_t *edges);
