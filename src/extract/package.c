#include "extract/package.h"

#include "base/error.h"
#include "extract/encoding.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

enum {
    CHUNK = 64 * 1024,
    MEGABYTE = 1024 * 1024,
    DOCUMENT_LIMIT = 128 * MEGABYTE, /* bytes of all wanted members of one document */
    MEMBER_LIMIT = 10000,
};

struct Package {
    struct archive *archive;
    struct archive_entry *entry;
    char *name;
    size_t members;
};

Package *package_open(const uint8_t *bytes, size_t length, GError **error)
{
    struct archive *archive = archive_read_new();
    archive_read_support_filter_all(archive);
    archive_read_support_format_zip(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_7zip(archive);
    archive_read_support_format_rar(archive);
    archive_read_support_format_rar5(archive);
    archive_read_support_format_raw(archive); /* one compressed file without a name */
    if (archive_read_open_memory(archive, bytes, length) != ARCHIVE_OK) {
        fail(error, TIFA_ERROR_INPUT, "is a damaged archive (%s); fetch it again",
             archive_error_string(archive));
        archive_read_free(archive);
        return NULL;
    }
    Package *package = g_new0(Package, 1);
    package->archive = archive;
    return package;
}

void package_close(Package *package)
{
    if (!package)
        return;
    archive_read_free(package->archive);
    g_free(package->name);
    g_free(package);
}

/* The name of the present member as UTF-8. Programs on Chinese systems write it in GBK without saying so. */
static char *member_name(Package *package)
{
    const char *name = archive_entry_pathname_utf8(package->entry);
    if (!name)
        name = archive_entry_pathname(package->entry);
    if (!name)
        return g_strdup("?");
    const char *encoding;
    size_t length, replaced;
    return encoding_decode((const uint8_t *)name, strlen(name), NULL, &encoding, &length, &replaced);
}

PackageStep package_next(Package *package, const char **name, GError **error)
{
    int result;
    do {
        result = archive_read_next_header(package->archive, &package->entry);
        if (result == ARCHIVE_EOF)
            return PACKAGE_END;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
            fail(error, TIFA_ERROR_INPUT, "the archive is damaged (%s); fetch it again",
                 archive_error_string(package->archive));
            return PACKAGE_FAILED;
        }
        if (++package->members > MEMBER_LIMIT) {
            fail(error, TIFA_ERROR_INPUT, "the archive holds more than %d files; unpack it and read them",
                 MEMBER_LIMIT);
            return PACKAGE_FAILED;
        }
    } while (archive_entry_filetype(package->entry) != AE_IFREG);
    g_free(package->name);
    *name = package->name = member_name(package);
    return PACKAGE_MEMBER;
}

GBytes *package_read(Package *package, size_t limit, GError **error)
{
    if (archive_entry_is_encrypted(package->entry)) {
        fail(error, TIFA_ERROR_INPUT, "is encrypted; unpack it with its password and read that");
        return NULL;
    }
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autofree uint8_t *chunk = g_malloc(CHUNK);
    la_ssize_t got;
    while ((got = archive_read_data(package->archive, chunk, CHUNK)) > 0) {
        if (bytes->len + (size_t)got > limit) {
            fail(error, TIFA_ERROR_INPUT, "unpacks to more than tifa takes out of one file; split it");
            return NULL;
        }
        g_byte_array_append(bytes, chunk, (guint)got);
    }
    if (got < 0) {
        fail(error, TIFA_ERROR_INPUT, "is damaged (%s); fetch it again",
             archive_error_string(package->archive));
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

GHashTable *package_read_all(const uint8_t *bytes, size_t length, PackageFilter *wants, GError **error)
{
    g_autoptr(Package) package = package_open(bytes, length, error);
    if (!package)
        return NULL;
    g_autoptr(GHashTable) members =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
    size_t left = DOCUMENT_LIMIT;
    const char *name;
    PackageStep step;
    while ((step = package_next(package, &name, error)) == PACKAGE_MEMBER) {
        GBytes *member = wants(name) ? package_read(package, left, error) : NULL;
        if (!member && wants(name))
            return NULL;
        if (!member)
            continue;
        left -= g_bytes_get_size(member);
        g_hash_table_insert(members, g_strdup(name), member);
    }
    return step == PACKAGE_END ? g_steal_pointer(&members) : NULL;
}
