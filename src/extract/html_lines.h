/* html_lines.h - a page cut into the lines of text a reader sees.
 *
 * A line is what stands between two breaks: a paragraph, a heading, an item, a row of a table of data (tables
 * that only arrange the page are looked through). All lines lie in one string in the order of the source; the
 * lines of a node are a range of the array.
 */
#pragma once

#include "extract/html_page.h"

typedef struct {
    uint32_t node;   /* the element the line stands in: the innermost that is not inline; a row's <tr> */
    uint32_t first;  /* the node its text starts at */
    TifaSpan text;   /* in HtmlLines.text */
    uint32_t tokens; /* Han characters, and runs of Latin letters and digits */
    uint32_t linked; /* those of them inside links */
    uint32_t marks;  /* punctuation of sentences */
    uint16_t kind;   /* TifaBlockKind */
    uint16_t level;
} HtmlLine;

typedef struct {
    ARRAY(HtmlLine) items;
    GString *text;
} HtmlLines;

HtmlLines *html_lines_cut(const HtmlPage *page);
void html_lines_free(HtmlLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(HtmlLines, html_lines_free)

/* The number of the first line that starts at `node` or behind it. */
size_t html_lines_at(const HtmlLines *lines, uint32_t node);

/* The link that a line begins with, or 0. */
uint32_t html_line_link(const HtmlPage *page, const HtmlLine *line);
