#include "extract/pdf_heads.h"

#include "extract/pdf_band.h"
#include "extract/pdf_line.h"
#include "extract/pdf_mark.h"
#include "extract/pdf_script.h"

#include <math.h>
#include <string.h>

/* So many lines at each edge may be running ones ... */
#define EDGE_LINES 4
/* ... if they stand in this share of the page's height. */
#define EDGE_SHARE 0.2F
/* Pages so far apart are compared: heads of left and right pages differ, and chapters begin without. */
#define REACH 4
/* So far apart may pages be that have their running lines in the same place. */
#define FAR_REACH 20
/* Places that differ by less, in points, are the same. */
#define SAME_PLACE 4.0F

/* In a document of so few pages a line runs if it stands alone in the margin, as a share of the page's height
 * ... */
#define FEW_PAGES 2
#define MARGIN    0.065F
/* ... or with a page number in this one, so many times its size away from the text, and is not longer, in
 * bytes. */
#define WIDE_MARGIN    0.1F
#define LONE_GAP       2.0F
#define FAR_GAP        3.0F /* for a bare number above the text */
#define LONGEST_HEAD   160
#define LONGEST_NUMBER 4

#define MAX_NUMBER 1000000

typedef struct {
    char *shape;             /* the text without blanks, each number as '#'; owned */
    long number;             /* the last number in it, -1 if there is none */
    float middle, size, gap; /* to the next line towards the page's middle */
    float least;             /* the size of its smallest letters */
    float height;
    size_t first, count; /* its items in the page's region */
    bool is_running;
} Edge;

typedef struct {
    PdfRegion region;   /* owned */
    float height, size; /* of the page; of its letters, the median */
    size_t lines[2];
    Edge edges[2][EDGE_LINES]; /* from the upper and from the lower edge inwards */
} Margins;

/* ---- Lines at the edges -------------------------------------------------------------------------------- */

/* Reads the number at *place, its digits of any script, and moves *place behind it; -1 if there is none. */
static long read_number(const char **place)
{
    long number = -1;
    for (;;) {
        const char *next = *place;
        gunichar c = *next ? utf8_next(&next) : 0;
        if (!g_unichar_isdigit(c))
            return number;
        number = MIN(MAX(number, 0) * 10 + g_unichar_digit_value(c), MAX_NUMBER);
        *place = next;
    }
}

static char *shape_of(const char *text, long *last_number)
{
    GString *shape = g_string_new(NULL);
    *last_number = -1;
    while (*text) {
        long number = read_number(&text);
        if (number >= 0) {
            *last_number = number;
            g_string_append_c(shape, '#');
            continue;
        }
        gunichar c = utf8_next(&text);
        if (!utf8_is_space(c) && c != PDF_SOFT_BLANK)
            g_string_append_unichar(shape, c);
    }
    return g_string_free(shape, FALSE);
}

static Edge edge_of(PdfRegion region, const PdfBand *band, float gap)
{
    Edge edge = {
        .middle = (band->top + band->bottom) / 2, .gap = gap, .first = band->first, .count = band->count};
    PdfLine line = pdf_line_of(pdf_part(region, band));
    edge.size = edge.least = line.size;
    edge.height = band->bottom - band->top;
    for (size_t i = 0; i < band->count; i++)
        edge.least = MIN(edge.least, region.items[band->first + i].piece->size);
    edge.shape = shape_of(line.text, &edge.number);
    g_free(line.text);
    return edge;
}

static void read_margins(const PdfPage *page, Margins *margins)
{
    margins->region = (PdfRegion){g_new(PdfItem, page->pieces.length + 1), page->pieces.length};
    margins->height = page->height;
    for (size_t i = 0; i < page->pieces.length; i++)
        margins->region.items[i] = pdf_item(&page->pieces.items[i]);
    margins->size = pdf_median_size(margins->region);
    PdfBands bands = {0};
    pdf_bands(margins->region, &bands);
    for (size_t i = 0; i < bands.length && i < EDGE_LINES; i++) {
        const PdfBand *upper = &bands.items[i], *lower = &bands.items[bands.length - 1 - i];
        float below = i + 1 < bands.length ? upper[1].top - upper->bottom : INFINITY;
        float above = i + 1 < bands.length ? lower->top - lower[-1].bottom : INFINITY;
        if (upper->bottom < EDGE_SHARE * page->height)
            margins->edges[0][margins->lines[0]++] = edge_of(margins->region, upper, below);
        if (lower->top > (1 - EDGE_SHARE) * page->height)
            margins->edges[1][margins->lines[1]++] = edge_of(margins->region, lower, above);
    }
    array_clear(&bands);
}

