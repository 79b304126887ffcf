#include "extract/pdf_group.h"

/* So many times the usual distance sets a line apart from the columns above. */
#define FAR_TAIL 1.6F
/* Bands closer than that share of the font size are lines of one text. */
#define TORN 1.2F
/* So often bands are grouped anew. */
#define MAX_TRIALS 8

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
    PdfRegion copy = pdf_copy(part);
    pdf_columns(copy, gap, columns);
    g_free(copy.items);
}

/* Adds what one band covers to what those left of it cover. */
static void cover(PdfBands *covered, const PdfBand *next, float gap)
{
    if (covered->length > 0 && next->left < array_last(covered).right + gap)
        array_last(covered).right = MAX(array_last(covered).right, next->right);
    else
        array_push(covered, *next);
}

/* Whether gaps between columns stay open when what `more` covers is added; it is then added. */
static bool add_columns(PdfBands *columns, const PdfBands *more, float gap)
{
    PdfBands both = {0};
    size_t i = 0, j = 0;
    while (i < columns->length || j < more->length) {
        if (j == more->length || (i < columns->length && columns->items[i].left <= more->items[j].left))
            cover(&both, &columns->items[i++], gap);
        else
            cover(&both, &more->items[j++], gap);
    }
    bool stays_open = both.length > 1;
    if (stays_open) {
        PdfBands old = *columns;
        *columns = both;
        both = old;
    }
    array_clear(&both);
    return stays_open;
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
        !add_columns(&group->columns, columns, PDF_GUTTER * size))
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
            !add_columns(&group->columns, &above->columns, PDF_GUTTER * size))
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
        find_columns(region, band, PDF_GUTTER * size, &columns);
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

bool pdf_parts(PdfRegion region, float size, PdfBands *parts)
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
