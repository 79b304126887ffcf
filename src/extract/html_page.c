#include "extract/html_page.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

static const char *const tag_names[] = {
    [HTML_A] = "a",
    [HTML_ADDRESS] = "address",
    [HTML_ARTICLE] = "article",
    [HTML_ASIDE] = "aside",
    [HTML_BLOCKQUOTE] = "blockquote",
    [HTML_BODY] = "body",
    [HTML_BR] = "br",
    [HTML_BUTTON] = "button",
    [HTML_CAPTION] = "caption",
    [HTML_CENTER] = "center",
    [HTML_DD] = "dd",
    [HTML_DETAILS] = "details",
    [HTML_DIV] = "div",
    [HTML_DL] = "dl",
    [HTML_DT] = "dt",
    [HTML_FIELDSET] = "fieldset",
    [HTML_FIGCAPTION] = "figcaption",
    [HTML_FIGURE] = "figure",
    [HTML_FOOTER] = "footer",
    [HTML_FORM] = "form",
    [HTML_H1] = "h1",
    [HTML_H2] = "h2",
    [HTML_H3] = "h3",
    [HTML_H4] = "h4",
    [HTML_H5] = "h5",
    [HTML_H6] = "h6",
    [HTML_HEAD] = "head",
    [HTML_HEADER] = "header",
    [HTML_HR] = "hr",
    [HTML_IFRAME] = "iframe",
    [HTML_IMG] = "img",
    [HTML_LI] = "li",
    [HTML_MAIN] = "main",
    [HTML_META] = "meta",
    [HTML_NAV] = "nav",
    [HTML_NOSCRIPT] = "noscript",
    [HTML_OBJECT] = "object",
    [HTML_OL] = "ol",
    [HTML_OPTION] = "option",
    [HTML_P] = "p",
    [HTML_PRE] = "pre",
    [HTML_SCRIPT] = "script",
    [HTML_SECTION] = "section",
    [HTML_SELECT] = "select",
    [HTML_STYLE] = "style",
    [HTML_SUMMARY] = "summary",
    [HTML_SVG] = "svg",
    [HTML_TABLE] = "table",
    [HTML_TBODY] = "tbody",
    [HTML_TD] = "td",
    [HTML_TEMPLATE] = "template",
    [HTML_TEXTAREA] = "textarea",
    [HTML_TFOOT] = "tfoot",
    [HTML_TH] = "th",
    [HTML_THEAD] = "thead",
    [HTML_TIME] = "time",
    [HTML_TITLE] = "title",
    [HTML_TR] = "tr",
    [HTML_UL] = "ul",
    [HTML_VIDEO] = "video",
};

static const char *const attribute_names[HTML_ATTRIBUTE_COUNT] = {
    [HTML_CLASS] = "class",
    [HTML_CONTENT] = "content",
    [HTML_DATETIME] = "datetime",
    [HTML_HIDDEN] = "hidden",
    [HTML_HREF] = "href",
    [HTML_ID] = "id",
    [HTML_ITEMPROP] = "itemprop",
    [HTML_NAME] = "name",
    [HTML_PROPERTY] = "property",
    [HTML_ROLE] = "role",
    [HTML_STYLE_ATTRIBUTE] = "style",
    [HTML_TYPE] = "type",
};

/* Longer values are data, not words. */
#define MAX_VALUE 8192

/* What libxml2 takes quadratic time for: elements that are open, attributes of one element. */
enum { MAX_DEPTH = 1024, MAX_ATTRIBUTES = 256 };

/* The page while it is being parsed. */
typedef struct {
    HtmlPage *page;
    htmlParserCtxtPtr context;
    uint32_t open; /* the element that is being filled */
} Builder;

static HtmlTag tag_of(const char *name)
{
    size_t low = HTML_A, high = G_N_ELEMENTS(tag_names);
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, tag_names[middle]);
        if (order == 0)
            return (HtmlTag)middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return HTML_OTHER;
}

static void add_node(Builder *builder, HtmlTag tag, TifaSpan text)
{
    HtmlPage *page = builder->page;
    HtmlNode node = {.tag = tag,
                     .parent = builder->open,
                     .end = (uint32_t)page->nodes.length + 1,
                     .text = text,
                     .attributes = (uint32_t)page->values.length};
    array_push(&page->nodes, node);
}

static void add_value(HtmlPage *page, const char *name, const char *value)
{
    for (uint32_t i = 0; i < HTML_ATTRIBUTE_COUNT; i++)
        if (strcmp(name, attribute_names[i]) == 0 && strlen(value) <= MAX_VALUE) {
            uint32_t place = (uint32_t)page->strings->len;
            g_string_append_len(page->strings, value, (gssize)strlen(value) + 1);
            array_push(&page->values, ((HtmlValue){(uint32_t)page->nodes.length - 1, i, place}));
        }
}

/* Makes libxml2 forget the older half of the elements that are open, but for <html> and <body>, when there
 * are too many: it looks through all of them for every end tag. Here they stay open, and close at the end of
 * the page. */
static void forget_depth(htmlParserCtxtPtr context)
{
    int half = MAX_DEPTH / 2;
    if (context->nameNr < MAX_DEPTH)
        return;
    memmove(context->nameTab + 2, context->nameTab + 2 + half,
            (size_t)(context->nameNr - 2 - half) * sizeof *context->nameTab);
    context->nameNr -= half;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    Builder *builder = context;
    add_node(builder, tag_of((const char *)name), (TifaSpan){0});
    builder->open = (uint32_t)builder->page->nodes.length - 1;
    for (; attributes && attributes[0]; attributes += 2)
        add_value(builder->page, (const char *)attributes[0],
                  attributes[1] ? (const char *)attributes[1] : "");
    forget_depth(builder->context);
}

