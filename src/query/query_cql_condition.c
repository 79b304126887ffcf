/* query_cql_condition.c - inside the power form: what stands behind ::.
 *
 *     conditions = all { "|" all },  all = one { "&" one }
 *     one        = "!" one | "(" conditions ")" | label | filter
 *     label      = a.word ("=" | "!=") ( b.word | "expression" )
 *     filter     = match.year ("=" | "!=" | "<" | "<=" | ">" | ">=") value
 *
 * A filter is one of the question's, so it cannot stand under !, in brackets or beside |.
 */
#include "query/query_cql.h"

#include <string.h>

#define EXAMPLE "match.year > 2015 & match.type = \"办法\""

/* The sign of a comparison, "" if there is none. */
static const char *take_comparison(QueryText *text)
{
    static const char *const signs[] = {"!=", "<=", ">=", "=", "<", ">"};
    query_skip_space(text);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        QueryText ahead = *text;
        if (cql_takes(&ahead, (gunichar)signs[i][0]) && (!signs[i][1] || cql_takes(&ahead, '='))) {
            text->place = ahead.place;
            return signs[i];
        }
    }
    return "";
}

static bool has_string(QueryText *text)
{
    query_skip_space(text);
    return cql_peek(text) == '"' || cql_peek(text) == '\'';
}

/* ---- Filters --------------------------------------------------------------------------------- */

/* The filter in the simple form: match.year > 2015 is year:2016.. . NULL with an error. Free with g_free().
 */
static char *parse_filter(QueryText *text, const char *place, const char *name, bool *is_negated,
                          GError **error)
{
    const char *field = strrchr(name, '.') ? strrchr(name, '.') + 1 : name;
    field += g_str_has_prefix(field, "text_") ? strlen("text_") : 0;
    const char *sign = take_comparison(text);
    g_autofree char *value = has_string(text) ? cql_take_string(text, error) : cql_take_name(text);
    if (!value)
        return NULL;
    if (!*field || !*sign || !*value)
        return cql_refuse(text, place, "not a condition; write :: " EXAMPLE, error);
    *is_negated = g_str_equal(sign, "!=");
    if (*is_negated || g_str_equal(sign, "="))
        return g_strdup_printf(strchr(value, ' ') ? "%s:\"%s\"" : "%s:%s", field, value);
    if (strlen(value) != 4 || !g_ascii_isdigit(*value))
        return cql_refuse(text, place, "only years are smaller or larger; write match.year > 2015", error);
    unsigned number = (unsigned)MIN(g_ascii_strtoull(value, NULL, 10), 9998);
    return sign[0] == '<' ? g_strdup_printf("%s:..%u", field, number - (sign[1] == 0))
                          : g_strdup_printf("%s:%u..", field, number + (sign[1] == 0));
}

static bool take_filter(QueryText *text, const char *place, const char *name, GError **error)
{
    bool is_negated = false, is_filter = false;
    g_autofree char *written = parse_filter(text, place, name, &is_negated, error);
    if (!written)
        return false;
    QueryText filter = {.text = written, .place = written, .query = text->query};
    GError *trouble = NULL;
    if (query_take_filter(&filter, is_negated, &is_filter, &trouble) && is_filter)
        return true;
    query_refuse(text, place, error, "%s",
                 trouble ? "no such field or value; write :: " EXAMPLE
                         : "not a condition; write :: match.year > 2015");
    g_clear_error(&trouble);
    return false;
}

/* ---- Labels ---------------------------------------------------------------------------------- */

/* A label and an attribute of its word: a.word. */
typedef struct {
    unsigned label;
    TestKind attribute;
} Reference;

/* Reads the name, which stood at `place`, as a reference; false with an error. */
static bool read_reference(const QueryText *text, const char *place, const char *name, Reference *reference,
                           GError **error)
{
    const char *dot = strchr(name, '.');
    reference->label = cql_find_label(text, name, dot ? (size_t)(dot - name) : strlen(name));
    if (!reference->label)
        return query_refuse(text, place, error, "there is no such label; it stands before a word: a:[...]");
    if (!dot || !dot[1])
        return query_refuse(text, place, error, "what of the label? write a.word, a.pos or a.lang");
    return cql_find_attribute(text, place, dot + 1, &reference->attribute, error);
}

static TokensCondition *negated(TokensCondition *condition)
{
    TokensCondition *other = tokens_condition_new(CONDITION_NOT);
    g_ptr_array_add(other->children, condition);
    return other;
}

