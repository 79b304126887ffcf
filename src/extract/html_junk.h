/* html_junk.h - the words by which the parts of a page that are not its text give themselves away.
 *
 * Names of classes and ids in English and pinyin (nav, sidebar, fenxiang "share"), and phrases that pages
 * write around their text in Chinese and English (责任编辑 "editor in charge", All rights reserved).
 */
#pragma once

#include "extract/html_page.h"

/* Whether the element is called, or is, something beside the text: navigation, comments, related links,
 * sharing ... */
bool junk_element(const HtmlPage *page, uint32_t node);

/* Whether an element is named as what readers wrote below a text. */
bool junk_is_comment(const HtmlPage *page, uint32_t node);

/* Whether the element is not to be seen: hidden by its attributes. */
bool junk_hidden(const HtmlPage *page, uint32_t node);

typedef enum {
    JUNK_NONE,
    JUNK_MAYBE, /* stands as well in the text of a notice: 主办单位 (organiser), 邮编 (postal code) */
    JUNK_SURE,
} Junk;

/* Whether a line is one that pages write around their text: copyright, editor, font size, previous and next
 * ... Long lines never are. */
Junk junk_line(const char *text, size_t length);

/* Whether a line that is a link stands for a part of the text: an attachment. `href` is where it leads, or
 * NULL. */
bool junk_is_attachment(const char *text, size_t length, const char *href);

/* Whether a short line heads what follows a text: related links, comments. */
bool junk_ending(const char *text, size_t length);

/* Whether a line below a title names source, author, date or number of readers. */
bool junk_byline(const char *text, size_t length);

/* Whether the element is one of the containers that content systems put around the text (UCAP-CONTENT,
 * TRS_Editor, vsb_content ...). */
bool junk_is_template(const HtmlPage *page, uint32_t node);
