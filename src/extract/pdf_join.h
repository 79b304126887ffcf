/* pdf_join.h - lines put together to a text: no blank between Han, one between words, hyphens taken out where
 * the line break put them in.
 */
#pragma once

#include "extract/pdf_line.h"

/* What the whole document tells about hyphens. */
typedef struct {
    GHashTable *words; /* of its lower-case words, hyphened ones with their hyphens */
} PdfHabits;

PdfHabits pdf_habits_new(const PdfLines *lines);
void pdf_habits_clear(PdfHabits *habits);

/* Appends a line to the text of its paragraph. `habits` may be NULL: then a hyphen at a line's end is kept.
 */
void pdf_join_append(GString *text, const char *line, const PdfHabits *habits);

/* Resolves the soft blanks of a joined text: taken out of Chinese, blanks in a Western text. */
void pdf_join_finish(GString *text);
