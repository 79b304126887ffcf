/* compare.c - from two documents to the changes between them.
 *
 * Units and words are matched in one fixed order of the two texts, whichever is the old one, so that the
 * comparison the other way round is the mirror image by construction. */
#include "base/error.h"
#include "compare/comparison.h"
#include "compare/pieces.h"

#include <string.h>

/* One comparison being made. */
typedef struct {
    TifaComparison *comparison;
    Links links;
    WordTable *table;
    uint32_t *before_degree, *after_degree; /* links of each unit */
    uint32_t *before_owners, *after_owners; /* of each sentence: the link that shows it */
    bool is_turned;                         /* the fixed order is new text, old text */
} Work;

/* ---- Changes --------------------------------------------------------------------------------- */

static void classify(const Work *work, const Link *link, const UnitPair *pair, TifaChange *change)
{
    bool is_split = work->before_degree[link->before] > 1, is_merged = work->after_degree[link->after] > 1;
    change->subtype = units_difference(pair);
    bool is_same = change->subtype == TIFA_SUBTYPE_NONE;
    if (is_split || is_merged) {
        change->kind = is_split ? TIFA_CHANGE_SPLIT : TIFA_CHANGE_MERGED;
        change->subtype = TIFA_SUBTYPE_SUBSTANTIVE;
    } else if (link->is_moved) {
        change->kind = is_same ? TIFA_CHANGE_MOVED : TIFA_CHANGE_MOVED_MODIFIED;
    } else if (!is_same) {
        change->kind = TIFA_CHANGE_MODIFIED;
    } else {
        change->kind = units_renumbered(pair) ? TIFA_CHANGE_RENUMBERED : TIFA_CHANGE_UNCHANGED;
    }
}

/* Adds the change from one unit to the other, one of which may be NULL, with its steps. */
static void add_change(Work *work, const ScriptInput *input, TifaChange change)
{
    TifaComparison *comparison = work->comparison;
    const Unit *before = input->units.before, *after = input->units.after;
    if (before) {
        change.unit = before->kind;
        change.before = before->span;
        change.before_body = before->body;
        change.old_label = before->label;
    }
    if (after) {
        change.unit = after->kind;
        change.after = after->span;
        change.after_body = after->body;
        change.new_label = after->label;
    }
    change.first_edit = comparison->edits.length;
    script_write(work->table, input, &comparison->edits);
    change.edits = comparison->edits.length - change.first_edit;
    array_push(&comparison->changes, change);
}

static ScriptInput script_input(const Work *work, const Unit *before, const Unit *after)
{
    UnitPair pair = {&work->comparison->before, &work->comparison->after, before, after};
    return (ScriptInput){.units = pair, .is_turned = work->is_turned};
}

/* The sentences of a unit that another of its links shows. */
static void find_elsewhere(const Side *side, const Unit *unit, const uint32_t *owners, size_t link,
                           Places *places)
{
    places->length = 0;
    for (size_t i = unit->first_piece; i < unit->first_piece + unit->pieces; i++)
        if (owners[i] != link)
            array_push(places, side->pieces.items[i].span);
}

static void add_linked_units(Work *work)
{
    const Side *before = &work->comparison->before, *after = &work->comparison->after;
    Places before_elsewhere = {0}, after_elsewhere = {0};
    for (size_t i = 0; i < work->links.length; i++) {
        const Link *link = &work->links.items[i];
        ScriptInput input =
            script_input(work, &before->units.items[link->before], &after->units.items[link->after]);
        TifaChange change = {.likeness = (double)link->likeness / LIKENESS_ONE,
                             .is_primary = link->is_primary};
        classify(work, link, &input.units, &change);
        if (work->before_degree[link->before] > 1) {
            find_elsewhere(before, input.units.before, work->before_owners, i, &before_elsewhere);
            input.before_elsewhere = &before_elsewhere;
        }
        if (work->after_degree[link->after] > 1) {
            find_elsewhere(after, input.units.after, work->after_owners, i, &after_elsewhere);
            input.after_elsewhere = &after_elsewhere;
        }
        add_change(work, &input, change);
    }
    array_clear(&before_elsewhere);
    array_clear(&after_elsewhere);
}

