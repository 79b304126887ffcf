#include "extract/numeral.h"

/* Han digits, and the units behind them. */
typedef struct {
    const char *digits[10], *units[4];
} HanForm;

static const HanForm counting = {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                                 {"千", "百", "十", ""}};
static const HanForm legal = {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
                              {"仟", "佰", "拾", ""}};

enum { HAN_LIMIT = 10000, ROMAN_LIMIT = 5000, MOST_LETTERS = 20 };

/* 12 is 十二 (shi er), 105 一百零五; from 10,000 on decimal. */
static void append_han(GString *out, int number, const HanForm *form)
{
    static const int powers[] = {1000, 100, 10, 1};
    size_t start = out->len;
    bool has_gap = false;
    if (number < 0 || number >= HAN_LIMIT) {
        g_string_append_printf(out, "%d", number);
        return;
    }
    for (int i = 0; i < 4; i++) {
        int digit = number / powers[i] % 10;
        bool is_bare_ten = powers[i] == 10 && digit == 1 && out->len == start;
        if (digit == 0) {
            has_gap = out->len > start;
            continue;
        }
        if (has_gap)
            g_string_append(out, form->digits[0]);
        has_gap = false;
        g_string_append(out, is_bare_ten ? "" : form->digits[digit]);
        g_string_append(out, form->units[i]);
    }
    if (number == 0)
        g_string_append(out, form->digits[0]);
}

/* The decimal digits one for one as other characters. */
static void append_digits(GString *out, int number, const char *const *digits)
{
    g_autofree char *decimal = g_strdup_printf("%d", number);
    for (const char *digit = decimal; *digit; digit++)
        g_string_append(out, g_ascii_isdigit(*digit) ? digits[*digit - '0'] : "-");
}

static void append_roman(GString *out, int number, bool is_upper)
{
    static const struct {
        int value;
        const char *upper, *lower;
    } signs[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
                 {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
                 {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; number >= signs[i].value && number < ROMAN_LIMIT; number -= signs[i].value)
            g_string_append(out, is_upper ? signs[i].upper : signs[i].lower);
}

/* a, b ... z, aa, bb ... */
static void append_letters(GString *out, int number, char first)
{
    for (int count = (number - 1) / 26 + 1; number > 0 && count > 0 && count < MOST_LETTERS; count--)
        g_string_append_c(out, (char)(first + (number - 1) % 26));
}

/* Numerals that are one character each; other numbers are decimal. */
static const char *const signs[] = {
    [NUMERAL_CIRCLED] = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", [NUMERAL_BRACKETED] = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    [NUMERAL_DOTTED] = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",  [NUMERAL_HAN_CIRCLE] = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    [NUMERAL_STEM] = "甲乙丙丁戊己庚辛壬癸",    [NUMERAL_BRANCH] = "子丑寅卯辰巳午未申酉戌亥",
};

static void append_sign(GString *out, int number, const char *known)
{
    if (number >= 1 && number <= g_utf8_strlen(known, -1))
        g_string_append_unichar(out, g_utf8_get_char(g_utf8_offset_to_pointer(known, number - 1)));
    else
        g_string_append_printf(out, "%d", number);
}

void numeral_append(GString *out, Numeral numeral, int number)
{
    static const char *const wide[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    switch (numeral) {
    case NUMERAL_NONE:
        break;
    case NUMERAL_DECIMAL:
    case NUMERAL_PADDED:
        g_string_append_printf(out, numeral == NUMERAL_PADDED ? "%02d" : "%d", number);
        break;
    case NUMERAL_WIDE:
    case NUMERAL_HAN_DIGITS:
        append_digits(out, number, numeral == NUMERAL_WIDE ? wide : digits);
        break;
    case NUMERAL_HAN:
    case NUMERAL_HAN_LEGAL:
        append_han(out, number, numeral == NUMERAL_HAN ? &counting : &legal);
        break;
    case NUMERAL_ROMAN:
    case NUMERAL_SMALL_ROMAN:
        append_roman(out, number, numeral == NUMERAL_ROMAN);
        break;
    case NUMERAL_LETTER:
    case NUMERAL_SMALL_LETTER:
        append_letters(out, number, numeral == NUMERAL_LETTER ? 'A' : 'a');
        break;
    default:
        append_sign(out, number, signs[numeral]);
    }
}

void numeral_close(GString *out, bool has_gap)
{
    static const char *const closing[] = {"、", "）", "．"};
    for (size_t i = 0; i < G_N_ELEMENTS(closing); i++)
        has_gap = has_gap && !g_str_has_suffix(out->str, closing[i]);
    if (has_gap && out->len > 0)
        g_string_append_c(out, ' ');
}
