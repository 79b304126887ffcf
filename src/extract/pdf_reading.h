/* pdf_reading.h - whether the columns of a region are prose or the cells of a table.
 *
 * Lines of prose are wide and nearly all as wide as their column; cells are not, and stand beside each other.
 * Where cells are prose themselves, gaps that cross all columns tell their rows.
 */
#pragma once

#include "extract/pdf_band.h"

typedef enum {
    PDF_COLUMNS, /* one after the other */
    PDF_ROWS,    /* row by row */
    PDF_GRID,    /* row by row, and rows of several lines stand apart */
    PDF_FLOW,    /* as lines across: marks of a list and their text, names and dates below a letter */
} PdfReading;

/* How the columns of a region, as pdf_columns() has just found them, are read. */
PdfReading pdf_reading_of(PdfRegion region, const PdfBands *columns);
