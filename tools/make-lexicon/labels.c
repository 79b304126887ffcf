#include "labels.h"

#include "tag/guard.h"
#include "tag/label.h"

#include <string.h>

/* What a label begins with that is a verb governing the rest: no word, though it is looked for. */
static const char *const governing[] = {"推动", "加快", "构建", "坚持", "巩固", "加强", "促进", "推进",
                                        "完善", "健全", "扩大", "打造", "提高", "提升", "培育", "深化",
                                        "实施", "落实", "维护", "建设", "建立", "实现", "开展", "支持",
                                        "鼓励", "强化", "引进", "涉及", "以",   "自"};

/* Titles are words of their own: 习近平 主席. */
static const char *const titles[] = {"同志", "总书记", "主席", "总理", "书记", "总统"};

#define COUNTRY "中华人民共和国"

/* How names of laws, plans and bodies end: no phrases, though they begin with a verb or hold a conjunction.
 */
static const char *const name_endings[] = {"法",   "条例", "办法", "规定",   "纲要", "规划", "计划",
                                           "工程", "行动", "战略", "委员会", "部",   "局",   "院",
                                           "会",   "署",   "中心", "公约",   "协定"};

static bool ends_with_any(const char *label, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (g_str_has_suffix(label, endings[i]) && strlen(label) > strlen(endings[i]))
            return true;
    return false;
}

static bool begins_with_any(const char *label, const char *const *beginnings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (g_str_has_prefix(label, beginnings[i]) && strlen(label) >= strlen(beginnings[i]) + strlen("两字"))
            return true;
    return false;
}

/* Whether a label is a phrase rather than a word: it has a title, begins with a governing verb, or has
 * a function word in it. */
static bool is_phrase(const char *label)
{
    for (size_t i = 0; i < G_N_ELEMENTS(titles); i++)
        if (strstr(label, titles[i]) && strlen(label) > strlen(titles[i]) + strlen("令"))
            return true;
    if (ends_with_any(label, name_endings, G_N_ELEMENTS(name_endings)))
        return false;
    return strstr(label, "的") || strstr(label, "与") || strstr(label, "和") || strstr(label, "及") ||
           begins_with_any(label, governing, G_N_ELEMENTS(governing));
}

/* The columns of a concept dictionary that matter here. */
typedef struct {
    int zh, zh_alt, guards, flags;
} Columns;

static Columns find_columns(char **names)
{
    Columns columns = {-1, -1, -1, -1};
    for (int i = 0; names[i]; i++) {
        columns.zh = strcmp(names[i], "zh") == 0 ? i : columns.zh;
        columns.zh_alt = strcmp(names[i], "zh_alt") == 0 ? i : columns.zh_alt;
        columns.guards = strcmp(names[i], "guards") == 0 ? i : columns.guards;
        columns.flags = strcmp(names[i], "flags") == 0 ? i : columns.flags;
    }
    return columns;
}

/* How one guard changes what a form of a label is: kept, or left to the model. Strings that the guard refuses
 * are listed as something else, so that the label in them is passed over. */
static bool is_sure_with(Words *words, const char *form, const char *written)
{
    Guard guard = {0};
    if (guard_parse(&guard, written))
        return false;
    bool is_sure = guard.kind == GUARD_DATES || guard.kind == GUARD_CASE || guard.kind == GUARD_ANYCASE;
    const char *dash = strchr(written, '-');
    uint16_t length = (uint16_t)MIN(utf8_count(form, strlen(form)), (size_t)LEXICON_RANK);
    if (guard.kind == GUARD_BEHIND) {
        g_autofree char *longer = g_strdup_printf("%s%.*s", form, (int)(dash - written), written);
        words_add(words, longer, LEXICON_OTHER | length);
        is_sure = true;
    } else if (guard.kind == GUARD_BEFORE) {
        g_autofree char *longer = g_strdup_printf("%.*s%s", (int)strcspn(dash + 1, "!"), dash + 1, form);
        words_add(words, longer, LEXICON_OTHER | LEXICON_OTHER_END | length);
        is_sure = true;
    }
    guard_clear(&guard);
    return is_sure;
}

