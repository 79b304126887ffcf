#include "extract/pdf.h"

#include "base/error.h"
#include "extract/extract.h"
#include "extract/pdf_block.h"
#include "extract/pdf_heads.h"
#include "extract/pdf_layout.h"

#include <poppler.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

/* A page of which so many characters in a hundred mean nothing is not readable. */
#define GARBLED_PERCENT 10

typedef ARRAY(PdfPage) PdfPages;

typedef enum {
    TROUBLE_NONE,
    TROUBLE_DAMAGED,
    TROUBLE_SCAN,
    TROUBLE_GARBLED,
} Trouble;

static PopplerDocument *open_document(const ExtractInput *input, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(input->bytes, input->length);
    g_autoptr(GError) reason = NULL;
    PopplerDocument *source = poppler_document_new_from_bytes(bytes, NULL, &reason);
    if (source)
        return source;
    if (g_error_matches(reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        fail(error, TIFA_ERROR_INPUT, "is encrypted; save it without a password and read that");
    else
        fail(error, TIFA_ERROR_INPUT,
             "is not a PDF that can be read (%s); open and save it anew, or get another copy",
             reason ? reason->message : "damaged");
    return NULL;
}

/* ---- Pages --------------------------------------------------------------------------------------------- */

static bool has_images(PopplerPage *page)
{
    GList *images = poppler_page_get_image_mapping(page);
    bool has = images != NULL;
    poppler_page_free_image_mapping(images);
    return has;
}

static size_t count_letters(const PdfPage *page)
{
    size_t letters = 0;
    for (size_t i = 0; i < page->pieces.length; i++)
        letters += (size_t)g_utf8_strlen(page->pieces.items[i].text, -1);
    return letters;
}

/* What is wrong with a page that was read. */
static Trouble trouble_of(PopplerPage *source, const PdfPage *page)
{
    size_t letters = count_letters(page);
    if (letters == 0)
        return has_images(source) ? TROUBLE_SCAN : TROUBLE_NONE;
    return page->replaced * 100 > letters * GARBLED_PERCENT ? TROUBLE_GARBLED : TROUBLE_NONE;
}

/* Warns of the trouble of the pages first..last. */
static void warn_of(Trouble trouble, int first, int last, TifaDocument *document)
{
    static const char *const words[] = {
        [TROUBLE_DAMAGED] = "damaged and left out; get another copy",
        [TROUBLE_SCAN] = "no text layer, only images; recognise the text (OCR) and read that",
        [TROUBLE_GARBLED] = "the fonts do not tell which characters they draw; compare with the original",
    };
    if (trouble == TROUBLE_NONE)
        return;
    if (first == last)
        document_warn(document, "page %d: %s", first, words[trouble]);
    else
        document_warn(document, "pages %d-%d: %s", first, last, words[trouble]);
}

static Trouble read_page(PopplerDocument *source, int index, PdfPages *pages)
{
    g_autoptr(PopplerPage) page = poppler_document_get_page(source, index);
    array_push(pages, (PdfPage){0});
    if (!page)
        return TROUBLE_DAMAGED;
    pdf_page_read(page, &array_last(pages));
    return trouble_of(page, &array_last(pages));
}

static void read_pages(PopplerDocument *source, PdfPages *pages, TifaDocument *document)
{
    int count = poppler_document_get_n_pages(source), first = 0;
    Trouble last = TROUBLE_NONE;
    for (int i = 0; i < count; i++) {
        Trouble trouble = read_page(source, i, pages);
        if (trouble != last) {
            warn_of(last, first + 1, i, document);
            first = i;
        }
        last = trouble;
    }
    warn_of(last, first + 1, count, document);
}

static void clear_pages(PdfPages *pages)
{
    for (size_t i = 0; i < pages->length; i++)
        pdf_page_clear(&pages->items[i]);
    array_clear(pages);
}

/* ---- Fields -------------------------------------------------------------------------------------------- */

/* Whether a title from the file's metadata is one that a person gave, not a program or a file name. */
static bool is_plausible_title(const char *title)
{
    static const char *const signs[] = {
        "Microsoft Word", "untitled", "Untitled", "无标题", "未命名", "PowerPoint", ".doc", ".indd",
        ".qxd",           ".pdf",     ".ps",      ".tex",   ".wps",   "Layout ",    "http", NULL};
    for (size_t i = 0; signs[i]; i++) {
        if (strstr(title, signs[i]))
            return false;
    }
    return g_utf8_validate(title, -1, NULL) && g_utf8_strlen(title, -1) >= 4 &&
           !strstr(title, "\xEF\xBF\xBD");
}

static void set_fields(PopplerDocument *source, size_t pages, TifaDocument *document)
{
    g_autofree char *number = g_strdup_printf("%zu", pages);
    g_autofree char *title = poppler_document_get_title(source);
    document_set_field(document, TIFA_FIELD_FORMAT, "pdf", "content");
    document_set_field(document, TIFA_FIELD_PAGES, number, "content");
    if (title && is_plausible_title(g_strstrip(title)))
        document_offer_field(document, TIFA_FIELD_TITLE, title, "meta");
}

/* ---- The whole ----------------------------------------------------------------------------------------- */

static bool add_text(PdfPages *pages, TifaDocument *document, GError **error)
{
    PdfLines lines = {0};
    uint32_t column = 0;
    pdf_heads_remove(pages->items, pages->length);
    for (size_t i = 0; i < pages->length; i++)
        pdf_layout(&pages->items[i], (uint32_t)i + 1, &column, &lines);
    bool is_added = pdf_blocks_add(&lines, pages->items, document, error);
    pdf_lines_clear(&lines);
    return is_added;
}

bool extract_pdf(const ExtractInput *input, TifaDocument *document, GError **error)
{
    g_autoptr(PopplerDocument) source = open_document(input, error);
    if (!source)
        return false;
    PdfPages pages = {0};
    read_pages(source, &pages, document);
    set_fields(source, pages.length, document);
    bool is_read = add_text(&pages, document, error);
    if (is_read && tifa_document_blocks(document)->length == 0)
        is_read = fail(
            error, TIFA_ERROR_INPUT,
            pages.length
                ? "has no text layer (%zu pages, a scan or drawings); recognise its text (OCR) and read that"
                : "has no pages (%zu); get another copy",
            pages.length);
    clear_pages(&pages);
    return is_read;
}
