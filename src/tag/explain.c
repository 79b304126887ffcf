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

/* The guards of a label, in the order written. */
static GPtrArray *guards_of(const TifaConcepts *concepts, const Label *label)
{
    GPtrArray *guards = g_ptr_array_new();
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next)
        g_ptr_array_add(guards, &concepts->guards.items[concepts->guard_links.items[link].guard]);
    for (unsigned i = 0; i < guards->len / 2; i++) { /* links lead from the last to the first */
        void *guard = guards->pdata[i];
        guards->pdata[i] = guards->pdata[guards->len - 1 - i];
        guards->pdata[guards->len - 1 - i] = guard;
    }
    return guards;
}

/* Adds the rule that all guards of one kind make together, if there are any. */
static void add_word_rule(const GPtrArray *guards, size_t number, GPtrArray *rules)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (unsigned i = 0; i < guards->len; i++) {
        const Guard *guard = guards->pdata[i];
        if (guard->kind == word_rules[number].kind)
            g_ptr_array_add(words, guard_words(guard));
    }
    if (words->len == 0)
        return;
    GString *rule = g_string_new(word_rules[number].before);
    for (unsigned i = 0; i < words->len; i++)
        g_string_append_printf(rule, "%s%s",
                               i == 0               ? ""
                               : i + 1 < words->len ? ", "
                                                    : " or ",
                               (char *)words->pdata[i]);
    g_string_append(rule, word_rules[number].after);
    g_ptr_array_add(rules, g_string_free(rule, FALSE));
}

/* Adds what a label asks for that is looked for at all. */
static void add_rules(const TifaConcepts *concepts, const Label *label, GPtrArray *rules)
{
    g_autoptr(GPtrArray) guards = guards_of(concepts, label);
    for (size_t i = 0; i < G_N_ELEMENTS(word_rules); i++)
        add_word_rule(guards, i, rules);
    if (label->is_word)
        g_ptr_array_add(rules, g_strdup("not across the words of the text"));
    if (label->is_case)
        g_ptr_array_add(rules, g_strdup("only in these capitals, and not among words all in capitals"));
    else if (label->is_exact)
        g_ptr_array_add(rules, g_strdup("only in these capitals"));
}

char **tifa_concepts_rules(const TifaConcepts *concepts, uint32_t concept, uint16_t variant)
{
    const Label *label = label_of(concepts, concept, variant);
    GPtrArray *rules = g_ptr_array_new();
    if (label->is_never)
        g_ptr_array_add(rules, g_strdup("shown, never looked for"));
    else
        add_rules(concepts, label, rules);
    g_ptr_array_add(rules, NULL);
    return (char **)g_ptr_array_free(rules, FALSE);
}

/* ---- Verdicts -------------------------------------------------------------------------------- */

/* Whether any one of two guards is enough. */
static bool are_alike(const Guard *one, const Guard *other)
{
    static const bool is_beside[GUARD_NEVER + 1] = {
        [GUARD_ONLY_BEHIND] = true, [GUARD_ONLY_BEFORE] = true, [GUARD_QUOTED] = true};
    return one->kind == other->kind || (is_beside[one->kind] && is_beside[other->kind]);
}

/* The guards of a label, "near X|near Y", any of which would have been enough instead of the one that
 * decided.
 */
static char *list_asking(const TifaConcepts *concepts, const Label *label, const char *decided)
{
    g_autoptr(GPtrArray) guards = guards_of(concepts, label);
    const Guard *asking = NULL;
    for (unsigned i = 0; i < guards->len; i++)
        if (strcmp(((const Guard *)guards->pdata[i])->written, decided) == 0)
            asking = guards->pdata[i];
    GString *list = g_string_new(NULL);
    for (unsigned i = 0; asking && i < guards->len; i++) {
        const Guard *guard = guards->pdata[i];
        if (are_alike(asking, guard))
            g_string_append_printf(list, "%s%s", list->len ? "|" : "", guard->written);
    }
    return g_string_free(list, FALSE);
}

/* What a guard says about a place; `evidence` is the word it met, empty if it met none. */
static char *explain_guard(const TifaConcepts *concepts, const TifaVerdict *verdict, const char *evidence)
{
    if (*evidence)
        return g_strdup_printf("guard %s: %s stands right %s", verdict->guard, evidence,
                               verdict->evidence.end <= verdict->span.start ? "before" : "behind");
    const Label *label = label_of(concepts, verdict->concept, verdict->variant);
    g_autofree char *asking = list_asking(concepts, label, verdict->guard);
    return g_strdup_printf("guard %s: %s", asking,
                           verdict->why == TIFA_WHY_DATE ? "the text is of another time"
                                                         : "what it asks for does not stand there");
}

char *tifa_concepts_explain(const TifaConcepts *concepts, const char *text, const TifaVerdict *verdict)
{
    g_autofree char *evidence =
        g_strndup(text + verdict->evidence.start, verdict->evidence.end - verdict->evidence.start);
    switch ((TifaWhy)verdict->why) {
    case TIFA_WHY_TAGGED:
        return *evidence ? g_strdup_printf("%s stands there, as a guard asks", evidence)
                         : g_strdup("nothing speaks against it");
    case TIFA_WHY_CASE:
        return g_strdup("other capitals than the label's");
    case TIFA_WHY_CAPITALS:
        return g_strdup("stands among words all in capitals");
    case TIFA_WHY_NEGATED:
        return g_strdup("stands behind \"non\"");
    case TIFA_WHY_GUARD:
        return explain_guard(concepts, verdict, evidence);
    case TIFA_WHY_DATE:
        return explain_guard(concepts, verdict, "");
    case TIFA_WHY_WORDS:
        return g_strdup_printf("lies across the words of %s", evidence);
    case TIFA_WHY_INSIDE:
        return g_strdup_printf("inside %s of the same concept", evidence);
    case TIFA_WHY_NEVER:
        return g_strdup("the label is shown, never looked for");
    }
    g_assert_not_reached();
}
