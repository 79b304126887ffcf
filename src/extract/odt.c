/* OpenDocument texts (ISO/IEC 26300). */
#include "base/error.h"
#include "extract/extract.h"
#include "extract/odt_list.h"
#include "extract/package.h"
#include "extract/xml.h"

#include <string.h>

typedef struct {
    TifaDocument *document;
    GError **error;
    Xml *xml;
    OdtLists *lists;
    GString *cell;    /* text of the table cell we are in, or NULL */
    GString *notes;   /* texts of the footnotes met, each ended by '\n' */
    uint16_t item;    /* depth of the list we are in */
    bool is_contents; /* in a table of contents or an index */
    bool is_failed;
} Odt;

static void read_blocks(Odt *odt);

static void add_block(Odt *odt, TifaBlockKind kind, int level, const GString *text)
{
    TifaBlock block = {.kind = odt->is_contents ? TIFA_BLOCK_NOTE : kind, .level = (uint16_t)level};
    if (!odt->is_failed)
        odt->is_failed = !document_add_block(odt->document, &block, text->str, text->len, odt->error);
}

/* Reads text:note, which has just started: its body is kept for the end of the document. */
static void read_note(Odt *odt)
{
    Xml *xml = odt->xml;
    int depth = xml_depth(xml);
    while (xml_next_start(xml, depth)) {
        if (!xml_is(xml, "note-body"))
            continue;
        xml_append_all(xml, odt->notes);
        g_string_append_c(odt->notes, '\n');
    }
}

/* Reads the characters of the paragraph or heading that has just started. */
static void read_text(Odt *odt, GString *text)
{
    static const char *const hidden[] = {"annotation", "tracked-changes", "ruby-text", "bookmark", NULL};
    Xml *xml = odt->xml;
    int depth = xml_depth(xml);
    for (XmlEvent event = xml_next(xml); event != XML_END; event = xml_next(xml)) {
        if (event == XML_STOP && xml_depth(xml) == depth)
            break;
        if (event == XML_CHARS)
            g_string_append(text, xml_chars(xml));
        if (event != XML_START)
            continue;
        if (xml_is_any(xml, hidden)) {
            xml_skip(xml);
        } else if (xml_is(xml, "note")) {
            read_note(odt);
        } else if (xml_is(xml, "s") || xml_is(xml, "tab") || xml_is(xml, "line-break")) {
            g_string_append_c(text, ' ');
        } else if (xml_is(xml, "a")) {
            size_t before = text->len;
            g_autofree char *url = xml_attribute(xml, "href");
            read_text(odt, text);
            if (url && strstr(url, "://"))
                document_add_link(odt->document, url, text->str + before);
        } else if (xml_is(xml, "text-box")) {
            read_blocks(odt);
        }
    }
}

/* The number that the office program shows before the paragraph that has just started. */
static char *take_number(Odt *odt, bool is_heading, int level)
{
    if (odt->item > 0)
        return odt_lists_take_number(odt->lists);
    g_autofree char *no_number = is_heading ? xml_attribute(odt->xml, "is-list-header") : NULL;
    bool is_numbered = is_heading && g_strcmp0(no_number, "true") != 0;
    return is_numbered ? odt_lists_next_heading(odt->lists, level) : g_strdup("");
}

static void read_paragraph(Odt *odt)
{
    bool is_heading = xml_is(odt->xml, "h");
    int level = is_heading ? CLAMP(xml_number(odt->xml, "outline-level", 1), 1, 9) : 0;
    bool is_first = tifa_document_blocks(odt->document)->length == 0;
    g_autofree char *number = take_number(odt, is_heading, level);
    g_autoptr(GString) text = g_string_new(NULL);
    read_text(odt, text);
    if (text->len > 0)
        g_string_prepend(text, number);
    if (odt->cell)
        g_string_append_printf(odt->cell, "%s%s", odt->cell->len > 0 ? " " : "", text->str);
    else if (is_heading)
        add_block(odt, TIFA_BLOCK_HEADING, is_first && level == 1 ? 1 : level + 1, text);
    else if (odt->item > 0)
        add_block(odt, TIFA_BLOCK_ITEM, odt->item, text);
    else
        add_block(odt, TIFA_BLOCK_PARAGRAPH, 0, text);
}

