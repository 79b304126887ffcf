#include "text/mark.h"

#include "base/utf8.h"
#include "text/structure.h"

#include <string.h>

/* ---- Numerals -------------------------------------------------------------------------------- */

enum { LARGEST_NUMBER = 100000000 };

/* The digit c stands for, or -1. */
static int digit_value(gunichar c)
{
    static const char *const digits[] = {"〇零○", "一壹", "二贰两", "三叁", "四肆",
                                         "五伍",  "六陆", "七柒",   "八捌", "九玖"};
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    if (c >= 0xFF10 && c <= 0xFF19)
        return (int)(c - 0xFF10);
    for (int digit = 0; c >= 0x25CB && digit < 10; digit++)
        if (g_utf8_strchr(digits[digit], -1, c))
            return digit;
    return -1;
}

/* The power of ten c stands for, or 0. */
static int64_t unit_value(gunichar c)
{
    switch (c) {
    case 0x5341: /* 十 (shi) */
    case 0x62FE: /* 拾 */
        return 10;
    case 0x767E: /* 百 (bai) */
    case 0x4F70: /* 佰 */
        return 100;
    case 0x5343: /* 千 (qian) */
    case 0x4EDF: /* 仟 */
        return 1000;
    case 0x4E07: /* 万 (wan) */
        return 10000;
    default:
        return 0;
    }
}

typedef struct {
    int64_t total; /* what stands behind a finished 万 */
    int64_t part;  /* what stands behind finished 十 百 千 */
    int64_t digit; /* digits not yet claimed by a unit; -1: none */
} Numeral;

static int64_t numeral_value(const Numeral *numeral)
{
    return numeral->total + numeral->part + MAX(numeral->digit, 0);
}

static void numeral_add_unit(Numeral *numeral, int64_t unit)
{
    int64_t count = numeral->digit < 0 ? 1 : numeral->digit;
    if (unit < 10000) {
        numeral->part += count * unit;
    } else {
        numeral->total += MAX(numeral->part + MAX(numeral->digit, 0), 1) * unit;
        numeral->part = 0;
    }
    numeral->digit = -1;
}

/* Whether c is a round letter that is typed for 〇 (ling, 0) between Han digits: 二O一八, 二Ο一八. */
static bool is_round_letter(gunichar c)
{
    return c == 'O' || c == 'o' || c == 0xFF2F || c == 0x39F || c == 0x41E || c == 0x25EF || c == 0x25CB;
}

int64_t structure_number(const char *text, size_t length, size_t *used)
{
    Numeral numeral = {0, 0, -1};
    const char *place = text;
    gunichar last = 0;
    *used = 0;
    while (place < text + length && numeral_value(&numeral) < LARGEST_NUMBER) {
        gunichar c = utf8_next(&place);
        bool is_zero = is_round_letter(c) && utf8_is_han(last) && !unit_value(last);
        int digit = is_zero ? 0 : digit_value(c);
        last = is_zero ? last : c;
        int64_t unit = unit_value(c);
        if (digit < 0 && !unit)
            break;
        if (unit)
            numeral_add_unit(&numeral, unit);
        else
            numeral.digit = MAX(numeral.digit, 0) * 10 + digit;
        *used = (size_t)(place - text);
    }
    int64_t value = numeral_value(&numeral);
    return *used && value < LARGEST_NUMBER ? value : -1;
}

/* ---- Reading one line ------------------------------------------------------------------------ */

/* What is still to be read of a line. */
typedef struct {
    const char *place, *end;
} Line;

static bool line_takes(Line *line, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(line->end - line->place) < length || memcmp(line->place, word, length) != 0)
        return false;
    line->place += length;
    return true;
}

/* Takes one of the words and gives its index, or -1. */
static int line_takes_one(Line *line, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (line_takes(line, words[i]))
            return i;
    return -1;
}

/* Takes a numeral that fits an article's number; false, with nothing taken, if there is none. */
static bool line_takes_number(Line *line, uint16_t *number)
{
    size_t used;
    int64_t value = structure_number(line->place, (size_t)(line->end - line->place), &used);
    if (value < 0 || value > UINT16_MAX)
        return false;
    *number = (uint16_t)value;
    line->place += used;
    return true;
}

static bool line_takes_blanks(Line *line)
{
    const char *start = line->place;
    while (line->place < line->end) {
        const char *next = line->place;
        if (!utf8_is_space(utf8_next(&next)))
            break;
        line->place = next;
    }
    return line->place > start;
}

/* Takes a tag such as <center> or </b>. */
static bool line_takes_tag(Line *line)
{
    if (line->place == line->end || *line->place != '<')
        return false;
    const char *close = memchr(line->place, '>', (size_t)MIN(line->end - line->place, 80));
    if (!close || !(g_ascii_isalpha(line->place[1]) || line->place[1] == '/'))
        return false;
    line->place = close + 1;
    return true;
}

static bool line_takes_decoration(Line *line)
{
    static const char *const marks[] = {"*", "#", "_", "【", "】", ">", "- ", NULL};
    const char *start = line->place;
    while (line_takes_one(line, marks) >= 0 || line_takes_tag(line))
        ;
    return line->place > start;
}

static void line_takes_layout(Line *line)
{
    while (line_takes_blanks(line) || line_takes_decoration(line))
        ;
}

