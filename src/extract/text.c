/* Plain text. */
#include "base/error.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/lines.h"

/* Whether the bytes were no text at all: one character in fifty is a control character or could not be
 * decoded. */
static bool is_noise(const char *text, size_t length)
{
    size_t bad = 0, all = 0;
    for (const char *place = text; place < text + length; all++) {
        gunichar c = utf8_next(&place);
        bad += c == 0xFFFD || (c < ' ' && !utf8_is_space(c));
    }
    return bad > 10 && bad * 50 > all;
}

static bool end_paragraph(TifaDocument *document, GString *paragraph, GError **error)
{
    TifaBlock block = {.kind = TIFA_BLOCK_PARAGRAPH};
    bool is_added = document_add_block(document, &block, paragraph->str, paragraph->len, error);
    g_string_truncate(paragraph, 0);
    return is_added;
}

bool extract_text(const ExtractInput *input, TifaDocument *document, GError **error)
{
    size_t length, place = 0;
    g_autofree char *text = lines_decode(input, document, &length);
    if (is_noise(text, length))
        return fail(error, TIFA_ERROR_INPUT,
                    "is no text, and no format that tifa reads; save it as PDF or text");
    bool is_wrapped = lines_are_wrapped(text, length);
    g_autoptr(GString) paragraph = g_string_new(NULL);
    TifaSpan line;
    while (lines_next(text, length, &place, &line)) {
        TifaSpan rest = lines_trim(text, line);
        bool continues = is_wrapped && rest.start < rest.end && !lines_begin_paragraph(text, line);
        if (!continues && !end_paragraph(document, paragraph, error))
            return false;
        lines_join(paragraph, text + rest.start, rest.end - rest.start);
    }
    return end_paragraph(document, paragraph, error);
}
