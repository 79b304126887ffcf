/* The header of a Markdown file: lines "key: value" and lists "- value" below a key, the part of YAML that is
 * used. */
#include "extract/lines.h"
#include "extract/markdown.h"

#include <string.h>

enum { HEADER_LINES = 200 };

static const struct {
    const char *key;
    TifaField field;
} keys[] = {
    {"title", TIFA_FIELD_TITLE},   {"source", TIFA_FIELD_URL},
    {"link", TIFA_FIELD_URL},      {"url", TIFA_FIELD_URL},
    {"date", TIFA_FIELD_DATE},     {"publication_date", TIFA_FIELD_PUBLISHED},
    {"status", TIFA_FIELD_STATUS}, {"effective_date", TIFA_FIELD_EFFECTIVE},
    {"number", TIFA_FIELD_NUMBER}, {"authors", TIFA_FIELD_ISSUER},
    {"author", TIFA_FIELD_ISSUER}, {"issuer", TIFA_FIELD_ISSUER},
};

/* Three hyphens; some write more. */
static bool is_fence(const char *text, TifaSpan line)
{
    TifaSpan rest = lines_trim(text, line);
    size_t length = rest.end - rest.start;
    return length >= 3 && strspn(text + rest.start, "-") >= length;
}

/* The place behind the header's last line, 0 if there is no header. */
static size_t find_end(const char *text, size_t length)
{
    size_t place = 0;
    TifaSpan line;
    if (!lines_next(text, length, &place, &line) || !is_fence(text, line))
        return 0;
    for (int count = 0; count < HEADER_LINES && lines_next(text, length, &place, &line); count++)
        if (is_fence(text, line))
            return place;
    return 0;
}

/* A value without white space and quotation marks around it. Free with g_free(). */
static char *take_value(const char *start, const char *end)
{
    g_autofree char *value = g_strstrip(g_strndup(start, (size_t)(end - start)));
    size_t length = strlen(value);
    if (length >= 2 && strchr("'\"", value[0]) && value[length - 1] == value[0])
        return g_strndup(value + 1, length - 2);
    return g_steal_pointer(&value);
}

static bool is_date(const char *value)
{
    static const char form[] = "dddd-dd-dd";
    size_t length = strlen(value);
    if (length != 4 && length != 7 && length != 10)
        return false;
    for (size_t i = 0; i < length; i++)
        if (form[i] == 'd' ? !g_ascii_isdigit(value[i]) : value[i] != form[i])
            return false;
    return true;
}

static bool suits(TifaField field, const char *value)
{
    if (field == TIFA_FIELD_URL)
        return g_str_has_prefix(value, "http://") || g_str_has_prefix(value, "https://");
    if (field == TIFA_FIELD_DATE || field == TIFA_FIELD_PUBLISHED || field == TIFA_FIELD_EFFECTIVE)
        return is_date(value);
    return true;
}

/* Sets the field of a key, or adds to it where a list gives several values. */
static void set_value(TifaDocument *document, const char *key, const char *value)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (strcmp(keys[i].key, key) != 0 || !suits(keys[i].field, value))
            continue;
        const char *before = tifa_document_field(document, keys[i].field);
        bool is_list = before && keys[i].field == TIFA_FIELD_ISSUER;
        g_autofree char *joined = is_list ? g_strconcat(before, "、", value, NULL) : NULL;
        if (!before || is_list)
            document_set_field(document, keys[i].field, joined ? joined : value, "meta");
    }
}

size_t markdown_read_header(const char *text, size_t length, TifaDocument *document)
{
    size_t end = find_end(text, length), place = 0;
    g_autofree char *key = g_strdup("");
    TifaSpan line;
    while (lines_next(text, end, &place, &line)) {
        TifaSpan rest = lines_trim(text, line);
        const char *start = text + rest.start, *stop = text + rest.end;
        const char *colon = memchr(start, ':', (size_t)(stop - start));
        bool is_entry = stop - start > 2 && strncmp(start, "- ", 2) == 0;
        if (!is_entry && colon && line.start == rest.start) {
            g_free(key);
            key = g_ascii_strdown(start, colon - start);
        }
        if (!is_entry && !colon)
            continue;
        g_autofree char *value = take_value(is_entry ? start + 2 : colon + 1, stop);
        if (*value)
            set_value(document, key, value);
    }
    return end;
}
