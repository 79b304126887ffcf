/* The preamble of a law, （2007年12月29日…通过 2021年12月24日…修订）, and its kin: 2016年10月18日…印发,
 * ——2019年3月5日在…会议上. */
#include "text/facts_steps.h"

#include "text/agency.h"

#include <string.h>

enum { LONGEST_PREAMBLE = 10000, ENGLISH_LINES = 6 };

/* One thing that the preamble says happened. */
typedef struct {
    Date date;
    Slice deed; /* what follows the date: who did what */
    Slice lead; /* what precedes the first date: 中国共产党第十二次全国代表大会一九八二年九月六日通过 */
} Event;

typedef ARRAY(Event) Events;

/* The lines between title and body, joined: a preamble may be broken over lines anywhere. */
static char *preamble_text(const FactsView *view)
{
    GString *text = g_string_new(NULL);
    for (size_t i = view->title_end; i < view->body; i++) {
        Slice line = view->lines.items[i];
        if (!line_is_number(line) && !line_is_label(line) && text->len < LONGEST_PREAMBLE) {
            Slice part = slice_first(line, LONGEST_PREAMBLE);
            g_string_append_len(text, part.text, (gssize)part.length);
        }
    }
    return g_string_free(text, FALSE);
}

/* The next date with a month in the text, outside of 《》. */
static bool find_event(Slice text, TifaSpan *place, Date *date)
{
    size_t from = 0;
    while (date_find(text.text + from, text.length - from, place, date)) {
        *place = (TifaSpan){place->start + (uint32_t)from, place->end + (uint32_t)from};
        Slice before = slice_first(text, place->start);
        if (date->month && slice_find_last(before, "《") <= slice_find_last(before, "》"))
            return true;
        from = place->end;
    }
    return false;
}

static void find_events(Slice text, Events *events)
{
    TifaSpan place, next;
    Event event = {0};
    for (bool has_event = find_event(text, &place, &event.date); has_event;) {
        event.lead = events->length ? slice_first(text, 0) : slice_first(text, place.start);
        Slice rest = slice_from(text, place.end);
        Date next_date;
        has_event = find_event(rest, &next, &next_date);
        event.deed = slice_strip(has_event ? slice_first(rest, next.start) : rest);
        array_push(events, event);
        text = rest;
        place = next;
        event.date = next_date;
    }
}

/* The deed without what it quotes, so that 《关于修改…的决定》 is not read as a verb. Free with g_free(). */
static char *without_quoted(Slice deed)
{
    GString *out = g_string_new(NULL);
    int depth = 0;
    while (deed.length > 0) {
        size_t step = (size_t)(g_utf8_next_char(deed.text) - deed.text);
        depth += slice_starts(deed, "《") ? 1 : 0;
        if (depth == 0)
            g_string_append_len(out, deed.text, (gssize)step);
        depth -= depth > 0 && slice_starts(deed, "》") ? 1 : 0;
        deed = slice_from(deed, step);
    }
    return g_string_free(out, FALSE);
}

static bool is_enactment(Slice deed)
{
    static const char *const verbs[] = {"通过", "修正", "修订", "修改", "批准", "公布", "发布",
                                        "颁布", "印发", "制定", "签署", "会议", "决定", NULL};
    return slice_has_one(deed, verbs);
}

/* Appends what was done: 2007-12-29 修订. Deeds without such a word are not told. */
static void add_to_history(GString *history, const Event *event, Slice deed)
{
    static const char *const verbs[] = {"修正", "修订", "修改", "通过", "批准", "公布",
                                        "发布", "颁布", "印发", "制定", NULL};
    const char *verb = slice_has_one(deed, verbs);
    g_autofree char *iso = date_iso(event->date);
    if (verb)
        g_string_append_printf(history, "%s%s %s", history->len ? "、" : "", iso, verb);
}

/* The session in front of which a report was given: 11月30日和12月1日在第五届全国人民代表大会第四次会议上. */
static Slice reported_to(Slice actor)
{
    int64_t at = slice_find_last(actor, "在");
    return at >= 0 && slice_has(actor, "会议上") ? slice_from(actor, (size_t)at + strlen("在")) : actor;
}

/* Who did it: the body of a session, else the agency whose decision or decree is named. Free with g_free().
 */
