/* utf8.h - what the house needs to know about characters. All text is valid UTF-8 unless a function says
 * otherwise.
 *
 * The tables are those of GLib's and ICU's Unicode data; anything that decides what is found or stored
 * (scripts, folding) uses fixed ranges or our own table, so that results do not change with the library's
 * version.
 */
#pragma once

#include "tifa.h"

/* Reads the character at *place and moves *place behind it. Inline and unchecked: the text must be valid. */
static inline gunichar utf8_next(const char **place)
{
    const unsigned char *byte = (const unsigned char *)*place;
    gunichar c = byte[0];
    if (c < 0x80) {
        *place += 1;
    } else if (c < 0xE0) {
        c = (c & 0x1F) << 6 | (byte[1] & 0x3F);
        *place += 2;
    } else if (c < 0xF0) {
        c = (c & 0x0F) << 12 | (gunichar)(byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
        *place += 3;
    } else {
        c = (c & 0x07) << 18 | (gunichar)(byte[1] & 0x3F) << 12 | (gunichar)(byte[2] & 0x3F) << 6 |
            (byte[3] & 0x3F);
        *place += 4;
    }
    return c;
}

/* Whether c is a Han character: the unified and compatibility ideographs of all planes, U+3005 (々) and
 * U+3007 (〇). */
static inline bool utf8_is_han(gunichar c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || c == 0x3005 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

/* Whether c is white space, U+3000 and U+00A0 included. */
bool utf8_is_space(gunichar c);

/* The place `count` characters before `place`, not before `start`. */
const char *utf8_back(const char *start, const char *place, size_t count);

/* The place `count` characters behind `place`, not behind `end`. */
const char *utf8_forward(const char *place, const char *end, size_t count);

/* The end of the character, as a reader sees it, that begins at `place`: with its marks, joined emoji, or
 * jamo (the grapheme clusters of UAX #29). `place` must be before `end`. */
const char *utf8_cluster_end(const char *place, const char *end);

/* The start of the one that ends at `place`, which must be behind `start`. */
const char *utf8_cluster_start(const char *start, const char *place);

/* Whether the bytes are valid UTF-8 without NUL. */
bool utf8_is_valid(const char *bytes, size_t length);

/* Number of characters in `length` bytes. */
size_t utf8_count(const char *text, size_t length);

/* Columns that `length` bytes take in a terminal: 2 for wide characters, 0 for combining ones. */
size_t utf8_width(const char *text, size_t length);

/* Any bytes made valid UTF-8 in NFC: bad sequences and NUL become U+FFFD (counted in *replaced, which may be
 * NULL). *new_length gets the result's bytes. Free with g_free(). */
char *utf8_clean(const char *bytes, size_t length, size_t *new_length, size_t *replaced);
