#include "tag/form.h"

#include "base/fold.h"

static bool is_skipped(gunichar c)
{
    return c == '"' || c == '\'' || c == '`' || c == 0xAD || c == 0xB4 || c == 0xAB || c == 0xBB ||
           (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || (c >= 0x2018 && c <= 0x201F) ||
           (c >= 0x300C && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) || c == 0xFEFF;
}

static bool is_dash(gunichar c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* The letter without its accents; c itself if it is no accented Latin letter. */
static gunichar plain_letter(gunichar c)
{
    if (!((c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF)))
        return c;
    gunichar parts[4];
    return g_unichar_fully_decompose(c, FALSE, parts, G_N_ELEMENTS(parts)) ? parts[0] : c;
}

static gunichar ascii_form(gunichar c)
{
    if (c == ' ' || c == '-' || (c >= '\t' && c <= '\r'))
        return FORM_BLANK;
    return is_skipped(c) ? FORM_SKIP : c;
}

gunichar form_char(gunichar c)
{
    if (c == '\n' || c == 0)
        return FORM_BREAK;
    if (c < 0x80) /* quick, as most Latin text is */
        return g_ascii_isalnum(c) ? (gunichar)g_ascii_tolower((char)c) : ascii_form(c);
    gunichar folded = fold_char(c, FOLD_TRADITIONAL);
    if (folded != c) /* a few traditional characters take two steps: U+85B4 U+82E7 U+82CE */
        folded = fold_char(folded, FOLD_TRADITIONAL);
    if (folded >= 0x3400 && folded <= 0x9FFF)
        return folded;
    c = plain_letter(folded);
    if (is_skipped(c))
        return FORM_SKIP;
    if (is_dash(c) || utf8_is_space(c))
        return FORM_BLANK;
    return c == 0x30FB || c == 0x2022 ? 0xB7 : c; /* one middle dot for names */
}

bool form_is_word(gunichar c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F) ||
           (c >= 0x1E00 && c <= 0x1FFF) || (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

/* Moves *place over blanks and skipped characters. */
static void pass_blanks(const char **place, const char *end)
{
    while (*place < end) {
        const char *next = *place;
        gunichar c = form_char(utf8_next(&next));
        if (c != FORM_BLANK && c != FORM_SKIP)
            return;
        *place = next;
    }
}

gunichar form_next(const char **place, const char *end)
{
    while (*place < end) {
        gunichar c = form_char(utf8_next(place));
        if (c == FORM_BLANK)
            pass_blanks(place, end);
        if (c != FORM_SKIP)
            return c;
    }
    return FORM_BREAK;
}

static gunichar raw_previous(const char **place)
{
    do
        *place -= 1;
    while (((unsigned char)**place & 0xC0) == 0x80);
    const char *start = *place;
    return form_char(utf8_next(&start));
}

gunichar form_previous(const char **place, const char *begin)
{
    while (*place > begin) {
        gunichar c = raw_previous(place);
        if (c == FORM_SKIP)
            continue;
        if (c != FORM_BLANK)
            return c;
        for (const char *before = *place; before > begin; *place = before) {
            gunichar further = raw_previous(&before);
            if (further != FORM_BLANK && further != FORM_SKIP)
                break;
        }
        return FORM_BLANK;
    }
    return FORM_BREAK;
}

void form_set(Form *form, const char *text, size_t length)
{
    form->length = 0;
    for (const char *place = text, *end = text + length; place < end;) {
        gunichar c = form_next(&place, end);
        bool is_leading_blank = c == FORM_BLANK && form->length == 0;
        if (c != FORM_BREAK && !is_leading_blank)
            array_push(form, c);
    }
    if (form->length > 0 && array_last(form) == FORM_BLANK)
        form->length--;
}
