#include "analysis/coverage.h"

enum { YEARS = 3000 };

/* The documents of each year. */
typedef struct {
    size_t of[YEARS + 1];
    int first, last; /* the first and last year with any; last is 0 if there is none */
    size_t undated;
} Years;

/* Counts the documents of the set, all for NULL. Free with g_free(). */
static Years *count_years(const TifaAnalysis *analysis, const DocumentSet *set)
{
    Years *years = g_new0(Years, 1);
    years->first = YEARS;
    for (size_t i = 0; i < analysis->documents->len; i++) {
        int year = !set || set->has[i] ? analysis_year(analysis->documents->pdata[i]) : YEARS;
        years->undated += year == 0 && (!set || set->has[i]);
        if (year <= 0 || year >= YEARS)
            continue;
        years->of[year]++;
        years->first = MIN(years->first, year);
        years->last = MAX(years->last, year);
    }
    return years;
}

/* The years first..last without documents, as "2007-2011, 2013"; *lacking gets their number. */
static char *list_gaps(const Years *years, int first, int last, int *lacking)
{
    GString *gaps = g_string_new(NULL);
    *lacking = 0;
    for (int year = first, start; year <= last; year++) {
        if (years->of[year])
            continue;
        for (start = year; year < last && !years->of[year + 1];)
            year++;
        g_string_append_printf(gaps, start == year ? "%s%d" : "%s%d-%d", gaps->len ? ", " : "", start, year);
        *lacking += year - start + 1;
    }
    return g_string_free(gaps, FALSE);
}

/* Years that the corpus lacks are told from those of which the filters leave nothing. */
static void note_gaps(TifaTable *table, const Years *years, const Years *all, const DocumentSet *set)
{
    int lacking, left_out, span = years->last - years->first + 1;
    g_autofree char *gaps = list_gaps(all, years->first, years->last, &lacking);
    g_autofree char *rest = list_gaps(years, years->first, years->last, &left_out);
    if (lacking)
        table_note(table, "the corpus has no documents of %d of the years %d to %d: %s", lacking,
                   years->first, years->last, gaps);
    if (left_out > lacking)
        table_note(table, "the filters let %zu of %zu documents through, of %d of the %d years %d to %d",
                   set->count, set->length, span - left_out, span, years->first, years->last);
}

static void note_unevenness(TifaTable *table, const Years *years)
{
    enum { UNEVEN = 5 }; /* times as many documents as in another year */
    int least = years->first, most = years->first;
    for (int year = years->first; year <= years->last; year++) {
        if (years->of[year] && years->of[year] < years->of[least])
            least = year;
        if (years->of[year] > years->of[most])
            most = year;
    }
    if (years->of[most] >= UNEVEN * years->of[least])
        table_note(table,
                   "coverage is uneven, from %zu document%s (%d) to %zu (%d): compare shares and rates,"
                   " not hits",
                   years->of[least], years->of[least] == 1 ? "" : "s", least, years->of[most], most);
}

void coverage_note_years(TifaTable *table, const TifaAnalysis *analysis, const DocumentSet *set)
{
    g_autofree Years *years = count_years(analysis, set), *all = count_years(analysis, NULL);
    if (years->last) {
        note_gaps(table, years, all, set);
        note_unevenness(table, years);
    }
    if (years->undated)
        table_note(table, "%zu document%s no date", years->undated, years->undated == 1 ? " has" : "s have");
}
