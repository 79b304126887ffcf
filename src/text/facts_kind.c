/* Language, type and level of a document. */
#include "text/facts_steps.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>

/* ---- Language -------------------------------------------------------------------------------- */

enum { SAMPLE = 30000 }; /* bytes: ten thousand Han characters tell a language */

typedef struct {
    size_t han, latin, traditional, simplified;
} Letters;

static Letters count_letters(Slice text)
{
    Letters letters = {0};
    for (const char *place = text.text; place < text.text + text.length;) {
        gunichar c = utf8_next(&place);
        letters.latin += g_ascii_isalpha((int)MIN(c, 0x7F)) ? 1 : 0;
        if (!utf8_is_han(c))
            continue;
        letters.han++;
        letters.traditional += fold_is_traditional(c) ? 1 : 0;
        letters.simplified += fold_is_simplified(c) ? 1 : 0;
    }
    return letters;
}

/* Whether Latin text is English, by its commonest words. */
static bool is_english(Slice text, size_t latin)
{
    static const char *const words[] = {" the ", " of ", " and ", " to ", " in "};
    size_t hits = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        int64_t found;
        for (Slice rest = text; (found = slice_find(rest, words[i])) >= 0; hits++)
            rest = slice_from(rest, (size_t)found + strlen(words[i]) - 1);
    }
    return hits > latin / 200;
}

/* The start of the text, as much as is enough to know its language. */
static Slice sample(const TifaDocument *document)
{
    size_t length;
    const char *text = tifa_document_text(document, &length);
    size_t end = MIN(length, SAMPLE);
    while (end < length && (text[end] & 0xC0) == 0x80)
        end++;
    return (Slice){text, end};
}

void facts_find_language(TifaDocument *document)
{
    Slice text = sample(document);
    Letters letters = count_letters(text);
    if (letters.han * 6 > letters.latin)
        document_set_field(document, TIFA_FIELD_LANGUAGE,
                           letters.traditional > letters.simplified ? "zh-Hant" : "zh-Hans", "text");
    else if (is_english(text, letters.latin))
        document_set_field(document, TIFA_FIELD_LANGUAGE, "en", "text");
}

/* ---- Type ------------------------------------------------------------------------------------ */

/* What titles end in, the longer before the shorter that it ends in. */
static const char *const types[] = {
    "实施细则", "实施办法", "实施意见", "实施方案", "指导意见", "暂行办法", "管理办法", "暂行规定",
    "暂行条例", "修正案",   "行动计划", "工作报告", "规划纲要", "行动方案", "工作方案", "白皮书",
    "条例",     "细则",     "办法",     "规定",     "规则",     "规程",     "规范",     "标准",
    "准则",     "通知",     "通告",     "通报",     "公告",     "公报",     "决定",     "决议",
    "命令",     "意见",     "建议",     "纲要",     "规划",     "计划",     "方案",     "报告",
    "批复",     "请示",     "议案",     "纪要",     "解释",     "章程",     "指南",     "目录",
    "清单",     "要点",     "措施",     "说明",     "解读",     "纲领",     "宣言",     "协定",
    "令",       "函",       "法",       "條例",     "辦法",     "規定",     "規則",     "決定",
    "決議",     "意見",     "綱要",     "規劃",     "計劃",     "報告",     "章程",     "準則",
    NULL};

/* What stands behind the type in a title: （试行）, （2024—2035年）, （摘录）, 》, a footnote's mark. */
static Slice without_tail(Slice title)
{
    static const char *const closing[] = {"）", ")", "》", "]", "”", NULL};
    static const char *const opening[] = {"（", "(", "《", "[", "“"};
    for (const char *end; (end = slice_ends_one(title, closing));) {
        size_t pair = 0;
        while (closing[pair] != end)
            pair++;
        int64_t start = slice_find_last(title, opening[pair]);
        bool is_name = strcmp(end, "》") == 0 || strcmp(end, "”") == 0;
        if (start <= 0 && !is_name)
            break;
        title = slice_trim(slice_first(title, is_name ? title.length - strlen(end) : (size_t)start));
    }
    static const char *const words[] = {"摘要", "摘录", "摘编", "全文", "草案", NULL};
    const char *word = slice_ends_one(title, words);
    return word ? slice_trim(slice_first(title, title.length - strlen(word))) : title;
}

