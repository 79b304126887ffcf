#include "text/labels.h"

#include <string.h>

#include "base/utf8.h"
#include "text/dates.h"
#include "text/slice.h"

enum { LONGEST_AGENCIES = 180 };

/* Labels without their blanks, and the field they name. Those of the field TIFA_FIELD_COUNT only end
 * the value before them. */
static const struct {
    const char *label;
    TifaField field;
} labels[] = {
    {"生成日期", TIFA_FIELD_COUNT},      {"组配分类", TIFA_FIELD_COUNT},
    {"体裁分类", TIFA_FIELD_COUNT},      {"公文种类", TIFA_FIELD_COUNT},
    {"内容概述", TIFA_FIELD_COUNT},      {"公开范围", TIFA_FIELD_COUNT},
    {"公开时限", TIFA_FIELD_COUNT},      {"责任部门", TIFA_FIELD_COUNT},
    {"信息来源", TIFA_FIELD_COUNT},      {"索引号", TIFA_FIELD_INDEX},
    {"索取号", TIFA_FIELD_INDEX},        {"信息索引号", TIFA_FIELD_INDEX},
    {"主题分类", TIFA_FIELD_CATEGORY},   {"信息分类", TIFA_FIELD_CATEGORY},
    {"分类", TIFA_FIELD_CATEGORY},       {"主题词", TIFA_FIELD_SUBJECTS},
    {"关键词", TIFA_FIELD_SUBJECTS},     {"公开类别", TIFA_FIELD_DISCLOSURE},
    {"公开方式", TIFA_FIELD_DISCLOSURE}, {"公开属性", TIFA_FIELD_DISCLOSURE},
    {"公开形式", TIFA_FIELD_DISCLOSURE}, {"标题", TIFA_FIELD_TITLE},
    {"文件标题", TIFA_FIELD_TITLE},      {"信息名称", TIFA_FIELD_TITLE},
    {"文件名称", TIFA_FIELD_TITLE},      {"公文名称", TIFA_FIELD_TITLE},
    {"名称", TIFA_FIELD_TITLE},          {"发文字号", TIFA_FIELD_NUMBER},
    {"文号", TIFA_FIELD_NUMBER},         {"发文文号", TIFA_FIELD_NUMBER},
    {"公文文号", TIFA_FIELD_NUMBER},     {"文件编号", TIFA_FIELD_NUMBER},
    {"文件字号", TIFA_FIELD_NUMBER},     {"文件号", TIFA_FIELD_NUMBER},
    {"文件文号", TIFA_FIELD_NUMBER},     {"发布文号", TIFA_FIELD_NUMBER},
    {"发文机关", TIFA_FIELD_ISSUER},     {"制发机关", TIFA_FIELD_ISSUER},
    {"制定机关", TIFA_FIELD_ISSUER},     {"发文单位", TIFA_FIELD_ISSUER},
    {"发文机构", TIFA_FIELD_ISSUER},     {"发布机构", TIFA_FIELD_ISSUER},
    {"发布机关", TIFA_FIELD_ISSUER},     {"发布单位", TIFA_FIELD_ISSUER},
    {"颁布单位", TIFA_FIELD_ISSUER},     {"印发机关", TIFA_FIELD_ISSUER},
    {"成文日期", TIFA_FIELD_SIGNED},     {"成文时间", TIFA_FIELD_SIGNED},
    {"发文日期", TIFA_FIELD_SIGNED},     {"发文时间", TIFA_FIELD_SIGNED},
    {"印发日期", TIFA_FIELD_SIGNED},     {"签发日期", TIFA_FIELD_SIGNED},
    {"制发日期", TIFA_FIELD_SIGNED},     {"发布日期", TIFA_FIELD_PUBLISHED},
    {"发布时间", TIFA_FIELD_PUBLISHED},  {"公开日期", TIFA_FIELD_PUBLISHED},
    {"公布日期", TIFA_FIELD_PUBLISHED},  {"公开时间", TIFA_FIELD_PUBLISHED},
    {"施行日期", TIFA_FIELD_EFFECTIVE},  {"实施日期", TIFA_FIELD_EFFECTIVE},
    {"生效日期", TIFA_FIELD_EFFECTIVE},  {"生效时间", TIFA_FIELD_EFFECTIVE},
    {"有效性", TIFA_FIELD_STATUS},       {"时效性", TIFA_FIELD_STATUS},
    {"效力状态", TIFA_FIELD_STATUS},     {"有效状态", TIFA_FIELD_STATUS},
    {"时效状态", TIFA_FIELD_STATUS},
};

