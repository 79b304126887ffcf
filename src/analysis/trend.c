/* trend.c - questions followed over the years: the series, when each is first and last met and whether its
 * absence since means anything, change points and a test of trend. */
#include "analysis/coverage.h"
#include "statistics/changes.h"
#include "statistics/interval.h"
#include "statistics/monotone.h"

#include <math.h>
#include <string.h>

struct TifaTrend {
    TifaTable *points, *findings, *levels;
};

static const TifaColumn point_columns[] = {
    {"question", "question", TIFA_COLUMN_TEXT, 0, 0},
    {"year", "year", TIFA_COLUMN_COUNT, 0, 0},
    {"hits", "hits", TIFA_COLUMN_COUNT, 0, 0},
    {"documents", "documents", TIFA_COLUMN_COUNT, 0, 0},
    {"of", "of", TIFA_COLUMN_COUNT, 0, 0},
    {"share", "%", TIFA_COLUMN_SHARE, 0, 0},
    {"share_low", "95 %", TIFA_COLUMN_LOW, 0, TIFA_COLUMN_IS_SHARE},
    {"share_high", NULL, TIFA_COLUMN_HIGH, 0, TIFA_COLUMN_IS_SHARE},
    {"words", "words", TIFA_COLUMN_COUNT, 0, 0},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"rate_low", "95 %", TIFA_COLUMN_LOW, 2, 0},
    {"rate_high", NULL, TIFA_COLUMN_HIGH, 2, 0},
    {NULL, NULL, 0, 0, 0},
};

static const TifaColumn finding_columns[] = {
    {"question", "question", TIFA_COLUMN_TEXT, 0, 0},
    {"hits", "hits", TIFA_COLUMN_COUNT, 0, 0},
    {"documents", "documents", TIFA_COLUMN_COUNT, 0, 0},
    {"of", "of", TIFA_COLUMN_COUNT, 0, 0},
    {"first", "first", TIFA_COLUMN_TEXT, 0, 0},
    {"last", "last", TIFA_COLUMN_TEXT, 0, 0},
    {"state", "now", TIFA_COLUMN_TEXT, 0, 0},
    {"documents_since", "since", TIFA_COLUMN_COUNT, 0, 0},
    {"bound", "at most %", TIFA_COLUMN_SHARE, 0, 0},
    {"tau", "tau", TIFA_COLUMN_NUMBER, 2, 0},
    {"p", "p", TIFA_COLUMN_NUMBER, -2, 0},
    {"slope", NULL, TIFA_COLUMN_NUMBER, 3, 0},
    {"slope_low", NULL, TIFA_COLUMN_LOW, 3, 0},
    {"slope_high", NULL, TIFA_COLUMN_HIGH, 3, 0},
    {NULL, NULL, 0, 0, 0},
};

static const TifaColumn level_columns[] = {
    {"question", "question", TIFA_COLUMN_TEXT, 0, 0},
    {"from", "from", TIFA_COLUMN_COUNT, 0, 0},
    {"to", "to", TIFA_COLUMN_COUNT, 0, 0},
    {"documents", "documents", TIFA_COLUMN_COUNT, 0, 0},
    {"of", "of", TIFA_COLUMN_COUNT, 0, 0},
    {"share", "%", TIFA_COLUMN_SHARE, 0, 0},
    {"share_low", "95 %", TIFA_COLUMN_LOW, 0, TIFA_COLUMN_IS_SHARE},
    {"share_high", NULL, TIFA_COLUMN_HIGH, 0, TIFA_COLUMN_IS_SHARE},
    {NULL, NULL, 0, 0, 0},
};

/* One year of one question. */
typedef struct {
    double hits, documents, words;
    ARRAY(DocumentRate) rates;
} Year;

/* One question followed. */
typedef struct {
    TifaAnalysis *analysis;
    const char *question;
    DocumentSet set; /* the documents its filters let through */
    uint64_t *hits;  /* by document */
    int first_year;
    ARRAY(Year) years;
    uint64_t seed;
} Following;

static void following_clear(Following *following)
{
    for (size_t i = 0; i < following->years.length; i++)
        array_clear(&following->years.items[i].rates);
    array_clear(&following->years);
    document_set_clear(&following->set);
    g_free(following->hits);
}

static const StoreDocument *document_at(const Following *following, size_t index)
{
    return following->analysis->documents->pdata[index];
}

