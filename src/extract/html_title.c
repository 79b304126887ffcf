#include "extract/html_title.h"

#include <string.h>

#include "base/utf8.h"
#include "extract/html_junk.h"

/* How many lines above the start of the text the title may stand, and how many below. */
enum { LINES_ABOVE = 80, LINES_BELOW = 8, LINES_NEAR = 14 };

/* A title of fewer bytes may be a site's name. */
#define TELLING_BYTES 24

/* Longer titles are cut. */
#define MAX_TITLE_BYTES 1000

/* What a line must score to be the title. */
#define ENOUGH 2.5
#define SURE   3.9

/* What a line near the start of the text scores for ending as the titles of documents do. */
#define NEAR_TITLE 3.2

const char *html_meta(const HtmlPage *page, const char *name)
{
    for (uint32_t i = 1; i < page->nodes.length; i++) {
        if (page->nodes.items[i].tag != HTML_META)
            continue;
        const char *own = html_page_value(page, i, HTML_NAME);
        own = own ? own : html_page_value(page, i, HTML_PROPERTY);
        own = own ? own : html_page_value(page, i, HTML_ITEMPROP);
        const char *content = html_page_value(page, i, HTML_CONTENT);
        if (own && content && *content && g_ascii_strcasecmp(own, name) == 0)
            return content;
    }
    return NULL;
}

char *html_squeeze(const char *text, size_t length)
{
    GString *squeezed = g_string_sized_new(length);
    for (const char *place = text, *end = text + length; place < end;) {
        const char *character = place;
        if (!utf8_is_space(utf8_next(&place)))
            g_string_append_len(squeezed, character, place - character);
    }
    return g_string_free(squeezed, FALSE);
}

static char *squeeze(const char *text)
{
    return text ? html_squeeze(text, strlen(text)) : g_strdup("");
}

static char *head_title(const HtmlPage *page)
{
    for (uint32_t i = 1; i < page->nodes.length; i++)
        if (page->nodes.items[i].tag == HTML_TITLE) {
            char *text = html_page_text(page, i, MAX_TITLE_BYTES);
            if (*text)
                return text;
            g_free(text);
        }
    return NULL;
}

/* Whether a name ends as those of sites and organisations do. */
static bool is_site(const char *name)
{
    static const char *const endings[] = {"网",   "网站", "厅",   "局",   "部",   "委",   "委员会", "院",
                                          "政府", "中心", "门户", "平台", "大学", "公司", "专栏",   "首页"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(name, endings[i]))
            return true;
    return false;
}

/* Where the name of the site begins in a page's title: behind the first separator that pages use for nothing
 * else, or behind the last dash. Its length if there is no name. */
static size_t site_start(const char *title)
{
    static const char *const first[] = {"_", "|", "--", "丨", "｜", "::", "»", "«"};
    static const char *const last[] = {" - ", " – ", " — ", "-"};
    size_t start = strlen(title);
    for (size_t i = 0; i < G_N_ELEMENTS(first); i++) {
        const char *found = strstr(title, first[i]);
        if (found && found > title)
            start = MIN(start, (size_t)(found - title));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(last) && start == strlen(title); i++) {
        const char *found = g_strrstr(title, last[i]);
        bool is_name = found && !g_ascii_isdigit(found[strlen(last[i])]);
        if (is_name && found > title && (is_site(title) || found - title > 3 * (int)strlen(found) / 2))
            start = (size_t)(found - title);
    }
    return start;
}

/* Whether a class or id of the line's element, or of the one around it, speaks of a title. */
static bool is_called_title(const HtmlPage *page, uint32_t node)
{
    static const char *const words[] = {"title", "titul", "biaoti", "headline", "subject",
                                        "_tit",  "tit_",  "-bt",    "bt1"};
    for (int level = 0; level < 2 && node; level++, node = page->nodes.items[node].parent) {
        const char *class = html_page_value(page, node, HTML_CLASS),
                   *id = html_page_value(page, node, HTML_ID);
        g_autofree char *names = g_strconcat(class ? class : "", " ", id ? id : "", NULL);
        g_autofree char *lower = g_ascii_strdown(names, -1);
        for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
            if (strstr(lower, words[i]))
                return true;
    }
    return false;
}

bool html_title_is_apart(const HtmlPage *page, const HtmlLine *line)
{
    return line->kind == TIFA_BLOCK_HEADING || page->nodes.items[line->node].tag != HTML_P ||
           is_called_title(page, line->node);
}

/* How alike a line and a page's title are: 4 if the line is all of the title before the site's name, or most
 * of it. */
static double likeness(const char *line, const char *title)
{
    static const char *const separators[] = {"_", "-", "|", "–", "—", "丨", "｜", "·"};
    const char *found = *line && *title ? strstr(title, line) : NULL;
    if (!found)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++)
        if (found == title && g_str_has_prefix(title + strlen(line), separators[i]))
            return 4;
    double share = (double)strlen(line) / (double)strlen(title);
    return (found == title ? 4 : 2) * MIN(1, share * 2);
}

/* The words a page's metadata and <title> give for its title, without blanks. */
typedef struct {
    char *head, *meta;
    bool is_telling; /* they name the text, not only the site */
} Stated;