static void clear_margins(Margins *margins)
{
    for (size_t side = 0; side < 2; side++) {
        for (size_t i = 0; i < margins->lines[side]; i++)
            g_free(margins->edges[side][i].shape);
    }
    g_free(margins->region.items);
}

/* ---- Which of them run --------------------------------------------------------------------------------- */

static bool is_number_shape(const char *shape)
{
    static const char *const shapes[] = {
        "#",     "-#-",        "—#—",          "–#–",        "―#―",   "－#－",    "·#·",
        "第#页", "第#页共#页", "第#页，共#页", "#/#",        "Page#", "Page#of#", "page#",
        "[#]",   "(#)",        "（#）",        "～#～",      "~#~",   "|#",       "#|",
        "─#─",   "第#頁",      "第#页/共#页",  "共#页第#页", NULL};
    return g_strv_contains(shapes, shape);
}

/* Whether a line says which page this is among other words. */
static bool tells_page(const char *shape)
{
    return strstr(shape, "第#页") || strstr(shape, "第#頁") || strstr(shape, "Page#of#");
}

static bool is_roman(const char *shape)
{
    return *shape && strlen(shape) < 8 && strspn(shape, "ivxlcIVXLC") == strlen(shape);
}

/* Whether a line is a footnote, which may well stand on several pages, by its mark. */
static bool is_note(const char *shape)
{
    gunichar c = g_utf8_get_char(shape);
    return (c >= 0x2460 && c <= 0x24FF) || c == '*' || c == 0x203B || c == 0x2020 ||
           g_str_has_prefix(shape, "注：");
}

static bool is_same_place(const Edge *one, const Edge *other, const Margins *page1, const Margins *page2,
                          int side)
{
    float shift = side == 0 ? 0 : page1->height - page2->height;
    return fabsf(one->middle - other->middle - shift) <= SAME_PLACE;
}

/* Whether `other`, `distance` pages further on, repeats `one`. */
static bool is_repeated(const Edge *one, const Edge *other, long distance)
{
    if (is_roman(one->shape) && is_roman(other->shape))
        return true;
    if (strcmp(one->shape, other->shape) != 0 || is_note(one->shape))
        return false;
    return !is_number_shape(one->shape) || other->number - one->number == distance;
}

static void mark_repeated(Margins *pages, size_t count, size_t index, int side)
{
    Margins *page = &pages[index];
    for (size_t other = index + 1; other < count && other <= index + REACH; other++) {
        for (size_t i = 0; i < page->lines[side]; i++) {
            for (size_t j = 0; j < pages[other].lines[side]; j++) {
                Edge *one = &page->edges[side][i], *two = &pages[other].edges[side][j];
                if (is_same_place(one, two, page, &pages[other], side) &&
                    is_repeated(one, two, (long)(other - index)))
                    one->is_running = two->is_running = true;
            }
        }
    }
}

/* Whether a line has a page number at its beginning or end, set apart from the rest by a bar or by white. */
static bool has_number_apart(const Margins *page, const Edge *edge)
{
    const char *shape = edge->shape;
    size_t length = strlen(shape);
    if (g_str_has_prefix(shape, "#|") || g_str_has_suffix(shape, "|#"))
        return true;
    if (edge->count < 2 || length < 2 || (shape[0] != '#' && shape[length - 1] != '#'))
        return false;
    const PdfItem *items = page->region.items + edge->first;
    for (size_t i = 0; i < edge->count; i++) {
        const char *text = items[i].piece->text;
        if (strlen(text) <= LONGEST_NUMBER && strspn(text, "0123456789") == strlen(text))
            return true;
    }
    return false;
}

/* In a document of a page or two, which shows no repetition: whether a single line in the margin, far from
 * the text and not larger, is a running one. The only line of a page is its text. */
static bool is_lone_head(const Margins *page, const Edge *edge, int side)
{
    float top = edge->middle / page->height, outside = side == 0 ? top : 1 - top;
    if (page->lines[side] < 2 || edge->height > 1.8F * edge->least || edge->gap < LONE_GAP * edge->size ||
        strlen(edge->shape) > LONGEST_HEAD)
        return false;
    bool is_small = edge->size <= 1.1F * page->size && !pdf_ends_sentence(edge->shape);
    return (outside < MARGIN && is_small) || (outside < WIDE_MARGIN && has_number_apart(page, edge));
}

