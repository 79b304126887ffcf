#include "store/classed.h"

#include <string.h>

enum { CLASSES = 4, IN_BYTE = 4, CLASS_BITS = 2, CLASS_MASK = 3 };

static const uint32_t firsts[CLASSES] = {0, 16, 16 + 256, 16 + 256 + 4096};

static unsigned class_of(uint32_t number)
{
    unsigned class = CLASSES - 1;
    while (number < firsts[class])
        class --;
    return class;
}

unsigned classed_width(uint32_t largest)
{
    unsigned width = 1;
    uint32_t distance = largest > firsts[CLASSES - 1] ? largest - firsts[CLASSES - 1] : 0;
    while (width < 32 && distance >> width)
        width++;
    return width;
}

/* Bits being put together: those of `bits` that are no whole byte yet. */
typedef struct {
    GByteArray *out;
    uint64_t bits;
    unsigned count;
} Bits;

static void put_bits(Bits *bits, uint32_t number, unsigned width)
{
    bits->bits |= (uint64_t)number << bits->count;
    for (bits->count += width; bits->count >= 8; bits->count -= 8, bits->bits >>= 8) {
        uint8_t byte = (uint8_t)bits->bits;
        g_byte_array_append(bits->out, &byte, 1);
    }
}

static void put_last(Bits *bits)
{
    if (bits->count)
        put_bits(bits, 0, 8 - bits->count);
}

void classed_put(GByteArray *out, const uint32_t *numbers, size_t count, unsigned width)
{
    const unsigned widths[CLASSES] = {4, 8, 12, width};
    Bits bits = {out, 0, 0};
    for (size_t i = 0; i < count; i++)
        put_bits(&bits, class_of(numbers[i]), CLASS_BITS);
    put_last(&bits);
    for (size_t i = 0; i < count; i++) {
        unsigned class = class_of(numbers[i]);
        put_bits(&bits, numbers[i] - firsts[class], widths[class]);
    }
    put_last(&bits);
}

/* At least 57 bits from a place on; behind the end they are 0. */
static uint64_t bits_at(const uint8_t *bytes, size_t size, size_t bit)
{
    uint64_t bits = 0;
    size_t byte = bit / 8;
    if (byte + sizeof bits <= size)
        memcpy(&bits, bytes + byte, sizeof bits);
    else if (byte < size)
        memcpy(&bits, bytes + byte, size - byte);
    return GUINT64_FROM_LE(bits) >> bit % 8;
}

void classed_get(const uint8_t *bytes, size_t size, unsigned width, uint32_t *numbers, size_t count)
{
    width = CLAMP(width, 1, 32);
    const unsigned widths[CLASSES] = {4, 8, 12, width};
    const uint32_t masks[CLASSES] = {0xF, 0xFF, 0xFFF, UINT32_MAX >> (32 - width)};
    size_t bit = (count + IN_BYTE - 1) / IN_BYTE * 8;
    for (size_t i = 0; i < count; i++) {
        unsigned classes = i / IN_BYTE < size ? bytes[i / IN_BYTE] : 0;
        unsigned class = classes >> i % IN_BYTE * CLASS_BITS & CLASS_MASK;
        numbers[i] = firsts[class] + ((uint32_t)bits_at(bytes, size, bit) & masks[class]);
        bit += widths[class];
    }
}
