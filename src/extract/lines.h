/* lines.h - lines of plain text, and the paragraphs they make.
 *
 * Most Chinese text files have one paragraph a line. Others were broken at a fixed width, as by typewriters
 * and mail programs; their lines are joined again.
 */
#pragma once

#include "extract/extract.h"

/* The input as valid UTF-8 text, a new string of *length bytes; what could not be decoded is said in a
 * warning. Free with g_free(). */
char *lines_decode(const ExtractInput *input, TifaDocument *document, size_t *length);

/* Takes the line at *place, without its end, and moves *place behind it; false at the end of the text. */
bool lines_next(const char *text, size_t length, size_t *place, TifaSpan *line);

/* Whether the text's lines were broken at a fixed width. */
bool lines_are_wrapped(const char *text, size_t length);

/* The line without white space at both ends. */
TifaSpan lines_trim(const char *text, TifaSpan line);

/* Whether a line of a wrapped text begins a paragraph: it is indented. */
bool lines_begin_paragraph(const char *text, TifaSpan line);

/* Continues a paragraph with a line: behind a blank, but between Han characters or their punctuation behind
 * nothing. */
void lines_join(GString *paragraph, const char *line, size_t length);
