/* meaning.c - what the changes between two texts mean: which duties, numbers, times, agencies and concepts
 * came, went, or became others. */
#include "compare/comparison.h"
#include "compare/demands.h"

#include <string.h>

/* A demand that a changed place touches, and the number of that place in its change. */
typedef struct {
    Demand demand;
    size_t place;
    bool is_used;
} Touched;

typedef struct {
    Touched *items;
    size_t length, capacity;
} TouchedDemands;

/* One change being weighed. */
typedef struct {
    const TifaComparison *comparison;
    size_t index;
    const TifaChange *change;
    TouchedDemands before, after;
    TifaMeanings *meanings;
} Weighing;

/* ---- Touched demands ------------------------------------------------------------------------------------
 */

static bool overlaps(TifaSpan a, TifaSpan b)
{
    return a.start < b.end && b.start < a.end;
}

/* Whether a step is a change of its own: not equal, no label, nothing that another change shows, no mere
 * print. */
static bool is_own_change(const TifaEdit *edit)
{
    return edit->kind != TIFA_EDIT_EQUAL && edit->flags == 0;
}

/* Adds the demands, which are in order, that the steps of a change touch. */
static void add_touched(const Weighing *weighing, const Demands *demands, bool is_before,
                        TouchedDemands *touched)
{
    const TifaEdit *edits = weighing->comparison->edits.items + weighing->change->first_edit;
    size_t place = 0, next = 0;
    for (size_t i = 0; i < weighing->change->edits; i++) {
        TifaSpan edit = is_before ? edits[i].before : edits[i].after;
        place += edits[i].kind == TIFA_EDIT_EQUAL;
        if (!is_own_change(&edits[i]))
            continue;
        while (next < demands->length && demands->items[next].span.end <= edit.start)
            next++;
        for (; next < demands->length && overlaps(demands->items[next].span, edit); next++)
            array_push(touched, ((Touched){demands->items[next], place, false}));
    }
}

static void find_touched(const Weighing *weighing, bool is_before, TouchedDemands *touched)
{
    const TifaChange *change = weighing->change;
    Demands demands = {0};
    if (is_before)
        demands_find(weighing->comparison->before.text, (TifaSpan){change->before_body, change->before.end},
                     &demands);
    else
        demands_find(weighing->comparison->after.text, (TifaSpan){change->after_body, change->after.end},
                     &demands);
    add_touched(weighing, &demands, is_before, touched);
    array_clear(&demands);
}

/* ---- Pairs ----------------------------------------------------------------------------------- */

static bool same_words(const Weighing *weighing, TifaSpan before, TifaSpan after)
{
    size_t length = before.end - before.start;
    return length == after.end - after.start &&
           memcmp(weighing->comparison->before.text + before.start,
                  weighing->comparison->after.text + after.start, length) == 0;
}

static TifaShift shift_of(const Weighing *weighing, const Demand *before, const Demand *after)
{
    if (before->kind == TIFA_MEANING_DUTY && before->duty_class == after->duty_class)
        return before->force < after->force ? TIFA_SHIFT_STRENGTHENED : TIFA_SHIFT_WEAKENED;
    bool is_quantity = before->kind == TIFA_MEANING_NUMBER || before->kind == TIFA_MEANING_DEADLINE;
    if (is_quantity && same_words(weighing, before->unit, after->unit) && before->value != after->value)
        return before->value < after->value ? TIFA_SHIFT_RAISED : TIFA_SHIFT_LOWERED;
    return TIFA_SHIFT_REPLACED;
}

/* Whether a demand, which may be NULL, has the words of a span, which may be empty. */
static bool same_text(const char *text, TifaSpan span, const Demand *demand)
{
    TifaSpan own = demand ? demand->span : (TifaSpan){0, 0};
    return span.end - span.start == own.end - own.start &&
           memcmp(text + span.start, text + own.start, own.end - own.start) == 0;
}

