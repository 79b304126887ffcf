/* pdf_layout.h - the reading order of a page, found by its white space.
 *
 * A page is cut along the white space that crosses it, and the parts are cut again (XY-cut, Nagy and Seth
 * 1984): a vertical gap makes columns, read one after the other; horizontal gaps make bands. Three things are
 * decided on the way that white space alone does not tell: whether columns are prose or the cells of a table,
 * which is read row by row (pdf_reading.h, pdf_table.h); where on a newspaper page a new article starts below
 * several columns; and which bands share their columns.
 */
#pragma once

#include "extract/pdf_line.h"

/* Adds the lines of a page in reading order. *column counts the columns of the document. */
void pdf_layout(const PdfPage *page, uint32_t number, uint32_t *column, PdfLines *lines);
