/* What dates a text that names no day: the session it is an act of, the plan it is, the year in its title,
 * and the year that a report looks back on. */
#include "text/facts_steps.h"

#include "text/sessions.h"
#include "text/structure.h"

#include <string.h>

enum { REPORT_LINES = 12, LONGEST_SECTION = 40 };

static void offer_date(FactsView *view, Date date, const char *origin)
{
    g_autofree char *iso = date_iso(date);
    document_offer_field(view->document, TIFA_FIELD_DATE, iso, origin);
}

/* ---- Sessions -------------------------------------------------------------------------------- */

/* 第十三届全国人民代表大会第一次会议关于…的决定: the session whose act the text is by its title. */
static bool acting_session(Slice title, Session *session)
{
    TifaSpan place;
    Slice act = slice_from(title, slice_starts(title, "中国共产党") ? strlen("中国共产党") : 0);
    return session_find(act, &place, session) && place.start == 0;
}

/* ——在第八届全国人民代表大会第二次会议上: the session that the title or a line below it names. */
static bool named_session(const FactsView *view, Slice title, Session *session)
{
    TifaSpan place;
    if (session_find(title, &place, session))
        return true;
    for (size_t i = view->title_end; i < view->body; i++)
        if (session_find(view->lines.items[i], &place, session))
            return true;
    return false;
}

/* A day outside the session whose act the text is was misprinted; if only the year is wrong, it is mended. */
static void mend_year(FactsView *view, const Session *session)
{
    const char *known = tifa_document_field(view->document, TIFA_FIELD_DATE);
    Date date;
    if (!known || !date_read(known, strlen(known), &date) || session_has(session, date))
        return;
    Date mended = {session->closed.year, date.month, date.day};
    if (!session_has(session, mended))
        return;
    g_autofree char *iso = date_iso(mended);
    document_warn(view->document, "dated %s, but the session it names sat in %u; read as %s", known,
                  mended.year, iso);
    document_set_field(view->document, TIFA_FIELD_DATE, iso, "session");
}

static void use_session(FactsView *view, Slice title)
{
    Session session;
    if (acting_session(title, &session))
        mend_year(view, &session);
    if (!named_session(view, title, &session))
        return;
    Date day;
    bool has_day = facts_find_dateline(view, &day);
    day.year = session.closed.year;
    offer_date(view, has_day && session_has(&session, day) ? day : session_date(&session), "session");
}

/* 中华人民共和国国民经济和社会发展第十四个五年规划…: a national plan is of the day its session closed. */
static void use_plan(FactsView *view, Slice title)
{
    static const char *const state = "中华人民共和国", *const field = "国民经济和社会发展第";
    title = slice_from(title, slice_starts(title, state) ? strlen(state) : 0);
    if (!slice_starts(title, field))
        return;
    size_t used;
    Slice ordinal = slice_from(title, strlen(field));
    int64_t plan = structure_number(ordinal.text, ordinal.length, &used);
    Session session;
    if (slice_starts(slice_from(ordinal, used), "个五年") && session_of_plan(plan, &session))
        offer_date(view, session.closed, "session");
}

/* ---- Years ----------------------------------------------------------------------------------- */

/* Whether the text is made once a year and named by it. Statistics and accounts are not: their year is over
 * when they are made. */
static bool is_yearly(Slice title)
{
    static const char *const kinds[] = {"工作报告", "工作要点", "工作计划", "工作安排", "重点工作", NULL};
    return slice_has_one(title, kinds);
}

/* 2012年无锡市政府工作报告, …的政府工作报告（2013年）; not a period (2021—2025年). */
static void use_year_in_title(FactsView *view, Slice title)
{
    static const char *const dashes[] = {"-", "—", "–", "－", "~", "～", "至", "到", NULL};
    TifaSpan place;
    Date date;
    if (is_yearly(title) && date_find(title.text, title.length, &place, &date) &&
        !slice_ends_one(slice_first(title, place.start), dashes))
        offer_date(view, date, "title");
}

/* The latest year in a line: １９９８年以来和2002年 gives 2002. */
static unsigned latest_year(Slice line)
{
    TifaSpan place;
    Date date;
    unsigned latest = 0;
    for (; date_find(line.text, line.length, &place, &date); line = slice_from(line, place.end))
        latest = MAX(latest, date.year);
    return latest;
}

/* 一、2004年政府工作回顾: a report looks back on the year that has just ended. */
static void use_review(FactsView *view, Slice title)
{
    size_t end = MIN(view->title_end + REPORT_LINES, view->lines.length);
    for (size_t i = view->title_end; slice_ends(title, "政府工作报告") && i < end; i++) {
        Slice line = view->lines.items[i];
        unsigned year =
            slice_count(line) <= LONGEST_SECTION && slice_has(line, "回顾") ? latest_year(line) : 0;
        if (year)
            offer_date(view, (Date){.year = (uint16_t)(year + 1)}, "review");
    }
}

void facts_find_period(FactsView *view)
{
    const char *title = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    if (!title)
        return;
    use_session(view, slice_of(view->name ? view->name : title));
    use_plan(view, slice_of(title));
    use_year_in_title(view, slice_of(title));
    use_review(view, slice_of(title));
}
