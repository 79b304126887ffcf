/* package.h - the files inside a file: zip (also DOCX, ODT, EPUB, OFD), tar, 7z, rar, gzip and the like.
 *
 * All of it happens in memory, and against bombs there is a limit to what may come out of one file.
 */
#pragma once

#include "tifa.h"

typedef struct Package Package;

/* Opens the archive; the bytes must outlive it. NULL with TIFA_ERROR_INPUT if it is none. */
Package *package_open(const uint8_t *bytes, size_t length, GError **error);
void package_close(Package *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Package, package_close)

typedef enum {
    PACKAGE_MEMBER, /* there is one */
    PACKAGE_END,
    PACKAGE_FAILED, /* the archive is damaged here, and nothing more can be read */
} PackageStep;

/* Goes to the next member that is a file. *name is lent until the next call. */
PackageStep package_next(Package *package, const char **name, GError **error);

/* The member's bytes, or NULL with TIFA_ERROR_INPUT if it is encrypted, damaged, or more than `limit` bytes
 * long. */
GBytes *package_read(Package *package, size_t limit, GError **error);

/* Whether a member is wanted, by its name. */
typedef bool PackageFilter(const char *name);

/* All wanted members of an archive (of GBytes, by name), or NULL. For documents that are archives. Free with
 * g_hash_table_unref(). */
GHashTable *package_read_all(const uint8_t *bytes, size_t length, PackageFilter *wants, GError **error);
