#include "extract/extract.h"

#include "base/error.h"
#include "base/utf8.h"
#include "extract/sniff.h"
#include "text/facts.h"
#include "text/structure.h"

#include <string.h>

/* Blocks among which the title is looked for. */
enum { TITLE_REACH = 20 };

static Extractor *const extractors[FORMAT_COUNT] = {
    [FORMAT_DOCX] = extract_docx,         [FORMAT_MHTML] = extract_mhtml, [FORMAT_TEXT] = extract_text,
    [FORMAT_MARKDOWN] = extract_markdown, [FORMAT_HTML] = extract_html,   [FORMAT_PDF] = extract_pdf,
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

/* The text without white space. Free with g_free(). */
static char *squeeze(const char *text, size_t length)
{
    GString *out = g_string_sized_new(length);
    for (const char *place = text; place < text + length;) {
        const char *character = place;
        if (!utf8_is_space(utf8_next(&place)))
            g_string_append_len(out, character, place - character);
    }
    return g_string_free(out, FALSE);
}

/* Makes the paragraph that is the title a heading, where the format did not say so. */
static void mark_title(TifaDocument *document)
{
    const char *text = tifa_document_text(document, NULL),
               *title = tifa_document_field(document, TIFA_FIELD_TITLE);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    g_autofree char *wanted = squeeze(title ? title : "", title ? strlen(title) : 0);
    for (size_t i = 0; *wanted && i < MIN(blocks->length, TITLE_REACH); i++) {
        const TifaBlock *block = &blocks->items[i];
        g_autofree char *line = squeeze(text + block->span.start, block->span.end - block->span.start);
        if (block->kind != TIFA_BLOCK_PARAGRAPH || strcmp(line, wanted) != 0)
            continue;
        TifaBlock *found = document_block(document, i);
        found->kind = TIFA_BLOCK_HEADING;
        found->level = 1;
        return;
    }
}

bool extract_part(const ExtractInput *input, TifaDocument *document, GError **error)
{
    Format format = sniff(input);
    if (format == FORMAT_HTML && input->is_whole)
        return extract_html_whole(input, document, error);
    if (extractors[format])
        return extractors[format](input, document, error);
    return fail(error, TIFA_ERROR_INPUT, "is %s, which cannot be read; %s", format_name(format),
                advice[format] ? advice[format] : "save it as PDF or text");
}

bool extract_any(const ExtractInput *input, GPtrArray *documents, GPtrArray *failures, GError **error)
{
    (void)failures;
    g_autoptr(TifaDocument) document = document_new();
    warn_if_misnamed(input, sniff(input), document);
    if (!extract_part(input, document, error) || !check_text(document, error))
        return false;
    structure_mark(document);
    facts_find(document, *input->name ? input->name : NULL);
    mark_title(document);
    g_ptr_array_add(documents, g_steal_pointer(&document));
    return true;
}
