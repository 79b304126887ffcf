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

void style_print_flat(const TifaPrinter *printer, Style style, const char *text, size_t length)
{
    bool is_styled = printer->has_color && style != STYLE_PLAIN && length > 0;
    if (is_styled)
        fputs(codes[style], printer->file);
    print_flat(printer, text, text + length);
    if (is_styled)
        fputs("\033[0m", printer->file);
}

unsigned style_columns(const char *text, size_t length)
{
    size_t columns = utf8_width(text, length);
    for (size_t i = 0; i < length; i++)
        columns += text[i] == '\n' || text[i] == '\t';
    return (unsigned)columns;
}

size_t style_fit(const char *text, size_t length, unsigned columns)
{
    const char *end = text + length, *place = text;
    size_t used = 0;
    while (place < end) {
        const char *next = utf8_cluster_end(place, end);
        used += style_columns(place, (size_t)(next - place));
        if (used > columns)
            break;
        place = next;
    }
    return (size_t)(place - text);
}

void style_print_start(const TifaPrinter *printer, const char *text, unsigned columns, bool is_padded)
{
    size_t length = strlen(text), fitting = style_fit(text, length, columns);
    bool is_cut = columns > 0 && fitting < length;
    if (is_cut)
        fitting = style_fit(text, length, columns - 1);
    print_flat(printer, text, text + fitting);
    if (is_cut)
        fputs("…", printer->file);
    unsigned printed = style_columns(text, fitting) + is_cut;
    if (is_padded && printed < columns)
        style_print_blanks(printer, columns - printed);
}

void style_print_end(const TifaPrinter *printer, const char *text, unsigned columns)
{
    const char *end = text + strlen(text), *start = end;
    unsigned used = 0;
    while (start > text) {
        const char *before = utf8_cluster_start(text, start);
        unsigned width = style_columns(before, (size_t)(start - before));
        if (used + width > columns)
            break;
        used += width;
        start = before;
    }
    style_print_blanks(printer, columns - used);
    print_flat(printer, start, end);
}

/* How much of the text, up to a place where a line may or must end, fits into the columns; at least one
 * character. */
static size_t line_length(const char *text, unsigned columns)
{
    const char *place = text, *last = text;
    size_t used = 0;
    while (*place) {
        const char *character = place;
        gunichar c = utf8_next(&place);
        if (c == '\n' && character > text)
            return (size_t)(character - text);
        if (c == ' ' || utf8_is_han(c))
            last = character;
        used += style_columns(character, (size_t)(place - character));
        if (used > columns && last > text)
            return (size_t)(last - text);
        if (utf8_is_han(c))
            last = place;
    }
    return (size_t)(place - text);
}

/* Prints a line of the text, what of it lies in the hits as hits. */
static void print_line(const TifaPrinter *printer, const char *text, TifaSpan line, const TifaSpan *hits,
                       size_t count)
{
    uint32_t at = line.start;
    for (size_t i = 0; i < count; i++) {
        uint32_t start = CLAMP(hits[i].start, at, line.end), end = CLAMP(hits[i].end, start, line.end);
        print_flat(printer, text + at, text + start);
        style_print_flat(printer, STYLE_HIT, text + start, end - start);
        at = end;
    }
    print_flat(printer, text + at, text + line.end);
}

void style_print_wrapped_hits(const TifaPrinter *printer, const char *text, const TifaSpan *hits,
                              size_t count, unsigned columns, unsigned indent)
{
    for (uint32_t place = 0; text[place];) {
        if (place) {
            fputc('\n', printer->file);
            style_print_blanks(printer, indent);
        }
        uint32_t end = place + (uint32_t)line_length(text + place, columns);
        print_line(printer, text, (TifaSpan){place, end}, hits, count);
        place = end + (uint32_t)strspn(text + end, " \n");
    }
}

void style_print_wrapped(const TifaPrinter *printer, const char *text, unsigned columns, unsigned indent)
{
    style_print_wrapped_hits(printer, text, NULL, 0, columns, indent);
}
