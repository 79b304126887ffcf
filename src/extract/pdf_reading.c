#include "extract/pdf_reading.h"

#include <math.h>
#include <stdlib.h>

/* Lines of prose are at least so wide, in font sizes ... */
#define PROSE_WIDTH 7.0F
/* ... begin and end where the next one does but for an indent and a ragged edge, in font sizes and as a share
 * of their width ... */
#define PROSE_INDENT 2.5F
#define PROSE_RAGGED 0.15F
/* ... or are so wide that they can be nothing else ... */
#define PROSE_LONG 18.0F
/* ... and make that share of a column of prose. */
#define PROSE_SHARE 0.5F
/* So many pieces are looked at to find the next line. */
#define NEAR_PIECES 64
/* Of the lines of a table's columns, so many percent stand beside one of another column ... */
#define LEVEL_PERCENT 60
/* ... give or take that share of the font size. */
#define LEVEL 0.3F
/* So many columns make a table, whatever their heights, if one of so many lines is in most columns. */
#define MANY_COLUMNS 4
#define FULL_LINES   8
/* Narrower gaps, in font sizes, in fewer lines may be those between words. */
#define WORD_GAP   1.6F
#define WORD_LINES 4
/* A column of list marks is not wider, in font sizes. */
#define MARK_WIDTH 5.0F
/* Letters that much larger are those of a headline, not of a cell. */
#define HEADLINE 1.3F
/* Rows of cells of several lines are at least so many times further apart than the lines ... */
#define GRID_GAP 1.3F
/* ... and make a table if there are so many; two will do if not all columns are prose. */
#define GRID_ROWS 3
/* ... none of them higher, in font sizes. */
#define GRID_HEIGHT 22.0F

static int compare_floats(const void *a, const void *b)
{
    float one = *(const float *)a, other = *(const float *)b;
    return (one > other) - (one < other);
}

/* Whether one piece stands above another as two lines of one column of prose do. */
static bool are_lines(const PdfItem *upper, const PdfItem *lower, float size)
{
    float width = MAX(upper->right - upper->left, lower->right - lower->left);
    return fabsf(upper->left - lower->left) < PROSE_INDENT * size &&
           fabsf(upper->right - lower->right) < MAX(1.2F * size, PROSE_RAGGED * width);
}

static int by_left(const void *a, const void *b)
{
    return compare_floats(&((const PdfItem *)a)->left, &((const PdfItem *)b)->left);
}

static int by_top(const void *a, const void *b)
{
    return compare_floats(&((const PdfItem *)a)->top, &((const PdfItem *)b)->top);
}

/* Whether most of what a column holds are lines of prose: wide, and as wide as a line above or below. They
 * may stand in columns of their own. */
static bool is_prose(PdfRegion part, float size)
{
    g_autofree PdfItem *items = g_memdup2(part.items, part.count * sizeof *items);
    g_autofree bool *is_line = g_new0(bool, part.count);
    float all = 0, prose = 0;
    qsort(items, part.count, sizeof *items, by_top);
    for (size_t i = 0; i < part.count; i++) {
        float width = items[i].right - items[i].left;
        all += width;
        is_line[i] |= width > PROSE_LONG * size;
        if (width < PROSE_WIDTH * size)
            continue;
        for (size_t j = i + 1;
             j < MIN(part.count, i + NEAR_PIECES) && items[j].top < items[i].bottom + 2 * size; j++) {
            if (items[j].top >= items[i].bottom && are_lines(&items[i], &items[j], size))
                is_line[i] = is_line[j] = true;
        }
        prose += is_line[i] ? width : 0;
    }
    return prose >= PROSE_SHARE * all;
}

/* The number of lines in the column that has most. */
static size_t most_lines(PdfRegion region, const PdfBands *columns)
{
    size_t most = 0;
    for (size_t i = 0; i < columns->length; i++) {
        PdfRegion part = pdf_part(region, &columns->items[i]);
        PdfRegion copy = pdf_copy(part);
        PdfBands lines = {0};
        pdf_bands(copy, &lines);
        most = MAX(most, lines.length);
        array_clear(&lines);
        g_free(copy.items);
    }
    return most;
}

