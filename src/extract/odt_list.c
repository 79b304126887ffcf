#include "extract/odt_list.h"

#include "extract/numeral.h"

#include <string.h>

enum { LEVELS = 10 };

typedef struct {
    Numeral numeral;
    char *pattern; /* 第%1%条; NULL: prefix and suffix around the numbers, with points between them */
    char *prefix, *suffix; /* NULL: none */
    int start, shown;      /* shown: of how many levels the number consists */
    bool has_gap;
} Level;

/* A style of lists, and how far its lists have counted. */
typedef struct {
    Level levels[LEVELS];
    int counts[LEVELS]; /* 0 where the level starts anew */
} Style;

struct OdtLists {
    GHashTable *styles; /* of Style, by name */
    GPtrArray *open;    /* of Style, lent: the lists that are open; NULL for a style that is not known */
    Style outline;      /* of headings */
    bool has_item;      /* an item has begun, and its number is not taken */
};

static void style_clear(Style *style)
{
    for (int i = 0; i < LEVELS; i++) {
        g_free(style->levels[i].pattern);
        g_free(style->levels[i].prefix);
        g_free(style->levels[i].suffix);
    }
}

static void style_free(void *data)
{
    style_clear(data);
    g_free(data);
}

OdtLists *odt_lists_new(void)
{
    OdtLists *lists = g_new0(OdtLists, 1);
    lists->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
    lists->open = g_ptr_array_new();
    return lists;
}

void odt_lists_free(OdtLists *lists)
{
    if (!lists)
        return;
    g_hash_table_unref(lists->styles);
    g_ptr_array_unref(lists->open);
    style_clear(&lists->outline);
    g_free(lists);
}

/* ---- Styles ---------------------------------------------------------------------------------- */

/* The numerals that style:num-format begins with ("一, 二, 三, ..."). */
static Numeral numeral_of(const char *format)
{
    static const struct {
        const char *first;
        Numeral numeral;
    } formats[] = {{"１", NUMERAL_WIDE},       {"1", NUMERAL_DECIMAL},    {"I", NUMERAL_ROMAN},
                   {"i", NUMERAL_SMALL_ROMAN}, {"A", NUMERAL_LETTER},     {"a", NUMERAL_SMALL_LETTER},
                   {"一", NUMERAL_HAN},        {"壹", NUMERAL_HAN_LEGAL}, {"①", NUMERAL_CIRCLED},
                   {"㊀", NUMERAL_HAN_CIRCLE}, {"甲", NUMERAL_STEM},      {"子", NUMERAL_BRANCH}};
    for (size_t i = 0; format && i < G_N_ELEMENTS(formats); i++)
        if (g_str_has_prefix(format, formats[i].first))
            return formats[i].numeral;
    return NUMERAL_NONE;
}

/* Reads the description of a level, which has just started, and what stands in it. */
static void read_level(Xml *xml, Style *style)
{
    int depth = xml_depth(xml);
    Level *level = &style->levels[CLAMP(xml_number(xml, "level", 1), 1, LEVELS) - 1];
    g_autofree char *format = xml_attribute(xml, "num-format");
    g_free(level->pattern);
    g_free(level->prefix);
    g_free(level->suffix);
    *level = (Level){.numeral = numeral_of(format),
                     .pattern = xml_attribute(xml, "num-list-format"),
                     .prefix = xml_attribute(xml, "num-prefix"),
                     .suffix = xml_attribute(xml, "num-suffix"),
                     .start = CLAMP(xml_number(xml, "start-value", 1), 0, G_MAXUINT16),
                     .shown = CLAMP(xml_number(xml, "display-levels", 1), 1, LEVELS),
                     .has_gap = true};
    while (xml_next_start(xml, depth)) {
        g_autofree char *follows = xml_attribute(xml, "label-followed-by");
        level->has_gap = level->has_gap && g_strcmp0(follows, "nothing") != 0;
    }
}

static void read_style(Xml *xml, Style *style)
{
    int depth = xml_depth(xml);
    while (xml_next_start(xml, depth))
        if (xml_is(xml, "list-level-style-number") || xml_is(xml, "outline-level-style"))
            read_level(xml, style);
}

