#include "extract/pdf_member.h"

#include <math.h>

/* Letters up to so many times the usual size may be those of a heading inside a column. */
#define SUBHEAD 1.35F
/* A heading inside a column is not further from its text, in font sizes. */
#define SUBHEAD_GAP 2.2F
/* A column beside a headline begins not so far above or below it, in font sizes. */
#define BESIDE 2.0F
/* ... nor so far below it. */
#define BELOW 4.0F
/* Columns begin at one height if their tops differ by less; one gap between columns is narrower than another
 * if it is so by more; in font sizes. */
#define LEVEL  0.6F
#define CLOSER 0.3F
/* Lines of a caption, and the white above it where the picture is, in font sizes. */
#define CAPTION_LINES 5
#define PICTURE       5.0F
/* A line above a headline belongs to it if it is no further away, in font sizes. */
#define KICKER_GAP 1.3F
/* What stands below a headline in so few lines, so close, is part of the head of its article; in font sizes.
 */
#define HEAD_LINES 3.0F
#define HEAD_GAP   2.0F

#define NONE SIZE_MAX

/* What a stack has to do with others, by their indices. */
typedef struct {
    size_t article; /* leads to the first stack of its article (union-find) */
    size_t above;   /* the stack right above it, or NONE */
    size_t head;    /* the headline that it is or whose subtitle or byline it is, or NONE */
    float foot;     /* of a headline: where its subtitle and byline end */
} Tie;

typedef struct {
    const PdfStacks *stacks;
    float size;
    Tie *ties; /* of each stack */
} Page;

/* ---- What stands where ------------------------------------------------------------------------ */

static const PdfStack *stack_at(const Page *page, size_t index)
{
    return &page->stacks->items[index];
}

/* The stack that ends lowest of those above a stack that share a good part of its width. */
static size_t find_above(const Page *page, size_t index)
{
    const PdfStack *stack = stack_at(page, index);
    size_t best = NONE;
    for (size_t i = 0; i < page->stacks->length; i++) {
        const PdfStack *other = stack_at(page, i);
        float narrower = MIN(pdf_stack_width(stack), pdf_stack_width(other));
        if (i == index || other->bottom > stack->top + 0.4F * page->size || other->top >= stack->top ||
            pdf_stack_shared(stack, other) < 0.3F * narrower)
            continue;
        if (best == NONE || other->bottom > stack_at(page, best)->bottom)
            best = i;
    }
    return best;
}

/* The nearest stack to the left of one (or to the right) at the height where it begins. */
static size_t find_beside(const Page *page, size_t index, bool is_left)
{
    const PdfStack *stack = stack_at(page, index);
    float height = stack->top + 0.5F * page->size;
    size_t best = NONE;
    float nearest = INFINITY;
    for (size_t i = 0; i < page->stacks->length; i++) {
        const PdfStack *other = stack_at(page, i);
        float distance = is_left ? stack->left - other->right : other->left - stack->right;
        if (i == index || other->top > height || other->bottom < height || distance < 0 ||
            distance >= nearest)
            continue;
        nearest = distance;
        best = i;
    }
    return best;
}

/* Whether nothing stands between two stacks at a height. */
static bool is_clear(const Page *page, size_t one, size_t other, float height)
{
    const PdfStack *left = stack_at(page, one), *right = stack_at(page, other);
    if (left->left > right->left) {
        const PdfStack *swap = left;
        left = right;
        right = swap;
    }
    for (size_t i = 0; i < page->stacks->length; i++) {
        const PdfStack *stack = stack_at(page, i);
        if (stack->top < height && stack->bottom > height && stack->left >= left->right - 1 &&
            stack->left < right->left && i != one && i != other)
            return false;
    }
    return true;
}

/* Whether two columns begin at one height. */
static bool is_level(const Page *page, size_t one, size_t other)
{
    return fabsf(stack_at(page, one)->top - stack_at(page, other)->top) < LEVEL * page->size;
}

/* ---- What a stack is -------------------------------------------------------------------------- */

static bool is_tall(const PdfStack *headline)
{
    return headline->bottom - headline->top > 2 * pdf_stack_width(headline);
}