/* The outermost line that does not run, or NULL if there is none left. */
static Edge *first_still(Margins *page, int side)
{
    for (size_t i = 0; i < page->lines[side]; i++) {
        if (!page->edges[side][i].is_running)
            return &page->edges[side][i];
    }
    return NULL;
}

/* Whether a page has a running line in the place and size of `edge`. */
static bool runs_there(const Margins *page, const Edge *edge, const Margins *other, int side)
{
    for (size_t i = 0; i < other->lines[side]; i++) {
        const Edge *line = &other->edges[side][i];
        if (line->is_running && is_same_place(edge, line, page, other, side) &&
            fabsf(line->size - edge->size) < 0.5F && edge->gap > 0.7F * line->gap)
            return true;
    }
    return false;
}

/* Marks the outermost line of a page if it is in the place where at least half of the other pages have a
 * running line. */
static void mark_place(Margins *pages, size_t count, size_t index, int side)
{
    Edge *edge = first_still(&pages[index], side);
    size_t alike = 0, compared = 0;
    size_t first = index > FAR_REACH ? index - FAR_REACH : 0;
    for (size_t other = first; edge && other < count && other <= index + FAR_REACH; other++) {
        alike += runs_there(&pages[index], edge, &pages[other], side);
        compared += other != index;
    }
    if (edge && alike >= 2 && 2 * alike >= compared)
        edge->is_running = true;
}

/* Whether a line of a newspaper says which issue and page this is, or who made it up. */
static bool tells_issue(const Edge *edge)
{
    static const char *const makers[] = {
        "责编：", "责编:", "责任编辑：", "责任编辑:", "版式设计", "本版编辑", NULL};
    if (edge->height > 1.8F * edge->least)
        return false;
    for (size_t i = 0; makers[i]; i++) {
        if (strstr(edge->shape, makers[i]))
            return true;
    }
    return strstr(edge->shape, "#年#月#日") && (strstr(edge->shape, "星期") || strstr(edge->shape, "第#版"));
}

/* A page number needs no second page, if nothing else stands near, nor does what tells the issue of a
 * newspaper. */
static void mark_number(Margins *page, int side, bool is_short)
{
    Edge *edge = first_still(page, side);
    if (edge && (is_number_shape(edge->shape) || tells_page(edge->shape)))
        edge->is_running =
            edge->gap > edge->size && (side == 1 || strcmp(edge->shape, "#") != 0 ||
                                       (edge->gap > FAR_GAP * edge->size && edge->size < 1.3F * page->size));
    else if (edge)
        edge->is_running = (edge->gap > 0.5F * edge->size && tells_issue(edge)) ||
                           (is_short && is_lone_head(page, edge, side));
}

/* Keeps as running only lines without others outside of them, and no line set as close as the text it would
 * be torn from. */
static size_t count_running(const Margins *page, int side)
{
    size_t count = 0;
    while (count < page->lines[side] && page->edges[side][count].is_running)
        count++;
    while (count > 0 && count < EDGE_LINES &&
           page->edges[side][count - 1].gap < 0.5F * page->edges[side][count - 1].size)
        count--;
    return count;
}

static void remove_running(PdfPage *page, const Margins *margins)
{
    const PdfPiece *start = page->pieces.items;
    g_autofree bool *is_out = g_new0(bool, page->pieces.length + 1);
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0, count = count_running(margins, side); i < count; i++) {
            const Edge *edge = &margins->edges[side][i];
            for (size_t item = edge->first; item < edge->first + edge->count; item++)
                is_out[margins->region.items[item].piece - start] = true;
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < page->pieces.length; i++) {
        if (is_out[i])
            g_free(page->pieces.items[i].text);
        else
            page->pieces.items[kept++] = page->pieces.items[i];
    }
    page->pieces.length = kept;
}

void pdf_heads_remove(PdfPage *pages, size_t count)
{
    Margins *margins = g_new0(Margins, count + 1);
    for (size_t i = 0; i < count; i++)
        read_margins(&pages[i], &margins[i]);
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < count; i++)
            mark_repeated(margins, count, i, side);
        for (size_t i = 0; i < count; i++)
            mark_number(&margins[i], side, count <= FEW_PAGES);
        for (size_t i = 0; i < count; i++)
            mark_place(margins, count, i, side);
    }
    for (size_t i = 0; i < count; i++) {
        remove_running(&pages[i], &margins[i]);
        clear_margins(&margins[i]);
    }
    g_free(margins);
}