static void add_lone_units(Work *work)
{
    const Side *before = &work->comparison->before, *after = &work->comparison->after;
    for (size_t i = 0; i < before->units.length; i++) {
        ScriptInput input = script_input(work, &before->units.items[i], NULL);
        if (work->before_degree[i] == 0)
            add_change(work, &input, (TifaChange){.kind = TIFA_CHANGE_DELETED, .is_primary = true});
    }
    for (size_t i = 0; i < after->units.length; i++) {
        ScriptInput input = script_input(work, NULL, &after->units.items[i]);
        if (work->after_degree[i] == 0)
            add_change(work, &input, (TifaChange){.kind = TIFA_CHANGE_ADDED, .is_primary = true});
    }
}

static void make_changes(Work *work)
{
    g_autofree uint32_t *before = g_new0(uint32_t, work->comparison->before.units.length + 1);
    g_autofree uint32_t *after = g_new0(uint32_t, work->comparison->after.units.length + 1);
    for (size_t i = 0; i < work->links.length; i++) {
        before[work->links.items[i].before]++;
        after[work->links.items[i].after]++;
    }
    work->before_degree = before;
    work->after_degree = after;
    add_linked_units(work);
    add_lone_units(work);
}

/* ---- The order of changes -------------------------------------------------------------------- */

/* Where a change stands: by its place in the new text, a deleted unit behind the place of the one before it.
 */
typedef struct {
    uint32_t after, is_deleted, before;
    TifaChange change;
} Ordered;

static int compare_order(const void *left, const void *right)
{
    const Ordered *a = left, *b = right;
    if (a->after != b->after)
        return a->after < b->after ? -1 : 1;
    if (a->is_deleted != b->is_deleted)
        return a->is_deleted ? 1 : -1;
    return a->before < b->before ? -1 : a->before > b->before;
}

static int compare_edges(const void *left, const void *right)
{
    const TifaSpan *a = left, *b = right;
    return a->start < b->start ? -1 : a->start > b->start;
}

/* For each unit of the old text that kept its place: where it starts, and where its partner does. */
static TifaSpan *find_kept_places(const TifaComparison *comparison, size_t *count)
{
    TifaSpan *places = g_new(TifaSpan, comparison->changes.length + 1);
    *count = 0;
    for (size_t i = 0; i < comparison->changes.length; i++) {
        const TifaChange *change = &comparison->changes.items[i];
        bool has_both = change->old_label && change->new_label;
        bool is_moved = change->kind == TIFA_CHANGE_MOVED || change->kind == TIFA_CHANGE_MOVED_MODIFIED;
        if (has_both && change->is_primary && !is_moved)
            places[(*count)++] = (TifaSpan){change->before.start, change->after.start};
    }
    qsort(places, *count, sizeof *places, compare_edges);
    return places;
}

