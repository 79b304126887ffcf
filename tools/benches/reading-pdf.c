/* bench-reading-pdf - reads PDFs as tifa does.
 *
 *     bench-reading-pdf FILE...
 *
 * For every PDF: its name and its blocks, each ended by U+001F, and U+001E; nothing but the name of one that
 * cannot be read. Cells of a row are separated by a blank.
 */
#include "extract/extract.h"

#include <stdio.h>

static void print_blocks(const TifaDocument *document)
{
    const char *text = tifa_document_text(document, NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; i < blocks->length; i++) {
        TifaSpan span = blocks->items[i].span;
        g_autofree char *block = g_strndup(text + span.start, span.end - span.start);
        printf("%s\x1F", g_strdelimit(block, "\t", ' '));
    }
}

int main(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        g_autofree char *bytes = NULL;
        g_autoptr(TifaDocument) document = document_new();
        size_t length;
        if (!g_file_get_contents(arguments[i], &bytes, &length, NULL))
            continue;
        ExtractInput input = {.name = arguments[i], .bytes = (const uint8_t *)bytes, .length = length};
        printf("%s\x1F", arguments[i]);
        if (extract_pdf(&input, document, NULL))
            print_blocks(document);
        printf("\x1E");
    }
    return 0;
}
