/* pdf_script.h - how characters behave on a line: which are set without blanks, which close a sentence. */
#pragma once

#include "base/utf8.h"

#include <string.h>

/* Whether c is set solid, one em wide, without blanks between words: Han, kana, their punctuation. */
static inline bool script_is_cjk(gunichar c)
{
    return utf8_is_han(c) || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3000 && c <= 0x30FF) ||
           (c >= 0xFE10 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFFEE);
}

/* Whether c may not begin a line: it closes what stands before it. */
static inline bool script_closes(gunichar c)
{
    switch (c) {
    case 0x3001:
    case 0x3002:
    case 0xFF0C:
    case 0xFF0E:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF01:
    case 0xFF1F:
    case 0x300B:
    case 0x3009:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0xFF09:
    case 0x201D:
    case 0x2019:
    case ',':
    case '.':
    case ';':
    case ':':
    case '!':
    case '?':
    case ')':
    case ']':
        return true;
    default:
        return false;
    }
}

/* Whether a paragraph may well end with c. */
static inline bool script_ends_sentence(gunichar c)
{
    switch (c) {
    case 0x3002:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF01:
    case 0xFF1F:
    case 0x2026:
    case '.':
    case ':':
    case ';':
    case '!':
    case '?':
        return true;
    default:
        return false;
    }
}

/* Marks of Chinese and Western text alike: dashes, curly quotation marks, ellipses, circled numbers, symbols.
 */
static inline bool script_is_neutral(gunichar c)
{
    return c == 0xB7 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
           (c >= 0x2100 && c <= 0x27BF);
}

/* Whether c may not end a line: it opens what follows it. */
static inline bool script_opens(gunichar c)
{
    switch (c) {
    case 0x300A:
    case 0x3008:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0xFF08:
    case 0x201C:
    case 0x2018:
    case '(':
    case '[':
        return true;
    default:
        return false;
    }
}

typedef enum {
    SCRIPT_SOLID, /* set without a blank */
    SCRIPT_SOFT,  /* Han and Latin: programs set them apart, few authors do */
    SCRIPT_APART, /* words, with a blank between them */
} ScriptBorder;

/* What stands between two characters of neighbouring words or lines. */
static inline ScriptBorder script_border(gunichar before, gunichar after)
{
    bool is_latin_before = !script_is_cjk(before) && !script_is_neutral(before);
    bool is_latin_after = !script_is_cjk(after) && !script_is_neutral(after);
    if (is_latin_before && is_latin_after)
        return SCRIPT_APART;
    if (script_is_cjk(before) || script_is_cjk(after))
        return utf8_is_han(before) != utf8_is_han(after) &&
                       (g_unichar_isalnum(before) && g_unichar_isalnum(after))
                   ? SCRIPT_SOFT
                   : SCRIPT_SOLID;
    return is_latin_before || is_latin_after ? SCRIPT_APART : SCRIPT_SOLID;
}

/* The last character of a text that is not empty. */
static inline gunichar script_last(const char *text)
{
    return g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
}
