#include "extract/html_worth.h"

#include <string.h>

#include "text/labels.h"

/* A page with so much worth has text. */
#define ENOUGH_WORTH 200

/* A text is worth so much at least. */
#define LEAST_WORTH 40

void html_worth_range(const HtmlWorth *worth, uint32_t node, size_t *first, size_t *last)
{
    *first = html_lines_at(worth->lines, node);
    *last = html_lines_at(worth->lines, worth->page->nodes.items[node].end);
}

size_t html_worth_count(const HtmlWorth *worth, uint32_t node)
{
    size_t first, last;
    html_worth_range(worth, node, &first, &last);
    return last - first;
}

double html_worth_of_line(const HtmlWorth *worth, size_t line)
{
    return worth->sum[line + 1] - worth->sum[line];
}

double html_worth_of_node(const HtmlWorth *worth, uint32_t node)
{
    size_t first, last;
    html_worth_range(worth, node, &first, &last);
    return worth->sum[last] - worth->sum[first];
}

double html_worth_of_page(const HtmlWorth *worth)
{
    return worth->sum[worth->lines->items.length];
}

/* What a line is worth if it stands in no junk. */
static double line_alone(const HtmlLine *line)
{
    double own = line->tokens - line->linked;
    if (line->linked * 5 > line->tokens * 2)
        return 0;
    if (line->kind == TIFA_BLOCK_ROW)
        return own * 0.7;
    if (line->marks == 0)
        return own * 0.2;
    return line->tokens < 10 ? own * 0.5 : own;
}

static void add_up(HtmlWorth *worth)
{
    worth->sum[0] = 0;
    for (size_t i = 0; i < worth->lines->items.length; i++) {
        const HtmlLine *line = &worth->lines->items.items[i];
        bool is_junk = worth->is_junk[line->first] || worth->line_junk[i];
        worth->sum[i + 1] = worth->sum[i] + (is_junk ? 0 : line_alone(line));
    }
}

/* Whether a part is comments below a text: they may well be longer than it. */
static bool is_below_text(const HtmlWorth *worth, uint32_t node)
{
    return junk_is_comment(worth->page, node) && worth->sum[html_lines_at(worth->lines, node)] > LEAST_WORTH;
}

/* A part named as junk is believed unless it holds most of what the page has and is no comments. */
static void mark_junk(HtmlWorth *worth, bool believes_names)
{
    const HtmlPage *page = worth->page;
    double all = html_worth_of_page(worth);
    for (uint32_t i = 1; i < page->nodes.length; i++) {
        bool is_junk = junk_hidden(page, i) || (believes_names && junk_element(page, i));
        if (is_junk && html_worth_of_node(worth, i) > all / 2 && !is_below_text(worth, i))
            is_junk = false;
        worth->is_junk[i] = is_junk || worth->is_junk[page->nodes.items[i].parent];
    }
}

/* Whether a line belongs to the table of facts above a text: it begins with one of its labels. */
static bool is_fact(const HtmlLine *line, const char *text, const char *end)
{
    TifaField field;
    bool is_alone;
    if (line->kind != TIFA_BLOCK_ROW && line->tokens > HTML_FACT_TOKENS)
        return false;
    const char *tab = memchr(text, '\t', (size_t)(end - text));
    return label_read(&text, tab ? tab : end, &field, &is_alone) && (tab || !is_alone) &&
           (tab || (field != TIFA_FIELD_TITLE && field != TIFA_FIELD_STATUS));
}

static void mark_junk_lines(HtmlWorth *worth)
{
    const HtmlLines *lines = worth->lines;
    for (size_t i = 0; i < lines->items.length; i++) {
        const HtmlLine *line = &lines->items.items[i];
        const char *text = lines->text->str + line->text.start, *end = lines->text->str + line->text.end;
        worth->line_junk[i] = is_fact(line, text, end) ? JUNK_SURE : junk_line(text, (size_t)(end - text));
    }
}

/* Gives every line its worth. Where hardly anything would be left, the names say nothing of the text. */
static void weigh(HtmlWorth *worth)
{
    mark_junk_lines(worth);
    add_up(worth);
    double all = html_worth_of_page(worth);
    mark_junk(worth, true);
    add_up(worth);
    if (html_worth_of_page(worth) > all / 10 || html_worth_of_page(worth) > ENOUGH_WORTH)
        return;
    memset(worth->is_junk, 0, worth->page->nodes.length * sizeof *worth->is_junk);
    add_up(worth);
    mark_junk(worth, false);
    add_up(worth);
}

HtmlWorth html_worth_weigh(const HtmlPage *page, const HtmlLines *lines)
{
    size_t nodes = page->nodes.length, count = lines->items.length + 1;
    HtmlWorth worth = {.page = page,
                       .lines = lines,
                       .is_junk = g_malloc0_n(nodes, sizeof(bool)),
                       .line_junk = g_malloc0_n(count, sizeof(uint8_t)),
                       .sum = g_malloc0_n(count, sizeof(double))};
    weigh(&worth);
    return worth;
}

void html_worth_clear(HtmlWorth *worth)
{
    g_free(worth->is_junk);
    g_free(worth->line_junk);
    g_free(worth->sum);
}
