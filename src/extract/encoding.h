/* encoding.h - which encoding some bytes are in, and the text they hold.
 *
 * Byte order mark, then strict UTF-8, then GB18030 against Big5 by how plausible the characters are; what HTTP and
 * the page declare are votes, not orders (pages lie).
 */
#pragma once

#include "tifa.h"

/* The bytes as valid UTF-8 (not yet NFC), a new NUL-terminated string of *new_length bytes; NUL bytes and what
 * cannot be decoded become U+FFFD, counted in *replaced. `declared` is the encoding HTTP or the page names, or NULL.
 * *encoding gets the name of the one that was used, a constant ("UTF-8", "GB18030", "Big5", "UTF-16LE" ...). */
char *encoding_decode(const uint8_t *bytes, size_t length, const char *declared, const char **encoding,
                      size_t *new_length, size_t *replaced);
