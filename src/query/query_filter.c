/* query_filter.c - filters: agency:科技部 year:2018..2024 in:title. */
#include "query/query_text.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const FilterName filters[] = {
    {"agency issuer 机关 发文机关 机构", "issuer", FILTER_AGENCY},
    {"year 年 年份", "date", FILTER_DATE},
    {"date 日期", "date", FILTER_DATE},
    {"signed 成文日期", "signed", FILTER_DATE},
    {"published 发布日期", "published", FILTER_DATE},
    {"effective 施行日期", "effective", FILTER_DATE},
    {"asof 截至", "date", FILTER_AS_OF},
    {"level 级别", "level", FILTER_IS},
    {"type 类型", "type", FILTER_ENDS},
    {"no number 文号 发文字号", "number", FILTER_HOLDS},
    {"title 标题", "title", FILTER_HOLDS},
    {"status 状态 效力", "status", FILTER_HOLDS},
    {"lang language 语言", "lang", FILTER_LANGUAGE},
    {"format 格式", "format", FILTER_IS},
    {"path 路径 文件", "path", FILTER_HOLDS},
    {"to 主送", "addressees", FILTER_HOLDS},
    {"signature 署名", "signature", FILTER_HOLDS},
    {"carrier 印发", "carrier", FILTER_HOLDS},
    {"repeals 废止", "repeals", FILTER_HOLDS},
    {"url 网址", "url", FILTER_HOLDS},
    {"member", "member", FILTER_HOLDS},
    {"subject subjects 主题词", "subjects", FILTER_HOLDS},
    {"category 主题分类", "category", FILTER_HOLDS},
    {"index 索引号", "index", FILTER_HOLDS},
    {"in 在", NULL, FILTER_IN},
    {"sub 子集", NULL, FILTER_SAVED},
};

/* The places that in: knows, as written; see filter_admits_passage(). */
static const char *const places_in[] = {"title 标题", "heading 节标题", "article 条", "item 项",
                                        "row 表",     "note 注",        "text 正文",  NULL};

/* The levels that tifa gives; a document's own facts may name others. */
static const char *const levels[] = {"law regulation rule normative party local judicial report plan", NULL};

/* Whether the list of names has the name. */
static bool has_name(const char *names, const char *name, size_t length)
{
    for (const char *start = names; *start; start += strspn(start, " ")) {
        size_t candidate = strcspn(start, " ");
        if (candidate == length && g_ascii_strncasecmp(start, name, length) == 0)
            return true;
        start += candidate;
    }
    return false;
}

static const FilterName *filter_named(const char *name, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(filters); i++)
        if (has_name(filters[i].names, name, length))
            return &filters[i];
    return NULL;
}

/* ---- Dates ----------------------------------------------------------------------------------- */

