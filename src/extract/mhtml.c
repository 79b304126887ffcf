/* Web pages saved as one file: MHTML (RFC 2557), and mails, which have the same form (RFC 2045). */
#include "base/error.h"
#include "extract/extract.h"

#include <string.h>

enum { DEEPEST_PART = 5 };

/* One part: its header fields, as far as they matter, and its body. */
typedef struct {
    char *type;     /* text/html, in lower case; never NULL */
    char *boundary; /* between the parts inside it */
    char *charset, *encoding, *location;
    const char *body;
    size_t length;
} Part;

static void part_clear(Part *part)
{
    g_free(part->type);
    g_free(part->boundary);
    g_free(part->charset);
    g_free(part->encoding);
    g_free(part->location);
}

/* ---- Headers --------------------------------------------------------------------------------- */

/* The value of a parameter, as in: text/html; charset="utf-8". NULL if there is none. Free with g_free(). */
static char *parameter(const char *value, const char *name)
{
    for (const char *place = strchr(value, ';'); place; place = strchr(place, ';')) {
        place += 1 + strspn(place + 1, " \t");
        size_t length = strlen(name);
        if (g_ascii_strncasecmp(place, name, length) != 0 || place[length] != '=')
            continue;
        place += length + 1;
        return *place == '"' ? g_strndup(place + 1, strcspn(place + 1, "\""))
                             : g_strndup(place, strcspn(place, "; \t"));
    }
    return NULL;
}

static void set_once(char **field, char *value)
{
    if (*field)
        g_free(value);
    else
        *field = value;
}

/* Takes one header line, its continuations included. */
static void take_header(Part *part, const char *line)
{
    const char *colon = strchr(line, ':');
    if (!colon)
        return;
    g_autofree char *name = g_ascii_strdown(line, colon - line);
    g_autofree char *value = g_strstrip(g_strdup(colon + 1));
    if (strcmp(name, "content-type") == 0) {
        g_autofree char *type = g_strndup(value, strcspn(value, "; \t"));
        set_once(&part->type, g_ascii_strdown(type, -1));
        set_once(&part->boundary, parameter(value, "boundary"));
        set_once(&part->charset, parameter(value, "charset"));
    } else if (strcmp(name, "content-transfer-encoding") == 0) {
        set_once(&part->encoding, g_ascii_strdown(value, -1));
    } else if (strcmp(name, "content-location") == 0 || strcmp(name, "snapshot-content-location") == 0) {
        set_once(&part->location, g_strdup(value));
    }
}

/* The end of the line that begins at `place`, behind its line feed. */
static const char *line_end(const char *place, const char *end)
{
    const char *feed = memchr(place, '\n', (size_t)(end - place));
    return feed ? feed + 1 : end;
}

/* Splits a part into header and body. */
static void part_read(const char *place, const char *end, Part *part)
{
    g_autoptr(GString) header = g_string_new(NULL);
    *part = (Part){0};
    while (place < end) {
        const char *next = line_end(place, end);
        bool is_blank = *place == '\n' || *place == '\r';
        bool continues = *place == ' ' || *place == '\t';
        if (!continues) {
            take_header(part, header->str);
            g_string_truncate(header, 0);
        }
        g_string_append_len(header, place, next - place);
        while (header->len > 0 && strchr("\r\n", header->str[header->len - 1]))
            g_string_truncate(header, header->len - 1);
        place = next;
        if (is_blank)
            break;
    }
    set_once(&part->type, g_strdup("text/plain"));
    part->body = place;
    part->length = (size_t)(end - place);
}

/* ---- Bodies ---------------------------------------------------------------------------------- */

/* Quoted-printable (RFC 2045 6.7): =E4 is a byte, = at the end of a line joins it to the next. */
static GByteArray *decode_quoted(const char *body, size_t length)
{
    GByteArray *bytes = g_byte_array_new();
    for (size_t i = 0; i < length; i++) {
        uint8_t byte = (uint8_t)body[i];
        if (byte == '=' && i + 2 < length && g_ascii_isxdigit(body[i + 1]) && g_ascii_isxdigit(body[i + 2])) {
            byte = (uint8_t)(g_ascii_xdigit_value(body[i + 1]) << 4 | g_ascii_xdigit_value(body[i + 2]));
            i += 2;
        } else if (byte == '=' && i + 1 < length && (body[i + 1] == '\n' || body[i + 1] == '\r')) {
            i += i + 2 < length && body[i + 1] == '\r' && body[i + 2] == '\n' ? 2 : 1;
            continue;
        }
        g_byte_array_append(bytes, &byte, 1);
    }
    return bytes;
}