/* Whether the same agency has already been told to have become the same other in this change. */
static bool is_repeated(const Weighing *weighing, const Demand *before, const Demand *after)
{
    const TifaMeanings *meanings = weighing->meanings;
    const char *old_text = weighing->comparison->before.text, *new_text = weighing->comparison->after.text;
    for (size_t i = meanings->length; i-- > 0 && meanings->items[i].change == weighing->index;) {
        const TifaMeaning *meaning = &meanings->items[i];
        if (meaning->kind == TIFA_MEANING_AGENCY && same_text(old_text, meaning->before, before) &&
            same_text(new_text, meaning->after, after))
            return true;
    }
    return false;
}

/* The sentence of the other side that most of `quote` has become; empty if less than a third of it did. */
static TifaSpan other_sentence(const Weighing *weighing, TifaSpan quote, bool is_before)
{
    const TifaComparison *comparison = weighing->comparison;
    TifaSpan best = {0, 0};
    uint32_t most = (quote.end - quote.start) / 3;
    for (size_t i = 0; i < weighing->change->edits; i++) {
        const TifaEdit *edit = &comparison->edits.items[weighing->change->first_edit + i];
        TifaSpan own = is_before ? edit->before : edit->after, other = is_before ? edit->after : edit->before;
        uint32_t start = MAX(own.start, quote.start), end = MIN(own.end, quote.end);
        if (edit->kind != TIFA_EDIT_EQUAL || end <= start || end - start <= most)
            continue;
        most = end - start;
        best = (TifaSpan){other.start + (start - own.start), other.start + (end - own.start)};
    }
    TifaSpan whole = is_before ? weighing->change->after : weighing->change->before;
    const char *text = is_before ? comparison->after.text : comparison->before.text;
    return best.end ? demands_sentence(text, whole, (TifaSpan){best.start, best.start}) : best;
}

static void add_meaning(const Weighing *weighing, const Demand *before, const Demand *after, TifaShift shift)
{
    const Demand *shown = after ? after : before;
    g_assert(shown);
    if (shown->kind == TIFA_MEANING_AGENCY && is_repeated(weighing, before, after))
        return;
    TifaMeaning meaning = {.kind = shown->kind,
                           .shift = shift,
                           .change = weighing->index,
                           .duty = shown->duty,
                           .actor = shown->actor,
                           .object = shown->object};
    if (before) {
        meaning.before = before->span;
        meaning.before_quote =
            demands_sentence(weighing->comparison->before.text, weighing->change->before, before->span);
    }
    if (after) {
        meaning.after = after->span;
        meaning.after_quote =
            demands_sentence(weighing->comparison->after.text, weighing->change->after, after->span);
    }
    if (!before)
        meaning.before_quote = other_sentence(weighing, meaning.after_quote, false);
    if (!after)
        meaning.after_quote = other_sentence(weighing, meaning.before_quote, true);
    array_push(weighing->meanings, meaning);
}

/* How many demands of the kind stand in a changed place of one side. */
static size_t count_in_place(const TouchedDemands *touched, size_t place, TifaMeaningKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < touched->length; i++)
        count += touched->items[i].place == place && touched->items[i].demand.kind == kind;
    return count;
}

/* Whether one demand can have become the other: quantities are limits of one sort, and where several demands
 * meet, they say that they are about the same: the same unit, the same who. */
static bool can_become(const Weighing *weighing, const Touched *before, const Touched *after)
{
    const Demand *old = &before->demand, *new = &after->demand;
    bool are_alone = count_in_place(&weighing->before, before->place, old->kind) == 1 &&
                     count_in_place(&weighing->after, after->place, new->kind) == 1;
    if (old->is_least != new->is_least || old->is_most != new->is_most)
        return false;
    if (are_alone || old->kind == TIFA_MEANING_AGENCY)
        return true;
    return old->kind == TIFA_MEANING_DUTY ? same_words(weighing, old->actor, new->actor)
                                          : same_words(weighing, old->unit, new->unit);
}

