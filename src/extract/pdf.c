#include "extract/pdf.h"

#include "base/error.h"
#include "extract/extract.h"
#include "extract/pdf_annotation.h"
#include "extract/pdf_pages.h"
#include "extract/pdf_scan.h"

#include <poppler.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

/* A page of which so many characters in a hundred mean nothing is not readable. */
#define GARBLED_PERCENT 10
/* Fewer letters on a picture of a page are what a scanner or a library stamps on it. */
#define STAMP_LETTERS 50

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
        return pdf_scan_has_picture(source, false) ? TROUBLE_SCAN : TROUBLE_NONE;
    return page->replaced * 100 > letters * GARBLED_PERCENT ? TROUBLE_GARBLED : TROUBLE_NONE;
}

/* Whether the page's text is to be recognised: it has none, it means nothing, or it is a stamp on a picture
 * of text. */
static bool is_picture(PopplerPage *source, const PdfPage *page, Trouble trouble)
{
    size_t letters = count_letters(page);
    return letters == 0 || trouble == TROUBLE_GARBLED ||
           (letters < STAMP_LETTERS && pdf_scan_has_picture(source, true));
}

static Trouble read_page(PopplerDocument *source, int index, Scanner *scanner, PdfPages *pages)
{
    g_autoptr(PopplerPage) page = poppler_document_get_page(source, index);
    array_push(pages, (PdfPage){0});
    if (!page)
        return TROUBLE_DAMAGED;
    pdf_page_read(page, &array_last(pages));
    pdf_annotations_add(page, &array_last(pages));
    Trouble trouble = trouble_of(page, &array_last(pages));
    if (!scanner->is_wanted || !is_picture(page, &array_last(pages), trouble))
        return trouble;
    Trouble scanned = pdf_scan_read(page, scanner, &array_last(pages));
    return scanned == TROUBLE_EMPTY ? trouble : scanned;
}

/* Reads all pages and warns of their troubles; gives that of the last page. */
static Trouble read_pages(PopplerDocument *source, const ExtractInput *input, PdfPages *pages,
                          TifaDocument *document)
{
    int count = poppler_document_get_n_pages(source);
    TroubleRun run = {0};
    Scanner scanner = scanner_open(input);
    for (int i = 0; i < count; i++)
        trouble_add(&run, read_page(source, i, &scanner, pages), document);
    trouble_end(&run, document);
    scanner_warn(&scanner, document);
    scanner_close(&scanner);
    return run.trouble;
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

bool extract_pdf(const ExtractInput *input, TifaDocument *document, GError **error)
{
    g_autoptr(PopplerDocument) source = open_document(input, error);
    if (!source)
        return false;
    PdfPages pages = {0};
    Trouble trouble = read_pages(source, input, &pages, document);
    set_fields(source, pages.length, document);
    bool is_read = pdf_pages_add(pages.items, pages.length, document, error);
    if (is_read && pages.length == 0)
        is_read = fail(error, TIFA_ERROR_INPUT, "has no pages; get another copy");
    else if (is_read && tifa_document_blocks(document)->length == 0)
        is_read = fail(error, TIFA_ERROR_INPUT, "%zu page%s: %s", pages.length, pages.length == 1 ? "" : "s",
                       trouble_words(trouble == TROUBLE_NONE && !input->ocr ? TROUBLE_SCAN : trouble));
    pdf_pages_clear(&pages);
    return is_read;
}
