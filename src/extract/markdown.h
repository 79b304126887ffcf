/* markdown.h - the two halves of Markdown that stand on their own: the header before the text, and marks in a
 * line. */
#pragma once

#include "extract/extract.h"

/* Reads the header between two lines "---" at the head of a text (title, source, date, authors ...) into the
 * document's fields. Returns the bytes it takes, 0 if there is none. */
size_t markdown_read_header(const char *text, size_t length, TifaDocument *document);

/* Appends one line or paragraph to `out` without its marks of emphasis, links, images, escapes, tags and
 * footnote numbers; links are added to the document. */
void markdown_strip(const char *text, size_t length, TifaDocument *document, GString *out);
