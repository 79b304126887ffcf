#include "report/record.h"

#include "base/error.h"
#include "base/method.h"
#include "report/sheet.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum {
    RECORD_VERSION = 1,
    REAL_DIGITS = 10, /* significant digits of real numbers */
};

void record_print_json(const TifaPrinter *printer, json_t *object)
{
    json_t *whole = json_pack("{s:i}", "version", (int)RECORD_VERSION);
    json_object_update(whole, object);
    json_dumpf(whole, printer->file, JSON_COMPACT | JSON_REAL_PRECISION(REAL_DIGITS));
    fputc('\n', printer->file);
    json_decref(whole);
    json_decref(object);
}

/* Whether a spreadsheet would take the cell for a formula or a command. */
static bool is_formula(const char *cell)
{
    return *cell && strchr("=+-@\t\r", *cell);
}

static void print_csv_string(FILE *file, const char *cell)
{
    bool is_quoted = strpbrk(cell, ",\"\n\r") || is_formula(cell) || g_str_has_prefix(cell, " ");
    if (!is_quoted) {
        fputs(cell, file);
        return;
    }
    fputc('"', file);
    if (is_formula(cell))
        fputc('\'', file);
    for (; *cell; cell++) {
        if (*cell == '"')
            fputc('"', file);
        fputc(*cell, file);
    }
    fputc('"', file);
}

static void print_csv_value(FILE *file, const json_t *value)
{
    if (json_is_string(value))
        print_csv_string(file, json_string_value(value));
    else if (json_is_integer(value))
        fprintf(file, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        fprintf(file, "%.*g", REAL_DIGITS, json_real_value(value));
    else if (json_is_boolean(value))
        fputs(json_is_true(value) ? "true" : "false", file);
}

static void print_csv_line(FILE *file, json_t *object, bool is_header)
{
    const char *key;
    json_t *value;
    const char *comma = "";
    json_object_foreach (object, key, value) {
        if (json_is_array(value) || json_is_object(value))
            continue;
        fputs(comma, file);
        if (is_header)
            fputs(key, file);
        else
            print_csv_value(file, value);
        comma = ",";
    }
    fputs("\r\n", file);
}

void record_print_csv(const TifaPrinter *printer, json_t *object, bool is_first)
{
    if (is_first)
        print_csv_line(printer->file, object, true);
    print_csv_line(printer->file, object, false);
    json_decref(object);
}

void record_print(const TifaPrinter *printer, json_t *object, bool is_first)
{
    if (printer->format == TIFA_FORMAT_CSV)
        record_print_csv(printer, object, is_first);
    else if (printer->format == TIFA_FORMAT_JSON)
        record_print_json(printer, object);
    else
        sheet_add(printer->sheet, object);
}

json_t *record_string(const char *string)
{
    return string ? json_string(string) : json_null();
}

json_t *record_number(double number)
{
    return isfinite(number) ? json_real(number) : json_null();
}

bool record_flush(const TifaPrinter *printer, GError **error)
{
    if (fflush(printer->file) == 0 && !ferror(printer->file))
        return true;
    return fail(error, TIFA_ERROR_SYSTEM, "output: %s", g_strerror(errno));
}

/* The sentences as an object, in their order. */
static json_t *method_record(const TifaMethod *method)
{
    json_t *record = json_object();
    for (size_t i = 0; i < method_length(method); i++)
        json_object_set_new(record, method_get(method, i)->name, json_string(method_get(method, i)->value));
    return record;
}

bool tifa_print_method(const TifaPrinter *printer, GError **error)
{
    for (size_t i = 0; i < method_length(printer->method); i++) {
        const MethodSentence *sentence = method_get(printer->method, i);
        fprintf(printer->file, "%s: %s\n", sentence->name, sentence->value);
    }
    return record_flush(printer, error);
}

bool record_finish(const TifaPrinter *printer, GError **error)
{
    if (printer->format == TIFA_FORMAT_JSON && printer->method)
        record_print_json(printer, json_pack("{s:o}", "method", method_record(printer->method)));
    if (printer->format == TIFA_FORMAT_HTML || printer->format == TIFA_FORMAT_XLSX)
        return sheet_print(printer, error) && record_flush(printer, error);
    return record_flush(printer, error);
}

const char *tifa_format_name(TifaFormat format)
{
    static const char *const names[TIFA_FORMAT_COUNT] = {
        "text", "json", "csv", "html", "docx", "xlsx", "vrt", "conllu", "bibtex", "ris", "csl", "markdown"};
    return names[format];
}

bool record_accepts(const TifaPrinter *printer, unsigned formats, const char *what, GError **error)
{
    if (formats & 1u << printer->format)
        return true;
    g_autoptr(GString) offered = g_string_new(NULL);
    for (unsigned i = 0; i < TIFA_FORMAT_COUNT; i++)
        if (formats & 1u << i)
            g_string_append_printf(offered, "%s%s", offered->len ? ", " : "", tifa_format_name(i));
    return fail(error, TIFA_ERROR_INPUT, "--format %s: %s cannot be printed so; use one of %s",
                tifa_format_name(printer->format), what, offered->str);
}
