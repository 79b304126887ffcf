/* meaning.c - what the changes between two texts mean: which duties, numbers, times, agencies and concepts
 * came, went, or became others. */
#include "compare/meaning_parts.h"

#include <string.h>

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

/* The sentence around a demand; empty if there is none. */
static TifaSpan quote_of(const Weighing *weighing, const Demand *demand, bool is_before)
{
    const TifaComparison *comparison = weighing->comparison;
    const char *text = is_before ? comparison->before.text : comparison->after.text;
    TifaSpan unit = is_before ? weighing->change->before : weighing->change->after;
    return demand ? demands_sentence(text, unit, demand->span) : (TifaSpan){0, 0};
}

void meaning_add(const Weighing *weighing, const Demand *before, const Demand *after, TifaShift shift)
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
                           .object = shown->object,
                           .before = before ? before->span : (TifaSpan){0, 0},
                           .after = after ? after->span : (TifaSpan){0, 0},
                           .before_quote = quote_of(weighing, before, true),
                           .after_quote = quote_of(weighing, after, false)};
    if (!before)
        meaning.before_quote = other_sentence(weighing, meaning.after_quote, false);
    if (!after)
        meaning.after_quote = other_sentence(weighing, meaning.before_quote, true);
    array_push(weighing->meanings, meaning);
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
        meaning_weigh_demands(&weighing);
        meaning_weigh_concepts(&weighing, before_tags, after_tags);
    }
    meaning_settle_concepts(meanings, first, before_tags, after_tags);
    meaning_cancel_transfers(comparison, meanings, first);
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
