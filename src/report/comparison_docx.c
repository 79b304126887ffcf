/* comparison_docx.c - both versions as one office document with tracked changes (ISO/IEC 29500-1, 17.13.5):
 * whoever accepts all of them has the new text, whoever rejects all the old. */
#include "base/utf8.h"
#include "docx_styles.h"
#include "report/comparison.h"
#include "report/zip.h"

#include <string.h>

/* What is being written. The paragraph is kept back until its end is known to have come or gone. */
typedef struct {
    const ComparisonView *view;
    GString *body, *paragraph;
    char *stamp;       /* the attributes of who and when */
    unsigned last_id;  /* every mark has its own */
    size_t move;       /* whose range is open; TIFA_NONE */
    unsigned range_id; /* of its opening mark */
} Writer;

/* The element of a stretch; NULL for what both texts have. */
static const char *const elements[] = {
    [TIFA_STRETCH_SAME] = NULL,           [TIFA_STRETCH_DELETED] = "w:del",
    [TIFA_STRETCH_INSERTED] = "w:ins",    [TIFA_STRETCH_MOVED_FROM] = "w:moveFrom",
    [TIFA_STRETCH_MOVED_TO] = "w:moveTo",
};

static bool is_old(const TifaStretch *stretch)
{
    return stretch->kind == TIFA_STRETCH_DELETED || stretch->kind == TIFA_STRETCH_MOVED_FROM;
}

/* ---- Runs ------------------------------------------------------------------------------------ */

/* Whether XML 1.0 has the character (2.2); the others are replaced. */
static bool is_xml(gunichar c)
{
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t';
}

static void put_text(GString *out, const char *text, size_t length)
{
    for (const char *place = text, *end = text + length; place < end;) {
        const char *start = place;
        gunichar c = utf8_next(&place);
        if (c == '<' || c == '>' || c == '&')
            g_string_append(out, c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
        else if (is_xml(c))
            g_string_append_len(out, start, place - start);
        else
            g_string_append(out, "\xEF\xBF\xBD"); /* U+FFFD */
    }
}

/* The text of one line, tabs as elements of their own. */
static void put_run(GString *out, const char *text, size_t length, const char *element)
{
    const char *name = g_strcmp0(element, "w:del") == 0 ? "w:delText" : "w:t";
    g_string_append(out, "<w:r>");
    for (const char *end = text + length; text < end;) {
        const char *tab = memchr(text, '\t', (size_t)(end - text));
        const char *stop = tab ? tab : end;
        if (stop > text) {
            g_string_append_printf(out, "<%s xml:space=\"preserve\">", name);
            put_text(out, text, (size_t)(stop - text));
            g_string_append_printf(out, "</%s>", name);
        }
        if (tab)
            g_string_append(out, "<w:tab/>");
        text = stop + (tab != NULL);
    }
    g_string_append(out, "</w:r>");
}

static void put_stretch(Writer *writer, const TifaStretch *stretch, const char *line, size_t length)
{
    const char *element = elements[stretch->kind];
    if (length == 0)
        return;
    if (element)
        g_string_append_printf(writer->paragraph, "<%s w:id=\"%u\"%s>", element, ++writer->last_id,
                               writer->stamp);
    put_run(writer->paragraph, line, length, element);
    if (element)
        g_string_append_printf(writer->paragraph, "</%s>", element);
}

/* ---- Moves ----------------------------------------------------------------------------------- */

/* The mark that opens or closes the range of a moved unit, which has the same name at both places. */
static void put_range(Writer *writer, const TifaStretch *stretch, bool opens)
{
    GString *out = writer->paragraph->len || opens ? writer->paragraph : writer->body;
    const char *element = is_old(stretch) ? "moveFrom" : "moveTo";
    if (opens)
        g_string_append_printf(out, "<w:%sRangeStart w:id=\"%u\" w:name=\"move%zu\"%s/>", element,
                               writer->range_id = ++writer->last_id, stretch->move + 1, writer->stamp);
    else
        g_string_append_printf(out, "<w:%sRangeEnd w:id=\"%u\"/>", element, writer->range_id);
}

/* ---- Paragraphs ------------------------------------------------------------------------------ */

/* The style of the block that ends at `place`. */
static const char *style_at(const TifaDocument *document, uint32_t place)
{
    static const char *const headings[] = {"Title", "Heading1", "Heading2", "Heading3"};
    const TifaBlocks *blocks = tifa_document_blocks(document);
    size_t low = 0, high = blocks->length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (blocks->items[middle].span.end < place)
            low = middle + 1;
        else
            high = middle;
    }
    const TifaBlock *block = low < blocks->length ? &blocks->items[low] : NULL;
    if (!block || block->kind != TIFA_BLOCK_HEADING)
        return "Normal";
    unsigned level = block->level > 0 ? block->level - 1u : 0;
    return headings[MIN(level, G_N_ELEMENTS(headings) - 1)];
}

