/* points.h - the points that a model gives each unit of a run: the hot loop of the cutter. */
#pragma once

#include "segment/model.h"

/* Sets the points of each tag for the units 0..count-1 of the run, each MODEL_ROWS times MODEL_ZERO too high.
 * They are what the rows of model_rows() add up to. */
void points_add_up(const Model *model, const ModelView *view, size_t count, Points *points);
