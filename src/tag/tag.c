/* tag.c - from the strings found in a text to tags: what each rule says about each place. */
#include "tag/concepts.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const TifaConcepts *concepts;
    const char *text, *end;
    const TifaTokens *tokens; /* may be NULL */
    DateRange dates;          /* of the text */
    TifaVerdicts *verdicts;
    bool keeps_refused;
} Tagging;

/* ---- Case ------------------------------------------------------------------------------------ */

static bool is_upper(gunichar c)
{
    return g_unichar_isupper(c);
}

/* The next character that is not passed over, as it stands; 0 at the end. */
static gunichar next_spelled(const char **place, const char *end)
{
    while (*place < end) {
        gunichar c = utf8_next(place), form = form_char(c);
        if (form != FORM_SKIP && form != FORM_BLANK)
            return c;
    }
    return 0;
}

/* Whether the place has its capitals where the label has them. */
static bool has_case_of(const char *spelled, const char *place, const char *end)
{
    const char *spelled_end = spelled + strlen(spelled);
    for (;;) {
        gunichar wanted = next_spelled(&spelled, spelled_end), found = next_spelled(&place, end);
        if (wanted == 0 || found == 0)
            return wanted == found;
        if (is_upper(wanted) != is_upper(found))
            return false;
    }
}

/* Whether the word of Latin letters next to `place`, behind (step 1) or before it, is of two or more capitals
 * only. */
static bool is_capital_word(const Tagging *tagging, const char *place, bool is_behind)
{
    unsigned letters = 0;
    while (is_behind ? place < tagging->end : place > tagging->text) {
        const char *next = is_behind ? g_utf8_next_char(place) : g_utf8_prev_char(place);
        gunichar c = g_utf8_get_char(is_behind ? place : next);
        if (c == '\n' || utf8_is_han(c) || (letters > 0 && !g_unichar_isalpha(c)))
            break;
        if (g_unichar_islower(c))
            return false;
        letters += g_unichar_isupper(c) != 0;
        place = next;
    }
    return letters >= 2;
}

static bool is_among_capitals(const Tagging *tagging, TifaSpan span)
{
    return is_capital_word(tagging, tagging->text + span.end, true) ||
           is_capital_word(tagging, tagging->text + span.start, false);
}

static bool is_negated(const Tagging *tagging, TifaSpan span)
{
    const char *place = tagging->text + span.start, *first = place;
    if (!form_is_word(utf8_next(&first)) || form_previous(&place, tagging->text) != FORM_BLANK)
        return false;
    for (const char *letter = "non"; *letter; letter++)
        if (form_previous(&place, tagging->text) != (gunichar)*letter)
            return false;
    return !form_is_word(form_previous(&place, tagging->text));
}

/* ---- Words ----------------------------------------------------------------------------------- */

