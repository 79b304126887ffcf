/* Word documents (ECMA-376, WordprocessingML). */
#include "extract/docx.h"

#include "base/array.h"
#include "base/error.h"
#include "extract/extract.h"
#include "extract/lines.h"
#include "extract/package.h"
#include "extract/sniff.h"

#include <string.h>

typedef struct {
    TifaDocument *document;
    GError **error;
    DocxStyles *styles;
    DocxNumbers *numbers;
    GHashTable *parts;   /* of bytes, by name */
    GHashTable *targets; /* of URLs and part names, by relation id */
    Xml *xml;
    GString *carried; /* text whose end of paragraph is deleted, for the next one */
    GPtrArray *cell;  /* of char *: the paragraphs of the table cell we are in, or NULL */
    bool is_note, is_failed;
} Docx;

typedef struct {
    GString *text;
    DocxStyle style;
    bool is_centered;
    bool is_joined; /* its end is deleted: the next paragraph goes on with it */
} Paragraph;

static void read_blocks(Docx *docx);

/* ---- Blocks ---------------------------------------------------------------------------------- */

static void add_block(Docx *docx, TifaBlock block, const char *text, size_t length)
{
    if (docx->is_note)
        block = (TifaBlock){.kind = TIFA_BLOCK_NOTE};
    if (!docx->is_failed)
        docx->is_failed = !document_add_block(docx->document, &block, text, length, docx->error);
}

/* The kind of block that a paragraph's style makes it. */
static TifaBlock block_of(const Docx *docx, const Paragraph *paragraph)
{
    const DocxStyle *style = &paragraph->style;
    bool is_first = tifa_document_blocks(docx->document)->length == 0;
    if (style->is_contents)
        return (TifaBlock){.kind = TIFA_BLOCK_NOTE};
    if (style->is_title || (style->outline == 0 && is_first))
        return (TifaBlock){.kind = TIFA_BLOCK_HEADING, .level = 1};
    if (style->outline >= 0)
        return (TifaBlock){.kind = TIFA_BLOCK_HEADING, .level = (uint16_t)(style->outline + 2)};
    if (style->numbering > 0)
        return (TifaBlock){.kind = TIFA_BLOCK_ITEM, .level = (uint16_t)(style->level + 1)};
    return (TifaBlock){.kind = TIFA_BLOCK_PARAGRAPH};
}

/* Adds the lines of a paragraph as blocks, or as text of the table cell. A heading's lines are one line. */
static void end_paragraph(Docx *docx, Paragraph *paragraph)
{
    TifaBlock block = block_of(docx, paragraph);
    bool is_one = paragraph->is_centered || block.kind == TIFA_BLOCK_HEADING;
    size_t place = 0;
    TifaSpan line;
    g_autoptr(GString) joined = g_string_new(NULL);
    while (lines_next(paragraph->text->str, paragraph->text->len, &place, &line)) {
        lines_join(joined, paragraph->text->str + line.start, line.end - line.start);
        if (is_one && place < paragraph->text->len)
            continue;
        if (docx->cell)
            g_ptr_array_add(docx->cell, g_strdup(joined->str));
        else
            add_block(docx, block, joined->str, joined->len);
        g_string_truncate(joined, 0);
    }
}

/* ---- Paragraphs ------------------------------------------------------------------------------ */

/* Whether a property of characters is set in w:rPr, which has just started and is then behind. */
static bool has_property(Xml *xml, const char *name)
{
    int depth = xml_depth(xml);
    bool is_set = false;
    while (xml_next_start(xml, depth)) {
        g_autofree char *value = xml_is(xml, name) ? xml_attribute(xml, "val") : NULL;
        bool is_off = value && (strcmp(value, "0") == 0 || strcmp(value, "false") == 0);
        is_set = is_set || (xml_is(xml, name) && !is_off);
    }
    return is_set;
}

/* Reads w:pPr, which has just started. */
static void read_properties(Docx *docx, Paragraph *paragraph)
{
    Xml *xml = docx->xml;
    int depth = xml_depth(xml), outline = -1, numbering = -1, level = -1;
    while (xml_next_start(xml, depth)) {
        g_autofree char *value = xml_attribute(xml, "val");
        if (xml_is(xml, "pStyle"))
            paragraph->style = docx_style(docx->styles, value);
        else if (xml_is(xml, "jc"))
            paragraph->is_centered = value && strcmp(value, "center") == 0;
        else if (xml_is(xml, "outlineLvl"))
            outline = xml_number(xml, "val", -1);
        else if (xml_is(xml, "numId"))
            numbering = xml_number(xml, "val", -1);
        else if (xml_is(xml, "ilvl"))
            level = xml_number(xml, "val", -1);
        else if (xml_is(xml, "rPr"))
            paragraph->is_joined = has_property(xml, "del");
        else if (xml_is(xml, "pPrChange"))
            xml_skip(xml);
    }
    if (outline >= 0 && outline < 9)
        paragraph->style.outline = outline;
    if (numbering >= 0) /* 0 takes the paragraph out of its style's list */
        paragraph->style.numbering = numbering;
    if (level >= 0)
        paragraph->style.level = level;
}

