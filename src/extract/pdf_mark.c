#include "extract/pdf_mark.h"

#include "extract/pdf_script.h"

bool pdf_ends_sentence(const char *text)
{
    const char *place = text + strlen(text);
    gunichar c = 0;
    do {
        place = g_utf8_prev_char(place);
        c = g_utf8_get_char(place);
    } while (place > text && (c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xFF09 ||
                              c == ')' || c == '"'));
    return script_ends_sentence(c);
}

bool pdf_starts_note(const char *text)
{
    gunichar c = g_utf8_get_char(text);
    if ((c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) || c == '*' || c == 0xFF0A ||
        c == 0x203B || c == 0x2020 || c == 0x2021)
        return true;
    if (g_str_has_prefix(text, "注：") || g_str_has_prefix(text, "注:") || g_str_has_prefix(text, "资料来源"))
        return true;
    const char *place = text + (*text == '[');
    size_t digits = strspn(place, "0123456789");
    return digits > 0 && digits < 4 && (*text != '[' || place[digits] == ']');
}

static size_t skip_of(gunichar c, const char *set)
{
    return g_utf8_strchr(set, -1, c) ? 1 : 0;
}

/* Whether a line begins with the mark of a list item or of an article: 第三条, （一）, 一、, 1., (a), a
 * bullet. */
bool pdf_starts_item(const char *text)
{
    static const char numerals[] = "零〇一二三四五六七八九十百千0123456789０１２３４５６７８９ivx";
    gunichar c = g_utf8_get_char(text);
    if ((c >= 0x2460 && c <= 0x24FF) || skip_of(c, "•·●○■□◆◇▪►–—-＊*※★☆"))
        return true;
    bool is_article = c == 0x7B2C; /* 第 (di) */
    bool is_bracket = c == '(' || c == 0xFF08;
    const char *place = is_article || is_bracket ? g_utf8_next_char(text) : text;
    size_t count = 0;
    while (*place && skip_of(g_utf8_get_char(place), numerals)) {
        place = g_utf8_next_char(place);
        count++;
    }
    if (count == 0 && !is_article && g_ascii_isalpha(*place) && place[1]) /* (a), A. */
        return is_bracket ? place[1] == ')' : place[1] == '.' && place[2] == ' ' && place[3] != '.';
    if (count == 0 || count > 7 || !*place)
        return false;
    c = g_utf8_get_char(place);
    if (is_article)
        return skip_of(c, "条章节编款项部分");
    return is_bracket ? c == ')' || c == 0xFF09 : skip_of(c, "、.．)）") && !g_ascii_isdigit(place[1]);
}

bool pdf_is_caption(const char *text)
{
    static const char *const words[] = {"图",     "表",      "圖",     "Figure ", "Fig. ",
                                        "Table ", "FIGURE ", "TABLE ", NULL};
    for (size_t i = 0; words[i]; i++) {
        if (g_str_has_prefix(text, words[i]))
            return g_unichar_isdigit(g_utf8_get_char(text + strlen(words[i])));
    }
    return g_str_has_prefix(text, "资料来源") || g_str_has_prefix(text, "数据来源") ||
           g_str_has_prefix(text, "Source:");
}

bool pdf_has_leader(const char *text)
{
    static const char *const leaders[] = {".....", ". . . . . . ", "………", "·····", "．．．．", NULL};
    for (size_t i = 0; leaders[i]; i++) {
        if (strstr(text, leaders[i]))
            return true;
    }
    return false;
}
