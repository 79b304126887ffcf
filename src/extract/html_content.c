#include "extract/html_content.h"

#include <string.h>

#include "extract/html_home.h"

/* The part of an element's worth that one of its children must hold to stand for it. */
#define DOMINANT 0.85

/* So many sentences below the title show that the text has begun. */
#define FIRST_SENTENCES 2

/* How many lines below the title may name source, author and date. */
#define HEADING_LINES 8

/* A line of so many tokens outside links is text, however many links are in it. */
#define LONG_LINE 20

/* A page of so many headlines and little else is a list. */
#define LIST_LINES 8

/* What must follow the heading of something else (related links, comments) to be text all the same. */
#define ENDING_COST 600.0

/* ---- The element that holds the text ---------------------------------------------------------- */

/* The child of a node that holds the most, or 0. */
static uint32_t best_child(const HtmlWorth *worth, uint32_t node, double *most)
{
    const HtmlNode *nodes = worth->page->nodes.items;
    uint32_t best = 0;
    *most = 0;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        double own = nodes[child].tag == HTML_TEXT ? 0 : html_worth_of_node(worth, child);
        if (own > *most) {
            *most = own;
            best = child;
        }
    }
    return best;
}

/* Whether an element is a table of data. */
static bool is_data(const HtmlWorth *worth, uint32_t node)
{
    return worth->page->nodes.items[node].tag == HTML_TABLE &&
           worth->lines->items.items[html_lines_at(worth->lines, node)].kind == TIFA_BLOCK_ROW;
}

/* The smallest element of several lines that holds nearly all. */
static uint32_t descend(const HtmlWorth *worth)
{
    uint32_t node = 0;
    double whole = html_worth_of_page(worth), part;
    for (;;) {
        uint32_t child = best_child(worth, node, &part);
        if (!child || part < DOMINANT * whole || html_worth_count(worth, child) < 2 || is_data(worth, child))
            return node;
        node = child;
        whole = part;
    }
}

/* The container of a known content system that holds the most, or 0. It must hold a good part of what the
 * page has, or stand right below the title. */
static uint32_t find_template(const HtmlWorth *worth, size_t title)
{
    double all = html_worth_of_page(worth), most = 10;
    uint32_t best = 0;
    for (uint32_t i = 1; i < worth->page->nodes.length; i++) {
        if (worth->is_junk[i] || !junk_is_template(worth->page, i))
            continue;
        double own = html_worth_of_node(worth, i);
        size_t first = html_lines_at(worth->lines, i);
        bool is_below = title != SIZE_MAX && first > title && first <= title + HEADING_LINES;
        if (own > most && own >= all * (is_below ? 0.1 : 0.4)) {
            most = own;
            best = i;
        }
    }
    return best;
}

/* ---- The text in it --------------------------------------------------------------------------- */

/* What taking a line into the text gains or costs. */
static double gain(const HtmlHomes *homes, size_t i)
{
    const HtmlWorth *worth = homes->worth;
    const HtmlLine *line = &worth->lines->items.items[i];
    TifaSpan text = line->text;
    bool is_home = homes->of_line[i] == homes->best, is_junk = worth->is_junk[line->first];
    if ((line->kind == TIFA_BLOCK_HEADING && is_junk) ||
        junk_ending(worth->lines->text->str + text.start, text.end - text.start))
        return -ENDING_COST;
    bool is_teaser = homes->is_teaser[homes->of_line[i]] && !is_home;
    if (is_junk || worth->line_junk[i] || is_teaser || line->linked * 2 > line->tokens)
        return -5.0 - line->tokens;
    if (is_home)
        return line->tokens;
    if (line->marks == 0 && line->kind != TIFA_BLOCK_ROW)
        return line->kind == TIFA_BLOCK_HEADING ? 0 : -3.0;
    double own = html_worth_of_line(worth, i);
    return html_home_is_large(homes, i) ? own : own / 2 - 5;
}

/* Narrows the lines to those from the first to the last at home in the best home, and beyond as long as it
 * gains. */
static void find_zone(const HtmlHomes *homes, size_t *first, size_t *last)
{
    size_t start = *first, end = *last;
    while (start < end && !html_home_is_kin(homes, start))
        start++;
    while (end > start && !html_home_is_kin(homes, end - 1))
        end--;
    double sum = 0;
    for (size_t i = start; i-- > *first;) {
        sum += gain(homes, i);
        if (sum > 0) {
            start = i;
            sum = 0;
        }
    }
    sum = 0;
    for (size_t i = end; i < *last; i++) {
        sum += gain(homes, i);
        if (sum > 0) {
            end = i + 1;
            sum = 0;
        }
    }
    *first = start;
    *last = end;
}

