/* decision_orders.c - what a clause orders, as amendments. */
#include "compare/decision_clause.h"
#include "text/mark.h"

#include <string.h>

const char *decision_keep(TifaDecision *decision, char *string)
{
    g_ptr_array_add(decision->strings, string);
    return string;
}

/* Quoted text as paragraphs: each without its blanks and without the mark that opens it inside a quotation.
 */
const char *clause_words(Clause *clause, TifaSpan span)
{
    g_auto(GStrv) lines = NULL;
    g_autofree char *quoted = g_strndup(clause->text + span.start, span.end - span.start);
    lines = g_strsplit(quoted, "\n", -1);
    GString *words = g_string_new(NULL);
    for (size_t i = 0; lines[i]; i++) {
        const char *line = g_strstrip(lines[i]);
        if (i > 0 && g_str_has_prefix(line, "“"))
            line += strlen("“");
        if (*line)
            g_string_append_printf(words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
    /* Inside a quotation the law's own marks are single: ‘三个代表’ stands for “三个代表”. */
    if (!strstr(words->str, "“")) {
        g_string_replace(words, "‘", "“", 0);
        g_string_replace(words, "’", "”", 0);
    }
    return decision_keep(clause->decision, g_string_free(words, FALSE));
}

void clause_add_amendment(Clause *clause, TifaAmendment amendment)
{
    clause->is_done = true;
    if (clause->is_partial && amendment.kind != TIFA_AMENDMENT_UNCLEAR) {
        clause->is_unclear = true;
        return;
    }
    amendment.source = clause->source;
    amendment.instrument = clause->instrument;
    array_push(&clause->decision->amendments, amendment);
}

TifaPlace clause_target(const Clause *clause)
{
    return clause->targets.length > 0 ? array_last(&clause->targets) : clause->carried;
}

void clause_add_rewording(Clause *clause, TifaSpan old_words, const char *new_words)
{
    const char *old = clause_words(clause, old_words);
    size_t count = MAX(clause->targets.length, 1);
    for (size_t i = 0; i < count; i++)
        clause_add_amendment(
            clause,
            (TifaAmendment){.kind = TIFA_AMENDMENT_REWORD,
                            .place = clause->targets.length > 0 ? clause->targets.items[i] : clause->carried,
                            .old_words = old,
                            .new_words = new_words});
}

/* “A”后增加“B”: A becomes AB. */
void clause_add_words(Clause *clause, TifaSpan added)
{
    const char *old = clause_words(clause, clause->words), *new_words = clause_words(clause, added);
    bool is_before = clause->side == SIDE_BEFORE;
    char *joined = g_strconcat(is_before ? new_words : old, is_before ? old : new_words, NULL);
    clause_add_rewording(clause, clause->words, decision_keep(clause->decision, joined));
}

void clause_add_sentence(Clause *clause, TifaSpan words)
{
    TifaPlace place = clause_target(clause);
    if (!place.article && !place.preamble) {
        clause->is_unclear = true;
        return;
    }
    place.part = clause->part ? clause->part : TIFA_PLACE_END;
    clause_add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_INSERT,
                                                 .place = clause_target(clause),
                                                 .new_place = place,
                                                 .new_words = clause_words(clause, words)});
}

void clause_add_deletions(Clause *clause)
{
    clause->is_partial = clause->is_partial || clause->part;
    for (size_t i = 0; i < clause->targets.length; i++)
        clause_add_amendment(
            clause, (TifaAmendment){.kind = TIFA_AMENDMENT_DELETE, .place = clause->targets.items[i]});
}

/* 合并: all targets but the last go into it. */
static void add_merges(Clause *clause)
{
    TifaPlace into = clause_target(clause);
    for (size_t i = 0; i + 1 < clause->targets.length; i++)
        clause_add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_MERGE,
                                                     .place = clause->targets.items[i],
                                                     .new_place = into});
}

/* The text behind the label 第三条 or 第三章 with which a quoted article or heading may begin. */
static const char *without_label(const char *line)
{
    Mark mark = mark_read(line, strlen(line));
    bool is_label = mark.kind == MARK_ARTICLE || mark.kind == MARK_CHAPTER;
    return is_label && mark.is_spaced ? line + mark.length : line;
}