static void on_end(void *context, const xmlChar *name)
{
    Builder *builder = context;
    HtmlNode *node = &builder->page->nodes.items[builder->open];
    if (builder->open == 0 || node->tag != tag_of((const char *)name))
        return;
    node->end = (uint32_t)builder->page->nodes.length;
    builder->open = node->parent;
}

static void on_text(void *context, const xmlChar *text, int length)
{
    Builder *builder = context;
    HtmlPage *page = builder->page;
    uint32_t start = (uint32_t)page->strings->len;
    g_string_append_len(page->strings, (const char *)text, length);
    HtmlNode *last = &array_last(&page->nodes);
    if (last->tag == HTML_TEXT && last->text.end == start && last->parent == builder->open)
        last->text.end += (uint32_t)length;
    else
        add_node(builder, HTML_TEXT, (TifaSpan){start, start + (uint32_t)length});
}

/* What is still open at the end is closed there. */
static void close_all(Builder *builder)
{
    uint32_t end = (uint32_t)builder->page->nodes.length;
    for (uint32_t node = builder->open; node; node = builder->page->nodes.items[node].parent)
        builder->page->nodes.items[node].end = end;
    builder->page->nodes.items[0].end = end;
}

/* The text with blanks for all but the first attributes of each tag. Free with g_free(). */
static char *limit_attributes(const char *text, size_t length)
{
    char *limited = g_strndup(text, length), quote = 0;
    unsigned attributes = 0;
    bool is_tag = false, is_after_blank = false;
    for (char *place = limited; place < limited + length; place++) {
        char c = *place;
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '<') {
            is_tag = g_ascii_isalpha(place[1]);
            attributes = 0;
        } else if (c == '>') {
            is_tag = false;
        } else if (is_tag && (c == '"' || c == '\'') && place[-1] == '=') {
            quote = c;
        } else {
            attributes += is_tag && is_after_blank && !g_ascii_isspace(c);
        }
        is_after_blank = g_ascii_isspace(c);
        if (is_tag && attributes > MAX_ATTRIBUTES)
            *place = ' ';
    }
    return limited;
}

HtmlPage *html_page_parse(const char *text, size_t length, GError **error)
{
    if (length >= 1 << 30) {
        fail(error, TIFA_ERROR_INPUT, "the page has 1 GB or more; split it");
        return NULL;
    }
    HtmlPage *page = g_new0(HtmlPage, 1);
    page->strings = g_string_sized_new(length / 2 + 1);
    Builder builder = {.page = page, .context = htmlNewParserCtxt()};
    add_node(&builder, HTML_OTHER, (TifaSpan){0});
    htmlParserCtxtPtr context = builder.context;
    g_assert(context); /* no memory otherwise */
    memset(context->sax, 0, sizeof *context->sax);
    context->sax->startElement = on_start;
    context->sax->endElement = on_end;
    context->sax->characters = on_text;
    context->sax->ignorableWhitespace = on_text;
    context->sax->cdataBlock = on_text;
    context->userData = &builder;
    context->options |= XML_PARSE_HUGE; /* or long comments end the page */
    g_autofree char *limited = limit_attributes(text, length);
    htmlCtxtReadMemory(context, limited, (int)length, NULL, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    htmlFreeParserCtxt(context);
    close_all(&builder);
    return page;
}

void html_page_free(HtmlPage *page)
{
    if (!page)
        return;
    array_clear(&page->nodes);
    array_clear(&page->values);
    g_string_free(page->strings, TRUE);
    g_free(page);
}

const char *html_page_value(const HtmlPage *page, uint32_t node, HtmlAttribute name)
{
    for (size_t i = page->nodes.items[node].attributes; i < page->values.length; i++) {
        if (page->values.items[i].node != node)
            break;
        if (page->values.items[i].name == name)
            return page->strings->str + page->values.items[i].value;
    }
    return NULL;
}

bool html_is_inline(HtmlTag tag)
{
    return tag == HTML_OTHER || tag == HTML_TEXT || tag == HTML_A || tag == HTML_IMG || tag == HTML_TIME;
}

bool html_is_silent(HtmlTag tag)
{
    switch (tag) {
    case HTML_BUTTON:
    case HTML_HEAD:
    case HTML_IFRAME:
    case HTML_NOSCRIPT:
    case HTML_OBJECT:
    case HTML_OPTION:
    case HTML_SCRIPT:
    case HTML_SELECT:
    case HTML_STYLE:
    case HTML_SVG:
    case HTML_TEMPLATE:
    case HTML_TEXTAREA:
    case HTML_TITLE:
    case HTML_VIDEO:
        return true;
    default:
        return false;
    }
}

/* Appends a run of text, blanks joined. */
static void append_text(const HtmlPage *page, TifaSpan span, size_t limit, GString *out)
{
    const char *place = page->strings->str + span.start, *end = page->strings->str + span.end;
    while (place < end && out->len < limit) {
        const char *character = place;
        if (!utf8_is_space(utf8_next(&place)))
            g_string_append_len(out, character, place - character);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
}

char *html_page_text(const HtmlPage *page, uint32_t node, size_t limit)
{
    GString *out = g_string_new(NULL);
    uint32_t end = page->nodes.items[node].end;
    for (uint32_t i = node, seen = 0; i < end && seen < limit && out->len < limit; seen++) {
        const HtmlNode *own = &page->nodes.items[i];
        if (own->tag == HTML_TEXT)
            append_text(page, own->text, limit, out);
        else if (!html_is_inline((HtmlTag)own->tag) && out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
        i = i != node && html_is_silent((HtmlTag)own->tag) ? own->end : i + 1;
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}
