#include "extract/html_lines.h"

#include <string.h>

#include "base/utf8.h"

/* A cell of a table of data has few paragraphs; one with more holds a part of the page. */
enum { MAX_CELL_BREAKS = 8, MAX_CELL_BYTES = 1800, FEW_ROWS = 3 };

/* The lines while they are being cut. */
typedef struct {
    const HtmlPage *page;
    HtmlLines *lines;
    uint32_t block;        /* innermost open element that is not inline */
    uint32_t preformatted; /* the end of the <pre> the place is in, or of the last one */
    uint32_t link;         /* the end of the link the place is in, or 0 */
    uint32_t first;        /* where the text of the open line starts, 0 for none */
    size_t start;          /* the open line in lines->text */
    uint32_t tokens, linked, marks;
    bool in_word;     /* the last character was of a Latin word */
    bool has_newline; /* the white space before this place has a line end */
    gunichar before;  /* the last character but white space, 0 at the start of a line */
    bool has_space;   /* white space waits to be written */
} Cutter;

static bool is_mark(gunichar c)
{
    switch (c) {
    case ',':
    case '.':
    case ';':
    case '!':
    case '?':
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF0C: /* ， */
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
    case 0xFF1F: /* ？ */
        return true;
    default:
        return false;
    }
}

static bool is_chinese(gunichar c)
{
    return utf8_is_han(c) || (c > 0x3000 && c < 0x3100) || (c >= 0xFF01 && c <= 0xFF60);
}

/* Marks of both scripts: dashes, quotation marks, the ellipsis. */
static bool is_shared_mark(gunichar c)
{
    return c == 0x2014 || (c >= 0x2018 && c <= 0x201D) || c == 0x2026;
}

static void count_character(Cutter *cutter, gunichar c)
{
    bool is_word = !utf8_is_han(c) && g_unichar_isalnum(c);
    bool is_token = utf8_is_han(c) || (is_word && !cutter->in_word);
    cutter->in_word = is_word;
    cutter->tokens += is_token;
    cutter->linked += is_token && cutter->link;
    cutter->marks += is_mark(c);
}

/* Writes the white space that waits. The end of a source line between two Chinese characters is none. */
static void write_space(Cutter *cutter, gunichar next)
{
    bool is_nothing = cutter->has_newline && ((is_chinese(cutter->before) && is_chinese(next)) ||
                                              (is_chinese(cutter->before) && is_shared_mark(next)) ||
                                              (is_shared_mark(cutter->before) && is_chinese(next)));
    if (cutter->has_space && cutter->before && !is_nothing)
        g_string_append_c(cutter->lines->text, ' ');
    cutter->has_space = cutter->has_newline = false;
}

static bool is_heading(HtmlTag tag)
{
    return tag >= HTML_H1 && tag <= HTML_H6;
}

/* The kind of a line by the elements it stands in, a few at most. */
static HtmlLine describe(const HtmlPage *page, uint32_t node)
{
    int steps = 8;
    for (uint32_t up = node; up && steps--; up = page->nodes.items[up].parent) {
        HtmlTag tag = (HtmlTag)page->nodes.items[up].tag;
        if (is_heading(tag))
            return (HtmlLine){.kind = TIFA_BLOCK_HEADING, .level = (uint16_t)(tag - HTML_H1 + 1)};
        if (tag == HTML_LI)
            return (HtmlLine){.kind = TIFA_BLOCK_ITEM, .level = 1};
        if (!html_is_inline(tag) && tag != HTML_P && tag != HTML_DIV)
            break;
    }
    return (HtmlLine){.kind = TIFA_BLOCK_PARAGRAPH};
}

/* Ends the open line, if there is text in it. */
static void end_line(Cutter *cutter, HtmlLine like)
{
    if (cutter->first && cutter->tokens + cutter->marks) {
        like.node = cutter->block;
        like.first = cutter->first;
        like.text = (TifaSpan){(uint32_t)cutter->start, (uint32_t)cutter->lines->text->len};
        like.tokens = cutter->tokens;
        like.linked = cutter->linked;
        like.marks = cutter->marks;
        array_push(&cutter->lines->items, like);
    } else {
        g_string_truncate(cutter->lines->text, cutter->start);
    }
    cutter->start = cutter->lines->text->len;
    cutter->first = cutter->tokens = cutter->linked = cutter->marks = 0;
    cutter->before = 0;
    cutter->in_word = cutter->has_space = cutter->has_newline = false;
}

static void break_line(Cutter *cutter)
{
    end_line(cutter, describe(cutter->page, cutter->block));
}

static void write_text(Cutter *cutter, uint32_t node)
{
    GString *out = cutter->lines->text;
    TifaSpan span = cutter->page->nodes.items[node].text;
    const char *place = cutter->page->strings->str + span.start, *end = cutter->page->strings->str + span.end;
    while (place < end) {
        const char *character = place;
        gunichar c = utf8_next(&place);
        if (c == '\n' && node < cutter->preformatted) {
            break_line(cutter);
            continue;
        }
        if (c != 0x3000 && utf8_is_space(c)) {
            cutter->has_space = true;
            cutter->has_newline |= c == '\n';
            cutter->in_word = false;
            continue;
        }
        if (c == 0xFEFF || c == 0x200B) /* marks without width that editors leave behind */
            continue;
        if (!cutter->first)
            cutter->first = node;
        write_space(cutter, c);
        g_string_append_len(out, character, place - character);
        cutter->before = c;
        count_character(cutter, c);
    }
}

