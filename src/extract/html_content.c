#include "extract/html_content.h"

#include <string.h>

#include "extract/html_junk.h"
#include "text/labels.h"

/* The part of an element's worth that one of its children must hold to stand for it. */
#define DOMINANT 0.85

/* A teaser has fewer tokens of the other text than this for each headline. */
#define TEASER_TOKENS 60

/* A page with so much worth has text. */
#define ENOUGH_WORTH 200

/* A text is worth so much at least. */
#define LEAST_WORTH 40

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

/* A line of facts above a text has no more tokens than this. */
#define MAX_FACT_TOKENS 60

/* What is known about the lines and nodes of a page while its text is looked for. */
typedef struct {
    const HtmlPage *page;
    const HtmlLines *lines;
    bool *is_junk;      /* by node: it or one above is not text */
    uint8_t *line_junk; /* by line: Junk */
    double *sum;        /* sum[i]: the worth of lines 0..i-1 */
    uint32_t *home;     /* by line: the element whose lines belong together with it */
    double *gathered;   /* by node: the worth of the lines that are at home in it */
    bool *is_teaser;    /* by node: the lines at home in it lead to other texts */
} Finder;

static double worth_of_node(const Finder *finder, uint32_t node)
{
    size_t first = html_lines_at(finder->lines, node);
    size_t last = html_lines_at(finder->lines, finder->page->nodes.items[node].end);
    return finder->sum[last] - finder->sum[first];
}

/* What a line is worth if it stands in no junk. */
static double worth_of_line(const HtmlLine *line)
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

static void add_worth(Finder *finder)
{
    finder->sum[0] = 0;
    for (size_t i = 0; i < finder->lines->items.length; i++) {
        const HtmlLine *line = &finder->lines->items.items[i];
        bool is_junk = finder->is_junk[line->first] || finder->line_junk[i];
        finder->sum[i + 1] = finder->sum[i] + (is_junk ? 0 : worth_of_line(line));
    }
}

/* Whether a part is comments below a text: they may well be longer than it. */
static bool is_below_text(const Finder *finder, uint32_t node)
{
    return junk_is_comment(finder->page, node) &&
           finder->sum[html_lines_at(finder->lines, node)] > LEAST_WORTH;
}

/* A part named as junk is believed unless it holds most of what the page has and is no comments. */
static void mark_junk(Finder *finder, bool believes_names)
{
    const HtmlPage *page = finder->page;
    double all = finder->sum[finder->lines->items.length];
    for (uint32_t i = 1; i < page->nodes.length; i++) {
        bool is_junk = junk_hidden(page, i) || (believes_names && junk_element(page, i));
        if (is_junk && worth_of_node(finder, i) > all / 2 && !is_below_text(finder, i))
            is_junk = false;
        finder->is_junk[i] = is_junk || finder->is_junk[page->nodes.items[i].parent];
    }
}

/* Whether a line belongs to the table of facts above a text: it begins with one of its labels. */
static bool is_fact(const HtmlLine *line, const char *text, const char *end)
{
    TifaField field;
    bool is_alone;
    if (line->kind != TIFA_BLOCK_ROW && line->tokens > MAX_FACT_TOKENS)
        return false;
    const char *tab = memchr(text, '\t', (size_t)(end - text));
    return label_read(&text, tab ? tab : end, &field, &is_alone) && (tab || !is_alone) &&
           (tab || (field != TIFA_FIELD_TITLE && field != TIFA_FIELD_STATUS));
}

static void mark_junk_lines(Finder *finder)
{
    const HtmlLines *lines = finder->lines;
    for (size_t i = 0; i < lines->items.length; i++) {
        const HtmlLine *line = &lines->items.items[i];
        const char *text = lines->text->str + line->text.start, *end = lines->text->str + line->text.end;
        finder->line_junk[i] = is_fact(line, text, end) ? JUNK_SURE : junk_line(text, (size_t)(end - text));
    }
}

/* Gives every line its worth. Where hardly anything would be left, the names say nothing of the text. */
static void weigh(Finder *finder)
{
    size_t count = finder->lines->items.length;
    mark_junk_lines(finder);
    add_worth(finder);
    double all = finder->sum[count];
    mark_junk(finder, true);
    add_worth(finder);
    if (finder->sum[count] > all / 10 || finder->sum[count] > ENOUGH_WORTH)
        return;
    memset(finder->is_junk, 0, finder->page->nodes.length * sizeof *finder->is_junk);
    add_worth(finder);
    mark_junk(finder, false);
    add_worth(finder);
}

