#include "segment/rules.h"

/* A run and the edges that are being fixed. */
typedef struct {
    const Run *run;
    uint8_t *edges;
    bool is_words; /* the reader's, not fine ones */
} Rules;

/* The character at unit i, if it is a Han character or digit-like sign of one character; 0 otherwise. */
static uint32_t character_at(const Rules *rules, size_t i)
{
    const Run *run = rules->run;
    return i < run->end && run->units->items[i].class == UNIT_HAN ? run->units->items[i].character : 0;
}

static bool is_number(const Rules *rules, size_t i)
{
    return i < rules->run->end && rules->run->units->items[i].class == UNIT_NUMBER;
}

static bool is_power(uint32_t c)
{
    switch (c) {
    case 0x5341: /* 十 10 */
    case 0x767E: /* 百 100 */
    case 0x5343: /* 千 1,000 */
    case 0x4E07: /* 万 10,000 */
    case 0x842C: /* 萬 */
    case 0x4EBF: /* 亿 100,000,000 */
    case 0x5104: /* 億 */
    case 0x5146: /* 兆 a million or a trillion */
        return true;
    default:
        return false;
    }
}

/* The powers that are written behind digits: 300亿 (300 yi, 30 billion). 万千瓦 is ten thousand kilowatts. */
static bool is_great_power(uint32_t c)
{
    return is_power(c) && c != 0x5341 && c != 0x767E && c != 0x5343;
}

static bool is_zero(uint32_t c)
{
    return c == 0x3007 || c == 0x96F6; /* 〇 零 */
}

static bool is_numeral(uint32_t c)
{
    switch (c) {
    case 0x4E00: /* 一 1 */
    case 0x4E8C: /* 二 2 */
    case 0x4E24: /* 两 2 */
    case 0x5169: /* 兩 */
    case 0x4E09: /* 三 3 */
    case 0x56DB: /* 四 4 */
    case 0x4E94: /* 五 5 */
    case 0x516D: /* 六 6 */
    case 0x4E03: /* 七 7 */
    case 0x516B: /* 八 8 */
    case 0x4E5D: /* 九 9 */
        return true;
    default:
        return is_power(c) || is_zero(c);
    }
}

/* Words that say the number before them is a round one. */
static bool is_rounding(uint32_t c)
{
    return c == 0x591A || c == 0x4F59 || c == 0x9918 || c == 0x51E0 || c == 0x5E7E; /* 多 余 餘 几 幾 */
}

/* What laws, plans and sessions are counted in: 条 款 项 编 章 节 期 届 审. */
static bool counts_parts(uint32_t c)
{
    return c && g_utf8_strchr("条條款项項编編章节節期届屆审審", -1, c);
}

enum {
    ORDINAL = 0x7B2C,
    YEAR = 0x5E74,
    DECADE = 0x4EE3,
    MONTH = 0x6708,
    SHARE = 0x4EFD,
    DAY = 0x65E5,
    NUMBER = 0x53F7,
    PART = 0x5206,
    OF = 0x4E4B,
    POINT = 0x70B9
}; /* 第 年 代 月 份 日 号 分 之 点 */

static void fix(const Rules *rules, size_t i, Edge edge)
{
    uint8_t *place = i < rules->run->end ? &rules->edges[i - rules->run->first] : NULL;
    if (place && *place == EDGE_FREE)
        *place = (uint8_t)edge;
}

/* The units first..end-1 are one word. */
static void fix_word(const Rules *rules, size_t first, size_t end)
{
    fix(rules, first, EDGE_CUT);
    for (size_t i = first + 1; i < end; i++)
        fix(rules, i, EDGE_JOIN);
    fix(rules, end, EDGE_CUT);
}

/* False for nearly every character, true for all that numbers and ordinals begin with: one bit for each last
 * byte of is_numeral() and 第. */
static bool may_begin_number(uint32_t c)
{
    static const uint32_t last_bytes[8] = {0x00000299, 0x00001010, 0x2000004A, 0x40002A00,
                                           0x00101000, 0x80000000, 0x08000000, 0x00400000};
    return last_bytes[c >> 5 & 7] >> (c & 31) & 1;
}

/* The end of the numerals that begin at unit i: 1,200, 300亿 (yi, 30 billion), 二十五 (25). i if there are
 * none. */
static size_t end_of_number(const Rules *rules, size_t i)
{
    size_t end = i;
    if (is_number(rules, i)) {
        for (end++; is_great_power(character_at(rules, end)); end++)
            ;
    } else {
        while (is_numeral(character_at(rules, end)))
            end++;
    }
    return end;
}

/* Whether the number first..end-1 is written in a way that words are not: digits, or at least two numerals
 * with a power or a zero among them, or four in a row. */
static bool is_surely_number(const Rules *rules, size_t first, size_t end)
{
    if (is_number(rules, first))
        return true;
    bool has_power = false;
    for (size_t i = first; i < end; i++)
        has_power |= is_power(character_at(rules, i)) || is_zero(character_at(rules, i));
    return end - first >= 4 || (end - first >= 2 && has_power);
}

