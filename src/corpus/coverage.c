#include "corpus/coverage.h"

#include <string.h>

/* Agencies with fewer documents than this say nothing by a year without one. */
enum { FEWEST_DOCUMENTS = 5, MOST_AGENCIES = 10, MOST_RANGES = 8 };

static void say(GPtrArray *sentences, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void say(GPtrArray *sentences, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_ptr_array_add(sentences, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

/* ---- Numbers that are there, and those missing between them ----------------------------------- */

typedef ARRAY(int) Numbers;

static int compare_numbers(const void *left, const void *right)
{
    int a = *(const int *)left, b = *(const int *)right;
    return (a > b) - (a < b);
}

/* "3, 5-7 and more": what is missing between the first and the last of sorted numbers; *missing gets how
 * many. */
static char *gaps_of(const Numbers *numbers, int *missing)
{
    GString *gaps = g_string_new(NULL);
    int ranges = 0;
    *missing = 0;
    for (size_t i = 1; i < numbers->length; i++) {
        int first = numbers->items[i - 1] + 1, last = numbers->items[i] - 1;
        if (first > last)
            continue;
        *missing += last - first + 1;
        if (++ranges > MOST_RANGES)
            continue;
        g_string_append_printf(gaps, "%s%d", ranges > 1 ? ", " : "", first);
        if (last > first)
            g_string_append_printf(gaps, "-%d", last);
    }
    if (ranges > MOST_RANGES)
        g_string_append(gaps, " and more");
    return g_string_free(gaps, FALSE);
}

/* ---- Years ----------------------------------------------------------------------------------- */

static int year_of(const StoreDocument *document)
{
    return document->date ? (int)g_ascii_strtoll(document->date, NULL, 10) : 0;
}

/* The years of the documents of an agency (NULL: of all), sorted; *undated gets the number of those without.
 */
static Numbers years_of(const GPtrArray *documents, const char *agency, int *undated)
{
    Numbers years = {0};
    *undated = 0;
    for (unsigned i = 0; i < documents->len; i++) {
        const StoreDocument *document = documents->pdata[i];
        if (agency && g_strcmp0(document->issuer, agency) != 0)
            continue;
        int year = year_of(document);
        if (year)
            array_push(&years, year);
        *undated += !year;
    }
    if (years.length)
        qsort(years.items, years.length, sizeof *years.items, compare_numbers);
    return years;
}

static void say_years(const GPtrArray *documents, GPtrArray *sentences)
{
    int undated, missing;
    Numbers years = years_of(documents, NULL, &undated);
    if (years.length) {
        g_autofree char *gaps = gaps_of(&years, &missing);
        say(sentences, "dates from %d to %d%s%s", years.items[0], years.items[years.length - 1],
            missing ? "; years without a document: " : "", gaps);
    }
    if (undated)
        say(sentences, "%d documents without a date: they are in no count by year", undated);
    array_clear(&years);
}

/* ---- Agencies -------------------------------------------------------------------------------- */

typedef struct {
    const char *name;
    size_t documents;
} Agency;

typedef ARRAY(Agency) Agencies;

/* By documents, the most first, then by name. */
static int compare_agencies(const void *left, const void *right)
{
    const Agency *a = left, *b = right;
    if (a->documents != b->documents)
        return a->documents < b->documents ? 1 : -1;
    return strcmp(a->name, b->name);
}

static Agencies agencies_of(const GPtrArray *documents, size_t *unknown)
{
    Agencies agencies = {0};
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    *unknown = 0;
    for (unsigned i = 0; i < documents->len; i++) {
        const char *name = ((const StoreDocument *)documents->pdata[i])->issuer;
        size_t place = name ? GPOINTER_TO_SIZE(g_hash_table_lookup(places, name)) : 0;
        *unknown += !name;
        if (name && !place) {
            array_push(&agencies, ((Agency){.name = name}));
            place = agencies.length;
            g_hash_table_insert(places, (char *)name, GSIZE_TO_POINTER(place));
        }
        if (place)
            agencies.items[place - 1].documents++;
    }
    if (agencies.length)
        qsort(agencies.items, agencies.length, sizeof *agencies.items, compare_agencies);
    return agencies;
}

static void say_agency(const GPtrArray *documents, const Agency *agency, GPtrArray *sentences)
{
    int undated, missing = 0;
    Numbers years = years_of(documents, agency->name, &undated);
    g_autofree char *gaps = gaps_of(&years, &missing);
    if (missing)
        say(sentences, "%s: %zu documents, %d to %d; years without one: %s", agency->name, agency->documents,
            years.items[0], years.items[years.length - 1], gaps);
    array_clear(&years);
}

static void say_agencies(const GPtrArray *documents, GPtrArray *sentences)
{
    size_t unknown;
    Agencies agencies = agencies_of(documents, &unknown);
    for (size_t i = 0; i < agencies.length && i < MOST_AGENCIES; i++)
        if (agencies.items[i].documents >= FEWEST_DOCUMENTS && agencies.items[i].documents < documents->len)
            say_agency(documents, &agencies.items[i], sentences);
    if (unknown)
        say(sentences, "%zu documents without an agency: they are in no count by agency", unknown);
    array_clear(&agencies);
}

/* ---- Series ---------------------------------------------------------------------------------- */

/* One number of a series, as 国办发〔2021〕12号: the series is what stands before the number itself. */
typedef struct {
    char *series;
    int number;
} SeriesNumber;

static int compare_series(const void *left, const void *right)
{
    const SeriesNumber *a = left, *b = right;
    int by_series = strcmp(a->series, b->series);
    return by_series ? by_series : compare_numbers(&a->number, &b->number);
}

static bool split_number(const char *text, SeriesNumber *number)
{
    const char *bracket = text ? strstr(text, "〕") : NULL;
    const char *digits = bracket ? bracket + strlen("〕") : NULL;
    if (!digits || !g_ascii_isdigit(*digits))
        return false;
    number->series = g_strndup(text, (size_t)(digits - text));
    number->number = (int)g_ascii_strtoll(digits, NULL, 10);
    return true;
}

static void say_one_series(const SeriesNumber *first, size_t count, GPtrArray *sentences)
{
    Numbers numbers = {0};
    int missing;
    for (size_t i = 0; i < count; i++)
        array_push(&numbers, first[i].number);
    g_autofree char *gaps = gaps_of(&numbers, &missing);
    if (missing)
        say(sentences, "%s%d to %d号: %d of %d numbers are missing: %s", first->series, first->number,
            first[count - 1].number, missing, first[count - 1].number - first->number + 1, gaps);
    array_clear(&numbers);
}

/* A series of which the corpus has one number alone says nothing. */
static void say_series(const GPtrArray *documents, GPtrArray *sentences)
{
    ARRAY(SeriesNumber) all = {0};
    for (unsigned i = 0; i < documents->len; i++) {
        SeriesNumber number;
        if (split_number(((const StoreDocument *)documents->pdata[i])->number, &number))
            array_push(&all, number);
    }
    if (all.length)
        qsort(all.items, all.length, sizeof *all.items, compare_series);
    for (size_t start = 0, end; start < all.length; start = end) {
        for (end = start + 1;
             end < all.length && g_str_equal(all.items[end].series, all.items[start].series);)
            end++;
        say_one_series(all.items + start, end - start, sentences);
    }
    for (size_t i = 0; i < all.length; i++)
        g_free(all.items[i].series);
    array_clear(&all);
}

void coverage_add(const GPtrArray *documents, GPtrArray *sentences)
{
    say_years(documents, sentences);
    say_agencies(documents, sentences);
    say_series(documents, sentences);
}
