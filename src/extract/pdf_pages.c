#include "extract/pdf_pages.h"

#include "extract/pdf_block.h"
#include "extract/pdf_heads.h"
#include "extract/pdf_layout.h"

bool pdf_pages_add(PdfPage *pages, size_t count, TifaDocument *document, GError **error)
{
    PdfLines lines = {0};
    uint32_t column = 0;
    pdf_heads_remove(pages, count);
    for (size_t i = 0; i < count; i++)
        pdf_layout(&pages[i], (uint32_t)i + 1, &column, &lines);
    bool is_added = pdf_blocks_add(&lines, pages, document, error);
    pdf_lines_clear(&lines);
    return is_added;
}

void pdf_pages_clear(PdfPages *pages)
{
    for (size_t i = 0; i < pages->length; i++)
        pdf_page_clear(&pages->items[i]);
    array_clear(pages);
}
