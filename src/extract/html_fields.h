/* html_fields.h - what a page states about its document: metadata in the head, and the tables of labels and
 * values that government sites put above a text (索引号, 发文字号 "document number", 发布机构 "issuing
 * agency" ...).
 */
#pragma once

#include "extract/html_content.h"
#include "text/document.h"

/* Sets the fields that metadata ("meta") or labelled values ("table") state. */
void html_fields_find(const HtmlPage *page, TifaDocument *document);

/* Sets the date of publication from the lines around the text, if it is not set; `title` is the number of the
 * title's line or SIZE_MAX, `url` where the page is from, or NULL. */
void html_fields_date(const HtmlPage *page, const HtmlLines *lines, const HtmlContent *content, size_t title,
                      const char *url, TifaDocument *document);
