/* html_worth.h - how much the lines and elements of a page look like its text.
 *
 * A line's worth is its tokens outside links: all of them for prose, a part for short lines, none for links.
 * What stands in parts that are named as something else, and the phrases pages write around their text, are
 * worth nothing; names are believed only while enough is left.
 */
#pragma once

#include "extract/html_junk.h"
#include "extract/html_lines.h"

/* A line of facts above a text, or below its title, has no more tokens than this. */
#define HTML_FACT_TOKENS 60

typedef struct {
    const HtmlPage *page;   /* lent */
    const HtmlLines *lines; /* lent */
    bool *is_junk;          /* by node: it or one above is not text */
    uint8_t *line_junk;     /* by line: Junk */
    double *sum;            /* sum[i]: the worth of lines 0..i-1 */
} HtmlWorth;

/* To be cleared before the page and its lines are freed. */
HtmlWorth html_worth_weigh(const HtmlPage *page, const HtmlLines *lines);
void html_worth_clear(HtmlWorth *worth);

/* The lines of an element: from *first to the one before *last. */
void html_worth_range(const HtmlWorth *worth, uint32_t node, size_t *first, size_t *last);
size_t html_worth_count(const HtmlWorth *worth, uint32_t node);

/* The worth of a line, of all lines of an element, and of the page. */
double html_worth_of_line(const HtmlWorth *worth, size_t line);
double html_worth_of_node(const HtmlWorth *worth, uint32_t node);
double html_worth_of_page(const HtmlWorth *worth);
