#include "extract/encoding.h"

#include <string.h>

#include "extract/encoding_cost.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* How many bytes of the passages that are not ASCII decide. */
#define SAMPLE_SIZE 16384

/* The weight, in bits, of what HTTP or the page declares. */
#define VOTE 6

/* Names as pages write them, in lower case without '-' and '_', and the decoder that reads them. Western
 * pages that say ISO 8859-1 mean windows-1252, and pages that say GB 2312 use characters of its successors.
 */
static const struct {
    const char *label, *name, *iconv;
} encodings[] = {
    {"utf8", "UTF-8", "UTF-8"},
    {"gb2312", "GB18030", "GB18030"},
    {"gbk", "GB18030", "GB18030"},
    {"gb18030", "GB18030", "GB18030"},
    {"gb231280", "GB18030", "GB18030"},
    {"xgbk", "GB18030", "GB18030"},
    {"cp936", "GB18030", "GB18030"},
    {"ms936", "GB18030", "GB18030"},
    {"euccn", "GB18030", "GB18030"},
    {"chinese", "GB18030", "GB18030"},
    {"big5", "Big5", "BIG5-HKSCS"},
    {"big5hkscs", "Big5", "BIG5-HKSCS"},
    {"xxbig5", "Big5", "BIG5-HKSCS"},
    {"cp950", "Big5", "BIG5-HKSCS"},
    {"utf16", "UTF-16LE", "UTF-16LE"},
    {"utf16le", "UTF-16LE", "UTF-16LE"},
    {"unicode", "UTF-16LE", "UTF-16LE"},
    {"utf16be", "UTF-16BE", "UTF-16BE"},
    {"utf32le", "UTF-32LE", "UTF-32LE"},
    {"utf32be", "UTF-32BE", "UTF-32BE"},
    {"windows1252", "windows-1252", "CP1252"},
    {"cp1252", "windows-1252", "CP1252"},
    {"iso88591", "windows-1252", "CP1252"},
    {"latin1", "windows-1252", "CP1252"},
    {"ascii", "windows-1252", "CP1252"},
    {"usascii", "windows-1252", "CP1252"},
    {"windows1250", "windows-1250", "CP1250"},
    {"windows1251", "windows-1251", "CP1251"},
    {"windows1253", "windows-1253", "CP1253"},
    {"windows1254", "windows-1254", "CP1254"},
    {"iso88592", "ISO-8859-2", "ISO-8859-2"},
    {"iso88595", "ISO-8859-5", "ISO-8859-5"},
    {"iso885915", "ISO-8859-15", "ISO-8859-15"},
    {"koi8r", "KOI8-R", "KOI8-R"},
    {"koi8u", "KOI8-U", "KOI8-U"},
    {"shiftjis", "Shift_JIS", "CP932"},
    {"sjis", "Shift_JIS", "CP932"},
    {"xsjis", "Shift_JIS", "CP932"},
    {"windows31j", "Shift_JIS", "CP932"},
    {"eucjp", "EUC-JP", "EUC-JP"},
    {"iso2022jp", "ISO-2022-JP", "ISO-2022-JP"},
    {"iso2022cn", "ISO-2022-CN", "ISO-2022-CN"},
    {"euckr", "EUC-KR", "UHC"},
    {"ksc56011987", "EUC-KR", "UHC"},
    {"euctw", "EUC-TW", "EUC-TW"},
};

const char *encoding_name(const char *declared)
{
    char label[24];
    size_t length = 0;
    for (; declared && *declared && length < sizeof label - 1; declared++)
        if (g_ascii_isalnum(*declared))
            label[length++] = g_ascii_tolower(*declared);
    label[length] = '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++)
        if (strcmp(label, encodings[i].label) == 0)
            return encodings[i].name;
    return NULL;
}

static const char *iconv_name(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++)
        if (strcmp(name, encodings[i].name) == 0)
            return encodings[i].iconv;
    g_assert_not_reached();
}

/* Behind a sequence that is no character. In an encoding of two bytes the second goes too unless it is ASCII,
 * so that what follows is not read out of step. */
static size_t bad_length(const char *bytes, size_t left, const char *name)
{
    if (g_str_has_prefix(name, "UTF-16"))
        return MIN(2, left);
    if (g_str_has_prefix(name, "UTF-32"))
        return MIN(4, left);
    bool is_pair = left > 1 && (strcmp(name, "GB18030") == 0 || strcmp(name, "Big5") == 0) &&
                   (uint8_t)bytes[0] > 0x80 && (uint8_t)bytes[0] < 0xFF && (uint8_t)bytes[1] >= 0x80;
    return is_pair ? 2 : 1;
}

