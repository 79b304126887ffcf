/* pdf_stack.h - what stands on a page of several articles: columns of text and headlines.
 *
 * A stack is a run of lines below each other in one column, without a wide gap; or a headline with all its
 * lines, kicker and subtitle. Every piece of a region is in one stack.
 */
#pragma once

#include "extract/pdf_band.h"

typedef ARRAY(PdfItem) PdfItems;

typedef struct {
    PdfItems items; /* of text: from top to bottom */
    float left, right, top, bottom;
    bool is_headline;
} PdfStack;

typedef ARRAY(PdfStack) PdfStacks;

/* Adds the stacks of a region from top to bottom; `size` is its usual font size. Sorts the region. False if
 * there are more than a page of print has. */
bool pdf_stacks_add(PdfRegion region, float size, PdfStacks *stacks);

void pdf_stacks_clear(PdfStacks *stacks);

/* Whether a stack is a column of prose: of many lines, most of them full. */
bool pdf_stack_is_prose(const PdfStack *stack, float size);

/* Whether the text of a stack begins a paragraph, and whether it ends one, as far as one can see. */
bool pdf_stack_begins(const PdfStack *stack, float size);
bool pdf_stack_ends(const PdfStack *stack, float size);

static inline float pdf_stack_width(const PdfStack *stack)
{
    return stack->right - stack->left;
}

/* How much wide two stacks stand above each other; negative if they do not. */
static inline float pdf_stack_shared(const PdfStack *one, const PdfStack *other)
{
    return MIN(one->right, other->right) - MAX(one->left, other->left);
}

/* The same for their heights. */
static inline float pdf_stack_abreast(const PdfStack *one, const PdfStack *other)
{
    return MIN(one->bottom, other->bottom) - MAX(one->top, other->top);
}
