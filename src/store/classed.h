/* classed.h - numbers packed into bits, the small ones into few.
 *
 * A number is of one of four classes: below 16, one of the 256 behind these, one of the 4096 behind those, or
 * larger. First stand the classes of all numbers, two bits each, the lowest bits of a byte first; from the
 * next whole byte on their distances from the first of their class, in 4, 8, 12 or `width` bits. A token of
 * Chinese text takes 11 bits so, as its term's id is small if the term is frequent (token_batch.h), where
 * LEB128 takes 15; and as all classes are known beforehand, no number waits for the one before it. */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* The width that numbers up to the largest need, 1 to 32. */
unsigned classed_width(uint32_t largest);

/* Appends the numbers, packed. */
void classed_put(GByteArray *out, const uint32_t *numbers, size_t count, unsigned width);

/* Unpacks `count` numbers from `size` bytes; what is damaged gives wrong numbers and nothing worse. */
void classed_get(const uint8_t *bytes, size_t size, unsigned width, uint32_t *numbers, size_t count);
