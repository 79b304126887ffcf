/* pdf_pages.h - from the pages of a whole document to its blocks, whatever read the pages. */
#pragma once

#include "extract/pdf_page.h"
#include "text/document.h"

typedef ARRAY(PdfPage) PdfPages;

/* Takes running lines out of the pages, finds the order of reading and adds the blocks. False if the text
 * grows too long.
 */
bool pdf_pages_add(PdfPage *pages, size_t count, TifaDocument *document, GError **error);

void pdf_pages_clear(PdfPages *pages);
