/* pdf_articles.h - the articles of newspaper pages, as parts of the document (TifaBlock.part).
 *
 * A newspaper page has three columns or more and at least two headlines. An article reaches from its headline
 * to the next one, also over pages; what stands above the first headline (the paper's name, the date) is part
 * 0.
 */
#pragma once

#include "extract/pdf_line.h"
#include "text/document.h"

typedef ARRAY(size_t) PdfHeadlines; /* indices of blocks, rising */

/* Whether a heading of that size may be a headline, not one inside an article. */
bool pdf_is_headline(float size, float body_size, const char *text);

/* Numbers the parts of the document. `headlines` are the blocks that may begin one. */
void pdf_articles_part(const PdfLines *lines, const PdfHeadlines *headlines, TifaDocument *document);
