/* facts.h - what a document says of itself: title, agency, number, dates, level, type ...
 *
 * Read from the text by the forms of GB/T 9704-2012 (official documents) and the preambles of laws. What a
 * reader has already set from page metadata or tables is kept unless the text is the better witness (a
 * preamble beats a file name). Each field gets its origin.
 */
#pragma once

#include "tifa.h"

/* Fills the document's fields, parts its attachments off (block.part), and marks a plain line that is its
 * title as heading; text and structure stay. To be called once, after structure_mark(). `name` is the file's
 * name, the last resort for title and date, or NULL. */
void facts_find(TifaDocument *document, const char *name);
