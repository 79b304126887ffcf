/* table.c - tables: columns under heads for people, records for programs. */
#include "report/table.h"
#include "base/utf8.h"
#include "report/blocks.h"
#include "report/source.h"
#include "report/style.h"

#include <math.h>
#include <string.h>

/* ---- Records --------------------------------------------------------------------------------- */

static json_t *cell_value(const TifaTable *table, size_t row, size_t column)
{
    TifaColumnKind kind = tifa_table_column(table, column)->kind;
    if (kind == TIFA_COLUMN_TEXT)
        return record_string(tifa_table_text(table, row, column));
    if (kind == TIFA_COLUMN_SERIES) {
        size_t length;
        const double *numbers = tifa_table_series(table, row, column, &length);
        json_t *array = json_array();
        for (size_t i = 0; i < length; i++)
            json_array_append_new(array, record_number(numbers[i]));
        return array;
    }
    double number = tifa_table_number(table, row, column);
    return kind == TIFA_COLUMN_COUNT && isfinite(number) ? json_integer((json_int_t)number)
                                                         : record_number(number);
}

static json_t *facts_record(const TifaFact *facts, size_t count)
{
    json_t *record = json_object();
    for (size_t i = 0; i < count; i++)
        json_object_set_new(record, facts[i].name,
                            facts[i].digits ? record_number(facts[i].number)
                                            : json_integer((json_int_t)facts[i].number));
    return record;
}

/* Adds what holds for the whole. */
static void add_whole(json_t *record, const TifaTable *table)
{
    size_t fact_count;
    const TifaFact *facts = tifa_table_facts(table, &fact_count);
    if (fact_count)
        json_object_set_new(record, "facts", facts_record(facts, fact_count));
    const char *const *notes = tifa_table_notes(table);
    json_t *array = json_array();
    for (size_t i = 0; notes[i]; i++)
        json_array_append_new(array, json_string(notes[i]));
    if (*notes)
        json_object_set(record, "notes", array);
    json_decref(array);
}

json_t *table_record(const TifaTable *table, size_t row)
{
    json_t *record = json_object();
    for (size_t column = 0; column < tifa_table_columns(table); column++)
        json_object_set_new(record, tifa_table_column(table, column)->name, cell_value(table, row, column));
    return record;
}

/* ---- Text ------------------------------------------------------------------------------------ */

static bool is_shown(const TifaColumn *column)
{
    return column->head != NULL;
}

static bool is_left(const TifaColumn *column)
{
    return column->kind == TIFA_COLUMN_TEXT || column->kind == TIFA_COLUMN_SERIES;
}

static char *format_number(const TifaColumn *column, double number)
{
    bool is_share = column->kind == TIFA_COLUMN_SHARE || column->flags & TIFA_COLUMN_IS_SHARE;
    if (isnan(number))
        return g_strdup("-");
    if (isinf(number))
        return g_strdup(number < 0 ? "-inf" : "inf");
    if (column->digits < 0)
        return g_strdup_printf("%.*g", -column->digits, number);
    return g_strdup_printf("%.*f", column->digits, is_share ? 100 * number : number);
}

/* What people see in a cell. Free with g_free(). */
static char *format_cell(const TifaTable *table, size_t row, size_t column)
{
    const TifaColumn *shape = tifa_table_column(table, column);
    if (shape->kind == TIFA_COLUMN_TEXT) {
        const char *text = tifa_table_text(table, row, column);
        return g_strdup(text ? text : "-");
    }
    if (shape->kind == TIFA_COLUMN_SERIES) {
        size_t length;
        const double *numbers = tifa_table_series(table, row, column, &length);
        return g_strchomp(blocks_of_series(numbers, length));
    }
    double number = tifa_table_number(table, row, column);
    g_autofree char *first = format_number(shape, number);
    if (shape->kind != TIFA_COLUMN_LOW || isnan(number))
        return g_steal_pointer(&first);
    g_autofree char *second = format_number(shape, tifa_table_number(table, row, column + 1));
    return g_strdup_printf("%s…%s", first, second);
}

/* The rows from `row` on that are shown in one line: years one behind the other without a hit, if they are
 * many; else 1. Programs get all. */
static size_t run_length(const TifaTable *table, size_t row)
{
    enum { FEWEST = 4 };
    size_t length = 0;
    if (strcmp(tifa_table_column(table, 0)->name, "year") != 0 ||
        strcmp(tifa_table_column(table, 1)->name, "hits") != 0)
        return 1;
    while (row + length < tifa_table_rows(table) && tifa_table_text(table, row + length, 0) &&
           tifa_table_number(table, row + length, 1) == 0)
        length++;
    return length < FEWEST ? 1 : length;
}

/* The same for a run of rows: the first and last key, the sums of counts; other numbers have no sum. */
static char *format_run(const TifaTable *table, size_t row, size_t length, size_t column)
{
    const TifaColumn *shape = tifa_table_column(table, column);
    if (length == 1)
        return format_cell(table, row, column);
    if (shape->kind == TIFA_COLUMN_TEXT) {
        g_autofree char *first = format_cell(table, row, column),
                        *last = format_cell(table, row + length - 1, column);
        return g_strdup_printf("%s-%s", first, last);
    }
    double sum = shape->kind == TIFA_COLUMN_COUNT ? 0 : NAN;
    for (size_t i = row; i < row + length; i++)
        sum += tifa_table_number(table, i, column);
    return format_number(shape, sum);
}

typedef struct {
    const TifaPrinter *printer;
    const TifaTable *table;
    unsigned *widths; /* of the columns, 0: not shown */
    size_t bar;       /* the column with a bar, or the number of columns */
    double most;      /* in it */
} Layout;

