#include "text/facts.h"

#include "text/agency.h"
#include "text/facts_steps.h"

#include <string.h>

static void view_open(FactsView *view, TifaDocument *document)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    const char *text = tifa_document_text(document, NULL);
    *view = (FactsView){.document = document, .end = blocks->length};
    for (size_t i = 0; i < blocks->length; i++) {
        TifaSpan span = blocks->items[i].span;
        array_push(&view->lines, slice_strip((Slice){text + span.start, span.end - span.start}));
    }
}

static void view_close(FactsView *view)
{
    array_clear(&view->lines);
    g_free(view->name);
    g_free(view->forwarded);
}

void facts_know(FactsView *view, TifaField field, const char *value, const char *origin)
{
    const char *known = tifa_document_field_origin(view->document, field);
    if (!known || strcmp(known, "meta") == 0)
        document_set_field(view->document, field, value, origin);
}

/* 近日，中共中央、国务院印发了《…》: who issued, where a news item tells it. */
static void find_issuer_in_news(FactsView *view)
{
    static const char *const lead = "近日，";
    for (size_t i = 0; i < MIN(view->lines.length, 8); i++) {
        Slice line = view->lines.items[i];
        int64_t start = slice_find(line, lead), verb = slice_find(line, "印发");
        if (start < 0 || verb < start)
            continue;
        Slice issuers = slice_from(slice_first(line, (size_t)verb), (size_t)start + strlen(lead));
        issuers =
            slice_ends(issuers, "联合") ? slice_first(issuers, issuers.length - strlen("联合")) : issuers;
        g_autofree char *names = agency_list(issuers);
        if (names)
            document_offer_field(view->document, TIFA_FIELD_ISSUER, names, "text");
    }
}

/* The date that places the text in time: adopted (the preamble has set it), else signed, else what the reader
 * knows, else published. */
static void choose_date(TifaDocument *document)
{
    const char *signed_on = tifa_document_field(document, TIFA_FIELD_SIGNED);
    const char *origin = tifa_document_field_origin(document, TIFA_FIELD_DATE);
    bool is_adopted = origin && strcmp(origin, "preamble") == 0;
    if (signed_on && !is_adopted)
        document_set_field(document, TIFA_FIELD_DATE, signed_on,
                           tifa_document_field_origin(document, TIFA_FIELD_SIGNED));
    const char *published = tifa_document_field(document, TIFA_FIELD_PUBLISHED);
    if (published)
        document_offer_field(document, TIFA_FIELD_DATE, published,
                             tifa_document_field_origin(document, TIFA_FIELD_PUBLISHED));
}

/* ---- The last resort: a date near the head, the file's name
 * ------------------------------------------------ */

/* The first date with a day in title, by-line or label. */
static void find_date_in_head(FactsView *view)
{
    const char *title = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    size_t limit = MIN(MAX(view->body, view->title_end + 4), view->lines.length);
    for (size_t i = 0; i <= limit; i++) {
        Slice line = i ? view->lines.items[i - 1] : slice_of(title ? title : "");
        TifaSpan place;
        Date date;
        if (line.length > 300 || !date_find(line.text, line.length, &place, &date) || !date.day)
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
 * wrong. A later one is right where the file is named after its title and the preamble is cut off: not closed
 * by its bracket. */
static bool is_later_version(const FactsView *view, Slice name, Date date)
{
    const char *effective = tifa_document_field(view->document, TIFA_FIELD_EFFECTIVE);
    g_autofree char *iso = date_iso(date);
    return date.day && date_compare(date, view->date) > 0 && !view->is_closed && view->date.day &&
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
    document_offer_field(view->document, TIFA_FIELD_DATE, iso, "file name");
    if (is_later_version(view, slice_of(name), date)) {
        document_warn(view->document, "dated %s by its name; its preamble names no change after %s", iso,
                      tifa_document_field(view->document, TIFA_FIELD_DATE));
        document_set_field(view->document, TIFA_FIELD_DATE, iso, "file name");
    }
}

void facts_find(TifaDocument *document, const char *name)
{
    FactsView view;
    view_open(&view, document);
    facts_find_language(document);
    facts_find_head(&view);
    facts_find_preamble(&view);
    facts_find_signature(&view);
    find_issuer_in_news(&view);
    choose_date(document);
    facts_find_clauses(&view);
    find_date_in_head(&view);
    facts_find_kind(&view);
    if (name)
        use_name(&view, name);
    view_close(&view);
}