static double rate(const HtmlPage *page, const HtmlLine *line, const char *text, const Stated *stated)
{
    static const double headings[] = {0, 3, 2, 1, 0.5};
    if (line->tokens < 3 || line->tokens > 120 || line->linked * 2 > line->tokens ||
        junk_line(text, strlen(text)))
        return 0;
    double score = likeness(text, stated->head);
    if (strcmp(text, stated->meta) == 0)
        score += 5;
    if (line->kind == TIFA_BLOCK_HEADING && line->level < G_N_ELEMENTS(headings))
        score += headings[line->level];
    return score + (is_called_title(page, line->node) ? 2 : 0);
}

/* Whether a line ends as the titles of official documents do (GB/T 9704-2012 7.3.1 and its kinds of
 * documents). */
static bool ends_as_title(const char *text)
{
    static const char *const kinds[] = {"通知", "公告", "意见", "办法", "规定", "条例", "决定", "方案",
                                        "规划", "公示", "报告", "通报", "批复", "函",   "细则", "纲要",
                                        "指南", "通告", "要点", "计划", "决议", "令",   "解读"};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_has_suffix(text, kinds[i]))
            return true;
    return false;
}

/* Whether a title names a text: long enough, and no site's or organisation's name. */
static bool is_telling(const char *title)
{
    return !is_site(title) && strlen(title) >= TELLING_BYTES;
}

static Stated read_stated(const HtmlPage *page)
{
    g_autofree char *head = head_title(page);
    g_autofree char *name = head ? g_strndup(head, site_start(head)) : g_strdup("");
    const char *meta = html_meta(page, "ArticleTitle");
    meta = meta ? meta : html_meta(page, "og:title");
    return (Stated){squeeze(head), squeeze(meta), (meta && is_telling(meta)) || is_telling(name)};
}

static void clear_stated(Stated *stated)
{
    g_free(stated->head);
    g_free(stated->meta);
}

/* What a line scores for standing where titles stand: right above the text, above source and date. */
static double rate_place(const HtmlLines *lines, size_t i, size_t anchor, const char *text,
                         const Stated *stated)
{
    const HtmlLine *line = &lines->items.items[i];
    if (i > anchor || i + LINES_NEAR < anchor || line->linked || line->tokens < 5 || line->tokens > 60)
        return 0;
    if (ends_as_title(text))
        return NEAR_TITLE;
    if (i == anchor || stated->is_telling || junk_byline(text, strlen(text)) || g_str_has_suffix(text, "。"))
        return 0;
    TifaSpan next = i + 1 < lines->items.length ? lines->items.items[i + 1].text : (TifaSpan){0};
    return junk_byline(lines->text->str + next.start, next.end - next.start) ? NEAR_TITLE : NEAR_TITLE / 2;
}

/* The line of the best score above `least` among the lines of a range; those far above `anchor` lose. */
static size_t best_line(const HtmlPage *page, const HtmlLines *lines, TifaSpan range, size_t anchor,
                        double least)
{
    Stated stated = read_stated(page);
    size_t best = SIZE_MAX;
    for (size_t i = range.start; i < range.end; i++) {
        const HtmlLine *line = &lines->items.items[i];
        g_autofree char *text =
            html_squeeze(lines->text->str + line->text.start, line->text.end - line->text.start);
        double score = rate(page, line, text, &stated);
        if (anchor)
            score += rate_place(lines, i, anchor, text, &stated);
        if (i < anchor)
            score -= (double)(anchor - i) / LINES_ABOVE;
        if (score > least) {
            least = score;
            best = i;
        }
    }
    clear_stated(&stated);
    return best;
}

size_t html_title_sure(const HtmlPage *page, const HtmlLines *lines)
{
    return best_line(page, lines, (TifaSpan){0, (uint32_t)lines->items.length}, 0, SURE);
}

static size_t title_line(const HtmlPage *page, const HtmlLines *lines, const HtmlContent *content)
{
    size_t first = 0, count = lines->items.length;
    while (first < count && !content->is_text[first])
        first++;
    TifaSpan range = {(uint32_t)(first > LINES_ABOVE ? first - LINES_ABOVE : 0),
                      (uint32_t)MIN(first + LINES_BELOW, count)};
    return best_line(page, lines, range, first, ENOUGH);
}

/* The text without the tags that some sites write into their metadata (关于…<br>…). Free with g_free(). */
static char *strip_tags(const char *text)
{
    GString *stripped = g_string_new(NULL);
    bool is_tag = false;
    for (; *text; text++) {
        is_tag |= *text == '<' && (g_ascii_isalpha(text[1]) || text[1] == '/');
        if (!is_tag)
            g_string_append_c(stripped, *text);
        is_tag &= *text != '>';
    }
    return g_string_free(stripped, FALSE);
}

char *html_title_find(const HtmlPage *page, const HtmlLines *lines, const HtmlContent *content, size_t *line)
{
    const char *stated = html_meta(page, "ArticleTitle"), *shared = html_meta(page, "og:title");
    *line = title_line(page, lines, content);
    if (stated)
        return strip_tags(stated);
    if (*line != SIZE_MAX) {
        TifaSpan text = lines->items.items[*line].text;
        return g_strndup(lines->text->str + text.start, text.end - text.start);
    }
    g_autofree char *head = shared ? NULL : head_title(page);
    return shared ? g_strdup(shared) : head ? g_strndup(head, site_start(head)) : NULL;
}