static GByteArray *decode_base64(const char *body, size_t length)
{
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_set_size(bytes, (guint)(length / 4 * 3 + 3));
    int state = 0;
    guint save = 0;
    gsize written = g_base64_decode_step(body, length, bytes->data, &state, &save);
    g_byte_array_set_size(bytes, (guint)written);
    return bytes;
}

/* The bytes that the body stands for. */
static GByteArray *decode(const Part *part)
{
    const char *encoding = part->encoding ? part->encoding : "";
    if (strcmp(encoding, "base64") == 0)
        return decode_base64(part->body, part->length);
    if (strcmp(encoding, "quoted-printable") == 0)
        return decode_quoted(part->body, part->length);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const uint8_t *)part->body, (guint)part->length);
    return bytes;
}

/* ---- Parts ----------------------------------------------------------------------------------- */

static bool read_text(const ExtractInput *input, const Part *part, TifaDocument *document, GError **error)
{
    g_autoptr(GByteArray) bytes = decode(part);
    if (bytes->len == 0)
        return fail(error, TIFA_ERROR_INPUT,
                    "the page in it is empty; save it anew from a browser, as one file");
    ExtractInput inner = *input;
    inner.bytes = bytes->data;
    inner.length = bytes->len;
    inner.charset = part->charset;
    bool has_address = part->location && g_str_has_prefix(part->location, "http");
    if (has_address) {
        inner.url = part->location;
        document_set_field(document, TIFA_FIELD_URL, part->location, "meta");
    }
    if (strcmp(part->type, "text/plain") == 0)
        return extract_text(&inner, document, error);
    return input->is_whole ? extract_html_whole(&inner, document, error)
                           : extract_html(&inner, document, error);
}

static bool is_readable(const char *type)
{
    return strcmp(type, "text/html") == 0 || strcmp(type, "application/xhtml+xml") == 0 ||
           strcmp(type, "text/plain") == 0;
}

/* The place of the next line "--boundary" at or behind `place`, `end` if there is none. */
static const char *find_boundary(const char *place, const char *end, const char *boundary)
{
    g_autofree char *mark = g_strconcat("--", boundary, NULL);
    size_t length = strlen(mark);
    const char *start = place;
    while ((place = memmem(place, (size_t)(end - place), mark, length))) {
        if (place == start || place[-1] == '\n')
            return place;
        place += length;
    }
    return end;
}

/* Finds the page, the first readable part, and reads it; false without an error if there is none. */
static bool read_first(const ExtractInput *input, const char *place, const char *end, int depth,
                       TifaDocument *document, bool *is_found, GError **error)
{
    Part part;
    part_read(place, end, &part);
    bool is_read = false;
    if (part.boundary && *part.boundary && depth < DEEPEST_PART) {
        const char *stop = part.body + part.length;
        const char *open = find_boundary(part.body, stop, part.boundary);
        while (open < stop && !*is_found) {
            const char *inner = line_end(open, stop);
            open = find_boundary(inner, stop, part.boundary);
            is_read = read_first(input, inner, open, depth + 1, document, is_found, error);
        }
    } else if (is_readable(part.type)) {
        *is_found = true;
        is_read = read_text(input, &part, document, error);
    }
    part_clear(&part);
    return is_read;
}

bool extract_mhtml(const ExtractInput *input, TifaDocument *document, GError **error)
{
    bool is_found = false;
    const char *start = (const char *)input->bytes;
    bool is_read = read_first(input, start, start + input->length, 0, document, &is_found, error);
    if (!is_found)
        return fail(error, TIFA_ERROR_INPUT, "holds no page; save it anew from a browser, as one file");
    return is_read;
}