/* Whether the label `form` (written `label` in the dictionary) may be cut as one word wherever it stands. */
static bool is_sure(Words *words, const char *label, const char *form, const char *guards)
{
    bool is_kept = true;
    g_auto(GStrv) entries = g_strsplit(guards, ";", -1);
    for (char **entry = entries; *entry; entry++) {
        char *equals = strchr(*entry, '=');
        if (!equals)
            continue;
        *equals = '\0';
        if (strcmp(g_strstrip(*entry), label) != 0 && strcmp(*entry, "*") != 0)
            continue;
        g_auto(GStrv) each = g_strsplit(equals + 1, "|", -1);
        for (char **guard = each; *guard; guard++)
            is_kept &= is_sure_with(words, form, g_strstrip(*guard));
    }
    return is_kept;
}

static bool is_listable(const char *form)
{
    for (const char *place = form; *place;) {
        gunichar c = utf8_next(&place);
        if (!utf8_is_han(c) && !g_unichar_isalnum(c))
            return false;
    }
    return true;
}

/* What one form of a label is in running text, by its guards: surely a word, surely the ends of words, or no
 * more than a guess, which is left to the model. */
static uint16_t mark_of(Words *words, const char *label, const char *form, const char *guards)
{
    uint16_t mark = is_phrase(form) ? LEXICON_LOOSE : WORDS_WHOLE;
    return is_sure(words, label, form, guards) ? mark : mark & ~LEXICON_WHOLE & ~LEXICON_LOOSE;
}

/* A form that the label does not name itself is no word; but of four characters or more it is not cut across.
 */
static void add_form(Words *words, const char *label, const LabelForm *form, const char *guards)
{
    const char *text = form->text;
    uint16_t mark = form->is_derived ? 0 : mark_of(words, label, text, guards);
    bool is_long = utf8_count(text, strlen(text)) >= 4;
    if (is_long || mark & LEXICON_WHOLE)
        words_add(words, text, LEXICON_LABEL | 1 << LEXICON_CLASS_SHIFT);
    if (form->is_derived)
        return;
    words_add(words, text, g_str_has_prefix(text, COUNTRY) ? LEXICON_LOOSE : mark);
    if (g_str_has_prefix(text, COUNTRY)) /* a word by itself, before bodies as before laws */
        words_add(words, text + strlen(COUNTRY), mark);
}

static void add_label(Words *words, const char *label, bool is_plain, const char *guards)
{
    LabelForms forms = {0};
    bool is_understood = !label_spell(label, is_plain, &forms);
    for (size_t i = 0; is_understood && i < forms.length; i++) {
        const LabelForm *form = &forms.items[i];
        if (!form->insert && label_is_han(form->text) && is_listable(form->text))
            add_form(words, label, form, guards);
    }
    label_forms_clear(&forms);
}

static void add_concept(Words *words, char **cells, int count, const Columns *columns)
{
    const char *flags = columns->flags >= 0 && columns->flags < count ? cells[columns->flags] : "";
    const char *guards = columns->guards >= 0 && columns->guards < count ? cells[columns->guards] : "";
    if (strstr(flags, "struct"))
        return;
    if (columns->zh >= 0 && columns->zh < count && *cells[columns->zh])
        add_label(words, g_strstrip(cells[columns->zh]), true, guards);
    if (columns->zh_alt < 0 || columns->zh_alt >= count)
        return;
    /* a | between brackets belongs to a pattern */
    char *rest = cells[columns->zh_alt];
    for (char *start = rest, depth = 0;; rest++) {
        depth += *rest == '(' || *rest == '[' ? 1 : *rest == ')' || *rest == ']' ? -1 : 0;
        if (*rest && (*rest != '|' || depth > 0))
            continue;
        g_autofree char *label = g_strndup(start, (size_t)(rest - start));
        if (*g_strstrip(label))
            add_label(words, label, false, guards);
        if (!*rest)
            break;
        start = rest + 1;
    }
}

void labels_add(Words *words, char **lines)
{
    Columns columns = {-1, -1, -1, -1};
    for (char **line = lines; *line; line++) {
        if (**line == '#' || **line == '\0')
            continue;
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        if (columns.zh < 0)
            columns = find_columns(cells);
        else
            add_concept(words, cells, (int)g_strv_length(cells), &columns);
    }
}
