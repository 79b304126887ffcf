/* A page that is all text: the chapter of a book, the page inside a Word file. Nothing on it is navigation.
 */
#include "extract/extract.h"
#include "extract/html_lines.h"
#include "extract/lines.h"

bool extract_html_whole(const ExtractInput *input, TifaDocument *document, GError **error)
{
    size_t length;
    g_autofree char *text = lines_decode(input, document, &length);
    g_autoptr(HtmlPage) page = html_page_parse(text, length, error);
    if (!page)
        return false;
    g_autoptr(HtmlLines) lines = html_lines_cut(page);
    for (size_t i = 0; i < lines->items.length; i++) {
        const HtmlLine *line = &lines->items.items[i];
        TifaBlock block = {.kind = line->kind, .level = line->level};
        if (!document_add_block(document, &block, lines->text->str + line->text.start,
                                line->text.end - line->text.start, error))
            return false;
    }
    return true;
}