/* The child of a node that holds the most, or 0. */
static uint32_t best_child(const Finder *finder, uint32_t node, double *worth)
{
    const HtmlNode *nodes = finder->page->nodes.items;
    uint32_t best = 0;
    *worth = 0;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        double own = nodes[child].tag == HTML_TEXT ? 0 : worth_of_node(finder, child);
        if (own > *worth) {
            *worth = own;
            best = child;
        }
    }
    return best;
}

static size_t lines_in(const Finder *finder, uint32_t node)
{
    return html_lines_at(finder->lines, finder->page->nodes.items[node].end) -
           html_lines_at(finder->lines, node);
}

/* Whether an element is a table of data. */
static bool is_data(const Finder *finder, uint32_t node)
{
    return finder->page->nodes.items[node].tag == HTML_TABLE &&
           finder->lines->items.items[html_lines_at(finder->lines, node)].kind == TIFA_BLOCK_ROW;
}

/* The smallest element of several lines that holds nearly all. */
static uint32_t descend(const Finder *finder)
{
    uint32_t node = 0;
    double whole = finder->sum[finder->lines->items.length], worth;
    for (;;) {
        uint32_t child = best_child(finder, node, &worth);
        if (!child || worth < DOMINANT * whole || lines_in(finder, child) < 2 || is_data(finder, child))
            return node;
        node = child;
        whole = worth;
    }
}

/* The container of a known content system that holds the most, or 0. It must hold a good part of what the
 * page has, or stand right below the title. */
static uint32_t find_template(const Finder *finder, size_t title)
{
    double all = finder->sum[finder->lines->items.length], most = 10;
    uint32_t best = 0;
    for (uint32_t i = 1; i < finder->page->nodes.length; i++) {
        if (finder->is_junk[i] || !junk_is_template(finder->page, i))
            continue;
        double worth = worth_of_node(finder, i);
        size_t first = html_lines_at(finder->lines, i);
        bool is_below = title != SIZE_MAX && first > title && first <= title + HEADING_LINES;
        if (worth > most && worth >= all * (is_below ? 0.1 : 0.4)) {
            most = worth;
            best = i;
        }
    }
    return best;
}

/* The element in which a line is one of several: its own, or the next around it that has more lines. */
static uint32_t home_of(const Finder *finder, const HtmlLine *line, uint32_t container)
{
    const HtmlNode *nodes = finder->page->nodes.items;
    uint32_t node = line->node;
    for (int steps = 0; node > container && steps < 8; steps++) {
        HtmlTag tag = (HtmlTag)nodes[node].tag;
        bool is_part = html_is_inline(tag) || tag == HTML_TR || tag == HTML_TBODY || tag == HTML_TABLE ||
                       tag == HTML_UL || tag == HTML_OL || tag == HTML_P || tag == HTML_LI;
        if (!is_part && lines_in(finder, node) > 1)
            break;
        node = nodes[node].parent;
    }
    return MAX(node, container);
}

/* The link that a line begins with, or 0. */
static uint32_t first_link(const HtmlPage *page, const HtmlLine *line)
{
    uint32_t node = line->first;
    for (int steps = 0; node != line->node && node && steps < 8;
         steps++, node = page->nodes.items[node].parent)
        if (page->nodes.items[node].tag == HTML_A)
            return node;
    return 0;
}

/* Whether a line is, or begins with, the linked headline of another text. */
static bool is_headline(const HtmlPage *page, const HtmlLine *line)
{
    return (line->linked >= 4 && line->linked * 4 >= line->tokens * 3) ||
           (line->linked >= 6 && line->linked * 8 > line->tokens && first_link(page, line));
}

/* Finds the home of every line, gathers the worth of the lines there, and marks as teasers the homes that
 * lead to other texts: linked headlines, each with a line or two of the text. */