/* The place in the new text of the last kept unit before `start` of the old. */
static uint32_t place_before(const TifaSpan *places, size_t count, uint32_t start)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (places[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? places[low - 1].end : 0;
}

static void order_changes(TifaComparison *comparison)
{
    size_t count;
    g_autofree TifaSpan *places = find_kept_places(comparison, &count);
    g_autofree Ordered *ordered = g_new(Ordered, comparison->changes.length + 1);
    for (size_t i = 0; i < comparison->changes.length; i++) {
        TifaChange *change = &comparison->changes.items[i];
        bool is_deleted = !change->new_label;
        uint32_t after = is_deleted ? place_before(places, count, change->before.start) : change->after.start;
        ordered[i] = (Ordered){after, is_deleted, change->before.start, *change};
    }
    qsort(ordered, comparison->changes.length, sizeof *ordered, compare_order);
    for (size_t i = 0; i < comparison->changes.length; i++)
        comparison->changes.items[i] = ordered[i].change;
}

/* ---- The public functions -------------------------------------------------------------------- */

/* Whether the fixed order has the new text first: the order of the bytes. */
static bool is_turned(const TifaDocument *before, const TifaDocument *after)
{
    return strcmp(tifa_document_text(before, NULL), tifa_document_text(after, NULL)) > 0;
}

static void link_units(Work *work)
{
    Texts texts;
    const Side *before = &work->comparison->before, *after = &work->comparison->after;
    if (work->is_turned)
        texts_fill(&texts, after, before);
    else
        texts_fill(&texts, before, after);
    align_units(&texts, &work->links);
    pieces_assign(&texts, &work->links, work->is_turned ? work->after_owners : work->before_owners,
                  work->is_turned ? work->before_owners : work->after_owners);
    texts_clear(&texts);
    for (size_t i = 0; i < work->links.length && work->is_turned; i++) {
        Link *link = &work->links.items[i];
        *link = (Link){link->after, link->before, link->likeness, link->is_primary, link->is_moved};
    }
}

TifaComparison *tifa_compare(const TifaDocument *before, const TifaDocument *after,
                             const TifaCompareOptions *options, GError **error)
{
    if (tifa_document_blocks(before)->length == 0 || tifa_document_blocks(after)->length == 0) {
        bool is_old = tifa_document_blocks(before)->length == 0;
        fail(error, TIFA_ERROR_INPUT, "comparison: the %s document has no text", is_old ? "old" : "new");
        return NULL;
    }
    TifaComparison *comparison = g_new0(TifaComparison, 1);
    comparison->by_articles = side_has_articles(before) && side_has_articles(after);
    side_fill(&comparison->before, before, comparison->by_articles);
    side_fill(&comparison->after, after, comparison->by_articles);
    Work work = {.comparison = comparison, .is_turned = is_turned(before, after)};
    g_autofree uint32_t *before_owners = g_new0(uint32_t, comparison->before.pieces.length + 1);
    g_autofree uint32_t *after_owners = g_new0(uint32_t, comparison->after.pieces.length + 1);
    work.before_owners = before_owners;
    work.after_owners = after_owners;
    link_units(&work);
    work.table = word_table_new(options ? options->cutter : NULL);
    make_changes(&work);
    order_changes(comparison);
    word_table_free(work.table);
    array_clear(&work.links);
    return comparison;
}

void tifa_comparison_free(TifaComparison *comparison)
{
    if (!comparison)
        return;
    side_clear(&comparison->before);
    side_clear(&comparison->after);
    array_clear(&comparison->changes);
    array_clear(&comparison->edits);
    g_free(comparison);
}

const TifaChange *tifa_comparison_changes(const TifaComparison *comparison, size_t *count)
{
    *count = comparison->changes.length;
    return comparison->changes.items;
}

const TifaEdit *tifa_comparison_edits(const TifaComparison *comparison, size_t *count)
{
    *count = comparison->edits.length;
    return comparison->edits.items;
}

/* ---- Figures and names ----------------------------------------------------------------------- */

/* Counted with every unit's main partner only. */
static double shared_text(const TifaComparison *comparison)
{
    size_t same = 0, all = 0;
    for (size_t i = 0; i < comparison->changes.length; i++) {
        const TifaChange *change = &comparison->changes.items[i];
        all += change->is_primary
                   ? change->before.end - change->before.start + change->after.end - change->after.start
                   : 0;
        for (size_t j = 0; j < change->edits && change->is_primary; j++) {
            const TifaEdit *edit = &comparison->edits.items[change->first_edit + j];
            if (edit->kind == TIFA_EDIT_EQUAL)
                same += 2 * (size_t)(edit->before.end - edit->before.start);
        }
    }
    return all > 0 ? (double)same / (double)all : 0;
}

TifaComparisonSummary tifa_comparison_summary(const TifaComparison *comparison)
{
    static const double least_shared = 0.1;
    TifaComparisonSummary summary = {0};
    for (size_t i = 0; i < comparison->changes.length; i++) {
        const TifaChange *change = &comparison->changes.items[i];
        if (comparison->by_articles && change->unit != TIFA_UNIT_ARTICLE)
            continue;
        summary.kinds[change->kind]++;
        summary.subtypes[change->subtype]++;
    }
    summary.shared = shared_text(comparison);
    summary.is_related = summary.shared >= least_shared;
    return summary;
}

const char *tifa_change_kind_name(TifaChangeKind kind)
{
    static const char *const names[] = {"unchanged", "renumbered", "modified", "moved",  "moved+modified",
                                        "split",     "merged",     "added",    "deleted"};
    return kind < TIFA_CHANGE_COUNT ? names[kind] : NULL;
}

const char *tifa_change_subtype_name(TifaChangeSubtype subtype)
{
    static const char *const names[] = {NULL, "substantive", "crossref-only", "typographic-only",
                                        "note-only"};
    return subtype < TIFA_SUBTYPE_COUNT ? names[subtype] : NULL;
}

const char *tifa_unit_kind_name(TifaUnitKind kind)
{
    static const char *const names[] = {"article", "heading", "paragraph"};
    return kind <= TIFA_UNIT_PARAGRAPH ? names[kind] : NULL;
}

const char *tifa_change_kind_modification(TifaChangeKind kind)
{
    static const char *const names[] = {NULL,    "renumbering", "substitution", "replacement", "replacement",
                                        "split", "join",        "insertion",    "repeal"};
    return kind < TIFA_CHANGE_COUNT ? names[kind] : NULL;
}
