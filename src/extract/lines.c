#include "extract/lines.h"

#include "base/utf8.h"
#include "extract/encoding.h"

#include <string.h>

enum {
    WRAP_WIDEST = 132, /* columns; nobody breaks lines at more */
    WRAP_NARROWEST = 40,
    WRAP_RAGGED = 24,   /* columns by which a full line may fall short: one long word */
    WRAP_SAMPLE = 2000, /* lines looked at */
    WRAP_LEAST = 4,     /* full lines, for the text to count as wrapped */
};

char *lines_decode(const ExtractInput *input, TifaDocument *document, size_t *length)
{
    size_t replaced;
    const char *encoding;
    char *text = encoding_decode(input->bytes, input->length, input->charset, &encoding, length, &replaced);
    if (replaced > 0)
        document_warn(document, "%zu bytes are not %s text and are shown as U+FFFD or left out", replaced,
                      encoding);
    return text;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool lines_next(const char *text, size_t length, size_t *place, TifaSpan *line)
{
    if (*place >= length)
        return false;
    size_t end = *place;
    while (end < length && !is_line_end(text[end]))
        end++;
    *line = (TifaSpan){(uint32_t)*place, (uint32_t)end};
    bool is_crlf = end + 1 < length && text[end] == '\r' && text[end + 1] == '\n';
    *place = end + (is_crlf ? 2 : 1);
    return true;
}

TifaSpan lines_trim(const char *text, TifaSpan line)
{
    while (line.start < line.end) {
        const char *next = text + line.start;
        if (!utf8_is_space(utf8_next(&next)))
            break;
        line.start = (uint32_t)(next - text);
    }
    while (line.start < line.end) {
        const char *last = g_utf8_prev_char(text + line.end);
        const char *next = last;
        if (!utf8_is_space(utf8_next(&next)))
            break;
        line.end = (uint32_t)(last - text);
    }
    return line;
}

static bool is_blank(const char *text, TifaSpan line)
{
    TifaSpan rest = lines_trim(text, line);
    return rest.start == rest.end;
}

static size_t width_of(const char *text, TifaSpan line)
{
    return utf8_width(text + line.start, line.end - line.start);
}

/* Columns of the widest of the first lines. */
static size_t widest_line(const char *text, size_t length)
{
    TifaSpan line;
    size_t widest = 0, place = 0;
    for (int count = 0; count < WRAP_SAMPLE && lines_next(text, length, &place, &line); count++)
        if (line.end - line.start > 4 * WRAP_WIDEST)
            return SIZE_MAX;
        else
            widest = MAX(widest, width_of(text, line));
    return widest;
}

bool lines_begin_paragraph(const char *text, TifaSpan line)
{
    TifaSpan rest = lines_trim(text, line);
    return rest.start - line.start >= 2;
}

bool lines_are_wrapped(const char *text, size_t length)
{
    size_t widest = widest_line(text, length);
    if (widest > WRAP_WIDEST || widest < WRAP_NARROWEST)
        return false;
    size_t place = 0, full = 0, inner = 0;
    TifaSpan line, next;
    bool is_more = lines_next(text, length, &place, &line);
    for (int count = 0; count < WRAP_SAMPLE && is_more; count++) {
        is_more = lines_next(text, length, &place, &next);
        if (is_more && !is_blank(text, line) && !is_blank(text, next) && !lines_begin_paragraph(text, next)) {
            inner++;
            full += width_of(text, line) + WRAP_RAGGED >= widest;
        }
        line = next;
    }
    return full >= WRAP_LEAST && full * 10 >= inner * 8;
}

/* Whether a blank would be wrong beside c. */
static bool is_set_solid(gunichar c)
{
    return utf8_is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60) || c == 0x201C ||
           c == 0x201D || c == 0x2018 || c == 0x2014 || c == 0x2026;
}

void lines_join(GString *paragraph, const char *line, size_t length)
{
    if (paragraph->len > 0 && length > 0) {
        const char *last = g_utf8_prev_char(paragraph->str + paragraph->len);
        const char *first = line;
        if (!is_set_solid(utf8_next(&last)) && !is_set_solid(utf8_next(&first)))
            g_string_append_c(paragraph, ' ');
    }
    g_string_append_len(paragraph, line, (gssize)length);
}
