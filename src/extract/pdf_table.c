#include "extract/pdf_table.h"

#include "extract/pdf_join.h"

#include <math.h>
#include <stdlib.h>

/* A column of prose has at least so many lines ... */
#define PROSE_LINES 3
/* ... the usual ones at least so wide, in font sizes ... */
#define PROSE_WIDTH 7.0F
/* ... and so many percent of them at least this share of the usual width. */
#define PROSE_PERCENT 50
#define PROSE_FULL    0.75F
/* Of the lines of a table's columns, so many percent stand beside one of another column. */
#define LEVEL_PERCENT 60
/* A column of list marks is not wider, in font sizes. */
#define MARK_WIDTH 5.0F

/* ---- Prose or table
 * ---------------------------------------------------------------------------------------- */

static int compare_floats(const void *a, const void *b)
{
    float one = *(const float *)a, other = *(const float *)b;
    return (one > other) - (one < other);
}

/* Whether most pieces of a column are lines of prose: wide, and most of them as wide as the widest. They may
 * stand in columns of their own. */
static bool is_prose(PdfRegion part, float size)
{
    if (part.count < PROSE_LINES)
        return false;
    g_autofree float *widths = g_new(float, part.count);
    for (size_t i = 0; i < part.count; i++)
        widths[i] = part.items[i].right - part.items[i].left;
    qsort(widths, part.count, sizeof *widths, compare_floats);
    float usual = widths[part.count * 3 / 4];
    size_t full = 0;
    for (size_t i = 0; i < part.count; i++)
        full += widths[i] >= PROSE_FULL * usual;
    return usual >= PROSE_WIDTH * size && full * 100 >= part.count * PROSE_PERCENT;
}

/* The number of lines in the column that has most. */
static size_t most_lines(PdfRegion region, const PdfBands *columns)
{
    size_t most = 0;
    for (size_t i = 0; i < columns->length; i++) {
        PdfRegion part = pdf_part(region, &columns->items[i]);
        PdfItem *copy = g_memdup2(part.items, part.count * sizeof *part.items);
        PdfBands lines = {0};
        pdf_bands((PdfRegion){copy, part.count}, &lines);
        most = MAX(most, lines.length);
        array_clear(&lines);
        g_free(copy);
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

/* How many of the pieces stand beside one of another column, in percent. */
static size_t level_percent(PdfRegion region, const PdfBands *columns, float size)
{
    g_autofree Level *levels = g_new(Level, region.count);
    for (size_t i = 0, column = 0; i < region.count; i++) {
        while (i >= columns->items[column].first + columns->items[column].count)
            column++;
        levels[i] = (Level){(region.items[i].top + region.items[i].bottom) / 2, column};
    }
    qsort(levels, region.count, sizeof *levels, by_middle);
    size_t level = 0;
    for (size_t i = 0, start = 0; i < region.count; i++) {
        while (levels[i].middle - levels[start].middle > 0.3F * size)
            start++;
        bool is_level = false;
        for (size_t j = start;
             j < region.count && levels[j].middle - levels[i].middle <= 0.3F * size && !is_level; j++)
            is_level = levels[j].column != levels[i].column;
        level += is_level;
    }
    return level * 100 / MAX(region.count, 1);
}

PdfReading pdf_reading_of(PdfRegion region, const PdfBands *columns)
{
    float size = pdf_median_size(region), width = columns->items[0].right - columns->items[0].left;
    size_t prose = 0;
    for (size_t i = 0; i < columns->length; i++)
        prose += is_prose(pdf_part(region, &columns->items[i]), size);
    if (prose > 1)
        return PDF_COLUMNS;
    if (most_lines(region, columns) < 2)
        return PDF_FLOW;
    if (level_percent(region, columns, size) < LEVEL_PERCENT)
        return PDF_COLUMNS;
    bool is_list = columns->length == 2 && prose == 1 && width <= MARK_WIDTH * size;
    return is_list ? PDF_FLOW : PDF_ROWS;
}

/* ---- Rows
 * -------------------------------------------------------------------------------------------------- */

/* The gap between lines that ends a row, or 0 if every line is a row: rows of several lines stand further
 * apart than their lines. */
static float row_gap(const PdfBands *bands, float size)
{
    float least = INFINITY, most = 0;
    for (size_t i = 1; i < bands->length; i++) {
        float gap = bands->items[i].top - bands->items[i - 1].bottom;
        least = MIN(least, gap);
        most = MAX(most, gap);
    }
    return bands->length > 2 && most > 1.6F * least + 0.15F * size ? (least + most) / 2 : 0;
}

static size_t column_at(const PdfBands *columns, const PdfItem *item)
{
    size_t column = 0;
    while (column + 1 < columns->length && item->left >= columns->items[column + 1].left - 0.1F)
        column++;
    return column;
}

/* The texts of a row's cells, NULL for an empty one. */
static char **read_cells(PdfRegion row, const PdfBands *columns)
{
    char **cells = g_new0(char *, columns->length + 1);
    for (size_t column = 0; column < columns->length; column++) {
        PdfRegion cell = {g_new(PdfItem, row.count), 0};
        for (size_t i = 0; i < row.count; i++) {
            if (column_at(columns, &row.items[i]) == column)
                cell.items[cell.count++] = row.items[i];
        }
        if (cell.count > 0) {
            PdfLines lines = {0};
            GString *text = g_string_new(NULL);
            pdf_lines_add(cell, 0, 0, &lines);
            for (size_t i = 0; i < lines.length; i++)
                pdf_join_append(text, lines.items[i].text, NULL);
            pdf_lines_clear(&lines);
            cells[column] = g_string_free(text, FALSE);
        }
        g_free(cell.items);
    }
    return cells;
}

static void add_row(PdfRegion row, const PdfBands *columns, PdfLines *lines)
{
    char **cells = read_cells(row, columns);
    PdfLine line = pdf_line_of(row);
    GString *text = g_string_new(NULL);
    size_t filled = 0;
    for (size_t i = 0; i < columns->length; i++) {
        if (i > 0)
            g_string_append_c(text, '\t');
        g_string_append(text, cells[i] ? cells[i] : "");
        filled += cells[i] != NULL;
        g_free(cells[i]);
    }
    g_free(cells);
    line.is_row = filled > 1;
    if (filled < 2)
        g_strstrip(text->str);
    g_free(line.text);
    line.text = g_string_free(text, FALSE);
    array_push(lines, line);
}

void pdf_rows_add(PdfRegion region, const PdfBands *columns, uint32_t page, uint32_t number, PdfLines *lines)
{
    PdfBands bands = {0};
    pdf_bands(region, &bands);
    float gap = row_gap(&bands, pdf_median_size(region));
    size_t first_line = lines->length, start = 0;
    for (size_t i = 1; i <= bands.length; i++) {
        if (i < bands.length && bands.items[i].top - bands.items[i - 1].bottom < gap)
            continue;
        size_t first = bands.items[start].first;
        size_t end = bands.items[i - 1].first + bands.items[i - 1].count;
        add_row((PdfRegion){region.items + first, end - first}, columns, lines);
        start = i;
    }
    for (size_t i = first_line; i < lines->length; i++) {
        PdfLine *line = &lines->items[i];
        line->page = page;
        line->column = number;
        line->left = columns->items[0].left;
        line->right = array_last(columns).right;
    }
    array_clear(&bands);
}