/* The first unused demand of the kind in the same changed place that is `touched` again, or that it can have
 * become. */
static Touched *find_partner(Weighing *weighing, const Touched *touched, bool with_same_words)
{
    for (size_t i = 0; i < weighing->after.length; i++) {
        Touched *other = &weighing->after.items[i];
        if (!other->is_used && other->place == touched->place && other->demand.kind == touched->demand.kind &&
            same_words(weighing, touched->demand.span, other->demand.span) == with_same_words &&
            (with_same_words || can_become(weighing, touched, other)))
            return other;
    }
    return NULL;
}

/* Demands that stand on both sides of a changed place have not changed. */
static void pair_same(Weighing *weighing)
{
    for (size_t i = 0; i < weighing->before.length; i++) {
        Touched *other = find_partner(weighing, &weighing->before.items[i], true);
        if (other)
            other->is_used = weighing->before.items[i].is_used = true;
    }
}

/* An agency named on one side only tells something if the other unit does not name it at all. */
static bool is_told(const Weighing *weighing, const Demand *demand, bool is_before)
{
    const TifaComparison *comparison = weighing->comparison;
    TifaSpan other = is_before ? weighing->change->after : weighing->change->before;
    if (demand->kind != TIFA_MEANING_AGENCY)
        return true;
    const char *name = (is_before ? comparison->before.text : comparison->after.text) + demand->span.start;
    const char *text = (is_before ? comparison->after.text : comparison->before.text) + other.start;
    return other.end > other.start &&
           !memmem(text, other.end - other.start, name, demand->span.end - demand->span.start);
}

static void pair_others(Weighing *weighing)
{
    for (size_t i = 0; i < weighing->before.length; i++) {
        Touched *touched = &weighing->before.items[i];
        if (touched->is_used)
            continue;
        Touched *other = find_partner(weighing, touched, false);
        if (other) {
            other->is_used = true;
            add_meaning(weighing, &touched->demand, &other->demand,
                        shift_of(weighing, &touched->demand, &other->demand));
        } else if (is_told(weighing, &touched->demand, true)) {
            add_meaning(weighing, &touched->demand, NULL, TIFA_SHIFT_DROPPED);
        }
    }
    for (size_t i = 0; i < weighing->after.length; i++)
        if (!weighing->after.items[i].is_used && is_told(weighing, &weighing->after.items[i].demand, false))
            add_meaning(weighing, NULL, &weighing->after.items[i].demand, TIFA_SHIFT_ADDED);
}

/* ---- Concepts -------------------------------------------------------------------------------- */

