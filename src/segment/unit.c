#include "segment/unit.h"

#include "base/utf8.h"

#include <string.h>

/* Classes of single characters: those of units, and what only ever continues one. */
enum { EXTEND = UNIT_OTHER + 1 };

/* The text being read. A character is looked at with peek() and passed with its bytes. */
typedef struct {
    const char *text;
    size_t place, end;
} Scan;

static const char ascii_marks[] = "!\"#%&'()*,-./:;?@[\\]_{}";

static int ascii_class(gunichar c)
{
    if (g_ascii_isalpha((char)c))
        return UNIT_LATIN;
    if (g_ascii_isdigit((char)c))
        return UNIT_NUMBER;
    if (utf8_is_space(c))
        return UNIT_SPACE;
    return c && strchr(ascii_marks, (int)c) ? UNIT_MARK : UNIT_OTHER;
}

static int other_class(gunichar c)
{
    if (utf8_is_space(c))
        return UNIT_SPACE;
    switch (g_unichar_type(c)) {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT:
        return EXTEND;
    case G_UNICODE_DECIMAL_NUMBER:
        return UNIT_NUMBER;
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
        return UNIT_MARK;
    default:
        return g_unichar_isalpha(c) ? UNIT_LATIN : UNIT_OTHER;
    }
}

static int char_class(gunichar c)
{
    if (utf8_is_han(c))
        return UNIT_HAN;
    return c < 0x80 ? ascii_class(c) : other_class(c);
}

/* The character at `place` and, unless NULL, where the next one starts; 0 at the end of the text. */
static gunichar peek(const Scan *scan, size_t place, size_t *next)
{
    if (place >= scan->end) {
        if (next)
            *next = scan->end;
        return 0;
    }
    const char *at = scan->text + place;
    gunichar c = utf8_next(&at);
    if (next)
        *next = (size_t)(at - scan->text);
    return c;
}

static int class_at(const Scan *scan, size_t place)
{
    return place < scan->end ? char_class(peek(scan, place, NULL)) : UNIT_SPACE;
}

static void skip_extending(Scan *scan)
{
    size_t next;
    while (scan->place < scan->end && char_class(peek(scan, scan->place, &next)) == EXTEND)
        scan->place = next;
}

/* What a word of letters and digits has shown so far. */
typedef struct {
    bool has_letter, has_at;
    size_t letters; /* in a row, up to here */
    int last;       /* class of the last character */
} Word;

static bool three_digits_follow(const Scan *scan, size_t place)
{
    for (int i = 0; i < 3; i++, place++)
        if (place >= scan->end || !g_ascii_isdigit(scan->text[place]))
            return false;
    return place >= scan->end || !g_ascii_isdigit(scan->text[place]);
}

/* Whether what stands behind a full stop and two letters goes on as in Ph.D. */
static bool is_degree(const Scan *scan, const Word *word, size_t place)
{
    return word->letters == 2 && place + 1 < scan->end && g_ascii_isupper(scan->text[place]) &&
           scan->text[place + 1] == '.';
}

/* Whether the mark c holds together what stands before it and the letter or digit behind it. */
static bool connects(const Scan *scan, const Word *word, gunichar c, size_t next)
{
    int after = class_at(scan, next);
    if (after != UNIT_LATIN && after != UNIT_NUMBER)
        return false;
    bool are_digits = word->last == UNIT_NUMBER && after == UNIT_NUMBER;
    bool are_letters = word->last == UNIT_LATIN && after == UNIT_LATIN;
    switch (c) {
    case '-':
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
        return !are_digits || word->has_letter;
    case '\'':
    case 0x2019: /* the apostrophe as typeset */
    case '&':
        return are_letters;
    case '.':
    case 0xFF0E: /* full width */
        return are_digits || word->has_at ||
               (are_letters && (word->letters == 1 || is_degree(scan, word, next)));
    case ',':
        return are_digits && !word->has_letter && three_digits_follow(scan, next);
    case ':':
        return are_digits;
    case '_':
    case '@':
        return true;
    default:
        return false;
    }
}

