#include "report/record.h"

#include "base/error.h"

#include <errno.h>
#include <string.h>

static const int RECORD_VERSION = 1;

json_t *record_string(const char *string)
{
    return string ? json_string(string) : json_null();
}

void record_print_json(const TifaPrinter *printer, json_t *object)
{
    json_t *whole = json_pack("{s:i}", "version", RECORD_VERSION);
    json_object_update(whole, object);
    json_dumpf(whole, printer->file, JSON_COMPACT);
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
        fprintf(file, "%.6g", json_real_value(value));
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
    else
        record_print_json(printer, object);
}

bool record_finish(const TifaPrinter *printer, GError **error)
{
    if (fflush(printer->file) == 0 && !ferror(printer->file))
        return true;
    return fail(error, TIFA_ERROR_SYSTEM, "output: %s", g_strerror(errno));
}

bool record_accepts(const TifaPrinter *printer, unsigned formats, const char *what, GError **error)
{
    static const char *const names[] = {"text", "json", "csv", "html", "docx"};
    if (formats & 1u << printer->format)
        return true;
    g_autoptr(GString) offered = g_string_new(NULL);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
        if (formats & 1u << i)
            g_string_append_printf(offered, "%s%s", offered->len ? ", " : "", names[i]);
    return fail(error, TIFA_ERROR_INPUT, "--format %s: %s cannot be printed so; use one of %s",
                names[printer->format], what, offered->str);
}
