/* explain.c - what a label's rules ask for and what a verdict rests on, in words. */
#include "tag/concepts.h"

#include <string.h>

/* ---- Rules of a label ------------------------------------------------------------------------ */

/* "门, except in 门户": the word of a guard as it is written, without its hyphen, and its exceptions. */
static char *guard_words(const char *words, bool has_hyphen)
{
    g_auto(GStrv) parts = g_strsplit(words, "!", -1);
    if (has_hyphen)
        parts[0][strlen(parts[0]) - 1] = 0;
    g_autofree char *exceptions = parts[1] ? g_strjoinv(", ", parts + 1) : NULL;
    return exceptions ? g_strdup_printf("%s (but not %s)", parts[0], exceptions) : g_strdup(parts[0]);
}

static char *guard_rule(const Guard *guard)
{
    const char *words = guard->written;
    bool is_behind = guard->kind == GUARD_BEHIND || guard->kind == GUARD_ONLY_BEHIND;
    bool is_only = guard->kind == GUARD_ONLY_BEHIND || guard->kind == GUARD_ONLY_BEFORE;
    if (guard->kind == GUARD_QUOTED)
        return g_strdup("only right behind a quotation mark");
    if (guard->kind == GUARD_DATES)
        return g_strdup_printf("only in texts dated %s", words + 1);
    if (guard->kind == GUARD_NEAR)
        return g_strdup_printf("only where %s stands in the same paragraph", words + strlen("near "));
    g_autofree char *word = guard_words(words + is_only + !is_behind, is_behind);
    return g_strdup_printf("%s where %s stands right %s", is_only ? "only" : "not", word,
                           is_behind ? "behind" : "before");
}

static const Label *label_of(const TifaConcepts *concepts, uint32_t concept, uint16_t variant)
{
    g_assert(concept < concepts->concepts.length && variant < concepts->concepts.items[concept].labels);
    return &concepts->labels.items[concepts->concepts.items[concept].first_label + variant];
}

static const Guard *linked_guard(const TifaConcepts *concepts, uint32_t link)
{
    return &concepts->guards.items[concepts->guard_links.items[link].guard];
}

char **tifa_concepts_rules(const TifaConcepts *concepts, uint32_t concept, uint16_t variant)
{
    const Label *label = label_of(concepts, concept, variant);
    g_autoptr(GPtrArray) rules = g_ptr_array_new();
    /* Links lead from the last guard written to the first. */
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next)
        g_ptr_array_insert(rules, 0, guard_rule(linked_guard(concepts, link)));
    if (label->is_never)
        g_ptr_array_add(rules, g_strdup("shown, never looked for"));
    if (label->is_word)
        g_ptr_array_add(rules, g_strdup("not across the words of the text"));
    if (label->is_case)
        g_ptr_array_add(rules, g_strdup("only in these capitals, and not among words all in capitals"));
    else if (label->is_exact)
        g_ptr_array_add(rules, g_strdup("only in these capitals"));
    g_ptr_array_add(rules, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&rules), FALSE);
}

/* ---- Verdicts -------------------------------------------------------------------------------- */

static bool are_alike(GuardKind one, GuardKind other)
{
    bool is_one_beside = one != GUARD_NEAR && one != GUARD_DATES;
    return one == other || (is_one_beside && other != GUARD_NEAR && other != GUARD_DATES &&
                            other != GUARD_BEHIND && other != GUARD_BEFORE);
}

/* The guards of a label any of which would have been enough, of the kind of the one that decided. */
static char *list_asking(const TifaConcepts *concepts, const Label *label, const char *decided)
{
    Guard guard;
    guard_parse(&guard, decided);
    GString *list = g_string_new(NULL);
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next) {
        const Guard *other = linked_guard(concepts, link);
        if (!are_alike(guard.kind, other->kind))
            continue;
        g_string_prepend(list, list->len ? "|" : "");
        g_string_prepend(list, other->written);
    }
    guard_clear(&guard);
    return g_string_free(list, FALSE);
}

char *tifa_concepts_explain(const TifaConcepts *concepts, const char *text, const TifaVerdict *verdict)
{
    const Label *label = label_of(concepts, verdict->concept, verdict->variant);
    g_autofree char *asking = verdict->guard ? list_asking(concepts, label, verdict->guard) : NULL;
    int shown = (int)(verdict->evidence.end - verdict->evidence.start);
    const char *evidence = text + verdict->evidence.start;
    switch ((TifaWhy)verdict->why) {
    case TIFA_WHY_TAGGED:
        return g_strdup("nothing speaks against it");
    case TIFA_WHY_CASE:
        return g_strdup("other capitals than the label's");
    case TIFA_WHY_CAPITALS:
        return g_strdup("stands among words all in capitals");
    case TIFA_WHY_NEGATED:
        return g_strdup("stands behind \"non\"");
    case TIFA_WHY_GUARD:
        if (shown)
            return g_strdup_printf("guard %s: %.*s stands right %s", verdict->guard, shown, evidence,
                                   verdict->evidence.end <= verdict->span.start ? "before" : "behind");
        return g_strdup_printf("guard %s: what it asks for does not stand there", asking);
    case TIFA_WHY_DATE:
        return g_strdup_printf("guard %s: the text is of another time", asking);
    case TIFA_WHY_WORDS:
        return g_strdup_printf("lies across the words of %.*s", shown, evidence);
    case TIFA_WHY_INSIDE:
        return g_strdup_printf("inside %.*s of the same concept", shown, evidence);
    case TIFA_WHY_NEVER:
        return g_strdup("the label is shown, never looked for");
    }
    g_assert_not_reached();
}