static void take_alphanumeric(Scan *scan, Word *word)
{
    while (scan->place < scan->end) {
        size_t next;
        gunichar c = peek(scan, scan->place, &next);
        int class = char_class(c);
        if (class == UNIT_LATIN || class == UNIT_NUMBER) {
            word->has_letter |= class == UNIT_LATIN;
            word->letters = class == UNIT_LATIN ? word->letters + 1 : 0;
            word->last = class;
        } else if (class != EXTEND) {
            if (!connects(scan, word, c, next))
                return;
            word->has_at |= c == '@';
            word->letters = 0;
        }
        scan->place = next;
    }
}

static bool is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019;
}

/* Whether a quotation was opened before `place` by the character that is the apostrophe too, in the same
 * line. */
static bool is_quoted(const Scan *scan, size_t place)
{
    enum { FAR = 200 };
    for (size_t i = 0; i < FAR && i < place && scan->text[place - i - 1] != '\n'; i++)
        if (scan->text[place - i - 1] == '\'' &&
            !(i + 1 < place && g_ascii_isalnum(scan->text[place - i - 2])))
            return true;
    return false;
}

/* The apostrophe of a plural (the parties' rights): behind an s, before a blank and a word in lower case. */
static bool is_plural_genitive(const Scan *scan, gunichar c, size_t next)
{
    return is_apostrophe(c) && scan->text[scan->place - 1] == 's' && next + 1 < scan->end &&
           scan->text[next] == ' ' && g_ascii_islower(scan->text[next + 1]) && !is_quoted(scan, scan->place);
}

/* Signs that close a number: 5.5%, 20℃, 20°C. */
static void take_number_signs(Scan *scan)
{
    size_t next;
    gunichar c = peek(scan, scan->place, &next);
    if (c == '%' || c == 0xFF05 || c == 0x2030 || c == 0x2103) /* ％ ‰ ℃ */
        scan->place = next;
    else if (c == 0x00B0 && (peek(scan, next, NULL) == 'C' || peek(scan, next, NULL) == 'F'))
        scan->place = next + 1;
}

/* Signs that close a word: U.S., AI＋, C++, km², parties'. */
static void take_word_signs(Scan *scan, const Word *word, size_t start)
{
    size_t next;
    gunichar c = peek(scan, scan->place, &next);
    if (c == '.' && word->letters == 1 && scan->place - start >= 3 && scan->text[scan->place - 2] == '.') {
        scan->place = next;
    } else if (c == 0x00B2 || c == 0x00B3 || is_plural_genitive(scan, c, next)) { /* ² ³ */
        scan->place = next;
    } else if (c == 0xFF0B ||
               (c == '+' && class_at(scan, next) != UNIT_LATIN && class_at(scan, next) != UNIT_NUMBER)) {
        scan->place = next;
        if (c == '+' && peek(scan, next, &next) == '+')
            scan->place = next;
    }
}

/* Whether a word goes on behind the full stop that closed an abbreviation: U.S.-China, U.K.'s. */
static bool goes_on(const Scan *scan)
{
    size_t next;
    gunichar c = peek(scan, scan->place, &next);
    return scan->text[scan->place - 1] == '.' && (c == '-' || is_apostrophe(c)) &&
           class_at(scan, next) == UNIT_LATIN;
}

static bool starts_with(const Scan *scan, const char *prefix)
{
    size_t length = strlen(prefix);
    return scan->end - scan->place > length &&
           g_ascii_strncasecmp(scan->text + scan->place, prefix, length) == 0;
}

/* A URL: up to the first byte that cannot stand in one, less the marks that close the sentence around it. */
static bool take_url(Scan *scan)
{
    if (!starts_with(scan, "http://") && !starts_with(scan, "https://") && !starts_with(scan, "ftp://") &&
        !starts_with(scan, "www."))
        return false;
    size_t end = scan->place;
    while (end < scan->end && g_ascii_isgraph(scan->text[end]) && !strchr("<>\"", scan->text[end]))
        end++;
    while (strchr(".,;:!?)'*", scan->text[end - 1]))
        end--;
    scan->place = end;
    return true;
}