/* The widest column of texts, or the number of columns if there is none. */
static size_t widest_text(const Layout *layout)
{
    size_t widest = tifa_table_columns(layout->table);
    for (size_t i = tifa_table_columns(layout->table); i-- > 0;)
        if (tifa_table_column(layout->table, i)->kind == TIFA_COLUMN_TEXT &&
            (widest == tifa_table_columns(layout->table) || layout->widths[i] >= layout->widths[widest]))
            widest = i;
    return widest;
}

static unsigned whole_width(const Layout *layout)
{
    unsigned sum = 0;
    for (size_t i = 0; i < tifa_table_columns(layout->table); i++)
        sum += layout->widths[i] ? layout->widths[i] + 2 : 0;
    return sum;
}

/* Makes the widest texts narrower until a line fits. */
static void fit_texts(Layout *layout)
{
    enum { NARROWEST = 14 };
    size_t widest = widest_text(layout);
    while (widest < tifa_table_columns(layout->table) && layout->widths[widest] > NARROWEST &&
           whole_width(layout) > layout->printer->width) {
        layout->widths[widest]--;
        widest = widest_text(layout);
    }
}

static void measure(Layout *layout)
{
    const TifaTable *table = layout->table;
    layout->bar = tifa_table_columns(table);
    for (size_t i = 0; i < tifa_table_columns(table); i++) {
        const TifaColumn *column = tifa_table_column(table, i);
        if (!is_shown(column))
            continue;
        size_t widest = utf8_width(column->head, strlen(column->head));
        for (size_t row = 0, run; row < tifa_table_rows(table); row += run) {
            run = run_length(table, row);
            g_autofree char *cell = format_run(table, row, run, i);
            size_t width = utf8_width(cell, strlen(cell));
            widest = MAX(widest, width);
        }
        layout->widths[i] = (unsigned)widest;
        if (column->flags & TIFA_COLUMN_HAS_BAR)
            layout->bar = i;
    }
    for (size_t row = 0; layout->bar < tifa_table_columns(table) && row < tifa_table_rows(table); row++)
        layout->most = fmax(layout->most, tifa_table_number(table, row, layout->bar));
    fit_texts(layout);
}

static void print_cell(const Layout *layout, size_t column, const char *cell, bool is_last)
{
    unsigned width = layout->widths[column];
    bool is_title = strcmp(tifa_table_column(layout->table, column)->name, "title") == 0;
    g_autofree char *title = is_title ? source_fit(cell, width) : NULL;
    cell = is_title ? title : cell;
    if (is_left(tifa_table_column(layout->table, column)))
        style_print_start(layout->printer, cell, width, !is_last);
    else
        style_print_end(layout->printer, cell, width);
    if (!is_last)
        style_print_blanks(layout->printer, 2);
}

/* Prints a line of `run` rows; `row` is SIZE_MAX for the heads. */
static void print_line(const Layout *layout, size_t row, size_t run)
{
    const TifaTable *table = layout->table;
    bool has_bar = row != SIZE_MAX && layout->bar < tifa_table_columns(table) &&
                   tifa_table_number(table, row, layout->bar) > 0;
    size_t last = tifa_table_columns(table);
    while (last > 0 && !layout->widths[last - 1])
        last--;
    for (size_t i = 0; i < last; i++) {
        if (!layout->widths[i])
            continue;
        g_autofree char *cell =
            row == SIZE_MAX ? g_strdup(tifa_table_column(table, i)->head) : format_run(table, row, run, i);
        print_cell(layout, i, cell, i + 1 == last && !has_bar);
    }
    if (has_bar) {
        unsigned used = whole_width(layout);
        blocks_print_bar(layout->printer, tifa_table_number(table, row, layout->bar), layout->most,
                         layout->printer->width > used + 10 ? layout->printer->width - used : 10);
    }
    fputc('\n', layout->printer->file);
}

/* The facts in one line, "hits 16, documents 3". */
static void print_facts(const TifaPrinter *printer, const TifaTable *table)
{
    size_t count;
    const TifaFact *facts = tifa_table_facts(table, &count);
    g_autoptr(GString) line = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *name = g_strdelimit(g_strdup(facts[i].name), "_", ' ');
        g_string_append_printf(line, "%s%s ", i ? ", " : "", name);
        if (isnan(facts[i].number))
            g_string_append_c(line, '-');
        else
            g_string_append_printf(line, "%.*f", facts[i].digits, facts[i].number);
    }
    if (count)
        g_string_append_c(line, '\n');
    style_print(printer, STYLE_HEAD, line->str, line->len);
}

static void print_rows(const TifaPrinter *printer, const TifaTable *table)
{
    g_autofree unsigned *widths = g_new0(unsigned, tifa_table_columns(table) + 1);
    Layout layout = {.printer = printer, .table = table, .widths = widths};
    measure(&layout);
    print_line(&layout, SIZE_MAX, 1);
    for (size_t row = 0, run; row < tifa_table_rows(table); row += run) {
        run = run_length(table, row);
        print_line(&layout, row, run);
    }
}

bool tifa_print_table(const TifaPrinter *printer, const TifaTable *table, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a table", error))
        return false;
    bool is_text = printer->format == TIFA_FORMAT_TEXT;
    if (is_text && tifa_table_rows(table))
        print_rows(printer, table);
    if (is_text)
        print_facts(printer, table);
    for (size_t row = 0; !is_text && row < tifa_table_rows(table); row++) {
        json_t *record = table_record(table, row);
        if (row == 0 && printer->format == TIFA_FORMAT_JSON)
            add_whole(record, table);
        record_print(printer, record, row == 0);
    }
    return record_finish(printer, error);
}
