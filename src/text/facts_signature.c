/* The end of an official document: signature (署名) and date of signature (成文日期), GB/T 9704-2012 7.3.5.
 */
#include "text/facts_steps.h"

#include "text/agency.h"

#include <string.h>

enum { TAIL_LINES = 16, SIGNATURE_LINES = 6 };

/* The line without a remark at its end: （此件公开发布）, （联系人…）. */
static Slice without_remark(Slice line)
{
    static const char *const remarks[] = {"（此件", "（联系", "（公开", "（盖章", "(盖章"};
    for (size_t i = 0; i < G_N_ELEMENTS(remarks); i++) {
        int64_t remark = slice_find_last(line, remarks[i]);
        line = remark > 0 ? slice_strip(slice_first(line, (size_t)remark)) : line;
    }
    return line;
}

/* Splits a line that ends in a date into what is before and the date; false if it does not, or is prose. */
static bool split_date(Slice line, Slice *before, Date *date)
{
    size_t from = 0;
    TifaSpan place;
    *before = slice_first(line, 0);
    if (date_is_all(line.text, line.length, date))
        return date->day;
    while (date_find(line.text + from, line.length - from, &place, date)) {
        bool is_last = from + place.end == line.length && date->day;
        *before = slice_strip(slice_first(line, from + place.start));
        if (is_last)
            return true;
        from += place.end;
    }
    return false;
}

/* 省长 陆远舟: an office and a name. */
static bool is_person(Slice line)
{
    static const char *const offices[] = {"主席", "总理", "省长", "市长", "县长", "区长", "部长", "主任",
                                          "局长", "厅长", "署长", "行长", "院长", "校长", "会长", NULL};
    return slice_count(line) <= 20 && slice_has_one(line, offices) && !slice_has(line, "，");
}

/* Adds the signature above the date, from the line `last` upwards; agencies also become issuers. */
static void take_signature(FactsView *view, Slice inline_part, size_t last)
{
    g_autoptr(GString) agencies = g_string_new(NULL);
    g_autofree char *own = inline_part.length ? agency_list(inline_part) : NULL;
    if (own)
        g_string_assign(agencies, own);
    for (size_t i = 0; !own && i < SIGNATURE_LINES && last > i; i++) {
        Slice line = view->lines.items[last - 1 - i];
        g_autofree char *names = agency_list(line);
        if (!names && i == 0 && is_person(line)) {
            g_autofree char *person = slice_copy(line);
            document_offer_field(view->document, TIFA_FIELD_SIGNATURE, person, "signature");
        }
        if (!names)
            break;
        g_string_prepend(agencies, agencies->len ? "、" : "");
        g_string_prepend(agencies, names);
    }
    if (agencies->len == 0)
        return;
    document_offer_field(view->document, TIFA_FIELD_SIGNATURE, agencies->str, "signature");
    facts_know(view, TIFA_FIELD_ISSUER, agencies->str, "signature");
}

bool facts_take_signature(FactsView *view, size_t i)
{
    Slice line = without_remark(view->lines.items[i]), before;
    Date date;
    if (!split_date(line, &before, &date))
        return false;
    g_autofree char *names = before.length ? agency_list(before) : NULL;
    if (before.length && !names)
        return false;
    g_autofree char *iso = date_iso(date);
    document_offer_field(view->document, TIFA_FIELD_SIGNED, iso, "signature");
    take_signature(view, before, i);
    return true;
}

void facts_find_signature(FactsView *view)
{
    size_t first = MAX(view->end > TAIL_LINES ? view->end - TAIL_LINES : 0, view->title_end + 1);
    for (size_t i = view->end; i > first; i--)
        if (facts_take_signature(view, i - 1))
            return;
}