/* A word of letters and digits; the class it turned out to have. */
static UnitClass take_word(Scan *scan)
{
    size_t start = scan->place;
    if (g_ascii_isalpha(scan->text[start]) && take_url(scan))
        return UNIT_LATIN;
    Word word = {0};
    take_alphanumeric(scan, &word);
    if (!word.has_letter) {
        take_number_signs(scan);
        return UNIT_NUMBER;
    }
    take_word_signs(scan, &word, start);
    if (goes_on(scan)) {
        peek(scan, scan->place, &scan->place);
        take_alphanumeric(scan, &word);
    }
    return UNIT_LATIN;
}

static bool take_spaces(Scan *scan)
{
    bool ends_line = false;
    size_t next;
    while (scan->place < scan->end) {
        gunichar c = peek(scan, scan->place, &next);
        if (!utf8_is_space(c))
            break;
        ends_line |= c == '\n' || c == 0x2028 || c == 0x2029;
        scan->place = next;
    }
    return ends_line;
}

/* Marks that are written several times for one: —— …… -- == ... */
static bool repeats(gunichar c)
{
    return c == 0x2014 || c == 0x2015 || c == 0x2026 || c == '-' || c == '=' || c == '*' || c == '_' ||
           c == '#' || c == '.';
}

static void skip_repeated(Scan *scan, gunichar c)
{
    size_t next;
    while (repeats(c) && peek(scan, scan->place, &next) == c)
        scan->place = next;
}

static Unit next_unit(Scan *scan)
{
    size_t start = scan->place, next;
    Unit unit = {.start = (uint32_t)start, .character = peek(scan, start, &next), .is_single = true};
    int class = char_class(unit.character);
    unit.class = (uint8_t)(class == EXTEND ? UNIT_OTHER : class);
    if (unit.class == UNIT_LATIN || unit.class == UNIT_NUMBER) {
        unit.class = (uint8_t)take_word(scan);
        unit.is_single = scan->place == next;
    } else if (unit.class == UNIT_SPACE) {
        unit.ends_line = take_spaces(scan);
    } else {
        scan->place = next;
        skip_repeated(scan, unit.character);
        skip_extending(scan);
        unit.is_single = scan->place == next;
    }
    unit.end = (uint32_t)scan->place;
    return unit;
}

/* Whether the lead byte is that of U+4E00..U+9FFF (nearly all Han characters) or of some from U+4000 on. */
static bool leads_han(unsigned char lead)
{
    return lead >= 0xE4 && lead <= 0xE9;
}

/* The quick way to most units of Chinese text: Han characters one by one, each with nothing behind it that
 * would belong to it. Writes at most `limit` of them; their number. */
static size_t take_han(Scan *scan, Unit *units, size_t limit)
{
    const unsigned char *text = (const unsigned char *)scan->text;
    size_t place = scan->place, count = 0;
    for (; count < limit && place + 3 < scan->end; count++, place += 3) {
        const unsigned char *byte = text + place;
        if (!leads_han(byte[0]) || (byte[3] >= 0x80 && !leads_han(byte[3])))
            break;
        uint32_t c = (uint32_t)(byte[0] & 0x0F) << 12 | (uint32_t)(byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
        if (c < 0x4E00)
            break;
        units[count] = (Unit){.start = (uint32_t)place,
                              .end = (uint32_t)place + 3,
                              .character = c,
                              .class = UNIT_HAN,
                              .is_single = true};
    }
    scan->place = place;
    return count;
}

size_t units_scan(Units *units, const char *text, size_t start, size_t length, size_t limit)
{
    Scan scan = {text, start, length};
    array_reserve(units, limit);
    for (size_t left = limit; left > 0 && scan.place < scan.end;) {
        size_t taken = take_han(&scan, units->items + units->length, left);
        if (taken == 0) {
            units->items[units->length] = next_unit(&scan);
            taken = 1;
        }
        units->length += taken;
        left -= taken;
    }
    return scan.place;
}
