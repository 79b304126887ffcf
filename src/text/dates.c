#include "text/dates.h"

#include "base/utf8.h"
#include "text/structure.h"

#include <string.h>

/* What is still to be read. */
typedef struct {
    const char *place, *end;
} Rest;

static size_t rest_length(const Rest *rest)
{
    return (size_t)(rest->end - rest->place);
}

static void skip_blanks(Rest *rest)
{
    while (rest->place < rest->end) {
        const char *next = rest->place;
        if (!utf8_is_space(utf8_next(&next)))
            return;
        rest->place = next;
    }
}

static bool takes(Rest *rest, const char *word)
{
    size_t length = strlen(word);
    if (rest_length(rest) < length || memcmp(rest->place, word, length) != 0)
        return false;
    rest->place += length;
    return true;
}

/* A number of at most `largest`, Chinese or Arabic; 0, with nothing taken, if there is none. */
static int take_number(Rest *rest, int largest)
{
    size_t used;
    int64_t value = structure_number(rest->place, rest_length(rest), &used);
    if (value <= 0 || value > largest)
        return 0;
    rest->place += used;
    return (int)value;
}

static bool is_year(int year)
{
    return year >= 1900 && year < 2200;
}

static bool is_good(Date date)
{
    return !date.day || g_date_valid_dmy(date.day, (GDateMonth)date.month, date.year);
}

/* Takes the number before the sign 月 (yue, month) or 日 (ri, day); 0, with nothing taken, if it is not
 * there. */
static int take_before(Rest *rest, int largest, const char *sign)
{
    Rest ahead = *rest;
    skip_blanks(&ahead);
    int value = take_number(&ahead, largest);
    skip_blanks(&ahead);
    if (!value || !takes(&ahead, sign))
        return 0;
    *rest = ahead;
    return value;
}

