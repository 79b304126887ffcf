/* EPUB books (ISO/IEC 23736): pages of XHTML in the order of a list, the spine. */
#include "base/error.h"
#include "extract/extract.h"
#include "extract/package.h"
#include "extract/xml.h"

#include <string.h>

static bool is_page(const char *name)
{
    return g_str_has_suffix(name, ".xhtml") || g_str_has_suffix(name, ".html") ||
           g_str_has_suffix(name, ".htm");
}

static bool is_wanted(const char *name)
{
    return g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".opf") || is_page(name);
}

/* Whether pages are encrypted, not only fonts, as META-INF/encryption.xml says. */
static bool is_protected(GHashTable *parts)
{
    GBytes *bytes = g_hash_table_lookup(parts, "META-INF/encryption.xml");
    g_autoptr(Xml) xml = bytes ? xml_open(bytes) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE)) {
        g_autofree char *name = xml_is(xml, "CipherReference") ? xml_attribute(xml, "URI") : NULL;
        if (name && is_page(name))
            return true;
    }
    return false;
}

/* The name of the book's description, from META-INF/container.xml. NULL if it is not said. Free with
 * g_free(). */
static char *find_description(GHashTable *parts)
{
    GBytes *bytes = g_hash_table_lookup(parts, "META-INF/container.xml");
    g_autoptr(Xml) xml = bytes ? xml_open(bytes) : NULL;
    while (xml && xml_next_start(xml, XML_WHOLE))
        if (xml_is(xml, "rootfile"))
            return xml_attribute(xml, "full-path");
    return NULL;
}

/* What the description says of the book, and the names of its pages in order. */
typedef struct {
    GHashTable *names; /* of the files, by id */
    GPtrArray *spine;  /* of ids */
    GPtrArray *pages;  /* of ids of pages, in the order of the list of files */
} Book;

/* Takes the element that has just started, if it is one of those that describe the book. */
static void take_metadata(Xml *xml, TifaDocument *document)
{
    static const struct {
        const char *name;
        TifaField field;
    } elements[] = {
        {"title", TIFA_FIELD_TITLE}, {"creator", TIFA_FIELD_ISSUER}, {"language", TIFA_FIELD_LANGUAGE}};
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++) {
        if (!xml_is(xml, elements[i].name))
            continue;
        g_autoptr(GString) value = g_string_new(NULL);
        xml_append_all(xml, value);
        document_offer_field(document, elements[i].field, value->str, "meta");
        return;
    }
}

static void read_description(GBytes *bytes, Book *book, TifaDocument *document)
{
    g_autoptr(Xml) xml = xml_open(bytes);
    while (xml_next_start(xml, XML_WHOLE)) {
        if (xml_is(xml, "item")) {
            char *id = xml_attribute(xml, "id"), *name = xml_attribute(xml, "href");
            if (id && name && is_page(name))
                g_ptr_array_add(book->pages, g_strdup(id));
            g_hash_table_insert(book->names, id ? id : g_strdup(""), name ? name : g_strdup(""));
        } else if (xml_is(xml, "itemref")) {
            char *id = xml_attribute(xml, "idref");
            g_ptr_array_add(book->spine, id ? id : g_strdup(""));
        } else {
            take_metadata(xml, document);
        }
    }
}

/* The page of that id; its name is relative to the description's. */
static GBytes *find_page(GHashTable *parts, const Book *book, const char *description, const char *id)
{
    const char *name = g_hash_table_lookup(book->names, id);
    g_autofree char *plain = name ? g_uri_unescape_string(name, NULL) : NULL;
    g_autofree char *folder = g_path_get_dirname(description);
    g_autofree char *joined = plain ? g_build_filename(folder, plain, NULL) : NULL;
    g_autofree char *path = joined ? g_canonicalize_filename(joined, "/") : NULL;
    return path ? g_hash_table_lookup(parts, path + 1) : NULL;
}

static bool read_pages(GHashTable *parts, const Book *book, const char *description, TifaDocument *document,
                       GError **error)
{
    const GPtrArray *order = book->spine->len > 0 ? book->spine : book->pages;
    for (guint i = 0; i < order->len; i++) {
        GBytes *page = find_page(parts, book, description, order->pdata[i]);
        ExtractInput input = {.name = "", .charset = "utf-8", .is_whole = true};
        if (page)
            input.bytes = g_bytes_get_data(page, &input.length);
        if (input.length == 0)
            document_warn(document, "chapter %u is missing", i + 1);
        else if (!extract_html_whole(&input, document, error))
            return false;
    }
    return true;
}

bool extract_epub(const ExtractInput *input, TifaDocument *document, GError **error)
{
    g_autoptr(GHashTable) parts = package_read_all(input->bytes, input->length, is_wanted, error);
    if (!parts)
        return false;
    if (is_protected(parts))
        return fail(error, TIFA_ERROR_INPUT, "is protected against copying; get a copy without protection");
    g_autofree char *description = find_description(parts);
    GBytes *bytes = description ? g_hash_table_lookup(parts, description) : NULL;
    if (!bytes)
        return fail(error, TIFA_ERROR_INPUT,
                    "is a damaged book without a list of its pages; get another copy");
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) spine = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(g_free);
    Book book = {names, spine, pages};
    read_description(bytes, &book, document);
    return read_pages(parts, &book, description, document, error);
}
