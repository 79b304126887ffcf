#include "extract/extract.h"

#include "base/error.h"
#include "extract/sniff.h"
#include "text/facts.h"
#include "text/structure.h"

#include <string.h>

static Extractor *const extractors[FORMAT_COUNT] = {
    [FORMAT_DOCX] = extract_docx, [FORMAT_TEXT] = extract_text, [FORMAT_MARKDOWN] = extract_markdown,
    [FORMAT_HTML] = extract_html, [FORMAT_PDF] = extract_pdf,
};

/* What to do with a file in a format that tifa does not read. */
static const char *const advice[FORMAT_COUNT] = {
    [FORMAT_SPREADSHEET] = "save it as a web page or PDF",
    [FORMAT_PRESENTATION] = "save it as PDF",
    [FORMAT_OLD_OFFICE] = "open it in LibreOffice, WPS or Word and save it as .docx",
    [FORMAT_RTF] = "open it in LibreOffice, WPS or Word and save it as .docx",
    [FORMAT_CAJ] = "open it in CAJViewer and save it as PDF, or fetch the PDF from CNKI",
    [FORMAT_IMAGE] = "make it a PDF and read that with --ocr",
    [FORMAT_BINARY] =
        "it is none of PDF, HTML, DOCX, ODT, EPUB, OFD, MHTML, text, Markdown or an archive of them",
};

static void warn_if_misnamed(const ExtractInput *input, Format format, TifaDocument *document)
{
    Format named = sniff_name(input->name);
    bool is_plain = (format == FORMAT_TEXT || format == FORMAT_MARKDOWN) && named == FORMAT_TEXT;
    if (named != FORMAT_COUNT && named != format && !is_plain)
        document_warn(document, "is not %s, as its name says, but %s; it was read as that",
                      format_name(named), format_name(format));
}

/* Whether the extractor found anything to keep. */
static bool check_text(const TifaDocument *document, GError **error)
{
    size_t length;
    tifa_document_text(document, &length);
    return length > 0 || fail(error, TIFA_ERROR_INPUT, "holds no text; check it in the program it is from");
}

bool extract_any(const ExtractInput *input, GPtrArray *documents, GPtrArray *failures, GError **error)
{
    Format format = sniff(input);
    Extractor *extract = extractors[format];
    (void)failures;
    if (!extract)
        return fail(error, TIFA_ERROR_INPUT, "is %s, which cannot be read; %s", format_name(format),
                    advice[format] ? advice[format] : "save it as PDF or text");
    g_autoptr(TifaDocument) document = document_new();
    warn_if_misnamed(input, format, document);
    if (!extract(input, document, error) || !check_text(document, error))
        return false;
    structure_mark(document);
    facts_find(document, *input->name ? input->name : NULL);
    facts_find(document, input->name);
    g_ptr_array_add(documents, g_steal_pointer(&document));
    return true;
}
