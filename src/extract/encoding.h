/* encoding.h - which encoding some bytes are in, and the text they hold.
 *
 * Byte order mark, then UTF-16 by its zero bytes, then strict UTF-8, then whichever of UTF-8, GB18030, Big5,
 * windows-1252 and the declared encoding explains the bytes with the least surprise. What HTTP and the page
 * declare are votes, not orders (pages lie).
 */
#pragma once

#include "tifa.h"

/* The bytes as valid UTF-8 (not yet NFC), a new NUL-terminated string of *new_length bytes; what cannot be
 * decoded becomes U+FFFD, NUL characters are left out, and *replaced counts both. `declared` is the encoding
 * HTTP or the page names, or NULL. *encoding gets the name of the one that was used, a constant ("UTF-8",
 * "GB18030", "Big5", "UTF-16LE" ...). Free with g_free(). */
char *encoding_decode(const uint8_t *bytes, size_t length, const char *declared, const char **encoding,
                      size_t *new_length, size_t *replaced);

/* The house's name for a declared encoding ("gb2312": "GB18030"), a constant; NULL if it is not known. */
const char *encoding_name(const char *declared);

/* UTF-16LE or UTF-16BE if that is what bytes without a byte order mark look like, else NULL. */
const char *encoding_utf16(const uint8_t *bytes, size_t length);
