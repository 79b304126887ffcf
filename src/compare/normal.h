/* normal.h - text made comparable: what a reader would call the same text becomes the same characters.
 *
 * White space and invisible characters go; widths, compatibility forms, and the kinds of quotation marks,
 * brackets and dashes are folded. For comparing only: spans always count in the document's own text.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

typedef ARRAY(gunichar) NormalText;

/* Stands for the number of another article or chapter (第十二条, 第三章). Not of a paragraph (款 kuan, 项
 * xiang): those change when a text is rewritten, not when it is renumbered. */
#define NORMAL_REFERENCE ((gunichar)0xE000)

/* Appends `length` bytes, folded. */
void normal_add(NormalText *normal, const char *text, size_t length);

/* Appends characters start.. of `normal` to `masked`, each reference to an article or chapter as one
 * NORMAL_REFERENCE. */
void normal_mask(const NormalText *normal, size_t start, NormalText *masked);

/* Appends `length` bytes, folded, without an editor's notes in brackets and without footnote marks. */
void normal_add_without_notes(NormalText *normal, const char *text, size_t length);

bool normal_equal(const NormalText *left, const NormalText *right);
