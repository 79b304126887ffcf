/* html_content.h - which lines of a page are its text.
 *
 * The text is in the element that is known to hold nothing else, or in the smallest that holds nearly all the
 * page's worth; there it is the lines at home with the most worth, and those around them as long as it gains,
 * without the links and phrases of the frame.
 */
#pragma once

#include "extract/html_lines.h"

typedef struct {
    uint32_t node;    /* the element that holds the text */
    bool *is_text;    /* one for each line */
    bool is_template; /* the element is known to hold nothing but text */
    bool is_list;     /* the page is a list of links to texts rather than a text */
} HtmlContent;

/* `title` is the number of the line that is surely the title, or SIZE_MAX. */
HtmlContent html_content_find(const HtmlPage *page, const HtmlLines *lines, size_t title);

/* Takes the lines from the text that belong to the page's heading: the title's line, what stands above it,
 * and the lines below it that name source, author and date. */
void html_content_trim(const HtmlLines *lines, size_t title, HtmlContent *content);

void html_content_clear(HtmlContent *content);
