/* Plain text. */
#include "extract/extract.h"
#include "extract/lines.h"

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
    bool is_wrapped = lines_are_wrapped(text, length);
    g_autoptr(GString) paragraph = g_string_new(NULL);
    TifaSpan line;
    document_set_field(document, TIFA_FIELD_FORMAT, "text", "format");
    while (lines_next(text, length, &place, &line)) {
        TifaSpan rest = lines_trim(text, line);
        bool continues = is_wrapped && rest.start < rest.end && !lines_begin_paragraph(text, line);
        if (!continues && !end_paragraph(document, paragraph, error))
            return false;
        lines_join(paragraph, text + rest.start, rest.end - rest.start);
    }
    return end_paragraph(document, paragraph, error);
}
