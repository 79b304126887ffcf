/* make-lexicon - the listed words of the segmenter as one file.
 *
 *     make-lexicon OUT SOURCE...
 *
 * A source is jieba's dict.txt ("word frequency tag" lines), a concept dictionary (*.tsv, tifa-concepts(5)),
 * a list of our own (*.words: one word a line, # begins a comment), or phrases.txt, which says what of the
 * sources behind it is left out. The same sources give the same bytes.
 */
#include "base/error.h"
#include "segment/lexicon.h"
#include "tag/guard.h"
#include "tag/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    ARRAY(LexiconEntry) entries;
    GPtrArray *texts;    /* owns the entries' texts */
    GHashTable *phrases; /* "X-" and "-X": how entries of jieba's begin and end that are no words */
} Words;

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

static uint16_t class_number(const char *tag)
{
    for (int i = 1; i < LEXICON_CLASSES; i++)
        if (strcmp(lexicon_classes[i], tag) == 0)
            return (uint16_t)i;
    return 0;
}

/* About twice the binary logarithm of a frequency, plus 1: in whole numbers, so that it is the same
 * everywhere. */
static uint16_t rank_of(unsigned long frequency)
{
    uint16_t bits = 0;
    while (frequency >> bits > 1)
        bits++;
    uint16_t half = bits > 0 && (frequency >> (bits - 1) & 1);
    return 1 + 2 * bits + half;
}

static void add_word(Words *words, const char *text, uint16_t value)
{
    char *own = g_strdup(text);
    g_ptr_array_add(words->texts, own);
    array_push(&words->entries, ((LexiconEntry){own, value}));
}

/* Whether an entry of four characters that was met a few times only is a phrase by the list. */
static bool is_listed_phrase(const Words *words, const char *text, unsigned long frequency)
{
    if (frequency > 10 || utf8_count(text, strlen(text)) != 4)
        return false;
    const char *middle = g_utf8_offset_to_pointer(text, 2), *last = g_utf8_offset_to_pointer(text, 3);
    g_autofree char *two = g_strdup_printf("%.*s-", (int)(middle - text), text);
    g_autofree char *three = g_strdup_printf("%.*s-", (int)(last - text), text);
    g_autofree char *end = g_strconcat("-", middle, NULL);
    return g_hash_table_contains(words->phrases, two) || g_hash_table_contains(words->phrases, three) ||
           g_hash_table_contains(words->phrases, end);
}

static void add_jieba_line(Words *words, const char *line)
{
    g_auto(GStrv) fields = g_strsplit(line, " ", -1);
    if (g_strv_length(fields) != 3) /* a few entries hold blanks; no word does */
        return;
    unsigned long frequency = strtoul(fields[1], NULL, 10);
    uint16_t class = class_number(fields[2]);
    if (!is_listed_phrase(words, fields[0], frequency))
        add_word(words, fields[0], rank_of(frequency) | (uint16_t)(class << LEXICON_CLASS_SHIFT));
}

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
        add_word(words, longer, LEXICON_OTHER | length);
        is_sure = true;
    } else if (guard.kind == GUARD_BEFORE) {
        g_autofree char *longer = g_strdup_printf("%.*s%s", (int)strcspn(dash + 1, "!"), dash + 1, form);
        add_word(words, longer, LEXICON_OTHER | LEXICON_OTHER_END | length);
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

static void add_label(Words *words, const char *label, bool is_plain, const char *guards)
{
    LabelForms forms = {0};
    bool is_understood = !label_spell(label, is_plain, &forms);
    for (size_t i = 0; is_understood && i < forms.length; i++) {
        const char *form = forms.items[i].text;
        if (forms.items[i].is_derived || forms.items[i].insert || !label_is_han(form) || !is_listable(form))
            continue;
        uint16_t mark = is_phrase(form) ? LEXICON_LOOSE : LEXICON_WHOLE | 1;
        if (!is_sure(words, label, form, guards))
            mark &= 1;
        add_word(words, form, g_str_has_prefix(form, COUNTRY) ? LEXICON_LOOSE : mark);
        if (g_str_has_prefix(form, COUNTRY)) /* a word by itself, before bodies as before laws */
            add_word(words, form + strlen(COUNTRY), mark);
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

static void add_concepts(Words *words, char **lines)
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

static void add_own_line(Words *words, char *line)
{
    line[strcspn(line, "#")] = '\0';
    g_strstrip(line);
    if (*line)
        add_word(words, line, LEXICON_WHOLE | 1);
}

/* The lines of a text. (g_strsplit() looks for its separator with strstr(), which the address sanitizer makes
 * quadratic.) */
static char **split_lines(const char *content)
{
    GPtrArray *lines = g_ptr_array_new();
    for (const char *line = content, *end; *line; line = *end ? end + 1 : end) {
        end = strchrnul(line, '\n');
        g_ptr_array_add(lines, g_strndup(line, (size_t)(end - line)));
    }
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

static void add_phrases(Words *words, char *line)
{
    line[strcspn(line, "#")] = '\0';
    g_auto(GStrv) each = g_strsplit_set(line, " \r", -1);
    for (char **phrase = each; *phrase; phrase++)
        if (**phrase)
            g_hash_table_add(words->phrases, g_strdup(*phrase));
}

static bool add_source(Words *words, const char *path, GError **error)
{
    g_autofree char *content = NULL;
    if (!g_file_get_contents(path, &content, NULL, error))
        return false;
    g_auto(GStrv) lines = split_lines(content);
    if (g_str_has_suffix(path, ".tsv")) {
        add_concepts(words, lines);
        return true;
    }
    for (char **line = lines; *line; line++) {
        if (g_str_has_suffix(path, ".words"))
            add_own_line(words, *line);
        else if (g_str_has_suffix(path, "phrases.txt"))
            add_phrases(words, *line);
        else
            add_jieba_line(words, *line);
    }
    return true;
}

static bool write_lexicon(const Words *words, const char *path, GError **error)
{
    size_t skipped, length;
    g_autoptr(GBytes) bytes = lexicon_build(words->entries.items, words->entries.length, &skipped);
    const char *data = g_bytes_get_data(bytes, &length);
    printf("%s: %zu words, %zu left out, %zu bytes\n", path, words->entries.length - skipped, skipped,
           length);
    return g_file_set_contents(path, data, (gssize)length, error);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: make-lexicon OUT SOURCE...\n");
        return EXIT_FAILURE;
    }
    Words words = {.texts = g_ptr_array_new_with_free_func(g_free),
                   .phrases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    g_autoptr(GError) error = NULL;
    bool is_done = true;
    for (int i = 2; i < argc && is_done; i++)
        is_done = add_source(&words, argv[i], &error);
    is_done = is_done && write_lexicon(&words, argv[1], &error);
    if (!is_done)
        fprintf(stderr, "make-lexicon: %s\n", error->message);
    array_clear(&words.entries);
    g_ptr_array_unref(words.texts);
    g_hash_table_unref(words.phrases);
    return is_done ? EXIT_SUCCESS : EXIT_FAILURE;
}
