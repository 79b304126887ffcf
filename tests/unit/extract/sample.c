#include "sample.h"

#include <archive.h>
#include <archive_entry.h>
#include <check.h>
#include <string.h>

char *sample_blocks_of(const TifaDocument *document)
{
    GString *out = g_string_new(NULL);
    const char *text = tifa_document_text(document, NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    ck_assert(document_is_sound(document));
    for (size_t i = 0; i < blocks->length; i++) {
        const TifaBlock *block = &blocks->items[i];
        g_string_append_c(out, "PHAIRN"[block->kind]);
        if (block->level)
            g_string_append_printf(out, "%u", block->level);
        g_string_append_c(out, '|');
        g_string_append_len(out, text + block->span.start, block->span.end - block->span.start);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

char *sample_blocks(Extractor *extract, const char *content, size_t length)
{
    GError *error = NULL;
    g_autoptr(TifaDocument) document = document_new();
    ExtractInput input = {.name = "sample", .bytes = (const uint8_t *)content, .length = length};
    ck_assert_msg(extract(&input, document, &error), "%s", error ? error->message : "");
    return sample_blocks_of(document);
}

static void append_document(GString *out, const TifaDocument *document)
{
    const char *title = tifa_document_field(document, TIFA_FIELD_TITLE);
    const char *text = tifa_document_text(document, NULL);
    g_autofree char *line = g_strndup(text, strcspn(text, "\n"));
    g_string_append_printf(out, "%s: %s\n", tifa_document_field(document, TIFA_FIELD_FORMAT),
                           title ? title : line);
}

char *sample_outcome(const char *name, const void *bytes, size_t length)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free);
    g_autoptr(GPtrArray) failures = g_ptr_array_new_with_free_func(g_free);
    ExtractInput input = {.name = name, .bytes = bytes, .length = length};
    if (!extract_any(&input, documents, failures, &error))
        g_string_append_printf(out, "error: %s\n", error->message);
    for (guint i = 0; i < documents->len; i++)
        append_document(out, documents->pdata[i]);
    for (guint i = 0; i < failures->len; i++)
        g_string_append_printf(out, "failed: %s\n", (const char *)failures->pdata[i]);
    return g_string_free(out, FALSE);
}

static la_ssize_t write_bytes(struct archive *archive, void *data, const void *bytes, size_t length)
{
    (void)archive;
    g_byte_array_append(data, bytes, (guint)length);
    return (la_ssize_t)length;
}

static void add_member(struct archive *archive, const char *name, const void *bytes, size_t length)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, (la_int64_t)length);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    ck_assert_int_eq(archive_write_header(archive, entry), ARCHIVE_OK);
    archive_write_data(archive, bytes, length);
    archive_entry_free(entry);
}

static struct archive *begin_zip(GByteArray *bytes)
{
    struct archive *archive = archive_write_new();
    archive_write_set_format_zip(archive);
    archive_write_open(archive, bytes, NULL, write_bytes, NULL);
    return archive;
}

GByteArray *sample_zip(const SampleMember *members)
{
    GByteArray *bytes = g_byte_array_new();
    struct archive *archive = begin_zip(bytes);
    for (; members->name; members++)
        add_member(archive, members->name, members->content, strlen(members->content));
    archive_write_free(archive);
    return bytes;
}

GByteArray *sample_zip_one(const char *name, const void *bytes, size_t length)
{
    GByteArray *zip = g_byte_array_new();
    struct archive *archive = begin_zip(zip);
    add_member(archive, name, bytes, length);
    archive_write_free(archive);
    return zip;
}
