/* sound.h - what must hold of every comparison, whatever the texts. */
#pragma once

#include "tifa.h"

/* NULL if all holds, else what does not:
 *   - the units of each side tile its text, one '\n' between two;
 *   - the steps of a change tile both its units, and equal steps are the same bytes: so the old text and the
 *     insertions give the new one, and the new one and the deletions give the old;
 *   - a change has the sides its kind says;
 *   - the redline without what came is the old text, and without what went the new. */
const char *sound_comparison(const TifaDocument *before, const TifaDocument *after,
                             const TifaComparison *comparison);

/* NULL if `back`, made the other way round, is the mirror image, else what is not. */
const char *sound_mirror(const TifaComparison *comparison, const TifaComparison *back);
