/* pdf_paragraph.h - which lines make one paragraph.
 *
 * Chinese paragraphs show their start by an indent of two characters, web prints and Western reports by a gap
 * above; both show their end by a line into which the next word would still have fitted. What a document does
 * is measured first.
 */
#pragma once

#include "extract/pdf_line.h"

/* How a document is set. */
typedef struct {
    float size;       /* of most of the text */
    float pitch;      /* from line to line, in font sizes */
    bool is_bold;     /* most of the text */
    bool is_indented; /* paragraphs begin with an indent */
    bool is_gapped;   /* paragraphs stand apart */
} PdfStyle;

PdfStyle pdf_style_of(const PdfLines *lines);

/* Marks the lines of footnotes: smaller, at the foot of a column, beginning with a mark. */
void pdf_notes_mark(const PdfStyle *style, PdfLines *lines);

/* Whether `next` goes on with the paragraph that begins with `first` and so far ends with `last`. */
bool pdf_goes_on(const PdfStyle *style, const PdfLine *first, const PdfLine *last, const PdfLine *next);

bool pdf_starts_note(const char *text);
bool pdf_ends_sentence(const char *text);

/* Gives columns of a few lines the margins of the column above or below that they are part of. */
void pdf_margins_widen(PdfLines *lines);

/* Gives stretches of prose that are set narrower than their column margins of their own. */
void pdf_margins_narrow(const PdfStyle *style, PdfLines *lines);
