/* chart.h - what the charts of a trend share: one series a question, all on one scale. */
#pragma once

#include "tifa.h"

typedef struct {
    const char *name;
    const double *values, *low, *high; /* by year; NAN: none */
} ChartSeries;

typedef struct {
    const char *title;
    int first_year;
    size_t years, count;
    ChartSeries *series;
    double most; /* the top of the scale */
    bool is_share;
    double *numbers; /* that the series lie in */
} Chart;

/* The chart of one measure of a trend; free it with chart_clear(). AUTO is decided here. */
Chart chart_make(const TifaTrend *trend, TifaMeasure measure);
void chart_clear(Chart *chart);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Chart, chart_clear)

/* A value as it is written on the scale: "30 %", "1.25". Free with g_free(). */
char *chart_label(const Chart *chart, double value);

/* How many years apart the labels of the years stand, if so many have room: 1, 2, 5, 10 ... */
size_t chart_step(const Chart *chart, size_t room);
