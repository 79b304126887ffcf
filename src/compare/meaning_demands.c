/* meaning_demands.c - which demands a change added, dropped, or made into others. */
#include "compare/meaning_parts.h"

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

/* The demands of both sides that one change touches. */
typedef struct {
    const Weighing *weighing;
    TouchedDemands before, after;
} Meeting;

/* ---- Touched demands ------------------------------------------------------------------------- */

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
    const TifaComparison *comparison = weighing->comparison;
    Demands demands = {0};
    if (is_before)
        demands_find(comparison->before.text, (TifaSpan){change->before_body, change->before.end}, &demands);
    else
        demands_find(comparison->after.text, (TifaSpan){change->after_body, change->after.end}, &demands);
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
static bool can_become(const Meeting *meeting, const Touched *before, const Touched *after)
{
    const Demand *old = &before->demand, *new = &after->demand;
    bool are_alone = count_in_place(&meeting->before, before->place, old->kind) == 1 &&
                     count_in_place(&meeting->after, after->place, new->kind) == 1;
    if (old->is_least != new->is_least || old->is_most != new->is_most)
        return false;
    if (are_alone || old->kind == TIFA_MEANING_AGENCY)
        return true;
    return old->kind == TIFA_MEANING_DUTY ? same_words(meeting->weighing, old->actor, new->actor)
                                          : same_words(meeting->weighing, old->unit, new->unit);
}

/* The first unused demand of the kind in the same changed place that is `touched` again, or that it can have
 * become. */
static Touched *find_partner(const Meeting *meeting, const Touched *touched, bool with_same_words)
{
    for (size_t i = 0; i < meeting->after.length; i++) {
        Touched *other = &meeting->after.items[i];
        if (!other->is_used && other->place == touched->place && other->demand.kind == touched->demand.kind &&
            same_words(meeting->weighing, touched->demand.span, other->demand.span) == with_same_words &&
            (with_same_words || can_become(meeting, touched, other)))
            return other;
    }
    return NULL;
}

/* Demands that stand on both sides of a changed place have not changed. */
static void pair_same(Meeting *meeting)
{
    for (size_t i = 0; i < meeting->before.length; i++) {
        Touched *other = find_partner(meeting, &meeting->before.items[i], true);
        if (other)
            other->is_used = meeting->before.items[i].is_used = true;
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

static void pair_others(Meeting *meeting)
{
    const Weighing *weighing = meeting->weighing;
    for (size_t i = 0; i < meeting->before.length; i++) {
        const Touched *touched = &meeting->before.items[i];
        if (touched->is_used)
            continue;
        Touched *other = find_partner(meeting, touched, false);
        if (other) {
            other->is_used = true;
            meaning_add(weighing, &touched->demand, &other->demand,
                        shift_of(weighing, &touched->demand, &other->demand));
        } else if (is_told(weighing, &touched->demand, true)) {
            meaning_add(weighing, &touched->demand, NULL, TIFA_SHIFT_DROPPED);
        }
    }
    for (size_t i = 0; i < meeting->after.length; i++) {
        const Touched *touched = &meeting->after.items[i];
        if (!touched->is_used && is_told(weighing, &touched->demand, false))
            meaning_add(weighing, NULL, &touched->demand, TIFA_SHIFT_ADDED);
    }
}

void meaning_weigh_demands(const Weighing *weighing)
{
    Meeting meeting = {.weighing = weighing};
    find_touched(weighing, true, &meeting.before);
    find_touched(weighing, false, &meeting.after);
    pair_same(&meeting);
    pair_others(&meeting);
    array_clear(&meeting.before);
    array_clear(&meeting.after);
}
