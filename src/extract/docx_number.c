/* Word keeps automatic numbers out of the text. In a law typed with them, every 第一条 (di yi tiao, article
 * 1) would be lost; so they are counted here as Word counts them (ECMA-376 part 1, 17.9). */
#include "extract/docx.h"

#include <string.h>

enum {
    LEVELS = 9,
    SHORTEST_TRADITIONAL = 10,
};

typedef struct {
    char *format;  /* decimal, chineseCounting, upperRoman ... */
    char *pattern; /* 第%1条 */
    char *suffix;  /* tab, space or nothing */
    int start;
} Level;

/* A list's form. Several lists may share it, and then count on together. */
typedef struct {
    Level levels[LEVELS];
    int counts[LEVELS]; /* the number last given; 0 where the level starts anew */
} Form;

struct DocxNumbers {
    GHashTable *forms; /* of Form, by id */
    GHashTable *lists; /* of the form's id, by the list's; both ids are numbers kept as pointers */
};

static void form_free(void *data)
{
    Form *form = data;
    for (int i = 0; i < LEVELS; i++) {
        g_free(form->levels[i].format);
        g_free(form->levels[i].pattern);
        g_free(form->levels[i].suffix);
    }
    g_free(form);
}

/* ---- Reading --------------------------------------------------------------------------------- */

static void set_text(char **text, const Xml *xml)
{
    g_free(*text);
    *text = xml_attribute(xml, "val");
}

/* Takes the element that has just started, if it is one of those that describe a level. */
static void take_property(const Xml *xml, Level *level)
{
    if (xml_is(xml, "start"))
        level->start = CLAMP(xml_number(xml, "val", 1), 0, G_MAXUINT16);
    else if (xml_is(xml, "numFmt"))
        set_text(&level->format, xml);
    else if (xml_is(xml, "lvlText"))
        set_text(&level->pattern, xml);
    else if (xml_is(xml, "suff"))
        set_text(&level->suffix, xml);
}

/* Reads one element w:abstractNum, which has just started. */
static Form *read_form(Xml *xml)
{
    int depth = xml_depth(xml);
    Form *form = g_new0(Form, 1);
    Level *level = &form->levels[0];
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "lvl")) {
            level = &form->levels[CLAMP(xml_number(xml, "ilvl", 0), 0, LEVELS - 1)];
            level->start = 1;
        }
        take_property(xml, level);
    }
    return form;
}

/* Reads one element w:num, which has just started: a list and its form. */
static void read_list(Xml *xml, GHashTable *lists)
{
    int depth = xml_depth(xml), id = xml_number(xml, "numId", 0);
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "abstractNumId"))
            g_hash_table_insert(lists, GINT_TO_POINTER(id), GINT_TO_POINTER(xml_number(xml, "val", -1)));
    }
}

DocxNumbers *docx_numbers_read(GBytes *bytes)
{
    DocxNumbers *numbers = g_new0(DocxNumbers, 1);
    numbers->forms = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, form_free);
    numbers->lists = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(Xml) xml = bytes ? xml_open(bytes) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE)) {
        if (xml_is(xml, "abstractNum")) {
            int id = xml_number(xml, "abstractNumId", -1);
            g_hash_table_insert(numbers->forms, GINT_TO_POINTER(id), read_form(xml));
        } else if (xml_is(xml, "num")) {
            read_list(xml, numbers->lists);
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

/* A number up to 9999 in Han characters: 12 十二 (shi er), 105 一百零五. */
static void append_counting(GString *out, int number)
{
    static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const char *const units[] = {"千", "百", "十", ""};
    static const int powers[] = {1000, 100, 10, 1};
    size_t start = out->len;
    bool has_gap = false;
    for (int i = 0; i < 4; i++) {
        int digit = number / powers[i] % 10;
        bool is_bare_ten = powers[i] == 10 && digit == 1 && out->len == start;
        if (digit == 0) {
            has_gap = out->len > start;
            continue;
        }
        if (has_gap)
            g_string_append(out, digits[0]);
        has_gap = false;
        g_string_append(out, is_bare_ten ? "" : digits[digit]);
        g_string_append(out, units[i]);
    }
    if (number == 0)
        g_string_append(out, digits[0]);
}

static void append_roman(GString *out, int number, bool is_upper)
{
    static const struct {
        int value;
        const char *upper, *lower;
    } signs[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
                 {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
                 {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; number >= signs[i].value && number < 5000; number -= signs[i].value)
            g_string_append(out, is_upper ? signs[i].upper : signs[i].lower);
}

/* a, b ... z, aa, bb ... */
static void append_letter(GString *out, int number, char first)
{
    for (int count = (number - 1) / 26 + 1; number > 0 && count > 0 && count < 20; count--)
        g_string_append_c(out, (char)(first + (number - 1) % 26));
}

static void append_from(GString *out, int number, const char *const *signs, int count)
{
    if (number >= 1 && number <= count)
        g_string_append(out, signs[number - 1]);
    else
        g_string_append_printf(out, "%d", number);
}

static void append_number(GString *out, int number, const char *format)
{
    static const char *const circled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};
    static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    bool is_han =
        strstr(format, "Counting") || strstr(format, "chineseLegal") || strstr(format, "ideographDigital");
    if (is_han && number < 10000)
        append_counting(out, number);
    else if (strcmp(format, "upperRoman") == 0 || strcmp(format, "lowerRoman") == 0)
        append_roman(out, number, format[0] == 'u');
    else if (strcmp(format, "upperLetter") == 0 || strcmp(format, "lowerLetter") == 0)
        append_letter(out, number, format[0] == 'u' ? 'A' : 'a');
    else if (g_str_has_prefix(format, "decimalEnclosedCircle"))
        append_from(out, number, circled, G_N_ELEMENTS(circled));
    else if (strcmp(format, "ideographTraditional") == 0)
        append_from(out, number, stems, SHORTEST_TRADITIONAL);
    else if (strcmp(format, "none") != 0)
        g_string_append_printf(out, strcmp(format, "decimalZero") == 0 ? "%02d" : "%d", number);
}

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
        int number = form->counts[index] ? form->counts[index] : level->start;
        append_number(out, number, level->format ? level->format : "decimal");
    }
}

/* Counts one on in a level; the levels below start anew. */
static void count_on(Form *form, int level)
{
    int *count = &form->counts[level];
    *count = *count == 0 ? form->levels[level].start : *count + 1;
    for (int i = level + 1; i < LEVELS; i++)
        form->counts[i] = 0;
}

char *docx_next_number(DocxNumbers *numbers, int numbering, int level)
{
    void *id = NULL;
    bool is_known = g_hash_table_lookup_extended(numbers->lists, GINT_TO_POINTER(numbering), NULL, &id);
    Form *form = is_known ? g_hash_table_lookup(numbers->forms, id) : NULL;
    level = CLAMP(level, 0, LEVELS - 1);
    const Level *about = form ? &form->levels[level] : NULL;
    if (!about || !about->pattern || !about->format || strcmp(about->format, "bullet") == 0)
        return g_strdup("");
    count_on(form, level);
    GString *out = g_string_new(NULL);
    append_pattern(out, form, about->pattern);
    bool has_blank = !about->suffix || strcmp(about->suffix, "nothing") != 0;
    bool closes = g_str_has_suffix(out->str, "、") || g_str_has_suffix(out->str, "）");
    if (has_blank && !closes && out->len > 0)
        g_string_append_c(out, ' ');
    return g_string_free(out, FALSE);
}
