/* pdf_paragraph.h - which lines make one paragraph, also across columns, pages and what stands between. */
#pragma once

#include "extract/pdf_style.h"

/* The index of the line that goes on with the paragraph whose first and last lines so far are given by index,
 * or lines->length if it ends. Mostly the line behind the last; but a paragraph that breaks off in the midst
 * of a sentence is looked for behind notes, tables, figures and captions. */
size_t pdf_next_line(const PdfStyle *style, const PdfLines *lines, size_t first, size_t last);