void label_skip_blanks(const char **place, const char *end)
{
    for (const char *next = *place; next < end; *place = next)
        if (!utf8_is_space(utf8_next(&next)))
            return;
}

/* Whether `label` stands at *place, with blanks between its characters or without; moves *place behind it. */
static bool read_label(const char **place, const char *end, const char *label)
{
    const char *here = *place;
    for (const char *want = label; *want;) {
        label_skip_blanks(&here, end);
        size_t size = (size_t)(g_utf8_next_char(want) - want);
        if ((size_t)(end - here) < size || memcmp(here, want, size) != 0)
            return false;
        here += size;
        want += size;
    }
    *place = here;
    return true;
}

bool label_read_colon(const char **place, const char *end)
{
    static const char *const colons[] = {"：", ":", "】：", "】:", "]：", "]:", "】", "]"};
    label_skip_blanks(place, end);
    for (size_t i = 0; i < G_N_ELEMENTS(colons); i++) {
        size_t size = strlen(colons[i]);
        if ((size_t)(end - *place) >= size && memcmp(*place, colons[i], size) == 0) {
            *place += size;
            return true;
        }
    }
    return false;
}

static void skip_decoration(const char **place, const char *end)
{
    static const char *const marks[] = {"【", "[", "·", "•", "*"};
    label_skip_blanks(place, end);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if ((size_t)(end - *place) >= strlen(marks[i]) && memcmp(*place, marks[i], strlen(marks[i])) == 0)
            *place += strlen(marks[i]);
}

bool label_read(const char **place, const char *end, TifaField *field, bool *is_alone)
{
    const char *start = *place;
    skip_decoration(&start, end);
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        const char *here = start;
        if (!read_label(&here, end, labels[i].label))
            continue;
        bool has_colon = label_read_colon(&here, end);
        label_skip_blanks(&here, end);
        if (!has_colon && here != end)
            continue;
        *is_alone = !has_colon;
        *place = here;
        *field = labels[i].field;
        return true;
    }
    return false;
}

const char *label_value_end(const char *place, const char *end)
{
    while (place < end) {
        const char *next = place;
        bool is_blank = utf8_is_space(utf8_next(&next)), is_alone;
        const char *behind = next;
        TifaField field;
        if (is_blank && label_read(&behind, end, &field, &is_alone) && !is_alone)
            return place;
        place = next;
    }
    return end;
}

/* Whether a value says that there is none: dashes, 无 (wu, none), nothing at all. */
static bool is_placeholder(const char *value)
{
    static const char *const none[] = {"无", "空", "暂无", "null", "NULL", "undefined"};
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
        if (strcmp(value, none[i]) == 0)
            return true;
    for (const char *place = value; *place;) {
        gunichar c = utf8_next(&place);
        if (g_unichar_isalnum(c) || utf8_is_han(c))
            return false;
    }
    return true;
}

/* Several names as the house separates them; those in Latin letters as they are. Free with g_free(). */
static char *join_names(const char *value)
{
    static const char *const separators[] = {" ", "\u3000", "，", ",", "；", ";", "\u00A0"};
    GString *joined = g_string_new(value);
    for (size_t i = 0; i < G_N_ELEMENTS(separators) && utf8_is_han(g_utf8_get_char(value)); i++)
        g_string_replace(joined, separators[i], "、", 0);
    while (g_string_replace(joined, "、、", "、", 0))
        ;
    return g_string_free(joined, FALSE);
}

/* The value as the field has it, or NULL if it is none of its kind. Free with g_free(). */
static char *value_of(TifaField field, const char *value)
{
    g_autofree char *names = NULL;
    switch (field) {
    case TIFA_FIELD_SIGNED:
    case TIFA_FIELD_PUBLISHED:
    case TIFA_FIELD_EFFECTIVE:
        return date_find_day(value, strlen(value));
    case TIFA_FIELD_ISSUER:
        names = join_names(value);
        return strlen(names) <= LONGEST_AGENCIES && !g_ascii_isdigit(*names) ? g_steal_pointer(&names) : NULL;
    case TIFA_FIELD_SUBJECTS:
        return join_names(value);
    case TIFA_FIELD_NUMBER:
    case TIFA_FIELD_INDEX:
        return slice_squeeze(slice_of(value));
    case TIFA_FIELD_COUNT:
        return NULL;
    default:
        return g_strdup(value);
    }
}

void label_take_value(TifaDocument *document, TifaField field, Slice stated, const char *origin)
{
    g_autofree char *text = slice_copy(slice_trim(stated));
    if (strlen(text) > LABEL_LONGEST_VALUE || is_placeholder(text))
        return;
    g_autofree char *value = value_of(field, text);
    if (value)
        document_offer_field(document, field, value, origin);
}