static void keep_link(Docx *docx, const char *relation, const char *text)
{
    const char *url = relation ? g_hash_table_lookup(docx->targets, relation) : NULL;
    if (url && strstr(url, "://"))
        document_add_link(docx->document, url, text);
}

/* Adds the texts of a diagram (SmartArt), which stand in a part of their own. */
static void read_diagram(Docx *docx)
{
    g_autofree char *relation = xml_attribute(docx->xml, "dm");
    const char *target = relation ? g_hash_table_lookup(docx->targets, relation) : NULL;
    g_autofree char *name = target ? g_strconcat("word/", target, NULL) : NULL;
    GBytes *bytes = name ? g_hash_table_lookup(docx->parts, name) : NULL;
    g_autoptr(Xml) xml = bytes ? xml_open(bytes) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE)) {
        if (!xml_is(xml, "p"))
            continue;
        g_autoptr(GString) text = g_string_new(NULL);
        xml_append_all(xml, text);
        if (docx->cell)
            g_ptr_array_add(docx->cell, g_strdup(text->str));
        else
            add_block(docx, (TifaBlock){.kind = TIFA_BLOCK_PARAGRAPH}, text->str, text->len);
    }
}

/* Reads what stands inside a paragraph up to the stop of the element that has just started. */
static void read_runs(Docx *docx, Paragraph *paragraph)
{
    /* Deleted text, code of fields, pronunciation, and what is there again for older programs. */
    static const char *const hidden[] = {"del", "moveFrom", "instrText", "rt", "Fallback", NULL};
    Xml *xml = docx->xml;
    int depth = xml_depth(xml);
    GString *text = paragraph->text;
    bool is_hidden = false;
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "rPr")) {
            is_hidden = has_property(xml, "vanish");
        } else if (is_hidden || xml_is_any(xml, hidden)) {
            xml_skip(xml);
        } else if (xml_is(xml, "r")) {
            read_runs(docx, paragraph);
        } else if (xml_is(xml, "relIds")) {
            read_diagram(docx);
        } else if (xml_is(xml, "t")) {
            xml_append_all(xml, text);
        } else if (xml_is(xml, "pPr")) {
            read_properties(docx, paragraph);
        } else if (xml_is(xml, "tab")) {
            g_string_append_c(text, ' ');
        } else if (xml_is(xml, "noBreakHyphen")) {
            g_string_append_c(text, '-');
        } else if (xml_is(xml, "br") || xml_is(xml, "cr")) {
            g_string_append_c(text, '\n');
        } else if (xml_is(xml, "txbxContent")) {
            read_blocks(docx);
        } else if (xml_is(xml, "hyperlink")) {
            size_t before = text->len;
            g_autofree char *relation = xml_attribute(xml, "id");
            read_runs(docx, paragraph);
            keep_link(docx, relation, text->str + before);
        }
    }
}

/* Word counts empty paragraphs of a list, too. */
static void number_paragraph(Docx *docx, Paragraph *paragraph)
{
    if (paragraph->style.numbering <= 0)
        return;
    g_autofree char *number =
        docx_next_number(docx->numbers, paragraph->style.numbering, paragraph->style.level);
    if (paragraph->text->len > 0)
        g_string_prepend(paragraph->text, number);
}

static void read_paragraph(Docx *docx)
{
    g_autoptr(GString) text = g_string_new(NULL);
    Paragraph paragraph = {.text = text, .style.outline = -1};
    read_runs(docx, &paragraph);
    g_string_prepend(text, docx->carried->str);
    g_string_assign(docx->carried, paragraph.is_joined ? text->str : "");
    if (paragraph.is_joined)
        return;
    number_paragraph(docx, &paragraph);
    end_paragraph(docx, &paragraph);
}

/* ---- Tables ---------------------------------------------------------------------------------- */

/* Adds a row of a table: its cells with a tab between them. A row of one cell only is a frame around
 * paragraphs. */
static void end_row(Docx *docx, GPtrArray *cells)
{
    g_autoptr(GString) row = g_string_new(NULL);
    for (guint i = 0; i < cells->len; i++) {
        GPtrArray *paragraphs = cells->pdata[i];
        if (i > 0)
            g_string_append_c(row, docx->cell ? ' ' : '\t');
        for (guint j = 0; j < paragraphs->len; j++) {
            const char *text = paragraphs->pdata[j];
            if (cells->len == 1 && !docx->cell)
                add_block(docx, (TifaBlock){.kind = TIFA_BLOCK_PARAGRAPH}, text, strlen(text));
            else if (*text)
                g_string_append_printf(row, "%s%s", j > 0 ? " " : "", text);
        }
    }
    if (docx->cell)
        g_ptr_array_add(docx->cell, g_strdup(row->str));
    else if (cells->len > 1)
        add_block(docx, (TifaBlock){.kind = TIFA_BLOCK_ROW}, row->str, row->len);
}

