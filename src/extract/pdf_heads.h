/* pdf_heads.h - running heads and feet and page numbers, found by repetition.
 *
 * A line at the upper or lower edge of a page is running if a page near by has the same line in the same
 * place, numbers aside; if it is a page number; or if it stands in the place and size in which most other
 * pages have a running line (a chapter of one page has its head only once).
 */
#pragma once

#include "extract/pdf_page.h"

/* Takes the running lines out of the pages, an array of `count`. */
void pdf_heads_remove(PdfPage *pages, size_t count);
