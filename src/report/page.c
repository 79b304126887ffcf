/* page.c - rows as a page for people and for paper. The page needs nothing else: one style sheet inside, no
 * script, nothing fetched, and a policy in its head that forbids both. */
#include "page_css.h"

#include "base/method.h"
#include "report/sheet.h"

/* Text where markup could stand. */
static void put_text(FILE *file, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    fputs(escaped, file);
}

static void put_head(FILE *file)
{
    fputs("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
          "'unsafe-inline'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n<title>tifa</title>\n<style>\n",
          file);
    fputs(page_css, file);
    fputs("</style>\n</head>\n<body>\n", file);
}

static void put_bytes(FILE *file, const char *text, json_int_t length)
{
    g_autofree char *piece = g_strndup(text, (gsize)length);
    put_text(file, piece);
}

/* A match of which parts were asked for; they are counted from where its "start" is. */
static void put_parts(FILE *file, const json_t *row, const json_t *parts)
{
    const char *match = json_string_value(json_object_get(row, "match"));
    json_int_t first = json_integer_value(json_object_get(row, "start")), at = 0;
    fputs("<td class=\"match parts\">", file);
    for (size_t i = 0; i < json_array_size(parts); i++) {
        const json_t *part = json_array_get(parts, i);
        json_int_t start = json_integer_value(json_array_get(part, 0)) - first;
        json_int_t end = json_integer_value(json_array_get(part, 1)) - first;
        put_bytes(file, match + at, start - at);
        fputs("<mark>", file);
        put_bytes(file, match + start, end - start);
        fputs("</mark>", file);
        at = end;
    }
    put_text(file, match + at);
    fputs("</td>", file);
}

static void put_cell(FILE *file, const char *key, const json_t *value)
{
    fprintf(file, "<td class=\"%s\">", json_is_number(value) ? "number" : key);
    if (json_is_string(value))
        put_text(file, json_string_value(value));
    else if (json_is_integer(value))
        fprintf(file, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        fprintf(file, "%.6g", json_real_value(value));
    else if (json_is_boolean(value))
        fputs(json_is_true(value) ? "yes" : "no", file);
    fputs("</td>", file);
}

typedef struct {
    FILE *file;
    size_t rows;
} Page;

/* Lists within a row have no place in a table, and byte offsets tell people nothing; both are in JSON. */
static bool is_shown(const char *key, const json_t *value)
{
    return !json_is_array(value) && !json_is_object(value) && !g_str_equal(key, "start") &&
           !g_str_equal(key, "end");
}

static void put_row(const json_t *row, void *data)
{
    Page *page = data;
    const char *key;
    json_t *value;
    json_t *cells = (json_t *)row; /* the library's loop wants it so */
    if (page->rows++ == 0) {
        fputs("<table>\n<thead><tr>", page->file);
        json_object_foreach (cells, key, value)
            if (is_shown(key, value)) {
                fputs("<th scope=\"col\">", page->file);
                put_text(page->file, key);
                fputs("</th>", page->file);
            }
        fputs("</tr></thead>\n<tbody>\n", page->file);
    }
    fputs("<tr>", page->file);
    const json_t *parts = json_object_get(row, "parts");
    json_object_foreach (cells, key, value)
        if (parts && g_str_equal(key, "match"))
            put_parts(page->file, row, parts);
        else if (is_shown(key, value))
            put_cell(page->file, key, value);
    fputs("</tr>\n", page->file);
}

static void put_method(FILE *file, const TifaMethod *method)
{
    if (!method_length(method))
        return;
    fputs("<dl>\n", file);
    for (size_t i = 0; i < method_length(method); i++) {
        fputs("<dt>", file);
        put_text(file, method_get(method, i)->name);
        fputs("</dt><dd>", file);
        put_text(file, method_get(method, i)->value);
        fputs("</dd>\n", file);
    }
    fputs("</dl>\n", file);
}

bool page_print(const TifaPrinter *printer, GError **error)
{
    Page page = {.file = printer->file};
    put_head(page.file);
    bool is_printed = sheet_each(printer->sheet, put_row, &page, error);
    fputs(page.rows ? "</tbody>\n</table>\n" : "<p>Nothing was found.</p>\n", page.file);
    put_method(page.file, printer->method);
    fputs("</body>\n</html>\n", page.file);
    return is_printed;
}