/* 2021年3月12日, 二〇二一年三月, 2021年 */
static bool take_chinese(Rest *rest, Date *date)
{
    int year = take_number(rest, 2199);
    skip_blanks(rest);
    if (!is_year(year) || !takes(rest, "年"))
        return false;
    int month = take_before(rest, 12, "月");
    int day = month ? take_before(rest, 31, "日") : 0;
    *date = (Date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return is_good(*date);
}

/* 2021-03-12, 2021/3/12, 2021.3.12 */
static bool take_numeric(Rest *rest, Date *date)
{
    int year = take_number(rest, 2199);
    const char *separator = takes(rest, "-") ? "-" : takes(rest, "/") ? "/" : takes(rest, ".") ? "." : NULL;
    if (!is_year(year) || !separator)
        return false;
    int month = take_number(rest, 12);
    if (!month || !takes(rest, separator))
        return false;
    int day = take_number(rest, 31);
    *date = (Date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return day && is_good(*date);
}

/* Takes the name of an English month, whole or as its first three letters. */
static int take_month_name(Rest *rest)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    size_t letters = 0;
    while (letters < rest_length(rest) && g_ascii_isalpha(rest->place[letters]))
        letters++;
    for (int month = 0; month < 12; month++) {
        bool is_short = letters == 3 || (month == 8 && letters == 4);
        if ((is_short || letters == strlen(names[month])) &&
            g_ascii_strncasecmp(rest->place, names[month], letters) == 0) {
            rest->place += letters;
            takes(rest, ".");
            return month + 1;
        }
    }
    return 0;
}

static int take_english_day(Rest *rest)
{
    int day = take_number(rest, 31);
    if (day && !takes(rest, "st") && !takes(rest, "nd") && !takes(rest, "rd"))
        takes(rest, "th");
    return day;
}

/* 12 March 2021, March 12, 2021, March 2021 */
static bool take_english(Rest *rest, Date *date)
{
    int day = take_english_day(rest);
    skip_blanks(rest);
    int month = take_month_name(rest);
    skip_blanks(rest);
    if (month && !day) {
        Rest ahead = *rest;
        day = take_english_day(&ahead);
        if (day)
            *rest = ahead;
    }
    takes(rest, ",");
    skip_blanks(rest);
    int year = month ? take_number(rest, 2199) : 0;
    *date = (Date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return is_year(year) && is_good(*date);
}

size_t date_read(const char *text, size_t length, Date *date)
{
    static bool (*const forms[])(Rest *, Date *) = {take_chinese, take_numeric, take_english};
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        Rest rest = {text, text + length};
        if (forms[i](&rest, date))
            return (size_t)(rest.place - text);
    }
    return 0;
}

/* Whether a date may begin with the byte: a digit, the first byte of 一, 二 or a wide digit, a month's
 * letter. */
static bool may_begin(char byte)
{
    return byte == '\xE4' || byte == '\xEF' || strchr("123456789JFMASOND", byte);
}

bool date_find(const char *text, size_t length, TifaSpan *place, Date *date)
{
    bool is_inside = false; /* the character before is a letter or digit, so that no date can begin here */
    for (const char *here = text; here < text + length;) {
        size_t left = (size_t)(text + length - here);
        size_t used = !is_inside && may_begin(*here) ? date_read(here, left, date) : 0;
        if (used) {
            *place = (TifaSpan){(uint32_t)(here - text), (uint32_t)((size_t)(here - text) + used)};
            return true;
        }
        is_inside = g_ascii_isalnum(*here);
        utf8_next(&here);
    }
    return false;
}

/* Skips blanks and brackets. */
static void skip_frame(Rest *rest)
{
    static const char *const marks[] = {"（", "）", "(", ")", "〔", "〕", "["};
    const char *before;
    do {
        before = rest->place;
        skip_blanks(rest);
        for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
            takes(rest, marks[i]);
    } while (rest->place != before);
}

bool date_is_all(const char *text, size_t length, Date *date)
{
    Rest rest = {text, text + length};
    skip_frame(&rest);
    size_t used = date_read(rest.place, rest_length(&rest), date);
    rest.place += used;
    skip_frame(&rest);
    return used && date->month && rest.place == rest.end;
}

int date_compare(Date a, Date b)
{
    int64_t first = a.year * 10000 + a.month * 100 + a.day, second = b.year * 10000 + b.month * 100 + b.day;
    return (first > second) - (first < second);
}

char *date_iso(Date date)
{
    if (date.day)
        return g_strdup_printf("%04u-%02u-%02u", date.year, date.month, date.day);
    return date.month ? g_strdup_printf("%04u-%02u", date.year, date.month)
                      : g_strdup_printf("%04u", date.year);
}

/* ---- Days in short texts ---------------------------------------------------------------------- */

/* The number that `count` digits at `text` make. */
static unsigned digits_value(const char *text, int count)
{
    unsigned value = 0;
    while (count--)
        value = 10 * value + (unsigned)(*text++ - '0');
    return value;
}

/* The first run of just eight digits that is a date. */
static char *find_compact(const char *text, size_t length)
{
    for (size_t i = 0, digits = 0; i <= length; i++) {
        if (i < length && g_ascii_isdigit(text[i])) {
            digits++;
            continue;
        }
        const char *run = text + i - digits;
        unsigned year = digits == 8 ? digits_value(run, 4) : 0;
        Date date = {(uint16_t)year, 0, 0};
        if (year >= 1949 && year < 2100) {
            date.month = (uint8_t)digits_value(run + 4, 2);
            date.day = (uint8_t)digits_value(run + 6, 2);
        }
        if (date.month && g_date_valid_dmy(date.day, date.month, date.year))
            return date_iso(date);
        digits = 0;
    }
    return NULL;
}

char *date_find_day(const char *text, size_t length)
{
    TifaSpan place;
    Date date;
    for (size_t start = 0; date_find(text + start, length - start, &place, &date); start += place.end)
        if (date.day)
            return date_iso(date);
    return find_compact(text, length);
}
