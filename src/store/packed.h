/* packed.h - numbers packed into bytes as LEB128: seven bits a byte, the lowest first, the top bit of all but
 * the last byte set. Small numbers, of which the corpus file is full, take one byte. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Packed bytes that are read from `place` on. */
typedef struct {
    const uint8_t *place, *end;
} Packed;

static inline void packed_put(GByteArray *out, uint32_t number)
{
    uint8_t bytes[5];
    guint length = 0;
    for (; number >= 0x80; number >>= 7)
        bytes[length++] = (uint8_t)(number | 0x80);
    bytes[length++] = (uint8_t)number;
    g_byte_array_append(out, bytes, length);
}

/* The next number; false at the end. Damaged bytes give wrong numbers and nothing worse. */
static inline bool packed_next(Packed *packed, uint32_t *number)
{
    uint32_t value = 0;
    for (unsigned shift = 0; packed->place < packed->end; shift += 7) {
        uint8_t byte = *packed->place++;
        value |= (uint32_t)(byte & 0x7F) << (shift & 31);
        if (byte < 0x80) {
            *number = value;
            return true;
        }
    }
    return false;
}

/* A distance of at least 1 and a count of at least 1, most of which are small, in as few bytes as the
 * distance alone would mostly take: a number whose two lowest bits are the count less one, and where that is
 * 3 a second number with the rest of the count. */
enum { PACKED_COUNT_BITS = 2, PACKED_MOST_COUNT = 3 };

static inline void packed_put_count(GByteArray *out, uint32_t distance, uint32_t count)
{
    uint32_t low = count <= PACKED_MOST_COUNT ? count - 1 : PACKED_MOST_COUNT;
    packed_put(out, (distance - 1) << PACKED_COUNT_BITS | low);
    if (low == PACKED_MOST_COUNT)
        packed_put(out, count - 1 - PACKED_MOST_COUNT);
}

static inline bool packed_next_count(Packed *packed, uint32_t *distance, uint32_t *count)
{
    uint32_t number, rest = 0;
    if (!packed_next(packed, &number))
        return false;
    *distance = (number >> PACKED_COUNT_BITS) + 1;
    *count = (number & PACKED_MOST_COUNT) + 1;
    if (*count > PACKED_MOST_COUNT && !packed_next(packed, &rest))
        return false;
    *count += rest;
    return true;
}