/* Reads table:table-row, which has just started. A table in a cell becomes text of the cell. */
static void read_row(Odt *odt)
{
    Xml *xml = odt->xml;
    int depth = xml_depth(xml), cells = 0;
    GString *outer = odt->cell;
    g_autoptr(GString) row = g_string_new(NULL), cell = g_string_new(NULL);
    while (xml_next_start(xml, depth)) {
        if (!(xml_is(xml, "table-cell") || xml_is(xml, "covered-table-cell")))
            continue;
        odt->cell = g_string_truncate(cell, 0);
        read_blocks(odt);
        g_string_append_printf(row, "%s%s", cells++ == 0 ? "" : outer ? " " : "\t", cell->str);
    }
    odt->cell = outer;
    if (outer)
        g_string_append_printf(outer, " %s", row->str);
    else
        add_block(odt, TIFA_BLOCK_ROW, 0, row);
}

static void read_contents(Odt *odt)
{
    bool was_contents = odt->is_contents;
    odt->is_contents = true;
    read_blocks(odt);
    odt->is_contents = was_contents;
}

/* Reads text:list, which has just started. */
static void read_list(Odt *odt)
{
    Xml *xml = odt->xml;
    int depth = xml_depth(xml);
    g_autofree char *style = xml_attribute(xml, "style-name"),
                    *continued = xml_attribute(xml, "continue-list");
    g_autofree char *goes_on = xml_attribute(xml, "continue-numbering");
    odt_lists_open(odt->lists, style, continued || g_strcmp0(goes_on, "true") == 0);
    odt->item++;
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "list-item"))
            odt_lists_begin_item(odt->lists, xml_number(xml, "start-value", -1));
        if (xml_is(xml, "list-item") || xml_is(xml, "list-header"))
            read_blocks(odt);
    }
    odt->item--;
    odt_lists_close(odt->lists);
}

/* Reads the paragraphs, lists and tables inside the element that has just started. */
static void read_blocks(Odt *odt)
{
    static const char *const hidden[] = {"tracked-changes", "annotation", "forms", "sequence-decls", NULL};
    static const char *const contents[] = {"table-of-content", "alphabetical-index", "illustration-index",
                                           "table-index", NULL};
    Xml *xml = odt->xml;
    int depth = xml_depth(xml);
    while (xml_next_start(xml, depth)) {
        if (xml_is_any(xml, hidden))
            xml_skip(xml);
        else if (xml_is(xml, "p") || xml_is(xml, "h"))
            read_paragraph(odt);
        else if (xml_is(xml, "table-row"))
            read_row(odt);
        else if (xml_is(xml, "list"))
            read_list(odt);
        else if (xml_is_any(xml, contents))
            read_contents(odt);
    }
}

static void add_notes(Odt *odt)
{
    g_auto(GStrv) notes = g_strsplit(odt->notes->str, "\n", -1);
    for (char **note = notes; *note && !odt->is_failed; note++) {
        TifaBlock block = {.kind = TIFA_BLOCK_NOTE};
        odt->is_failed = !document_add_block(odt->document, &block, *note, strlen(*note), odt->error);
    }
}

static bool is_wanted(const char *name)
{
    return strcmp(name, "content.xml") == 0 || strcmp(name, "styles.xml") == 0;
}

bool extract_odt(const ExtractInput *input, TifaDocument *document, GError **error)
{
    g_autoptr(GHashTable) parts = package_read_all(input->bytes, input->length, is_wanted, error);
    GBytes *content = parts ? g_hash_table_lookup(parts, "content.xml") : NULL;
    if (!content)
        return parts
                   ? fail(error, TIFA_ERROR_INPUT, "is a damaged text without content; open and save it anew")
                   : false;
    g_autoptr(Xml) xml = xml_open(content);
    g_autoptr(GString) notes = g_string_new(NULL);
    g_autoptr(OdtLists) lists = odt_lists_new();
    odt_lists_read(lists, g_hash_table_lookup(parts, "styles.xml"));
    odt_lists_read(lists, content);
    Odt odt = {.document = document, .error = error, .xml = xml, .lists = lists, .notes = notes};
    while (xml_next_start(xml, XML_WHOLE))
        if (xml_is(xml, "body"))
            read_blocks(&odt);
    if (xml_is_damaged(xml))
        document_warn(document, "its text is damaged; what stands behind the damage is lost");
    add_notes(&odt);
    return !odt.is_failed;
}
