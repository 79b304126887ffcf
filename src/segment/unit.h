/* unit.h - text as the cutter sees it: Han characters one by one, everything else already whole.
 *
 * A unit is what no word boundary falls into: one Han character, one number (1,234.5 or 5.5%), one word of
 * letters (COVID-19, U.S., a URL), one mark, one run of white space, one symbol; combining marks and joiners
 * belong to what they follow. Units tile the text. The classes are decided by fixed rules over the characters
 * alone, so that they do not change with a library's version.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

typedef enum {
    UNIT_HAN,
    UNIT_NUMBER,
    UNIT_LATIN,
    UNIT_MARK,
    UNIT_SPACE,
    UNIT_OTHER,
} UnitClass;

typedef struct {
    uint32_t start, end;
    uint32_t character; /* the first one */
    uint8_t class;      /* UnitClass */
    bool is_single;     /* the unit is that one character */
    bool ends_line;     /* white space with a line break in it */
} Unit;

typedef struct {
    Unit *items;
    size_t length, capacity;
} Units;

/* Whether a word may hold this unit together with others; the rest always are tokens of their own. */
static inline bool unit_is_joinable(const Unit *unit)
{
    return unit->class <= UNIT_LATIN;
}

/* Appends the units of text[start..length) until there are `limit` more or the text ends; returns where the
 * next one would start. The text is valid UTF-8. */
size_t units_scan(Units *units, const char *text, size_t start, size_t length, size_t limit);
