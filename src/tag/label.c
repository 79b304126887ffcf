#include "tag/label.h"

#include <string.h>

#define INSERT_MARK "…"

void label_forms_clear(LabelForms *forms)
{
    for (size_t i = 0; i < forms->length; i++)
        g_free(forms->items[i].text);
    array_clear(forms);
}

bool label_is_pattern(const char *label)
{
    return strpbrk(label, "()[]") || strstr(label, INSERT_MARK);
}

bool label_is_han(const char *label)
{
    while (*label)
        if (utf8_is_han(utf8_next(&label)))
            return true;
    return false;
}

bool label_is_capitals(const char *label)
{
    size_t letters = 0, capitals = 0;
    while (*label) {
        gunichar c = utf8_next(&label);
        if (g_unichar_islower(c) || utf8_is_han(c))
            return false;
        capitals += g_unichar_isupper(c) != 0;
        letters += form_is_word(c);
    }
    return capitals > 0 && letters > 1;
}

/* ---- Patterns -------------------------------------------------------------------------------- */

static const char *spell_pattern(const char *made, const char *rest, LabelForms *forms);

static const char *spell_with(const char *made, const char *part, size_t length, const char *rest,
                              LabelForms *forms)
{
    g_autofree char *more = g_strdup_printf("%s%.*s", made, (int)length, part);
    return spell_pattern(more, rest, forms);
}

/* `choice` stands behind a ( or [ that ends with `close`. */
static const char *spell_choice(const char *made, const char *choice, char close, LabelForms *forms)
{
    size_t length = strcspn(choice, "()[]");
    if (choice[length] != close || length == 0)
        return "a ( or [ without its end, or with nothing inside";
    const char *end = choice + length;
    const char *reason = close == ')' ? spell_with(made, "", 0, end + 1, forms) : NULL;
    for (const char *part = choice; part <= end && !reason;) {
        size_t part_length = strcspn(part, "/|)]");
        reason = spell_with(made, part, part_length, end + 1, forms);
        part += part_length + 1;
    }
    return reason;
}

/* Takes a label apart from left to right: `made` is spelled out so far. */
static const char *spell_pattern(const char *made, const char *rest, LabelForms *forms)
{
    if (forms->length >= LABEL_FORMS_AT_MOST)
        return "the pattern stands for more than 64 labels";
    size_t length = strcspn(rest, "()[]");
    g_autofree char *more = g_strdup_printf("%s%.*s", made, (int)length, rest);
    if (rest[length] == '(' || rest[length] == '[')
        return spell_choice(more, rest + length + 1, rest[length] == '(' ? ')' : ']', forms);
    if (rest[length])
        return "a ) or ] without its beginning";
    array_push(forms, ((LabelForm){.text = g_steal_pointer(&more)}));
    return NULL;
}

/* Takes the insertion mark out of a form and remembers its place. */
static const char *take_insertion(LabelForm *form)
{
    char *mark = strstr(form->text, INSERT_MARK);
    if (!mark)
        return NULL;
    const char *digit = mark + strlen(INSERT_MARK), *after = digit + 1;
    if (*digit < '1' || *digit > '9')
        return "… must be followed by a digit 1 to 9";
    if (strstr(digit, INSERT_MARK))
        return "more than one … in a label";
    if (mark == form->text || !utf8_is_han(g_utf8_get_char(g_utf8_prev_char(mark))) || !*after ||
        !utf8_is_han(g_utf8_get_char(after)))
        return "… must stand between two Han characters";
    form->insert = (uint8_t)(*digit - '0');
    form->head = (uint32_t)(mark - form->text);
    memmove(mark, after, strlen(after) + 1);
    return NULL;
}

/* ---- Latin spellings and plurals ------------------------------------------------------------- */

typedef struct {
    const char *british, *american;
} Spelling;

static const Spelling spellings[] = {
    {"defence", "defense"},    {"offence", "offense"},    {"licence", "license"},    {"programme", "program"},
    {"centre", "center"},      {"labour", "labor"},       {"behaviour", "behavior"}, {"fibre", "fiber"},
    {"aluminium", "aluminum"}, {"neighbour", "neighbor"}, {"analyse", "analyze"},    {"catalogue", "catalog"},
    {"isation", "ization"},    {"ising", "izing"},        {"ised", "ized"},          {"ise", "ize"},
};

