/* Whose report a report is. Its preamble names the congress to which it was given. */
#include "text/facts_steps.h"

#include "text/agency.h"

#include <string.h>

/* The place that the words before a government's name or head are: 2015年四川省人民政府, 四川省省长. Else
 * empty. */
static Slice place_at_head(Slice words)
{
    static const char *const marks[] = {"人民政府", "政府", "人民代表大会", "省长", "市长",
                                        "州长",     "县长", "区长",         "盟长", "代省长",
                                        "代市长",   "主席", "第",           "《",   NULL};
    static const char *const places[] = {"省", "市", "区", "县", "州", "盟", "旗", NULL};
    Date date;
    words = slice_trim(slice_from(words, date_read(words.text, words.length, &date)));
    for (size_t i = 0; marks[i]; i++) {
        int64_t mark = slice_find(words, marks[i]);
        words = mark >= 0 ? slice_first(words, (size_t)mark) : words;
    }
    size_t digits = 0;
    while (digits < words.length && !g_ascii_isdigit(words.text[digits]))
        digits++;
    words = slice_trim(slice_first(words, digits));
    bool is_relative = slice_starts(words, "自治") || slice_count(words) < 2;
    return !is_relative && slice_ends_one(words, places) ? words : slice_first(words, 0);
}

/* Whose government reports: by the session, by the title, or by who speaks. Empty if nothing says it. */
static Slice reporting_place(const FactsView *view, Slice session)
{
    const char *title = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    Slice place = place_at_head(session);
    if (place.length == 0)
        place = place_at_head(slice_of(title));
    for (size_t i = view->title_end; i < view->body && place.length == 0; i++)
        if (!line_is_opening(view->lines.items[i]))
            place = place_at_head(view->lines.items[i]);
    return place;
}

/* A report to a people's congress is the government's: 澜江省第十届人民代表大会 gives 澜江省人民政府. */
static void take_reporting_government(FactsView *view)
{
    const char *session = tifa_document_field(view->document, TIFA_FIELD_ISSUER);
    const char *title = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    if (!title || !strstr(title, "政府") || !strstr(title, "工作报告"))
        return;
    bool is_national = session && strcmp(session, "全国人民代表大会") == 0;
    Slice place = reporting_place(view, slice_of(session ? session : ""));
    g_autofree char *local = g_strdup_printf("%.*s人民政府", (int)place.length, place.text);
    if (is_national || place.length > 0)
        document_set_field(view->document, TIFA_FIELD_ISSUER, is_national ? "国务院" : local, "head");
}

/* 在中国共产党第十四次全国代表大会上的报告: a report is the act of the congress that it was given to. */
static void take_party_congress(FactsView *view)
{
    for (size_t i = 0; i < MIN(view->body, view->lines.length) + 1; i++) {
        Slice line = i == 0 ? slice_of(view->name) : view->lines.items[i - 1];
        int64_t at = slice_find(line, "在"), end = slice_find(line, "上的报告");
        g_autofree char *congress =
            at >= 0 && end > at ? agency_of_session(slice_from(slice_first(line, (size_t)end), (size_t)at))
                                : NULL;
        if (congress)
            facts_know(view, TIFA_FIELD_ISSUER, congress, "title");
    }
}

void facts_find_reporter(FactsView *view)
{
    if (!view->name)
        return;
    take_reporting_government(view);
    take_party_congress(view);
}
