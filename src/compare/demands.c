#include "compare/demands.h"

#include "base/utf8.h"
#include "text/mark.h"
#include "text/slice.h"
#include "text/structure.h"

#include <string.h>

enum {
    LONGEST_REACH = 1500, /* bytes: how far a sentence is looked for on both sides of a word */
    LONGEST_ACTOR = 120,
    LONGEST_AGENCY = 90,
    SHORTEST_AGENCY = 9,
};

/* ---- Clauses --------------------------------------------------------------------------------- */

static bool is_stop(gunichar c)
{
    return c == 0xFF0C || c == ',' || c == 0x3002 || c == 0xFF1B || c == ';' || c == 0xFF1A || c == ':' ||
           c == '\n';
}

static bool is_sentence_stop(gunichar c)
{
    return c == 0x3002 || c == 0xFF1B || c == ';' || c == '\n'; /* 。； */
}

/* The part of `whole` around `place` between two marks, as far as it is of a sensible length; the closing one
 * belongs to it if `with_stop`. */
static TifaSpan part_around(const char *text, TifaSpan whole, TifaSpan place, bool (*is_mark)(gunichar),
                            bool with_stop)
{
    const char *start = text + place.start, *end = text + place.end;
    const char *first = text + MAX(whole.start, (int64_t)place.start - LONGEST_REACH);
    const char *limit = text + MIN(whole.end, (int64_t)place.end + LONGEST_REACH);
    while (start > first) {
        const char *previous = g_utf8_prev_char(start);
        if (is_mark(g_utf8_get_char(previous)))
            break;
        start = previous;
    }
    while (end < limit && !is_mark(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    if (end < limit && with_stop && *end != '\n')
        end = g_utf8_next_char(end);
    return (TifaSpan){(uint32_t)(start - text), (uint32_t)(end - text)};
}

TifaSpan demands_sentence(const char *text, TifaSpan whole, TifaSpan place)
{
    return part_around(text, whole, place, is_sentence_stop, true);
}

TifaSpan demands_clause(const char *text, TifaSpan whole, TifaSpan place)
{
    return part_around(text, whole, place, is_stop, false);
}

static Slice between(const char *text, uint32_t start, uint32_t end)
{
    return (Slice){text + start, end - start};
}

/* ---- Duties ---------------------------------------------------------------------------------- */

static const struct {
    const char *word;
    TifaDutyKind kind;
    uint8_t duty_class, force;
} duties[] = {
    {"应当", TIFA_DUTY_OBLIGATION, DUTY_DEMAND, 3},    {"必须", TIFA_DUTY_OBLIGATION, DUTY_DEMAND, 4},
    {"可以", TIFA_DUTY_PERMISSION, DUTY_DEMAND, 1},    {"有权", TIFA_DUTY_PERMISSION, DUTY_DEMAND, 1},
    {"鼓励", TIFA_DUTY_ENCOURAGEMENT, DUTY_DEMAND, 2}, {"支持", TIFA_DUTY_ENCOURAGEMENT, DUTY_DEMAND, 2},
    {"提倡", TIFA_DUTY_ENCOURAGEMENT, DUTY_DEMAND, 2}, {"不得", TIFA_DUTY_PROHIBITION, DUTY_PROHIBIT, 1},
    {"严禁", TIFA_DUTY_PROHIBITION, DUTY_PROHIBIT, 3}, {"禁止", TIFA_DUTY_PROHIBITION, DUTY_PROHIBIT, 2}};

/* Who acts: what stands before the word in its clause, without adverbs and without a condition (…的). */
static TifaSpan actor_of(const char *text, TifaSpan clause, uint32_t word)
{
    static const char *const adverbs[] = {"还", "也", "都", "均", "并", "依法", "同时", "应当", "可以", NULL};
    TifaSpan actor = {clause.start + mark_read(text + clause.start, word - clause.start).length, word};
    for (size_t i = 0; adverbs[i]; i++) {
        if (slice_ends(between(text, actor.start, actor.end), adverbs[i]))
            actor.end -= (uint32_t)strlen(adverbs[i]);
        if (slice_starts(between(text, actor.start, actor.end), adverbs[i]))
            actor.start += (uint32_t)strlen(adverbs[i]);
    }
    static const char *const conditions[] = {"的", "时", "下",   "前",   "后",   "中",
                                             "起", "内", "批准", "最长", "至迟", NULL};
    bool is_condition = slice_ends_one(between(text, actor.start, actor.end), conditions) != NULL;
    bool is_actor = actor.end > actor.start && actor.end - actor.start <= LONGEST_ACTOR && !is_condition;
    return is_actor ? actor : (TifaSpan){0, 0};
}

/* Whether a verb that is a noun elsewhere (支持 zhichi, support) is the verb of its clause: behind who acts,
 * or at the clause's head, unless an earlier duty of the sentence or its purpose (为了...) governs it. */
static bool is_main_verb(const char *text, TifaSpan whole, TifaSpan clause, TifaSpan word)
{
    static const char *const subjects[] = {"国家", "政府", "部门", "委员会", "机关", "本市", "本省", NULL};
    static const char *const governing[] = {"应当", "必须", "可以", "不得", "为了", NULL};
    if (slice_ends_one(between(text, clause.start, word.start), subjects))
        return true;
    uint32_t label = (uint32_t)mark_read(text + clause.start, word.start - clause.start).length;
    TifaSpan sentence = demands_sentence(text, whole, word);
    Slice before = between(text, sentence.start, clause.start);
    return word.start == clause.start + label && !slice_has_one(before, governing);
}

/* 本法禁止的行为, 不予禁止, 认为不应当: the word is spoken of, it demands nothing. */
static bool is_mentioned_only(const char *text, TifaSpan clause, TifaSpan word)
{
    static const char *const before[] = {"不予", "予以", "不", NULL};
    return slice_starts(between(text, word.end, clause.end), "的") ||
           slice_ends_one(between(text, clause.start, word.start), before);
}

static bool read_duty(const char *text, TifaSpan whole, uint32_t place, Demand *demand)
{
    for (size_t i = 0; i < G_N_ELEMENTS(duties); i++) {
        if (!slice_starts(between(text, place, whole.end), duties[i].word))
            continue;
        TifaSpan span = {place, place + (uint32_t)strlen(duties[i].word)};
        TifaSpan clause = part_around(text, whole, span, is_stop, false);
        if (is_mentioned_only(text, clause, span))
            return false;
        if (duties[i].kind == TIFA_DUTY_ENCOURAGEMENT && !is_main_verb(text, whole, clause, span))
            return false;
        *demand = (Demand){.kind = TIFA_MEANING_DUTY,
                           .span = span,
                           .actor = actor_of(text, clause, place),
                           .duty = duties[i].kind,
                           .duty_class = duties[i].duty_class,
                           .force = duties[i].force};
        if (clause.end > span.end)
            demand->object = (TifaSpan){span.end, clause.end};
        return true;
    }
    return false;
}

/* ---- Quantities and times -------------------------------------------------------------------- */

static uint32_t unit_length(const char *text, uint32_t place, uint32_t end, const char *const *units)
{
    const char *unit = slice_starts_one(between(text, place, end), units);
    return unit ? (uint32_t)strlen(unit) : 0;
}

/* 五万元, 10日, 百分之三十; not 第五条, not the year 2018年. */
static bool read_quantity(const char *text, TifaSpan whole, uint32_t place, Demand *demand)
{
    static const char *const times[] = {"个工作日", "工作日", "个月", "周年", "小时",
                                        "日",       "天",     "周",   "年",   NULL};
    static const char *const amounts[] = {"万元", "亿元", "元",   "倍",     "％",   "%",    "名",
                                          "人",   "次",   "公里", "平方米", "周岁", "分之", NULL};
    bool is_percent = slice_starts(between(text, place, whole.end), "百分之");
    uint32_t start = place + (is_percent ? (uint32_t)strlen("百分之") : 0);
    size_t used;
    int64_t value = structure_number(text + start, whole.end - start, &used);
    if (value < 0 || (place > whole.start && slice_ends(between(text, whole.start, place), "第")))
        return false;
    uint32_t end = start + (uint32_t)used;
    uint32_t time = unit_length(text, end, whole.end, times),
             amount = unit_length(text, end, whole.end, amounts);
    bool is_date = value >= 1000 && slice_starts(between(text, end, whole.end), "年");
    static const char *const no_years[] = {"年度", "年级", "年龄", "年代",
                                           NULL}; /* 上一年度, the last business year */
    if (slice_starts_one(between(text, end, whole.end), no_years))
        return false;
    bool is_day_of_month = place > whole.start && slice_ends(between(text, whole.start, place), "月");
    if ((!time && !amount && !is_percent) || is_date || is_day_of_month)
        return false;
    *demand = (Demand){.kind = time ? TIFA_MEANING_DEADLINE : TIFA_MEANING_NUMBER,
                       .span = {place, end + (time ? time : amount)},
                       .value = value,
                       .unit = {end, end + (time ? time : amount)}};
    if (is_percent)
        demand->unit = (TifaSpan){place, start};
    demand->is_least = slice_starts(between(text, demand->span.end, whole.end), "以上");
    demand->is_most = slice_starts(between(text, demand->span.end, whole.end), "以下");
    return true;
}

/* ---- Agencies -------------------------------------------------------------------------------- */

/* Where a name can begin: behind a word that is no part of one. */
static bool is_before_name(gunichar c)
{
    return is_stop(c) || c == 0x3001 || !utf8_is_han(c) ||
           g_utf8_strchr("由向经报和与或及同被对将在的给为是称于到者助复响告", -1, c);
}

/* The bytes up to the end of the last verb that cannot stand inside an agency's name: 并符合|国务院执法机构.
 */
static size_t length_of_verb(const char *name, size_t length)
{
    static const char *const verbs[] = {"符合", "配合", "报告", "公告", "通知", "责令", "要求", "依照",
                                        "按照", "根据", "违反", "接受", "移送", "提交", "以上", "会同",
                                        "完成", "鼓励", "支持", "变造", "设立", "委托"};
    size_t end = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++) {
        const char *verb = g_strrstr_len(name, (gssize)length, verbs[i]);
        if (verb)
            end = MAX(end, (size_t)(verb - name) + strlen(verbs[i]));
    }
    return end;
}

/* Whether an agency's name ends at `end`: 部门 委员会 人民政府 法院 ... */
static bool read_agency(const char *text, TifaSpan whole, uint32_t end, Demand *demand)
{
    static const char *const endings[] = {"部门",   "委员会", "人民政府", "人民法院", "人民检察院", "总局",
                                          "管理局", "机关",   "机构",     "国务院",   "办公室",     NULL};
    static const char *const pointing[] = {"其他", "该", "其", "有关",
                                           "相关", "本", NULL};         /* 其他机构 names none */
    static const char *const longer[] = {"工作", "人员", "负责", NULL}; /* 机关工作人员 is no agency */
    if (!slice_ends_one(between(text, whole.start, end), endings) ||
        unit_length(text, end, whole.end, longer))
        return false;
    const char *start = text + end;
    while (start > text + whole.start && text + end - start < LONGEST_AGENCY) {
        const char *previous = g_utf8_prev_char(start);
        if (is_before_name(g_utf8_get_char(previous)))
            break;
        start = previous;
    }
    start += length_of_verb(start, (size_t)(text + end - start));
    *demand = (Demand){.kind = TIFA_MEANING_AGENCY, .span = {(uint32_t)(start - text), end}};
    size_t length = demand->span.end - demand->span.start;
    if (slice_starts_one(between(text, demand->span.start, end), pointing))
        return false;
    return length >= SHORTEST_AGENCY && length < LONGEST_AGENCY;
}

/* ---- All ------------------------------------------------------------------------------------- */

void demands_find(const char *text, TifaSpan span, Demands *demands)
{
    for (uint32_t place = span.start; place < span.end;) {
        Demand demand;
        size_t numeral;
        structure_number(text + place, span.end - place, &numeral);
        uint32_t next =
            numeral ? place + (uint32_t)numeral : (uint32_t)(g_utf8_next_char(text + place) - text);
        if (read_duty(text, span, place, &demand) || read_quantity(text, span, place, &demand)) {
            array_push(demands, demand);
            next = demand.span.end;
        } else if (read_agency(text, span, next, &demand)) {
            bool is_longer = demands->length > 0 && array_last(demands).kind == TIFA_MEANING_AGENCY &&
                             array_last(demands).span.start == demand.span.start;
            if (is_longer)
                demands->length--;
            array_push(demands, demand);
        }
        place = next;
    }
}
