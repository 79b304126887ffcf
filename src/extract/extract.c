#include "extract/extract.h"

#include "base/error.h"
#include "base/utf8.h"
#include "extract/bundle.h"
#include "extract/sniff.h"
#include "text/facts.h"
#include "text/structure.h"

#include <string.h>

enum {
    TITLE_REACH = 20,                 /* blocks among which the title is looked for */
    DEEPEST_ARCHIVE = 3,              /* archives in archives */
    MEMBERS = 5000,                   /* documents of one archive */
    UNPACK_LIMIT = 256 * 1024 * 1024, /* bytes that come out of one file in all */
};

static Extractor *const extractors[FORMAT_COUNT] = {
    [FORMAT_TEXT] = extract_text,   [FORMAT_MARKDOWN] = extract_markdown, [FORMAT_HTML] = extract_html,
    [FORMAT_PDF] = extract_pdf,     [FORMAT_DOCX] = extract_docx,         [FORMAT_ODT] = extract_odt,
    [FORMAT_EPUB] = extract_epub,   [FORMAT_OFD] = extract_ofd,           [FORMAT_MHTML] = extract_mhtml,
    [FORMAT_IMAGE] = extract_image,
};

/* What to do with a file in a format that tifa does not read. */
static const char *const advice[FORMAT_COUNT] = {
    [FORMAT_SPREADSHEET] = "save it as a web page or PDF",
    [FORMAT_PRESENTATION] = "save it as PDF",
    [FORMAT_OLD_OFFICE] = "open it in LibreOffice, WPS or Word and save it as .docx",
    [FORMAT_RTF] = "open it in LibreOffice, WPS or Word and save it as .docx",
    [FORMAT_CAJ] = "open it in CAJViewer and save it as PDF, or fetch the PDF from CNKI",
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

/* ---- Whole files ----------------------------------------------------------------------------- */

/* The reading of one file and of the files inside it. */
typedef struct {
    GPtrArray *documents, *failures;
    unsigned images; /* passed over in archives, because nobody asked for what they show */
    size_t left;     /* bytes that may still be unpacked */
    int depth;       /* of archives in archives */
    const ExtractInput *outer;
} Extraction;

/* Reads a file that is one document. */
static bool extract_single(Extraction *extraction, const ExtractInput *input, GError **error)
{
    g_autoptr(TifaDocument) document = document_new();
    Format format = sniff(input);
    warn_if_misnamed(input, format, document);
    document_set_field(document, TIFA_FIELD_FORMAT, format_id(format), "content");
    if (input->url)
        document_set_field(document, TIFA_FIELD_URL, input->url, "archive");
    else if (extraction->depth > 0)
        document_set_field(document, TIFA_FIELD_MEMBER, input->name, "archive");
    if (!extract_part(input, document, error) || !check_text(document, error))
        return false;
    const char *base = strrchr(input->name, '/') ? strrchr(input->name, '/') + 1 : input->name;
    size_t length;
    g_autofree char *name = utf8_clean(base, strlen(base), &length, NULL);
    structure_mark(document);
    facts_find(document, length > 0 ? name : NULL);
    mark_title(document);
    g_ptr_array_add(extraction->documents, g_steal_pointer(&document));
    return true;
}

static bool extract_file(Extraction *extraction, const ExtractInput *input, GError **error);

static void note_failure(const char *name, const char *reason, void *data)
{
    Extraction *extraction = data;
    g_ptr_array_add(extraction->failures, g_strdup_printf("%s: %s", name, reason));
}

static bool visit_member(const ExtractInput *member, void *data)
{
    Extraction *extraction = data;
    g_autoptr(GError) trouble = NULL;
    ExtractInput inner = *member;
    inner.ocr = extraction->outer->ocr;
    inner.deadline = extraction->outer->deadline;
    if (!inner.ocr && sniff(&inner) == FORMAT_IMAGE) {
        extraction->images++;
        return true;
    }
    if (!extract_file(extraction, &inner, &trouble))
        note_failure(member->name, trouble->message, extraction);
    if (extraction->documents->len + extraction->failures->len < MEMBERS)
        return true;
    note_failure(extraction->outer->name, "holds too many files, and the rest is not read; split it",
                 extraction);
    return false;
}

/* Reads the files in an archive; what cannot be read is a failure of its own. */
static bool extract_bundle(Extraction *extraction, const ExtractInput *input, Format format, GError **error)
{
    Bundle bundle = {visit_member, note_failure, extraction, &extraction->left};
    if (extraction->depth == DEEPEST_ARCHIVE)
        return fail(error, TIFA_ERROR_INPUT,
                    "is an archive in %d archives; unpack it and read the files in it", DEEPEST_ARCHIVE);
    g_autoptr(GError) trouble = NULL;
    guint before = extraction->documents->len + extraction->failures->len;
    const ExtractInput *outer = extraction->outer;
    extraction->outer = input;
    extraction->depth++;
    bool is_whole = format == FORMAT_WARC ? bundle_walk_warc(input, &bundle, &trouble)
                                          : bundle_walk_archive(input, &bundle, &trouble);
    extraction->depth--;
    extraction->outer = outer;
    if (extraction->documents->len + extraction->failures->len == before && extraction->images == 0)
        return is_whole ? fail(error, TIFA_ERROR_INPUT, "holds no file that can be read; unpack it and see")
                        : fail(error, TIFA_ERROR_INPUT, "%s", trouble->message);
    if (!is_whole)
        note_failure(input->name, trouble->message, extraction);
    return true;
}

static bool extract_file(Extraction *extraction, const ExtractInput *input, GError **error)
{
    Format format = sniff(input);
    bool is_bundle = format == FORMAT_ARCHIVE || format == FORMAT_WARC;
    return is_bundle ? extract_bundle(extraction, input, format, error)
                     : extract_single(extraction, input, error);
}

/* Images are named together, for a saved page has dozens of them. */
static void note_images(Extraction *extraction)
{
    g_autofree char *reason =
        g_strdup_printf("%u images in the archive were passed over; --ocr reads them", extraction->images);
    if (extraction->images == 0)
        return;
    if (extraction->documents->len > 0)
        document_warn(extraction->documents->pdata[0], "%s", reason);
    else
        g_ptr_array_add(extraction->failures, g_steal_pointer(&reason));
}

bool extract_any(const ExtractInput *input, GPtrArray *documents, GPtrArray *failures, GError **error)
{
    Extraction extraction = {
        .documents = documents, .failures = failures, .left = UNPACK_LIMIT, .outer = input};
    if (!extract_file(&extraction, input, error))
        return false;
    note_images(&extraction);
    if (documents->len > 0)
        return true;
    return fail(error, TIFA_ERROR_INPUT, "nothing in it can be read (%s%s)", (const char *)failures->pdata[0],
                failures->len > 1 ? ", and so on" : "");
}
