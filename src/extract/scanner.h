/* scanner.h - reads pictures of pages, with recognition opened when the first one comes. */
#pragma once

#include "extract/extract.h"
#include "extract/ocr.h"
#include "extract/page_trouble.h"

typedef struct {
    bool is_wanted; /* false: pictures stay unread */
    int64_t deadline;
    Ocr *ocr;
    bool is_missing; /* recognition is wanted, and not installed */
} Scanner;

/* For one document. Close it with scanner_close(). */
Scanner scanner_open(const ExtractInput *input);
void scanner_close(Scanner *scanner);

/* Whether pictures can be read; to be asked before one is drawn. Else *trouble says why not. */
bool scanner_is_ready(Scanner *scanner, Trouble *trouble);

/* Adds what is recognised to the page, which has none, and says what to doubt. */
Trouble scanner_read(Scanner *scanner, const OcrPicture *picture, PdfPage *page);

/* Warns of languages that are not installed, if pictures were read. */
void scanner_warn(const Scanner *scanner, TifaDocument *document);
