/* html_page.h - a web page as an array of nodes in the order of the source.
 *
 * The parser's events are laid down flat instead of as a tree: the nodes below a node are the ones behind it,
 * up to its `end`. So every walk is a loop, however deep a page is nested, and what is counted for a node can
 * be kept in an array beside. Node 0 is the page itself. Text and attributes lie in one string, by offset.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* The elements that mean something here; all others are HTML_OTHER. */
typedef enum {
    HTML_OTHER,
    HTML_TEXT, /* a run of text, not an element */
    HTML_A,
    HTML_ADDRESS,
    HTML_ARTICLE,
    HTML_ASIDE,
    HTML_BLOCKQUOTE,
    HTML_BODY,
    HTML_BR,
    HTML_BUTTON,
    HTML_CAPTION,
    HTML_CENTER,
    HTML_DD,
    HTML_DETAILS,
    HTML_DIV,
    HTML_DL,
    HTML_DT,
    HTML_FIELDSET,
    HTML_FIGCAPTION,
    HTML_FIGURE,
    HTML_FOOTER,
    HTML_FORM,
    HTML_H1,
    HTML_H2,
    HTML_H3,
    HTML_H4,
    HTML_H5,
    HTML_H6,
    HTML_HEAD,
    HTML_HEADER,
    HTML_HR,
    HTML_IFRAME,
    HTML_IMG,
    HTML_LI,
    HTML_MAIN,
    HTML_META,
    HTML_NAV,
    HTML_NOSCRIPT,
    HTML_OBJECT,
    HTML_OL,
    HTML_OPTION,
    HTML_P,
    HTML_PRE,
    HTML_SCRIPT,
    HTML_SECTION,
    HTML_SELECT,
    HTML_STYLE,
    HTML_SUMMARY,
    HTML_SVG,
    HTML_TABLE,
    HTML_TBODY,
    HTML_TD,
    HTML_TEMPLATE,
    HTML_TEXTAREA,
    HTML_TFOOT,
    HTML_TH,
    HTML_THEAD,
    HTML_TIME,
    HTML_TITLE,
    HTML_TR,
    HTML_UL,
    HTML_VIDEO,
} HtmlTag;

/* The attributes that are kept. */
typedef enum {
    HTML_CLASS,
    HTML_CONTENT,
    HTML_DATETIME,
    HTML_HIDDEN,
    HTML_HREF,
    HTML_ID,
    HTML_ITEMPROP,
    HTML_NAME,
    HTML_PROPERTY,
    HTML_ROLE,
    HTML_STYLE_ATTRIBUTE,
    HTML_TYPE,
    HTML_ATTRIBUTE_COUNT
} HtmlAttribute;

typedef struct {
    uint32_t tag;        /* HtmlTag */
    uint32_t parent;     /* index of the node it is in; node 0 is its own parent */
    uint32_t end;        /* the nodes below are those from the next one to before `end` */
    TifaSpan text;       /* HTML_TEXT: its place in the page's strings */
    uint32_t attributes; /* index of its first attribute */
} HtmlNode;

typedef struct {
    uint32_t node, name; /* HtmlAttribute */
    uint32_t value;      /* place in the page's strings, NUL-terminated */
} HtmlValue;

typedef struct {
    ARRAY(HtmlNode) nodes;
    ARRAY(HtmlValue) values; /* by node */
    GString *strings;
} HtmlPage;

/* Parses valid UTF-8 without NUL. NULL with TIFA_ERROR_INPUT if it is 1 GB or longer. */
HtmlPage *html_page_parse(const char *text, size_t length, GError **error);
void html_page_free(HtmlPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(HtmlPage, html_page_free)

/* The value of a node's attribute, or NULL. Lent until the page is freed. */
const char *html_page_value(const HtmlPage *page, uint32_t node, HtmlAttribute name);

/* Whether the element stands in a line of text (a, span, b ...) rather than for itself. */
bool html_is_inline(HtmlTag tag);

/* Whether the element's text is not for reading: scripts, styles, form fields, fallbacks. */
bool html_is_silent(HtmlTag tag);

/* The text below a node as one line, blanks joined; silent elements are left out. About `limit` bytes at
 * most, and no more nodes than that are looked at. Free with g_free(). */
char *html_page_text(const HtmlPage *page, uint32_t node, size_t limit);
