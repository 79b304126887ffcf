#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

bool utf8_is_space(gunichar c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

/* How many of eight bytes begin a character. */
static size_t count_starts(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    uint64_t inner = word >> 7 & ~word >> 6 & 0x0101010101010101; /* 10xxxxxx */
    return sizeof word - (size_t)(inner * 0x0101010101010101 >> 56);
}

static bool is_start(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

const char *utf8_back(const char *start, const char *place, size_t count)
{
    for (size_t starts; place - start >= 8 && (starts = count_starts(place - 8)) < count; place -= 8)
        count -= starts;
    while (place > start && count > 0)
        count -= is_start(*--place);
    return place;
}

const char *utf8_forward(const char *place, const char *end, size_t count)
{
    for (size_t starts; end - place >= 8 && (starts = count_starts(place)) <= count; place += 8)
        count -= starts;
    for (; place < end; place++)
        if (is_start(*place) && count-- == 0)
            break;
    return place;
}

/* ---- Characters as a reader sees them -------------------------------------------------------- */

static bool is_one_of(int32_t value, unsigned set)
{
    return (set & 1u << value) != 0;
}

/* Whether c belongs to the character that `before` is the end of (UAX #29, GB3 to GB11, of which only the
 * parts that need no longer memory; flags, GB12, are told apart by the caller). */
static bool is_joined(gunichar before, gunichar c)
{
    enum {
        GOES_ON = 1 << U_GCB_EXTEND | 1 << U_GCB_ZWJ | 1 << U_GCB_SPACING_MARK,
        AFTER_L = 1 << U_GCB_L | 1 << U_GCB_V | 1 << U_GCB_LV | 1 << U_GCB_LVT,
        AFTER_V = 1 << U_GCB_V | 1 << U_GCB_T,
    };
    if (c < 0x300 || utf8_is_han(c))
        return before == '\r' && c == '\n';
    int32_t left = u_getIntPropertyValue((UChar32)before, UCHAR_GRAPHEME_CLUSTER_BREAK);
    int32_t right = u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK);
    if (left == U_GCB_CONTROL || left == U_GCB_CR || left == U_GCB_LF)
        return false;
    return is_one_of(right, GOES_ON) || left == U_GCB_PREPEND ||
           (left == U_GCB_ZWJ && u_hasBinaryProperty((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC)) ||
           (left == U_GCB_L && is_one_of(right, AFTER_L)) ||
           ((left == U_GCB_LV || left == U_GCB_V) && is_one_of(right, AFTER_V)) ||
           ((left == U_GCB_LVT || left == U_GCB_T) && right == U_GCB_T);
}

/* The letters of which two are a flag. */
static bool is_flag(gunichar c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

const char *utf8_cluster_end(const char *place, const char *end)
{
    gunichar before = utf8_next(&place);
    bool is_half_flag = is_flag(before);
    while (place < end) {
        const char *next = place;
        gunichar c = utf8_next(&next);
        bool is_whole_flag = is_half_flag && is_flag(c);
        if (!is_whole_flag && !is_joined(before, c))
            break;
        is_half_flag = false;
        before = c;
        place = next;
    }
    return place;
}

const char *utf8_cluster_start(const char *start, const char *place)
{
    const char *end = place;
    /* Back to a character that surely begins one, and forward again. */
    do {
        place = g_utf8_prev_char(place);
    } while (place > start && !utf8_is_han(g_utf8_get_char(place)) && g_utf8_get_char(place) >= 0x300);
    if (place > start && !utf8_is_han(g_utf8_get_char(place)))
        place = g_utf8_prev_char(place); /* a line feed goes with the return before it */
    for (const char *next = place; (next = utf8_cluster_end(place, end)) < end;)
        place = next;
    return place;
}

/* ---- Counting and measuring ------------------------------------------------------------------ */

size_t utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static size_t width_of(gunichar c)
{
    /* The most common characters, which need no look at tables. */
    if (c >= ' ' && c <= '~')
        return 1;
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3029) || (c >= 0xFF01 && c <= 0xFF60))
        return 2;
    return g_unichar_iszerowidth(c) || g_unichar_iscntrl(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

size_t utf8_width(const char *text, size_t length)
{
    size_t width = 0;
    for (const char *place = text, *end = text + length; place < end;)
        width += width_of(utf8_next(&place));
    return width;
}

/* Moves behind the characters of the most common kinds: ASCII but NUL, Han, and the punctuation beside it.
 * They are valid, and in NFC whatever they stand beside. */
static const char *skip_common(const char *place, const char *end)
{
    while (place < end) {
        const unsigned char *byte = (const unsigned char *)place;
        if (byte[0] > 0 && byte[0] < 0x80) {
            place++;
            continue;
        }
        if (end - place < 3 || (byte[1] & 0xC0) != 0x80 || (byte[2] & 0xC0) != 0x80)
            break;
        bool is_han = byte[0] >= 0xE4 && byte[0] <= 0xE9;                     /* U+4000-9FFF */
        bool is_wide = byte[0] == 0xEF && byte[1] >= 0xBC && byte[1] <= 0xBD; /* U+FF00-FF7F */
        bool is_mark = byte[0] == 0xE3 && byte[1] == 0x80 && byte[2] <= 0xA9; /* U+3000-3029 */
        bool is_dash = byte[0] == 0xE2 && byte[1] == 0x80 && byte[2] >= 0x90; /* U+2010-203F */
        if (!is_han && !is_wide && !is_mark && !is_dash)
            break;
        place += 3;
    }
    return place;
}

bool utf8_is_valid(const char *bytes, size_t length)
{
    const char *end = bytes + length;
    for (const char *place = bytes; (place = skip_common(place, end)) < end;
         place = g_utf8_next_char(place)) {
        gunichar c = g_utf8_get_char_validated(place, end - place);
        if (c == 0 || c > 0x10FFFF)
            return false;
    }
    return true;
}

/* The bytes with every bad sequence and NUL replaced by U+FFFD. */
static GString *replace_bad_bytes(const char *bytes, size_t length, size_t *replaced)
{
    GString *valid = g_string_sized_new(length + 1);
    const char *place = bytes, *end = bytes + length;
    while (place < end) {
        const char *bad;
        if (g_utf8_validate_len(place, (size_t)(end - place), &bad))
            bad = end;
        g_string_append_len(valid, place, bad - place);
        if (bad == end)
            break;
        g_string_append(valid, "\xEF\xBF\xBD");
        *replaced += 1;
        /* One mark for a whole cut-off sequence, not one for each of its bytes. */
        for (place = bad + 1; place < end && ((unsigned char)*place & 0xC0) == 0x80; place++)
            ;
    }
    return valid;
}

/* Whether every character is a NFC quick-check yes: true of nearly all text, and needs no copy. */
static bool is_surely_nfc(const char *text, size_t length)
{
    const char *end = text + length;
    for (const char *place = text; (place = skip_common(place, end)) < end;) {
        gunichar c = utf8_next(&place);
        if (c >= 0x300 && (u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
                           u_getCombiningClass((UChar32)c) != 0)) /* marks may stand in the wrong order */
            return false;
    }
    return true;
}

char *utf8_clean(const char *bytes, size_t length, size_t *new_length, size_t *replaced)
{
    size_t bad = 0;
    char *text;
    if (utf8_is_valid(bytes, length)) {
        text = g_strndup(bytes, length);
        *new_length = length;
    } else {
        GString *valid = replace_bad_bytes(bytes, length, &bad);
        *new_length = valid->len;
        text = g_string_free(valid, FALSE);
    }
    if (replaced)
        *replaced = bad;
    if (is_surely_nfc(text, *new_length))
        return text;
    char *composed = g_utf8_normalize(text, (gssize)*new_length, G_NORMALIZE_NFC);
    g_free(text);
    *new_length = strlen(composed);
    return composed;
}
