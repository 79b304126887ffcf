#include "extract/html_fields.h"

#include <string.h>

#include "base/utf8.h"
#include "extract/html_title.h"
#include "text/dates.h"
#include "text/labels.h"

/* How many lines behind the text, or before its title, a date of publication may stand. */
#define LINES_BEHIND 15

/* A line with the date of publication has no more tokens than this. */
#define MAX_DATE_TOKENS 60

/* A value is not spread over more nodes. */
enum { MAX_PIECES = 16 };

/* Metadata that states when a page was published, the surest first. */
static const char *const date_names[] = {
    "PubDate",
    "firstpublishedtime",
    "article:published_time",
    "publishdate",
    "og:release_date",
    "datePublished",
    "weibo: article:create_at",
    "publish_date",
    "pubtime",
    "publishtime",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
    "article.published",
    "sailthru.date",
    "parsely-pub-date",
};

static void offer_date(TifaDocument *document, TifaField field, const char *text, const char *origin)
{
    g_autofree char *date = text ? date_find_day(text, strlen(text)) : NULL;
    if (date)
        document_offer_field(document, field, date, origin);
}

/* The text of the element at `node`, or if it is bare text, of the rest of the line it begins. */
static char *text_from(const HtmlPage *page, uint32_t node, uint32_t last)
{
    const HtmlNode *nodes = page->nodes.items;
    GString *text = g_string_new(NULL);
    uint32_t pieces = nodes[node].tag == HTML_TEXT ? MAX_PIECES : 1;
    for (; pieces && node < last && text->len <= LABEL_LONGEST_VALUE; node = nodes[node].end, pieces--) {
        g_autofree char *piece = html_page_text(page, node, LABEL_LONGEST_VALUE);
        g_string_append(text, piece);
        if (!html_is_inline((HtmlTag)nodes[node].tag))
            break;
    }
    return g_string_free(text, FALSE);
}

/* What stands behind node `i`: the rest of its line, or the next cell of its row. */
static char *next_value(const HtmlPage *page, uint32_t i)
{
    const HtmlNode *nodes = page->nodes.items;
    uint32_t pieces = MAX_PIECES;
    for (int level = 0; level < 4 && i; level++) {
        uint32_t last = nodes[nodes[i].parent].end;
        for (uint32_t next = nodes[i].end; next < last && pieces; next = nodes[next].end, pieces--) {
            char *text = text_from(page, next, last);
            if (*text || !html_is_inline((HtmlTag)nodes[next].tag))
                return text;
            g_free(text);
        }
        i = nodes[i].parent;
        if (nodes[i].tag == HTML_TR || nodes[i].tag == HTML_LI || nodes[i].tag == HTML_DL)
            break;
    }
    return g_strdup("");
}

/* Whether node `i` is in an element that may be a label without a colon. */
static bool is_label_cell(const HtmlPage *page, uint32_t i)
{
    for (int level = 0; level < 3 && i; level++) {
        i = page->nodes.items[i].parent;
        HtmlTag tag = (HtmlTag)page->nodes.items[i].tag;
        if (tag == HTML_TD || tag == HTML_TH || tag == HTML_DT || tag == HTML_LI)
            return true;
    }
    return false;
}

/* Takes the value of a label that ends the run of text `i`. */
static void take_next(const HtmlPage *page, uint32_t i, TifaField field, bool is_alone,
                      TifaDocument *document)
{
    g_autofree char *value = next_value(page, i);
    const char *start = value, *end = value + strlen(value);
    bool has_colon = label_read_colon(&start, end), ignored;
    if (is_alone && !has_colon && !is_label_cell(page, i))
        return;
    const char *probe = start;
    TifaField next;
    if (!label_read(&probe, end, &next, &ignored))
        label_take_value(document, field, (Slice){start, (size_t)(label_value_end(start, end) - start)},
                         "table");
}

/* Takes the labelled values of one run of text. */
static void scan_text(const HtmlPage *page, uint32_t i, TifaDocument *document)
{
    const char *place = page->strings->str + page->nodes.items[i].text.start;
    const char *end = page->strings->str + page->nodes.items[i].text.end;
    TifaField field;
    bool is_alone;
    while (place < end && label_read(&place, end, &field, &is_alone)) {
        const char *behind = label_value_end(place, end);
        if (place == end)
            take_next(page, i, field, is_alone, document);
        else
            label_take_value(document, field, (Slice){place, (size_t)(behind - place)}, "table");
        place = behind;
    }
}

