#include "extract/pdf_table.h"

#include "extract/pdf_join.h"

#include <math.h>
#include <stdlib.h>

/* The narrowest gap between the cells of a row, in font sizes. */
#define CELL_GAP 0.5F
/* A row has not more lines. */
#define ROW_LINES 12
/* Rows are at least so many times further apart than the lines of one ... */
#define ROW_GAP 1.3F
/* ... and so many times where most lines look like rows. */
#define CLEAR_GAP 2.2F

/* ---- Rows ---------------------------------------------------------------------------------------------- */

static int compare_floats(const void *a, const void *b)
{
    float one = *(const float *)a, other = *(const float *)b;
    return (one > other) - (one < other);
}

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
    PdfRegion copy = pdf_copy(line);
    PdfBands parts = {0};
    pdf_columns(copy, CELL_GAP * pdf_median_size(line), &parts);
    size_t count = parts.length;
    array_clear(&parts);
    g_free(copy.items);
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
    size_t good = 0, bad = 0, most = 0;
    for (size_t start = 0, end; start < lines->length; start = end) {
        bool is_good = false;
        for (end = start; end == start || (end < lines->length && lines->items[end].gap <= gap); end++)
            is_good |= lines->items[end].cells >= needed;
        good += is_good;
        bad += !is_good && end - start > 1;
        most = MAX(most, end - start);
    }
    return good > 1 && 3 * bad <= good && most <= ROW_LINES;
}

/* The gap that tells rows from lines of one row: the smallest that stands out and makes rows; 0 if there is
 * none. */
static float row_gap(const Lines *lines, size_t needed, float ratio)
{
    g_autofree float *gaps = g_new(float, lines->length);
    size_t count = 0;
    for (size_t i = 1; i < lines->length; i++)
        gaps[count++] = lines->items[i].gap;
    qsort(gaps, count, sizeof *gaps, compare_floats);
    for (size_t i = 1; i < count; i++) {
        float middle = (gaps[i] + gaps[i - 1]) / 2;
        if (gaps[i] + 0.5F > ratio * (gaps[i - 1] + 0.5F) && makes_rows(lines, middle, needed))
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

static void find_rows(Lines *lines, size_t columns, PdfReading reading)
{
    size_t needed = MAX(2, (columns + 1) / 2), full = 0;
    for (size_t i = 0; i < lines->length; i++)
        full += MAX(lines->items[i].cells, lines->items[i].parts) >= needed;
    bool is_grid = reading == PDF_GRID, is_mostly_full = full * 10 >= lines->length * 6;
    bool is_each = !is_grid && (full * 100 >= lines->length * 85 || full * 6 < lines->length);
    float gap = is_each ? 0 : row_gap(lines, needed, is_mostly_full ? CLEAR_GAP : ROW_GAP);
    if (gap <= 0 && is_mostly_full)
        is_each = true;
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
    pdf_lines_add(cell, &lines);
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

void pdf_rows_add(PdfRegion region, const PdfBands *columns, PdfReading reading, PdfLines *lines)
{
    Lines across = {0};
    g_assert(region.count > 0);
    read_lines(region, columns, &across);
    find_rows(&across, columns->length, reading);
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
        line->left = columns->items[0].left;
        line->right = array_last(columns).right;
    }
    array_clear(&across);
}
