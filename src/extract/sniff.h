/* sniff.h - which format a file is in, by its content; its name is only the last hint. */
#pragma once

#include "extract/extract.h"

typedef enum {
    FORMAT_TEXT,
    FORMAT_MARKDOWN,
    FORMAT_HTML,
    FORMAT_PDF,
    FORMAT_DOCX,
    FORMAT_ODT,
    FORMAT_EPUB,
    FORMAT_OFD,
    FORMAT_MHTML,
    FORMAT_WARC,
    FORMAT_ARCHIVE,     /* zip, tar, 7z, rar, gzip ... of other files */
    FORMAT_SPREADSHEET, /* of the OOXML or ODF kind */
    FORMAT_PRESENTATION,
    FORMAT_OLD_OFFICE, /* .doc, .wps, .xls, .ppt of the years before 2007 */
    FORMAT_RTF,
    FORMAT_CAJ,
    FORMAT_IMAGE,
    FORMAT_BINARY, /* nothing that tifa knows, and not text */
    FORMAT_COUNT
} Format;

Format sniff(const ExtractInput *input);

/* What the end of the name promises, FORMAT_COUNT if nothing or nothing known. */
Format sniff_name(const char *name);

/* The format's name in messages ("a web page"), and as a field of documents ("html"). */
const char *format_name(Format format);
const char *format_id(Format format);