static void gather(Finder *finder, uint32_t container, size_t first, size_t last)
{
    int *balance = g_malloc0_n(finder->page->nodes.length, sizeof *balance);
    for (size_t i = first; i < last; i++) {
        const HtmlLine *line = &finder->lines->items.items[i];
        uint32_t home = finder->home[i] = home_of(finder, line, container);
        bool is_head = is_headline(finder->page, line);
        finder->is_teaser[home] |= is_head && balance[home] <= 0;
        finder->gathered[home] += finder->sum[i + 1] - finder->sum[i];
        balance[home] +=
            (line->marks ? (int)(line->tokens - line->linked) : 0) - (is_head ? TEASER_TOKENS : 0);
    }
    for (size_t i = first; i < last; i++)
        finder->is_teaser[finder->home[i]] &= balance[finder->home[i]] <= 0;
    g_free(balance);
}

/* The home of the most worth. Teasers count little, the first prose below the title threefold. */
static uint32_t best_home(const Finder *finder, uint32_t container, size_t first, size_t last, size_t title)
{
    uint32_t best = container;
    double most = 0;
    bool is_first = title != SIZE_MAX;
    for (size_t i = first; i < last; i++) {
        uint32_t home = finder->home[i];
        double worth = finder->gathered[home] * (finder->is_teaser[home] ? 0.1 : 1);
        if (is_first && i > title && finder->sum[i + 1] - finder->sum[i] >= 20) {
            worth *= 3;
            is_first = false;
        }
        if (worth > most) {
            most = worth;
            best = home;
        }
    }
    return best;
}

/* Whether a line is at home in `best`, or in one of the same class: a further part of the same text. */
static bool is_kin(const Finder *finder, size_t i, uint32_t best)
{
    uint32_t home = finder->home[i];
    bool is_large = finder->gathered[home] >= finder->gathered[best] / 10;
    if (home == best || finder->is_teaser[home] || !is_large)
        return home == best;
    const char *class = html_page_value(finder->page, home, HTML_CLASS);
    return class && *class && g_strcmp0(class, html_page_value(finder->page, best, HTML_CLASS)) == 0;
}

/* What taking a line into the text gains or costs. */
static double gain(const Finder *finder, size_t i, uint32_t best)
{
    const HtmlLine *line = &finder->lines->items.items[i];
    double worth = finder->sum[i + 1] - finder->sum[i];
    TifaSpan text = line->text;
    bool is_aside = line->kind == TIFA_BLOCK_HEADING && finder->is_junk[line->first];
    if (is_aside || junk_ending(finder->lines->text->str + text.start, text.end - text.start))
        return -ENDING_COST;
    bool is_teaser = finder->is_teaser[finder->home[i]] && finder->home[i] != best;
    if (finder->is_junk[line->first] || finder->line_junk[i] || is_teaser || line->linked * 2 > line->tokens)
        return -5.0 - line->tokens;
    if (finder->home[i] == best)
        return line->tokens;
    if (line->marks == 0 && line->kind != TIFA_BLOCK_ROW)
        return line->kind == TIFA_BLOCK_HEADING ? 0 : -3.0;
    return finder->gathered[finder->home[i]] >= finder->gathered[best] / 10 ? worth : worth / 2 - 5;
}

/* The lines from the first to the last at home in `best`, and beyond as long as it gains. */
static void find_zone(const Finder *finder, uint32_t best, size_t *first, size_t *last)
{
    size_t start = *first, end = *last;
    while (start < end && !is_kin(finder, start, best))
        start++;
    while (end > start && !is_kin(finder, end - 1, best))
        end--;
    double sum = 0;
    for (size_t i = start; i-- > *first;) {
        sum += gain(finder, i, best);
        if (sum > 0) {
            start = i;
            sum = 0;
        }
    }
    sum = 0;
    for (size_t i = end; i < *last; i++) {
        sum += gain(finder, i, best);
        if (sum > 0) {
            end = i + 1;
            sum = 0;
        }
    }
    *first = start;
    *last = end;
}

