/* OFD (GB/T 33190-2016), the format in which Chinese authorities publish: a zip file of pages, each of them
 * text objects with places. What belongs together is found as in a PDF. */
#include "base/error.h"
#include "extract/extract.h"
#include "extract/ofd_page.h"
#include "extract/package.h"
#include "extract/pdf_pages.h"
#include "extract/xml.h"

#include <string.h>

enum { PAGES = 10000 };

static const char EMPTY[] = "is a damaged OFD document without pages; open and save it anew";

typedef struct {
    GHashTable *parts;     /* of bytes, by name */
    char *root;            /* name of the document's description */
    GPtrArray *pages;      /* names of the pages' contents, in order */
    GHashTable *templates; /* names of the templates' contents, by id */
} Ofd;

static bool is_wanted(const char *name)
{
    return g_str_has_suffix(name, ".xml");
}

/* A name inside the package: relative to the file that names it, unless it begins with a slash. Free with
 * g_free(). */
static char *resolve(const char *from, const char *name)
{
    g_autofree char *folder = g_path_get_dirname(from);
    g_autofree char *joined = *name == '/' ? g_strdup(name) : g_build_filename("/", folder, name, NULL);
    g_autofree char *path = g_canonicalize_filename(joined, "/");
    return g_strdup(path + 1);
}

/* ---- Descriptions ---------------------------------------------------------------------------- */

/* Reads OFD.xml: title and the first document's description. */
static void read_entry(Ofd *ofd, GBytes *bytes, TifaDocument *document)
{
    g_autoptr(Xml) xml = xml_open(bytes);
    while (!ofd->root && xml_next_start(xml, XML_WHOLE)) {
        bool is_title = xml_is(xml, "Title"), is_root = xml_is(xml, "DocRoot");
        if (!is_title && !is_root)
            continue;
        g_autoptr(GString) value = g_string_new(NULL);
        xml_append_all(xml, value);
        if (is_title)
            document_offer_field(document, TIFA_FIELD_TITLE, value->str, "meta");
        else
            ofd->root = resolve("OFD.xml", g_strstrip(value->str));
    }
}

/* Reads the document's description: its templates and pages, and the size of a page that has none of its own.
 */
static void read_root(Ofd *ofd, GBytes *bytes)
{
    g_autoptr(Xml) xml = xml_open(bytes);
    while (xml_next_start(xml, XML_WHOLE)) {
        bool is_template = xml_is(xml, "TemplatePage"), is_page = xml_is(xml, "Page");
        g_autofree char *place = is_template || is_page ? xml_attribute(xml, "BaseLoc") : NULL;
        if (!place)
            continue;
        char *name = resolve(ofd->root, place);
        char *id = is_template ? xml_attribute(xml, "ID") : NULL;
        if (id)
            g_hash_table_insert(ofd->templates, id, name);
        else if (is_page && ofd->pages->len < PAGES)
            g_ptr_array_add(ofd->pages, name);
        else
            g_free(name);
    }
}

/* ---- Pages ----------------------------------------------------------------------------------- */

/* Adds the text of the templates that a page is printed on. */
static void read_templates(const Ofd *ofd, GBytes *content, PdfPage *page)
{
    g_autoptr(Xml) xml = xml_open(content);
    while (xml_next_start(xml, XML_WHOLE)) {
        if (!xml_is(xml, "Template"))
            continue;
        g_autofree char *id = xml_attribute(xml, "TemplateID");
        const char *name = id ? g_hash_table_lookup(ofd->templates, id) : NULL;
        GBytes *bytes = name ? g_hash_table_lookup(ofd->parts, name) : NULL;
        if (bytes)
            ofd_page_read(bytes, page);
    }
}

static void read_page(const Ofd *ofd, guint index, PdfPage *page, TifaDocument *document)
{
    GBytes *content = g_hash_table_lookup(ofd->parts, ofd->pages->pdata[index]);
    if (!content) {
        document_warn(document, "page %u: missing; get another copy", index + 1);
        return;
    }
    read_templates(ofd, content, page);
    ofd_page_read(content, page);
    ofd_page_join(page);
    if (page->width <= 0 || page->height <= 0) { /* A4 */
        page->width = 595;
        page->height = 842;
    }
}

static bool read_pages(const Ofd *ofd, TifaDocument *document, GError **error)
{
    size_t count = ofd->pages->len;
    g_autofree PdfPage *pages = g_new0(PdfPage, count);
    g_autofree char *number = g_strdup_printf("%zu", count);
    document_set_field(document, TIFA_FIELD_PAGES, number, "content");
    for (guint i = 0; i < count; i++)
        read_page(ofd, i, &pages[i], document);
    bool is_added = pdf_pages_add(pages, count, document, error);
    for (guint i = 0; i < count; i++)
        pdf_page_clear(&pages[i]);
    return is_added;
}

static bool read_package(Ofd *ofd, TifaDocument *document, GError **error)
{
    GBytes *entry = g_hash_table_lookup(ofd->parts, "OFD.xml");
    if (entry)
        read_entry(ofd, entry, document);
    GBytes *root = ofd->root ? g_hash_table_lookup(ofd->parts, ofd->root) : NULL;
    if (root)
        read_root(ofd, root);
    if (ofd->pages->len == 0)
        return fail(error, TIFA_ERROR_INPUT, "%s", EMPTY);
    return read_pages(ofd, document, error);
}

bool extract_ofd(const ExtractInput *input, TifaDocument *document, GError **error)
{
    g_autoptr(GHashTable) parts = package_read_all(input->bytes, input->length, is_wanted, error);
    if (!parts)
        return false;
    g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) templates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Ofd ofd = {.parts = parts, .pages = pages, .templates = templates};
    bool is_read = read_package(&ofd, document, error);
    g_free(ofd.root);
    return is_read;
}
