#include "versions/title.h"

#include "base/fold.h"
#include "text/agency.h"

#include <string.h>

/* Patterns on titles that are folded (so brackets are ASCII) and without blanks. */
enum {
    CARRIED,
    SEVERAL,
    AMENDED,
    AMENDMENT,
    AMENDED_SEVERAL,
    RANGE,
    YEAR,
    PERIOD,
    PRINT,
    DRAFT_BRACKET,
    DRAFT_END,
    VERSION_BRACKET,
    YEAR_BRACKET,
    TRIAL,
    ORDINALS,
    NATION_PLAN,
    WORK_REPORT,
    PATTERNS
};

#define NUMERAL   "[〇零一二三四五六七八九十百0-9]+"
#define FULL_YEAR "(?:(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})"

static const char *const patterns[PATTERNS] = {
    [CARRIED] = "^.*?关于(?:印发|发布|公布|颁布|下发|转发)《?(.+?)》?的(?:通知|公告)$",
    [SEVERAL] = "等" NUMERAL "?(?:个|项|件|部)",
    [AMENDED] = "关于(?:修改|修订|修正)(?:和废止)?《(.+?)》(?:的|部分|若干|等)",
    [AMENDMENT] = "^(?:中华人民共和国)?(.+?)(?:部分条文)?修正案(?:\\(" NUMERAL "\\))?$",
    [AMENDED_SEVERAL] = "关于(?:修改|修订|修正)(?:和废止)?(?:《.+?》等|(?:部分|若干|一批|" NUMERAL
                        "(?:个|项|件|部))[^《》]*(?:法律|法规|规章|文件|解释|条例|规定)).*决定$",
    [RANGE] = "\\(?" FULL_YEAR "年?[-—–―~至到]+(" FULL_YEAR ")年?\\)?",
    [YEAR] = "(?<![0-9])" FULL_YEAR "年度?(?!远景|愿景|规划|目标)",
    [PERIOD] = "(?:第(" NUMERAL
               ")个五年(?=规划|计划|期间)|[“\"]?(十?[一二三四五六七八九]?)五[”\"]?(?=规划|计划|期间|时期)"
               "|[“\"](十?[一二三四五六七八九]?)五[”\"])",
    [PRINT] = "[《》〈〉“”\"'‘’「」*#]|中华人民共和国",
    [DRAFT_BRACKET] = "\\([^()]*(?:征求意见|草案|审议稿|送审稿|讨论稿|公开征求|草稿)[^()]*\\)",
    [DRAFT_END] = "(?:修订|修正)?(?:草案|征求意见稿|送审稿|讨论稿|审议稿)$",
    [VERSION_BRACKET] =
        "\\((?:[^()]*(?:修正|修订|修改|废止|失效|有效|全文|摘要|摘录|节选|节录|版)[^()]*|" FULL_YEAR
        "年?本|" FULL_YEAR "年[0-9]{1,2}月[^()]*)\\)",
    [YEAR_BRACKET] = "\\(" FULL_YEAR "年?\\)",
    [TRIAL] = "\\(?(?:试行|暂行)(?:稿|本)?\\)?",
    [ORDINALS] = "第" NUMERAL "(?:届|次|批|号|期|轮)|\\(" NUMERAL "\\)$",
    [NATION_PLAN] = "^(.*?)(?:发展国民经济|国民经济和社会发展).*…五.*?(?:规划|计划)",
    [WORK_REPORT] = "政府工作报告$",
};

struct TitleReader {
    GRegex *compiled[PATTERNS];
};

TitleReader *title_reader_new(void)
{
    TitleReader *reader = g_new0(TitleReader, 1);
    for (int i = 0; i < PATTERNS; i++) {
        reader->compiled[i] = g_regex_new(patterns[i], G_REGEX_OPTIMIZE, 0, NULL);
        g_assert(reader->compiled[i]);
    }
    return reader;
}

void title_reader_free(TitleReader *reader)
{
    for (int i = 0; reader && i < PATTERNS; i++)
        g_regex_unref(reader->compiled[i]);
    g_free(reader);
}

void title_clear(Title *title)
{
    g_free(title->name);
    g_free(title->settled);
    g_free(title->series);
    g_free(title->amended);
    *title = (Title){0};
}

/* ---- Matching -------------------------------------------------------------------------------- */

static bool has(const TitleReader *reader, int pattern, const char *text)
{
    return g_regex_match(reader->compiled[pattern], text, 0, NULL);
}

/* The first group of the pattern that matched in the text, or NULL. Free with g_free(). */
static char *part(const TitleReader *reader, int pattern, const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(reader->compiled[pattern], text, 0, &match))
        return NULL;
    for (int group = 1; group < g_match_info_get_match_count(match); group++) {
        char *found = g_match_info_fetch(match, group);
        if (*found)
            return found;
        g_free(found);
    }
    return NULL;
}

/* Replaces what matches. Takes the string and gives one back. */
static char *replaced(const TitleReader *reader, int pattern, char *text, const char *with)
{
    char *result = g_regex_replace_literal(reader->compiled[pattern], text, -1, 0, with, 0, NULL);
    if (!result)
        return text;
    g_free(text);
    return result;
}

/* ---- Numbers --------------------------------------------------------------------------------- */

