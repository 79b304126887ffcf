#include "extract/pdf_newspaper.h"

#include "extract/pdf_order.h"

#include <math.h>
#include <stdlib.h>

/* So many columns of prose side by side make a newspaper. */
#define COLUMNS 3
/* And not fewer pieces. */
#define LEAST_PIECES 12

/* The head of a page is among so many bands, each of so many pieces at most. */
#define HEAD_BANDS  3
#define HEAD_PIECES 12
/* A date with the day of the week is not longer, in bytes. */
#define LONGEST_DATE 48

/* ---- Is it one? ------------------------------------------------------------------------------- */

static int by_right(const void *a, const void *b)
{
    const PdfStack *one = *(PdfStack *const *)a, *other = *(PdfStack *const *)b;
    return (one->right > other->right) - (one->right < other->right);
}

/* Whether so many columns of prose stand side by side at the height where one of them begins. */
static bool has_columns(const PdfStacks *stacks, float size)
{
    g_autofree const PdfStack **prose = g_new(const PdfStack *, stacks->length + 1);
    size_t count = 0;
    for (size_t i = 0; i < stacks->length; i++) {
        if (pdf_stack_is_prose(&stacks->items[i], size))
            prose[count++] = &stacks->items[i];
    }
    qsort(prose, count, sizeof *prose, by_right);
    for (size_t i = 0; i < count; i++) {
        float height = prose[i]->top + 2 * size, end = -INFINITY;
        size_t abreast = 0;
        for (size_t j = 0; j < count; j++) {
            if (prose[j]->top > height || prose[j]->bottom < height || prose[j]->left < end)
                continue;
            end = prose[j]->right;
            abreast++;
        }
        if (abreast >= COLUMNS)
            return true;
    }
    return false;
}

/* ---- The head of the page --------------------------------------------------------------------- */

/* Whether a band says of which day and issue the paper is. */
static bool tells_issue(PdfRegion band)
{
    for (size_t i = 0; i < band.count; i++) {
        const char *text = band.items[i].piece->text;
        bool is_date =
            g_ascii_isdigit(*text) && strstr(text, "年") && strstr(text, "月") && strstr(text, "日");
        if ((is_date && strlen(text) < LONGEST_DATE) || strstr(text, "期（总") ||
            (strstr(text, "星期") && strlen(text) < LONGEST_DATE))
            return true;
    }
    return false;
}

/* The number of items, after sorting by top, in the bands down to the last that tells the issue: the head of
 * the page.
 */
static size_t count_masthead(PdfRegion region)
{
    PdfBands bands = {0};
    size_t count = 0;
    pdf_bands(region, &bands);
    for (size_t i = 0; i + 1 < bands.length && i < HEAD_BANDS; i++) {
        if (tells_issue(pdf_part(region, &bands.items[i])) && bands.items[i].count < HEAD_PIECES)
            count = bands.items[i].first + bands.items[i].count;
    }
    array_clear(&bands);
    return count;
}

/* ---- The whole -------------------------------------------------------------------------------- */

/* Puts the items from `first` on, of which the stacks are, into the order of reading. */
static void order_page(PdfItem *items, size_t first, const PdfStacks *stacks, float size, PdfChunks *chunks)
{
    g_autofree PdfMember *members = pdf_members(stacks, size);
    g_autofree size_t *order = pdf_order(stacks, members, size);
    for (size_t i = 0; i < stacks->length; i++) {
        const PdfStack *stack = &stacks->items[order[i]];
        array_push(chunks, ((PdfChunk){first, stack->items.length, !stack->is_headline}));
        memcpy(items + first, stack->items.items, stack->items.length * sizeof *items);
        first += stack->items.length;
    }
}

bool pdf_newspaper(PdfRegion region, PdfChunks *chunks)
{
    if (region.count < LEAST_PIECES || region.items[0].piece->flags & TIFA_BLOCK_OCR)
        return false;
    PdfStacks stacks = {0};
    size_t head = count_masthead(region);
    PdfRegion body = {region.items + head, region.count - head};
    float size = pdf_text_size(body);
    bool is_newspaper = pdf_stacks_add(body, size, &stacks) && has_columns(&stacks, size);
    if (is_newspaper) {
        if (head > 0)
            array_push(chunks, ((PdfChunk){0, head, false}));
        order_page(region.items, head, &stacks, size, chunks);
    }
    pdf_stacks_clear(&stacks);
    return is_newspaper;
}
