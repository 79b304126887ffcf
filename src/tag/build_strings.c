/* build_strings.c - the strings to look for, and whose they are. */
#include "tag/build_parts.h"

#include "tag/label.h"

#include <string.h>

/* ---- Claims ---------------------------------------------------------------------------------- */

static const Concept *claimant(const TifaConcepts *concepts, const Claim *claim)
{
    return &concepts->concepts.items[concepts->labels.items[claim->label].concept];
}

/* The years in which a label counts; all, if it has no such guard. */
static DateRange label_dates(const TifaConcepts *concepts, const Label *label)
{
    DateRange dates = {DATE_LAST, 0};
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next) {
        const Guard *guard = &concepts->guards.items[concepts->guard_links.items[link].guard];
        if (guard->kind == GUARD_DATES) {
            dates.from = MIN(dates.from, guard->dates.from);
            dates.to = MAX(dates.to, guard->dates.to);
        }
    }
    return dates.to ? dates : (DateRange){0, DATE_LAST};
}

/* Whether two labels with one form can be told apart: by dates, or by case. */
static bool are_distinct(const TifaConcepts *concepts, const Claim *one, const Claim *other)
{
    const Label *first = &concepts->labels.items[one->label], *second = &concepts->labels.items[other->label];
    DateRange first_dates = label_dates(concepts, first), second_dates = label_dates(concepts, second);
    if (first_dates.from > second_dates.to || second_dates.from > first_dates.to)
        return true;
    if (first->is_never || second->is_never || one->insert || other->insert)
        return true;
    return first->is_exact && second->is_exact && strcmp(one->spelled, other->spelled) != 0;
}

typedef enum {
    CLAIM_BOTH,
    CLAIM_OLD,
    CLAIM_NEW,
} ClaimWinner;

/* Which of two claims of one concept on one string holds: the one that finds more, then the one that is
 * named. */
static ClaimWinner settle_own(const TifaConcepts *concepts, const Claim *old, const Claim *new)
{
    bool is_old_exact = concepts->labels.items[old->label].is_exact;
    bool is_new_exact = concepts->labels.items[new->label].is_exact;
    if (old->insert != new->insert)
        return CLAIM_BOTH;
    if (is_old_exact != is_new_exact)
        return is_old_exact ? CLAIM_NEW : CLAIM_OLD;
    if (is_old_exact && strcmp(old->spelled, new->spelled) != 0)
        return CLAIM_BOTH;
    return old->strength >= new->strength ? CLAIM_OLD : CLAIM_NEW;
}

/* Which of the claims of two concepts on one string holds; a conflict is reported. */
static ClaimWinner settle(Build *build, const Claim *old, const Claim *new)
{
    TifaConcepts *concepts = build->concepts;
    const Concept *holder = claimant(concepts, old), *rival = claimant(concepts, new);
    if (holder == rival)
        return settle_own(concepts, old, new);
    if (are_distinct(concepts, old, new))
        return CLAIM_BOTH;
    if (old->strength != new->strength)
        return old->strength > new->strength ? CLAIM_OLD : CLAIM_NEW;
    if (holder->rank != rival->rank)
        return holder->rank > rival->rank ? CLAIM_OLD : CLAIM_NEW;
    if (new->strength == CLAIM_PINYIN) { /* means either: no tag */
        concepts->labels.items[old->label].is_never = true;
        return CLAIM_OLD;
    }
    if (new->strength != CLAIM_NAMED || (holder->is_ambiguous && rival->is_ambiguous))
        return CLAIM_BOTH;
    const Label *label = &concepts->labels.items[new->label];
    FaultPlace place = concept_place(rival, label_column(label));
    fault_add(build->faults, &place, true,
              "the label \"%s\" is also one of %s (%s, line %u); take it out of one, or flag both rows amb",
              label->text, holder->row->cells[COLUMN_ID], holder->table->name, holder->row->line);
    return CLAIM_OLD;
}

