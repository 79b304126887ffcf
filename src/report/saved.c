/* saved.c - the questions that a corpus keeps under a name. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <string.h>

static json_t *saved_record(const TifaSaved *saved)
{
    return json_pack("{s:s, s:s, s:s}", "name", saved->name, "question", saved->question, "created",
                     saved->created);
}

bool tifa_print_saved(const TifaPrinter *printer, const GPtrArray *questions, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "saved questions", error))
        return false;
    size_t widest = 0;
    for (size_t i = 0; i < questions->len; i++) {
        const char *name = ((const TifaSaved *)questions->pdata[i])->name;
        size_t width = utf8_width(name, strlen(name));
        widest = MAX(widest, width);
    }
    for (size_t i = 0; i < questions->len; i++) {
        const TifaSaved *saved = questions->pdata[i];
        if (printer->format == TIFA_FORMAT_TEXT) {
            style_print_start(printer, saved->name, (unsigned)widest, true);
            fprintf(printer->file, "  %s\n", saved->question);
        } else {
            record_print(printer, saved_record(saved), i == 0);
        }
    }
    return record_finish(printer, error);
}
