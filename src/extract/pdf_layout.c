#include "extract/pdf_layout.h"

#include "extract/pdf_group.h"
#include "extract/pdf_newspaper.h"
#include "extract/pdf_reading.h"
#include "extract/pdf_table.h"

#include <math.h>

/* Letters that much larger than a region's usual ones make a headline. */
#define HEADLINE 1.18F
/* And that much larger, one that needs no other sign. */
#define LARGE_HEADLINE 1.4F
/* Fewer headlines than that may give way to keep columns whole. */
#define FEW_HEADLINES 4
/* So many headlines are looked at in one region. */
#define MAX_HEADLINES 64
/* Deeper cuts are those of a page made to be hostile; what is left is read from top to bottom. */
#define MAX_DEPTH 40

typedef struct {
    uint32_t page;
    uint32_t *column;
    PdfLines *lines;
} Cutter;

static void cut(const Cutter *cutter, PdfRegion region, int depth);

static void cut_parts(const Cutter *cutter, PdfRegion region, const PdfBands *parts, int depth)
{
    for (size_t i = 0; i < parts->length; i++)
        cut(cutter, pdf_part(region, &parts->items[i]), depth + 1);
}

static void cut_in_two(const Cutter *cutter, PdfRegion region, size_t first, int depth)
{
    cut(cutter, (PdfRegion){region.items, first}, depth + 1);
    cut(cutter, (PdfRegion){region.items + first, region.count - first}, depth + 1);
}

/* Adds what is cut no further: lines, or the rows of a table if its columns are given. */
static void add_leaf(const Cutter *cutter, PdfRegion region, const PdfBands *columns, PdfReading reading)
{
    size_t first = cutter->lines->length;
    if (columns)
        pdf_rows_add(region, columns, reading, cutter->lines);
    else
        pdf_lines_add(region, cutter->lines);
    for (size_t i = first; i < cutter->lines->length; i++) {
        cutter->lines->items[i].page = cutter->page;
        cutter->lines->items[i].column = *cutter->column;
    }
    *cutter->column += 1;
}

/* ---- New articles below several columns ---------------------------------------------------------------- */

static bool is_headline(PdfRegion band, float least)
{
    for (size_t i = 0; i < band.count; i++) {
        if (band.items[i].piece->size < least)
            return false;
    }
    return true;
}

/* Whether a line is the numbered heading of a section: 2.1 Methods. Such a one is inside an article. */
static bool is_numbered(PdfRegion band)
{
    for (size_t i = 0; i < band.count; i++) {
        if (g_ascii_isdigit(*band.items[i].piece->text))
            return true;
    }
    return false;
}

/* What stands below a headline. */
typedef struct {
    size_t columns;
    bool is_level; /* they all start at the same height, as those below a common headline do */
} Below;

static Below look_below(PdfItem *items, size_t count, float size)
{
    PdfRegion copy = pdf_copy((PdfRegion){items, count});
    PdfBands columns = {0};
    pdf_columns(copy, PDF_GUTTER * size, &columns);
    Below below = {columns.length, true};
    for (size_t i = 1; i < columns.length; i++)
        below.is_level &= fabsf(columns.items[i].top - columns.items[0].top) < 0.5F * size;
    array_clear(&columns);
    g_free(copy.items);
    return below;
}

/* Whether a headline, not the first band, starts an article in several columns. */
static bool starts_article(PdfRegion region, const PdfBand *band, float size)
{
    size_t after = band->first + band->count;
    Below below = look_below(region.items + after, region.count - after, size);
    bool is_large = is_headline(pdf_part(region, band), LARGE_HEADLINE * size);
    return below.columns > 1 && (below.is_level || (is_large && band->top - band[-1].bottom > size));
}

/* The place of the first item, after sorting by top, of a headline that starts a new article across columns;
 * 0 if there is none. */
static size_t find_article(PdfRegion region)
{
    /* Sizes that recognition has measured vary too much for more than the middle one. */
    bool is_sure = region.count > 0 && !(region.items[0].piece->flags & TIFA_BLOCK_OCR);
    float size = is_sure ? pdf_text_size(region) : pdf_median_size(region);
    PdfBands bands = {0};
    pdf_bands(region, &bands);
    size_t found = 0, headlines = 0;
    for (size_t i = 1; i + 1 < bands.length && !found && headlines < MAX_HEADLINES; i++) {
        const PdfBand *band = &bands.items[i];
        bool is_new = is_headline(pdf_part(region, band), HEADLINE * size) &&
                      !is_headline(pdf_part(region, band - 1), HEADLINE * size) &&
                      !is_numbered(pdf_part(region, band));
        headlines += is_new;
        if (is_new && starts_article(region, band, size))
            found = band->first;
    }
    array_clear(&bands);
    return found;
}

/* Whether the columns first..last-1 hold, by themselves, an article below columns. */
static bool holds_article(PdfRegion region, const PdfBands *columns, size_t first, size_t last)
{
    if (last - first < 2)
        return false;
    size_t start = columns->items[first].first;
    size_t end = columns->items[last - 1].first + columns->items[last - 1].count;
    PdfRegion copy = pdf_copy((PdfRegion){region.items + start, end - start});
    bool holds = find_article(copy) > 0;
    g_free(copy.items);
    return holds;
}

