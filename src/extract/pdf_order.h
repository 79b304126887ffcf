/* pdf_order.h - the order in which the stacks of a newspaper page are read.
 *
 * Articles follow the gaps that part all of them, rows first; those that interlock go from top to bottom. In
 * an article the head comes first, then the text column by column, then captions.
 */
#pragma once

#include "extract/pdf_member.h"

/* The indices of all stacks in the order of reading, to be freed with g_free(); `size` is the page's usual
 * font size. */
size_t *pdf_order(const PdfStacks *stacks, const PdfMember *members, float size);
