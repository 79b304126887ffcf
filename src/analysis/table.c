#include "analysis/table.h"

#include "base/error.h"

#include <math.h>
#include <string.h>

/* What its column says. Tables have millions of cells, so they are small. */
typedef union {
    const char *text; /* in the table's strings; NULL: not known */
    double number;
    struct {
        uint32_t first, length; /* in the table's series */
    } series;
} Cell;

struct TifaTable {
    TifaColumn *columns;
    size_t column_count;
    ARRAY(Cell) cells; /* row by row */
    ARRAY(TifaFact) facts;
    ARRAY(double) series;
    GStringChunk *strings;
    GPtrArray *notes; /* of char *, NULL-ended */
};

TifaTable *table_new(const TifaColumn *columns)
{
    TifaTable *table = g_new0(TifaTable, 1);
    while (columns[table->column_count].name)
        table->column_count++;
    table->columns = g_memdup2(columns, table->column_count * sizeof *columns);
    table->strings = g_string_chunk_new(4096);
    table->notes = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(table->notes, NULL);
    return table;
}

void tifa_table_free(TifaTable *table)
{
    if (!table)
        return;
    g_free(table->columns);
    array_clear(&table->facts);
    array_clear(&table->cells);
    array_clear(&table->series);
    g_string_chunk_free(table->strings);
    g_ptr_array_unref(table->notes);
    g_free(table);
}

/* ---- Filling --------------------------------------------------------------------------------- */

static const TifaColumn *next_column(const TifaTable *table)
{
    return &table->columns[table->cells.length % table->column_count];
}

void table_add_text(TifaTable *table, const char *text)
{
    g_assert(next_column(table)->kind == TIFA_COLUMN_TEXT);
    const char *kept = text ? g_string_chunk_insert(table->strings, text) : NULL;
    array_push(&table->cells, ((Cell){.text = kept}));
}

void table_add_number(TifaTable *table, double number)
{
    g_assert(next_column(table)->kind != TIFA_COLUMN_TEXT && next_column(table)->kind != TIFA_COLUMN_SERIES);
    array_push(&table->cells, ((Cell){.number = number}));
}

void table_add_interval(TifaTable *table, TifaInterval interval)
{
    g_assert(next_column(table)->kind == TIFA_COLUMN_LOW);
    table_add_number(table, interval.low);
    table_add_number(table, interval.high);
}

void table_add_series(TifaTable *table, const double *numbers, size_t length)
{
    g_assert(next_column(table)->kind == TIFA_COLUMN_SERIES);
    g_assert(table->series.length + length <= UINT32_MAX);
    array_push(&table->cells, ((Cell){.series = {(uint32_t)table->series.length, (uint32_t)length}}));
    for (size_t i = 0; i < length; i++)
        array_push(&table->series, numbers[i]);
}

void table_add_fact(TifaTable *table, const char *name, double number, int digits)
{
    array_push(&table->facts, ((TifaFact){name, number, digits}));
}

void table_note(TifaTable *table, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    table->notes->pdata[table->notes->len - 1] = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_ptr_array_add(table->notes, NULL);
}

/* ---- Reading --------------------------------------------------------------------------------- */

size_t tifa_table_rows(const TifaTable *table)
{
    return table->cells.length / table->column_count;
}

size_t tifa_table_columns(const TifaTable *table)
{
    return table->column_count;
}

const TifaColumn *tifa_table_column(const TifaTable *table, size_t column)
{
    g_assert(column < table->column_count);
    return &table->columns[column];
}

static size_t find_column(const TifaTable *table, const char *name)
{
    size_t column = 0;
    while (column < table->column_count && strcmp(table->columns[column].name, name) != 0)
        column++;
    return column;
}

size_t tifa_table_find(const TifaTable *table, const char *name)
{
    size_t column = find_column(table, name);
    g_assert(column < table->column_count);
    return column;
}

static const Cell *cell_of(const TifaTable *table, size_t row, size_t column)
{
    g_assert(row < tifa_table_rows(table) && column < table->column_count);
    return &table->cells.items[row * table->column_count + column];
}

static bool is_text(const TifaTable *table, size_t column)
{
    return table->columns[column].kind == TIFA_COLUMN_TEXT;
}

const char *tifa_table_text(const TifaTable *table, size_t row, size_t column)
{
    const Cell *cell = cell_of(table, row, column);
    return is_text(table, column) ? cell->text : NULL;
}

double tifa_table_number(const TifaTable *table, size_t row, size_t column)
{
    const Cell *cell = cell_of(table, row, column);
    return is_text(table, column) || table->columns[column].kind == TIFA_COLUMN_SERIES ? 0 : cell->number;
}

