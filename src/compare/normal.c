#include "compare/normal.h"

#include "base/utf8.h"

#include <string.h>

/* ---- Characters ------------------------------------------------------------------------------ */

static bool is_invisible(gunichar c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/* The marks that differ from one printer to the next, and what they are folded to; ordered. */
static const struct {
    uint16_t mark, folded;
} folds[] = {
    {0x0027, '"'}, {0x005B, '('},  {0x005D, ')'},  {0x00AB, '"'}, {0x00BB, '"'}, {0x2010, '-'},
    {0x2011, '-'}, {0x2012, '-'},  {0x2013, '-'},  {0x2014, '-'}, {0x2015, '-'}, {0x2018, '"'},
    {0x2019, '"'}, {0x201A, '"'},  {0x201B, '"'},  {0x201C, '"'}, {0x201D, '"'}, {0x201E, '"'},
    {0x201F, '"'}, {0x2022, 0xB7}, {0x2027, 0xB7}, {0x2039, '<'}, {0x203A, '>'}, {0x2219, 0xB7},
    {0x2500, '-'}, {0x3002, '.'},  {0x3008, '<'},  {0x3009, '>'}, {0x300A, '<'}, {0x300B, '>'},
    {0x300C, '"'}, {0x300D, '"'},  {0x300E, '"'},  {0x300F, '"'}, {0x3010, '('}, {0x3011, ')'},
    {0x3014, '('}, {0x3015, ')'},  {0x3016, '('},  {0x3017, ')'}, {0x301C, '~'}, {0x301D, '"'},
    {0x301E, '"'}, {0x30FB, 0xB7}, {0xFE64, '<'},  {0xFE65, '>'}, {0xFF02, '"'}, {0xFF07, '"'},
    {0xFF0D, '-'}, {0xFF0E, '.'},  {0xFF3B, '('},  {0xFF3D, ')'}, {0xFF5E, '~'},
};

/* A mark folded; any other character as it is. */
static gunichar fold_mark(gunichar c)
{
    size_t low = 0, high = G_N_ELEMENTS(folds);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (folds[middle].mark < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < G_N_ELEMENTS(folds) && folds[low].mark == c ? folds[low].folded : c;
}

static void add_character(NormalText *normal, gunichar c)
{
    bool is_plain =
        (c >= 0x4E00 && c <= 0x9FFF) || (c < 0x80 && g_ascii_isalnum((char)c)) || c == 0x3001; /* 、 */
    c = is_plain ? c : fold_mark(c);
    if (is_plain || (c > ' ' && c < 0x7F)) {
        array_push(normal, c);
    } else if (c > 0xFF00 && c < 0xFF5F) {
        array_push(normal, c - 0xFF00 + ' '); /* full width */
    } else if (!utf8_is_space(c) && !is_invisible(c)) {
        gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
        size_t count = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
        for (size_t i = 0; i < count; i++)
            if (!utf8_is_space(parts[i]))
                array_push(normal, parts[i]);
    }
}

void normal_add(NormalText *normal, const char *text, size_t length)
{
    array_reserve(normal, length / 3 + 1);
    for (const char *place = text, *end = text + length; place < end;)
        add_character(normal, utf8_next(&place));
}

/* ---- References ------------------------------------------------------------------------------ */

static bool is_numeral(gunichar c)
{
    switch (c) {
    case 0x3007: /* 〇 */
    case 0x96F6: /* 零 */
    case 0x4E00: /* 一 */
    case 0x4E8C: /* 二 */
    case 0x4E24: /* 两 */
    case 0x4E09: /* 三 */
    case 0x56DB: /* 四 */
    case 0x4E94: /* 五 */
    case 0x516D: /* 六 */
    case 0x4E03: /* 七 */
    case 0x516B: /* 八 */
    case 0x4E5D: /* 九 */
    case 0x5341: /* 十 */
    case 0x767E: /* 百 */
    case 0x5343: /* 千 */
        return true;
    default:
        return c >= '0' && c <= '9';
    }
}

static bool is_part_name(gunichar c)
{
    return c == 0x6761 /* 条 */ || c == 0x7AE0 /* 章 */ || c == 0x8282 /* 节 */ || c == 0x7F16 /* 编 */;
}

/* The characters of a reference at `start` (第十二条之一), or 0. */
static size_t reference_length(const gunichar *text, size_t start, size_t end)
{
    size_t place = start;
    if (text[place++] != 0x7B2C) /* 第 (di) */
        return 0;
    bool is_bracketed = place < end && text[place] == '(';
    place += is_bracketed;
    size_t number = place;
    while (place < end && is_numeral(text[place]))
        place++;
    if (place == number)
        return 0;
    if (is_bracketed && (place == end || text[place++] != ')'))
        return 0;
    if (place == end || !is_part_name(text[place++]))
        return 0;
    if (place + 1 < end && text[place] == 0x4E4B && is_numeral(text[place + 1])) { /* 之 (zhi) */
        for (place++; place < end && is_numeral(text[place]); place++)
            ;
    }
    return place - start;
}

void normal_mask(const NormalText *normal, size_t start, NormalText *masked)
{
    array_reserve(masked, normal->length - start);
    while (start < normal->length) {
        size_t length = reference_length(normal->items, start, normal->length);
        array_push(masked, length ? NORMAL_REFERENCE : normal->items[start]);
        start += MAX(length, 1);
    }
}

/* ---- Notes ----------------------------------------------------------------------------------- */

/* The bytes of an editor's note in brackets (（编者注：...）) or a footnote mark ([12], [^12]) at `text`, or
 * 0. */
static size_t note_length(const char *text, const char *end)
{
    static const char *const heads[] = {"（编者注", "(编者注", "【编者注", "［编者注", "[编者注", "〔编者注",
                                        "（注：",   "(注：",   "(注:",     "［注",     "[注",     "【注"};
    static const char *const closers = "）)】］]〕";
    if (!strchr("([\xE3\xEF", *text)) /* the first bytes of the brackets */
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
        if (!g_str_has_prefix(text, heads[i]))
            continue;
        for (const char *place = text + strlen(heads[i]); place < end;)
            if (g_utf8_strchr(closers, -1, utf8_next(&place)))
                return (size_t)(place - text);
        return 0;
    }
    const char *place = text;
    if (*place++ != '[')
        return 0;
    place += *place == '^';
    const char *digits = place;
    while (place < end && g_ascii_isdigit(*place))
        place++;
    return place > digits && place < end && *place == ']' ? (size_t)(place + 1 - text) : 0;
}

void normal_add_without_notes(NormalText *normal, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        size_t note = note_length(text, end);
        if (note)
            text += note;
        else
            add_character(normal, utf8_next(&text));
    }
}

bool normal_equal(const NormalText *left, const NormalText *right)
{
    return left->length == right->length &&
           (left->length == 0 || memcmp(left->items, right->items, left->length * sizeof *left->items) == 0);
}
