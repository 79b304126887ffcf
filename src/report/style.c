#include "report/style.h"

#include "base/utf8.h"

#include <string.h>

static const char *const codes[] = {
    [STYLE_PLAIN] = "",       [STYLE_HIT] = "\033[1;31m",      [STYLE_DIM] = "\033[2m",
    [STYLE_HEAD] = "\033[1m", [STYLE_INSERTED] = "\033[4;32m", [STYLE_DELETED] = "\033[9;31m",
};

void style_print(const TifaPrinter *printer, Style style, const char *text, size_t length)
{
    bool is_styled = printer->has_color && style != STYLE_PLAIN;
    if (is_styled)
        fputs(codes[style], printer->file);
    fwrite(text, 1, length, printer->file);
    if (is_styled)
        fputs("\033[0m", printer->file);
}

void style_print_blanks(const TifaPrinter *printer, unsigned count)
{
    fprintf(printer->file, "%*s", (int)count, "");
}

static void print_flat(const TifaPrinter *printer, const char *start, const char *end)
{
    for (; start < end; start++)
        fputc(*start == '\n' || *start == '\t' ? ' ' : *start, printer->file);
}

/* Columns of `length` bytes as print_flat() prints them: a tab or line end takes one. */
static unsigned columns_of(const char *text, size_t length)
{
    size_t columns = utf8_width(text, length);
    for (size_t i = 0; i < length; i++)
        columns += text[i] == '\n' || text[i] == '\t';
    return (unsigned)columns;
}

void style_print_start(const TifaPrinter *printer, const char *text, unsigned columns, bool is_padded)
{
    size_t length = strlen(text);
    bool is_cut = columns > 0 && columns_of(text, length) > columns;
    const char *end = text;
    size_t used = 0;
    for (const char *place = text; place < text + length;) {
        const char *character = place;
        utf8_next(&place);
        used += columns_of(character, (size_t)(place - character));
        if (used + is_cut > columns)
            break;
        end = place;
    }
    print_flat(printer, text, end);
    if (is_cut)
        fputs("…", printer->file);
    size_t printed = columns_of(text, (size_t)(end - text)) + is_cut;
    if (is_padded && printed < columns)
        style_print_blanks(printer, columns - (unsigned)printed);
}

void style_print_end(const TifaPrinter *printer, const char *text, unsigned columns)
{
    const char *end = text + strlen(text), *start = end;
    size_t used = 0;
    while (start > text) {
        const char *before = g_utf8_prev_char(start);
        size_t width = columns_of(before, (size_t)(start - before));
        if (used + width > columns)
            break;
        used += width;
        start = before;
    }
    style_print_blanks(printer, columns - (unsigned)used);
    print_flat(printer, start, end);
}

/* How much of the text, up to a place where a line may end, fits into the columns; at least one character. */
static size_t line_length(const char *text, unsigned columns)
{
    const char *place = text, *last = text;
    size_t used = 0;
    while (*place) {
        const char *character = place;
        gunichar c = utf8_next(&place);
        if (c == ' ' || utf8_is_han(c))
            last = character;
        used += columns_of(character, (size_t)(place - character));
        if (used > columns && last > text)
            return (size_t)(last - text);
        if (utf8_is_han(c))
            last = place;
    }
    return (size_t)(place - text);
}

void style_print_wrapped(const TifaPrinter *printer, const char *text, unsigned columns, unsigned indent)
{
    for (bool is_first = true; *text; is_first = false) {
        size_t length = line_length(text, columns);
        if (!is_first) {
            fputc('\n', printer->file);
            style_print_blanks(printer, indent);
        }
        print_flat(printer, text, text + length);
        text += length;
        text += strspn(text, " ");
    }
}
