#include "report/sheet.h"

#include "base/error.h"

#include <errno.h>
#include <unistd.h>

struct TifaSheet {
    FILE *rows;
};

TifaSheet *tifa_sheet_new(GError **error)
{
    FILE *rows = tmpfile();
    if (!rows) {
        fail(error, TIFA_ERROR_SYSTEM, "temporary file: %s; set TMPDIR to a folder with room",
             g_strerror(errno));
        return NULL;
    }
    TifaSheet *sheet = g_new0(TifaSheet, 1);
    sheet->rows = rows;
    return sheet;
}

void tifa_sheet_free(TifaSheet *sheet)
{
    if (!sheet)
        return;
    fclose(sheet->rows);
    g_free(sheet);
}

void sheet_add(TifaSheet *sheet, json_t *row)
{
    json_dumpf(row, sheet->rows, JSON_COMPACT);
    fputc('\n', sheet->rows);
    json_decref(row);
}

FILE *sheet_rows(TifaSheet *sheet, GError **error)
{
    if (fflush(sheet->rows) == 0 && !ferror(sheet->rows) && fseek(sheet->rows, 0, SEEK_SET) == 0)
        return sheet->rows;
    fail(error, TIFA_ERROR_SYSTEM, "temporary file: %s; set TMPDIR to a folder with room", g_strerror(errno));
    return NULL;
}

bool sheet_each(TifaSheet *sheet, SheetVisit *visit, void *data, GError **error)
{
    FILE *rows = sheet_rows(sheet, error);
    if (!rows)
        return false;
    for (json_t *row; (row = json_loadf(rows, JSON_DISABLE_EOF_CHECK, NULL)); json_decref(row))
        visit(row, data);
    return true;
}

bool sheet_print(const TifaPrinter *printer, GError **error)
{
    bool is_printed =
        printer->format == TIFA_FORMAT_HTML ? page_print(printer, error) : workbook_print(printer, error);
    rewind(printer->sheet->rows);
    return ftruncate(fileno(printer->sheet->rows), 0) == 0 && is_printed;
}
