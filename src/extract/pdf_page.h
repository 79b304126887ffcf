/* pdf_page.h - one page of a PDF as pieces of text with their places.
 *
 * A piece is a run of glyphs on one line without a wide gap: part of a line of prose, or a cell of a table.
 * Poppler finds the glyphs; what belongs together is decided here and in the rooms above by place alone,
 * never by the order in which the page draws them.
 *
 * Pieces stand in reading coordinates: on a page of vertical writing (top to bottom, columns from right to
 * left) they are turned so that writing runs left to right here too; pdf_page_box() turns a box back.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* Stands in a piece's text for a gap between Han and Latin. Programs set them apart in Chinese text; there it
 * is no blank (pdf_join.h). */
#define PDF_SOFT_BLANK      0x1F
#define PDF_SOFT_BLANK_TEXT "\x1F"

typedef struct {
    char *text;                     /* UTF-8, not empty; owned */
    float left, top, right, bottom; /* as Poppler says, ascent and descent included */
    float size;                     /* of most of its glyphs, in points */
    float first_width;              /* of its first word, or of its first Han character */
    bool bold;
    uint16_t flags; /* TIFA_BLOCK_FOLDED, TIFA_BLOCK_REPAIRED (pdf_repair.h), TIFA_BLOCK_OCR (ocr.h) */
} PdfPiece;

typedef ARRAY(PdfPiece) PdfPieces;

typedef struct {
    float width, height; /* in reading coordinates */
    bool vertical;
    size_t replaced; /* characters that mean nothing: private use, controls, U+FFFD */
    PdfPieces pieces;
} PdfPage;

typedef struct PdfSheet PdfSheet; /* pdf_library.h */

/* Reads a page. Free with pdf_page_clear(). */
void pdf_page_read(const PdfSheet *sheet, PdfPage *page);
void pdf_page_clear(PdfPage *page);

/* A box in reading coordinates as it stands on the paper. */
TifaBox pdf_page_box(const PdfPage *page, TifaBox box);
