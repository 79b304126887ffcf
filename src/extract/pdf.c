#include "base/error.h"
#include "extract/extract.h"
#include "extract/pdf_annotation.h"
#include "extract/pdf_library.h"
#include "extract/pdf_pages.h"
#include "extract/pdf_scan.h"

#include <string.h>

/* A page of which so many characters in a hundred mean nothing is not readable. */
#define GARBLED_PERCENT 10
/* Fewer letters on a picture of a page are what a scanner or a library stamps on it. */
#define STAMP_LETTERS 50

/* A file as Poppler has it. */
typedef struct {
    const PdfLibrary *poppler;
    PopplerDocument *document;
} PdfFile;

static PopplerDocument *open_document(const PdfLibrary *poppler, const ExtractInput *input, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(input->bytes, input->length);
    g_autoptr(GError) reason = NULL;
    PopplerDocument *document = poppler->open(bytes, NULL, &reason);
    if (document)
        return document;
    if (g_error_matches(reason, poppler->error_domain(), POPPLER_ERROR_ENCRYPTED))
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
static Trouble trouble_of(const PdfSheet *sheet, const PdfPage *page)
{
    size_t letters = count_letters(page);
    if (letters == 0)
        return pdf_scan_has_picture(sheet, false) ? TROUBLE_SCAN : TROUBLE_NONE;
    return page->replaced * 100 > letters * GARBLED_PERCENT ? TROUBLE_GARBLED : TROUBLE_NONE;
}

/* Whether the page's text is to be recognised: it has none, it means nothing, or it is a stamp on a picture
 * of text. */
static bool is_picture(const PdfSheet *sheet, const PdfPage *page, Trouble trouble)
{
    size_t letters = count_letters(page);
    return letters == 0 || trouble == TROUBLE_GARBLED ||
           (letters < STAMP_LETTERS && pdf_scan_has_picture(sheet, true));
}

static Trouble read_sheet(const PdfSheet *sheet, Scanner *scanner, PdfPage *page)
{
    pdf_page_read(sheet, page);
    pdf_annotations_add(sheet, page);
    Trouble trouble = trouble_of(sheet, page);
    if (!scanner->is_wanted || !is_picture(sheet, page, trouble))
        return trouble;
    Trouble scanned = pdf_scan_read(sheet, scanner, page);
    return scanned == TROUBLE_EMPTY ? trouble : scanned;
}

static Trouble read_page(const PdfFile *file, int index, Scanner *scanner, PdfPages *pages)
{
    PdfSheet sheet = {file->poppler, file->poppler->page(file->document, index)};
    array_push(pages, (PdfPage){0});
    if (!sheet.page)
        return TROUBLE_DAMAGED;
    Trouble trouble = read_sheet(&sheet, scanner, &array_last(pages));
    file->poppler->unref(sheet.page);
    return trouble;
}

/* Reads all pages and warns of their troubles; gives that of the last page. */
static Trouble read_pages(const PdfFile *file, const ExtractInput *input, PdfPages *pages,
                          TifaDocument *document)
{
    int count = file->poppler->page_count(file->document);
    TroubleRun run = {0};
    Scanner scanner = scanner_open(input);
    for (int i = 0; i < count; i++)
        trouble_add(&run, read_page(file, i, &scanner, pages), document);
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

static void set_fields(const PdfFile *file, size_t pages, TifaDocument *document)
{
    g_autofree char *number = g_strdup_printf("%zu", pages);
    g_autofree char *title = file->poppler->title(file->document);
    document_set_field(document, TIFA_FIELD_FORMAT, "pdf", "content");
    document_set_field(document, TIFA_FIELD_PAGES, number, "content");
    if (title && is_plausible_title(g_strstrip(title)))
        document_offer_field(document, TIFA_FIELD_TITLE, title, "meta");
}

/* ---- The whole ----------------------------------------------------------------------------------------- */

static bool read_file(const PdfFile *file, const ExtractInput *input, TifaDocument *document, GError **error)
{
    PdfPages pages = {0};
    Trouble trouble = read_pages(file, input, &pages, document);
    set_fields(file, pages.length, document);
    bool is_read = pdf_pages_add(pages.items, pages.length, document, error);
    if (is_read && pages.length == 0)
        is_read = fail(error, TIFA_ERROR_INPUT, "has no pages; get another copy");
    else if (is_read && tifa_document_blocks(document)->length == 0)
        is_read = fail(error, TIFA_ERROR_INPUT, "%zu page%s: %s", pages.length, pages.length == 1 ? "" : "s",
                       trouble_words(trouble == TROUBLE_NONE && !input->ocr ? TROUBLE_SCAN : trouble));
    pdf_pages_clear(&pages);
    return is_read;
}

bool extract_pdf(const ExtractInput *input, TifaDocument *document, GError **error)
{
    PdfLibrary poppler;
    PdfFile file = {.poppler = &poppler};
    if (!pdf_library_open(&poppler, error))
        return false;
    if (!pdf_library_has_maps())
        document_warn(document, "text in Chinese fonts may be missing: the character maps are not installed; "
                                "install the package poppler-data and read it again");
    file.document = open_document(&poppler, input, error);
    if (!file.document)
        return false;
    bool is_read = read_file(&file, input, document, error);
    poppler.unref(file.document);
    return is_read;
}
