/* pdf_maker.h - PDFs made by the tests themselves: text at places, in fonts that are not embedded. */
#pragma once

#include "extract/extract.h"

typedef struct PdfMaker PdfMaker;

PdfMaker *pdf_maker_new(void);

/* Writes a line of text on the present page (595 by 842 points), its baseline at x, y from the upper left
 * corner. Latin text is set in Helvetica, all other in a Chinese font. */
void pdf_maker_text(PdfMaker *maker, double x, double y, double size, const char *text);

/* The same from top to bottom in a font for vertical writing. */
void pdf_maker_vertical(PdfMaker *maker, double x, double y, double size, const char *text);

/* Writes bytes in a font that claims to be Western. */
void pdf_maker_bytes(PdfMaker *maker, double x, double y, double size, const char *bytes);

/* Ends the page. */
void pdf_maker_page(PdfMaker *maker);

/* Ends the document, reads it with extract_pdf() and frees the maker. NULL with an error if it cannot be
 * read. */
TifaDocument *pdf_maker_read(PdfMaker *maker, GError **error);

/* The text of a made document: its blocks, one on each line. The maker is freed. */
char *pdf_maker_read_text(PdfMaker *maker);