/* Whether a line in the zone of the text is text: no junk, no link unless to an attachment. */
static bool is_text(const Finder *finder, size_t i, uint32_t best)
{
    const HtmlLine *line = &finder->lines->items.items[i];
    bool is_home = finder->home[i] == best;
    if (finder->is_junk[line->first] || finder->line_junk[i] > (is_home ? JUNK_MAYBE : JUNK_NONE))
        return false;
    if (!is_home && finder->is_teaser[finder->home[i]])
        return false;
    uint32_t own = line->tokens - line->linked;
    bool is_sentence = is_kin(finder, i, best) && line->marks && own >= 3 &&
                       finder->page->nodes.items[line->node].tag == HTML_P;
    if (line->linked * 2 <= line->tokens || own >= LONG_LINE || is_sentence)
        return true;
    uint32_t link = first_link(finder->page, line);
    return junk_is_attachment(finder->lines->text->str + line->text.start, line->text.end - line->text.start,
                              link ? html_page_value(finder->page, link, HTML_HREF) : NULL);
}

static void choose(Finder *finder, size_t title, HtmlContent *content)
{
    uint32_t known = find_template(finder, title), best = known;
    content->node = known ? known : descend(finder);
    content->is_template = known;
    size_t first = html_lines_at(finder->lines, content->node);
    size_t last = html_lines_at(finder->lines, finder->page->nodes.items[content->node].end);
    if (!known) {
        gather(finder, content->node, first, last);
        best = best_home(finder, content->node, first, last, title);
        find_zone(finder, best, &first, &last);
    }
    for (size_t i = first; i < last; i++) {
        if (known)
            finder->home[i] = known;
        content->is_text[i] = is_text(finder, i, best);
    }
}

/* Whether a sentence of text stands right below the title, before any headline of another text. */
static bool has_lead(const Finder *finder, const HtmlContent *content, size_t title, const bool *is_head)
{
    size_t count = finder->lines->items.length;
    for (size_t i = title; i < count && i <= title + HEADING_LINES; i++) {
        const HtmlLine *line = &finder->lines->items.items[i];
        if (i > title && is_head[i])
            return false;
        if (i > title && content->is_text[i] && line->marks && line->tokens >= LONG_LINE / 4)
            return true;
    }
    return false;
}

/* Makes the headlines of a page that has little else its text. */
static void choose_list(const Finder *finder, size_t title, HtmlContent *content)
{
    size_t count = finder->lines->items.length, headlines = 0, linked = 0, text = 0;
    bool *is_head = g_malloc0_n(count + 1, sizeof *is_head);
    bool has_prose = content->is_template;
    for (size_t i = 0; i < count; i++) {
        const HtmlLine *line = &finder->lines->items.items[i];
        is_head[i] =
            !finder->is_junk[line->first] && line->linked >= 6 && line->linked * 4 >= line->tokens * 3;
        headlines += is_head[i];
        linked += is_head[i] ? line->tokens : 0;
        text += content->is_text[i] ? line->tokens : 0;
        has_prose |= content->is_text[i] && line->marks > 1 && line->tokens >= 2 * LONG_LINE;
    }
    content->is_list = headlines >= LIST_LINES && linked > 3 * text && !has_prose &&
                       !has_lead(finder, content, title, is_head);
    if (content->is_list)
        memcpy(content->is_text, is_head, count * sizeof *is_head);
    g_free(is_head);
}

static Finder finder_open(const HtmlPage *page, const HtmlLines *lines)
{
    size_t nodes = page->nodes.length, count = lines->items.length + 1;
    return (Finder){.page = page,
                    .lines = lines,
                    .is_junk = g_malloc0_n(nodes, sizeof(bool)),
                    .line_junk = g_malloc0_n(count, sizeof(uint8_t)),
                    .sum = g_malloc0_n(count, sizeof(double)),
                    .home = g_malloc0_n(count, sizeof(uint32_t)),
                    .gathered = g_malloc0_n(nodes, sizeof(double)),
                    .is_teaser = g_malloc0_n(nodes, sizeof(bool))};
}

static void finder_clear(Finder *finder)
{
    g_free(finder->is_junk);
    g_free(finder->line_junk);
    g_free(finder->sum);
    g_free(finder->home);
    g_free(finder->gathered);
    g_free(finder->is_teaser);
}

HtmlContent html_content_find(const HtmlPage *page, const HtmlLines *lines, size_t title)
{
    Finder finder = finder_open(page, lines);
    HtmlContent content = {.is_text = g_malloc0_n(lines->items.length + 1, sizeof(bool))};
    weigh(&finder);
    choose(&finder, title, &content);
    choose_list(&finder, title, &content);
    finder_clear(&finder);
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
        if (line->tokens <= MAX_FACT_TOKENS &&
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
