/* bundle.h - files that hold other files: archives (zip, tar, 7z ...) and web archives (WARC). */
#pragma once

#include "extract/extract.h"

/* Takes one of the files inside; false ends the walk. */
typedef bool BundleVisit(const ExtractInput *member, void *data);

/* Takes note of a file inside that could not be read. */
typedef void BundleFailure(const char *name, const char *reason, void *data);

typedef struct {
    BundleVisit *visit;
    BundleFailure *fail;
    void *data;
    size_t *left; /* how many bytes may still be unpacked from the whole file */
} Bundle;

/* Visits every file inside the archive. False with TIFA_ERROR_INPUT if it is damaged, or unpacks to too much;
 * what was visited before stays. */
bool bundle_walk_archive(const ExtractInput *input, const Bundle *bundle, GError **error);

/* The same for a web archive, and for its pages and documents only: not for scripts, styles and images. */
bool bundle_walk_warc(const ExtractInput *input, const Bundle *bundle, GError **error);
