/* pdf_style.h - how a document is set: sizes, distances, indents, margins, footnotes.
 *
 * Chinese paragraphs show their start by an indent of two characters, web prints and Western reports by a gap
 * above; both show their end by a line into which the next word would still have fitted. Which of it a
 * document does is measured here, and used by pdf_paragraph.h.
 */
#pragma once

#include "extract/pdf_line.h"

/* An indent is at least so wide, in font sizes. */
#define PDF_INDENT 0.8F

typedef struct {
    float size;       /* of most of the text */
    float pitch;      /* from line to line, in font sizes */
    bool is_bold;     /* most of the text */
    bool is_indented; /* paragraphs begin with an indent */
    bool is_gapped;   /* paragraphs stand apart */
} PdfStyle;

PdfStyle pdf_style_of(const PdfLines *lines);

/* Gives columns of a few lines the margins of the column above or below that they are part of. */
void pdf_margins_widen(PdfLines *lines);

/* Gives stretches of prose that are set narrower than their column margins of their own. */
void pdf_margins_narrow(const PdfStyle *style, PdfLines *lines);

/* Marks the lines of footnotes: smaller, at the foot of a column, beginning with a mark. */
void pdf_notes_mark(const PdfStyle *style, PdfLines *lines);

bool pdf_is_same_size(float one, float other);
float pdf_middle(const PdfLine *line);
bool pdf_is_indented(const PdfLine *line);

/* Whether the first word of the next line would not have fitted on this one. */
bool pdf_is_full(const PdfLine *line, const PdfLine *next);

/* Whether a line stands below another at the usual distance. */
bool pdf_is_next_line(const PdfStyle *style, const PdfLine *before, const PdfLine *line);
