/* Web archives (WARC, ISO 28500): records one after the other, each with a header and, for a page that was
 * fetched, the answer of its server (RFC 9112). */
#include "base/error.h"
#include "extract/bundle.h"
#include "extract/package.h"

#include <string.h>

typedef struct {
    const char *place, *end; /* what is still to be read */
} Reader;

/* The header fields of a record or of an answer that matter; NULL where there is none. */
typedef struct {
    char *kind;      /* WARC-Type */
    char *url;       /* WARC-Target-URI */
    char *type;      /* Content-Type */
    char *coding;    /* Content-Encoding */
    char *transfer;  /* Transfer-Encoding */
    uint64_t length; /* Content-Length */
} Header;

static void header_clear(Header *header)
{
    g_free(header->kind);
    g_free(header->url);
    g_free(header->type);
    g_free(header->coding);
    g_free(header->transfer);
}

/* Takes a line without its end; NULL at the end. Free with g_free(). */
static char *take_line(Reader *reader)
{
    if (reader->place >= reader->end)
        return NULL;
    const char *feed = memchr(reader->place, '\n', (size_t)(reader->end - reader->place));
    const char *stop = feed ? feed : reader->end;
    char *line = g_strndup(reader->place, (size_t)(stop - reader->place));
    reader->place = feed ? feed + 1 : reader->end;
    return g_strchomp(line);
}

static void take_field(Header *header, const char *line)
{
    const struct {
        const char *name;
        char **value;
    } fields[] = {{"WARC-Type", &header->kind},
                  {"WARC-Target-URI", &header->url},
                  {"Content-Type", &header->type},
                  {"Content-Encoding", &header->coding},
                  {"Transfer-Encoding", &header->transfer}};
    const char *colon = strchr(line, ':');
    if (!colon)
        return;
    g_autofree char *name = g_strndup(line, (size_t)(colon - line));
    g_autofree char *value = g_strstrip(g_strdup(colon + 1));
    if (g_ascii_strcasecmp(name, "Content-Length") == 0)
        header->length = g_ascii_strtoull(value, NULL, 10);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (g_ascii_strcasecmp(name, fields[i].name) == 0 && !*fields[i].value)
            *fields[i].value = g_steal_pointer(&value);
}

/* Takes the lines of a header up to the blank line behind it. */
static void take_header(Reader *reader, Header *header)
{
    char *line;
    *header = (Header){0};
    while ((line = take_line(reader)) && *line) {
        take_field(header, line);
        g_free(line);
    }
    g_free(line);
}

/* ---- Answers of servers ---------------------------------------------------------------------- */

/* A body sent in chunks, each behind its length in hexadecimal. */
static GBytes *join_chunks(Reader body)
{
    GByteArray *whole = g_byte_array_new();
    for (;;) {
        g_autofree char *line = take_line(&body);
        uint64_t length = line ? g_ascii_strtoull(line, NULL, 16) : 0;
        if (length == 0 || length > (uint64_t)(body.end - body.place))
            break;
        g_byte_array_append(whole, (const uint8_t *)body.place, (guint)length);
        body.place += length;
        g_free(take_line(&body)); /* the end of the line behind the chunk */
    }
    return g_byte_array_free_to_bytes(whole);
}

/* Unpacks a compressed body. */
static GBytes *unpack(GBytes *packed, size_t limit, GError **error)
{
    size_t length;
    const uint8_t *bytes = g_bytes_get_data(packed, &length);
    const char *name;
    g_autoptr(Package) package = package_open(bytes, length, error);
    if (!package || package_next(package, &name, error) != PACKAGE_MEMBER)
        return NULL;
    return package_read(package, limit, error);
}

/* The body of an answer as its sender meant it. */
static GBytes *body_of(const Header *header, Reader body, size_t limit, GError **error)
{
    bool is_chunked = header->transfer && strstr(header->transfer, "chunked");
    bool is_packed = header->coding && *header->coding && strcmp(header->coding, "identity") != 0;
    g_autoptr(GBytes) whole =
        is_chunked ? join_chunks(body) : g_bytes_new_static(body.place, (size_t)(body.end - body.place));
    return is_packed ? unpack(whole, limit, error) : g_steal_pointer(&whole);
}

/* Whether the type is one that tifa reads, or none is given. */
static bool is_text(const char *type)
{
    static const char *const others[] = {"image/",     "video/", "audio/", "font/",
                                         "javascript", "css",    "json",   "dns"};
    for (size_t i = 0; type && i < G_N_ELEMENTS(others); i++)
        if (strstr(type, others[i]))
            return false;
    return true;
}

static char *charset_of(const char *type)
{
    const char *found = type ? strstr(type, "charset=") : NULL;
    if (!found)
        return NULL;
    found += strlen("charset=");
    found += *found == '"';
    return g_strndup(found, strcspn(found, "\"; \t"));
}

static bool visit_body(const Header *header, const char *url, Reader body, const Bundle *bundle)
{
    g_autoptr(GError) trouble = NULL;
    g_autoptr(GBytes) bytes = body_of(header, body, *bundle->left, &trouble);
    if (!bytes) {
        bundle->fail(url, trouble ? trouble->message : "is damaged; fetch it again", bundle->data);
        return true;
    }
    g_autofree char *charset = charset_of(header->type);
    ExtractInput member = {.name = url, .url = url, .charset = charset};
    member.bytes = g_bytes_get_data(bytes, &member.length);
    *bundle->left -= MIN(*bundle->left, member.length);
    return member.length == 0 || bundle->visit(&member, bundle->data);
}

/* ---- Records --------------------------------------------------------------------------------- */

/* Visits what a record holds, if it is a page or a document. */
static bool visit_record(const Header *record, Reader block, const Bundle *bundle)
{
    bool is_answer = record->kind && strcmp(record->kind, "response") == 0;
    bool is_resource = record->kind && strcmp(record->kind, "resource") == 0;
    if (!record->url || (!is_answer && !is_resource))
        return true;
    if (is_resource)
        return !is_text(record->type) || visit_body(record, record->url, block, bundle);
    Header header;
    g_autofree char *status = take_line(&block); /* HTTP/1.1 200 OK */
    take_header(&block, &header);
    bool is_good = status && strstr(status, " 200") && is_text(header.type);
    bool goes_on = !is_good || visit_body(&header, record->url, block, bundle);
    header_clear(&header);
    return goes_on;
}

bool bundle_walk_warc(const ExtractInput *input, const Bundle *bundle, GError **error)
{
    Reader reader = {(const char *)input->bytes, (const char *)input->bytes + input->length};
    bool goes_on = true;
    while (goes_on && reader.place < reader.end) {
        g_autofree char *version = take_line(&reader);
        if (!*version) /* two blank lines stand behind each record */
            continue;
        Header record;
        take_header(&reader, &record);
        bool is_sound =
            g_str_has_prefix(version, "WARC/") && record.length <= (uint64_t)(reader.end - reader.place);
        if (is_sound) {
            Reader block = {reader.place, reader.place + record.length};
            reader.place = block.end;
            goes_on = visit_record(&record, block, bundle);
        }
        header_clear(&record);
        if (!is_sound)
            return fail(error, TIFA_ERROR_INPUT, "the web archive is damaged or cut short; fetch it again");
    }
    return true;
}
