#include "extract/html_home.h"

/* A teaser has fewer tokens of the other text than this for each headline. */
#define TEASER_TOKENS 60

/* Prose below the title of so much worth may begin the text. */
#define FIRST_PROSE 20

/* The element in which a line is one of several: its own, or the next around it that has more lines. */
static uint32_t home_of(const HtmlWorth *worth, const HtmlLine *line, uint32_t container)
{
    const HtmlNode *nodes = worth->page->nodes.items;
    uint32_t node = line->node;
    for (int steps = 0; node > container && steps < 8; steps++) {
        HtmlTag tag = (HtmlTag)nodes[node].tag;
        bool is_part = html_is_inline(tag) || tag == HTML_TR || tag == HTML_TBODY || tag == HTML_TABLE ||
                       tag == HTML_UL || tag == HTML_OL || tag == HTML_P || tag == HTML_LI;
        if (!is_part && html_worth_count(worth, node) > 1)
            break;
        node = nodes[node].parent;
    }
    return MAX(node, container);
}

/* Whether a line is, or begins with, the linked headline of another text. */
static bool is_headline(const HtmlPage *page, const HtmlLine *line)
{
    return (line->linked >= 4 && line->linked * 4 >= line->tokens * 3) ||
           (line->linked >= 6 && line->linked * 8 > line->tokens && html_line_link(page, line));
}

/* Finds the home of every line, gathers the worth of the lines there, and marks as teasers the homes that
 * lead to other texts: linked headlines, each with a line or two of the text. */
static void gather(HtmlHomes *homes, uint32_t container, size_t first, size_t last)
{
    const HtmlWorth *worth = homes->worth;
    g_autofree int *balance = g_malloc0_n(worth->page->nodes.length, sizeof *balance);
    for (size_t i = first; i < last; i++) {
        const HtmlLine *line = &worth->lines->items.items[i];
        uint32_t home = homes->of_line[i] = home_of(worth, line, container);
        bool is_head = is_headline(worth->page, line);
        homes->is_teaser[home] |= is_head && balance[home] <= 0;
        homes->gathered[home] += html_worth_of_line(worth, i);
        balance[home] +=
            (line->marks ? (int)(line->tokens - line->linked) : 0) - (is_head ? TEASER_TOKENS : 0);
    }
    for (size_t i = first; i < last; i++)
        homes->is_teaser[homes->of_line[i]] &= balance[homes->of_line[i]] <= 0;
}

/* The home of the most worth. Teasers count little, the first prose below the title threefold. */
static uint32_t best_home(const HtmlHomes *homes, uint32_t container, size_t first, size_t last, size_t title)
{
    uint32_t best = container;
    double most = 0;
    bool is_first = title != SIZE_MAX;
    for (size_t i = first; i < last; i++) {
        uint32_t home = homes->of_line[i];
        double gathered = homes->gathered[home] * (homes->is_teaser[home] ? 0.1 : 1);
        if (is_first && i > title && html_worth_of_line(homes->worth, i) >= FIRST_PROSE) {
            gathered *= 3;
            is_first = false;
        }
        if (gathered > most) {
            most = gathered;
            best = home;
        }
    }
    return best;
}

static HtmlHomes open_homes(const HtmlWorth *worth)
{
    size_t nodes = worth->page->nodes.length;
    return (HtmlHomes){.worth = worth,
                       .of_line = g_malloc0_n(worth->lines->items.length + 1, sizeof(uint32_t)),
                       .gathered = g_malloc0_n(nodes, sizeof(double)),
                       .is_teaser = g_malloc0_n(nodes, sizeof(bool))};
}

HtmlHomes html_homes_find(const HtmlWorth *worth, uint32_t container, size_t title)
{
    HtmlHomes homes = open_homes(worth);
    size_t first, last;
    html_worth_range(worth, container, &first, &last);
    gather(&homes, container, first, last);
    homes.best = best_home(&homes, container, first, last, title);
    return homes;
}

HtmlHomes html_homes_one(const HtmlWorth *worth, uint32_t container)
{
    HtmlHomes homes = open_homes(worth);
    size_t first, last;
    html_worth_range(worth, container, &first, &last);
    for (size_t i = first; i < last; i++)
        homes.of_line[i] = container;
    homes.best = container;
    return homes;
}

void html_homes_clear(HtmlHomes *homes)
{
    g_free(homes->of_line);
    g_free(homes->gathered);
    g_free(homes->is_teaser);
}

bool html_home_is_large(const HtmlHomes *homes, size_t line)
{
    return homes->gathered[homes->of_line[line]] >= homes->gathered[homes->best] / 10;
}

bool html_home_is_kin(const HtmlHomes *homes, size_t line)
{
    uint32_t home = homes->of_line[line];
    if (home == homes->best || homes->is_teaser[home] || !html_home_is_large(homes, line))
        return home == homes->best;
    const HtmlPage *page = homes->worth->page;
    const char *class = html_page_value(page, home, HTML_CLASS);
    return class && *class && g_strcmp0(class, html_page_value(page, homes->best, HTML_CLASS)) == 0;
}
