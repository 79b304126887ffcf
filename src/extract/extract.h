/* extract.h - from the bytes of one file to documents. Runs in the helper program tifa-read only.
 *
 * Each format is one function of the type Extractor in a file of its own. It adds blocks, the fields the
 * format itself states (page metadata, government tables), links and warnings; what the text says of itself
 * is found afterwards by text/structure.h and text/facts.h, for all formats alike. An extractor may be fed
 * anything: it must end, with text or with an error, in time near linear in the input.
 */
#pragma once

#include "text/document.h"

typedef struct {
    const char *name; /* the file's name, for messages and as a last hint of the format */
    const uint8_t *bytes;
    size_t length;
    const char *charset; /* what HTTP or the archive said of the encoding, or NULL */
    const char *url;     /* where the bytes came from, or NULL */
    bool ocr;            /* recognise pages without text, */
    int64_t deadline;    /* until then (monotonic time in microseconds; 0: as long as it takes) */
    bool is_whole;       /* a page that is all text, without navigation around it */
} ExtractInput;

/* Adds the input's blocks and fields to an empty document. False with TIFA_ERROR_INPUT and a message that
 * says the reason and what to do, without the file's name (the caller puts it in front). */
typedef bool Extractor(const ExtractInput *input, TifaDocument *document, GError **error);

Extractor extract_docx;
Extractor extract_epub;
Extractor extract_html;
Extractor extract_html_whole;
Extractor extract_image;
Extractor extract_markdown;
Extractor extract_mhtml;
Extractor extract_odt;
Extractor extract_ofd;
Extractor extract_pdf;
Extractor extract_text;

/* Finds the format of a part of a file by its content and reads it. */
Extractor extract_part;

/* Finds the format by content and reads the file: adds at least one document, complete with structure and
 * facts, to `documents` (of TifaDocument), and what inside an archive could not be read to `failures` (of
 * char *). */
bool extract_any(const ExtractInput *input, GPtrArray *documents, GPtrArray *failures, GError **error);
