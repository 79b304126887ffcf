/* Word keeps automatic numbers out of the text. In a law typed with them, every 第一条 (di yi tiao, article
 * 1) would be lost; so they are counted here as Word counts them (ECMA-376 part 1, 17.9). */
#include "extract/docx.h"
#include "extract/numeral.h"

#include <string.h>

enum { LEVELS = 9 };

typedef struct {
    Numeral numeral;
    bool is_bullet;
    char *pattern; /* 第%1条; NULL: the level has no numbers */
    bool has_gap;  /* between number and text */
    int start;
} Level;

/* A list's form. Several lists may share it, and then count on together. */
typedef struct {
    Level levels[LEVELS];
    int counts[LEVELS]; /* the number last given; 0 where the level starts anew */
    char *link;         /* the style of lists in which its levels stand instead; NULL for none */
    char *name;         /* the style of lists whose form it is; NULL for none */
} Form;

/* A list: its form, and where it begins to count if not where the form does; -1 for levels that do not, or
 * have. */
typedef struct {
    int form;
    int restarts[LEVELS];
} List;

struct DocxNumbers {
    GHashTable *forms; /* of Form, by id; the ids are numbers kept as pointers */
    GHashTable *lists; /* of List, by id */
};

static void form_free(void *data)
{
    Form *form = data;
    for (int i = 0; i < LEVELS; i++)
        g_free(form->levels[i].pattern);
    g_free(form->link);
    g_free(form->name);
    g_free(form);
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* How Word calls the numerals (17.18.59); the first that the name begins with. */
static Numeral numeral_named(const char *name)
{
    static const struct {
        const char *name;
        Numeral numeral;
    } names[] = {
        {"none", NUMERAL_NONE},
        {"upperRoman", NUMERAL_ROMAN},
        {"lowerRoman", NUMERAL_SMALL_ROMAN},
        {"upperLetter", NUMERAL_LETTER},
        {"lowerLetter", NUMERAL_SMALL_LETTER},
        {"decimalZero", NUMERAL_PADDED},
        {"decimalFullWidth", NUMERAL_WIDE},
        {"decimalEnclosedCircle", NUMERAL_CIRCLED},
        {"decimalEnclosedParen", NUMERAL_BRACKETED},
        {"decimalEnclosedFullstop", NUMERAL_DOTTED},
        {"ideographEnclosedCircle", NUMERAL_HAN_CIRCLE},
        {"ideographTraditional", NUMERAL_STEM},
        {"ideographZodiac", NUMERAL_BRANCH},
        {"ideographDigital", NUMERAL_HAN_DIGITS},
        {"taiwaneseDigital", NUMERAL_HAN_DIGITS},
        {"ideographLegalTraditional", NUMERAL_HAN_LEGAL},
        {"chineseLegalSimplified", NUMERAL_HAN_LEGAL},
        {"chineseCounting", NUMERAL_HAN},
        {"taiwaneseCounting", NUMERAL_HAN},
        {"japaneseCounting", NUMERAL_HAN},
    };
    for (size_t i = 0; name && i < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(name, names[i].name))
            return names[i].numeral;
    return NUMERAL_DECIMAL;
}

static void set_text(char **text, const Xml *xml)
{
    g_free(*text);
    *text = xml_attribute(xml, "val");
}

/* Takes the element that has just started, if it is one of those that describe a level. */
static void take_property(const Xml *xml, Level *level)
{
    g_autofree char *value = xml_attribute(xml, "val");
    if (xml_is(xml, "start")) {
        level->start = CLAMP(xml_number(xml, "val", 1), 0, G_MAXUINT16);
    } else if (xml_is(xml, "numFmt")) {
        level->numeral = numeral_named(value);
        level->is_bullet = value && strcmp(value, "bullet") == 0;
    } else if (xml_is(xml, "lvlText")) {
        set_text(&level->pattern, xml);
    } else if (xml_is(xml, "suff")) {
        level->has_gap = !value || strcmp(value, "nothing") != 0;
    }
}

static int level_index(const Xml *xml)
{
    return CLAMP(xml_number(xml, "ilvl", 0), 0, LEVELS - 1);
}

/* Reads one element w:abstractNum, which has just started. */
static Form *read_form(Xml *xml)
{
    int depth = xml_depth(xml);
    Form *form = g_new0(Form, 1);
    Level *level = &form->levels[0];
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "lvl")) {
            level = &form->levels[level_index(xml)];
            level->start = 1;
            level->numeral = NUMERAL_DECIMAL;
            level->has_gap = true;
        } else if (xml_is(xml, "styleLink")) {
            set_text(&form->name, xml);
        } else if (xml_is(xml, "numStyleLink")) {
            set_text(&form->link, xml);
        }
        take_property(xml, level);
    }
    return form;
}

