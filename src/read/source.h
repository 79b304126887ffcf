/* source.h - the bytes of one file, taken once.
 *
 * The reader opens files itself, so that what is wrong with a name or its permissions is said by the process
 * the user started and the helper program needs no access to files. The bytes are copied into a sealed file
 * in memory: what was hashed is what is read, even if the file is written to meanwhile.
 */
#pragma once

#include "tifa.h"

typedef struct {
    int file;     /* descriptor of the copy, which can only be read; -1 if there is none */
    char *digest; /* SHA-256 in hexadecimal */
    uint64_t size;
} Source;

/* Takes the file at `path`, "-" for standard input. False with TIFA_ERROR_INPUT, and a message without the
 * path, if it cannot be read, is not a file, is empty or has more than `max_size` bytes. */
bool source_take(const char *path, uint64_t max_size, Source *source, GError **error);

void source_clear(Source *source);
