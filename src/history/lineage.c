/* lineage.c - the question in series (which reports have it) and in instruments (with which version it came).
 */
#include "history/history.h"

#include <string.h>

/* Whether one of a version's texts has a place. */
static bool has_places(const TifaHistory *history, GHashTable *with, const TifaVersion *version)
{
    (void)history;
    for (size_t i = 0; i < version->copies; i++)
        if (g_hash_table_contains(with, &version->documents[i]))
            return true;
    return false;
}

/* ---- Versions -------------------------------------------------------------------------------- */

static void follow_versions(TifaHistory *history, const TifaFamilies *families, GHashTable *with,
                            size_t index)
{
    TifaFamily family = tifa_families_get(families, index);
    int had = -1;
    for (size_t i = family.first; i < family.first + family.count; i++) {
        TifaVersion version = tifa_families_version(families, i);
        if (!version.copies || version.draft)
            continue;
        int has = has_places(history, with, &version);
        if (had >= 0 && has != had)
            array_push(&history->changes, ((TifaHistoryChange){i, !has}));
        had = has;
    }
}

/* ---- Series ---------------------------------------------------------------------------------- */

/* The years of one series while they are gathered. */
typedef struct {
    const char *name;
    ARRAY(unsigned) all, with;
} Years;

static void years_free(Years *years)
{
    array_clear(&years->all);
    array_clear(&years->with);
    g_free(years);
}

static int compare_years(const void *left, const void *right)
{
    unsigned a = *(const unsigned *)left, b = *(const unsigned *)right;
    return (a > b) - (a < b);
}

/* Years in order as "2011, 2012, 2014-2019". */
static const char *write_years(TifaHistory *history, unsigned *years, size_t count)
{
    g_autoptr(GString) text = g_string_new(NULL);
    qsort(years, count, sizeof *years, compare_years);
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end + 1 < count && years[end + 1] <= years[end] + 1)
            end++;
        g_string_append_printf(text, "%s%u", text->len ? ", " : "", years[i]);
        if (years[end] > years[i])
            g_string_append_printf(text, "%s%u", years[end] == years[i] + 1 ? ", " : "-", years[end]);
        i = end + 1;
    }
    return g_string_chunk_insert(history->strings, text->str);
}

static void push_series(TifaHistory *history, Years *years)
{
    const unsigned *all = years->all.items;
    qsort(years->all.items, years->all.length, sizeof *all, compare_years);
    g_autofree char *range = g_strdup_printf("%u-%u", all[0], array_last(&years->all));
    array_push(&history->series, ((TifaHistorySeries){
                                     .name = years->name,
                                     .items = years->all.length,
                                     .with = years->with.length,
                                     .years = write_years(history, years->with.items, years->with.length),
                                     .all = g_string_chunk_insert(history->strings, range),
                                 }));
}

static int compare_series(const void *left, const void *right)
{
    const TifaHistorySeries *a = left, *b = right;
    if (a->with != b->with)
        return a->with > b->with ? -1 : 1;
    return strcmp(a->name, b->name);
}

static void take_item(const TifaHistory *history, GHashTable *all, GHashTable *with,
                      const TifaFamilies *families, const TifaFamily *family)
{
    TifaVersion version = tifa_families_version(families, family->first);
    unsigned year = version.date ? (unsigned)g_ascii_strtoull(version.date, NULL, 10) : 0;
    Years *years = g_hash_table_lookup(all, family->series);
    if (!year)
        return;
    if (!years) {
        years = g_new0(Years, 1);
        years->name = family->series;
        g_hash_table_insert(all, (char *)family->series, years);
    }
    array_push(&years->all, year);
    if (has_places(history, with, &version))
        array_push(&years->with, year);
}

void history_follow_families(TifaHistory *history, const TifaFamilies *families)
{
    g_autoptr(GHashTable) with = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GHashTable) all =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)years_free);
    for (size_t i = 0; i < history->seen.length; i++)
        g_hash_table_add(with, (void *)&history_document(history, history->seen.items[i].document)->id);
    for (size_t i = 0; i < tifa_families_count(families); i++) {
        TifaFamily family = tifa_families_get(families, i);
        if (family.series)
            take_item(history, all, with, families, &family);
        else if (family.texts > 1)
            follow_versions(history, families, with, i);
    }
    GHashTableIter iterator;
    void *years;
    g_hash_table_iter_init(&iterator, all);
    while (g_hash_table_iter_next(&iterator, NULL, &years))
        if (((Years *)years)->with.length)
            push_series(history, years);
    array_sort(&history->series, compare_series);
}