static char *find_body(Slice deed)
{
    static const char *const verbs[] = {"通过", "批准", "公布", "发布",     "颁布", "印发",
                                        "修订", "修正", "制定", "部分修改", "修改", NULL};
    g_autofree char *plain = without_quoted(deed);
    Slice actor = slice_of(plain);
    for (size_t i = 0; verbs[i]; i++) {
        int64_t verb = slice_find(actor, verbs[i]);
        if (verb >= 0)
            actor = slice_first(actor, (size_t)verb);
    }
    char *body = agency_of_session(reported_to(actor));
    if (body || !slice_starts(deed, "《"))
        return body;
    Slice decision = slice_from(deed, strlen("《"));
    int64_t about = slice_find(decision, "关于");
    return about > 0 ? agency_of_session(slice_first(decision, (size_t)about)) : NULL;
}

/* 中华人民共和国国务院令第717号公布 gives 国务院令第717号. Free with g_free(). */
static char *find_decree_number(Slice deed)
{
    int64_t decree = slice_find(deed, "令第"), end = slice_find(deed, "号");
    if (decree <= 0 || end < decree)
        return NULL;
    static const char *const state = "中华人民共和国";
    Slice number = slice_first(deed, (size_t)end + strlen("号"));
    return slice_squeeze(slice_starts(number, state) ? slice_from(number, strlen(state)) : number);
}

static void set_date(FactsView *view, TifaField field, Date date)
{
    g_autofree char *iso = date_iso(date);
    document_set_field(view->document, field, iso, "preamble");
}

/* The title names the issuer better than the preamble the session, where it does. */
static void set_issuer(FactsView *view, const Event *event)
{
    static const char *const frame[] = {"（", "(", NULL};
    const char *origin = tifa_document_field_origin(view->document, TIFA_FIELD_ISSUER);
    if (origin && strcmp(origin, "title") == 0)
        return;
    Slice lead = slice_strip(event->lead);
    const char *bracket = slice_starts_one(lead, frame);
    lead = bracket ? slice_from(lead, strlen(bracket)) : lead;
    g_autofree char *body = find_body(event->deed);
    g_autofree char *before = body ? NULL : find_body(lead);
    document_set_field(view->document, TIFA_FIELD_ISSUER, body ? body : before, "preamble");
}

/* Whether the deed makes the text anew, so that 公布之日 (the day of promulgation) in it is that day:
 * amendments do not. */
static bool is_made_anew(Slice deed)
{
    return !slice_has(deed, "修正") && !slice_has(deed, "修改");
}

/* An enactment later than all before it says date, agency and number anew. */
static void take_enactment(FactsView *view, const Event *event)
{
    if (date_compare(event->date, view->date) < 0)
        return;
    view->date = event->date;
    set_date(view, TIFA_FIELD_DATE, event->date);
    if (is_made_anew(event->deed))
        view->made = event->date;
    set_issuer(view, event);
    g_autofree char *number = find_decree_number(event->deed);
    document_set_field(view->document, TIFA_FIELD_NUMBER, number, "preamble");
}

/* The last enactment may be the day of publication too. */
static void take_publication(FactsView *view, const Event *event)
{
    static const char *const verbs[] = {"公布", "发布", "颁布", NULL};
    g_autofree char *plain = without_quoted(event->deed);
    if (date_compare(event->date, view->date) == 0 && slice_has_one(slice_of(plain), verbs))
        set_date(view, TIFA_FIELD_PUBLISHED, event->date);
}

static void take_event(FactsView *view, const Event *event, GString *history)
{
    static const char *const forces[] = {"施行", "实施", "生效", NULL};
    g_autofree char *verbs = without_quoted(event->deed);
    if (is_enactment(slice_of(verbs))) {
        take_enactment(view, event);
        add_to_history(history, event, slice_of(verbs));
    } else if (slice_has_one(slice_of(verbs), forces)) {
        set_date(view, TIFA_FIELD_EFFECTIVE, event->date);
    }
}

/* A date that stands alone below the title is the day of signature; on pages of news, of which no title says
 * what document it is, only the date of the text. */
