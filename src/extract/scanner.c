#include "extract/scanner.h"

enum { DOUBTFUL = 70 }; /* confidence below which most lines have a wrong character */

Scanner scanner_open(const ExtractInput *input)
{
    return (Scanner){.is_wanted = input->ocr, .deadline = input->deadline};
}

void scanner_close(Scanner *scanner)
{
    g_clear_pointer(&scanner->ocr, ocr_close);
}

bool scanner_is_ready(Scanner *scanner, Trouble *trouble)
{
    if (!scanner->is_wanted) {
        *trouble = TROUBLE_SCAN;
        return false;
    }
    if (!scanner->ocr && !scanner->is_missing) {
        scanner->ocr = ocr_open(scanner->deadline);
        scanner->is_missing = !scanner->ocr;
    }
    *trouble = scanner->is_missing ? TROUBLE_NO_OCR : TROUBLE_NONE;
    return !scanner->is_missing;
}

Trouble scanner_read(Scanner *scanner, const OcrPicture *picture, PdfPage *page)
{
    int confidence;
    if (!ocr_read(scanner->ocr, picture, page, &confidence))
        return TROUBLE_NO_TIME;
    if (page->pieces.length == 0)
        return TROUBLE_EMPTY;
    return confidence < DOUBTFUL ? TROUBLE_UNSURE : TROUBLE_RECOGNISED;
}

void scanner_warn(const Scanner *scanner, TifaDocument *document)
{
    const char *lack = scanner->ocr ? ocr_lack(scanner->ocr) : NULL;
    if (lack)
        document_warn(document, "text recognition lacks languages; install %s", lack);
}
