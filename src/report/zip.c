/* zip.c - the layout is that of PKWARE's APPNOTE.TXT: 4.3.7 local headers, 4.3.12 the list of members, 4.3.16
 * its end. Numbers are little-endian. */
#include "report/zip.h"

#include <glib.h>
#include <string.h>
#include <zlib.h>

struct ZipWriter {
    FILE *file;
    GString *list; /* of the members so far */
    unsigned members;
    size_t place; /* bytes written */
};

enum {
    VERSION = 20,             /* deflate */
    NAMES_ARE_UTF8 = 1 << 11, /* flag */
    METHOD_DEFLATE = 8,
    FIRST_DAY = 1 << 5 | 1, /* 1980-01-01 */
};

static void put16(GString *out, unsigned value)
{
    g_string_append_c(out, (char)(value & 0xFF));
    g_string_append_c(out, (char)(value >> 8 & 0xFF));
}

static void put32(GString *out, size_t value)
{
    put16(out, (unsigned)(value & 0xFFFF));
    put16(out, (unsigned)(value >> 16 & 0xFFFF));
}

static void write_out(ZipWriter *writer, const void *bytes, size_t length)
{
    fwrite(bytes, 1, length, writer->file);
    writer->place += length;
}

/* The bytes deflated, without the frame of zlib. Free with g_free(). */
static char *deflate_all(const char *bytes, size_t length, size_t *deflated)
{
    z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)length};
    int status = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    g_assert(status == Z_OK);
    uLong room = deflateBound(&stream, (uLong)length);
    char *out = g_malloc(room);
    stream.next_out = (Bytef *)out;
    stream.avail_out = (uInt)room;
    status = deflate(&stream, Z_FINISH);
    g_assert(status == Z_STREAM_END);
    *deflated = stream.total_out;
    deflateEnd(&stream);
    return out;
}

ZipWriter *zip_writer_new(FILE *file)
{
    ZipWriter *writer = g_new0(ZipWriter, 1);
    writer->file = file;
    writer->list = g_string_new(NULL);
    return writer;
}

void zip_writer_add(ZipWriter *writer, const char *name, const char *bytes, size_t length)
{
    size_t deflated, place = writer->place;
    g_assert(length < G_MAXUINT32 / 2);
    g_autofree char *data = deflate_all(bytes, length, &deflated);
    g_autoptr(GString) shared = g_string_new(NULL); /* what both headers of a member say of it */
    put16(shared, VERSION);
    put16(shared, NAMES_ARE_UTF8);
    put16(shared, METHOD_DEFLATE);
    put16(shared, 0); /* midnight */
    put16(shared, FIRST_DAY);
    put32(shared, crc32(0, (const Bytef *)bytes, (uInt)length));
    put32(shared, deflated);
    put32(shared, length);
    put16(shared, (unsigned)strlen(name));
    put16(shared, 0); /* no extra field */

    write_out(writer, "PK\3\4", 4);
    write_out(writer, shared->str, shared->len);
    write_out(writer, name, strlen(name));
    write_out(writer, data, deflated);

    g_string_append_len(writer->list, "PK\1\2", 4);
    put16(writer->list, VERSION);
    g_string_append_len(writer->list, shared->str, (gssize)shared->len);
    put16(writer->list, 0); /* no comment */
    put16(writer->list, 0); /* first disk */
    put16(writer->list, 0); /* attributes */
    put32(writer->list, 0);
    put32(writer->list, place);
    g_string_append(writer->list, name);
    writer->members++;
}

void zip_writer_finish(ZipWriter *writer)
{
    g_autoptr(GString) end = g_string_new(NULL);
    g_string_append_len(end, "PK\5\6", 4);
    put32(end, 0); /* this disk, and the list's */
    put16(end, writer->members);
    put16(end, writer->members);
    put32(end, writer->list->len);
    put32(end, writer->place);
    put16(end, 0); /* no comment */
    write_out(writer, writer->list->str, writer->list->len);
    write_out(writer, end->str, end->len);
    g_string_free(writer->list, TRUE);
    g_free(writer);
}
