#include "extract/pdf_layout.h"

#include "extract/pdf_reading.h"
#include "extract/pdf_table.h"

#include <math.h>

/* The narrowest gap between columns, in font sizes. */
#define GUTTER 0.5F
/* Letters that much larger than a region's usual ones make a headline. */
#define HEADLINE 1.18F
/* And that much larger, one that needs no other sign. */
#define LARGE_HEADLINE 1.4F
/* So many times the usual distance sets a line apart from the columns above. */
#define FAR_TAIL 1.6F
/* Bands closer than that share of the font size are lines of one text. */
#define TORN 1.2F
/* Fewer headlines than that may give way to keep columns whole. */
#define FEW_HEADLINES 4
/* So often bands are grouped anew. */
#define MAX_TRIALS 8
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

/* What stands below a headline. */
typedef struct {
    size_t columns;
    bool is_level; /* they all start at the same height, as those below a common headline do */
} Below;

static Below look_below(const PdfItem *items, size_t count, float size)
{
    PdfItem *copy = g_memdup2(items, count * sizeof *items);
    PdfBands columns = {0};
    pdf_columns((PdfRegion){copy, count}, GUTTER * size, &columns);
    Below below = {columns.length, true};
    for (size_t i = 1; i < columns.length; i++)
        below.is_level &= fabsf(columns.items[i].top - columns.items[0].top) < 0.5F * size;
    array_clear(&columns);
    g_free(copy);
    return below;
}

/* Whether a band, not the first, is a headline that starts an article in several columns. */
static bool starts_article(PdfRegion region, const PdfBand *band, float size)
{
    size_t after = band->first + band->count;
    if (!is_headline(pdf_part(region, band), HEADLINE * size) ||
        is_headline(pdf_part(region, band - 1), HEADLINE * size))
        return false;
    Below below = look_below(region.items + after, region.count - after, size);
    bool is_large = is_headline(pdf_part(region, band), LARGE_HEADLINE * size);
    return below.columns > 1 && (below.is_level || (is_large && band->top - band[-1].bottom > size));
}

/* The place of the first item, after sorting by top, of a headline that starts a new article across columns;
 * 0 if there is none. */
static size_t find_article(PdfRegion region, float size)
{
    PdfBands bands = {0};
    pdf_bands(region, &bands);
    size_t found = 0;
    for (size_t i = 1; i + 1 < bands.length && !found; i++) {
        const PdfBand *band = &bands.items[i];
        if (starts_article(region, band, size))
            found = band->first;
    }
    array_clear(&bands);
    return found;
}

/* Whether the columns first..last-1 hold, by themselves, an article below columns. */
static bool holds_article(PdfRegion region, const PdfBands *columns, size_t first, size_t last, float size)
{
    if (last - first < 2)
        return false;
    size_t start = columns->items[first].first;
    size_t end = columns->items[last - 1].first + columns->items[last - 1].count;
    PdfRegion copy = {g_memdup2(region.items + start, (end - start) * sizeof *region.items), end - start};
    bool holds = find_article(copy, size) > 0;
    g_free(copy.items);
    return holds;
}

/* Columns to the left and right of a gap may belong to different articles, cut into bands at different
 * heights. */
static void cut_columns(const Cutter *cutter, PdfRegion region, const PdfBands *columns, float size,
                        int depth)
{
    for (size_t i = 1; i < columns->length && columns->length > 2; i++) {
        if (holds_article(region, columns, 0, i, size) ||
            holds_article(region, columns, i, columns->length, size)) {
            cut_in_two(cutter, region, columns->items[i].first, depth);
            return;
        }
    }
    cut_parts(cutter, region, columns, depth);
}

/* ---- Bands --------------------------------------------------------------------------------------------- */

/* Neighbouring bands that are cut on together. */
typedef struct {
    PdfBand band;
    PdfBands columns; /* what its bands cover together */
    size_t bands;
    size_t lines;    /* of those of its bands that have the gap */
    float distances; /* between its bands, summed up */
    PdfBand tail;    /* its last bands, if they stand in one column only, apart from those above */
    size_t tail_bands;
} Group;

typedef ARRAY(Group) Groups;

static void find_columns(PdfRegion region, const PdfBand *band, float gap, PdfBands *columns)
{
    PdfRegion part = pdf_part(region, band);
    PdfItem *copy = g_memdup2(part.items, part.count * sizeof *part.items);
    pdf_columns((PdfRegion){copy, part.count}, gap, columns);
    g_free(copy);
}

