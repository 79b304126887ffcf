/* trend.c - a trend: charts of block characters for people, with what was found below them; rows for
 * programs. */
#include "base/utf8.h"
#include "report/blocks.h"
#include "report/chart.h"
#include "report/record.h"
#include "report/style.h"
#include "report/table.h"

#include <math.h>
#include <string.h>

enum {
    LABEL_COLUMNS = 8, /* of the scale, at the left */
    CHART_ROWS = 5,
};

/* The columns of the screen that a year takes; 0 if there are more years than columns. */
static unsigned year_columns(const TifaPrinter *printer, const Chart *chart)
{
    enum { WIDEST = 6 };
    unsigned room = printer->width > LABEL_COLUMNS + 1 ? printer->width - LABEL_COLUMNS - 1 : 1;
    return MIN(room / (unsigned)chart->years, WIDEST);
}

/* The value of a column that stands for the years from `start` on: the largest of them. */
static double column_value(const ChartSeries *series, size_t start, size_t end)
{
    double most = NAN;
    for (size_t i = start; i < end; i++)
        most = fmax(most, series->values[i]);
    return most;
}

typedef struct {
    const TifaPrinter *printer;
    const Chart *chart;
    unsigned columns;    /* a bar takes */
    size_t years_in_bar; /* that one bar stands for */
} Drawing;

static void print_label(const Drawing *drawing, const char *label)
{
    style_print_end(drawing->printer, label, LABEL_COLUMNS - 1);
    fputs(" ", drawing->printer->file);
}

static void print_bars(const Drawing *drawing, const ChartSeries *series, unsigned row)
{
    const Chart *chart = drawing->chart;
    g_autoptr(GString) line = g_string_new(NULL);
    for (size_t year = 0; year < chart->years; year += drawing->years_in_bar) {
        double value = column_value(series, year, MIN(year + drawing->years_in_bar, chart->years));
        const char *block =
            isnan(value) ? (row ? " " : "·") : blocks_standing(value / chart->most * CHART_ROWS, row);
        unsigned gap = drawing->columns > 1;
        for (unsigned i = gap; i < drawing->columns; i++)
            g_string_append(line, block);
        g_string_append(line, gap ? " " : "");
    }
    g_strchomp(line->str);
    fprintf(drawing->printer->file, "%s\n", line->str);
}

static void print_series(const Drawing *drawing, const ChartSeries *series)
{
    style_print(drawing->printer, STYLE_HEAD, series->name, strlen(series->name));
    fputc('\n', drawing->printer->file);
    g_autofree char *top = chart_label(drawing->chart, drawing->chart->most);
    for (unsigned row = CHART_ROWS; row-- > 0;) {
        print_label(drawing, row == CHART_ROWS - 1 ? top : row == 0 ? "0" : "");
        fputs(row == 0 ? "┼" : "│", drawing->printer->file);
        print_bars(drawing, series, row);
    }
}

static void print_years(const Drawing *drawing)
{
    enum { YEAR_WIDTH = 5 };
    const Chart *chart = drawing->chart;
    size_t bars = (chart->years + drawing->years_in_bar - 1) / drawing->years_in_bar;
    size_t step = chart_step(chart, bars * drawing->columns / YEAR_WIDTH);
    unsigned used = 0;
    style_print_blanks(drawing->printer, LABEL_COLUMNS + 1);
    for (size_t year = 0; year < chart->years; year++) {
        int number = chart->first_year + (int)year;
        unsigned column = (unsigned)(year / drawing->years_in_bar) * drawing->columns;
        if (number % (int)step != 0 || column < used)
            continue;
        style_print_blanks(drawing->printer, column - used);
        fprintf(drawing->printer->file, "%d", number);
        used = column + YEAR_WIDTH - 1;
    }
    fputc('\n', drawing->printer->file);
}

static void print_chart(const TifaPrinter *printer, const Chart *chart)
{
    unsigned columns = year_columns(printer, chart);
    size_t room = printer->width > LABEL_COLUMNS + 1 ? printer->width - LABEL_COLUMNS - 1 : 1;
    Drawing drawing = {printer, chart, MAX(columns, 1), columns ? 1 : (chart->years + room - 1) / room};
    fprintf(printer->file, "%s%s\n", chart->title,
            drawing.years_in_bar > 1 ? ", the highest of the years in each column" : "");
    for (size_t i = 0; i < chart->count; i++)
        print_series(&drawing, &chart->series[i]);
    print_years(&drawing);
}

/* ---- Programs -------------------------------------------------------------------------------- */

static void print_kind(const TifaPrinter *printer, const TifaTable *table, const char *kind)
{
    for (size_t row = 0; row < tifa_table_rows(table); row++) {
        json_t *record = json_pack("{s:s}", "kind", kind), *values = table_record(table, row);
        json_object_update(record, values);
        json_decref(values);
        record_print_json(printer, record);
    }
}

bool tifa_print_trend(const TifaPrinter *printer, const TifaTrend *trend, TifaMeasure measure, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a trend", error))
        return false;
    if (printer->format != TIFA_FORMAT_TEXT && printer->format != TIFA_FORMAT_JSON)
        return tifa_print_table(printer, tifa_trend_points(trend), error);
    if (printer->format == TIFA_FORMAT_JSON) {
        print_kind(printer, tifa_trend_points(trend), "point");
        print_kind(printer, tifa_trend_findings(trend), "finding");
        print_kind(printer, tifa_trend_levels(trend), "level");
        return record_finish(printer, error);
    }
    g_auto(Chart) chart = chart_make(trend, measure);
    if (chart.years == 0)
        return record_finish(printer, error);
    print_chart(printer, &chart);
    fputc('\n', printer->file);
    if (!tifa_print_table(printer, tifa_trend_findings(trend), error))
        return false;
    fputs("\nLevels of the share of documents\n", printer->file);
    return tifa_print_table(printer, tifa_trend_levels(trend), error);
}