typedef struct {
    float middle;
    size_t column;
} Level;

static int by_middle(const void *a, const void *b)
{
    return compare_floats(&((const Level *)a)->middle, &((const Level *)b)->middle);
}

/* Whether of the pieces of each column that is not prose enough stand beside one of another column. */
static bool are_level(PdfRegion region, const PdfBands *columns, float size)
{
    g_autofree Level *levels = g_new(Level, region.count);
    for (size_t i = 0, column = 0; i < region.count; i++) {
        while (i >= columns->items[column].first + columns->items[column].count)
            column++;
        levels[i] = (Level){(region.items[i].top + region.items[i].bottom) / 2, column};
    }
    qsort(levels, region.count, sizeof *levels, by_middle);
    g_autofree size_t *level = g_new0(size_t, columns->length);
    for (size_t i = 0, start = 0; i < region.count; i++) {
        while (levels[i].middle - levels[start].middle > LEVEL * size)
            start++;
        bool is_level = false;
        for (size_t j = start;
             j < region.count && levels[j].middle - levels[i].middle <= LEVEL * size && !is_level; j++)
            is_level = levels[j].column != levels[i].column;
        level[levels[i].column] += is_level;
    }
    if (columns->length == 2) {
        size_t fewer = columns->items[0].count > columns->items[1].count;
        if (level[fewer] * 10 >= columns->items[fewer].count * 9)
            return true;
    }
    for (size_t i = 0; i < columns->length; i++) {
        const PdfBand *column = &columns->items[i];
        bool is_sparse = columns->length < 3 || !is_prose(pdf_part(region, column), size);
        if (is_sparse && level[i] * 100 < column->count * LEVEL_PERCENT)
            return false;
    }
    return true;
}

static size_t count_filled(PdfRegion line, const PdfBands *columns)
{
    size_t filled = 0;
    for (size_t column = 0; column < columns->length; column++) {
        bool has = false;
        for (size_t i = 0; i < line.count && !has; i++)
            has = line.items[i].left >= columns->items[column].left &&
                  line.items[i].right <= columns->items[column].right;
        filled += has;
    }
    return filled;
}

/* Whether there are many columns, and lines in plenty that have something in most of them. */
static bool is_wide_table(PdfRegion region, const PdfBands *columns)
{
    if (columns->length < MANY_COLUMNS)
        return false;
    PdfRegion copy = pdf_copy(region);
    PdfBands bands = {0};
    size_t full = 0;
    pdf_bands(copy, &bands);
    for (size_t i = 0; i < bands.length; i++)
        full += 2 * count_filled(pdf_part(copy, &bands.items[i]), columns) >= columns->length;
    bool is_table = full * FULL_LINES >= bands.length;
    array_clear(&bands);
    g_free(copy.items);
    return is_table;
}

/* Whether a line is one of words set wide: several pieces of the same size with about the same gap between
 * them. */
static bool is_spaced_out(PdfRegion line, float size)
{
    float least = INFINITY, most = 0;
    for (size_t i = 1; i < line.count; i++) {
        float gap = line.items[i].left - line.items[i - 1].right;
        least = MIN(least, gap);
        most = MAX(most, gap);
    }
    return line.count > 2 && least > 0 && most < 1.5F * least &&
           most < WORD_GAP * MAX(size, line.items[0].piece->size);
}

/* Whether a region of few lines has its gaps from words set wide, as on a title page. */
static bool are_words(PdfRegion region, float size)
{
    size_t spaced = 0, across = 0;
    PdfRegion copy = pdf_copy(region);
    PdfBands bands = {0};
    pdf_bands(copy, &bands);
    for (size_t i = 0; i < bands.length; i++) {
        PdfRegion line = pdf_part(copy, &bands.items[i]);
        qsort(line.items, line.count, sizeof *line.items, by_left);
        across += line.count > 1;
        spaced += is_spaced_out(line, size);
    }
    array_clear(&bands);
    g_free(copy.items);
    return spaced > 0 && across < WORD_LINES;
}

