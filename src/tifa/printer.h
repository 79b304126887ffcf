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
    TIFA_FORMAT_HTML,   /* one page that needs nothing else */
    TIFA_FORMAT_DOCX,   /* an office document; bytes, not for a terminal */
    TIFA_FORMAT_XLSX,   /* a workbook: the rows, and on a second sheet how they came about */
    TIFA_FORMAT_VRT,    /* vertical text, for corpus tools: a token a line */
    TIFA_FORMAT_CONLLU, /* the same in the columns of CoNLL-U */
    TIFA_FORMAT_BIBTEX,
    TIFA_FORMAT_RIS,
    TIFA_FORMAT_CSL,      /* CSL-JSON */
    TIFA_FORMAT_MARKDOWN, /* for notes */
    TIFA_FORMAT_COUNT
} TifaFormat;

/* "text", "json", "csv" ... */
TIFA_API const char *tifa_format_name(TifaFormat format);

/* How a result came about (the corpus, the question, the versions of what cut and tagged ...), as named
 * sentences in the order in which they were added; printed with the result. */
typedef struct TifaMethod TifaMethod;

TIFA_API TifaMethod *tifa_method_new(void);
TIFA_API void tifa_method_free(TifaMethod *method);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaMethod, tifa_method_free)
TIFA_API void tifa_method_add(TifaMethod *method, const char *name, const char *value);

/* Where the rows of a page or a workbook wait until the last one is there. */
typedef struct TifaSheet TifaSheet;

TIFA_API TifaSheet *tifa_sheet_new(GError **error);
TIFA_API void tifa_sheet_free(TifaSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaSheet, tifa_sheet_free)

/* Where and how to print. */
typedef struct {
    FILE *file;
    TifaFormat format;
    unsigned width; /* columns of the terminal */
    bool has_color;
    TifaSheet *sheet;         /* for HTML and XLSX; NULL for other formats */
    const TifaMethod *method; /* printed below JSON Lines, on pages and in workbooks; may be NULL */
} TifaPrinter;

/* The method alone, a line for each sentence: for what goes with formats that have no room for it. */
TIFA_API bool tifa_print_method(const TifaPrinter *printer, GError **error);

G_END_DECLS