/* The value of a short number of digits, or -1. */
static int value_of(const Rules *rules, size_t i)
{
    const Unit *unit = &rules->run->units->items[i];
    int value = 0;
    if (unit->end - unit->start > 4)
        return -1;
    for (uint32_t place = unit->start; place < unit->end; place++) {
        if (!g_ascii_isdigit(rules->run->text[place]))
            return -1;
        value = 10 * value + rules->run->text[place] - '0';
    }
    return value;
}

/* Whether the number first..end-1 can be that of a year, written digit by digit. */
static bool is_year(const Rules *rules, size_t first, size_t end)
{
    if (is_number(rules, first))
        return end == first + 1 && value_of(rules, first) >= 1800 && value_of(rules, first) <= 2200;
    for (size_t i = first; i < end; i++)
        if (is_power(character_at(rules, i)))
            return false;
    return end - first == 4;
}

/* Whether a month's number, then 月 (yue, month), stand before unit i. */
static bool follows_month(const Rules *rules, size_t i)
{
    if (i < rules->run->first + 2 || character_at(rules, i - 1) != MONTH)
        return false;
    return is_number(rules, i - 2) || is_numeral(character_at(rules, i - 2));
}

/* The end of the date's part that begins with the number first..end-1 (2021年, 3月, 12日 behind a month), or
 * `end`. */
static size_t end_of_date_part(const Rules *rules, size_t first, size_t end)
{
    uint32_t unit = character_at(rules, end), next = character_at(rules, end + 1);
    if (unit == YEAR && is_year(rules, first, end))
        return next == DECADE ? end + 2 : end + 1;
    if (unit == MONTH)
        return next == SHARE ? end + 2 : end + 1;
    if ((unit == DAY || unit == NUMBER) && follows_month(rules, first))
        return end + 1;
    return end;
}

/* The end of the fraction that begins with 百分之 (percent) or a number and 分之; `first` if there is none.
 */
static size_t end_of_fraction(const Rules *rules, size_t first, size_t end)
{
    if (character_at(rules, end) != PART || character_at(rules, end + 1) != OF)
        return first;
    size_t last = end_of_number(rules, end + 2);
    if (last > end + 2 && character_at(rules, last) == POINT) {
        size_t decimals = end_of_number(rules, last + 1);
        last = decimals > last + 1 ? decimals : last;
    }
    return last > end + 2 ? last : first;
}

/* 多, 余 and 几 (duo, yu, ji: more than, some) belong to the number that they round, with the powers behind
 * them (200多亿, more than 20 billion); the end of it all. */
static size_t end_of_round_number(const Rules *rules, size_t first, size_t end)
{
    bool is_round = is_number(rules, first) || is_power(character_at(rules, end - 1));
    if (!is_round || !is_rounding(character_at(rules, end)))
        return end;
    for (end++; is_great_power(character_at(rules, end)); end++)
        ;
    return end;
}

/* A reader's number: dates by part, fractions. */
static size_t fix_words_number(const Rules *rules, size_t first, size_t end)
{
    size_t last = end_of_fraction(rules, first, end);
    if (last == first)
        last = end_of_date_part(rules, first, end);
    if (last == end)
        last = end_of_round_number(rules, first, end);
    if (last > end || is_surely_number(rules, first, end))
        fix_word(rules, first, last);
    return last;
}

static size_t fix_fine_number(const Rules *rules, size_t first, size_t end)
{
    size_t last = end_of_round_number(rules, first, end);
    if (is_surely_number(rules, first, end))
        fix_word(rules, first, last);
    return last;
}

/* 第 (di) and a number are one; for readers also with what laws and sessions are counted in. The end of it,
 * or `first` if it is none. */
static size_t fix_ordinal(const Rules *rules, size_t first)
{
    size_t end = character_at(rules, first) == ORDINAL ? end_of_number(rules, first + 1) : first;
    if (end <= first + 1)
        return first;
    if (rules->is_words && counts_parts(character_at(rules, end)))
        end++;
    fix(rules, first, EDGE_CUT);
    for (size_t i = first + 1; i < end; i++)
        fix(rules, i, EDGE_JOIN);
    return end;
}

void rules_fix(const Run *run, TifaGranularity granularity, uint8_t *edges)
{
    Rules rules = {run, edges, granularity == TIFA_WORDS};
    fix(&rules, run->first, EDGE_CUT);
    for (size_t i = run->first; i < run->end;) {
        const Unit *unit = &run->units->items[i];
        if (unit->class == UNIT_HAN && !may_begin_number(unit->character)) {
            i++;
            continue;
        }
        size_t end = fix_ordinal(&rules, i);
        if (end == i && (end = end_of_number(&rules, i)) > i)
            end = rules.is_words ? fix_words_number(&rules, i, end) : fix_fine_number(&rules, i, end);
        if (end == i) {
            if (unit->class == UNIT_LATIN)
                fix_word(&rules, i, i + 1);
            end++;
        }
        i = end;
    }
}
