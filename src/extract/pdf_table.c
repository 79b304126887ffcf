#include "extract/pdf_table.h"

#include "extract/pdf_join.h"

#include <math.h>
#include <stdlib.h>

/* A column of prose has at least so many lines ... */
#define PROSE_LINES 3
/* ... the usual ones at least so wide, in font sizes ... */
#define PROSE_WIDTH 7.0F
/* ... and that share of all it holds in lines of nearly that width. */
#define PROSE_SHARE 0.55F
#define PROSE_FULL  0.75F
/* Of the lines of a table's columns, so many percent stand beside one of another column ... */
#define LEVEL_PERCENT 60
/* ... give or take that share of the font size. */
#define LEVEL 0.3F
/* So many columns that are not prose are those of a table, whatever their lines. */
#define MANY_COLUMNS 4
/* The narrowest gap between the cells of a row, in font sizes. */
#define CELL_GAP 0.5F
/* Rows are at least so many times further apart than the lines of one. */
#define ROW_GAP 1.3F
/* A column of list marks is not wider, in font sizes. */
#define MARK_WIDTH 5.0F

/* ---- Prose or table ------------------------------------------------------------------------------------ */

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
    float usual = widths[part.count * 9 / 10], all = 0, full = 0;
    for (size_t i = 0; i < part.count; i++) {
        all += widths[i];
        full += widths[i] >= PROSE_FULL * usual ? widths[i] : 0;
    }
    return usual >= PROSE_WIDTH * size && full >= PROSE_SHARE * all;
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

PdfReading pdf_reading_of(PdfRegion region, const PdfBands *columns)
{
    float size = pdf_median_size(region), width = columns->items[0].right - columns->items[0].left;
    size_t prose = 0;
    for (size_t i = 0; i < columns->length; i++)
        prose += is_prose(pdf_part(region, &columns->items[i]), size);
    if (prose > 1 && 2 * prose > columns->length)
        return PDF_COLUMNS;
    if (most_lines(region, columns) < 2)
        return PDF_FLOW;
    if (!are_level(region, columns, size) && columns->length < MANY_COLUMNS)
        return PDF_COLUMNS;
    bool is_list = columns->length == 2 && prose == 1 && width <= MARK_WIDTH * size;
    return is_list ? PDF_FLOW : PDF_ROWS;
}

/* ---- Rows ---------------------------------------------------------------------------------------------- */

/* A line across a table. */
typedef struct {
    PdfBand band;
    size_t cells;  /* columns in which it has something */
    size_t parts;  /* what its own gaps make of it */
    float gap;     /* to the line above */
    bool is_start; /* a row starts here */
} Line;

typedef ARRAY(Line) Lines;

static size_t column_at(const PdfBands *columns, const PdfItem *item)
{
    size_t column = 0;
    while (column + 1 < columns->length && item->left >= columns->items[column + 1].left - 0.1F)
        column++;
    return column;
}

static size_t count_cells(PdfRegion line, const PdfBands *columns)
{
    size_t cells = 0;
    for (size_t column = 0; column < columns->length; column++) {
        bool has = false;
        for (size_t i = 0; i < line.count && !has; i++)
            has = column_at(columns, &line.items[i]) == column;
        cells += has;
    }
    return cells;
}

static size_t count_parts(PdfRegion line)
{
    PdfItem *copy = g_memdup2(line.items, line.count * sizeof *line.items);
    PdfBands parts = {0};
    pdf_columns((PdfRegion){copy, line.count}, CELL_GAP * pdf_median_size(line), &parts);
    size_t count = parts.length;
    array_clear(&parts);
    g_free(copy);
    return count;
}

static void read_lines(PdfRegion region, const PdfBands *columns, Lines *lines)
{
    PdfBands bands = {0};
    pdf_bands(region, &bands);
    for (size_t i = 0; i < bands.length; i++) {
        const PdfBand *band = &bands.items[i];
        float gap = i > 0 ? band->top - band[-1].bottom : INFINITY;
        size_t cells = count_cells(pdf_part(region, band), columns),
               parts = count_parts(pdf_part(region, band));
        array_push(lines, ((Line){*band, cells, parts, gap, false}));
    }
    array_clear(&bands);
}

/* Whether most of the rows that a gap makes have a line that is in most columns. A single line may be a
 * heading. */
static bool makes_rows(const Lines *lines, float gap, size_t needed)
{
    size_t good = 0, bad = 0;
    for (size_t start = 0, end; start < lines->length; start = end) {
        bool is_good = false;
        for (end = start; end == start || (end < lines->length && lines->items[end].gap <= gap); end++)
            is_good |= lines->items[end].cells >= needed;
        good += is_good;
        bad += !is_good && end - start > 1;
    }
    return good > 1 && 3 * bad <= good;
}

/* The gap that tells rows from lines of one row: the smallest that stands out and makes rows; 0 if there is
 * none. */