/* Whether a headline is a heading inside a column: not large, and close to the text above and below. */
static bool is_subhead(const Page *page, size_t index)
{
    const PdfStack *stack = stack_at(page, index);
    size_t above = page->ties[index].above;
    for (size_t i = 0; i < stack->items.length; i++) {
        if (stack->items.items[i].piece->size > SUBHEAD * page->size)
            return false;
    }
    return above != NONE && !stack_at(page, above)->is_headline &&
           stack->top - stack_at(page, above)->bottom < SUBHEAD_GAP * page->size &&
           pdf_stack_width(stack) < pdf_stack_width(stack_at(page, above)) + 2 * page->size;
}

/* Whether text is a line or two above a headline, and of it: its kicker. */
static bool is_kicker(const Page *page, size_t text, size_t headline)
{
    const PdfStack *one = stack_at(page, text), *other = stack_at(page, headline);
    float slack = page->size;
    return !one->is_headline && one->items.length <= 2 && one->left > other->left - slack &&
           one->right < other->right + slack && other->top - one->bottom < KICKER_GAP * page->size;
}

/* Whether text is the caption of a picture: a few lines below much white, and no short column beside another.
 */
static bool is_caption(const Page *page, size_t index)
{
    const PdfStack *stack = stack_at(page, index);
    size_t above = page->ties[index].above, left = find_beside(page, index, true);
    size_t right = find_beside(page, index, false);
    return !stack->is_headline && stack->items.length <= CAPTION_LINES && above != NONE &&
           stack->top - stack_at(page, above)->bottom > PICTURE * page->size &&
           (left == NONE || !is_level(page, index, left)) && (right == NONE || !is_level(page, index, right));
}

/* Whether a stack is part of the article's head: headline, kicker, what stands right below it in a line or
 * two. */
static bool is_head(const Page *page, size_t index)
{
    const PdfStack *stack = stack_at(page, index);
    if (stack->is_headline)
        return !is_subhead(page, index);
    if (page->ties[index].head != NONE)
        return true;
    for (size_t i = 0; i < page->stacks->length; i++) {
        if (stack_at(page, i)->is_headline && page->ties[i].above == index && is_kicker(page, index, i))
            return true;
    }
    return false;
}

static PdfRole role_of(const Page *page, size_t index)
{
    if (is_head(page, index))
        return PDF_HEAD;
    return is_caption(page, index) ? PDF_CAPTION : PDF_TEXT;
}

/* ---- Which belong together -------------------------------------------------------------------- */

static size_t article_of(const Page *page, size_t index)
{
    while (page->ties[index].article != index)
        index = page->ties[index].article = page->ties[page->ties[index].article].article;
    return index;
}

static void join(const Page *page, size_t one, size_t other)
{
    size_t first = article_of(page, one), second = article_of(page, other);
    page->ties[MAX(first, second)].article = MIN(first, second);
}

/* Whether the article of a headline may reach to a stack that stands beside the headline. An article begins
 * where its headline does, unless its text sticks out to the left. Below a headline set from top to bottom
 * the text tells: if it begins a paragraph, the article goes on to the right; else it goes on with what
 * stands to the left. */
static bool faces(const Page *page, size_t headline, size_t index)
{
    const PdfStack *head = stack_at(page, headline);
    bool is_left = stack_at(page, index)->left < head->left;
    float left = -INFINITY;
    for (size_t i = 0; i < page->stacks->length; i++) {
        const PdfStack *below = stack_at(page, i);
        size_t above = page->ties[i].above;
        if (above == NONE || page->ties[above].head != headline || page->ties[i].head == headline)
            continue;
        if (is_tall(head))
            return pdf_stack_begins(below, page->size) != is_left;
        left = left < 0 ? below->left : MIN(left, below->left);
    }
    return !is_left || fabsf(left - head->left) > page->size;
}

/* The headline that a column which it does not reach over belongs to: the white above the column is beside
 * the headline. Of several the nearest. */
static size_t find_headline_beside(const Page *page, size_t index)
{
    const PdfStack *stack = stack_at(page, index);
    const PdfStack *above = page->ties[index].above == NONE ? NULL : stack_at(page, page->ties[index].above);
    size_t best = NONE;
    float nearest = INFINITY;
    for (size_t i = 0; i < page->stacks->length; i++) {
        const PdfStack *headline = stack_at(page, i);
        float distance = -pdf_stack_shared(headline, stack);
        float height = MAX(MIN(stack->top, headline->bottom), headline->top + page->size) - 0.5F * page->size;
        if (!headline->is_headline || stack->top < headline->top - BESIDE * page->size ||
            stack->top > page->ties[i].foot + BELOW * page->size || !faces(page, i, index) ||
            (above && above->bottom > headline->top + 0.5F * page->size) || distance >= nearest ||
            is_subhead(page, i) || !is_clear(page, i, index, height))
            continue;
        nearest = distance;
        best = i;
    }
    return best;
}

