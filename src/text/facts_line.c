#include "text/facts_steps.h"

#include "base/utf8.h"
#include "text/agency.h"
#include "text/mark.h"
#include "text/structure.h"

#include <string.h>

enum {
    LONGEST_HEAD = 30,
    LONGEST_NUMBER = 40,
    LONGEST_LABEL_LINE = 60,
    LONG_LINE = 120,
    LONGEST_ADDRESSEES = 400
};

bool line_is_red_head(Slice line)
{
    static const char *const ends[] = {"文件", "公告", "通告", NULL};
    const char *end = slice_ends_one(line, ends);
    if (!end || slice_count(line) > LONGEST_HEAD || slice_has(line, "关于"))
        return false;
    g_autofree char *agencies = agency_list(slice_first(line, line.length - strlen(end)));
    return agencies || strcmp(end, "文件") == 0;
}

/* The line without a number in brackets at its end: 国务院令（第717号） is 国务院令. */
static Slice without_number(Slice line)
{
    int64_t bracket = slice_find_last(line, "（第");
    if (bracket < 0)
        bracket = slice_find_last(line, "(第");
    if (bracket < 0 && slice_ends(line, "号"))
        bracket = slice_find_last(line, "第");
    return bracket > 0 ? slice_trim(slice_first(line, (size_t)bracket)) : line;
}

bool line_is_decree(Slice line)
{
    line = without_number(line);
    return slice_count(line) <= LONGEST_HEAD && slice_ends(line, "令") && !slice_has(line, "关于");
}

/* ---- Numbers --------------------------------------------------------------------------------- */

static const char *const opening_brackets[] = {"〔", "［", "[", "（", "(", "【", NULL};
static const char *const closing_brackets[] = {"〕", "］", "]", "）", ")", "】", NULL};

/* Whether the word before the year is one of a number: Han characters, few, and no sentence. */
static bool is_number_word(Slice word)
{
    size_t count = slice_count(word);
    for (const char *place = word.text; place < word.text + word.length;)
        if (!utf8_is_han(utf8_next(&place)))
            return false;
    return count >= 1 && count <= 12;
}

/* Reads 2018〕5号 behind the opening bracket, *sign its last character as written; false if it is something
 * else. */
static bool read_year_and_serial(Slice rest, int64_t *year, int64_t *serial, const char **sign)
{
    static const char *const signs[] = {"号", "號", NULL};
    size_t digits;
    *year = structure_number(rest.text, rest.length, &digits);
    Slice tail = slice_from(rest, digits);
    const char *bracket = slice_starts_one(tail, closing_brackets);
    if (*year < 1949 || *year > 2199 || !bracket)
        return false;
    tail = slice_trim(slice_from(tail, strlen(bracket)));
    if (slice_starts(tail, "第"))
        tail = slice_from(tail, strlen("第"));
    *serial = structure_number(tail.text, tail.length, &digits);
    *sign = slice_starts_one(slice_trim(slice_from(tail, digits)), signs);
    return *serial > 0 && *sign;
}

char *number_in_line(Slice line)
{
    line = slice_trim(line);
    for (size_t i = 0; opening_brackets[i]; i++) {
        int64_t bracket = slice_find(line, opening_brackets[i]), year, serial;
        const char *sign;
        if (bracket <= 0)
            continue;
        g_autofree char *word = slice_squeeze(slice_first(line, (size_t)bracket));
        Slice rest = slice_from(line, (size_t)bracket + strlen(opening_brackets[i]));
        if (is_number_word(slice_of(word)) && read_year_and_serial(rest, &year, &serial, &sign))
            return g_strdup_printf("%s〔%d〕%d%s", word, (int)year, (int)serial, sign);
    }
    return NULL;
}