void odt_lists_read(OdtLists *lists, GBytes *part)
{
    g_autoptr(Xml) xml = part ? xml_open(part) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE)) {
        if (xml_is(xml, "list-style")) {
            char *name = xml_attribute(xml, "name");
            Style *style = g_new0(Style, 1);
            g_hash_table_insert(lists->styles, name ? name : g_strdup(""), style);
            read_style(xml, style);
        } else if (xml_is(xml, "outline-style")) {
            read_style(xml, &lists->outline);
        } else if (xml_is(xml, "body")) {
            return;
        }
    }
}

/* ---- Numbers --------------------------------------------------------------------------------- */

static void append_level(GString *out, const Style *style, int level)
{
    int count = style->counts[level] ? style->counts[level] : style->levels[level].start;
    numeral_append(out, style->levels[level].numeral, count);
}

/* The pattern with the numbers of its levels: 第%1%条. */
static void append_pattern(GString *out, const Style *style, const char *pattern)
{
    for (const char *place = pattern; *place; place++) {
        char *end;
        guint64 number = *place == '%' ? g_ascii_strtoull(place + 1, &end, 10) : 0;
        if (number < 1 || number > LEVELS || *end != '%') {
            g_string_append_c(out, *place);
            continue;
        }
        append_level(out, style, (int)number - 1);
        place = end;
    }
}

static char *format_number(const Style *style, int index)
{
    const Level *level = &style->levels[index];
    GString *out = g_string_new(NULL);
    if (level->numeral == NUMERAL_NONE)
        return g_string_free(out, FALSE);
    if (level->pattern) {
        append_pattern(out, style, level->pattern);
    } else {
        g_string_append(out, level->prefix ? level->prefix : "");
        for (int i = MAX(0, index - level->shown + 1); i <= index; i++) {
            append_level(out, style, i);
            g_string_append(out, i < index ? "." : "");
        }
        g_string_append(out, level->suffix ? level->suffix : "");
    }
    numeral_close(out, level->has_gap);
    return g_string_free(out, FALSE);
}

/* Counts one on in a level, or to `start` if that is one; the levels below start anew. */
static void count_on(Style *style, int level, int start)
{
    int *count = &style->counts[level];
    *count = start >= 0 ? start : *count == 0 ? style->levels[level].start : *count + 1;
    for (int i = level + 1; i < LEVELS; i++)
        style->counts[i] = 0;
}

/* ---- Lists ----------------------------------------------------------------------------------- */

/* The style of the innermost list, or NULL; *level gets its level from 0. */
static Style *innermost(const OdtLists *lists, int *level)
{
    *level = MIN((int)lists->open->len, LEVELS) - 1;
    return *level < 0 ? NULL : lists->open->pdata[lists->open->len - 1];
}

void odt_lists_open(OdtLists *lists, const char *style, bool continues)
{
    int level;
    Style *outer = innermost(lists, &level);
    Style *own = style ? g_hash_table_lookup(lists->styles, style) : outer;
    g_ptr_array_add(lists->open, own);
    if (own && !continues && level + 1 < LEVELS)
        own->counts[level + 1] = 0;
}

void odt_lists_close(OdtLists *lists)
{
    g_ptr_array_set_size(lists->open, (int)lists->open->len - 1);
    lists->has_item = false;
}

void odt_lists_begin_item(OdtLists *lists, int start)
{
    int level;
    Style *style = innermost(lists, &level);
    if (style)
        count_on(style, level, start);
    lists->has_item = style != NULL;
}

char *odt_lists_take_number(OdtLists *lists)
{
    int level;
    Style *style = innermost(lists, &level);
    bool has_number = style && lists->has_item;
    lists->has_item = false;
    return has_number ? format_number(style, level) : g_strdup("");
}

char *odt_lists_next_heading(OdtLists *lists, int level)
{
    int index = CLAMP(level, 1, LEVELS) - 1;
    count_on(&lists->outline, index, -1);
    return format_number(&lists->outline, index);
}
