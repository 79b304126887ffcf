/* sheet.h - rows on their way to a page (page.c) or a workbook (workbook.c).
 *
 * Both need all rows before the first can be written: widths of columns, and a page that is empty is a page
 * still. The rows wait as lines of JSON in a file without a name. */
#pragma once

#include "tifa.h"

#include <jansson.h>

/* Adds a row and frees it. */
void sheet_add(TifaSheet *sheet, json_t *row);

/* Calls `visit` with each row in order. False with TIFA_ERROR_SYSTEM if the rows could not be kept or read.
 */
typedef void SheetVisit(const json_t *row, void *data);
bool sheet_each(TifaSheet *sheet, SheetVisit *visit, void *data, GError **error);

/* The file of the rows, read from its start. Lent. */
FILE *sheet_rows(TifaSheet *sheet, GError **error);

/* Prints the rows, and the printer's method, in the printer's format; the sheet is empty then. */
bool sheet_print(const TifaPrinter *printer, GError **error);

/* ---- One a format ---------------------------------------------------------------------------- */

bool page_print(const TifaPrinter *printer, GError **error);
bool workbook_print(const TifaPrinter *printer, GError **error);
