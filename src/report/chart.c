#include "report/chart.h"

#include <math.h>

/* Whether most years have so few documents that shares of them say little. */
static bool has_few_documents(const TifaTable *points)
{
    size_t of = tifa_table_find(points, "of"), few = 0, filled = 0;
    for (size_t row = 0; row < tifa_table_rows(points); row++) {
        double documents = tifa_table_number(points, row, of);
        filled += documents > 0;
        few += documents > 0 && documents < 3;
    }
    return 2 * few > filled;
}

/* The smallest of a few round numbers, times a power of ten, that is not below the value. */
static double round_up(double value)
{
    if (value <= 0)
        return 1;
    double power = pow(10, floor(log10(value)));
    static const double steps[] = {1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        if (value <= steps[i] * power * (1 + 1e-9))
            return steps[i] * power;
    return 10 * power;
}

static void take_column(const TifaTable *points, const char *name, double *numbers)
{
    size_t column = tifa_table_find(points, name);
    for (size_t row = 0; row < tifa_table_rows(points); row++)
        numbers[row] = tifa_table_number(points, row, column);
}

Chart chart_make(const TifaTrend *trend, TifaMeasure measure)
{
    static const char *const columns[][3] = {
        [TIFA_MEASURE_SHARE] = {"share", "share_low", "share_high"},
        [TIFA_MEASURE_RATE] = {"rate", "rate_low", "rate_high"},
        [TIFA_MEASURE_HITS] = {"hits", "hits", "hits"},
    };
    static const char *const titles[] = {
        [TIFA_MEASURE_SHARE] = "Documents with it, % of the year's documents",
        [TIFA_MEASURE_RATE] = "Hits per 10,000 words",
        [TIFA_MEASURE_HITS] = "Hits",
    };
    const TifaTable *points = tifa_trend_points(trend);
    size_t rows = tifa_table_rows(points), count = tifa_table_rows(tifa_trend_findings(trend));
    if (measure == TIFA_MEASURE_AUTO)
        measure = has_few_documents(points) ? TIFA_MEASURE_RATE : TIFA_MEASURE_SHARE;
    Chart chart = {.title = titles[measure], .count = count, .is_share = measure == TIFA_MEASURE_SHARE};
    if (rows == 0)
        return chart;
    chart.years = rows / count;
    chart.first_year = (int)tifa_table_number(points, 0, tifa_table_find(points, "year"));
    chart.series = g_new0(ChartSeries, count);
    chart.numbers = g_new(double, 3 * rows);
    for (size_t i = 0; i < 3; i++)
        take_column(points, columns[measure][i], chart.numbers + i * rows);
    for (size_t i = 0; i < count; i++) {
        const double *values = chart.numbers + i * chart.years;
        chart.series[i] = (ChartSeries){tifa_table_text(points, i * chart.years, 0), values, values + rows,
                                        values + 2 * rows};
    }
    for (size_t i = 0; i < rows; i++)
        chart.most = fmax(chart.most, chart.numbers[i]);
    chart.most = chart.is_share ? fmin(1, round_up(chart.most)) : round_up(chart.most);
    return chart;
}

void chart_clear(Chart *chart)
{
    g_clear_pointer(&chart->series, g_free);
    g_clear_pointer(&chart->numbers, g_free);
}

char *chart_label(const Chart *chart, double value)
{
    return chart->is_share ? g_strdup_printf("%.3g %%", 100 * value) : g_strdup_printf("%.3g", value);
}

size_t chart_step(const Chart *chart, size_t room)
{
    static const size_t steps[] = {1, 2, 5, 10, 20, 50, 100};
    size_t i = 0;
    while (i + 1 < G_N_ELEMENTS(steps) && chart->years > steps[i] * MAX(room, 1))
        i++;
    return steps[i];
}
