/* decision_reconcile.c - what a decision orders, held against what a comparison shows. */
#include "compare/comparison.h"
#include "compare/decision.h"
#include "compare/normal.h"

#include <string.h>

/* The comparison that orders are held against. */
typedef struct {
    const TifaComparison *comparison;
    bool *is_explained; /* by change */
} Trial;

/* ---- Looking at changes ---------------------------------------------------------------------- */

static char *label_of(TifaPlace place)
{
    return place.insert ? g_strdup_printf("%u-%u", place.article, place.insert)
                        : g_strdup_printf("%u", place.article);
}

/* The next change, from `index` on, of the article by its old or new number, or TIFA_NONE. */
static size_t find_change(const Trial *trial, TifaPlace place, bool is_new, size_t index)
{
    const TifaChange *changes = trial->comparison->changes.items;
    g_autofree char *label = label_of(place);
    for (; index < trial->comparison->changes.length; index++) {
        const char *own = is_new ? changes[index].new_label : changes[index].old_label;
        if (changes[index].unit == TIFA_UNIT_ARTICLE && g_strcmp0(own, label) == 0)
            return index;
    }
    return TIFA_NONE;
}

/* Whether the words stand in the text, print and references aside. */
static bool stands_in(const char *words, const char *text, size_t length)
{
    NormalText needle = {0}, hay = {0};
    normal_add(&needle, words, strlen(words));
    normal_add(&hay, text, length);
    size_t bytes = needle.length * sizeof *needle.items;
    bool is_found = needle.length == 0;
    for (size_t i = 0; i + needle.length <= hay.length && !is_found; i++)
        is_found = memcmp(hay.items + i, needle.items, bytes) == 0;
    array_clear(&needle);
    array_clear(&hay);
    return is_found;
}

static bool new_text_has(const Trial *trial, size_t change, const char *words)
{
    TifaSpan span = trial->comparison->changes.items[change].after;
    return stands_in(words, trial->comparison->after.text + span.start, span.end - span.start);
}

static bool old_text_has(const Trial *trial, size_t change, const char *words)
{
    TifaSpan span = trial->comparison->changes.items[change].before;
    return stands_in(words, trial->comparison->before.text + span.start, span.end - span.start);
}

/* ---- Findings -------------------------------------------------------------------------------- */

static TifaFinding finding(TifaFindingKind kind, size_t change, const char *reason)
{
    return (TifaFinding){.kind = kind, .change = change, .reason = reason};
}

/* The old article's changes that lead to the new number, if one is given. */
static size_t find_link(const Trial *trial, const TifaAmendment *amendment)
{
    g_autofree char *label = label_of(amendment->new_place);
    size_t change = find_change(trial, amendment->place, false, 0);
    if (!amendment->new_place.article || amendment->place.paragraph)
        return change;
    for (; change != TIFA_NONE; change = find_change(trial, amendment->place, false, change + 1))
        if (g_strcmp0(trial->comparison->changes.items[change].new_label, label) == 0)
            return change;
    return TIFA_NONE;
}

static TifaFinding judge_replacement(const Trial *trial, const TifaAmendment *amendment)
{
    size_t link = find_link(trial, amendment);
    if (link == TIFA_NONE)
        return finding(TIFA_FINDING_DISPUTED, TIFA_NONE, "the article has not become the one named");
    for (size_t change = link; change != TIFA_NONE;
         change = find_change(trial, amendment->place, false, change + 1))
        if (new_text_has(trial, change, amendment->new_words))
            return finding(TIFA_FINDING_CONFIRMED, change, "the new words stand there");
    return finding(TIFA_FINDING_DISPUTED, link, "the new words do not stand there");
}

static TifaFinding judge_insertion(const Trial *trial, const TifaAmendment *amendment)
{
    if (!amendment->new_place.article)
        return finding(TIFA_FINDING_OPEN, TIFA_NONE, "the order names no place");
    bool is_article = !amendment->new_place.paragraph && !amendment->new_place.point;
    size_t change = find_change(trial, amendment->new_place, is_article, 0);
    for (; change != TIFA_NONE; change = find_change(trial, amendment->new_place, is_article, change + 1))
        if (new_text_has(trial, change, amendment->new_words))
            return finding(TIFA_FINDING_CONFIRMED, change, "the new words stand there");
    return finding(TIFA_FINDING_DISPUTED, TIFA_NONE, "the new words do not stand at the place named");
}

static TifaFinding judge_deletion(const Trial *trial, const TifaAmendment *amendment)
{
    size_t change = find_change(trial, amendment->place, false, 0);
    if (change == TIFA_NONE)
        return finding(TIFA_FINDING_DISPUTED, TIFA_NONE, "the old text has no such article");
    TifaChangeKind kind = trial->comparison->changes.items[change].kind;
    bool is_article = !amendment->place.paragraph && !amendment->place.point;
    if (is_article ? kind == TIFA_CHANGE_DELETED
                   : kind != TIFA_CHANGE_UNCHANGED && kind != TIFA_CHANGE_RENUMBERED)
        return finding(TIFA_FINDING_CONFIRMED, change,
                       is_article ? "the article is gone" : "the article is shorter");
    return finding(TIFA_FINDING_DISPUTED, change, "the place is still there");
}