/* Whether gaps between columns stay open when what `more` covers is added; it is then added. */
static bool add_columns(PdfBands *columns, const PdfBands *more, float gap)
{
    PdfBands both = {0};
    size_t i = 0, j = 0;
    while (i < columns->length || j < more->length) {
        bool takes_first =
            j == more->length || (i < columns->length && columns->items[i].left <= more->items[j].left);
        PdfBand next = takes_first ? columns->items[i++] : more->items[j++];
        if (both.length > 0 && next.left < array_last(&both).right + gap)
            array_last(&both).right = MAX(array_last(&both).right, next.right);
        else
            array_push(&both, next);
    }
    if (both.length > 1) {
        array_clear(columns);
        *columns = both;
        return true;
    }
    array_clear(&both);
    return false;
}

static void join_band(PdfBand *above, const PdfBand *below)
{
    above->count += below->count;
    above->bottom = below->bottom;
    above->left = MIN(above->left, below->left);
    above->right = MAX(above->right, below->right);
}

/* The lines of a band, whose columns may be set so that no gap crosses them all. */
static size_t count_lines(const PdfBand *band, float size)
{
    return band->bottom - band->top < 1.6F * size ? 1 : 2;
}

/* How many of the columns a band stands in, in part or whole. */
static size_t count_touched(const PdfBands *columns, const PdfBand *band)
{
    size_t touched = 0;
    for (size_t i = 0; i < columns->length; i++)
        touched += columns->items[i].left < band->right && columns->items[i].right > band->left;
    return touched;
}

/* Adds a band to the group it follows if they share a gap between columns. A band of one column that stands
 * across several of the group's, as a heading does, ends the group. */
static bool join_group(Group *group, const PdfBand *band, const PdfBands *columns, float size)
{
    bool is_single = columns->length < 2;
    if (group->columns.length < 2 || (is_single && count_touched(&group->columns, band) > 1) ||
        !add_columns(&group->columns, columns, GUTTER * size))
        return false;
    float distance = band->top - group->band.bottom;
    bool is_far = distance > FAR_TAIL * group->distances / (float)group->bands;
    if (!is_single)
        group->lines += count_lines(band, size);
    if (!is_single || is_far) {
        group->tail = (PdfBand){0};
        group->tail_bands = 0;
    }
    if (is_single && (is_far || group->tail_bands > 0)) {
        if (group->tail_bands++ == 0)
            group->tail = *band;
        else
            join_band(&group->tail, band);
    }
    group->distances += distance;
    join_band(&group->band, band);
    group->bands++;
    return true;
}

/* The last lines of a group stand in one column only and further away than its other lines. If they are few,
 * they stand below the columns: makes them a group of their own. */
static void part_tail(Groups *groups)
{
    if (groups->length == 0)
        return;
    Group *group = &array_last(groups);
    if (group->tail_bands == 0 || group->tail_bands > 2)
        return;
    PdfBand tail = group->tail;
    PdfBands columns = {0};
    array_push(&columns, tail);
    group->band.count -= tail.count;
    array_push(groups, ((Group){.band = tail, .columns = columns, .bands = 1}));
}

/* Lines close above a group and within one of its columns belong to it: not all columns begin at one height.
 */
static void join_lines_above(Groups *groups, float size)
{
    while (groups->length > 1) {
        Group *group = &array_last(groups), *above = group - 1;
        bool is_close = group->band.top - above->band.bottom < TORN * size;
        if (!is_close || above->columns.length > 1 || count_touched(&group->columns, &above->band) > 1 ||
            !add_columns(&group->columns, &above->columns, GUTTER * size))
            return;
        array_clear(&above->columns);
        join_band(&above->band, &group->band);
        group->band = above->band;
        *above = *group;
        groups->length--;
    }
}

static bool has_columns(const Group *group)
{
    return group->columns.length > 1 && group->lines > 1;
}

/* Puts neighbouring bands that share a gap between columns into groups; all others are groups of their own. A
 * group begins at each band marked in `starts`. */
static void group_by_gaps(PdfRegion region, const PdfBands *bands, const bool *starts, float size,
                          Groups *groups)
{
    for (size_t i = 0; i < bands->length; i++) {
        const PdfBand *band = &bands->items[i];
        PdfBands columns = {0};
        find_columns(region, band, GUTTER * size, &columns);
        if (groups->length > 0 && !starts[i] && join_group(&array_last(groups), band, &columns, size)) {
            array_clear(&columns);
            continue;
        }
        part_tail(groups);
        size_t lines = count_lines(band, size);
        array_push(groups, ((Group){.band = *band, .columns = columns, .bands = 1, .lines = lines}));
        if (columns.length > 1 && !starts[i])
            join_lines_above(groups, size);
    }
    part_tail(groups);
}

/* Joins neighbouring groups of one column: a band with a gap that no neighbour shares is a line like any
 * other. */
static void join_plain_groups(const Groups *groups, PdfBands *parts)
{
    for (size_t i = 0; i < groups->length; i++) {
        const Group *group = &groups->items[i];
        if (i > 0 && !has_columns(group) && !has_columns(group - 1))
            join_band(&array_last(parts), &group->band);
        else
            array_push(parts, group->band);
    }
}