/* Ends the paragraph, whose text ends at `place`; the end comes or goes as `stretch` does, never as moved:
 * LibreOffice forgets some of those. */
static void end_paragraph(Writer *writer, const TifaStretch *stretch, uint32_t place)
{
    bool goes = is_old(stretch);
    const char *style = style_at(goes ? writer->view->before : writer->view->after, place);
    g_string_append_printf(writer->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", style);
    if (stretch->kind != TIFA_STRETCH_SAME)
        g_string_append_printf(writer->body, "<w:rPr><w:%s w:id=\"%u\"%s/></w:rPr>", goes ? "del" : "ins",
                               ++writer->last_id, writer->stamp);
    g_string_append_printf(writer->body, "</w:pPr>%s</w:p>\n", writer->paragraph->str);
    g_string_truncate(writer->paragraph, 0);
}

static void put_lines(Writer *writer, const TifaStretch *stretch)
{
    const char *text = is_old(stretch) ? writer->view->old_text : writer->view->new_text;
    for (uint32_t start = stretch->span.start; start < stretch->span.end;) {
        const char *line = text + start, *end = memchr(line, '\n', stretch->span.end - start);
        size_t length = end ? (size_t)(end - line) : stretch->span.end - start;
        put_stretch(writer, stretch, line, length);
        start += (uint32_t)length;
        if (end)
            end_paragraph(writer, stretch, start++);
    }
}

static void put_body(Writer *writer, const TifaStretches *stretches)
{
    size_t open = TIFA_NONE;
    for (size_t i = 0; i < stretches->length; i++) {
        const TifaStretch *stretch = &stretches->items[i];
        if (stretch->move != TIFA_NONE && stretch->move != open)
            put_range(writer, stretch, true);
        put_lines(writer, stretch);
        open = stretch->move;
        bool is_last = i + 1 == stretches->length || stretches->items[i + 1].move != open;
        if (open != TIFA_NONE && is_last)
            put_range(writer, stretch, false);
    }
    TifaStretch last = {TIFA_STRETCH_SAME, {0, 0}, TIFA_NONE};
    end_paragraph(writer, &last, (uint32_t)strlen(writer->view->new_text));
}

/* ---- The file -------------------------------------------------------------------------------- */

/* Marked as of the day of the new version, so that the same texts give the same file; undated if that is not
 * known to the day. Free with g_free(). */
static char *make_stamp(const ComparisonView *view)
{
    const char *date = tifa_document_field(view->after, TIFA_FIELD_DATE);
    bool is_day = date && strlen(date) == strlen("2021-03-12");
    return g_strdup_printf(" w:author=\"tifa\"%s%s%s", is_day ? " w:date=\"" : "", is_day ? date : "",
                           is_day ? "T00:00:00Z\"" : "");
}

static GString *make_document(const ComparisonView *view)
{
    g_autofree char *stamp = make_stamp(view);
    Writer writer = {
        .view = view, .body = g_string_new(NULL), .paragraph = g_string_new(NULL), .stamp = stamp};
    TifaStretches stretches = {0};
    tifa_comparison_redline(view->comparison, &stretches);
    g_string_append(writer.body, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
                                 "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                                 "<w:body>\n");
    put_body(&writer, &stretches);
    g_string_append(writer.body, "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" "
                                 "w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" "
                                 "w:footer=\"720\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n");
    g_free(stretches.items);
    g_string_free(writer.paragraph, TRUE);
    return writer.body;
}

void comparison_print_docx(const ComparisonView *view)
{
    static const char types[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>\n";
    static const char relation[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        "%s\" Target=\"%s\"/></Relationships>\n";
    g_autofree char *main_part = g_strdup_printf(relation, "officeDocument", "word/document.xml");
    g_autofree char *styles_part = g_strdup_printf(relation, "styles", "styles.xml");
    GString *document = make_document(view);
    ZipWriter *zip = zip_writer_new(view->printer->file);
    zip_writer_add(zip, "[Content_Types].xml", types, strlen(types));
    zip_writer_add(zip, "_rels/.rels", main_part, strlen(main_part));
    zip_writer_add(zip, "word/document.xml", document->str, document->len);
    zip_writer_add(zip, "word/_rels/document.xml.rels", styles_part, strlen(styles_part));
    zip_writer_add(zip, "word/styles.xml", docx_styles, strlen(docx_styles));
    zip_writer_finish(zip);
    g_string_free(document, TRUE);
}