/* Whether a cell of so much text in so many pieces arranges the page rather than holding data. */
static bool is_layout_cell(uint32_t breaks, uint32_t bytes, uint32_t rows)
{
    return (breaks > MAX_CELL_BREAKS && bytes > MAX_CELL_BYTES) ||
           (rows <= FEW_ROWS && breaks > 2 && bytes > MAX_CELL_BYTES / 6);
}

/* Whether the table holds data: several rows of several cells, no table within, no cell that is a page in
 * itself. */
static bool is_data_table(const HtmlPage *page, uint32_t table)
{
    uint32_t end = page->nodes.items[table].end, rows = 0, rows_of_many = 0, cells = 0, breaks = 0, bytes = 0;
    for (uint32_t i = table + 1; i < end; i++) {
        const HtmlNode *node = &page->nodes.items[i];
        HtmlTag tag = (HtmlTag)node->tag;
        if (tag == HTML_TABLE || tag == HTML_FORM || tag == HTML_UL || is_layout_cell(breaks, bytes, rows))
            return false;
        if (tag == HTML_TR) {
            cells = breaks = bytes = 0;
            rows++;
        } else if (tag == HTML_TD || tag == HTML_TH) {
            rows_of_many += ++cells == 2;
            breaks = bytes = 0;
        } else if (tag == HTML_TEXT) {
            bytes += node->text.end - node->text.start;
        } else {
            breaks += tag == HTML_BR || !html_is_inline(tag);
        }
    }
    return rows_of_many > 0 && rows > 1 && !is_layout_cell(breaks, bytes, rows);
}

/* Writes the text of one row with a tab between cells. */
static void cut_row(Cutter *cutter, uint32_t row)
{
    const HtmlPage *page = cutter->page;
    uint32_t end = page->nodes.items[row].end, cells = 0;
    for (uint32_t i = row + 1; i < end; i++) {
        HtmlTag tag = (HtmlTag)page->nodes.items[i].tag;
        if (tag == HTML_TEXT) {
            write_text(cutter, i);
        } else if (html_is_silent(tag)) {
            i = page->nodes.items[i].end - 1;
        } else if (tag == HTML_TD || tag == HTML_TH) {
            if (cells++)
                g_string_append_c(cutter->lines->text, '\t');
            cutter->before = 0;
            cutter->has_space = cutter->in_word = false;
        } else if (tag == HTML_BR || !html_is_inline(tag)) {
            cutter->has_space = true;
            cutter->in_word = false;
        } else if (tag == HTML_A) {
            cutter->link = page->nodes.items[i].end;
        }
        if (i + 1 >= cutter->link)
            cutter->link = 0;
    }
    end_line(cutter, (HtmlLine){.kind = TIFA_BLOCK_ROW});
}

/* Closes the elements that end before node i. */
static void leave(Cutter *cutter, uint32_t i)
{
    const HtmlNode *nodes = cutter->page->nodes.items;
    if (i >= cutter->link)
        cutter->link = 0;
    while (cutter->block && i >= nodes[cutter->block].end) {
        break_line(cutter);
        do
            cutter->block = nodes[cutter->block].parent;
        while (cutter->block && html_is_inline((HtmlTag)nodes[cutter->block].tag));
    }
}

/* Takes up node i; returns the node to go on with. */
static uint32_t enter(Cutter *cutter, uint32_t i, uint32_t *data_end)
{
    const HtmlNode *node = &cutter->page->nodes.items[i];
    HtmlTag tag = (HtmlTag)node->tag;
    if (tag == HTML_TEXT) {
        write_text(cutter, i);
    } else if (html_is_silent(tag)) {
        return node->end;
    } else if (tag == HTML_BR && is_heading((HtmlTag)cutter->page->nodes.items[cutter->block].tag)) {
        cutter->has_space = cutter->has_newline = true;
    } else if (tag == HTML_BR || tag == HTML_HR) {
        break_line(cutter);
    } else if (tag == HTML_A) {
        cutter->link = node->end;
    } else if (!html_is_inline(tag)) {
        break_line(cutter);
        cutter->block = i;
        if (tag == HTML_PRE)
            cutter->preformatted = node->end;
        if (tag == HTML_TABLE && is_data_table(cutter->page, i))
            *data_end = node->end;
        if (tag == HTML_TR && i < *data_end) {
            cut_row(cutter, i);
            return node->end;
        }
    }
    return i + 1;
}

HtmlLines *html_lines_cut(const HtmlPage *page)
{
    HtmlLines *lines = g_new0(HtmlLines, 1);
    lines->text = g_string_sized_new(4096);
    Cutter cutter = {.page = page, .lines = lines};
    uint32_t count = (uint32_t)page->nodes.length, data_end = 0;
    for (uint32_t i = 1; i < count;) {
        leave(&cutter, i);
        i = enter(&cutter, i, &data_end);
    }
    break_line(&cutter);
    return lines;
}

void html_lines_free(HtmlLines *lines)
{
    if (!lines)
        return;
    array_clear(&lines->items);
    g_string_free(lines->text, TRUE);
    g_free(lines);
}

size_t html_lines_at(const HtmlLines *lines, uint32_t node)
{
    size_t low = 0, high = lines->items.length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (lines->items.items[middle].first < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t html_line_link(const HtmlPage *page, const HtmlLine *line)
{
    uint32_t node = line->first;
    for (int steps = 0; node != line->node && node && steps < 8;
         steps++, node = page->nodes.items[node].parent)
        if (page->nodes.items[node].tag == HTML_A)
            return node;
    return 0;
}
