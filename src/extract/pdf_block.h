/* pdf_block.h - from lines to blocks: paragraphs, also across columns and pages, headings, rows, footnotes.
 */
#pragma once

#include "extract/pdf_line.h"
#include "extract/pdf_page.h"
#include "text/document.h"

/* Adds the blocks that the lines of a whole document make; marks the lines that are notes. False if the text
 * grows too long. */
bool pdf_blocks_add(PdfLines *lines, const PdfPage *pages, TifaDocument *document, GError **error);
