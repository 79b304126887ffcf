/* blocks.h - bars of block characters, in eighths of a column. */
#pragma once

#include "tifa.h"

/* A bar lying on its side: `number` of `most` as part of `columns` columns; at least a sliver where there is
 * anything. Nothing for NAN. */
void blocks_print_bar(const TifaPrinter *printer, double number, double most, unsigned columns);

/* Standing bars, one column a number, the largest a whole block; a blank for 0, "·" for NAN. Free with
 * g_free(). */
char *blocks_of_series(const double *numbers, size_t length);

/* The part of a standing bar that is seen in the row of blocks whose lower edge is `row` rows above the
 * ground: `height` in rows. */
const char *blocks_standing(double height, unsigned row);
