/* counts.c - one number. */
#include "report/record.h"

bool tifa_print_count(const TifaPrinter *printer, uint64_t count, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a count", error))
        return false;
    if (printer->format == TIFA_FORMAT_TEXT)
        fprintf(printer->file, "%" G_GUINT64_FORMAT "\n", count);
    else
        record_print(printer, json_pack("{s:I}", "hits", (json_int_t)count), true);
    return record_finish(printer, error);
}