static unsigned digit_of(gunichar c)
{
    static const char *const digits[] = {"〇零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    for (unsigned i = 0; i < G_N_ELEMENTS(digits); i++)
        if (g_utf8_strchr(digits[i], -1, c))
            return i;
    return 0;
}

/* 二〇一〇, 2010 */
static unsigned read_year(const char *text)
{
    unsigned year = 0;
    for (int i = 0; i < 4 && *text; i++, text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        year = year * 10 + (g_ascii_isdigit((int)MIN(c, 0x7F)) ? c - '0' : digit_of(c));
    }
    return year;
}

/* 十四, 九, 14; 十 alone is the tenth. */
static unsigned read_ordinal(const char *text)
{
    unsigned value = 0;
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == 0x5341) /* 十 */
            value = value ? value * 10 : 10;
        else if (g_ascii_isdigit((int)MIN(c, 0x7F)))
            value = value * 10 + (c - '0');
        else
            value += digit_of(c);
    }
    return value;
}

/* The last year of a five-year plan: the first was 1953 to 1957, the third began in 1966, and from there on
 * they follow on each other. */
static unsigned plan_end(unsigned plan)
{
    return plan == 0 || plan > 40 ? 0 : plan < 3 ? 1952 + 5 * plan : 1970 + 5 * (plan - 3);
}

static unsigned find_period_end(const TitleReader *reader, const char *text)
{
    g_autofree char *last_year = part(reader, RANGE, text);
    if (last_year)
        return read_year(last_year);
    g_autofree char *plan = part(reader, PERIOD, text);
    return plan ? plan_end(read_ordinal(plan)) : 0;
}

static unsigned find_year(const TitleReader *reader, const char *text)
{
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *without_ranges = replaced(reader, RANGE, g_strdup(text), "");
    if (!g_regex_match(reader->compiled[YEAR], without_ranges, 0, &match))
        return 0;
    g_autofree char *found = g_match_info_fetch(match, 0);
    return read_year(found);
}

/* ---- Parts of a title ------------------------------------------------------------------------ */

/* Folded, without blanks; brackets are ASCII then. Free with g_free(). */
static char *fold_title(const char *text)
{
    g_autofree char *folded = fold_text(text, strlen(text), FOLD_TRADITIONAL, NULL);
    return slice_squeeze(slice_of(folded));
}

/* The title of what a notice carries, else the title itself. */
static char *uncarry(const TitleReader *reader, char *text)
{
    char *carried = part(reader, CARRIED, text);
    if (!carried || has(reader, SEVERAL, text)) {
        g_free(carried);
        return text;
    }
    g_free(text);
    return carried;
}

/* The title without agencies before 关于 (about): they may be there or not. */
static char *without_agencies(char *text)
{
    int64_t about = slice_find(slice_of(text), "关于");
    g_autofree char *agencies = about > 0 ? agency_list(slice_first(slice_of(text), (size_t)about)) : NULL;
    if (!agencies)
        return text;
    char *rest = g_strdup(text + about);
    g_free(text);
    return rest;
}

enum { DRAFT = 3 }; /* says less than any other: 修订草案征求意见稿 is a draft for comment */

/* The later in the making of a law comes later. */
static const char *const drafts[] = {"讨论稿",     "征求意见稿", "送审稿",     "草案",
                                     "一次审议稿", "二次审议稿", "三次审议稿", "四次审议稿"};

static void find_draft(const TitleReader *reader, const char *text, Title *title)
{
    if (!has(reader, DRAFT_BRACKET, text) && !has(reader, DRAFT_END, text))
        return;
    title->draft = "草案";
    title->stage = 1;
    for (unsigned i = 0; i < G_N_ELEMENTS(drafts); i++)
        if (strstr(text, drafts[i]) && !(title->stage > 1 && i == DRAFT)) {
            title->draft = drafts[i];
            title->stage = i + 1;
        }
}

static char *find_amended(const TitleReader *reader, const char *text)
{
    g_autofree char *law = part(reader, AMENDED, text);
    law = law ? law : part(reader, AMENDMENT, text);
    return law ? replaced(reader, PRINT, without_agencies(g_steal_pointer(&law)), "") : NULL;
}

/* What all items of a series are called. */
static char *find_series(const TitleReader *reader, const char *text)
{
    char *series = replaced(reader, RANGE, g_strdup(text), "");
    series = replaced(reader, PERIOD, series, "…五");
    series = replaced(reader, PRINT, series, "");
    g_autofree char *before = has(reader, NATION_PLAN, series) ? part(reader, NATION_PLAN, series) : NULL;
    if (has(reader, NATION_PLAN, series)) {
        g_free(series);
        return g_strconcat(before ? before : "", "国民经济和社会发展五年规划", NULL);
    }
    series = replaced(reader, YEAR_BRACKET, series, "");
    series = replaced(reader, YEAR, series, "");
    series = replaced(reader, ORDINALS, series, "");
    if (has(reader, WORK_REPORT, series)) {
        g_free(series);
        return g_strdup("政府工作报告");
    }
    return replaced(reader, PERIOD, series, "");
}

Title title_read(const TitleReader *reader, const char *text)
{
    Title title = {0};
    char *plain = without_agencies(uncarry(reader, fold_title(text)));
    find_draft(reader, plain, &title);
    title.amended = find_amended(reader, plain);
    title.amends_several = has(reader, AMENDED_SEVERAL, plain);
    title.year = find_year(reader, plain);
    title.period_end = find_period_end(reader, plain);
    plain = replaced(reader, DRAFT_BRACKET, plain, "");
    plain = replaced(reader, DRAFT_END, plain, "");
    plain = replaced(reader, VERSION_BRACKET, plain, "");
    title.series = find_series(reader, plain);
    title.name = replaced(reader, YEAR_BRACKET, replaced(reader, PRINT, plain, ""), "");
    title.settled = replaced(reader, TRIAL, g_strdup(title.name), "");
    return title;
}