/* Reads one element w:num, which has just started: a list, its form, and where it starts anew. */
static List *read_list(Xml *xml)
{
    int depth = xml_depth(xml), level = 0;
    List *list = g_new0(List, 1);
    list->form = -1;
    memset(list->restarts, -1, sizeof list->restarts);
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "abstractNumId"))
            list->form = xml_number(xml, "val", -1);
        else if (xml_is(xml, "lvlOverride"))
            level = level_index(xml);
        else if (xml_is(xml, "startOverride"))
            list->restarts[level] = CLAMP(xml_number(xml, "val", 1), 0, G_MAXUINT16);
    }
    return list;
}

DocxNumbers *docx_numbers_read(GBytes *bytes)
{
    DocxNumbers *numbers = g_new0(DocxNumbers, 1);
    numbers->forms = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, form_free);
    numbers->lists = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    g_autoptr(Xml) xml = bytes ? xml_open(bytes) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE)) {
        if (xml_is(xml, "abstractNum")) {
            int id = xml_number(xml, "abstractNumId", -1);
            g_hash_table_insert(numbers->forms, GINT_TO_POINTER(id), read_form(xml));
        } else if (xml_is(xml, "num")) {
            int id = xml_number(xml, "numId", 0);
            g_hash_table_insert(numbers->lists, GINT_TO_POINTER(id), read_list(xml));
        }
    }
    return numbers;
}

void docx_numbers_free(DocxNumbers *numbers)
{
    if (!numbers)
        return;
    g_hash_table_unref(numbers->forms);
    g_hash_table_unref(numbers->lists);
    g_free(numbers);
}

/* ---- Writing numbers ------------------------------------------------------------------------- */

/* The pattern with the numbers of its levels: %1.%2 */
static void append_pattern(GString *out, const Form *form, const char *pattern)
{
    for (const char *place = pattern; *place; place++) {
        if (place[0] != '%' || place[1] < '1' || place[1] > '9') {
            g_string_append_c(out, *place);
            continue;
        }
        int index = *++place - '1';
        const Level *level = &form->levels[index];
        numeral_append(out, level->numeral, form->counts[index] ? form->counts[index] : level->start);
    }
}

/* Counts one on in a level; the levels below start anew. */
static void count_on(Form *form, List *list, int level)
{
    int *count = &form->counts[level];
    *count = *count == 0 ? form->levels[level].start : *count + 1;
    if (list->restarts[level] >= 0)
        *count = list->restarts[level];
    list->restarts[level] = -1;
    for (int i = level + 1; i < LEVELS; i++)
        form->counts[i] = 0;
}

/* The form that has the list's levels, or NULL. */
static Form *form_of(const DocxNumbers *numbers, const List *list)
{
    Form *form = g_hash_table_lookup(numbers->forms, GINT_TO_POINTER(list->form)), *other;
    if (!form || !form->link)
        return form;
    GHashTableIter iter;
    g_hash_table_iter_init(&iter, numbers->forms);
    while (g_hash_table_iter_next(&iter, NULL, (void **)&other))
        if (g_strcmp0(other->name, form->link) == 0)
            return other;
    return form;
}

char *docx_next_number(DocxNumbers *numbers, int numbering, int level)
{
    List *list = g_hash_table_lookup(numbers->lists, GINT_TO_POINTER(numbering));
    Form *form = list ? form_of(numbers, list) : NULL;
    level = CLAMP(level, 0, LEVELS - 1);
    const Level *about = form ? &form->levels[level] : NULL;
    if (!about || !about->pattern)
        return g_strdup("");
    count_on(form, list, level);
    if (about->is_bullet)
        return g_strdup("");
    GString *out = g_string_new(NULL);
    append_pattern(out, form, about->pattern);
    numeral_close(out, about->has_gap);
    return g_string_free(out, FALSE);
}
