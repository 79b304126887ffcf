/* pdf_annotation.h - text that was typed onto a page afterwards (annotations of the kind FreeText). */
#pragma once

#include "extract/pdf_page.h"

/* Adds what annotations write on the page itself; notes that open in a window are no text of the document. */
void pdf_annotations_add(const PdfSheet *sheet, PdfPage *page);