/* 第31号, 第 八十二 号, 2023年第23号, 〔2023〕第1号 */
static bool is_serial(Slice line)
{
    g_autofree char *squeezed = slice_squeeze(line);
    Slice rest = slice_of(squeezed);
    int64_t ordinal = slice_find(rest, "第");
    size_t used;
    if (ordinal < 0 || !slice_ends(rest, "号"))
        return false;
    structure_number(rest.text, (size_t)ordinal, &used);
    bool is_yearly = slice_is(slice_from(slice_first(rest, (size_t)ordinal), used), "年");
    bool is_bracketed = slice_starts_one(rest, opening_brackets) &&
                        slice_ends_one(slice_first(rest, (size_t)ordinal), closing_brackets);
    rest = slice_from(rest, (size_t)ordinal + strlen("第"));
    bool is_counted =
        structure_number(rest.text, rest.length, &used) > 0 && used + strlen("号") == rest.length;
    return is_counted && (ordinal == 0 || is_yearly || is_bracketed);
}

/* 财政部 海关总署公告2021年第23号: the agencies and the serial of an announcement in one line. */
static bool is_announcement_number(Slice line)
{
    static const char *const kinds[] = {"公告", "通告", NULL};
    const char *kind = slice_has_one(line, kinds);
    int64_t at = kind ? slice_find(line, kind) : -1;
    size_t end = at > 0 ? (size_t)at + strlen(kind) : 0;
    return end && line_is_red_head(slice_first(line, end)) && is_serial(slice_from(line, end));
}

bool line_is_number(Slice line)
{
    if (slice_count(line) > LONGEST_NUMBER)
        return false;
    g_autofree char *number = number_in_line(line);
    return number || is_serial(line) || is_announcement_number(line);
}

/* ---- Other lines ----------------------------------------------------------------------------- */

bool line_is_label(Slice line)
{
    static const char *const labels[] = {
        "索引号",   "索 引 号", "发布时间", "发布日期", "发布机构", "发文机关", "发文字号",
        "成文日期", "文号",     "来源",     "信息来源", "作者",     "浏览",     "点击",
        "字体",     "字号",     "主题分类", "主题词",   "公文种类", "分享",     "打印",
        "时间：",   "日期：",   "责任编辑", "新华社",   "当前位置", "您的位置", "首页",
        "目录",     "目　录",   "目 录",    "附件",     "编者按",   "标签",     "特急",
        "加急",     "机密",     "秘密",     "绝密",     "签发人",   NULL};
    return slice_count(line) <= LONGEST_LABEL_LINE && slice_starts_one(line, labels);
}

bool line_is_addressees(Slice line)
{
    static const char *const sentences[] = {"。",    "；", "如下",     "下列",   "意见：",
                                            "意见:", "“",  "各位代表", "同志们", NULL};
    static const char *const persons[] = {"代表：", "代表:", "同志：", "同志:", NULL};
    static const char *const bodies[] = {"各", "部",   "厅",   "局",   "委", "院", "府",
                                         "会", "单位", "机构", "公司", "行", NULL};
    bool has_colon = slice_ends(line, "：") || slice_ends(line, ":");
    return has_colon && slice_count(line) <= LONGEST_ADDRESSEES && !slice_has_one(line, sentences) &&
           !slice_ends_one(line, persons) && slice_has_one(line, bodies);
}

bool line_is_opening(Slice line)
{
    static const char *const leads[] = {"（",   "(",  "〔", "——",   "――", "──",
                                        "－－", "--", "—",  "根据", "据", NULL};
    const char *lead = slice_starts_one(line, leads);
    line = lead ? slice_trim(slice_from(line, strlen(lead))) : line;
    Date date;
    size_t used = date_read(line.text, line.length, &date);
    return used > 0 && date.month && !slice_starts(slice_from(line, used), "，") &&
           !slice_starts(slice_from(line, used), "至");
}

bool line_is_body(Slice line)
{
    static const char *const ends[] = {"。", "；", "？", "！", "：", ":", ";", "。”", NULL};
    if (line_is_opening(line))
        return slice_ends(line, "。") && slice_count(line) > LONG_LINE;
    Mark mark = mark_read(line.text, line.length);
    return mark.kind != MARK_NONE || slice_ends_one(line, ends) || slice_count(line) > LONG_LINE;
}
