/* Scans and photographs of pages as image files. Each picture in a file is a page. */
#include "extract/extract.h"

#include "base/error.h"
#include "extract/pdf_pages.h"
#include "extract/picture.h"
#include "extract/scanner.h"

/* Reads every picture as a page; gives the trouble of the last one. */
static Trouble read_pictures(PictureFile *file, Scanner *scanner, PdfPages *pages, TifaDocument *document)
{
    TroubleRun run = {0};
    for (OcrPicture picture; picture_next(file, &picture);) {
        float scale = 72 / (float)picture.resolution;
        array_push(pages, ((PdfPage){.width = (float)picture.width * scale,
                                     .height = (float)picture.height * scale}));
        trouble_add(&run, scanner_read(scanner, &picture, &array_last(pages)), document);
    }
    trouble_end(&run, document);
    return pages->length ? run.trouble : TROUBLE_DAMAGED;
}

static bool add_pages(PdfPages *pages, TifaDocument *document, GError **error)
{
    g_autofree char *number = g_strdup_printf("%zu", pages->length);
    document_set_field(document, TIFA_FIELD_PAGES, number, "content");
    return pdf_pages_add(pages->items, pages->length, document, error);
}

bool extract_image(const ExtractInput *input, TifaDocument *document, GError **error)
{
    Scanner scanner = scanner_open(input);
    Trouble trouble;
    PictureFile *file =
        scanner_is_ready(&scanner, &trouble) ? picture_open(input->bytes, input->length) : NULL;
    if (!file) {
        scanner_close(&scanner);
        return fail(error, TIFA_ERROR_INPUT, "is an image: %s",
                    trouble_words(trouble == TROUBLE_NONE ? TROUBLE_NO_OCR : trouble));
    }
    PdfPages pages = {0};
    trouble = read_pictures(file, &scanner, &pages, document);
    scanner_warn(&scanner, document);
    bool is_read = add_pages(&pages, document, error);
    if (is_read && tifa_document_blocks(document)->length == 0)
        is_read = fail(error, TIFA_ERROR_INPUT, "is an image: %s", trouble_words(trouble));
    pdf_pages_clear(&pages);
    picture_close(file);
    scanner_close(&scanner);
    return is_read;
}
