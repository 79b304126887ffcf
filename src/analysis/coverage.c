#include "analysis/coverage.h"

enum { YEARS = 3000 };

/* The years first..last that lack documents, as "2007-2011, 2013"; *lacking gets their number. */
static char *list_gaps(const size_t *documents, int first, int last, int *lacking)
{
    GString *gaps = g_string_new(NULL);
    *lacking = 0;
    for (int year = first, start; year < last; year++) {
        if (documents[year])
            continue;
        for (start = year; !documents[year + 1];)
            year++;
        g_string_append_printf(gaps, start == year ? "%s%d" : "%s%d-%d", gaps->len ? ", " : "", start, year);
        *lacking += year - start + 1;
    }
    return g_string_free(gaps, FALSE);
}

static void note_gaps(TifaTable *table, const size_t *documents, int first, int last)
{
    int lacking;
    g_autofree char *gaps = list_gaps(documents, first, last, &lacking);
    if (lacking)
        table_note(table, "the corpus has no documents of %d of the years %d to %d: %s", lacking, first, last,
                   gaps);
}

static void note_unevenness(TifaTable *table, const size_t *documents, int first, int last)
{
    enum { UNEVEN = 5 }; /* times as many documents as in another year */
    int least = first, most = first;
    for (int year = first; year <= last; year++) {
        if (documents[year] && documents[year] < documents[least])
            least = year;
        if (documents[year] > documents[most])
            most = year;
    }
    if (documents[most] >= UNEVEN * documents[least])
        table_note(table,
                   "coverage is uneven, from %zu documents (%d) to %zu (%d): compare shares and rates,"
                   " not hits",
                   documents[least], least, documents[most], most);
}

void coverage_note_years(TifaTable *table, const TifaAnalysis *analysis, const DocumentSet *set)
{
    g_autofree size_t *documents = g_new0(size_t, YEARS);
    int first = YEARS, last = 0;
    size_t undated = 0;
    for (size_t i = 0; i < set->length; i++) {
        int year = set->has[i] ? analysis_year(analysis->documents->pdata[i]) : 0;
        undated += set->has[i] && (year == 0 || year >= YEARS);
        if (year == 0 || year >= YEARS)
            continue;
        documents[year]++;
        first = MIN(first, year);
        last = MAX(last, year);
    }
    if (last) {
        note_gaps(table, documents, first, last);
        note_unevenness(table, documents, first, last);
    }
    if (undated)
        table_note(table, "%zu documents have no date", undated);
}
