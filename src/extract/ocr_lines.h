/* ocr_lines.h - what tesseract has recognised, as pieces of text on a page. */
#pragma once

#include "extract/ocr_library.h"
#include "extract/pdf_page.h"

/* Adds the lines that the model has read, in points of 1/72 inch. Lines it is quite unsure of (stamps,
 * pictures) are left out. On a page that is marked as vertical they are turned (pdf_page.h). */
void ocr_lines_add(const OcrLibrary *library, TessBaseAPI *model, double resolution, PdfPage *page);

/* The size of most of the page's text; 0 if it has none. */
float ocr_lines_size(const PdfPage *page);
