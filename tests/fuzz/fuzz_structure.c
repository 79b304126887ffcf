/* fuzz_structure.c - any text, a block a line: marking the structure keeps the text and the document's
 * invariants, and no block belongs to an article that was not opened before it. */
#include "text/document.h"
#include "text/structure.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static TifaDocument *document_of(const uint8_t *data, size_t size)
{
    TifaDocument *document = document_new();
    const char *text = (const char *)data, *end = text + size;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        stop = stop ? stop : end;
        bool is_heading = *text == '#';
        TifaBlock block = {.kind = is_heading ? TIFA_BLOCK_HEADING : TIFA_BLOCK_PARAGRAPH,
                           .level = is_heading};
        g_assert(document_add_block(document, &block, text, (size_t)(stop - text), NULL));
        text = stop + (stop < end);
    }
    return document;
}

static void check_articles(const TifaBlocks *blocks)
{
    bool is_open = false;
    for (size_t i = 0; i < blocks->length; i++) {
        is_open = is_open || blocks->items[i].kind == TIFA_BLOCK_ARTICLE;
        g_assert(is_open || blocks->items[i].article == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    TifaDocument *document = document_of(data, size);
    size_t length;
    g_autofree char *before = g_strdup(tifa_document_text(document, &length));
    structure_mark(document);
    g_assert_cmpstr(before, ==, tifa_document_text(document, NULL));
    g_assert(document_is_sound(document));
    check_articles(tifa_document_blocks(document));
    tifa_document_free(document);
    return 0;
}