/* Adds a claim to the chain at *first, unless another claim holds the string. */
static void add_claim(Build *build, uint32_t *first, Claim claim)
{
    TifaConcepts *concepts = build->concepts;
    for (uint32_t *link = first; *link;) {
        Claim *old = &concepts->claims.items[*link];
        ClaimWinner winner = settle(build, old, &claim);
        if (winner == CLAIM_OLD) {
            array_clear(&claim.rest);
            return;
        }
        if (winner == CLAIM_NEW)
            *link = old->next;
        else
            link = &old->next;
    }
    claim.next = *first;
    array_push(&concepts->claims, claim);
    *first = (uint32_t)concepts->claims.length - 1;
}

/* Reports a form that cannot be looked for. */
static bool check_length(Build *build, const Label *label, size_t length)
{
    const Concept *concept = &build->concepts->concepts.items[label->concept];
    FaultPlace place = concept_place(concept, label_column(label));
    if (length >= 2 && length <= MATCHER_LONGEST)
        return true;
    if (length < 2 && !label->is_never)
        fault_add(build->faults, &place, true,
                  "the label \"%s\" has fewer than two characters; give it the guard never", label->text);
    if (length > MATCHER_LONGEST)
        fault_add(build->faults, &place, true, "a label of %zu characters; at most %d are possible", length,
                  MATCHER_LONGEST);
    return false;
}

/* ---- Forms ----------------------------------------------------------------------------------- */

static void add_form(Build *build, uint32_t index, const LabelForm *form, Form *string)
{
    TifaConcepts *concepts = build->concepts;
    const Label *label = &concepts->labels.items[index];
    form_set(string, form->text, form->insert ? form->head : strlen(form->text));
    if (!check_length(build, label, string->length))
        return;
    Claim claim = {.label = index, .insert = form->insert};
    claim.strength = label->kind == TIFA_LABEL_PINYIN ? CLAIM_PINYIN
                     : form->is_derived               ? CLAIM_DERIVED
                                                      : CLAIM_NAMED;
    if (form->insert)
        form_set(&claim.rest, form->text + form->head, strlen(form->text + form->head));
    if (label->is_exact)
        claim.spelled = g_string_chunk_insert(concepts->strings, form->text);
    uint32_t *value = matcher_add(concepts->matcher, string);
    if (!value) {
        FaultPlace place = concept_place(claimant(concepts, &claim), label_column(label));
        fault_add(build->faults, &place, true, "more than 65,000 different characters in one dictionary");
        array_clear(&claim.rest);
        return;
    }
    add_claim(build, value, claim);
}

/* Whether a label is looked for at all: pinyin of one word would be found in too many places. */
static bool is_looked_for(const Label *label)
{
    return label->kind != TIFA_LABEL_PINYIN || strchr(label->text, ' ');
}

static void add_strings(Build *build, uint32_t index, LabelForms *forms, Form *string)
{
    const Label *label = &build->concepts->labels.items[index];
    if (!is_looked_for(label))
        return;
    const char *reason = label_spell(label->text, label_is_shown(label), forms);
    if (reason) {
        const Concept *concept = &build->concepts->concepts.items[label->concept];
        FaultPlace place = concept_place(concept, label_column(label));
        fault_add(build->faults, &place, true, "label \"%s\": %s", label->text, reason);
    }
    for (size_t i = 0; i < forms->length && !reason; i++)
        add_form(build, index, &forms->items[i], string);
    for (size_t i = 0; i < forms->length; i++)
        g_free(forms->items[i].text);
    forms->length = 0;
}

void build_strings(Build *build)
{
    LabelForms forms = {0};
    Form string = {0};
    for (uint32_t i = 0; i < build->concepts->labels.length; i++)
        add_strings(build, i, &forms, &string);
    label_forms_clear(&forms);
    array_clear(&string);
    matcher_finish(build->concepts->matcher);
}