const char *facts_type_of(Slice title)
{
    static const char *const wrong_ends[] = {"方法", "无法", "看法", "做法", "想法", "说法", "用法", NULL};
    title = without_tail(title);
    return slice_ends_one(title, wrong_ends) ? NULL : slice_ends_one(title, types);
}

/* ---- Level ----------------------------------------------------------------------------------- */

typedef struct {
    Slice issuer, title, number;
    const char *type;
} Marks;

static bool is_type(const Marks *marks, const char *const *of)
{
    return marks->type && slice_ends_one(slice_of(marks->type), of);
}

/* Acts of people's congresses, national or local. */
static const char *level_of_congress(const Marks *marks)
{
    static const char *const reports[] = {"报告", NULL};
    if (is_type(marks, reports))
        return "report";
    return slice_starts(marks->issuer, "全国") ? "law" : "local";
}

/* Acts of governments and their agencies. */
static const char *level_of_government(const Marks *marks)
{
    static const char *const rules[] = {"办法", "规定", "规则", "细则", "条例", "决定", "令", NULL};
    bool is_decreed = slice_has(marks->number, "令");
    if (slice_is(marks->issuer, "国务院") && is_type(marks, rules) &&
        (is_decreed || strcmp(marks->type, "条例") == 0 || slice_starts(marks->title, "中华人民共和国")))
        return "regulation";
    return is_decreed && is_type(marks, rules) ? "rule" : "normative";
}

/* What only tells of something: 2011年国民经济和社会发展统计公报, 白皮书 (white paper). */
static bool is_account(const Marks *marks)
{
    static const char *const accounts[] = {"统计公报", "白皮书", "执行结果的公报", NULL};
    return slice_has_one(marks->title, accounts);
}

static const char *level_of(const Marks *marks)
{
    static const char *const plans[] = {"规划", "计划", "纲要", NULL};
    static const char *const parties[] = {"中共", "中国共产党", NULL};
    static const char *const courts[] = {"最高人民法院", "最高人民检察院", NULL};
    if (slice_has(marks->title, "工作报告") || is_account(marks))
        return "report";
    if (is_type(marks, plans))
        return "plan";
    if (slice_starts_one(marks->issuer, parties) || slice_starts_one(marks->title, parties))
        return "party";
    if (slice_starts_one(marks->issuer, courts))
        return "judicial";
    if (slice_has(marks->issuer, "人民代表大会"))
        return level_of_congress(marks);
    return marks->issuer.length && marks->type ? level_of_government(marks) : NULL;
}

/* The place that a local regulation's title begins with: 上海市科学技术进步条例. Empty if there is none. */
static Slice place_of_title(Slice title)
{
    static const char *const places[] = {"自治区", "自治州", "自治县", "特区", "省", "市"};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        int64_t at = slice_find(title, places[i]);
        Slice place = slice_first(title, at < 0 ? 0 : (size_t)at + strlen(places[i]));
        size_t count = slice_count(place);
        if (count >= 3 && count <= 12 && !slice_ends(place, "城市"))
            return place;
    }
    return slice_first(title, 0);
}

/* What the form of the title alone says of the issuer. Of agencies of the state only the State Council makes
 * a 条例 (Regulations on the Procedures for Administrative Regulations, art. 5); one with a place in its
 * title is of that place's people's congress (Legislation Law, art. 80). Plans of the nation are approved by
 * its congress (Constitution, art. 62). */
