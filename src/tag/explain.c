/* explain.c - what a label's rules ask for and what a verdict rests on, in words. */
#include "tag/concepts.h"

#include <string.h>

/* ---- Rules of a label ------------------------------------------------------------------------ */

/* The rules that words make, by kind of guard; what stands between the two parts is the words. */
static const struct {
    GuardKind kind;
    const char *before, *after;
} word_rules[] = {
    {GUARD_BEHIND, "not where ", " stands right behind"},
    {GUARD_BEFORE, "not where ", " stands right before"},
    {GUARD_ONLY_BEHIND, "only where ", " stands right behind"},
    {GUARD_ONLY_BEFORE, "only where ", " stands right before"},
    {GUARD_QUOTED, "only right behind ", ""},
    {GUARD_NEAR, "only where ", " stands in the same paragraph"},
    {GUARD_DATES, "only in texts dated ", ""},
};

/* The words of a guard as they are written, "of (but not of China)" for of-!of China. Free with g_free(). */
static char *guard_words(const Guard *guard)
{
    if (guard->kind == GUARD_QUOTED)
        return g_strdup("a quotation mark");
    if (guard->kind == GUARD_DATES || guard->kind == GUARD_NEAR)
        return g_strdup(guard->written + (guard->kind == GUARD_NEAR ? strlen("near ") : 1));
    bool is_behind = guard->kind == GUARD_BEHIND || guard->kind == GUARD_ONLY_BEHIND;
    bool is_only = guard->kind == GUARD_ONLY_BEHIND || guard->kind == GUARD_ONLY_BEFORE;
    g_auto(GStrv) parts = g_strsplit(guard->written + is_only + !is_behind, "!", -1);
    if (is_behind)
        parts[0][strlen(parts[0]) - 1] = 0; /* the hyphen */
    g_autofree char *exceptions = parts[1] ? g_strjoinv(", ", parts + 1) : NULL;
    return exceptions ? g_strdup_printf("%s (but not %s)", parts[0], exceptions) : g_strdup(parts[0]);
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

/* Adds the rule that all guards of one kind make together, if there are any. */
static void add_word_rule(const TifaConcepts *concepts, const Label *label, size_t number, GPtrArray *rules)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next) {
        const Guard *guard = linked_guard(concepts, link);
        if (guard->kind == word_rules[number].kind)
            g_ptr_array_add(words, guard_words(guard));
    }
    if (words->len == 0)
        return;
    GString *rule = g_string_new(word_rules[number].before);
    /* Links lead from the last guard written to the first. */
    for (unsigned i = words->len; i-- > 0;)
        g_string_append_printf(rule, "%s%s", (char *)words->pdata[i], i > 1 ? ", " : i == 1 ? " or " : "");
    g_string_append(rule, word_rules[number].after);
    g_ptr_array_add(rules, g_string_free(rule, FALSE));
}

char **tifa_concepts_rules(const TifaConcepts *concepts, uint32_t concept, uint16_t variant)
{
    const Label *label = label_of(concepts, concept, variant);
    GPtrArray *rules = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(word_rules); i++)
        add_word_rule(concepts, label, i, rules);
    if (label->is_never)
        g_ptr_array_add(rules, g_strdup("shown, never looked for"));
    if (label->is_word)
        g_ptr_array_add(rules, g_strdup("not across the words of the text"));
    if (label->is_case)
        g_ptr_array_add(rules, g_strdup("only in these capitals, and not among words all in capitals"));
    else if (label->is_exact)
        g_ptr_array_add(rules, g_strdup("only in these capitals"));
    g_ptr_array_add(rules, NULL);
    return (char **)g_ptr_array_free(rules, FALSE);
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