void clause_add_replacement(Clause *clause, TifaSpan words)
{
    if (clause->targets.length == 0) {
        clause->is_unclear = true;
        return;
    }
    TifaPlace new_place = clause->new_places.length > 0 ? array_last(&clause->new_places) : (TifaPlace){0};
    if (clause->is_merge)
        add_merges(clause);
    TifaPlace place = clause_target(clause);
    place.part = clause->part;
    TifaAmendment *last =
        clause->decision->amendments.length > 0 ? &array_last(&clause->decision->amendments) : NULL;
    bool is_renumbered = last && last->kind == TIFA_AMENDMENT_RENUMBER &&
                         last->source.start == clause->source.start &&
                         memcmp(&last->place, &(TifaPlace){0}, sizeof last->place) != 0 &&
                         memcmp(&last->new_place, &new_place, sizeof new_place) == 0;
    if (is_renumbered)
        clause->decision->amendments.length--; /* one amendment does both */
    clause_add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_REPLACE,
                                                 .place = place,
                                                 .new_place = new_place,
                                                 .new_words = without_label(clause_words(clause, words))});
}

/* The text of one new place: the lines first.. up to the next, joined again. */
static void add_insertion(Clause *clause, TifaPlace new_place, char *const *lines, size_t count)
{
    g_autoptr(GString) words = g_string_new(without_label(lines[0]));
    for (size_t i = 1; i < count; i++)
        g_string_append_printf(words, "\n%s", lines[i]);
    clause_add_amendment(clause,
                         (TifaAmendment){.kind = TIFA_AMENDMENT_INSERT,
                                         .place = clause_target(clause),
                                         .new_place = new_place,
                                         .new_words = decision_keep(clause->decision, g_strdup(words->str))});
}

/* The lines from `first` that belong to one of several new places: up to the next label, or one line each. */
static size_t count_lines(char *const *lines, size_t first, bool has_labels)
{
    size_t end = first + 1;
    while (lines[end] && has_labels && without_label(lines[end]) == lines[end])
        end++;
    return end - first;
}

/* The new place of a paragraph that has no number: beside the paragraph named, or behind the last. */
static TifaPlace place_beside(const Clause *clause)
{
    TifaPlace place = clause_target(clause);
    if (clause->unit != 'p' || !place.article)
        return (TifaPlace){0};
    if (!place.paragraph || clause->target_side == SIDE_NONE) {
        place.paragraph = 0;
        place.part = TIFA_PLACE_NEXT;
    }
    place.paragraph += clause->target_side == SIDE_AFTER && place.paragraph;
    return place;
}

/* New articles, paragraphs or points, one for each place named. */
void clause_add_insertions(Clause *clause, TifaSpan span)
{
    g_auto(GStrv) lines = g_strsplit(clause_words(clause, span), "\n", -1);
    size_t places = clause->new_places.length, all = g_strv_length(lines);
    if (all == 0)
        return;
    if (places <= 1) {
        add_insertion(clause, places ? clause->new_places.items[0] : place_beside(clause), lines, all);
        return;
    }
    bool has_labels = without_label(lines[0]) != lines[0];
    size_t first = 0, place = 0;
    for (; first < all && place < places; place++) {
        size_t count = count_lines(lines, first, has_labels);
        add_insertion(clause, clause->new_places.items[place], lines + first, count);
        first += count;
    }
    clause->is_unclear = clause->is_unclear || first < all || place < places;
}

/* A new chapter: its heading, and the articles that the quotation has below it. */
void clause_add_chapter(Clause *clause, TifaSpan span)
{
    g_auto(GStrv) lines = g_strsplit(clause_words(clause, span), "\n", -1);
    size_t all = g_strv_length(lines), count;
    TifaPlace place = clause->new_places.length ? array_last(&clause->new_places) : (TifaPlace){0};
    Mark mark = mark_read(all > 0 ? lines[0] : "", all > 0 ? strlen(lines[0]) : 0);
    if (!place.chapter && mark.kind == MARK_CHAPTER)
        place.chapter = mark.number;
    if (all == 0 || !place.chapter || mark.kind == MARK_ARTICLE) {
        clause->is_unclear = true;
        return;
    }
    add_insertion(clause, place, lines, 1);
    for (size_t first = 1; first < all; first += count) {
        mark = mark_read(lines[first], strlen(lines[first]));
        count = count_lines(lines, first, true);
        clause->is_unclear = clause->is_unclear || mark.kind != MARK_ARTICLE;
        place.article = mark.number;
        place.insert = mark.insert;
        if (mark.kind == MARK_ARTICLE)
            add_insertion(clause, place, lines + first, count);
    }
}