static char *issuer_by_title(Slice title, const char *type)
{
    static const char *const state = "中华人民共和国";
    static const char *const plans[] = {"计划", "规划", "纲要", NULL};
    bool is_plan = type && slice_ends_one(slice_of(type), plans);
    if (is_plan && slice_starts(title, state) && slice_has(title, "国民经济和社会发展"))
        return g_strdup("全国人民代表大会");
    if (!type || !g_str_has_suffix(type, "条例") || slice_has(title, "草案"))
        return NULL;
    Slice place = place_of_title(title);
    return place.length && !slice_starts(title, state)
               ? g_strdup_printf("%.*s人民代表大会常务委员会", (int)place.length, place.text)
               : g_strdup("国务院");
}

static Slice field_slice(const TifaDocument *document, TifaField field)
{
    const char *value = tifa_document_field(document, field);
    return slice_of(value ? value : "");
}

/* ---- English --------------------------------------------------------------------------------- */

/* What translations call the types, and the level that goes with it; the State Council's are regulations. */
static const struct {
    const char *word, *level;
} english_types[] = {
    {"Constitution", "law"},
    {"Law", "law"},
    {"Regulations", "rule"},
    {"Measures", "rule"},
    {"Provisions", "rule"},
    {"Rules", "rule"},
    {"Interpretation", "judicial"},
    {"Notice", "normative"},
    {"Circular", "normative"},
    {"Opinions", "normative"},
    {"Guidelines", "normative"},
    {"Announcement", "normative"},
    {"Decision", "normative"},
    {"Plan", "plan"},
    {"Outline", "plan"},
    {"Report", "report"},
};

/* The first of these words in a title; G_N_ELEMENTS(english_types) if there is none. */
static size_t english_type(Slice title)
{
    size_t best = G_N_ELEMENTS(english_types);
    int64_t first = INT64_MAX;
    for (size_t i = 0; i < G_N_ELEMENTS(english_types); i++) {
        int64_t at = slice_find(title, english_types[i].word);
        if (at < 0 || at >= first)
            continue;
        Slice behind = slice_from(title, (size_t)at + strlen(english_types[i].word));
        bool is_word =
            (at == 0 || title.text[at - 1] == ' ') && (!behind.length || !g_ascii_isalpha(*behind.text));
        best = is_word ? i : best;
        first = is_word ? at : first;
    }
    return best;
}

/* Only of what says when it was made or comes into force: news have such words in their titles, too. */
static void find_english_kind(TifaDocument *document, Slice title)
{
    const char *issuer = tifa_document_field(document, TIFA_FIELD_ISSUER);
    const char *origin = tifa_document_field_origin(document, TIFA_FIELD_DATE);
    bool is_act = tifa_document_field(document, TIFA_FIELD_EFFECTIVE) || g_strcmp0(origin, "preamble") == 0;
    size_t type = english_type(title);
    if (!is_act || type == G_N_ELEMENTS(english_types))
        return;
    const char *level = english_types[type].level;
    bool is_rule = strcmp(level, "rule") == 0;
    if (is_rule && issuer && strstr(issuer, "National People's Congress"))
        level = "law";
    else if (is_rule && g_strcmp0(issuer, "State Council") == 0)
        level = "regulation";
    document_offer_field(document, TIFA_FIELD_TYPE, english_types[type].word, "title");
    document_offer_field(document, TIFA_FIELD_LEVEL, level, "text");
}

void facts_find_kind(FactsView *view)
{
    TifaDocument *document = view->document;
    Slice title = field_slice(document, TIFA_FIELD_TITLE);
    if (g_strcmp0(tifa_document_field(document, TIFA_FIELD_LANGUAGE), "en") == 0)
        find_english_kind(document, title);
    const char *type = facts_type_of(title);
    if (type)
        document_offer_field(document, TIFA_FIELD_TYPE, type, "title");
    g_autofree char *issuer = issuer_by_title(title, type);
    if (issuer)
        document_offer_field(document, TIFA_FIELD_ISSUER, issuer, "title");
    Marks marks = {field_slice(document, TIFA_FIELD_ISSUER), title, field_slice(document, TIFA_FIELD_NUMBER),
                   type};
    const char *level = level_of(&marks);
    if (level)
        document_offer_field(document, TIFA_FIELD_LEVEL, level, "text");
}