/* The token that holds the byte at `offset`. */
static const TifaToken *token_at(const TifaTokens *tokens, uint32_t offset)
{
    size_t low = 0, high = tokens->length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (tokens->items[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < tokens->length ? &tokens->items[low] : NULL;
}

/* Whether the span holds the boundary of two words, one of which goes on outside: 中国|企业 for 国企. */
static bool is_across_words(const Tagging *tagging, TifaSpan span, TifaSpan *evidence)
{
    if (!tagging->tokens)
        return false;
    const TifaToken *first = token_at(tagging->tokens, span.start),
                    *last = token_at(tagging->tokens, span.end - 1);
    if (!first || !last || first == last)
        return false;
    bool is_across = first->span.start < span.start || last->span.end > span.end;
    if (is_across)
        *evidence = (TifaSpan){first->span.start, last->span.end};
    return is_across;
}

/* ---- Guards ---------------------------------------------------------------------------------- */

typedef struct {
    bool is_asked, is_met;
    const Guard *guard; /* that asked */
} Demand;

static void ask(Demand *demand, const Guard *guard, bool is_met)
{
    demand->is_asked = true;
    demand->is_met |= is_met;
    demand->guard = guard;
}

static TifaWhy refuse(TifaVerdict *verdict, TifaWhy why, const Guard *guard)
{
    verdict->guard = guard->written;
    return why;
}

/* Refuses for want of what a guard asks for: whatever another guard has met did not decide. */
static TifaWhy refuse_unmet(TifaVerdict *verdict, TifaWhy why, const Guard *guard)
{
    verdict->evidence = (TifaSpan){0, 0};
    return refuse(verdict, why, guard);
}

/* What the guards of a label say about the place of `verdict`. */
static TifaWhy ask_guards(const Tagging *tagging, const Label *label, TifaVerdict *verdict)
{
    LabelPlace place = {tagging->text, tagging->end, verdict->span};
    Demand date = {0}, word = {0}, near = {0};
    const TifaConcepts *concepts = tagging->concepts;
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next) {
        const Guard *guard = &concepts->guards.items[concepts->guard_links.items[link].guard];
        TifaSpan evidence = {0, 0};
        bool is_refusing = guard->kind == GUARD_BEHIND || guard->kind == GUARD_BEFORE;
        if (guard->kind == GUARD_DATES) {
            ask(&date, guard,
                guard->dates.from <= tagging->dates.to && tagging->dates.from <= guard->dates.to);
            continue;
        }
        bool stands = guard_stands(guard, &place, &evidence);
        if (stands)
            verdict->evidence = evidence;
        if (stands && is_refusing)
            return refuse(verdict, TIFA_WHY_GUARD, guard);
        if (!is_refusing)
            ask(guard->kind == GUARD_NEAR ? &near : &word, guard, stands);
    }
    if (date.is_asked && !date.is_met)
        return refuse_unmet(verdict, TIFA_WHY_DATE, date.guard);
    if (word.is_asked && !word.is_met)
        return refuse_unmet(verdict, TIFA_WHY_GUARD, word.guard);
    if (near.is_asked && !near.is_met)
        return refuse_unmet(verdict, TIFA_WHY_GUARD, near.guard);
    return TIFA_WHY_TAGGED;
}

static TifaWhy judge(const Tagging *tagging, const Claim *claim, TifaVerdict *verdict)
{
    const Label *label = &tagging->concepts->labels.items[claim->label];
    const char *start = tagging->text + verdict->span.start, *end = tagging->text + verdict->span.end;
    if (label->is_never)
        return TIFA_WHY_NEVER;
    if (label->is_exact && !has_case_of(claim->spelled, start, end))
        return TIFA_WHY_CASE;
    if (label->is_case && is_among_capitals(tagging, verdict->span))
        return TIFA_WHY_CAPITALS;
    if (is_negated(tagging, verdict->span))
        return TIFA_WHY_NEGATED;
    TifaWhy why = ask_guards(tagging, label, verdict);
    if (why == TIFA_WHY_TAGGED && label->is_word &&
        is_across_words(tagging, verdict->span, &verdict->evidence))
        return TIFA_WHY_WORDS;
    return why;
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* Whether c may stand inside an insertion. */
static bool is_insertable(gunichar c)
{
    return utf8_is_han(c) || c == '(' || c == ')' || c == 0x3001 || c == 0x300A || c == 0x300B;
}

/* The end of a claim's place whose beginning ends at `end`; 0 if the rest does not follow. */
static uint32_t find_rest(const Tagging *tagging, const Claim *claim, uint32_t end)
{
    if (claim->rest.length == 0)
        return end;
    const char *place = tagging->text + end;
    for (unsigned inserted = 0;; inserted++) {
        const char *after = place;
        size_t found = 0;
        while (found < claim->rest.length && form_next(&after, tagging->end) == claim->rest.items[found])
            found++;
        if (found == claim->rest.length)
            return (uint32_t)(after - tagging->text);
        if (inserted == claim->insert || !is_insertable(form_next(&place, tagging->end)))
            return 0;
    }
}

static void add_verdict(void *user, uint32_t value, TifaSpan span)
{
    const Tagging *tagging = user;
    for (uint32_t index = value; index;) {
        const Claim *claim = &tagging->concepts->claims.items[index];
        const Label *label = &tagging->concepts->labels.items[claim->label];
        index = claim->next;
        uint32_t end = find_rest(tagging, claim, span.end);
        if (end == 0)
            continue;
        TifaVerdict verdict = {
            .span = {span.start, end}, .concept = label->concept, .variant = label->variant};
        TifaWhy why = judge(tagging, claim, &verdict);
        verdict.why = (uint16_t)why;
        if (why == TIFA_WHY_TAGGED || tagging->keeps_refused)
            array_push(tagging->verdicts, verdict);
    }
}

static int by_place(const void *a, const void *b)
{
    const TifaVerdict *one = a, *other = b;
    if (one->span.start != other->span.start)
        return one->span.start < other->span.start ? -1 : 1;
    if (one->span.end != other->span.end)
        return one->span.end > other->span.end ? -1 : 1;
    int64_t order = (int64_t)one->concept - other->concept;
    return order ? (order < 0 ? -1 : 1) : one->variant - other->variant;
}

static bool contains(TifaSpan outer, TifaSpan inner)
{
    return outer.start <= inner.start && outer.end >= inner.end;
}

/* Numbers of verdicts. */
typedef ARRAY(size_t) Numbers;

/* Drops from `open` what ends before `span`; returns a tag of the concept that contains it, or NULL. */
static const TifaVerdict *find_outer(const TifaVerdicts *verdicts, Numbers *open, TifaSpan span,
                                     uint32_t concept)
{
    const TifaVerdict *found = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < open->length; i++) {
        const TifaVerdict *outer = &verdicts->items[open->items[i]];
        if (outer->span.end <= span.start)
            continue;
        open->items[kept++] = open->items[i];
        if (outer->concept == concept && contains(outer->span, span))
            found = outer;
    }
    open->length = kept;
    return found;
}

/* Refuses tags inside a longer (or the same) tag of their own concept. */
static void refuse_inner(TifaVerdicts *verdicts)
{
    Numbers open = {0}; /* tags that may still contain others */
    for (size_t i = 0; i < verdicts->length; i++) {
        TifaVerdict *verdict = &verdicts->items[i];
        if (verdict->why != TIFA_WHY_TAGGED)
            continue;
        const TifaVerdict *outer = find_outer(verdicts, &open, verdict->span, verdict->concept);
        if (outer) {
            verdict->why = TIFA_WHY_INSIDE;
            verdict->evidence = outer->span;
        } else {
            array_push(&open, i);
        }
    }
    array_clear(&open);
}

/* All verdicts about a text, ordered by place. */
static void find_verdicts(const TifaConcepts *concepts, const char *text, size_t length,
                          const TifaTagHints *hints, bool keeps_refused, TifaVerdicts *verdicts)
{
    Tagging tagging = {concepts,       text,     text + length, hints ? hints->tokens : NULL,
                       {0, DATE_LAST}, verdicts, keeps_refused};
    if (hints && hints->date && !date_range(hints->date, &tagging.dates))
        tagging.dates = (DateRange){0, DATE_LAST};
    matcher_search(concepts->matcher, text, length, add_verdict, &tagging);
    if (verdicts->length > 0)
        qsort(verdicts->items, verdicts->length, sizeof *verdicts->items, by_place);
    refuse_inner(verdicts);
}

void tifa_concepts_tag(const TifaConcepts *concepts, const char *text, size_t length,
                       const TifaTagHints *hints, TifaTags *tags)
{
    TifaVerdicts verdicts = {0};
    find_verdicts(concepts, text, length, hints, false, &verdicts);
    TifaSpan longest = {0, 0}; /* the tag that reaches furthest so far */
    for (size_t i = 0; i < verdicts.length; i++) {
        const TifaVerdict *verdict = &verdicts.items[i];
        if (verdict->why != TIFA_WHY_TAGGED)
            continue;
        bool is_nested = verdict->span.end < longest.end ||
                         (verdict->span.end == longest.end && verdict->span.start > longest.start);
        array_push(tags, ((TifaTag){verdict->span, verdict->concept, verdict->variant,
                                    is_nested ? TIFA_TAG_NESTED : 0}));
        if (verdict->span.end > longest.end)
            longest = verdict->span;
    }
    array_clear(&verdicts);
}

void tifa_concepts_why(const TifaConcepts *concepts, const char *text, size_t length,
                       const TifaTagHints *hints, TifaSpan place, TifaVerdicts *verdicts)
{
    TifaVerdicts all = {0};
    find_verdicts(concepts, text, length, hints, true, &all);
    for (size_t i = 0; i < all.length; i++)
        if (all.items[i].span.start < place.end && all.items[i].span.end > place.start)
            array_push(verdicts, all.items[i]);
    array_clear(&all);
}

const char *tifa_why_name(TifaWhy why)
{
    static const char *const names[] = {"tagged", "case",  "capitals", "negated", "guard",
                                        "date",   "words", "inside",   "never"};
    return names[why];
}