/* Makes the years from `first` to `last` and puts the documents into them. */
static bool sort_into_years(Following *following, int first, int last, GError **error)
{
    const uint32_t *words = analysis_words(following->analysis, error);
    following->first_year = first;
    for (int year = first; words && year <= last; year++)
        array_push(&following->years, ((Year){0}));
    for (size_t i = 0; words && i < following->set.length; i++) {
        int year = following->set.has[i] ? analysis_year(document_at(following, i)) : 0;
        if (year < first || year > last)
            continue;
        Year *at = &following->years.items[year - first];
        at->hits += (double)following->hits[i];
        at->documents += following->hits[i] > 0;
        at->words += words[i];
        array_push(&at->rates, ((DocumentRate){(double)following->hits[i], words[i]}));
    }
    return words != NULL;
}

static double rate_of(const Year *year)
{
    return year->words > 0 ? 1e4 * year->hits / year->words : NAN;
}

static void add_points(const Following *following, TifaTable *points)
{
    for (size_t i = 0; i < following->years.length; i++) {
        const Year *year = &following->years.items[i];
        double of = (double)year->rates.length;
        TifaInterval rate = bootstrap_rate(year->rates.items, year->rates.length, following->seed);
        table_add_text(points, following->question);
        table_add_number(points, following->first_year + (double)i);
        table_add_number(points, year->hits);
        table_add_number(points, year->documents);
        table_add_number(points, of);
        table_add_number(points, of > 0 ? year->documents / of : NAN);
        table_add_interval(points, interval_wilson(year->documents, of));
        table_add_number(points, year->words);
        table_add_number(points, rate_of(year));
        table_add_interval(points, (TifaInterval){1e4 * rate.low, 1e4 * rate.high});
    }
}

/* ---- First, last, and the silence since ------------------------------------------------------- */

typedef struct {
    const char *first, *last; /* dates, NULL if there is no hit */
    double hits, documents, of;
    double since; /* documents dated later than the last hit; all if there is none */
} Span;

static Span find_span(const Following *following)
{
    Span span = {0};
    for (size_t i = 0; i < following->set.length; i++) {
        const char *date = document_at(following, i)->date;
        span.hits += following->set.has[i] ? (double)following->hits[i] : 0;
        span.of += following->set.has[i];
        span.documents += following->set.has[i] && following->hits[i];
        if (!following->set.has[i] || !following->hits[i] || !date)
            continue;
        span.first = !span.first || strcmp(date, span.first) < 0 ? date : span.first;
        span.last = !span.last || strcmp(date, span.last) > 0 ? date : span.last;
    }
    for (size_t i = 0; i < following->set.length; i++) {
        const char *date = document_at(following, i)->date;
        span.since += following->set.has[i] && date && (!span.last || strcmp(date, span.last) > 0);
    }
    return span;
}

/* The share of documents while the question had hits, by its cautious end. */
static double former_share(const Following *following, const Span *span)
{
    double documents = 0, of = 0;
    for (size_t i = 0; i < following->set.length; i++) {
        const char *date = document_at(following, i)->date;
        if (following->set.has[i] && date && strcmp(date, span->first) >= 0 &&
            strcmp(date, span->last) <= 0) {
            documents += following->hits[i] > 0;
            of++;
        }
    }
    return interval_wilson(documents, of).low;
}

/* Of none in N documents at most 3/N is the share (the rule of three: Hanley and Lippman-Hand, JAMA 249,
 * 1983). Only where that is less than the share before does silence say that something has vanished. */
static const char *state_of(const Following *following, const Span *span, double bound)
{
    if (!span->last)
        return span->hits > 0 ? "undated" : "never";
    if (span->since == 0)
        return "present";
    return bound < former_share(following, span) ? "vanished" : "not detectable";
}

static void add_trend(const Following *following, TifaTable *findings)
{
    ARRAY(TimePoint) points = {0};
    for (size_t i = 0; i < following->years.length; i++)
        if (following->years.items[i].words > 0)
            array_push(&points, ((TimePoint){(double)i, rate_of(&following->years.items[i])}));
    Monotone trend = {NAN, NAN, NAN, {NAN, NAN}};
    monotone_test(points.items, points.length, &trend);
    table_add_number(findings, trend.tau);
    table_add_number(findings, trend.p);
    table_add_number(findings, trend.slope);
    table_add_interval(findings, trend.range);
    array_clear(&points);
}

static void add_finding(const Following *following, TifaTable *findings)
{
    Span span = find_span(following);
    double bound = span.since > 0 ? fmin(1, 3 / span.since) : NAN;
    table_add_text(findings, following->question);
    table_add_number(findings, span.hits);
    table_add_number(findings, span.documents);
    table_add_number(findings, span.of);
    table_add_text(findings, span.first);
    table_add_text(findings, span.last);
    table_add_text(findings, state_of(following, &span, bound));
    table_add_number(findings, span.since);
    table_add_number(findings, bound);
    add_trend(following, findings);
}

