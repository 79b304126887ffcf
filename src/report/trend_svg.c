/* trend_svg.c - a trend as a picture: a line with its intervals for each question, told apart by colour, dash
 * and a name at its end; the numbers are in the picture as titles, as attributes and as a table. */
#include "base/error.h"
#include "report/chart.h"
#include "report/record.h"

#include <math.h>

/* Pixels. */
enum {
    WIDTH = 860,
    HEIGHT = 380,
    LEFT = 64,
    RIGHT = 170, /* for the names */
    TOP = 48,
    BOTTOM = 40,
};

/* The palette of Okabe and Ito, which the colour-blind can tell apart, in the order of contrast on white. */
static const char *const colors[] = {"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                     "#56B4E9", "#E69F00", "#000000"};
static const char *const dashes[] = {"none", "8 4", "2 3", "12 3 2 3", "5 2", "1 4", "none"};

typedef struct {
    FILE *file;
    const Chart *chart;
    const TifaTrend *trend;
} Picture;

static double x_of(const Picture *picture, double year)
{
    double room = WIDTH - LEFT - RIGHT;
    return picture->chart->years > 1 ? LEFT + room * year / ((double)picture->chart->years - 1)
                                     : LEFT + room / 2;
}

static double y_of(const Picture *picture, double value)
{
    double height = HEIGHT - TOP - BOTTOM;
    return HEIGHT - BOTTOM - height * fmin(1, value / picture->chart->most);
}

static void print_escaped(FILE *file, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    fputs(escaped, file);
}

static void print_axes(const Picture *picture)
{
    enum { LINES = 4, YEAR_ROOM = 44 };
    const Chart *chart = picture->chart;
    for (int i = 0; i <= LINES; i++) {
        double value = chart->most * i / LINES, y = y_of(picture, value);
        g_autofree char *label = chart_label(chart, value);
        fprintf(picture->file,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>"
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
                LEFT, WIDTH - RIGHT, y, y, LEFT - 8, y + 4, label);
    }
    size_t step = chart_step(chart, (WIDTH - LEFT - RIGHT) / YEAR_ROOM);
    for (size_t i = 0; i < chart->years; i++)
        if ((chart->first_year + (int)i) % (int)step == 0)
            fprintf(picture->file, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n",
                    x_of(picture, (double)i), HEIGHT - BOTTOM + 20, chart->first_year + (int)i);
}

/* The points of a run of years that all have a value; the years without break the line. */
static size_t run_end(const ChartSeries *series, size_t start, size_t years)
{
    while (start < years && !isnan(series->values[start]))
        start++;
    return start;
}

static void print_band(const Picture *picture, const ChartSeries *series, size_t start, size_t end,
                       const char *color)
{
    bool has_band = end - start > 1;
    for (size_t i = start; i < end; i++)
        has_band &= !isnan(series->low[i]);
    if (!has_band)
        return;
    fprintf(picture->file, "<polygon fill=\"%s\" fill-opacity=\"0.12\" points=\"", color);
    for (size_t i = start; i < end; i++)
        fprintf(picture->file, "%.1f,%.1f ", x_of(picture, (double)i), y_of(picture, series->high[i]));
    for (size_t i = end; i-- > start;)
        fprintf(picture->file, "%.1f,%.1f ", x_of(picture, (double)i), y_of(picture, series->low[i]));
    fputs("\"/>\n", picture->file);
}

static void print_line(const Picture *picture, const ChartSeries *series, size_t start, size_t end,
                       size_t number)
{
    fprintf(picture->file,
            "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" points=\"",
            colors[number % G_N_ELEMENTS(colors)], dashes[number % G_N_ELEMENTS(dashes)]);
    for (size_t i = start; i < end; i++)
        fprintf(picture->file, "%.1f,%.1f ", x_of(picture, (double)i), y_of(picture, series->values[i]));
    fputs("\"/>\n", picture->file);
}

/* A point with its numbers, as attributes and as the title that a pointer or a reader's voice finds. */
static void print_point(const Picture *picture, size_t number, size_t year)
{
    const TifaTable *points = tifa_trend_points(picture->trend);
    const ChartSeries *series = &picture->chart->series[number];
    size_t row = number * picture->chart->years + year;
    double hits = tifa_table_number(points, row, tifa_table_find(points, "hits"));
    double documents = tifa_table_number(points, row, tifa_table_find(points, "documents"));
    double of = tifa_table_number(points, row, tifa_table_find(points, "of"));
    double words = tifa_table_number(points, row, tifa_table_find(points, "words"));
    int shown = picture->chart->first_year + (int)year;
    fprintf(picture->file,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\" data-year=\"%d\" data-hits=\"%.0f\" "
            "data-documents=\"%.0f\" data-of=\"%.0f\" data-words=\"%.0f\"><title>",
            x_of(picture, (double)year), y_of(picture, series->values[year]),
            colors[number % G_N_ELEMENTS(colors)], shown, hits, documents, of, words);
    print_escaped(picture->file, series->name);
    fprintf(picture->file, ", %d: %.0f hits in %.0f of %.0f documents</title></circle>\n", shown, hits,
            documents, of);
}

/* Where the names at the right stand: each at the end of its line, but not above another. */
static void place_names(const Picture *picture, double *y)
{
    enum { LINE = 18 };
    const Chart *chart = picture->chart;
    for (size_t i = 0; i < chart->count; i++) {
        double last = 0;
        for (size_t year = 0; year < chart->years; year++)
            last = isnan(chart->series[i].values[year]) ? last : chart->series[i].values[year];
        y[i] = y_of(picture, last);
    }
    for (size_t tries = 0; tries < chart->count; tries++)
        for (size_t i = 0; i < chart->count; i++)
            for (size_t j = 0; j < chart->count; j++)
                if (i != j && fabs(y[i] - y[j]) < LINE && (y[j] < y[i] || (y[j] == y[i] && j > i)))
                    y[j] = y[i] - LINE;
}

static void print_series(const Picture *picture, size_t number, double name_y)
{
    const Chart *chart = picture->chart;
    const ChartSeries *series = &chart->series[number];
    const char *color = colors[number % G_N_ELEMENTS(colors)];
    fputs("<g role=\"list\" aria-label=\"", picture->file);
    print_escaped(picture->file, series->name);
    fputs("\">\n", picture->file);
    for (size_t start = 0, end; start < chart->years; start = MAX(end, start + 1)) {
        end = run_end(series, start, chart->years);
        print_band(picture, series, start, end, color);
        print_line(picture, series, start, end, number);
        for (size_t year = start; year < end; year++)
            print_point(picture, number, year);
    }
    fprintf(picture->file, "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">", WIDTH - RIGHT + 12, name_y + 4, color);
    print_escaped(picture->file, series->name);
    fputs("</text>\n</g>\n", picture->file);
}

/* What the picture shows, in words: for those who hear it. */
static void print_description(const Picture *picture)
{
    const TifaTable *findings = tifa_trend_findings(picture->trend);
    fputs("<desc id=\"description\">", picture->file);
    for (size_t row = 0; row < tifa_table_rows(findings); row++) {
        const char *first = tifa_table_text(findings, row, tifa_table_find(findings, "first"));
        const char *last = tifa_table_text(findings, row, tifa_table_find(findings, "last"));
        print_escaped(picture->file, tifa_table_text(findings, row, 0));
        fprintf(picture->file, ": %.0f hits in %.0f of %.0f documents, first %s, last %s, %s. ",
                tifa_table_number(findings, row, tifa_table_find(findings, "hits")),
                tifa_table_number(findings, row, tifa_table_find(findings, "documents")),
                tifa_table_number(findings, row, tifa_table_find(findings, "of")), first ? first : "never",
                last ? last : "never", tifa_table_text(findings, row, tifa_table_find(findings, "state")));
    }
    fputs("Shaded: 95 % intervals. Years without documents are left out.</desc>\n", picture->file);
}

/* The numbers as CSV, for those who take the picture apart. */
static bool print_data(const Picture *picture, GError **error)
{
    TifaPrinter printer = {.file = picture->file, .format = TIFA_FORMAT_CSV};
    fputs("<metadata><![CDATA[\n", picture->file);
    bool is_printed = tifa_print_table(&printer, tifa_trend_points(picture->trend), error);
    fputs("]]></metadata>\n", picture->file);
    return is_printed;
}

bool tifa_print_trend_svg(FILE *file, const TifaTrend *trend, TifaMeasure measure, GError **error)
{
    g_auto(Chart) chart = chart_make(trend, measure);
    Picture picture = {file, &chart, trend};
    if (chart.years == 0)
        return fail(error, TIFA_ERROR_INPUT, "chart: no document has a date, so there is nothing to draw");
    g_autofree double *name_y = g_new0(double, chart.count);
    fprintf(file,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
            "role=\"img\" aria-labelledby=\"title description\" font-family=\"sans-serif\" "
            "font-size=\"13\" fill=\"#333\">\n<title id=\"title\">%s</title>\n",
            WIDTH, HEIGHT, WIDTH, HEIGHT, chart.title);
    print_description(&picture);
    bool is_printed = print_data(&picture, error);
    fprintf(file,
            "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
            "<text x=\"%d\" y=\"26\" font-size=\"16\">%s</text>\n",
            LEFT, chart.title);
    print_axes(&picture);
    place_names(&picture, name_y);
    for (size_t i = 0; i < chart.count; i++)
        print_series(&picture, i, name_y[i]);
    fputs("</svg>\n", file);
    return is_printed;
}
