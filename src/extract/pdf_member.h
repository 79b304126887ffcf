/* pdf_member.h - which stacks of a newspaper page are one article, and what each is in it.
 *
 * What stands above what tells it, and what stands beside what: text below a headline is its article, and so
 * is the column that goes on with it, or whose white above is level with the headline.
 */
#pragma once

#include "extract/pdf_stack.h"

/* In the order in which they are read. */
typedef enum {
    PDF_HEAD, /* headline, kicker, what stands right below them in a line or two */
    PDF_TEXT,
    PDF_CAPTION,
} PdfRole;

typedef struct {
    size_t article; /* the first stack of its article */
    PdfRole role;
} PdfMember;

/* What each stack of a page is, to be freed with g_free(); `size` is the page's usual font size. */
PdfMember *pdf_members(const PdfStacks *stacks, float size);
