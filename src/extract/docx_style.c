#include "extract/docx.h"

#include <string.h>

enum { DEEPEST_BASE = 20 }; /* styles based on styles; Word itself allows 11 */

typedef struct {
    char *based_on;
    DocxStyle own; /* outline -2: says nothing */
} NamedStyle;

struct DocxStyles {
    GHashTable *by_id; /* of NamedStyle */
};

static const DocxStyle plain_style = {.outline = -1};

static void named_style_free(void *data)
{
    NamedStyle *style = data;
    g_free(style->based_on);
    g_free(style);
}

/* What the style's name tells: Word's own styles have the same names in every language. */
static void read_name(const Xml *xml, DocxStyle *style)
{
    g_autofree char *value = xml_attribute(xml, "val");
    g_autofree char *name = g_ascii_strdown(value ? value : "", -1);
    if (g_str_has_prefix(name, "heading ") && g_ascii_isdigit(name[8]))
        style->outline = name[8] - '1';
    style->is_title = strcmp(name, "title") == 0;
    style->is_contents = g_str_has_prefix(name, "toc ");
}

/* Reads one element w:style, which has just started. */
static NamedStyle *read_style(Xml *xml)
{
    int depth = xml_depth(xml);
    NamedStyle *style = g_new0(NamedStyle, 1);
    style->own.outline = -2;
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "name")) {
            read_name(xml, &style->own);
        } else if (xml_is(xml, "basedOn")) {
            g_free(style->based_on);
            style->based_on = xml_attribute(xml, "val");
        } else if (xml_is(xml, "outlineLvl")) {
            style->own.outline = xml_number(xml, "val", -2);
        } else if (xml_is(xml, "numId")) {
            style->own.numbering = xml_number(xml, "val", 0);
        } else if (xml_is(xml, "ilvl")) {
            style->own.level = xml_number(xml, "val", 0);
        }
    }
    return style;
}

DocxStyles *docx_styles_read(GBytes *bytes)
{
    DocxStyles *styles = g_new0(DocxStyles, 1);
    styles->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, named_style_free);
    g_autoptr(Xml) xml = bytes ? xml_open(bytes) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE)) {
        if (!xml_is(xml, "style"))
            continue;
        char *id = xml_attribute(xml, "styleId");
        NamedStyle *style = read_style(xml);
        g_hash_table_insert(styles->by_id, id ? id : g_strdup(""), style);
    }
    return styles;
}

void docx_styles_free(DocxStyles *styles)
{
    if (!styles)
        return;
    g_hash_table_unref(styles->by_id);
    g_free(styles);
}

DocxStyle docx_style(const DocxStyles *styles, const char *id)
{
    DocxStyle found = {.outline = -2};
    for (int depth = 0; id && depth < DEEPEST_BASE; depth++) {
        const NamedStyle *style = g_hash_table_lookup(styles->by_id, id);
        if (!style)
            break;
        if (found.outline == -2)
            found.outline = style->own.outline;
        if (found.numbering == 0) {
            found.numbering = style->own.numbering;
            found.level = style->own.level;
        }
        found.is_title |= style->own.is_title;
        found.is_contents |= style->own.is_contents;
        id = style->based_on;
    }
    if (found.outline < 0 || found.outline > 8)
        found.outline = plain_style.outline;
    return found;
}
