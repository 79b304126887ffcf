/* pdf_table.h - columns that are read across: tables, forms, lists with their marks apart. */
#pragma once

#include "extract/pdf_line.h"

/* How the columns of a region are read. */
typedef enum {
    PDF_COLUMNS, /* one after the other */
    PDF_ROWS,    /* row by row */
    PDF_FLOW,    /* as lines across: marks of a list and their text, names and dates below a letter */
} PdfReading;

PdfReading pdf_reading_of(PdfRegion region, const PdfBands *columns);

/* Adds a line for each row of a table whose columns are given, its cells separated by tabs. Sorts the region.
 */
void pdf_rows_add(PdfRegion region, const PdfBands *columns, uint32_t page, uint32_t number, PdfLines *lines);