/* An agency's name ends so; a newspaper's does not. */
static bool is_agency(const char *name)
{
    static const char *const endings[] = {"部",   "委",     "委员会", "局",   "厅", "院",     "署",
                                          "政府", "办公室", "办公厅", "总局", "司", "基金委", "代表大会"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(name, endings[i]))
            return true;
    return false;
}

static void find_meta(const HtmlPage *page, TifaDocument *document)
{
    for (size_t i = 0; i < G_N_ELEMENTS(date_names); i++)
        offer_date(document, TIFA_FIELD_PUBLISHED, html_meta(page, date_names[i]), "meta");
    const char *source = html_meta(page, "ContentSource");
    if (source && is_agency(source))
        document_offer_field(document, TIFA_FIELD_ISSUER, source, "meta");
    const char *url = html_meta(page, "Url");
    url = url ? url : html_meta(page, "og:url");
    if (url && g_str_has_prefix(url, "http"))
        document_offer_field(document, TIFA_FIELD_URL, url, "meta");
}

void html_fields_find(const HtmlPage *page, TifaDocument *document)
{
    for (uint32_t i = 1; i < page->nodes.length; i++) {
        HtmlTag tag = (HtmlTag)page->nodes.items[i].tag;
        if (tag == HTML_TEXT)
            scan_text(page, i, document);
        else if (html_is_silent(tag))
            i = page->nodes.items[i].end - 1;
    }
    find_meta(page, document);
}

/* A date in a script that describes the page as linked data. */
static void find_linked_data(const HtmlPage *page, TifaDocument *document)
{
    static const char *const names[] = {"\"datePublished\"", "\"pubDate\""};
    for (uint32_t i = 1; i + 1 < page->nodes.length; i++) {
        const char *type =
            page->nodes.items[i].tag == HTML_SCRIPT ? html_page_value(page, i, HTML_TYPE) : NULL;
        TifaSpan text = page->nodes.items[i + 1].text;
        if (!type || !strstr(type, "ld+json") || page->nodes.items[i + 1].parent != i)
            continue;
        const char *start = page->strings->str + text.start;
        for (size_t name = 0; name < G_N_ELEMENTS(names); name++) {
            const char *found = memmem(start, text.end - text.start, names[name], strlen(names[name]));
            size_t left = found ? (size_t)(page->strings->str + text.end - found) : 0;
            g_autofree char *date = found ? date_find_day(found, MIN(left, 60)) : NULL;
            if (date)
                document_offer_field(document, TIFA_FIELD_PUBLISHED, date, "meta");
        }
    }
}

/* Takes the first date in the lines of a range that are not text. */
static void find_line_date(const HtmlLines *lines, const HtmlContent *content, size_t first, size_t last,
                           TifaDocument *document)
{
    for (size_t i = first; i < last && !tifa_document_field(document, TIFA_FIELD_PUBLISHED); i++) {
        const HtmlLine *line = &lines->items.items[i];
        if (content->is_text[i] || line->tokens > MAX_DATE_TOKENS)
            continue;
        g_autofree char *text =
            g_strndup(lines->text->str + line->text.start, line->text.end - line->text.start);
        offer_date(document, TIFA_FIELD_PUBLISHED, text, "heading");
    }
}

void html_fields_date(const HtmlPage *page, const HtmlLines *lines, const HtmlContent *content, size_t title,
                      const char *url, TifaDocument *document)
{
    find_linked_data(page, document);
    size_t count = lines->items.length, last = count;
    while (last && !content->is_text[last - 1])
        last--;
    size_t first = title == SIZE_MAX ? 0 : title + 1;
    find_line_date(lines, content, first, MIN(last + LINES_BEHIND, count), document);
    find_line_date(lines, content, first > LINES_BEHIND ? first - LINES_BEHIND : 0, first, document);
    offer_date(document, TIFA_FIELD_PUBLISHED, url, "url");
}
