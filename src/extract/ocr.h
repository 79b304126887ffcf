/* ocr.h - text in pictures of pages, recognised by tesseract.
 *
 * Tesseract is loaded when it is first needed, not linked: reading without it starts as fast, and works where
 * it is not installed. The language of a document (simplified or traditional Chinese, English) is the one
 * whose model is surest of its first page; a later page is tried with all anew only where that one is not
 * sure.
 *
 * What comes out are pieces of text with places, as a PDF's own text layer gives them, so that columns,
 * paragraphs and running lines are found alike.
 */
#pragma once

#include "extract/pdf_page.h"

typedef struct Ocr Ocr;

/* A picture of a page, one byte a point, 0 black; rows lie `stride` bytes apart. */
typedef struct {
    const uint8_t *grey;
    int width, height, stride;
    double resolution; /* points of the picture an inch */
} OcrPicture;

/* The Debian packages that have tesseract with these models. */
#define OCR_PACKAGES "tesseract-ocr-chi-sim, tesseract-ocr-chi-tra and tesseract-ocr-eng"

/* Recognition that ends at `deadline` (monotonic time in microseconds; 0: never). NULL if neither tesseract
 * nor any model is installed. */
Ocr *ocr_open(int64_t deadline);
void ocr_close(Ocr *ocr);

/* The packages that are not installed and would read more languages, or NULL. Lent. */
const char *ocr_lack(const Ocr *ocr);

/* Adds the text in the picture to a page without any. *confidence is how sure the model is of it, 0 to 100.
 * False if there was not enough time; the page is then as it was. */
bool ocr_read(Ocr *ocr, const OcrPicture *picture, PdfPage *page, int *confidence);