/* Whether a line in the zone of the text is text: no junk, no link unless to an attachment. */
static bool is_text(const HtmlHomes *homes, size_t i)
{
    const HtmlWorth *worth = homes->worth;
    const HtmlLine *line = &worth->lines->items.items[i];
    bool is_home = homes->of_line[i] == homes->best;
    if (worth->is_junk[line->first] || worth->line_junk[i] > (is_home ? JUNK_MAYBE : JUNK_NONE))
        return false;
    if (!is_home && homes->is_teaser[homes->of_line[i]])
        return false;
    uint32_t own = line->tokens - line->linked;
    bool is_sentence = html_home_is_kin(homes, i) && line->marks && own >= 3 &&
                       worth->page->nodes.items[line->node].tag == HTML_P;
    if (line->linked * 2 <= line->tokens || own >= LONG_LINE || is_sentence)
        return true;
    uint32_t link = html_line_link(worth->page, line);
    return junk_is_attachment(worth->lines->text->str + line->text.start, line->text.end - line->text.start,
                              link ? html_page_value(worth->page, link, HTML_HREF) : NULL);
}

static void choose(const HtmlWorth *worth, size_t title, HtmlContent *content)
{
    uint32_t known = find_template(worth, title);
    content->node = known ? known : descend(worth);
    content->is_template = known;
    HtmlHomes homes = known ? html_homes_one(worth, known) : html_homes_find(worth, content->node, title);
    size_t first, last;
    html_worth_range(worth, content->node, &first, &last);
    if (!known)
        find_zone(&homes, &first, &last);
    for (size_t i = first; i < last; i++)
        content->is_text[i] = is_text(&homes, i);
    html_homes_clear(&homes);
}

/* ---- Lists of links --------------------------------------------------------------------------- */

/* Whether a sentence of text stands right below the title, before any headline of another text. */
static bool has_lead(const HtmlWorth *worth, const HtmlContent *content, size_t title, const bool *is_head)
{
    size_t count = worth->lines->items.length;
    for (size_t i = title; i < count && i <= title + HEADING_LINES; i++) {
        const HtmlLine *line = &worth->lines->items.items[i];
        if (i > title && is_head[i])
            return false;
        if (i > title && content->is_text[i] && line->marks && line->tokens >= LONG_LINE / 4)
            return true;
    }
    return false;
}

/* Makes the headlines of a page that has little else its text. */
static void choose_list(const HtmlWorth *worth, size_t title, HtmlContent *content)
{
    size_t count = worth->lines->items.length, headlines = 0, linked = 0, text = 0;
    g_autofree bool *is_head = g_malloc0_n(count + 1, sizeof *is_head);
    bool has_prose = content->is_template;
    for (size_t i = 0; i < count; i++) {
        const HtmlLine *line = &worth->lines->items.items[i];
        is_head[i] =
            !worth->is_junk[line->first] && line->linked >= 6 && line->linked * 4 >= line->tokens * 3;
        headlines += is_head[i];
        linked += is_head[i] ? line->tokens : 0;
        text += content->is_text[i] ? line->tokens : 0;
        has_prose |= content->is_text[i] && line->marks > 1 && line->tokens >= 2 * LONG_LINE;
    }
    content->is_list = headlines >= LIST_LINES && linked > 3 * text && !has_prose &&
                       !has_lead(worth, content, title, is_head);
    if (content->is_list)
        memcpy(content->is_text, is_head, count * sizeof *is_head);
}

/* ---- The whole -------------------------------------------------------------------------------- */

HtmlContent html_content_find(const HtmlPage *page, const HtmlLines *lines, size_t title)
{
    HtmlWorth worth = html_worth_weigh(page, lines);
    HtmlContent content = {.is_text = g_malloc0_n(lines->items.length + 1, sizeof(bool))};
    choose(&worth, title, &content);
    choose_list(&worth, title, &content);
    html_worth_clear(&worth);
    return content;
}

void html_content_trim(const HtmlLines *lines, size_t title, HtmlContent *content)
{
    if (content->is_template || content->is_list)
        return;
    for (size_t i = 0; i <= title; i++)
        content->is_text[i] = false;
    size_t sentences = 0;
    for (size_t i = title + 1; i < MIN(title + HEADING_LINES, lines->items.length); i++) {
        const HtmlLine *line = &lines->items.items[i];
        if (line->tokens <= HTML_FACT_TOKENS &&
            junk_byline(lines->text->str + line->text.start, line->text.end - line->text.start))
            content->is_text[i] = false;
        else if (content->is_text[i] && line->marks &&
                 (line->tokens >= LONG_LINE || ++sentences >= FIRST_SENTENCES))
            return;
    }
}

void html_content_clear(HtmlContent *content)
{
    g_free(content->is_text);
    content->is_text = NULL;
}