/* The first tag that starts at `place` or behind it. */
static size_t first_tag(const TifaTags *tags, uint32_t place)
{
    size_t low = 0, high = tags->length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (tags->items[middle].span.start < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_concept(const TifaTags *tags, TifaSpan span, uint32_t concept, size_t before)
{
    for (size_t i = first_tag(tags, span.start); i < before && tags->items[i].span.start < span.end; i++)
        if (tags->items[i].concept == concept)
            return true;
    return false;
}

/* Adds a concept for its first tag in a unit if the other unit has none. */
static void add_concepts(Weighing *weighing, const TifaTags *own, TifaSpan span, const TifaTags *other,
                         TifaSpan other_span, bool is_before)
{
    for (size_t i = first_tag(own, span.start); i < own->length && own->items[i].span.start < span.end; i++) {
        const TifaTag *tag = &own->items[i];
        if (has_concept(own, span, tag->concept, i) ||
            has_concept(other, other_span, tag->concept, other->length))
            continue;
        Demand demand = {.kind = TIFA_MEANING_CONCEPT, .span = tag->span};
        add_meaning(weighing, is_before ? &demand : NULL, is_before ? NULL : &demand,
                    is_before ? TIFA_SHIFT_DROPPED : TIFA_SHIFT_ADDED);
        array_last(weighing->meanings).concept = tag->concept;
    }
}

/* A concept dropped by one change and added by another was moved: the second gets both places, the first
 * goes. */
static void join_moved_concepts(TifaMeanings *meanings, size_t first)
{
    g_autoptr(GHashTable) dropped = g_hash_table_new(NULL, NULL); /* of index + 1 by concept */
    for (size_t i = first; i < meanings->length; i++) {
        const TifaMeaning *meaning = &meanings->items[i];
        if (meaning->kind == TIFA_MEANING_CONCEPT && meaning->shift == TIFA_SHIFT_DROPPED)
            g_hash_table_insert(dropped, GUINT_TO_POINTER(meaning->concept), GSIZE_TO_POINTER(i + 1));
    }
    for (size_t i = first; i < meanings->length; i++) {
        TifaMeaning *meaning = &meanings->items[i];
        if (meaning->kind != TIFA_MEANING_CONCEPT || meaning->shift != TIFA_SHIFT_ADDED)
            continue;
        size_t from = GPOINTER_TO_SIZE(g_hash_table_lookup(dropped, GUINT_TO_POINTER(meaning->concept)));
        if (from == 0)
            continue;
        meaning->shift = TIFA_SHIFT_MOVED;
        meaning->before = meanings->items[from - 1].before;
        meaning->before_quote = meanings->items[from - 1].before_quote;
        meanings->items[from - 1].shift = TIFA_SHIFT_MOVED;
        g_hash_table_remove(dropped, GUINT_TO_POINTER(meaning->concept));
    }
}

static GHashTable *concepts_of(const TifaTags *tags)
{
    GHashTable *concepts = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < tags->length; i++)
        g_hash_table_add(concepts, GUINT_TO_POINTER(tags->items[i].concept));
    return concepts;
}

/* Keeps of concepts those moved, told with their second half, and the first place of those that the other
 * text has nowhere. */
static void keep_telling_concepts(TifaMeanings *meanings, size_t first, const TifaTags *before_tags,
                                  const TifaTags *after_tags)
{
    g_autoptr(GHashTable) before = concepts_of(before_tags);
    g_autoptr(GHashTable) after = concepts_of(after_tags);
    size_t kept = first;
    for (size_t i = first; i < meanings->length; i++) {
        const TifaMeaning *meaning = &meanings->items[i];
        GHashTable *other = meaning->shift == TIFA_SHIFT_ADDED ? before : after;
        bool is_kept = meaning->shift != TIFA_SHIFT_MOVED || meaning->after.end > 0;
        if (meaning->kind == TIFA_MEANING_CONCEPT && meaning->shift != TIFA_SHIFT_MOVED)
            is_kept = g_hash_table_add(other, GUINT_TO_POINTER(meaning->concept));
        if (is_kept)
            meanings->items[kept++] = *meaning;
    }
    meanings->length = kept;
}

/* ---- What only went to another place --------------------------------------------------------- */

enum { SHORTEST_CLAUSE = 24 }; /* bytes */

/* The clause of a one-sided meaning, of a duty from its word on; NULL if it is too short to be known again.
 * Free with g_free(). */
static char *clause_of(const TifaComparison *comparison, const TifaMeaning *meaning)
{
    bool is_old = meaning->after.end == 0;
    const char *text = is_old ? comparison->before.text : comparison->after.text;
    TifaSpan words = is_old ? meaning->before : meaning->after;
    TifaSpan clause = demands_clause(text, is_old ? meaning->before_quote : meaning->after_quote, words);
    if (meaning->kind == TIFA_MEANING_DUTY)
        clause.start = words.start;
    return clause.end - clause.start < SHORTEST_CLAUSE
               ? NULL
               : g_strdup_printf("%d %.*s", meaning->kind, (int)(clause.end - clause.start),
                                 text + clause.start);
}

/* Takes out what one change dropped and another added in the same clause. */
static void cancel_transfers(const TifaComparison *comparison, TifaMeanings *meanings, size_t first)
{
    g_autoptr(GHashTable) dropped =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL); /* index + 1 */
    g_autofree bool *is_out = g_new0(bool, meanings->length + 1);
    for (int is_added = 0; is_added <= 1; is_added++)
        for (size_t i = first; i < meanings->length; i++) {
            const TifaMeaning *meaning = &meanings->items[i];
            bool is_wanted = meaning->shift == (is_added ? TIFA_SHIFT_ADDED : TIFA_SHIFT_DROPPED);
            char *clause =
                is_wanted && meaning->kind != TIFA_MEANING_CONCEPT ? clause_of(comparison, meaning) : NULL;
            if (clause && !is_added) {
                g_hash_table_replace(dropped, clause, GSIZE_TO_POINTER(i + 1));
                continue;
            }
            size_t partner = clause ? GPOINTER_TO_SIZE(g_hash_table_lookup(dropped, clause)) : 0;
            if (partner)
                is_out[i] = is_out[partner - 1] = g_hash_table_remove(dropped, clause);
            g_free(clause);
        }
    size_t kept = first;
    for (size_t i = first; i < meanings->length; i++)
        if (!is_out[i])
            meanings->items[kept++] = meanings->items[i];
    meanings->length = kept;
}

