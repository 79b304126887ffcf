/* sample.h - reading made-up files in tests, and showing what became of them on one line each. */
#pragma once

#include "extract/extract.h"

/* The blocks that `extract` finds, each as "KIND LEVEL|text" and a line feed, KIND one of P H A I R N
 * (paragraph, heading, article, item, row, note); levels of 0 are left out. Fails the test if it cannot be
 * read. Free with g_free(). */
char *sample_blocks(Extractor *extract, const char *content, size_t length);

/* The same of a document. */
char *sample_blocks_of(const TifaDocument *document);

/* What extract_any() makes of a file of that name: documents, failures and error as text, for comparing. Each
 * document is "format: title" or "format: first line" and a line feed, each failure "failed: ..." */
char *sample_outcome(const char *name, const void *bytes, size_t length);

/* A zip file in memory. */
typedef struct {
    const char *name, *content;
} SampleMember;

/* Makes a zip file of members, up to one without a name. */
GByteArray *sample_zip(const SampleMember *members);

/* A zip file of one member that is no string. */
GByteArray *sample_zip_one(const char *name, const void *bytes, size_t length);
