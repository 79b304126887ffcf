/* fallback.h - cutting Han text without a lexicon and a model: the dictionary of ICU.
 *
 * Worse than everything else here (F1 .79) and dependent on ICU's version; the stamp says so.
 */
#pragma once

#include "segment/edge.h"

typedef struct Fallback Fallback;

/* NULL with TIFA_ERROR_SYSTEM if ICU has no Chinese word rules. Free with fallback_free(). */
Fallback *fallback_new(GError **error);
void fallback_free(Fallback *fallback);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fallback, fallback_free)

/* Sets the free edges of the run's units to EDGE_CUT or EDGE_JOIN; edges[i] belongs to units[first + i]. */
void fallback_cut(Fallback *fallback, const Run *run, uint8_t *edges);

/* ICU's version, "72.1". Lent. */
const char *fallback_version(void);
