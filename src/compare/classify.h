/* classify.h - in what two linked units differ: in words, in references, in print, in an editor's note. */
#pragma once

#include "compare/units.h"

/* A unit of each side. */
typedef struct {
    const Side *before_side, *after_side;
    const Unit *before, *after;
} UnitPair;

/* Whether the texts behind the labels are the same bytes. */
bool units_same_text(const UnitPair *pair);

/* Whether the units carry numbers and those differ. */
bool units_renumbered(const UnitPair *pair);

/* In what the texts behind the labels differ; NONE if they are the same bytes. */
TifaChangeSubtype units_difference(const UnitPair *pair);
