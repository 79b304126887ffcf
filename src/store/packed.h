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
