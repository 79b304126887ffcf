/* A web page to a document: encoding, parsing, lines, text, fields. */
#include <string.h>

#include "base/error.h"
#include "extract/extract.h"
#include "extract/html_content.h"
#include "extract/html_fields.h"
#include "extract/html_junk.h"
#include "extract/html_title.h"
#include "extract/lines.h"

/* How far into a page its own word on its encoding is looked for. */
#define HEAD_BYTES 8192

/* The text of a longer link is cut. */
#define MAX_LINK_BYTES 600

/* The encoding that a page declares in its head, or NULL. Free with g_free(). */
static char *declared_charset(const uint8_t *bytes, size_t length)
{
    g_autofree char *head = g_ascii_strdown((const char *)bytes, (gssize)MIN(length, HEAD_BYTES));
    const char *found = strstr(head, "charset=");
    if (!found)
        return NULL;
    found += strlen("charset=");
    found += strspn(found, "\"' ");
    return g_strndup(found, strspn(found, "abcdefghijklmnopqrstuvwxyz0123456789-_"));
}

static bool add_blocks(const HtmlLines *lines, const HtmlContent *content, TifaDocument *document,
                       GError **error)
{
    for (size_t i = 0; i < lines->items.length; i++) {
        const HtmlLine *line = &lines->items.items[i];
        if (!content->is_text[i])
            continue;
        TifaBlock block = {.kind = line->kind, .level = line->level};
        if (!document_add_block(document, &block, lines->text->str + line->text.start,
                                line->text.end - line->text.start, error))
            return false;
    }
    return true;
}

/* Keeps the links in the element that holds the text, and those to attachments wherever they are. */
static void add_links(const HtmlPage *page, uint32_t node, TifaDocument *document)
{
    for (uint32_t i = 0; i < page->nodes.length; i++) {
        const char *url = page->nodes.items[i].tag == HTML_A ? html_page_value(page, i, HTML_HREF) : NULL;
        if (!url || !*url || *url == '#' || g_ascii_strncasecmp(url, "javascript:", 11) == 0)
            continue;
        g_autofree char *text = html_page_text(page, i, MAX_LINK_BYTES);
        if ((i > node && i < page->nodes.items[node].end) || junk_is_attachment(text, strlen(text), url))
            document_add_link(document, url, text);
    }
}

/* Where no line is found to be text, all are: nothing is lost. */
static void take_all_if_none(const HtmlLines *lines, HtmlContent *content, TifaDocument *document)
{
    for (size_t i = 0; i < lines->items.length; i++)
        if (content->is_text[i])
            return;
    memset(content->is_text, true, lines->items.length * sizeof *content->is_text);
    document_warn(document, "no part of the page looks like its text; all of it was taken");
}

/* Finds the title and takes it, with what belongs to it, out of the text. A title in a table of facts is kept
 * where the page has none that stands apart. Gives the number of the title's line, or SIZE_MAX. */
static size_t find_title(const HtmlPage *page, const HtmlLines *lines, HtmlContent *content,
                         TifaDocument *document)
{
    size_t line;
    g_autofree char *title = html_title_find(page, lines, content, &line);
    bool is_apart = line != SIZE_MAX && html_title_is_apart(page, &lines->items.items[line]);
    if (is_apart)
        html_content_trim(lines, line, content);
    if (is_apart || !tifa_document_field(document, TIFA_FIELD_TITLE))
        document_set_field(document, TIFA_FIELD_TITLE, title, line == SIZE_MAX ? "meta" : "heading");
    return line;
}

static bool read_page(const HtmlPage *page, const ExtractInput *input, TifaDocument *document, GError **error)
{
    g_autoptr(HtmlLines) lines = html_lines_cut(page);
    if (!lines->items.length)
        return fail(error, TIFA_ERROR_INPUT,
                    "the page has no text; if a script fetches it, save the page from a browser");
    HtmlContent content = html_content_find(page, lines, html_title_sure(page, lines));
    html_fields_find(page, document);
    size_t title = find_title(page, lines, &content, document);
    if (content.is_list)
        document_warn(document,
                      "a list of links to other pages rather than a text; read those pages instead");
    else
        html_fields_date(page, lines, &content, title, input->url, document);
    take_all_if_none(lines, &content, document);
    add_links(page, content.is_list ? 0 : content.node, document);
    bool is_done = add_blocks(lines, &content, document, error);
    html_content_clear(&content);
    return is_done;
}

bool extract_html(const ExtractInput *input, TifaDocument *document, GError **error)
{
    ExtractInput voted = *input;
    g_autofree char *declared = input->charset ? NULL : declared_charset(input->bytes, input->length);
    voted.charset = declared ? declared : input->charset;
    size_t length;
    g_autofree char *text = lines_decode(&voted, document, &length);
    g_autoptr(HtmlPage) page = html_page_parse(text, length, error);
    return page && read_page(page, input, document, error);
}