/* Makes every `from` of the text `to`, but in laboratory, and where a longer `to` stands already. */
static bool replace_spelling(GString *text, const char *from, const char *to)
{
    bool is_changed = false;
    for (char *at = text->str; (at = strstr(at, from));) {
        size_t place = (size_t)(at - text->str), length = strlen(from);
        bool is_other =
            g_str_has_prefix(at + length, "at") || (strlen(to) > length && g_str_has_prefix(at, to));
        if (!is_other) {
            g_string_erase(text, (gssize)place, (gssize)length);
            g_string_insert(text, (gssize)place, to);
        }
        is_changed |= !is_other;
        at = text->str + place + (is_other ? length : strlen(to));
    }
    return is_changed;
}

/* The label in small letters and all British or all American; NULL if nothing changes. */
static char *respell(const char *text, bool to_american)
{
    g_autofree char *small = g_ascii_strdown(text, -1);
    g_autoptr(GString) result = g_string_new(small);
    bool is_changed = false;
    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++)
        is_changed |= to_american ? replace_spelling(result, spellings[i].british, spellings[i].american)
                                  : replace_spelling(result, spellings[i].american, spellings[i].british);
    return is_changed ? g_strdup(result->str) : NULL;
}

static bool ends_with_one_of(const char *text, const char *const *ends)
{
    for (; *ends; ends++)
        if (g_str_has_suffix(text, *ends))
            return true;
    return false;
}

/* The plural of a label that ends with a Latin letter; NULL if it ends otherwise. */
static char *plural(const char *text)
{
    static const char *const sibilants[] = {"s", "x", "z", "ch", "sh", NULL};
    size_t length = strlen(text);
    if (length < 2 || !g_ascii_isalpha(text[length - 1]))
        return NULL;
    if (text[length - 1] == 'y' && !strchr("aeiou", text[length - 2]))
        return g_strdup_printf("%.*sies", (int)length - 1, text);
    return g_strconcat(text, ends_with_one_of(text, sibilants) ? "es" : "s", NULL);
}

/* The singular of a label of several words that ends like a plural; NULL for others. */
static char *singular(const char *text)
{
    static const char *const no_plural[] = {"ss", "as", "us", "is", "ics", NULL};
    static const char *const long_endings[] = {"xes", "zes", "ches", "shes", "sses", NULL};
    int length = (int)strlen(text);
    if (length < 4 || !strchr(text, ' ') || text[length - 1] != 's' || !g_ascii_islower(text[length - 2]) ||
        ends_with_one_of(text, no_plural))
        return NULL;
    if (g_str_has_suffix(text, "ies"))
        return g_strdup_printf("%.*sy", length - 3, text);
    return g_strndup(text, (size_t)length - (ends_with_one_of(text, long_endings) ? 2 : 1));
}

/* Adds the plural of `text`, and `text` itself; takes it over. */
static void add_derived(LabelForms *forms, char *text)
{
    char *plural_text = plural(text);
    if (plural_text)
        array_push(forms, ((LabelForm){.text = plural_text, .is_derived = true}));
    array_push(forms, ((LabelForm){.text = text, .is_derived = true}));
}

/* Adds the other spellings and the plurals of the form at `index`. */
static void derive(LabelForms *forms, size_t index)
{
    const char *text = forms->items[index].text;
    char *american = respell(text, true), *british = respell(text, false);
    char *plural_text = plural(text), *singular_text = singular(text);
    if (plural_text)
        array_push(forms, ((LabelForm){.text = plural_text, .is_derived = true}));
    if (singular_text)
        array_push(forms, ((LabelForm){.text = singular_text, .is_derived = true}));
    if (american)
        add_derived(forms, american);
    if (british)
        add_derived(forms, british);
}

const char *label_spell(const char *label, bool is_plain, LabelForms *forms)
{
    size_t first = forms->length;
    const char *reason = is_plain ? NULL : spell_pattern("", label, forms);
    if (is_plain)
        array_push(forms, ((LabelForm){.text = g_strdup(label)}));
    size_t named = forms->length;
    for (size_t i = first; i < named && !reason; i++) {
        reason = is_plain ? NULL : take_insertion(&forms->items[i]);
        if (!reason && !label_is_han(forms->items[i].text))
            derive(forms, i);
    }
    return reason;
}