/* What a label's word is compared with. */
static TokensCondition *parse_compared(QueryText *text, Reference reference, GError **error)
{
    g_autoptr(TokensCondition) condition =
        tokens_condition_new(has_string(text) ? CONDITION_TEST : CONDITION_SAME);
    condition->label = reference.label;
    condition->attribute = reference.attribute;
    if (condition->kind == CONDITION_TEST) {
        condition->test = cql_parse_value(text, reference.attribute, error);
        return condition->test ? g_steal_pointer(&condition) : NULL;
    }
    const char *place = text->place;
    g_autofree char *name = cql_take_name(text);
    Reference other;
    if (!read_reference(text, place, name, &other, error))
        return NULL;
    if (other.attribute != reference.attribute)
        return cql_refuse(text, place, "two labels are compared by one attribute; write a.word = b.word",
                          error);
    if (other.attribute == TEST_CONCEPT)
        return cql_refuse(text, place, "concepts are compared with a name; write a.concept = \"mcf\"", error);
    condition->other = other.label;
    return g_steal_pointer(&condition);
}

static TokensCondition *parse_label(QueryText *text, const char *place, const char *name, GError **error)
{
    Reference reference;
    if (!read_reference(text, place, name, &reference, error))
        return NULL;
    const char *sign = take_comparison(text);
    bool is_unequal = g_str_equal(sign, "!=");
    if (!is_unequal && !g_str_equal(sign, "="))
        return cql_refuse(text, place, "words are equal or not; write a.word = b.word or a.pos != \"NOUN\"",
                          error);
    TokensCondition *condition = parse_compared(text, reference, error);
    return condition && is_unequal ? negated(condition) : condition;
}

/* Whether the name is that of a label, or of a word's attribute, not of a filter. */
static bool is_reference(const QueryText *text, const char *name)
{
    const char *dot = strchr(name, '.');
    size_t length = dot ? (size_t)(dot - name) : strlen(name);
    TestKind kind;
    return cql_find_label(text, name, length) ||
           (dot && strncmp(name, "match", length) != 0 && cql_is_attribute(dot + 1, &kind));
}

/* ---- Together -------------------------------------------------------------------------------- */

static bool parse_any(QueryText *text, TokensCondition **condition, GError **error);

/* False with an error if a filter came in since there were `before` of them: `place` is where that began. */
static bool has_no_filter(const QueryText *text, const char *place, size_t before, GError **error)
{
    return text->query->filters->len == before ||
           query_refuse(
               text, place, error,
               "a filter holds for the whole question; join it to the rest with &, outside of brackets");
}

static bool parse_group(QueryText *text, const char *place, TokensCondition **condition, GError **error)
{
    bool is_read = cql_enter(text, place, error) && parse_any(text, condition, error);
    text->depth--;
    return is_read &&
           (cql_takes(text, ')') || query_refuse(text, place, error, "this bracket is never closed; add )"));
}

static bool parse_negated(QueryText *text, const char *place, TokensCondition **condition, GError **error);

/* *condition stays NULL if it was a filter. */
static bool parse_one(QueryText *text, TokensCondition **condition, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    size_t before = text->query->filters->len;
    if (cql_takes(text, '!'))
        return parse_negated(text, place, condition, error) && has_no_filter(text, place, before, error);
    if (cql_takes(text, '('))
        return parse_group(text, place, condition, error) && has_no_filter(text, place, before, error);
    g_autofree char *name = cql_take_name(text);
    if (!is_reference(text, name))
        return take_filter(text, place, name, error);
    *condition = parse_label(text, place, name, error);
    return *condition != NULL;
}

static bool parse_negated(QueryText *text, const char *place, TokensCondition **condition, GError **error)
{
    bool is_read = cql_enter(text, place, error) && parse_one(text, condition, error);
    text->depth--;
    if (is_read && *condition)
        *condition = negated(*condition);
    return is_read;
}

/* Puts both under one node; either may be NULL. */
static TokensCondition *joined(ConditionKind kind, TokensCondition *left, TokensCondition *right)
{
    if (!left || !right)
        return left ? left : right;
    TokensCondition *both = left;
    if (left->kind != kind) {
        both = tokens_condition_new(kind);
        g_ptr_array_add(both->children, left);
    }
    g_ptr_array_add(both->children, right);
    return both;
}

static bool parse_all(QueryText *text, TokensCondition **condition, GError **error)
{
    do {
        TokensCondition *next = NULL;
        bool is_read = parse_one(text, &next, error);
        *condition = joined(CONDITION_AND, *condition, next);
        if (!is_read)
            return false;
    } while (cql_takes(text, '&'));
    return true;
}

static bool parse_any(QueryText *text, TokensCondition **condition, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    size_t before = text->query->filters->len;
    bool has_several = false;
    do {
        TokensCondition *next = NULL;
        bool is_read = parse_all(text, &next, error);
        *condition = joined(CONDITION_OR, *condition, next);
        if (!is_read || (has_several && !has_no_filter(text, place, before, error)))
            return false;
        has_several = cql_takes(text, '|');
    } while (has_several);
    return true;
}

bool cql_parse_conditions(QueryText *text, TokensCondition **condition, GError **error)
{
    return parse_any(text, condition, error);
}
