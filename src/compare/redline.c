/* redline.c - both texts as one, in an order that both agree with.
 *
 * The heaviest chain of linked units that keeps the order of both texts is shown in one place each. All other
 * units stand where their own text has them: those with one partner moved, the rest deleted and inserted. A
 * line end between two units goes and comes with the unit before it. */
#include "compare/chain.h"
#include "compare/comparison.h"

/* The change that shows a unit: in one place with its partner (is_inline), or as a move. */
typedef struct {
    size_t change; /* TIFA_NONE: deleted or inserted as a whole */
    bool is_inline;
} Showing;

typedef struct {
    const TifaComparison *comparison;
    Showing *before, *after; /* by unit */
    TifaStretches *stretches;
} Redline;

/* ---- What is shown where --------------------------------------------------------------------- */

/* The unit that starts at `place`. */
static uint32_t unit_at(const Side *side, uint32_t place)
{
    size_t low = 0, high = side->units.length;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (side->units.items[middle].span.start <= place)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* A linked pair of units, and its change. */
typedef struct {
    Pair pair;
    size_t change;
} Linked;

typedef ARRAY(Linked) LinkedUnits;

static int compare_linked(const void *left, const void *right)
{
    const Pair *a = &((const Linked *)left)->pair, *b = &((const Linked *)right)->pair;
    if (a->before != b->before)
        return a->before < b->before ? -1 : 1;
    return a->after < b->after ? -1 : a->after > b->after;
}

/* What keeps a pair in order: the bytes that both units have. What was moved gives way. */
static int32_t weigh(const TifaComparison *comparison, const TifaChange *change)
{
    bool is_moved = change->kind == TIFA_CHANGE_MOVED || change->kind == TIFA_CHANGE_MOVED_MODIFIED;
    int64_t bytes = 1;
    for (size_t i = 0; i < change->edits && !is_moved; i++) {
        const TifaEdit *edit = &comparison->edits.items[change->first_edit + i];
        if (edit->kind == TIFA_EDIT_EQUAL)
            bytes += edit->before.end - edit->before.start;
    }
    return (int32_t)MIN(bytes, INT32_MAX);
}

static void find_linked(const TifaComparison *comparison, LinkedUnits *linked)
{
    for (size_t i = 0; i < comparison->changes.length; i++) {
        const TifaChange *change = &comparison->changes.items[i];
        if (!change->old_label || !change->new_label)
            continue;
        Pair pair = {unit_at(&comparison->before, change->before.start),
                     unit_at(&comparison->after, change->after.start), weigh(comparison, change)};
        array_push(linked, ((Linked){pair, i}));
    }
    array_sort(linked, compare_linked);
}

static bool has_one_partner(const TifaChange *change)
{
    return change->kind != TIFA_CHANGE_SPLIT && change->kind != TIFA_CHANGE_MERGED;
}

/* The chain is shown in place, other units with one partner as moved. */
static void choose(Redline *redline)
{
    LinkedUnits linked = {0};
    Pairs chain = {0};
    find_linked(redline->comparison, &linked);
    for (size_t i = 0; i < linked.length; i++)
        array_push(&chain, linked.items[i].pair);
    chain_keep(&chain, redline->comparison->after.units.length);
    for (size_t i = 0, next = 0; i < linked.length; i++) {
        const Linked *link = &linked.items[i];
        bool is_inline = next < chain.length && chain.items[next].before == link->pair.before &&
                         chain.items[next].after == link->pair.after;
        next += is_inline;
        if (is_inline || has_one_partner(&redline->comparison->changes.items[link->change]))
            redline->before[link->pair.before] = redline->after[link->pair.after] =
                (Showing){link->change, is_inline};
    }
    array_clear(&chain);
    array_clear(&linked);
}

/* ---- Writing --------------------------------------------------------------------------------- */

/* Adds a stretch, or lengthens the last one by it. */
static void put(TifaStretches *stretches, TifaStretch stretch)
{
    TifaStretch *last = stretches->length > 0 ? &array_last(stretches) : NULL;
    if (stretch.span.start == stretch.span.end)
        return;
    if (last && last->kind == stretch.kind && last->move == stretch.move &&
        last->span.end == stretch.span.start)
        last->span.end = stretch.span.end;
    else
        array_push(stretches, stretch);
}

/* The line end behind a unit; empty behind the last. */
static TifaSpan line_end(const Side *side, size_t unit)
{
    uint32_t end = side->units.items[unit].span.end;
    return (TifaSpan){end, end + (unit + 1 < side->units.length)};
}

/* A unit that stands here in one of the two texts alone. */
static void put_lone(const Redline *redline, size_t unit, bool is_old)
{
    const TifaComparison *comparison = redline->comparison;
    const Side *side = is_old ? &comparison->before : &comparison->after;
    size_t move = is_old ? redline->before[unit].change : redline->after[unit].change;
    TifaStretchKind lone = is_old ? TIFA_STRETCH_DELETED : TIFA_STRETCH_INSERTED;
    TifaStretchKind moved = is_old ? TIFA_STRETCH_MOVED_FROM : TIFA_STRETCH_MOVED_TO;
    if (move == TIFA_NONE) {
        put(redline->stretches, (TifaStretch){lone, side->units.items[unit].span, TIFA_NONE});
        put(redline->stretches, (TifaStretch){lone, line_end(side, unit), TIFA_NONE});
        return;
    }
    const TifaChange *change = &comparison->changes.items[move];
    for (size_t i = change->first_edit; i < change->first_edit + change->edits; i++) {
        const TifaEdit *edit = &comparison->edits.items[i];
        put(redline->stretches, (TifaStretch){edit->kind == TIFA_EDIT_EQUAL ? moved : lone,
                                              is_old ? edit->before : edit->after, move});
    }
    put(redline->stretches, (TifaStretch){moved, line_end(side, unit), move});
}

/* Two linked units in one place. */
static void put_inline(const Redline *redline, size_t before, size_t after)
{
    const TifaComparison *comparison = redline->comparison;
    const TifaChange *change = &comparison->changes.items[redline->before[before].change];
    for (size_t i = change->first_edit; i < change->first_edit + change->edits; i++) {
        const TifaEdit *edit = &comparison->edits.items[i];
        if (edit->kind == TIFA_EDIT_EQUAL)
            put(redline->stretches, (TifaStretch){TIFA_STRETCH_SAME, edit->after, TIFA_NONE});
        else if (edit->kind == TIFA_EDIT_DELETE)
            put(redline->stretches, (TifaStretch){TIFA_STRETCH_DELETED, edit->before, TIFA_NONE});
        else
            put(redline->stretches, (TifaStretch){TIFA_STRETCH_INSERTED, edit->after, TIFA_NONE});
    }
    TifaSpan old_end = line_end(&comparison->before, before), new_end = line_end(&comparison->after, after);
    if (old_end.end > old_end.start && new_end.end > new_end.start) {
        put(redline->stretches, (TifaStretch){TIFA_STRETCH_SAME, new_end, TIFA_NONE});
    } else {
        put(redline->stretches, (TifaStretch){TIFA_STRETCH_DELETED, old_end, TIFA_NONE});
        put(redline->stretches, (TifaStretch){TIFA_STRETCH_INSERTED, new_end, TIFA_NONE});
    }
}

static void put_all(const Redline *redline)
{
    size_t before = 0, after = 0;
    size_t old_units = redline->comparison->before.units.length,
           new_units = redline->comparison->after.units.length;
    while (before < old_units || after < new_units) {
        for (; before < old_units && !redline->before[before].is_inline; before++)
            put_lone(redline, before, true);
        for (; after < new_units && !redline->after[after].is_inline; after++)
            put_lone(redline, after, false);
        if (before < old_units)
            put_inline(redline, before++, after++);
    }
}

/* ---- Line ends ------------------------------------------------------------------------------- */

static bool is_going(TifaStretchKind kind)
{
    return kind == TIFA_STRETCH_DELETED || kind == TIFA_STRETCH_MOVED_FROM;
}

static bool has_line_end(const TifaComparison *comparison, const TifaStretch *stretch, bool is_first)
{
    const char *text = is_going(stretch->kind) ? comparison->before.text : comparison->after.text;
    return text[is_first ? stretch->span.start : stretch->span.end - 1] == '\n';
}

/* What comes or goes between two line ends takes the second with it, not the first: so it is whole
 * paragraphs. */
static void slide_line_ends(const TifaComparison *comparison, TifaStretches *stretches)
{
    TifaStretches slid = {0}; /* from the last to the first */
    for (size_t i = stretches->length; i-- > 0;) {
        TifaStretch stretch = stretches->items[i];
        TifaStretch *next = slid.length > 0 ? &array_last(&slid) : NULL;
        bool slides = next && next->kind == TIFA_STRETCH_SAME && stretch.kind != TIFA_STRETCH_SAME &&
                      stretch.move == TIFA_NONE && has_line_end(comparison, &stretch, true) &&
                      has_line_end(comparison, next, true);
        if (slides) {
            TifaStretch line_end = *next;
            line_end.span.end = ++next->span.start;
            slid.length -= next->span.start == next->span.end;
            stretch.span.start++, stretch.span.end++;
            array_push(&slid, stretch);
            stretch = line_end;
        }
        array_push(&slid, stretch);
    }
    stretches->length = 0;
    for (size_t i = slid.length; i-- > 0;)
        put(stretches, slid.items[i]);
    array_clear(&slid);
}

/* How many stretches from `first` on come, or go, as `kind` does. */
static size_t count_alike(const TifaStretch *items, size_t first, size_t length, TifaStretchKind kind)
{
    size_t end = first;
    while (end < length && items[end].kind != TIFA_STRETCH_SAME &&
           is_going(items[end].kind) == is_going(kind))
        end++;
    return end - first;
}

/* Whether the stretch at `index` is one line end that stays, and what comes or goes before it does so behind
 * it, up to a line end. */
static bool parts_alike(const TifaComparison *comparison, const TifaStretches *stretches, size_t index,
                        size_t alike)
{
    const TifaStretch *items = stretches->items, *stretch = &items[index];
    return index > 0 && alike > 0 && stretch->kind == TIFA_STRETCH_SAME &&
           stretch->span.end - stretch->span.start == 1 && has_line_end(comparison, stretch, true) &&
           items[index - 1].move == TIFA_NONE && items[index - 1].kind == items[index + 1].kind &&
           has_line_end(comparison, &items[index + alike], false);
}

/* Where what comes or goes is parted by one line end that stays, the line end goes behind it: office programs
 * forget such a line end when they settle what is before and behind it. */
static void join_over_line_ends(const TifaComparison *comparison, TifaStretches *stretches)
{
    TifaStretches joined = {0};
    for (size_t i = 0; i < stretches->length; i++) {
        const TifaStretch *items = stretches->items;
        TifaStretch line_end = items[i];
        size_t alike = i > 0 ? count_alike(items, i + 1, stretches->length, items[i - 1].kind) : 0;
        if (!parts_alike(comparison, stretches, i, alike)) {
            put(&joined, items[i]);
            continue;
        }
        array_last(&joined).span.end++;
        for (size_t j = i + 1; j < i + alike; j++)
            put(&joined, items[j]);
        i += alike;
        TifaStretch last = items[i];
        last.span.end--;
        put(&joined, last);
        if (!is_going(last.kind))
            line_end.span = (TifaSpan){last.span.end, last.span.end + 1};
        put(&joined, line_end);
    }
    array_clear(stretches);
    *stretches = joined;
}

void tifa_comparison_redline(const TifaComparison *comparison, TifaStretches *stretches)
{
    size_t old_units = comparison->before.units.length, new_units = comparison->after.units.length;
    g_autofree Showing *before = g_new(Showing, old_units + 1);
    g_autofree Showing *after = g_new(Showing, new_units + 1);
    Redline redline = {comparison, before, after, stretches};
    for (size_t i = 0; i < old_units; i++)
        before[i] = (Showing){TIFA_NONE, false};
    for (size_t i = 0; i < new_units; i++)
        after[i] = (Showing){TIFA_NONE, false};
    choose(&redline);
    put_all(&redline);
    slide_line_ends(comparison, stretches);
    join_over_line_ends(comparison, stretches);
}
