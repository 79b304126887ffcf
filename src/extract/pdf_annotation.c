#include "extract/pdf_annotation.h"

#include "extract/pdf_library.h"

#include <math.h>

enum { LINES_AT_MOST = 1000 };

/* Adds one line of an annotation as a piece that fills its part of the box. */
static void add_line(PdfPage *page, const char *line, TifaBox box)
{
    g_autofree char *text = g_strstrip(g_strdup(line));
    if (!*text)
        return;
    PdfPiece piece = {.left = box.left, .top = box.top, .right = box.right, .bottom = box.bottom};
    float letters = (float)g_utf8_strlen(text, -1);
    piece.size = fminf(box.bottom - box.top, 2 * (box.right - box.left) / letters);
    piece.first_width = piece.size;
    piece.text = g_steal_pointer(&text);
    array_push(&page->pieces, piece);
}

static void add_annotation(const PdfLibrary *poppler, const PopplerAnnotMapping *mapping, PdfPage *page)
{
    g_autofree char *contents = poppler->annotation_text(mapping->annot);
    if (!contents || poppler->annotation_type(mapping->annot) != POPPLER_ANNOT_FREE_TEXT)
        return;
    g_auto(GStrv) lines = g_strsplit_set(g_strstrip(contents), "\r\n", LINES_AT_MOST);
    unsigned count = g_strv_length(lines);
    const PopplerRectangle *area = &mapping->area; /* measured from the lower edge of the page */
    float top = page->height - (float)fmax(area->y1, area->y2),
          step = (float)fabs(area->y2 - area->y1) / (float)MAX(count, 1);
    for (unsigned i = 0; i < count; i++)
        add_line(page, lines[i],
                 (TifaBox){(float)fmin(area->x1, area->x2), top + step * (float)i,
                           (float)fmax(area->x1, area->x2), top + step * (float)(i + 1)});
}

void pdf_annotations_add(const PdfSheet *sheet, PdfPage *page)
{
    GList *annotations = page->vertical ? NULL : sheet->poppler->annotations(sheet->page);
    for (GList *item = annotations; item; item = item->next)
        add_annotation(sheet->poppler, item->data, page);
    sheet->poppler->free_annotations(annotations);
}
