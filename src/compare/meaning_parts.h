/* meaning_parts.h - the steps to what changes mean: for the files meaning*.c alone.
 *
 * Each change is weighed by itself, first its demands (duties, numbers, times, agencies), then its concepts.
 * What one change dropped and another added is found afterwards, over all changes.
 */
#pragma once

#include "compare/comparison.h"
#include "compare/demands.h"

/* One change being weighed. */
typedef struct {
    const TifaComparison *comparison;
    size_t index;
    const TifaChange *change;
    TifaMeanings *meanings;
} Weighing;

/* Adds a meaning with the sentences around it: of a demand that became another, or of one that stands on one
 * side alone (the other is NULL); that an agency became another is told once for a change. */
void meaning_add(const Weighing *weighing, const Demand *before, const Demand *after, TifaShift shift);

/* Adds what the change's words mean by the demands they touch. */
void meaning_weigh_demands(const Weighing *weighing);

/* Adds the concepts that stand in one unit of the change and not in the other. */
void meaning_weigh_concepts(const Weighing *weighing, const TifaTags *before, const TifaTags *after);

/* Of the concepts from meaning `first` on: joins those dropped by one change and added by another, and keeps
 * of the others the first place of each that the other text has nowhere. */
void meaning_settle_concepts(TifaMeanings *meanings, size_t first, const TifaTags *before,
                             const TifaTags *after);

/* Takes out, from meaning `first` on, what one change dropped and another added in the same clause. */
void meaning_cancel_transfers(const TifaComparison *comparison, TifaMeanings *meanings, size_t first);