const double *tifa_table_series(const TifaTable *table, size_t row, size_t column, size_t *length)
{
    const Cell *cell = cell_of(table, row, column);
    g_assert(table->columns[column].kind == TIFA_COLUMN_SERIES);
    *length = cell->series.length;
    return table->series.items + cell->series.first;
}

const TifaFact *tifa_table_facts(const TifaTable *table, size_t *count)
{
    *count = table->facts.length;
    return table->facts.items;
}

const char *const *tifa_table_notes(const TifaTable *table)
{
    return (const char *const *)table->notes->pdata;
}

/* ---- Order ----------------------------------------------------------------------------------- */

typedef struct {
    const TifaTable *table;
    size_t column;
} Order;

/* A row being sorted. */
typedef struct {
    double number; /* in the column that is sorted by; 0 where that holds text */
    uint64_t
        beginning; /* of the text that decides first, as a number: most rows differ in one of these two */
    size_t place;  /* of its first cell */
} SortedRow;

/* Orders as compare_texts(). */
static uint64_t beginning_of(const char *text)
{
    uint64_t beginning = 0;
    for (unsigned i = 0; text && i < sizeof beginning; i++) {
        beginning = beginning << 8 | (uint8_t)*text;
        text += *text != '\0';
    }
    return text ? beginning : UINT64_MAX;
}

static int compare_texts(const char *left, const char *right)
{
    return left && right ? strcmp(left, right) : !left - !right;
}

/* What is not known comes last. */
static int compare_numbers(double left, double right)
{
    if (isnan(left) || isnan(right))
        return isnan(left) - isnan(right);
    return (left < right) - (left > right);
}

static int compare_rows(const void *left, const void *right, void *data)
{
    const SortedRow *a = left, *b = right;
    const Order *order = data;
    const TifaTable *table = order->table;
    const Cell *cells = table->cells.items;
    int result = compare_numbers(a->number, b->number);
    if (result == 0 && a->beginning != b->beginning)
        return a->beginning < b->beginning ? -1 : 1;
    if (result == 0 && is_text(table, order->column))
        result = compare_texts(cells[a->place + order->column].text, cells[b->place + order->column].text);
    for (size_t column = 0; result == 0 && column < table->column_count; column++)
        if (is_text(table, column))
            result = compare_texts(cells[a->place + column].text, cells[b->place + column].text);
    return result;
}

/* The column whose texts decide first: the one that is sorted by, or the first that has texts; the number of
 * columns if none has. */
static size_t text_column(const Order *order)
{
    size_t column = is_text(order->table, order->column) ? order->column : 0;
    while (column < order->table->column_count && !is_text(order->table, column))
        column++;
    return column;
}

/* Rows are long: their places are sorted, and then each row is moved once. */
static void sort_rows(TifaTable *table, Order *order)
{
    size_t columns = table->column_count, rows = tifa_table_rows(table), text = text_column(order);
    g_autofree SortedRow *places = g_new(SortedRow, rows + 1);
    for (size_t row = 0; row < rows; row++) {
        const Cell *cells = &table->cells.items[row * columns];
        places[row] = (SortedRow){is_text(table, order->column) ? 0 : cells[order->column].number,
                                  text < columns ? beginning_of(cells[text].text) : 0, row * columns};
    }
    g_qsort_with_data(places, (int)rows, sizeof *places, compare_rows, order);
    Cell *sorted = g_new(Cell, table->cells.capacity);
    for (size_t row = 0; row < rows; row++)
        memcpy(sorted + row * columns, table->cells.items + places[row].place, columns * sizeof *sorted);
    g_free(table->cells.items);
    table->cells.items = sorted;
}

bool tifa_table_sort(TifaTable *table, const char *column, GError **error)
{
    Order order = {table, find_column(table, column)};
    if (order.column < table->column_count && table->columns[order.column].kind != TIFA_COLUMN_SERIES) {
        sort_rows(table, &order);
        return true;
    }
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].kind != TIFA_COLUMN_SERIES)
            g_string_append_printf(names, "%s%s", i ? ", " : "", table->columns[i].name);
    return fail(error, TIFA_ERROR_INPUT, "%s: there is no such column; use one of %s", column, names->str);
}

void table_sort(TifaTable *table, const char *column)
{
    bool is_sorted = tifa_table_sort(table, column, NULL);
    g_assert(is_sorted);
}

void tifa_table_limit(TifaTable *table, size_t rows)
{
    if (rows < tifa_table_rows(table))
        table->cells.length = rows * table->column_count;
}