/* The column beside another that begins at the same height and is closer than the one on the other side. */
static size_t find_level(const Page *page, size_t index, size_t left, size_t right)
{
    const PdfStack *stack = stack_at(page, index);
    if (left == NONE || right == NONE)
        return NONE;
    float before = stack->left - stack_at(page, left)->right,
          behind = stack_at(page, right)->left - stack->right;
    size_t column = before < behind ? left : right;
    bool is_closer = fabsf(before - behind) > CLOSER * page->size;
    return is_closer && is_level(page, index, column) && !stack_at(page, column)->is_headline ? column : NONE;
}

/* Gives a column of text to the article it is part of. */
static void join_text(const Page *page, size_t index)
{
    const PdfStack *stack = stack_at(page, index);
    size_t above = page->ties[index].above;
    size_t left = find_beside(page, index, true);
    size_t head = above == NONE ? NONE : page->ties[above].head;
    if (head != NONE) {
        join(page, index, head);
        if (left != NONE && is_tall(stack_at(page, head)) && faces(page, head, left) &&
            !pdf_stack_begins(stack, page->size))
            join(page, index, left);
        return;
    }
    size_t headline = find_headline_beside(page, index), right = find_beside(page, index, false);
    size_t column = find_level(page, index, left, right);
    bool begins = pdf_stack_begins(stack, page->size);
    bool goes_on_above = above != NONE && (begins || !pdf_stack_ends(stack_at(page, above), page->size));
    bool goes_on_left = left != NONE && !begins && !pdf_stack_ends(stack_at(page, left), page->size);
    if (goes_on_left && is_level(page, index, left))
        join(page, index, left);
    else if (headline != NONE && !is_caption(page, index))
        join(page, index, column != NONE ? column : headline);
    else if (goes_on_above)
        join(page, index, above);
    else if (left != NONE && (above == NONE || goes_on_left))
        join(page, index, left);
    else if (above != NONE)
        join(page, index, above);
    else if (right != NONE)
        join(page, index, right);
}

/* A stack of a line or two below a headline, and no column, belongs to it: the headline reaches down to
 * there. */
static void find_head(const Page *page, size_t index)
{
    const PdfStack *stack = stack_at(page, index);
    size_t above = page->ties[index].above, head = above == NONE ? NONE : page->ties[above].head;
    page->ties[index].head = stack->is_headline ? index : NONE;
    if (stack->is_headline || head == NONE || pdf_stack_is_prose(stack, page->size) ||
        stack->bottom - stack->top > HEAD_LINES * page->size ||
        stack->top - page->ties[head].foot > HEAD_GAP * page->size)
        return;
    page->ties[index].head = head;
    page->ties[head].foot = MAX(page->ties[head].foot, stack->bottom);
}

static void find_articles(const Page *page)
{
    for (size_t i = 0; i < page->stacks->length; i++) {
        page->ties[i].article = i;
        page->ties[i].above = find_above(page, i);
        page->ties[i].foot = stack_at(page, i)->bottom;
    }
    for (size_t i = 0; i < page->stacks->length; i++)
        find_head(page, i);
    for (size_t i = 0; i < page->stacks->length; i++) {
        size_t above = page->ties[i].above;
        if (!stack_at(page, i)->is_headline)
            join_text(page, i);
        else if (above != NONE && (is_subhead(page, i) || is_kicker(page, above, i)))
            join(page, i, above);
    }
}

PdfMember *pdf_members(const PdfStacks *stacks, float size)
{
    g_autofree Tie *ties = g_new0(Tie, stacks->length + 1);
    Page page = {stacks, size, ties};
    PdfMember *members = g_new(PdfMember, stacks->length + 1);
    find_articles(&page);
    for (size_t i = 0; i < stacks->length; i++)
        members[i] = (PdfMember){article_of(&page, i), role_of(&page, i)};
    return members;
}