static void take_bare_date(FactsView *view)
{
    bool is_page = g_strcmp0(tifa_document_field(view->document, TIFA_FIELD_FORMAT), "html") == 0;
    for (size_t i = view->title_end; i < view->body && !view->date.year; i++) {
        Slice line = view->lines.items[i];
        if (!date_is_all(line.text, line.length, &view->date))
            continue;
        g_autofree char *iso = date_iso(view->date);
        if (!is_page || facts_type_of(slice_of(view->name)))
            document_offer_field(view->document, TIFA_FIELD_SIGNED, iso, "head");
        document_set_field(view->document, TIFA_FIELD_DATE, iso, "head");
    }
}

/* ---- English --------------------------------------------------------------------------------- */

/* The last date in a line (Adopted at … on June 10, 2021; amended …), later than `latest`, which it becomes.
 */
static void take_last_date(Slice line, Date *latest)
{
    TifaSpan place;
    Date date;
    while (date_find(line.text, line.length, &place, &date)) {
        if (date.day && date_compare(date, *latest) > 0)
            *latest = date;
        line = slice_from(line, place.end);
    }
}

/* The body that an English preamble names, or NULL. */
static const char *english_body(Slice line)
{
    bool is_congress = slice_has(line, "National People");
    if (is_congress && slice_has(line, "Standing Committee"))
        return "Standing Committee of the National People's Congress";
    return is_congress                        ? "National People's Congress"
           : slice_has(line, "State Council") ? "State Council"
                                              : NULL;
}

/* (Adopted at the 30th Meeting of the Standing Committee of … on December 24, 2021) */
static void take_english_preamble(FactsView *view)
{
    static const char *const verbs[] = {"dopted",   "romulgated", "mended", "evised",
                                        "ssued by", "pproved",    NULL};
    size_t limit = MIN(view->title_end + ENGLISH_LINES, view->lines.length);
    Date latest = {0};
    for (size_t i = view->title_end; i < limit; i++) {
        Slice line = slice_first(view->lines.items[i], LONGEST_PREAMBLE);
        if (!g_ascii_isalpha(*line.text) && *line.text != '(')
            continue;
        if (!slice_has_one(line, verbs))
            continue;
        take_last_date(line, &latest);
        const char *body = latest.year ? english_body(line) : NULL;
        document_offer_field(view->document, TIFA_FIELD_ISSUER, body ? body : "", "preamble");
    }
    if (latest.year && date_compare(latest, view->date) > 0) {
        view->date = latest;
        set_date(view, TIFA_FIELD_DATE, latest);
    }
}

/* How often one of the words stands in the text. */
static size_t count_of(Slice text, const char *const *words)
{
    size_t count = 0;
    for (size_t i = 0; words[i]; i++) {
        int64_t found;
        for (Slice rest = text; (found = slice_find(rest, words[i])) >= 0; count++)
            rest = slice_from(rest, (size_t)found + strlen(words[i]));
    }
    return count;
}

/* A history whose bracket never closes, or that ends in 根据 (genju, according to), has lost its end. */
static void warn_if_cut(FactsView *view, Slice preamble)
{
    static const char *const opening[] = {"（", "(", NULL}, *const closing[] = {"）", ")", NULL};
    bool is_open =
        preamble.length < LONGEST_PREAMBLE && count_of(preamble, opening) > count_of(preamble, closing);
    if (view->date.year && (is_open || slice_ends(preamble, "根据")))
        document_warn(view->document,
                      "its history breaks off below the title: changes after %s may be missing "
                      "there; compare with an official edition",
                      tifa_document_field(view->document, TIFA_FIELD_DATE));
}

void facts_find_preamble(FactsView *view)
{
    if (!view->name)
        return;
    g_autofree char *text = preamble_text(view);
    view->is_closed = slice_ends(slice_of(text), "）") || slice_ends(slice_of(text), ")");
    Events events = {0};
    find_events(slice_of(text), &events);
    g_autoptr(GString) history = g_string_new(NULL);
    for (size_t i = 0; i < events.length; i++)
        take_event(view, &events.items[i], history);
    document_set_field(view->document, TIFA_FIELD_HISTORY, history->str, "preamble");
    for (size_t i = 0; i < events.length; i++)
        take_publication(view, &events.items[i]);
    array_clear(&events);
    warn_if_cut(view, slice_strip(slice_of(text)));
    take_bare_date(view);
    const char *language = tifa_document_field(view->document, TIFA_FIELD_LANGUAGE);
    if (language && strcmp(language, "en") == 0)
        take_english_preamble(view);
}
