/* pdf_mark.h - what the first and last characters of a line tell: list items, notes, captions, sentences. */
#pragma once

#include "tifa.h"

/* Whether a paragraph may well end here: with a full stop, colon or the like, behind which only closing marks
 * stand. The text must not be empty. */
bool pdf_ends_sentence(const char *text);

/* Whether a line begins with the mark of a footnote. */
bool pdf_starts_note(const char *text);

/* Whether a line begins with the mark of a list item or of an article: 第三条, （一）, 一、, 1., (a), a
 * bullet. */
bool pdf_starts_item(const char *text);

/* Whether a line has a leader, the dots between an entry of a table of contents and its page. */
bool pdf_has_leader(const char *text);

/* Whether a line is the caption of a table or figure, or says where it comes from: 图1, 表7-2, Figure 3. */
bool pdf_is_caption(const char *text);
