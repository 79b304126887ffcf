/* The last resorts for title and date: dateline and address of news, a date near the head, the file's name,
 * the day on which the text comes into force. */
#include "text/facts_steps.h"

#include "text/structure.h"

#include <string.h>

enum { HEAD_LINES = 12, LONGEST_HEAD_LINE = 300, LONGEST_DATELINE = 60 };

/* ---- Dateline and address -------------------------------------------------------------------- */

/* 3月17日电 at the head of the text: month and day; false if there is none. */
static bool read_dateline(Slice text, Date *date)
{
    static const char *const month_sign = "月", *const day_sign = "日电";
    size_t used;
    int64_t month = structure_number(text.text, text.length, &used);
    Slice rest = slice_from(text, used);
    if (month < 1 || month > 12 || !slice_starts(rest, month_sign))
        return false;
    rest = slice_from(rest, strlen(month_sign));
    int64_t day = structure_number(rest.text, rest.length, &used);
    *date = (Date){0, (uint8_t)month, (uint8_t)day};
    return day >= 1 && day <= 31 && slice_starts(slice_from(rest, used), day_sign);
}

bool facts_find_dateline(const FactsView *view, Date *date)
{
    for (size_t i = 0; i < MIN(view->lines.length, HEAD_LINES); i++) {
        Slice line = slice_first(view->lines.items[i], LONGEST_DATELINE);
        bool is_inside = false; /* of a number */
        while (line.length > 0 && slice_has(line, "日电")) {
            if (!is_inside && read_dateline(line, date))
                return true;
            is_inside = g_ascii_isdigit(*line.text);
            line = slice_from(line, (size_t)(g_utf8_next_char(line.text) - line.text));
        }
    }
    return false;
}

/* `count` digits at the head of the text, or 0. */
static unsigned digits_at(const char *text, int count)
{
    unsigned value = 0;
    for (int i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return 0;
        value = value * 10 + (unsigned)(text[i] - '0');
    }
    return value;
}

/* The year in an address that has this month behind it, as /2016-03/17/ and /202603/; 0 if there is none. */
static unsigned find_year(const char *url, unsigned month)
{
    for (; *url; url++) {
        unsigned year = digits_at(url, 4);
        const char *rest = year ? url + 4 : url;
        rest += *rest == '-' || *rest == '/';
        if (year >= 1900 && year < 2200 && digits_at(rest, 2) == month)
            return year;
    }
    return 0;
}

/* The dateline says month and day of an item, its address the year; both must agree, for an address alone
 * dates a page. */
static void use_dateline(FactsView *view)
{
    const char *url = tifa_document_field(view->document, TIFA_FIELD_URL);
    Date date;
    if (!url || !facts_find_dateline(view, &date))
        return;
    date.year = (uint16_t)find_year(url, date.month);
    if (!date.year || !g_date_valid_dmy(date.day, (GDateMonth)date.month, date.year))
        return;
    g_autofree char *iso = date_iso(date);
    document_offer_field(view->document, TIFA_FIELD_DATE, iso, "dateline");
}

/* ---- Head and name --------------------------------------------------------------------------- */

/* The first date with a day in title, by-line or label. */
static void find_date_in_head(FactsView *view)
{
    const char *title = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    size_t limit = MIN(MAX(view->body, view->title_end + 4), view->lines.length);
    for (size_t i = 0; i <= limit; i++) {
        Slice line = i ? view->lines.items[i - 1] : slice_of(title ? title : "");
        TifaSpan place;
        Date date;
        if (line.length > LONGEST_HEAD_LINE || slice_has(line, "施行") ||
            !date_find(line.text, line.length, &place, &date) || !date.day)
            continue;
        g_autofree char *iso = date_iso(date);
        document_offer_field(view->document, TIFA_FIELD_DATE, iso, "head");
        return;
    }
}

/* A date written 20211224 or 2021-12-24 or 2021 anywhere in the name. */
static bool find_date_in_name(Slice name, Date *date)
{
    TifaSpan place;
    if (date_find(name.text, name.length, &place, date))
        return true;
    for (size_t i = 0; i + 4 <= name.length; i++) {
        bool is_start = g_ascii_isdigit(name.text[i]) && (i == 0 || !g_ascii_isdigit(name.text[i - 1]));
        size_t digits = 0;
        while (is_start && i + digits < name.length && g_ascii_isdigit(name.text[i + digits]))
            digits++;
        if (digits != 4 && digits != 8)
            continue;
        int64_t value = g_ascii_strtoll(name.text + i, NULL, 10);
        int64_t day = digits == 8 ? value : value * 10000;
        *date = (Date){(uint16_t)(day / 10000), (uint8_t)(day / 100 % 100), (uint8_t)(day % 100)};
        if (date->year >= 1900 && date->year < 2200 &&
            (digits == 4 || g_date_valid_dmy(date->day, (GDateMonth)date->month, date->year)))
            return true;
    }
    return false;
}

/* Whether the file is named after its title, as in a collection that keeps versions:
 * 专利法实施细则_2010-01-09. */
static bool is_named_after_title(Slice name, const TifaDocument *document)
{
    static const char *const state = "中华人民共和国";
    const char *title = tifa_document_field(document, TIFA_FIELD_TITLE);
    if (title && g_str_has_prefix(title, state))
        title += strlen(state);
    return title && slice_has(name, title);
}

/* A text is never older than the last change its preamble names, so an earlier date in the file's name is
 * wrong. A later one is right where the file is named after its title and the preamble is cut off, not closed
 * by its bracket; but not the first of a month, the day on which laws come into force. */
static bool is_later_version(const FactsView *view, Slice name, Date date)
{
    const char *effective = tifa_document_field(view->document, TIFA_FIELD_EFFECTIVE);
    g_autofree char *iso = date_iso(date);
    return date.day > 1 && date_compare(date, view->date) > 0 && !view->is_closed && view->date.day &&
           is_named_after_title(name, view->document) && (!effective || strcmp(effective, iso) != 0);
}

static void use_name(FactsView *view, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    char *dot = strrchr(name, '.');
    if (dot && dot > name)
        *dot = '\0';
    document_offer_field(view->document, TIFA_FIELD_TITLE, name, "file name");
    Date date;
    if (!find_date_in_name(slice_of(name), &date))
        return;
    g_autofree char *iso = date_iso(date);
    const char *known = tifa_document_field(view->document, TIFA_FIELD_DATE);
    if (!known || g_str_has_prefix(iso, known))
        document_set_field(view->document, TIFA_FIELD_DATE, iso, "file name");
    if (is_later_version(view, slice_of(name), date)) {
        document_warn(view->document, "dated %s by its name; its preamble names no change after %s", iso,
                      tifa_document_field(view->document, TIFA_FIELD_DATE));
        document_set_field(view->document, TIFA_FIELD_DATE, iso, "file name");
    }
}

/* Laws come into force soon after they are made. */
static void use_day_in_force(FactsView *view)
{
    const char *effective = tifa_document_field(view->document, TIFA_FIELD_EFFECTIVE);
    document_offer_field(view->document, TIFA_FIELD_DATE, effective, "in force");
}

void facts_use_last_resorts(FactsView *view, const char *path)
{
    use_dateline(view);
    find_date_in_head(view);
    facts_find_period(view);
    if (path)
        use_name(view, path);
    use_day_in_force(view);
}