/* The first group whose cut from the one above would go between lines of one column: both have columns, and
 * no more white than lines have between them. 0 if there is none. */
static size_t find_torn(const Groups *groups, float size)
{
    for (size_t i = 1; i < groups->length; i++) {
        const Group *group = &groups->items[i];
        if (has_columns(group) && has_columns(group - 1) &&
            group->band.top - group[-1].band.bottom < TORN * size)
            return i;
    }
    return 0;
}

/* The band below the widest gap within a group, if that stands out; 0 if none does. */
static size_t widest_gap(const PdfBands *bands, const Group *group, float size)
{
    size_t best = 0;
    float widest = TORN * size;
    for (size_t i = 1; i < bands->length; i++) {
        const PdfBand *band = &bands->items[i];
        float gap = band->top - band[-1].bottom;
        if (band->first > group->band.first && band->first < group->band.first + group->band.count &&
            gap > widest) {
            widest = gap;
            best = i;
        }
    }
    return best;
}

static void clear_groups(Groups *groups)
{
    for (size_t i = 0; i < groups->length; i++)
        array_clear(&groups->items[i].columns);
    groups->length = 0;
}

/* Groups the bands. Where a cut would tear columns, the group above begins with an article that does not
 * share the gap of the columns below by its nature: tries again with a cut at the widest gap within it. False
 * if columns stay torn. */
static bool group_bands(PdfRegion region, const PdfBands *bands, float size, Groups *groups)
{
    g_autofree bool *starts = g_new0(bool, bands->length);
    size_t torn = 0;
    for (int i = 0; i < MAX_TRIALS; i++) {
        clear_groups(groups);
        group_by_gaps(region, bands, starts, size, groups);
        torn = find_torn(groups, size);
        size_t start = torn ? widest_gap(bands, &groups->items[torn - 1], size) : 0;
        if (start == 0 || starts[start])
            break;
        starts[start] = true;
    }
    return torn == 0;
}

/* The parts of a region that is crossed by horizontal gaps alone. Sorts the region by top. False if they
 * would tear columns. */
static bool find_parts(PdfRegion region, float size, PdfBands *parts)
{
    PdfBands bands = {0};
    Groups groups = {0};
    pdf_bands(region, &bands);
    bool is_clean = group_bands(region, &bands, size, &groups);
    join_plain_groups(&groups, parts);
    clear_groups(&groups);
    array_clear(&groups);
    array_clear(&bands);
    return is_clean;
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
 * such gap. */
static bool open_gap(PdfRegion region, float size, size_t most)
{
    PdfRegion body = {g_new(PdfItem, region.count), 0};
    PdfBands columns = {0};
    for (size_t i = 0; i < region.count; i++) {
        if (region.items[i].piece->size < HEADLINE * size)
            body.items[body.count++] = region.items[i];
    }
    pdf_columns(body, GUTTER * size, &columns);
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

static void cut(const Cutter *cutter, PdfRegion region, int depth)
{
    if (region.count == 0)
        return;
    if (region.count == 1 || depth > MAX_DEPTH) {
        add_leaf(cutter, region, NULL, PDF_FLOW);
        return;
    }
    float size = pdf_median_size(region);
    PdfBands parts = {0};
    pdf_columns(region, GUTTER * size, &parts);
    PdfReading reading = parts.length > 1 ? pdf_reading_of(region, &parts) : PDF_FLOW;
    size_t article = reading == PDF_COLUMNS ? find_article(region, size) : 0;
    if (article > 0) {
        cut_in_two(cutter, region, article, depth);
    } else if (reading == PDF_COLUMNS) {
        parts.length = 0;
        pdf_columns(region, GUTTER * size, &parts);
        cut_columns(cutter, region, &parts, size, depth);
    } else if (reading == PDF_ROWS || reading == PDF_GRID) {
        add_leaf(cutter, region, &parts, reading);
    } else if (parts.length > 1) {
        add_leaf(cutter, region, NULL, PDF_FLOW);
    } else {
        parts.length = 0;
        bool is_clean = find_parts(region, size, &parts);
        if ((parts.length < 2 || !is_clean) && open_gap(region, size, is_clean ? SIZE_MAX : FEW_HEADLINES))
            cut(cutter, region, depth + 1);
        else if (parts.length > 1)
            cut_parts(cutter, region, &parts, depth);
        else
            add_leaf(cutter, region, NULL, PDF_FLOW);
    }
    array_clear(&parts);
}

void pdf_layout(const PdfPage *page, uint32_t number, uint32_t *column, PdfLines *lines)
{
    PdfRegion region = {g_new(PdfItem, page->pieces.length + 1), page->pieces.length};
    for (size_t i = 0; i < region.count; i++)
        region.items[i] = pdf_item(&page->pieces.items[i]);
    cut(&(Cutter){number, column, lines}, region, 0);
    g_free(region.items);
}