/* Reads w:tr, which has just started. A table in a cell becomes text of the cell. */
static void read_row(Docx *docx)
{
    Xml *xml = docx->xml;
    int depth = xml_depth(xml);
    GPtrArray *outer = docx->cell;
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    while (xml_next_start(xml, depth)) {
        if (!xml_is(xml, "tc"))
            continue;
        docx->cell = g_ptr_array_new_with_free_func(g_free);
        g_ptr_array_add(cells, docx->cell);
        read_blocks(docx);
    }
    docx->cell = outer;
    end_row(docx, cells);
}

/* Reads w:altChunk, a whole web page in place of paragraphs, as some web sites make their Word files. */
static void read_chunk(Docx *docx)
{
    g_autofree char *relation = xml_attribute(docx->xml, "id");
    const char *target = relation ? g_hash_table_lookup(docx->targets, relation) : NULL;
    g_autofree char *name =
        target && *target == '/' ? g_strdup(target + 1) : g_strconcat("word/", target, NULL);
    GBytes *bytes = g_hash_table_lookup(docx->parts, name);
    ExtractInput inner = {.name = name, .is_whole = true};
    if (bytes)
        inner.bytes = g_bytes_get_data(bytes, &inner.length);
    Format format = inner.length > 0 ? sniff(&inner) : FORMAT_BINARY;
    bool is_page = format == FORMAT_HTML || format == FORMAT_MHTML || format == FORMAT_TEXT;
    if (!is_page)
        document_warn(docx->document, "a part of it (%s) cannot be read and is left out", name);
    else if (!docx->is_failed)
        docx->is_failed = !extract_part(&inner, docx->document, docx->error);
}

/* Reads the paragraphs and tables inside the element that has just started. */
static void read_blocks(Docx *docx)
{
    Xml *xml = docx->xml;
    int depth = xml_depth(xml);
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "p"))
            read_paragraph(docx);
        else if (xml_is(xml, "tr"))
            read_row(docx);
        else if (xml_is(xml, "altChunk"))
            read_chunk(docx);
        else if (xml_is(xml, "sectPr") || xml_is(xml, "Fallback") || xml_is(xml, "moveFrom"))
            xml_skip(xml);
    }
}

/* ---- Parts ----------------------------------------------------------------------------------- */

static bool is_wanted(const char *name)
{
    static const char *const endings[] = {".xml", ".rels", ".mht", ".mhtml", ".htm", ".html", ".txt"};
    for (size_t i = 0; g_str_has_prefix(name, "word/") && i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(name, endings[i]))
            return true;
    return false;
}

/* The targets of the document's links and parts by relation id. */
static GHashTable *read_targets(GBytes *bytes)
{
    GHashTable *targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(Xml) xml = bytes ? xml_open(bytes) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE)) {
        if (!xml_is(xml, "Relationship"))
            continue;
        char *id = xml_attribute(xml, "Id"), *target = xml_attribute(xml, "Target");
        g_hash_table_insert(targets, id ? id : g_strdup(""), target ? target : g_strdup(""));
    }
    return targets;
}

/* Reads the text part `name`; false if there is none. */
static bool read_part(Docx *docx, const char *name)
{
    GBytes *bytes = g_hash_table_lookup(docx->parts, name);
    if (!bytes)
        return false;
    g_autoptr(Xml) xml = xml_open(bytes);
    docx->xml = xml;
    while (xml_next_start(xml, XML_WHOLE))
        if ((xml_is(xml, "footnote") || xml_is(xml, "endnote") || xml_is(xml, "body")))
            read_blocks(docx);
    if (docx->carried->len > 0)
        add_block(docx, (TifaBlock){.kind = TIFA_BLOCK_PARAGRAPH}, docx->carried->str, docx->carried->len);
    g_string_truncate(docx->carried, 0);
    if (xml_is_damaged(xml))
        document_warn(docx->document, "its text is damaged; what stands behind the damage is lost");
    docx->xml = NULL;
    return true;
}

bool extract_docx(const ExtractInput *input, TifaDocument *document, GError **error)
{
    g_autoptr(GHashTable) parts = package_read_all(input->bytes, input->length, is_wanted, error);
    if (!parts)
        return false;
    g_autoptr(DocxStyles) styles = docx_styles_read(g_hash_table_lookup(parts, "word/styles.xml"));
    g_autoptr(DocxNumbers) numbers = docx_numbers_read(g_hash_table_lookup(parts, "word/numbering.xml"));
    g_autoptr(GHashTable) targets = read_targets(g_hash_table_lookup(parts, "word/_rels/document.xml.rels"));
    g_autoptr(GString) carried = g_string_new(NULL);
    Docx docx = {.document = document,
                 .error = error,
                 .carried = carried,
                 .styles = styles,
                 .numbers = numbers,
                 .parts = parts,
                 .targets = targets};
    if (!read_part(&docx, "word/document.xml"))
        return fail(error, TIFA_ERROR_INPUT,
                    "is a damaged Word document without text; open and save it anew");
    docx.is_note = true;
    read_part(&docx, "word/footnotes.xml");
    read_part(&docx, "word/endnotes.xml");
    return !docx.is_failed;
}