static TifaFinding judge_link(const Trial *trial, const TifaAmendment *amendment)
{
    size_t change = find_link(trial, amendment);
    return change == TIFA_NONE ? finding(TIFA_FINDING_DISPUTED, TIFA_NONE, "the articles are not linked")
                               : finding(TIFA_FINDING_CONFIRMED, change, "the articles are linked");
}

static TifaFinding judge_rewording(const Trial *trial, const TifaAmendment *amendment)
{
    if (!amendment->place.article)
        return finding(TIFA_FINDING_OPEN, TIFA_NONE, "the order is about the whole text");
    size_t change = find_change(trial, amendment->place, false, 0);
    if (change == TIFA_NONE || !old_text_has(trial, change, amendment->old_words))
        return finding(TIFA_FINDING_DISPUTED, change, "the old words do not stand there");
    for (; change != TIFA_NONE; change = find_change(trial, amendment->place, false, change + 1))
        if (new_text_has(trial, change, amendment->new_words) &&
            (*amendment->new_words || !new_text_has(trial, change, amendment->old_words)))
            return finding(TIFA_FINDING_CONFIRMED, change, "the words are changed");
    return finding(TIFA_FINDING_DISPUTED, TIFA_NONE, "the words are not changed");
}

/* Headings and preambles are no units with a number: their words are looked for in the whole new text. */
static TifaFinding judge_outside(const Trial *trial, const TifaAmendment *amendment)
{
    const char *text = trial->comparison->after.text;
    return stands_in(amendment->new_words, text, strlen(text))
               ? finding(TIFA_FINDING_CONFIRMED, TIFA_NONE, "the new words stand there")
               : finding(TIFA_FINDING_DISPUTED, TIFA_NONE, "the new words do not stand there");
}

static bool is_outside(const TifaAmendment *amendment)
{
    bool is_insertion = amendment->kind == TIFA_AMENDMENT_INSERT;
    TifaPlace place = is_insertion ? amendment->new_place : amendment->place;
    if (place.preamble)
        return *(amendment->new_words ? amendment->new_words : "") != '\0';
    return place.chapter && !place.article && (is_insertion || amendment->kind == TIFA_AMENDMENT_REPLACE);
}

static TifaFinding judge(const Trial *trial, const TifaAmendment *amendment)
{
    if (is_outside(amendment))
        return judge_outside(trial, amendment);
    switch (amendment->kind) {
    case TIFA_AMENDMENT_REPLACE:
        return judge_replacement(trial, amendment);
    case TIFA_AMENDMENT_INSERT:
        return judge_insertion(trial, amendment);
    case TIFA_AMENDMENT_DELETE:
        return judge_deletion(trial, amendment);
    case TIFA_AMENDMENT_RENUMBER:
    case TIFA_AMENDMENT_MERGE:
        return judge_link(trial, amendment);
    case TIFA_AMENDMENT_REWORD:
        return judge_rewording(trial, amendment);
    case TIFA_AMENDMENT_UNCLEAR:
        break;
    }
    return finding(TIFA_FINDING_OPEN, TIFA_NONE, "the order is not understood");
}

/* All changes of the articles that an order names are explained by it, confirmed or not. */
static void explain(Trial *trial, const TifaAmendment *amendment)
{
    for (size_t i = find_change(trial, amendment->place, false, 0); i != TIFA_NONE;
         i = find_change(trial, amendment->place, false, i + 1))
        trial->is_explained[i] = true;
    for (int is_new = 0; is_new <= 1 && amendment->new_place.article; is_new++)
        for (size_t i = find_change(trial, amendment->new_place, is_new, 0); i != TIFA_NONE;
             i = find_change(trial, amendment->new_place, is_new, i + 1))
            trial->is_explained[i] = true;
}

static bool needs_an_order(const TifaChange *change)
{
    bool is_change = change->kind == TIFA_CHANGE_ADDED || change->kind == TIFA_CHANGE_DELETED ||
                     change->subtype == TIFA_SUBTYPE_SUBSTANTIVE;
    return change->unit == TIFA_UNIT_ARTICLE && is_change;
}

void tifa_decision_reconcile(const TifaDecision *decision, const TifaComparison *comparison,
                             TifaFindings *findings)
{
    g_autofree bool *is_explained = g_new0(bool, comparison->changes.length + 1);
    Trial trial = {comparison, is_explained};
    for (size_t i = 0; i < decision->amendments.length; i++) {
        const TifaAmendment *amendment = &decision->amendments.items[i];
        bool is_about = decision_is_about(amendment, comparison->before.document);
        TifaFinding found = is_about
                                ? judge(&trial, amendment)
                                : finding(TIFA_FINDING_OPEN, TIFA_NONE, "the order is about another law");
        found.amendment = i;
        if (is_about)
            explain(&trial, amendment);
        array_push(findings, found);
    }
    for (size_t i = 0; i < comparison->changes.length; i++) {
        if (is_explained[i] || !needs_an_order(&comparison->changes.items[i]))
            continue;
        TifaFinding found =
            finding(TIFA_FINDING_DISPUTED, i, "no order of the decision explains this change");
        found.amendment = TIFA_NONE;
        array_push(findings, found);
    }
}

const char *tifa_finding_kind_name(TifaFindingKind kind)
{
    static const char *const names[] = {"confirmed", "disputed", "open"};
    return kind <= TIFA_FINDING_OPEN ? names[kind] : NULL;
}
