#include "extract/pdf_stack.h"

#include "extract/pdf_mark.h"

#include <math.h>
#include <stdlib.h>

/* Letters so many times the usual size are those of headlines. */
#define LARGE 1.13F
/* Lines of a column are not further apart, in font sizes of the text. */
#define LINE_GAP 1.2F
/* The first line of a paragraph and the last may be shorter by so much, in font sizes, than the column that
 * they begin or end. */
#define INDENT 3.2F
/* Columns beside each other are at least so far apart and so wide, in font sizes. */
#define GUTTER      0.5F
#define COLUMN_WIDE 5.0F
/* The lines of a headline are not further apart, as a share of the size of the larger. */
#define HEADLINE_GAP 0.8F
/* A blank in a headline is not wider, in its own font size. */
#define HEADLINE_BLANK 1.1F
/* A page of print has not more. */
#define MOST_STACKS 1500
/* A column of prose has at least so many lines, so wide in font sizes. */
#define PROSE_LINES 4
#define PROSE_WIDTH 6.5F

static int by_top(const void *a, const void *b)
{
    const PdfItem *one = a, *other = b;
    if (one->top != other->top)
        return one->top > other->top ? 1 : -1;
    return (one->left > other->left) - (one->left < other->left);
}

static PdfStack stack_of(const PdfItem *item, bool is_headline)
{
    PdfStack stack = {.left = item->left,
                      .right = item->right,
                      .top = item->top,
                      .bottom = item->bottom,
                      .is_headline = is_headline};
    array_push(&stack.items, *item);
    return stack;
}

static void push_item(PdfStack *stack, const PdfItem *item)
{
    array_push(&stack->items, *item);
    stack->left = MIN(stack->left, item->left);
    stack->right = MAX(stack->right, item->right);
    stack->top = MIN(stack->top, item->top);
    stack->bottom = MAX(stack->bottom, item->bottom);
}

/* ---- Text ---------------------------------------------------------------------------------------------- */

/* Whether a line goes on with a column: below it or beside its last piece, and within its margins, or the
 * column is so far within those of the line. */
static bool goes_on(const PdfStack *stack, const PdfItem *item, float size)
{
    float slack = INDENT * size, shared = MIN(stack->right, item->right) - MAX(stack->left, item->left);
    bool is_within = item->left > stack->left - slack && item->right < stack->right + slack;
    bool is_around = item->left < stack->left + slack && item->right > stack->right - slack;
    return !stack->is_headline && item->top - stack->bottom < LINE_GAP * size && shared > 0 &&
           (is_within || is_around);
}

/* Whether a piece stands beside another one across the gap between two columns. */
static bool is_next_column(const PdfItem *before, const PdfItem *item, float size)
{
    float wide = COLUMN_WIDE * size;
    return item->top < before->bottom && item->bottom > before->top && before->right - before->left > wide &&
           item->right - item->left > wide &&
           (item->left > before->right + GUTTER * size || item->right < before->left - GUTTER * size);
}

/* Adds a piece of text to the stack it goes on with, or as a new one. Columns below a line that spans them
 * are stacks of their own. */
static void add_text(PdfStacks *stacks, const PdfItem *item, float size)
{
    PdfStack *best = NULL;
    for (size_t i = 0; i < stacks->length; i++) {
        PdfStack *stack = &stacks->items[i];
        if (goes_on(stack, item, size) && (!best || stack->bottom > best->bottom))
            best = stack;
    }
    if (!best) {
        array_push(stacks, stack_of(item, false));
    } else if (best->items.length > 1 && is_next_column(&array_last(&best->items), item, size)) {
        PdfItem last = array_last(&best->items);
        best->items.length--;
        best->bottom = array_last(&best->items).bottom;
        array_push(stacks, stack_of(&last, false));
        array_push(stacks, stack_of(item, false));
    } else {
        push_item(best, item);
    }
}

/* ---- Headlines ----------------------------------------------------------------------------------------- */

/* Whether two pieces in large letters are of one headline: lines below each other, or parts of one line. */
static bool are_headline(const PdfItem *one, const PdfItem *other)
{
    float larger = MAX(one->piece->size, other->piece->size);
    float smaller = MIN(one->piece->size, other->piece->size);
    float beside = MAX(one->left, other->left) - MIN(one->right, other->right);
    float below = MAX(one->top, other->top) - MIN(one->bottom, other->bottom);
    if (beside < 0)
        return below < HEADLINE_GAP * larger;
    return below < -0.5F * smaller && smaller > 0.9F * larger && beside < HEADLINE_BLANK * smaller;
}

static void join_stack(PdfStack *stack, PdfStack *other)
{
    for (size_t i = 0; i < other->items.length; i++)
        push_item(stack, &other->items.items[i]);
    other->items.length = 0;
}

/* Adds a piece of a headline; headlines that it joins become one. */
static void add_headline(PdfStacks *stacks, const PdfItem *item)
{
    PdfStack *home = NULL;
    for (size_t i = 0; i < stacks->length; i++) {
        PdfStack *stack = &stacks->items[i];
        bool joins = false;
        for (size_t j = 0; stack->is_headline && j < stack->items.length && !joins; j++)
            joins = are_headline(&stack->items.items[j], item);
        if (joins && home)
            join_stack(home, stack);
        else if (joins)
            home = stack;
    }
    if (home)
        push_item(home, item);
    else
        array_push(stacks, stack_of(item, true));
}

/* ---- All of them --------------------------------------------------------------------------------------- */

static int by_height(const void *a, const void *b)
{
    const PdfStack *one = a, *other = b;
    if (one->top != other->top)
        return one->top > other->top ? 1 : -1;
    return (one->left > other->left) - (one->left < other->left);
}

static void drop_empty(PdfStacks *stacks)
{
    size_t kept = 0;
    for (size_t i = 0; i < stacks->length; i++) {
        if (stacks->items[i].items.length > 0)
            stacks->items[kept++] = stacks->items[i];
        else
            array_clear(&stacks->items[i].items);
    }
    stacks->length = kept;
}

bool pdf_stacks_add(PdfRegion region, float size, PdfStacks *stacks)
{
    qsort(region.items, region.count, sizeof *region.items, by_top);
    for (size_t i = 0; i < region.count; i++) {
        const PdfItem *item = &region.items[i];
        if (stacks->length > MOST_STACKS)
            return false;
        if (item->piece->size > LARGE * size)
            add_headline(stacks, item);
        else
            add_text(stacks, item, size);
    }
    drop_empty(stacks);
    array_sort(stacks, by_height);
    return true;
}

void pdf_stacks_clear(PdfStacks *stacks)
{
    for (size_t i = 0; i < stacks->length; i++)
        array_clear(&stacks->items[i].items);
    array_clear(stacks);
}

bool pdf_stack_is_prose(const PdfStack *stack, float size)
{
    size_t full = 0, count = stack->items.length;
    if (stack->is_headline || count < PROSE_LINES || stack->right - stack->left < PROSE_WIDTH * size)
        return false;
    for (size_t i = 0; i < count; i++)
        full += stack->right - stack->items.items[i].right < 1.3F * size;
    return 2 * full > count;
}

bool pdf_stack_begins(const PdfStack *stack, float size)
{
    const PdfItem *first = &stack->items.items[0];
    return first->left - stack->left > size || pdf_starts_item(first->piece->text);
}

bool pdf_stack_ends(const PdfStack *stack, float size)
{
    const PdfItem *last = &array_last(&stack->items);
    bool is_short = stack->right - last->right > 2 * size || last->left - stack->left > INDENT * size;
    return is_short || pdf_ends_sentence(last->piece->text);
}
