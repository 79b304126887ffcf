#include "query/query_text.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

/* Questions up to this width are shown with a caret. */
enum { CARET_COLUMNS = 72 };

void query_skip_space(QueryText *text)
{
    while (utf8_is_space(query_peek(text)))
        query_skip(text);
}

char query_operator(gunichar c)
{
    static const char operators[] = "()|\"{}:~>@";
    if (c == 0x201C || c == 0x201D)
        return '"';
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    return c && c < 0x80 && strchr(operators, (int)c) ? (char)c : 0;
}

unsigned query_column(const QueryText *text, const char *place)
{
    return (unsigned)g_utf8_pointer_to_offset(text->text, place) + 1;
}

bool query_refuse(const QueryText *text, const char *place, GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *problem = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fail(error, TIFA_ERROR_QUERY, "question: column %u: %s", query_column(text, place), problem);
    g_autofree char *caret = query_caret(text->text, query_column(text, place));
    if (error) {
        char *shown = g_strconcat((*error)->message, caret, NULL);
        g_free((*error)->message);
        (*error)->message = shown;
    }
    return false;
}

char *query_caret(const char *text, unsigned column)
{
    size_t length = strlen(text);
    if (length > 4 * CARET_COLUMNS || utf8_width(text, length) > CARET_COLUMNS || strchr(text, '\n'))
        return g_strdup("");
    const char *place = g_utf8_offset_to_pointer(text, (long)column - 1);
    return g_strdup_printf("\n  %s\n  %*s^", text, (int)utf8_width(text, (size_t)(place - text)), "");
}

char *query_class_name(const char *name)
{
    static const char *const prefixes[] = {"cat:", "cat：", "类:", "类："};
    static const char *const suffixes[] = {":*", "：*", "：＊"};
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_str_has_prefix(name, prefixes[i]))
            return g_strstrip(g_strdup(name + strlen(prefixes[i])));
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(name, suffixes[i]))
            return g_strstrip(g_strndup(name, strlen(name) - strlen(suffixes[i])));
    return NULL;
}

/* ---- Slips ----------------------------------------------------------------------------------- */

/* The number of letters to change, leave out or add to make one name of the other; names are short. */
static size_t distance_between(const char *name, size_t length, const char *other, size_t other_length)
{
    size_t row[32];
    for (size_t j = 0; j <= other_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= other_length; j++) {
            size_t change = diagonal + (g_ascii_tolower(name[i - 1]) != other[j - 1]);
            size_t skip = MIN(row[j], row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = MIN(change, skip);
        }
    }
    return row[other_length];
}

const char *query_nearest(const char *name, const char *const *names, size_t *length)
{
    size_t given = strlen(name), least = given < 30 ? given / 3 + 2 : 0;
    const char *nearest = NULL;
    for (size_t i = 0; names[i]; i++) {
        for (const char *start = names[i]; *start; start += strspn(start, " ")) {
            size_t candidate = strcspn(start, " ");
            size_t distance = candidate < 32 && least ? distance_between(name, given, start, candidate) : 99;
            if (distance < least) {
                least = distance;
                nearest = start;
                *length = candidate;
            }
            start += candidate;
        }
    }
    return nearest;
}
