/* statistics.h - numbers about a corpus, with their uncertainty. A part of tifa.h. */
#pragma once

#include "tifa/search.h"

G_BEGIN_DECLS

/* A 95 % interval; both ends NAN where it is not known. */
typedef struct {
    double low, high;
} TifaInterval;

G_END_DECLS