/* The distance between the lines of a column, the median; infinite if there are too few. */
static float line_gap(PdfRegion part)
{
    PdfRegion copy = pdf_copy(part);
    PdfBands lines = {0};
    pdf_bands(copy, &lines);
    g_autofree float *gaps = g_new(float, lines.length);
    for (size_t i = 1; i < lines.length; i++)
        gaps[i - 1] = lines.items[i].top - lines.items[i - 1].bottom;
    size_t count = lines.length - 1;
    qsort(gaps, count, sizeof *gaps, compare_floats);
    float gap = count > 1 ? gaps[count / 2] : INFINITY;
    array_clear(&lines);
    g_free(copy.items);
    return gap;
}

/* Whether what a stretch of the region holds of each column stands at the same height, as the cells of a row
 * do. */
static bool is_row(PdfRegion row, const PdfBands *columns, float size)
{
    size_t cells = 0;
    float top = 0, middle = 0;
    for (size_t i = 0; i < row.count; i++) {
        if (row.items[i].piece->size > HEADLINE * size)
            return false;
    }
    for (size_t column = 0; column < columns->length; column++) {
        float first = INFINITY, last = -INFINITY;
        for (size_t i = 0; i < row.count; i++) {
            if (row.items[i].left < columns->items[column].left ||
                row.items[i].right > columns->items[column].right)
                continue;
            first = MIN(first, row.items[i].top);
            last = MAX(last, row.items[i].bottom);
        }
        if (first > last)
            continue;
        if (cells++ > 0 && fabsf(first - top) > 0.4F * size &&
            fabsf((first + last) / 2 - middle) > 0.6F * size)
            return false;
        top = first;
        middle = (first + last) / 2;
    }
    return cells > 1;
}

/* Whether gaps wider than those between lines cross all columns and part the `needed` number of rows of
 * cells. */
static bool is_grid(PdfRegion region, const PdfBands *columns, size_t needed, float size)
{
    float inner = INFINITY;
    for (size_t i = 0; i < columns->length; i++)
        inner = MIN(inner, line_gap(pdf_part(region, &columns->items[i])));
    PdfRegion copy = pdf_copy(region);
    PdfBands bands = {0};
    pdf_bands(copy, &bands);
    size_t rows = 0, good = 0;
    for (size_t i = 1, start = 0; i <= bands.length; i++) {
        if (i < bands.length &&
            bands.items[i].top - bands.items[i - 1].bottom < GRID_GAP * inner + 0.1F * size)
            continue;
        size_t first = bands.items[start].first, end = bands.items[i - 1].first + bands.items[i - 1].count;
        if (bands.items[i - 1].bottom - bands.items[start].top > GRID_HEIGHT * size)
            needed = SIZE_MAX;
        rows++;
        good += is_row((PdfRegion){copy.items + first, end - first}, columns, size);
        start = i;
    }
    array_clear(&bands);
    g_free(copy.items);
    return rows >= needed && good * 10 >= rows * 8;
}

PdfReading pdf_reading_of(PdfRegion region, const PdfBands *columns)
{
    float size = pdf_median_size(region), width = columns->items[0].right - columns->items[0].left;
    size_t prose = 0;
    for (size_t i = 0; i < columns->length; i++)
        prose += is_prose(pdf_part(region, &columns->items[i]), size);
    if (prose > 1 && 2 * prose > columns->length)
        return is_grid(region, columns, prose < columns->length ? 2 : GRID_ROWS, size) ? PDF_GRID
                                                                                       : PDF_COLUMNS;
    if (most_lines(region, columns) < 2)
        return PDF_FLOW;
    if (!are_level(region, columns, size) && !is_wide_table(region, columns))
        return is_grid(region, columns, GRID_ROWS, size) ? PDF_GRID : PDF_COLUMNS;
    if (are_words(region, size))
        return PDF_FLOW;
    bool is_list = columns->length == 2 && prose == 1 && width <= MARK_WIDTH * size;
    return is_list ? PDF_FLOW : PDF_ROWS;
}