/* Columns to the left and right of a gap may belong to different articles, cut into bands at different
 * heights. */
static void cut_columns(const Cutter *cutter, PdfRegion region, const PdfBands *columns, int depth)
{
    for (size_t i = 1; i < columns->length && columns->length > 2; i++) {
        if (holds_article(region, columns, 0, i) || holds_article(region, columns, i, columns->length)) {
            cut_in_two(cutter, region, columns->items[i].first, depth);
            return;
        }
    }
    cut_parts(cutter, region, columns, depth);
}

/* ---- Headlines across columns that are not all theirs -------------------------------------------------- */

/* Counts the items that stand across a gap, and ends them before it if `clips`. */
static size_t count_across(PdfRegion region, float left, float right, bool clips)
{
    size_t count = 0;
    for (size_t i = 0; i < region.count; i++) {
        PdfItem *item = &region.items[i];
        if (item->left >= left || item->right <= right)
            continue;
        count++;
        if (clips)
            item->right = left;
    }
    return count;
}

/* On some pages every gap is crossed by a headline: one above the columns 1 and 2, another above 2 and 3.
 * Opens the gap that fewest cross by giving those headlines to the column they begin in. False if there is no
 * such gap, or `most` pieces or more cross each. */
static bool open_gap(PdfRegion region, float size, size_t most)
{
    PdfRegion body = {g_new(PdfItem, region.count), 0};
    PdfBands columns = {0};
    for (size_t i = 0; i < region.count; i++) {
        if (region.items[i].piece->size < HEADLINE * size)
            body.items[body.count++] = region.items[i];
    }
    pdf_columns(body, PDF_GUTTER * size, &columns);
    size_t best = 0, fewest = most;
    for (size_t i = 1; i < columns.length; i++) {
        size_t across = count_across(region, columns.items[i - 1].right, columns.items[i].left, false);
        if (across < fewest) {
            fewest = across;
            best = i;
        }
    }
    if (best > 0)
        count_across(region, columns.items[best - 1].right, columns.items[best].left, true);
    array_clear(&columns);
    g_free(body.items);
    return best > 0;
}

/* ---- Cutting ------------------------------------------------------------------------------------------- */

/* Cuts a region that no vertical gap crosses. */
static void cut_bands(const Cutter *cutter, PdfRegion region, float size, int depth)
{
    PdfBands parts = {0};
    bool is_clean = pdf_parts(region, size, &parts);
    if ((parts.length < 2 || !is_clean) && open_gap(region, size, is_clean ? SIZE_MAX : FEW_HEADLINES))
        cut(cutter, region, depth + 1);
    else if (parts.length > 1)
        cut_parts(cutter, region, &parts, depth);
    else
        add_leaf(cutter, region, NULL, PDF_FLOW);
    array_clear(&parts);
}

/* Cuts columns of prose, or first the article below them. */
static void cut_prose(const Cutter *cutter, PdfRegion region, float size, int depth)
{
    size_t article = find_article(region);
    if (article > 0) {
        cut_in_two(cutter, region, article, depth);
        return;
    }
    PdfBands columns = {0};
    pdf_columns(region, PDF_GUTTER * size, &columns);
    cut_columns(cutter, region, &columns, depth);
    array_clear(&columns);
}

static void cut(const Cutter *cutter, PdfRegion region, int depth)
{
    if (region.count == 0)
        return;
    float size = pdf_median_size(region);
    PdfBands columns = {0};
    pdf_columns(region, PDF_GUTTER * size, &columns);
    PdfReading reading = columns.length > 1 ? pdf_reading_of(region, &columns) : PDF_FLOW;
    if (region.count == 1 || depth > MAX_DEPTH || (reading == PDF_FLOW && columns.length > 1))
        add_leaf(cutter, region, NULL, PDF_FLOW);
    else if (reading == PDF_COLUMNS)
        cut_prose(cutter, region, size, depth);
    else if (reading == PDF_FLOW)
        cut_bands(cutter, region, size, depth);
    else
        add_leaf(cutter, region, &columns, reading);
    array_clear(&columns);
}

/* Reads a newspaper page chunk by chunk. */
static void cut_chunks(const Cutter *cutter, PdfRegion region, const PdfChunks *chunks)
{
    for (size_t i = 0; i < chunks->length; i++) {
        PdfRegion part = {region.items + chunks->items[i].first, chunks->items[i].count};
        if (chunks->items[i].is_column)
            add_leaf(cutter, part, NULL, PDF_FLOW);
        else
            cut(cutter, part, 0);
    }
}

void pdf_layout(const PdfPage *page, uint32_t number, uint32_t *column, PdfLines *lines)
{
    PdfRegion region = {g_new(PdfItem, page->pieces.length + 1), page->pieces.length};
    for (size_t i = 0; i < region.count; i++)
        region.items[i] = pdf_item(&page->pieces.items[i]);
    Cutter cutter = {number, column, lines};
    PdfChunks chunks = {0};
    if (pdf_newspaper(region, &chunks))
        cut_chunks(&cutter, region, &chunks);
    else
        cut(&cutter, region, 0);
    array_clear(&chunks);
    g_free(region.items);
}
