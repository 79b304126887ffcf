#include "extract/html_date.h"

#include <string.h>

static const char *const MONTHS[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};

/* A text being read from left to right. */
typedef struct {
    const char *place, *end;
} Scan;

static void skip_blanks(Scan *scan)
{
    while (scan->place < scan->end && (*scan->place == ' ' || *scan->place == '\t'))
        scan->place++;
}

/* Reads up to `most` digits; -1 if there is none or if more follow. */
static int read_number(Scan *scan, int most)
{
    int value = 0, digits = 0;
    for (; scan->place < scan->end && g_ascii_isdigit(*scan->place); scan->place++, digits++)
        if (digits < most)
            value = 10 * value + (*scan->place - '0');
    return digits && digits <= most ? value : -1;
}

static bool read_word(Scan *scan, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(scan->end - scan->place) < length || memcmp(scan->place, word, length) != 0)
        return false;
    scan->place += length;
    return true;
}

/* Reads what stands between the numbers of a date; `han` is 年 or 月. */
static bool read_separator(Scan *scan, const char *han)
{
    skip_blanks(scan);
    bool is_there =
        read_word(scan, "-") || read_word(scan, "/") || read_word(scan, ".") || read_word(scan, han);
    skip_blanks(scan);
    return is_there;
}

static char *iso_date(int year, int month, int day)
{
    if (year < 1900 || year > 2099 || month < 1 || day < 1 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return NULL;
    return g_strdup_printf("%04d-%02d-%02d", year, month, day);
}

/* A date that begins with the year. */
static char *read_year_first(Scan scan)
{
    int year = read_number(&scan, 8), month, day;
    if (year >= 19000101)
        return iso_date(year / 10000, year / 100 % 100, year % 100);
    if (year < 1900 || year > 2099 || !read_separator(&scan, "年"))
        return NULL;
    month = read_number(&scan, 2);
    if (month < 1 || month > 12 || !read_separator(&scan, "月"))
        return NULL;
    day = read_number(&scan, 2);
    return day < 1 || day > 31 ? NULL : iso_date(year, month, day);
}

/* The month whose English name begins at the place, from 1; 0 if there is none. */
static int read_month(Scan *scan)
{
    int month = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(MONTHS); i++)
        if (scan->end - scan->place >= 3 && g_ascii_strncasecmp(scan->place, MONTHS[i], 3) == 0)
            month = (int)i + 1;
    while (month && scan->place < scan->end && (g_ascii_isalpha(*scan->place) || *scan->place == '.'))
        scan->place++;
    skip_blanks(scan);
    return month;
}

static void skip_comma(Scan *scan)
{
    while (scan->place < scan->end && strchr(", ", *scan->place))
        scan->place++;
}

/* December 24, 2021. */
static char *read_month_first(Scan scan)
{
    int month = read_month(&scan);
    int day = month ? read_number(&scan, 2) : -1;
    skip_comma(&scan);
    return day > 0 ? iso_date(read_number(&scan, 4), month, day) : NULL;
}

/* 24 December 2021. */
static char *read_day_first(Scan scan)
{
    int day = read_number(&scan, 2);
    skip_blanks(&scan);
    int month = day > 0 ? read_month(&scan) : 0;
    skip_comma(&scan);
    return month ? iso_date(read_number(&scan, 4), month, day) : NULL;
}

char *html_date_find(const char *text, size_t length)
{
    Scan scan = {text, text + length};
    for (; scan.place < scan.end; scan.place++) {
        char before = scan.place > text ? scan.place[-1] : ' ';
        char *date = NULL;
        if (g_ascii_isdigit(*scan.place) && !g_ascii_isdigit(before)) {
            date = read_year_first(scan);
            date = date ? date : read_day_first(scan);
        } else if (g_ascii_isalpha(*scan.place) && !g_ascii_isalpha(before)) {
            date = read_month_first(scan);
        }
        if (date)
            return date;
    }
    return NULL;
}