static bool is_open(GIConv converter)
{
    return converter != (GIConv)-1; /* NOLINT(performance-no-int-to-ptr): iconv's own sign */
}

/* Decodes with iconv; what cannot be decoded becomes U+FFFD and is counted. */
static void decode_as(const char *name, const char *bytes, size_t length, GString *text, size_t *replaced)
{
    GIConv converter = g_iconv_open("UTF-8", iconv_name(name));
    char buffer[8192], *in = (char *)bytes;
    while (is_open(converter) && length) {
        char *out = buffer;
        size_t room = sizeof buffer;
        size_t result = g_iconv(converter, &in, &length, &out, &room);
        int reason = errno;
        g_string_append_len(text, buffer, (gssize)(sizeof buffer - room));
        if (result != (size_t)-1 || reason == E2BIG)
            continue;
        size_t skip = reason == EINVAL ? length : bad_length(in, length, name);
        g_string_append(text, REPLACEMENT);
        *replaced += 1;
        in += skip;
        length -= skip;
    }
    if (is_open(converter))
        g_iconv_close(converter);
    /* What is left is there because this C library has no such converter. */
    for (size_t i = 0; i < length; i++) {
        g_string_append(text, (uint8_t)in[i] < 0x80 ? (char[]){in[i], '\0'} : REPLACEMENT);
        *replaced += (uint8_t)in[i] >= 0x80;
    }
}