/* Whether the text is as 2021, 2021-03 or 2021-03-12, and a day that there is. */
static bool is_date(const char *text)
{
    static const char form[] = "0000-00-00";
    size_t length = strlen(text);
    for (size_t i = 0; i < length; i++)
        if (i >= sizeof form - 1 || (form[i] == '0' ? !g_ascii_isdigit(text[i]) : text[i] != form[i]))
            return false;
    int year = atoi(text), month = length > 4 ? atoi(text + 5) : 1, day = length > 7 ? atoi(text + 8) : 1;
    return (length == 4 || length == 7 || length == 10) && year > 0 &&
           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* Whether the range ends before it begins. */
static bool is_turned(const FilterValue *value)
{
    size_t length = value->from && value->to ? MIN(strlen(value->from), strlen(value->to)) : 0;
    return strncmp(value->from ? value->from : "", value->to ? value->to : "", length) > 0;
}

/* Splits 2018..2024, 2018.. and ..2024; a single date is the range of itself. */
static bool split_range(FilterValue *value)
{
    char *dots = strstr(value->from, "..");
    if (dots) {
        value->to = dots[2] ? g_strdup(dots + 2) : NULL;
        *dots = '\0';
        if (!*value->from)
            g_clear_pointer(&value->from, g_free);
    } else {
        value->to = g_strdup(value->from);
    }
    return (value->from || value->to) && (!value->from || is_date(value->from)) &&
           (!value->to || is_date(value->to));
}

static void lower(char *text)
{
    for (char *letter = text; *letter; letter++)
        *letter = g_ascii_tolower(*letter);
}

/* Refuses a level that is likely a slip for one that tifa gives. */
static bool check_level(const QueryText *text, const char *place, char *level, GError **error)
{
    size_t length;
    lower(level);
    const char *nearest = query_nearest(level, levels, &length);
    return !nearest || has_name(levels[0], level, strlen(level)) ||
           query_refuse(text, place, error, "there is no level %s; did you mean %.*s?", level, (int)length,
                        nearest);
}

static bool check_value(const QueryText *text, const char *place, const FilterName *name, FilterValue *value,
                        GError **error)
{
    bool is_known = false;
    switch (name->kind) {
    case FILTER_DATE:
        if (!split_range(value))
            return query_refuse(text, place, error,
                                "not a date; write 2018, 2018..2024, 2018-03.. or ..2018-03-12");
        return !is_turned(value) || query_refuse(text, place, error, "ends before it begins; write %s..%s",
                                                 value->to, value->from);
    case FILTER_AS_OF:
        return is_date(value->from) ||
               query_refuse(text, place, error, "not a date; write 2018, 2018-03 or 2018-03-12");
    case FILTER_IN:
        lower(value->from);
        for (size_t i = 0; places_in[i]; i++)
            is_known |= has_name(places_in[i], value->from, strlen(value->from));
        return is_known || query_refuse(text, place, error,
                                        "in: knows title, heading, article, item, row, note and text");
    case FILTER_IS:
        return strcmp(name->field, "level") != 0 || check_level(text, place, value->from, error);
    default:
        return true;
    }
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* One value: what stands in quotation marks, or up to white space, | or a closing bracket. */
static char *take_value(QueryText *text, GError **error)
{
    const char *start = text->place;
    if (query_operator(query_peek(text)) == '"') {
        query_skip(text);
        const char *inside = text->place;
        while (query_peek(text) && query_operator(query_peek(text)) != '"')
            query_skip(text);
        if (!query_peek(text)) {
            query_refuse(text, start, error, "this quotation mark is never closed; add \"");
            return NULL;
        }
        char *value = g_strndup(inside, (size_t)(text->place - inside));
        query_skip(text);
        return value;
    }
    unsigned open = 0;
    for (gunichar c; (c = query_peek(text)) && !utf8_is_space(c); query_skip(text)) {
        char sign = query_operator(c);
        if (sign == '|' || (sign == ')' && !open))
            break;
        open += sign == '(';
        open -= sign == ')';
    }
    return g_strndup(start, (size_t)(text->place - start));
}

static bool take_values(QueryText *text, QueryFilter *filter, GError **error)
{
    const char *place = text->place;
    for (;;) {
        FilterValue value = {.from = take_value(text, error)};
        if (!value.from)
            return false;
        array_push(&filter->values, value);
        if (!*value.from)
            return query_refuse(text, place, error, "a value is missing behind the colon");
        if (!check_value(text, place, filter->name, &array_last(&filter->values), error))
            return false;
        place = g_utf8_find_next_char(text->place, NULL);
        if (query_operator(query_peek(text)) != '|' || !*place || utf8_is_space(g_utf8_get_char(place)))
            return true;
        query_skip(text);
    }
}

/* The end of the name of a filter at the place, which a colon follows; NULL if there is none. Latin letters
 * or a few Han characters. */
static const char *end_of_name(const QueryText *text)
{
    const char *place = text->place;
    while (*place && (g_ascii_isalpha(*place) || utf8_is_han(g_utf8_get_char(place))))
        place = g_utf8_next_char(place);
    bool is_address = g_str_has_prefix(place, "://");
    return place > text->place && *place && !is_address && query_operator(g_utf8_get_char(place)) == ':'
               ? place
               : NULL;
}

static bool refuse_name(const QueryText *text, const char *end, GError **error)
{
    const char *names[G_N_ELEMENTS(filters) + 1] = {NULL};
    for (size_t i = 0; i < G_N_ELEMENTS(filters); i++)
        names[i] = filters[i].names;
    size_t length;
    g_autofree char *name = g_strndup(text->place, (size_t)(end - text->place));
    const char *nearest = query_nearest(name, names, &length);
    if (nearest)
        return query_refuse(
            text, text->place, error,
            "there is no filter %s:; did you mean %.*s:? To find it as text, put it in \"...\"", name,
            (int)length, nearest);
    return query_refuse(
        text, text->place, error,
        "there is no filter %s:; there are agency, year, level, type, title, no, in and others "
        "(man tifa-query); to find it as text, put it in \"...\"",
        name);
}

bool query_take_filter(QueryText *text, bool is_negated, bool *is_filter, GError **error)
{
    const char *start = text->place, *end = end_of_name(text);
    const FilterName *name = end ? filter_named(start, (size_t)(end - start)) : NULL;
    const char *behind = end ? g_utf8_next_char(end) : NULL;
    bool has_value = end && *behind && !utf8_is_space(g_utf8_get_char(behind));
    *is_filter = name != NULL;
    if (!name)
        return !(has_value && g_ascii_isalpha(*start) &&
                 query_column(text, end) > query_column(text, start) + 1) ||
               refuse_name(text, end, error);
    if (text->depth > 0)
        return query_refuse(text, start, error,
                            "a filter holds for the whole question; write it outside of the brackets");
    text->place = behind;
    g_autoptr(QueryFilter) filter = g_new0(QueryFilter, 1);
    filter->name = name;
    filter->is_negated = is_negated;
    if (!take_values(text, filter, error))
        return false;
    g_ptr_array_add(text->query->filters, g_steal_pointer(&filter));
    return true;
}
