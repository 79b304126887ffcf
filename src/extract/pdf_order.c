#include "extract/pdf_order.h"

#include <math.h>
#include <stdlib.h>

/* Articles whose tops differ by less, in font sizes, stand side by side. */
#define ROW 3.0F

typedef struct {
    const PdfStacks *stacks;
    const PdfMember *members; /* of each stack */
    float size;
} Page;

/* ---- The order of articles -------------------------------------------------------------------- */

typedef struct {
    PdfStack box; /* of all its stacks; without items */
    size_t article;
    long row;
} Article;

typedef ARRAY(Article) Articles;

static void widen(PdfStack *box, const PdfStack *stack)
{
    box->left = MIN(box->left, stack->left);
    box->right = MAX(box->right, stack->right);
    box->top = MIN(box->top, stack->top);
    box->bottom = MAX(box->bottom, stack->bottom);
}

static void list_articles(const Page *page, Articles *articles)
{
    for (size_t i = 0; i < page->stacks->length; i++) {
        size_t article = page->members[i].article, j = 0;
        while (j < articles->length && articles->items[j].article != article)
            j++;
        if (j == articles->length)
            array_push(articles, ((Article){page->stacks->items[i], article, 0}));
        else
            widen(&articles->items[j].box, &page->stacks->items[i]);
    }
    for (size_t i = 0; i < articles->length; i++)
        articles->items[i].row = lroundf(articles->items[i].box.top / (ROW * page->size));
}

static int by_upper_edge(const void *a, const void *b)
{
    float one = ((const Article *)a)->box.top, other = ((const Article *)b)->box.top;
    return (one > other) - (one < other);
}

/* Interlocking articles: from top to bottom, and those of about the same height from left to right. */
static int by_row(const void *a, const void *b)
{
    const Article *one = a, *other = b;
    if (one->row != other->row)
        return one->row > other->row ? 1 : -1;
    return (one->box.left > other->box.left) - (one->box.left < other->box.left);
}

static int by_left_edge(const void *a, const void *b)
{
    float one = ((const Article *)a)->box.left, other = ((const Article *)b)->box.left;
    return (one > other) - (one < other);
}

/* The number of articles before the first gap that parts all of them, in the order they are sorted; all if
 * there is none. */
static size_t count_before_gap(const Article *articles, size_t count, bool is_down, float slack)
{
    float end = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        const PdfStack *box = &articles[i].box;
        if (i > 0 && (is_down ? box->top : box->left) > end - slack)
            return i;
        end = MAX(end, is_down ? box->bottom : box->right);
    }
    return count;
}

static void order_articles(Article *articles, size_t count, float size)
{
    while (count > 1) {
        qsort(articles, count, sizeof *articles, by_upper_edge);
        size_t first = count_before_gap(articles, count, true, size);
        if (first == count) {
            qsort(articles, count, sizeof *articles, by_left_edge);
            first = count_before_gap(articles, count, false, 0);
        }
        if (first == count) {
            qsort(articles, count, sizeof *articles, by_row);
            return;
        }
        order_articles(articles, first, size);
        articles += first;
        count -= first;
    }
}

/* ---- The order within an article -------------------------------------------------------------- */

typedef struct {
    size_t index;
    PdfRole role;
    size_t column; /* from left to right; 0 of what is no text */
    float top, left;
} Place;

typedef ARRAY(Place) Places;

static int by_place(const void *a, const void *b)
{
    const Place *one = a, *other = b;
    if (one->role != other->role)
        return one->role > other->role ? 1 : -1;
    if (one->column != other->column)
        return one->column > other->column ? 1 : -1;
    if (one->top != other->top)
        return one->top > other->top ? 1 : -1;
    return (one->left > other->left) - (one->left < other->left);
}

/* Numbers the columns of an article's text from left to right. */
static void number_columns(const Page *page, Places *places)
{
    PdfStacks columns = {0};
    for (size_t i = 0; i < places->length; i++) {
        const PdfStack *stack = &page->stacks->items[places->items[i].index];
        if (places->items[i].role == PDF_TEXT && pdf_stack_is_prose(stack, page->size))
            array_push(&columns, ((PdfStack){.left = stack->left, .right = stack->right}));
    }
    for (size_t i = 0; i < places->length; i++) {
        const PdfStack *stack = &page->stacks->items[places->items[i].index];
        if (places->items[i].role != PDF_TEXT)
            continue;
        size_t left_of = 0;
        for (size_t j = 0; j < columns.length; j++)
            left_of += columns.items[j].left < stack->left - 0.5F * pdf_stack_width(&columns.items[j]);
        places->items[i].column = left_of;
    }
    array_clear(&columns);
}

/* Adds the stacks of an article to those before it. */
static void append_article(const Page *page, size_t article, size_t *order, size_t *count)
{
    Places places = {0};
    for (size_t i = 0; i < page->stacks->length; i++) {
        const PdfStack *stack = &page->stacks->items[i];
        PdfMember member = page->members[i];
        if (member.article == article)
            array_push(&places,
                       ((Place){.index = i, .role = member.role, .top = stack->top, .left = stack->left}));
    }
    number_columns(page, &places);
    array_sort(&places, by_place);
    for (size_t i = 0; i < places.length; i++)
        order[(*count)++] = places.items[i].index;
    array_clear(&places);
}

size_t *pdf_order(const PdfStacks *stacks, const PdfMember *members, float size)
{
    Page page = {stacks, members, size};
    Articles articles = {0};
    list_articles(&page, &articles);
    order_articles(articles.items, articles.length, size);
    size_t *order = g_new(size_t, stacks->length + 1), count = 0;
    for (size_t i = 0; i < articles.length; i++)
        append_article(&page, articles.items[i].article, order, &count);
    array_clear(&articles);
    return order;
}