/* Takes the byte order mark off the bytes and gives the encoding it names, or NULL. */
static const char *take_mark(const uint8_t **bytes, size_t *length)
{
    static const struct {
        const char *mark;
        size_t length;
        const char *name;
    } marks[] = {
        {"\xEF\xBB\xBF", 3, "UTF-8"}, {"\xFF\xFE\0\0", 4, "UTF-32LE"}, {"\0\0\xFE\xFF", 4, "UTF-32BE"},
        {"\xFF\xFE", 2, "UTF-16LE"},  {"\xFE\xFF", 2, "UTF-16BE"},     {"\x84\x31\x95\x33", 4, "GB18030"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (*length >= marks[i].length && memcmp(*bytes, marks[i].mark, marks[i].length) == 0) {
            *bytes += marks[i].length;
            *length -= marks[i].length;
            return marks[i].name;
        }
    return NULL;
}

/* Whether a byte is likely as the upper half of a UTF-16 unit: ASCII, CJK marks, Han, full width. */
static bool is_upper_half(uint8_t byte)
{
    return byte == 0 || byte == 0x30 || (byte >= 0x4E && byte <= 0x9F) || byte == 0xFF;
}

/* UTF-16 without a byte order mark shows by its zero bytes (of blanks, digits, line ends), all on one side.
 */
const char *encoding_utf16(const uint8_t *bytes, size_t length)
{
    size_t units = MIN(length, SAMPLE_SIZE) / 2, zeros[2] = {0}, likely[2] = {0};
    for (size_t i = 0; i < 2 * units; i++) {
        zeros[i % 2] += bytes[i] == 0;
        likely[i % 2] += is_upper_half(bytes[i]);
    }
    for (size_t side = 0; side < 2; side++) {
        bool is_marked_up = zeros[side] * 8 >= units, is_han = zeros[side] && likely[side] * 16 >= units * 15;
        if (units && zeros[1 - side] * 16 <= units && zeros[1 - side] * 2 <= zeros[side] &&
            (is_marked_up || is_han))
            return side ? "UTF-16LE" : "UTF-16BE";
    }
    return NULL;
}

/* The passages of the bytes that are not ASCII, each with the ASCII byte before and at most one behind it, up
 * to SAMPLE_SIZE. A '\n' ends each. */
static GString *take_sample(const uint8_t *bytes, size_t length)
{
    GString *sample = g_string_sized_new(1024);
    for (size_t i = 0; i < length && sample->len < SAMPLE_SIZE; i++) {
        if (bytes[i] < 0x80)
            continue;
        size_t start = i && bytes[i - 1] ? i - 1 : i;
        while (i < length && i - start < SAMPLE_SIZE &&
               (bytes[i] >= 0x80 || (i + 1 < length && bytes[i + 1] >= 0x80)))
            i++;
        g_string_append_len(sample, (const char *)bytes + start, (gssize)(MIN(i + 1, length) - start));
        g_string_append_c(sample, '\n');
    }
    return sample;
}

static unsigned cost_of_declared(const char *name, const GString *sample)
{
    g_autoptr(GString) text = g_string_new(NULL);
    size_t replaced = 0;
    decode_as(name, sample->str, sample->len, text, &replaced);
    return cost_of_text(text->str, text->len);
}

/* The encoding of least cost, where what is declared has a vote. */
static const char *weigh(const GString *sample, const char *declared)
{
    const uint8_t *bytes = (const uint8_t *)sample->str;
    const struct {
        const char *name;
        unsigned cost;
    } candidates[] = {
        {"GB18030", cost_of_gb18030(bytes, sample->len)},
        {"UTF-8", cost_of_utf8(bytes, sample->len)},
        {"Big5", cost_of_big5(bytes, sample->len)},
        {"windows-1252", cost_of_windows1252(bytes, sample->len)},
    };
    const char *best = declared;
    unsigned least = UINT_MAX;
    for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++) {
        bool is_declared = g_strcmp0(candidates[i].name, declared) == 0;
        unsigned cost = candidates[i].cost - (is_declared ? MIN(VOTE, candidates[i].cost) : 0);
        if (is_declared)
            declared = NULL;
        if (cost < least)
            best = candidates[i].name;
        least = MIN(least, cost);
    }
    bool is_wide = declared && g_str_has_prefix(declared, "UTF-"); /* would have shown by its zero bytes */
    return declared && !is_wide && cost_of_declared(declared, sample) <= least ? declared : best;
}

/* Whether valid UTF-8 is more likely two-byte GBK that happens to be valid: Chinese in UTF-8 has three bytes
 * a character, and a text that is declared as GBK is not full of Latin or Greek. */
static bool is_gb_by_accident(const GString *sample, const char *declared)
{
    if (!declared || strcmp(declared, "GB18030") != 0)
        return false;
    const uint8_t *bytes = (const uint8_t *)sample->str;
    for (size_t i = 0; i < sample->len; i++)
        if (bytes[i] >= 0xE0)
            return false;
    return cost_of_gb18030(bytes, sample->len) < cost_of_utf8(bytes, sample->len);
}

/* Whether the bytes are UTF-8 beyond ASCII, however many NUL bytes stand between: no UTF-16 text looks like
 * that. */
static bool is_utf8_around_nuls(const uint8_t *bytes, size_t length)
{
    bool has_more_than_ascii = false;
    const char *place = (const char *)bytes, *end = place + length;
    for (const char *stop; place < end; place = stop + 1) {
        stop = memchr(place, 0, (size_t)(end - place));
        stop = stop ? stop : end;
        if (!g_utf8_validate_len(place, (size_t)(stop - place), NULL))
            return false;
        while (place < stop && !has_more_than_ascii)
            has_more_than_ascii = *place++ & 0x80;
    }
    return has_more_than_ascii;
}

static const char *decide(const uint8_t *bytes, size_t length, const char *declared)
{
    bool is_utf8 = is_utf8_around_nuls(bytes, length);
    const char *utf16 = is_utf8 ? NULL : encoding_utf16(bytes, length);
    if (utf16)
        return utf16;
    g_autoptr(GString) sample = take_sample(bytes, length);
    if (!sample->len)
        return declared && g_str_has_prefix(declared, "ISO-2022") ? declared : "UTF-8";
    if (is_utf8)
        return is_gb_by_accident(sample, declared) ? "GB18030" : "UTF-8";
    return weigh(sample, declared);
}

static void drop_nuls(GString *text, size_t *dropped)
{
    size_t kept = 0;
    for (size_t i = 0; i < text->len; i++)
        if (text->str[i])
            text->str[kept++] = text->str[i];
    *dropped += text->len - kept;
    g_string_truncate(text, kept);
}

char *encoding_decode(const uint8_t *bytes, size_t length, const char *declared, const char **encoding,
                      size_t *new_length, size_t *replaced)
{
    const char *mark = take_mark(&bytes, &length);
    /* A mark of two bytes and more that are no accident; but UTF-8's is often put before pages that are GBK.
     */
    *encoding = mark && strcmp(mark, "UTF-8") != 0
                    ? mark
                    : decide(bytes, length, mark ? mark : encoding_name(declared));
    *replaced = 0;
    GString *text = g_string_sized_new(length + 1);
    if (strcmp(*encoding, "UTF-8") == 0 && g_utf8_validate_len((const char *)bytes, length, NULL))
        g_string_append_len(text, (const char *)bytes, (gssize)length);
    else
        decode_as(*encoding, (const char *)bytes, length, text, replaced);
    drop_nuls(text, replaced);
    *new_length = text->len;
    return g_string_free(text, FALSE);
}
