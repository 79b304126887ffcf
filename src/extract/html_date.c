#include "extract/html_date.h"

#include "text/dates.h"

/* The number that `count` digits at `text` make. */
static unsigned number(const char *text, int count)
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
        unsigned year = digits == 8 ? number(run, 4) : 0;
        Date date = {(uint16_t)year, 0, 0};
        if (year >= 1949 && year < 2100) {
            date.month = (uint8_t)number(run + 4, 2);
            date.day = (uint8_t)number(run + 6, 2);
        }
        if (date.month && g_date_valid_dmy(date.day, date.month, date.year))
            return date_iso(date);
        digits = 0;
    }
    return NULL;
}

char *html_date_find(const char *text, size_t length)
{
    TifaSpan place;
    Date date;
    for (size_t start = 0; date_find(text + start, length - start, &place, &date); start += place.end)
        if (date.day)
            return date_iso(date);
    return find_compact(text, length);
}
