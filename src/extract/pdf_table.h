/* pdf_table.h - the rows of a table. */
#pragma once

#include "extract/pdf_line.h"
#include "extract/pdf_reading.h"

/* Adds a line for each row of a table that has these columns, its cells separated by tabs. `reading` is
 * PDF_ROWS or PDF_GRID. Sorts the region. */
void pdf_rows_add(PdfRegion region, const PdfBands *columns, PdfReading reading, PdfLines *lines);