/* ---- Marks ----------------------------------------------------------------------------------- */

/* Whether a mark ends here: at the end of the line, before a blank, or before closing decoration. */
static bool line_is_spaced(Line *line)
{
    const char *start = line->place;
    line_takes_layout(line);
    return line->place > start || line->place == line->end;
}

/* 第N章, 第N条之M. */
static bool read_ordinal(Line *line, Mark *mark)
{
    static const char *const names[] = {"分编", "编", "篇", "部分", "章", "节", "条", NULL};
    static const MarkKind kinds[] = {MARK_SUBBOOK, MARK_BOOK,    MARK_BOOK,   MARK_BOOK,
                                     MARK_CHAPTER, MARK_SECTION, MARK_ARTICLE};
    if (!line_takes(line, "第"))
        return false;
    line_takes_blanks(line);
    if (!line_takes_number(line, &mark->number))
        return false;
    line_takes_blanks(line);
    int name = line_takes_one(line, names);
    if (name < 0)
        return false;
    mark->kind = kinds[name];
    Line before_insert = *line;
    if (line_takes(line, "之") && !line_takes_number(line, &mark->insert))
        *line = before_insert;
    mark->is_spaced = line_is_spaced(line);
    return true;
}

/* Whether an Arabic digit, half or full width, stands here. */
static bool line_is_at_arabic(const Line *line)
{
    gunichar c = line->place < line->end ? g_utf8_get_char(line->place) : 0;
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* A roman numeral in capitals, up to 89: the chapters of a translation. */
static bool line_takes_roman(Line *line, uint16_t *number)
{
    static const char *const tens[] = {"LXXX", "LXX", "LX", "XL", "L", "XXX", "XX", "X", NULL};
    static const uint16_t ten_values[] = {80, 70, 60, 40, 50, 30, 20, 10};
    static const char *const ones[] = {"VIII", "VII", "VI", "IV", "V", "IX", "III", "II", "I", NULL};
    static const uint16_t one_values[] = {8, 7, 6, 4, 5, 9, 3, 2, 1};
    int ten = line_takes_one(line, tens), one = line_takes_one(line, ones);
    *number = (uint16_t)((ten < 0 ? 0 : ten_values[ten]) + (one < 0 ? 0 : one_values[one]));
    return *number > 0;
}

/* Article 12, CHAPTER IV: the form of official translations. */
static bool read_english(Line *line, Mark *mark)
{
    static const char *const names[] = {"Part ",    "PART ",    "Chapter ", "CHAPTER ", "Section ",
                                        "SECTION ", "Article ", "ARTICLE ", NULL};
    static const MarkKind kinds[] = {MARK_BOOK,    MARK_BOOK,    MARK_CHAPTER, MARK_CHAPTER,
                                     MARK_SECTION, MARK_SECTION, MARK_ARTICLE, MARK_ARTICLE};
    int name = line_takes_one(line, names);
    if (name < 0 || (!line_takes_roman(line, &mark->number) && !line_takes_number(line, &mark->number)))
        return false;
    mark->kind = kinds[name];
    mark->is_spaced = line_takes(line, ".") || line_takes(line, ":") || line_is_spaced(line);
    line_takes_layout(line);
    return mark->is_spaced;
}

/* （一） (1) ①. */
static bool read_brackets(Line *line, Mark *mark)
{
    static const char *const open[] = {"（", "(", "〔", NULL};
    static const char *const close[] = {"）", ")", "〕", NULL};
    const char *circled = line->place;
    if (line_takes_one(line, open) < 0) {
        gunichar c = circled < line->end ? utf8_next(&circled) : 0;
        if (c < 0x2460 || c > 0x2473)
            return false;
        *mark = (Mark){.kind = MARK_INNER, .number = (uint16_t)(c - 0x2460 + 1)};
        line->place = circled;
    } else {
        bool is_arabic = line_is_at_arabic(line);
        if (!line_takes_number(line, &mark->number) || line_takes_one(line, close) < 0)
            return false;
        mark->kind = is_arabic ? MARK_INNER : MARK_BRACKETS;
    }
    mark->is_spaced = true;
    line_takes_layout(line);
    return true;
}

/* 一、 or 1. */
static bool read_listed(Line *line, Mark *mark)
{
    static const char *const points[] = {"．", ".", "、", NULL};
    bool is_arabic = line_is_at_arabic(line);
    if (!line_takes_number(line, &mark->number))
        return false;
    if (is_arabic ? line_takes_one(line, points) < 0 : !line_takes(line, "、"))
        return false;
    if (line->place < line->end && g_ascii_isdigit(*line->place))
        return false; /* 1.5 is a quantity */
    mark->kind = is_arabic ? MARK_POINT : MARK_COMMA;
    mark->is_spaced = true;
    line_takes_layout(line);
    return true;
}

Mark mark_read(const char *text, size_t length)
{
    static bool (*const readers[])(Line *, Mark *) = {read_ordinal, read_english, read_brackets, read_listed};
    Line start = {text, text + length};
    line_takes_layout(&start);
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
        Line line = start;
        Mark mark = {0};
        if (readers[i](&line, &mark)) {
            mark.length = (uint32_t)(line.place - text);
            return mark;
        }
    }
    return (Mark){0};
}
