/* encoding_cost.h - how surprising some bytes are if they are text in a certain encoding.
 *
 * The cost is about the number of bits a model of ordinary text needs for the bytes: little for common
 * characters, much for rare ones, most for bytes that are no character at all. The encoding of least cost is
 * the likeliest.
 */
#pragma once

#include "tifa.h"

unsigned cost_of_utf8(const uint8_t *bytes, size_t length);
unsigned cost_of_gb18030(const uint8_t *bytes, size_t length);
unsigned cost_of_big5(const uint8_t *bytes, size_t length);
unsigned cost_of_windows1252(const uint8_t *bytes, size_t length);

/* The same for any encoding, from the text that its decoder made of the bytes: valid UTF-8 with U+FFFD for
 * what could not be decoded. */
unsigned cost_of_text(const char *text, size_t length);
