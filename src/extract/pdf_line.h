/* pdf_line.h - lines of print in reading order: what is between pieces on a page and paragraphs of a
 * document. */
#pragma once

#include "extract/pdf_band.h"

typedef struct {
    char *text;        /* not empty; cells of a row are separated by tabs; owned */
    TifaBox box;       /* in reading coordinates */
    float size;        /* of its longest piece */
    float first_width; /* see PdfPiece */
    float left, right; /* the margins of the column it stands in */
    uint32_t page;     /* from 1 */
    uint32_t column;   /* counts the columns of a document in reading order */
    uint16_t flags;    /* those of its pieces */
    bool bold, is_row, is_note;
} PdfLine;

typedef ARRAY(PdfLine) PdfLines;

/* Frees the lines and their texts. */
void pdf_lines_clear(PdfLines *lines);

/* Adds the lines of a region that is one column, from top to bottom, with its margins. Page and column are
 * left to the caller. */
void pdf_lines_add(PdfRegion region, PdfLines *lines);

/* The region's pieces as one line, from left to right; the caller owns its text. */
PdfLine pdf_line_of(PdfRegion region);
