#include "extract/pdf_band.h"

#include <stdlib.h>

/* One of so many letters is as large as the larger ones of the text. */
#define LARGE_SHARE 7

PdfItem pdf_item(const PdfPiece *piece)
{
    float middle = (piece->top + piece->bottom) / 2, height = piece->bottom - piece->top;
    bool is_line = height < 2 * piece->size; /* and not a piece that runs down the page */
    float half = is_line ? MIN(height / 2, 0.38F * piece->size) : height / 2;
    return (PdfItem){piece, piece->left, piece->right, middle - half, middle + half};
}

static int compare_floats(float a, float b)
{
    return (a > b) - (a < b);
}

static int by_top(const void *a, const void *b)
{
    const PdfItem *one = a, *other = b;
    int order = compare_floats(one->top, other->top);
    return order ? order : compare_floats(one->left, other->left);
}

static int by_left(const void *a, const void *b)
{
    const PdfItem *one = a, *other = b;
    int order = compare_floats(one->left, other->left);
    return order ? order : compare_floats(one->top, other->top);
}

static void extend(PdfBand *band, const PdfItem *item)
{
    band->count++;
    band->left = MIN(band->left, item->left);
    band->right = MAX(band->right, item->right);
    band->top = MIN(band->top, item->top);
    band->bottom = MAX(band->bottom, item->bottom);
}

static PdfBand band_of(size_t index, const PdfItem *item)
{
    return (PdfBand){index, 1, item->left, item->right, item->top, item->bottom};
}

void pdf_bands(PdfRegion region, PdfBands *bands)
{
    qsort(region.items, region.count, sizeof *region.items, by_top);
    for (size_t i = 0; i < region.count; i++) {
        const PdfItem *item = &region.items[i];
        if (bands->length > 0 && item->top <= array_last(bands).bottom)
            extend(&array_last(bands), item);
        else
            array_push(bands, band_of(i, item));
    }
}

void pdf_columns(PdfRegion region, float gap, PdfBands *columns)
{
    qsort(region.items, region.count, sizeof *region.items, by_left);
    for (size_t i = 0; i < region.count; i++) {
        const PdfItem *item = &region.items[i];
        if (columns->length > 0 && item->left < array_last(columns).right + gap)
            extend(&array_last(columns), item);
        else
            array_push(columns, band_of(i, item));
    }
}

static int compare_sizes(const void *a, const void *b)
{
    return compare_floats(*(const float *)a, *(const float *)b);
}

float pdf_median_size(PdfRegion region)
{
    g_autofree float *sizes = g_new(float, region.count + 1);
    for (size_t i = 0; i < region.count; i++)
        sizes[i] = region.items[i].piece->size;
    qsort(sizes, region.count, sizeof *sizes, compare_sizes);
    return region.count ? sizes[region.count / 2] : 0;
}

static int by_falling_size(const void *a, const void *b)
{
    return compare_floats(((const PdfItem *)b)->piece->size, ((const PdfItem *)a)->piece->size);
}

/* About how many letters an item has. */
static float count_letters(const PdfItem *item)
{
    return (item->right - item->left) / item->piece->size;
}

float pdf_text_size(PdfRegion region)
{
    PdfRegion copy = pdf_copy(region);
    float all = 0, large = 0;
    size_t i = 0;
    qsort(copy.items, copy.count, sizeof *copy.items, by_falling_size);
    for (size_t j = 0; j < copy.count; j++)
        all += count_letters(&copy.items[j]);
    while (i + 1 < copy.count && (large += count_letters(&copy.items[i])) * LARGE_SHARE < all)
        i++;
    float size = copy.count ? copy.items[i].piece->size : 0;
    g_free(copy.items);
    return size;
}
