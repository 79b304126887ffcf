/* pdf_scan.h - pages of a PDF that are pictures of text. */
#pragma once

#include "extract/scanner.h"

/* Whether the page holds a picture; `most`: one that fills most of it. */
bool pdf_scan_has_picture(const PdfSheet *sheet, bool most);

/* Draws the page and recognises its text, instead of what it has. */
Trouble pdf_scan_read(const PdfSheet *sheet, Scanner *scanner, PdfPage *page);
