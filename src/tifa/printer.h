/* printer.h - where and how results are printed. A part of tifa.h.
 *
 * Each tifa_print_thing(), declared where its thing is, prints one kind of result: false with
 * TIFA_ERROR_INPUT where the format is not made for it, and with TIFA_ERROR_SYSTEM when writing fails. */
#pragma once

#include "tifa/base.h"

G_BEGIN_DECLS

typedef enum {
    TIFA_FORMAT_TEXT,
    TIFA_FORMAT_JSON, /* one object a line; a single object for one document or comparison */
    TIFA_FORMAT_CSV,
    TIFA_FORMAT_HTML, /* one page that needs nothing else */
    TIFA_FORMAT_DOCX, /* an office document; bytes, not for a terminal */
} TifaFormat;

/* Where and how to print. */
typedef struct {
    FILE *file;
    TifaFormat format;
    unsigned width; /* columns of the terminal */
    bool has_color;
} TifaPrinter;

G_END_DECLS
