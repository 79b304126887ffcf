/* html_title.h - the title of the text on a page, without the name of the site.
 *
 * The line above the text that looks most like a title (a heading, a class named so, the same words as the
 * page's <title> or metadata); if no line does, the metadata or <title> cut where the name of the site
 * begins.
 */
#pragma once

#include "extract/html_content.h"

/* The number of the line that is the title beyond doubt: a heading, or called a title, and in the page's
 * <title>; SIZE_MAX if there is none. */
size_t html_title_sure(const HtmlPage *page, const HtmlLines *lines);

/* The title, or NULL; *line gets the number of the line that has it, or SIZE_MAX. Free with g_free(). */
char *html_title_find(const HtmlPage *page, const HtmlLines *lines, const HtmlContent *content, size_t *line);

/* Whether the title stands apart from the text: a heading or a line called a title, not a paragraph among
 * others. */
bool html_title_is_apart(const HtmlPage *page, const HtmlLine *line);

/* The content of the first <meta> of that name or property (any case), or NULL. Lent. */
const char *html_meta(const HtmlPage *page, const char *name);

/* The text without any white space, for comparing. Free with g_free(). */
char *html_squeeze(const char *text, size_t length);
