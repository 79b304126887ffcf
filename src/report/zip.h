/* zip.h - a zip archive written to a stream that cannot go back, for files of office programs.
 *
 * Members are deflated in memory, and dated 1980-01-01: the same members make the same bytes. Archives of
 * less than 4 GB; zlib does the work (libarchive would double the start-up time of every command).
 */
#pragma once

#include <stdio.h>

#include <stddef.h>

/* An archive being written. */
typedef struct ZipWriter ZipWriter;

/* `file` is lent; whether all was written is known by ferror(file). */
ZipWriter *zip_writer_new(FILE *file);

/* Writes a member. */
void zip_writer_add(ZipWriter *writer, const char *name, const char *bytes, size_t length);

/* Writes the list of members, and frees the writer. */
void zip_writer_finish(ZipWriter *writer);
