/* record.h - one result as named values, printed as a line of JSON or CSV. */
#pragma once

#include "tifa.h"

#include <jansson.h>

/* Prints an object as one line of JSON with "version" in front, and frees it. */
void record_print_json(const TifaPrinter *printer, json_t *object);

/* Prints objects of the same keys as CSV: a header before the first, then their values; strings that a
 * spreadsheet would run as a formula get a ' in front. Arrays and objects are left out. Frees the object. */
void record_print_csv(const TifaPrinter *printer, json_t *object, bool is_first);

/* The one of both that the printer asks for, or a row of its page or workbook. */
void record_print(const TifaPrinter *printer, json_t *object, bool is_first);

/* A string, or null for NULL. */
json_t *record_string(const char *string);

/* A number, or null for what is none (NAN, infinity). */
json_t *record_number(double number);

/* Ends what record_print() began: the page or workbook, or the method behind lines of JSON. False with an
 * error if not all was written. The last line of a printing function. */
bool record_finish(const TifaPrinter *printer, GError **error);

/* The same where nothing needs an end: whether all was written. */
bool record_flush(const TifaPrinter *printer, GError **error);

/* False with TIFA_ERROR_INPUT if `formats`, a sum of 1 << TifaFormat, has not the printer's. */
bool record_accepts(const TifaPrinter *printer, unsigned formats, const char *what, GError **error);

enum {
    RECORD_TEXT = 1 << TIFA_FORMAT_TEXT,
    RECORD_JSON = 1 << TIFA_FORMAT_JSON,
    RECORD_CSV = 1 << TIFA_FORMAT_CSV,
    RECORD_HTML = 1 << TIFA_FORMAT_HTML,
    RECORD_DOCX = 1 << TIFA_FORMAT_DOCX,
    RECORD_XLSX = 1 << TIFA_FORMAT_XLSX,
    RECORD_ROWS = RECORD_JSON | RECORD_CSV | RECORD_HTML | RECORD_XLSX, /* what record_print() can do */
};
