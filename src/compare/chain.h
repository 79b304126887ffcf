/* chain.h - the heaviest chain of pairs that keeps the order of both sides. */
#pragma once

#include "compare/pairs.h"

/* Keeps of `pairs`, ordered by before, then after, those of the heaviest chain in which both sides ascend;
 * the weight of a pair is its likeness. `after_units` is above all indices of the new side. Takes n log n
 * steps. */
void chain_keep(Pairs *pairs, size_t after_units);