static float row_gap(const Lines *lines, size_t needed)
{
    g_autofree float *gaps = g_new(float, lines->length);
    size_t count = 0;
    for (size_t i = 1; i < lines->length; i++)
        gaps[count++] = lines->items[i].gap;
    qsort(gaps, count, sizeof *gaps, compare_floats);
    for (size_t i = 1; i < count; i++) {
        float middle = (gaps[i] + gaps[i - 1]) / 2;
        if (gaps[i] + 0.5F > ROW_GAP * (gaps[i - 1] + 0.5F) && makes_rows(lines, middle, needed))
            return middle;
    }
    return 0;
}

/* Lines first..last-1 stand between two that are in most columns: gives them to the upper or the lower row.
 */
static void divide_lines(Lines *lines, size_t first, size_t last, bool is_centred)
{
    size_t widest = first;
    float second = 0;
    for (size_t i = first + 1; i <= last; i++) {
        if (lines->items[i].gap > lines->items[widest].gap) {
            second = lines->items[widest].gap;
            widest = i;
        } else {
            second = MAX(second, lines->items[i].gap);
        }
    }
    bool is_clear = lines->items[widest].gap > 1.15F * second;
    size_t start = is_clear ? widest : is_centred ? first + (last - first) / 2 : last;
    lines->items[start].is_start = true;
}

/* Where the gaps do not tell: a row is around a line that has something in most columns. */
static void start_around_full_lines(Lines *lines, size_t needed)
{
    size_t none = lines->length, previous = none;
    bool is_centred = lines->items[0].cells < needed && array_last(lines).cells < needed;
    for (size_t i = 0; i < lines->length; i++) {
        if (lines->items[i].cells < needed)
            continue;
        if (previous != none)
            divide_lines(lines, previous + 1, i, is_centred);
        previous = i;
    }
}

static void find_rows(Lines *lines, size_t columns)
{
    size_t needed = MAX(2, (columns + 1) / 2), full = 0;
    for (size_t i = 0; i < lines->length; i++)
        full += MAX(lines->items[i].cells, lines->items[i].parts) >= needed;
    bool is_each = full * 10 >= lines->length * 6 || full * 6 < lines->length;
    float gap = is_each ? 0 : row_gap(lines, needed);
    if (!is_each && gap <= 0)
        start_around_full_lines(lines, needed);
    for (size_t i = 0; i < lines->length; i++)
        lines->items[i].is_start |= is_each || (gap > 0 && lines->items[i].gap > gap);
}

/* ---- Cells --------------------------------------------------------------------------------------------- */

/* The text of a cell, its lines joined. */
static char *read_cell(PdfRegion cell)
{
    PdfLines lines = {0};
    GString *text = g_string_new(NULL);
    pdf_lines_add(cell, 0, 0, &lines);
    for (size_t i = 0; i < lines.length; i++)
        pdf_join_append(text, lines.items[i].text, NULL);
    pdf_lines_clear(&lines);
    return g_string_free(text, FALSE);
}

/* Appends what a row has in one column of its table: one cell, or several where gaps in this row alone show
 * them. */
static size_t append_cells(PdfRegion row, const PdfBands *columns, size_t column, GString *text)
{
    PdfRegion part = {g_new(PdfItem, row.count), 0};
    PdfBands cells = {0};
    for (size_t i = 0; i < row.count; i++) {
        if (column_at(columns, &row.items[i]) == column)
            part.items[part.count++] = row.items[i];
    }
    pdf_columns(part, CELL_GAP * pdf_median_size(part), &cells);
    for (size_t i = 0; i < cells.length; i++) {
        g_autofree char *cell = read_cell(pdf_part(part, &cells.items[i]));
        if (i > 0)
            g_string_append_c(text, '\t');
        g_string_append(text, cell);
    }
    size_t count = cells.length;
    array_clear(&cells);
    g_free(part.items);
    return count;
}

static void add_row(PdfRegion row, const PdfBands *columns, PdfLines *lines)
{
    PdfLine line = pdf_line_of(row);
    GString *text = g_string_new(NULL);
    size_t filled = 0;
    for (size_t i = 0; i < columns->length; i++) {
        if (i > 0)
            g_string_append_c(text, '\t');
        filled += append_cells(row, columns, i, text);
    }
    line.is_row = filled > 1;
    if (filled < 2)
        g_strstrip(text->str);
    g_free(line.text);
    line.text = g_string_free(text, FALSE);
    array_push(lines, line);
}

void pdf_rows_add(PdfRegion region, const PdfBands *columns, uint32_t page, uint32_t number, PdfLines *lines)
{
    Lines across = {0};
    read_lines(region, columns, &across);
    find_rows(&across, columns->length);
    size_t first_line = lines->length, start = 0;
    for (size_t i = 1; i <= across.length; i++) {
        if (i < across.length && !across.items[i].is_start)
            continue;
        size_t first = across.items[start].band.first;
        size_t end = across.items[i - 1].band.first + across.items[i - 1].band.count;
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
    array_clear(&across);
}