/* ---- Levels ---------------------------------------------------------------------------------- */

/* The level of start <= year < end, named by those of them that have documents. */
static void add_level(const Following *following, TifaTable *levels, size_t start, size_t end)
{
    double documents = 0, of = 0;
    while (end - start > 1 && following->years.items[start].rates.length == 0)
        start++;
    while (end - start > 1 && following->years.items[end - 1].rates.length == 0)
        end--;
    for (size_t i = start; i < end; i++) {
        documents += following->years.items[i].documents;
        of += (double)following->years.items[i].rates.length;
    }
    table_add_text(levels, following->question);
    table_add_number(levels, following->first_year + (double)start);
    table_add_number(levels, following->first_year + (double)end - 1);
    table_add_number(levels, documents);
    table_add_number(levels, of);
    table_add_number(levels, documents / of);
    table_add_interval(levels, interval_wilson(documents, of));
}

static void add_levels(const Following *following, TifaTable *levels)
{
    ARRAY(Trials) trials = {0};
    for (size_t i = 0; i < following->years.length; i++)
        array_push(&trials, ((Trials){following->years.items[i].documents,
                                      (double)following->years.items[i].rates.length}));
    ChangePoints changes = {0};
    changes_find(trials.items, trials.length, &changes);
    size_t start = 0;
    for (size_t i = 0; i <= changes.length && trials.length; i++) {
        size_t end = i < changes.length ? changes.items[i] : trials.length;
        add_level(following, levels, start, end);
        start = end;
    }
    array_clear(&trials);
    array_clear(&changes);
}

/* ---- The whole ------------------------------------------------------------------------------- */

/* The years of the documents of all questions. */
static void find_years(const Following *following, size_t count, int *first, int *last)
{
    *first = *last = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < following[i].set.length; j++) {
            int year = following[i].set.has[j] ? analysis_year(document_at(&following[i], j)) : 0;
            *first = year && (!*first || year < *first) ? year : *first;
            *last = MAX(*last, year);
        }
}

static bool start_following(Following *following, const TifaQuery *query, GError **error)
{
    if (!analysis_allowed(following->analysis, query, &following->set, error))
        return false;
    following->hits = analysis_hits(following->analysis, query, error);
    return following->hits != NULL;
}

static bool fill(TifaTrend *trend, Following *following, size_t count, GError **error)
{
    int first, last;
    find_years(following, count, &first, &last);
    for (size_t i = 0; first && i < count; i++) {
        if (!sort_into_years(&following[i], first, last, error))
            return false;
        add_points(&following[i], trend->points);
        add_finding(&following[i], trend->findings);
        add_levels(&following[i], trend->levels);
        analysis_note_spread(trend->points, count > 1 ? following[i].question : NULL,
                             following[i].analysis->documents, following[i].hits);
    }
    if (count)
        coverage_note_years(trend->points, following[0].analysis, &following[0].set);
    return true;
}

TifaTrend *tifa_analysis_trend(TifaAnalysis *analysis, const TifaQuery *const *queries,
                               const char *const *names, size_t count, uint64_t seed, GError **error)
{
    TifaTrend *trend = g_new0(TifaTrend, 1);
    *trend = (TifaTrend){table_new(point_columns), table_new(finding_columns), table_new(level_columns)};
    g_autofree Following *following = g_new0(Following, count + 1);
    bool is_good = true;
    for (size_t i = 0; is_good && i < count; i++) {
        following[i] = (Following){.analysis = analysis, .question = names[i], .seed = seed};
        is_good = search_needs_places(queries[i], "trend", error) &&
                  start_following(&following[i], queries[i], error);
    }
    is_good = is_good && fill(trend, following, count, error);
    for (size_t i = 0; i < count; i++)
        following_clear(&following[i]);
    if (!is_good)
        g_clear_pointer(&trend, tifa_trend_free);
    return trend;
}

void tifa_trend_free(TifaTrend *trend)
{
    if (!trend)
        return;
    tifa_table_free(trend->points);
    tifa_table_free(trend->findings);
    tifa_table_free(trend->levels);
    g_free(trend);
}

const TifaTable *tifa_trend_points(const TifaTrend *trend)
{
    return trend->points;
}

const TifaTable *tifa_trend_findings(const TifaTrend *trend)
{
    return trend->findings;
}

const TifaTable *tifa_trend_levels(const TifaTrend *trend)
{
    return trend->levels;
}
