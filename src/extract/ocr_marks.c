#include "extract/ocr_marks.h"

#include "extract/pdf_script.h"

#include <glib.h>

/* The full-width form of a mark, or the mark. */
static gunichar widen(gunichar mark)
{
    return mark && mark < 0x80 && strchr(",:;!?()", (int)mark) ? mark + 0xFEE0 : mark;
}

static bool is_chinese_figure(gunichar c)
{
    static const char *const figures = "〇一二三四五六七八九";
    return c >= 0x80 && g_utf8_strchr(figures, -1, c);
}

/* Whether c is what models see in 〇: a figure, a letter, a sign. */
static bool is_round(gunichar c)
{
    return c == '0' || c == 'O' || c == 'o' || c == '@';
}

/* What stands for `c` between its neighbours (0: none); 0 for nothing. *open counts the brackets that were
 * widened. */
static gunichar put_right(gunichar before, gunichar c, gunichar after, int *open)
{
    if (is_round(c) && is_chinese_figure(before))
        return after == 0x3007 ? 0 : 0x3007;
    bool is_opening = c == '(' && (script_is_cjk(before) || utf8_is_han(after));
    bool is_closing = c == ')' && *open > 0;
    bool is_mark = c != '(' && c != ')' && script_is_cjk(before);
    *open += is_opening - is_closing;
    return is_opening || is_closing || is_mark ? widen(c) : c;
}

/* Whether more of the letters are Chinese than are not: else the marks are those of Western text. */
static bool is_chinese(const char *text)
{
    int balance = 0;
    while (*text) {
        gunichar c = utf8_next(&text);
        balance += utf8_is_han(c) ? 1 : g_ascii_isalpha((int)MIN(c, 0x7F)) ? -1 : 0;
    }
    return balance > 0;
}

char *ocr_marks_widen(const char *text)
{
    if (!is_chinese(text))
        return g_strdup(text);
    GString *out = g_string_new(NULL);
    gunichar before = 0;
    for (int open = 0; *text;) {
        gunichar c = utf8_next(&text);
        gunichar right = put_right(before, c, *text ? g_utf8_get_char(text) : 0, &open);
        before = right ? right : before;
        if (right)
            g_string_append_unichar(out, right);
    }
    return g_string_free(out, FALSE);
}
