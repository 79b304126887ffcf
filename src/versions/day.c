#include "versions/day.h"

#include "text/dates.h"

#include <string.h>

static bool read_day(const char *iso, GDate *day)
{
    Date date;
    g_date_clear(day, 1);
    if (!iso || date_read(iso, strlen(iso), &date) != strlen(iso) || !date.day)
        return false;
    g_date_set_dmy(day, date.day, (GDateMonth)date.month, date.year);
    return true;
}

int days_between(const char *from, const char *to)
{
    GDate first, last;
    return read_day(from, &first) && read_day(to, &last) ? g_date_days_between(&first, &last) : G_MAXINT;
}

char *day_after(const char *iso, unsigned years, unsigned days)
{
    GDate day;
    if (!read_day(iso, &day))
        return NULL;
    g_date_add_years(&day, years);
    g_date_add_days(&day, days);
    Date date = {g_date_get_year(&day), (uint8_t)g_date_get_month(&day), (uint8_t)g_date_get_day(&day)};
    return date_iso(date);
}
