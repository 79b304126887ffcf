#include "extract/pdf_line.h"

#include "extract/pdf_script.h"

#include <math.h>
#include <stdlib.h>

/* A blank at least as wide as a character is kept as the wide one. */
#define WIDE_BLANK 0.8F

void pdf_lines_clear(PdfLines *lines)
{
    for (size_t i = 0; i < lines->length; i++)
        g_free(lines->items[i].text);
    array_clear(lines);
}

static bool is_one_character(const char *text)
{
    return *text && !*g_utf8_next_char(text);
}

/* Whether a line is spread out: all or, of a longer one, nearly all of its pieces are single Han characters
 * (通　知, tong zhi, notice). */
static bool is_letter_spaced(PdfRegion region)
{
    size_t single = 0;
    for (size_t i = 0; i < region.count; i++) {
        const char *text = region.items[i].piece->text;
        single += is_one_character(text) && utf8_is_han(g_utf8_get_char(text));
    }
    return region.count > 1 &&
           (single == region.count || (region.count > 5 && single * 10 >= region.count * 7));
}

static const char *blank_between(const PdfPiece *before, const PdfPiece *after)
{
    float gap = (after->left - before->right) / MAX(before->size, after->size);
    ScriptBorder border = script_border(script_last(before->text), g_utf8_get_char(after->text));
    if (border == SCRIPT_APART)
        return gap > 0.1F ? " " : "";
    if (gap > (border == SCRIPT_SOFT ? 0.7F : 0.35F))
        return gap > WIDE_BLANK && border == SCRIPT_SOLID ? "\xE3\x80\x80" : " ";
    return border == SCRIPT_SOFT && gap > 0.1F ? PDF_SOFT_BLANK_TEXT : "";
}

static int by_left(const void *a, const void *b)
{
    float one = ((const PdfItem *)a)->left, other = ((const PdfItem *)b)->left;
    return (one > other) - (one < other);
}

PdfLine pdf_line_of(PdfRegion region)
{
    qsort(region.items, region.count, sizeof *region.items, by_left);
    const PdfPiece *first = region.items[0].piece, *longest = first;
    PdfLine line = {.box = {first->left, first->top, first->right, first->bottom},
                    .first_width = first->first_width};
    GString *text = g_string_new(NULL);
    bool is_spaced = is_letter_spaced(region);
    for (size_t i = 0; i < region.count; i++) {
        const PdfPiece *piece = region.items[i].piece;
        if (i > 0 && !is_spaced)
            g_string_append(text, blank_between(region.items[i - 1].piece, piece));
        g_string_append(text, piece->text);
        if (piece->right - piece->left > longest->right - longest->left)
            longest = piece;
        line.box.top = MIN(line.box.top, piece->top);
        line.box.right = MAX(line.box.right, piece->right);
        line.box.bottom = MAX(line.box.bottom, piece->bottom);
        line.flags |= piece->flags;
    }
    line.size = longest->size;
    line.bold = longest->bold;
    line.text = g_string_free(text, FALSE);
    return line;
}

/* Whether an item stands on the line that the items first..last-1 make. */
static bool is_on_line(const PdfItem *items, size_t first, size_t last, const PdfItem *item)
{
    float middle = (item->top + item->bottom) / 2, line = (items[first].top + items[first].bottom) / 2;
    if (fabsf(middle - line) > 0.5F * MIN(item->piece->size, items[first].piece->size))
        return false;
    for (size_t i = first; i < last; i++) {
        if (MIN(items[i].right, item->right) - MAX(items[i].left, item->left) > 0.7F * item->piece->size)
            return false;
    }
    return true;
}

static int by_middle(const void *a, const void *b)
{
    const PdfItem *one = a, *other = b;
    float difference = one->top + one->bottom - other->top - other->bottom;
    return (difference > 0) - (difference < 0);
}

void pdf_lines_add(PdfRegion region, PdfLines *lines)
{
    size_t start = 0, first_line = lines->length;
    float left = INFINITY, right = -INFINITY;
    qsort(region.items, region.count, sizeof *region.items, by_middle);
    for (size_t i = 1; i <= region.count; i++) {
        if (i < region.count && is_on_line(region.items, start, i, &region.items[i]))
            continue;
        PdfLine line = pdf_line_of((PdfRegion){region.items + start, i - start});
        left = MIN(left, line.box.left);
        right = MAX(right, line.box.right);
        array_push(lines, line);
        start = i;
    }
    for (size_t i = first_line; i < lines->length; i++) {
        lines->items[i].left = left;
        lines->items[i].right = right;
    }
}
