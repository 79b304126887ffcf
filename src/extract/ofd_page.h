/* ofd_page.h - the text of one page of an OFD document as pieces with their places, as pdf_page.h has them.
 */
#pragma once

#include "extract/pdf_page.h"

/* Adds the text objects of a page's or a template's content. Free the page with pdf_page_clear(). */
void ofd_page_read(GBytes *content, PdfPage *page);

/* Joins the pieces that stand side by side on one line: many programs write every character for itself. */
void ofd_page_join(PdfPage *page);