/* ---- All changes ----------------------------------------------------------------------------- */

/* Of a law only the articles bind. */
static bool has_meaning(const TifaComparison *comparison, const TifaChange *change)
{
    if (comparison->by_articles && change->unit != TIFA_UNIT_ARTICLE)
        return false;
    return change->subtype == TIFA_SUBTYPE_SUBSTANTIVE || change->kind == TIFA_CHANGE_ADDED ||
           change->kind == TIFA_CHANGE_DELETED;
}

void tifa_comparison_meanings(const TifaComparison *comparison, const TifaTags *before_tags,
                              const TifaTags *after_tags, TifaMeanings *meanings)
{
    static const TifaTags no_tags = {0};
    before_tags = before_tags ? before_tags : &no_tags;
    after_tags = after_tags ? after_tags : &no_tags;
    size_t first = meanings->length;
    for (size_t i = 0; i < comparison->changes.length; i++) {
        const TifaChange *change = &comparison->changes.items[i];
        Weighing weighing = {.comparison = comparison, .index = i, .change = change, .meanings = meanings};
        if (!has_meaning(comparison, change))
            continue;
        find_touched(&weighing, true, &weighing.before);
        find_touched(&weighing, false, &weighing.after);
        pair_same(&weighing);
        pair_others(&weighing);
        add_concepts(&weighing, before_tags, change->before, after_tags, change->after, true);
        add_concepts(&weighing, after_tags, change->after, before_tags, change->before, false);
        array_clear(&weighing.before);
        array_clear(&weighing.after);
    }
    join_moved_concepts(meanings, first);
    keep_telling_concepts(meanings, first, before_tags, after_tags);
    cancel_transfers(comparison, meanings, first);
}

const char *tifa_meaning_kind_name(TifaMeaningKind kind)
{
    static const char *const names[] = {"duty", "number", "deadline", "agency", "concept"};
    return kind <= TIFA_MEANING_CONCEPT ? names[kind] : NULL;
}

const char *tifa_duty_kind_name(TifaDutyKind kind)
{
    static const char *const names[] = {"obligation", "permission", "encouragement", "prohibition"};
    return kind <= TIFA_DUTY_PROHIBITION ? names[kind] : NULL;
}

const char *tifa_shift_name(TifaShift shift)
{
    static const char *const names[] = {"added",  "dropped", "strengthened", "weakened",
                                        "raised", "lowered", "replaced",     "moved"};
    return shift <= TIFA_SHIFT_MOVED ? names[shift] : NULL;
}
