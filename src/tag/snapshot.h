/* snapshot.h - a dictionary made ready once, kept in a file, and mapped back in a moment.
 *
 * The file is private to one build of tifa and to one content of the dictionary: it carries the stamp, and
 * one that does not fit, or is damaged, is passed over. It lies beside the *.tsv files, made when tifa is
 * built, and never decides what is found, only how soon.
 */
#pragma once

#include "tag/concepts.h"

#define SNAPSHOT_FILE "compiled"

/* The snapshot's bytes. The dictionary must have been loaded from text. */
GByteArray *snapshot_write(const TifaConcepts *concepts);

/* The dictionary of that stamp from the file at `path`; NULL if the file is missing or does not fit. */
TifaConcepts *snapshot_read(const char *path, const char *stamp);

/* Frees a dictionary that snapshot_read() gave. */
void snapshot_free(TifaConcepts *concepts);
