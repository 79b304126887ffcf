#include "extract/pdf_pages.h"

#include "extract/pdf_block.h"
#include "extract/pdf_heads.h"
#include "extract/pdf_layout.h"

/* Whoever quotes to the letter must know where the text is not the file's own. */
static void warn_of_folding(TifaDocument *document)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    size_t folded = 0;
    for (size_t i = 0; i < blocks->length; i++)
        folded += (blocks->items[i].flags & TIFA_BLOCK_FOLDED) != 0;
    if (folded)
        document_warn(document,
                      "%zu paragraphs are written with radicals or compatibility forms (as U+2F08 for "
                      "U+4EBA) and were read "
                      "as the characters that these stand for",
                      folded);
}

bool pdf_pages_add(PdfPage *pages, size_t count, TifaDocument *document, GError **error)
{
    PdfLines lines = {0};
    uint32_t column = 0;
    pdf_heads_remove(pages, count);
    for (size_t i = 0; i < count; i++)
        pdf_layout(&pages[i], (uint32_t)i + 1, &column, &lines);
    bool is_added = pdf_blocks_add(&lines, pages, document, error);
    pdf_lines_clear(&lines);
    warn_of_folding(document);
    return is_added;
}

void pdf_pages_clear(PdfPages *pages)
{
    for (size_t i = 0; i < pages->length; i++)
        pdf_page_clear(&pages->items[i]);
    array_clear(pages);
}
