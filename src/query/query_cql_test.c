/* query_cql_test.c - inside the power form: what is asked of one word, [word="科技" & pos!="NOUN"]. */
#include "query/query_cql.h"

#include "base/regex.h"

#include <string.h>

void *cql_refuse(const QueryText *text, const char *place, const char *problem, GError **error)
{
    query_refuse(text, place, error, "%s", problem);
    return NULL;
}

/* The character at the place, in half width. */
gunichar cql_peek(const QueryText *text)
{
    gunichar c = query_peek(text);
    if (c == 0x201C || c == 0x201D)
        return '"';
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

/* Passes the character c, and white space before it, if it stands there. */
bool cql_takes(QueryText *text, gunichar c)
{
    query_skip_space(text);
    bool is_there = cql_peek(text) == c;
    if (is_there)
        query_skip(text);
    return is_there;
}

char *cql_take_name(QueryText *text)
{
    query_skip_space(text);
    const char *start = text->place;
    while (g_ascii_isalnum(*text->place) || *text->place == '_' || *text->place == '.')
        text->place++;
    return g_ascii_strdown(start, text->place - start);
}

bool cql_enter(QueryText *text, const char *place, GError **error)
{
    return ++text->depth <= QUERY_DEEPEST ||
           query_refuse(text, place, error,
                        "more than 100 brackets inside each other; simplify the question");
}

/* ---- Tests of a token ------------------------------------------------------------------------ */

/* What stands in quotation marks; \" is a quotation mark in it. */
char *cql_take_string(QueryText *text, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    gunichar opening = query_peek(text);
    if (cql_peek(text) != '"' && opening != '\'')
        return cql_refuse(text, place, "a value in quotation marks is missing here; write [word=\"科技\"]",
                          error);
    query_skip(text);
    gunichar closing = opening == 0x201C ? 0x201D : opening;
    g_autoptr(GString) value = g_string_new(NULL);
    for (; query_peek(text) && query_peek(text) != closing; query_skip(text)) {
        if (*text->place == '\\' && text->place[1] == (char)closing)
            text->place++;
        else if (*text->place == '\\' && text->place[1])
            g_string_append_c(value, *text->place++);
        g_string_append_unichar(value, query_peek(text));
    }
    if (!query_peek(text))
        return cql_refuse(text, place, "this quotation mark is never closed; add \"", error);
    query_skip(text);
    return g_strdup(value->str);
}

/* The flags behind a value, %c and %d: letters and scripts are the same anyway. */
static void skip_flags(QueryText *text)
{
    if (cql_takes(text, '%'))
        while (g_ascii_isalpha(*text->place))
            text->place++;
}

TokenTest *cql_parse_value(QueryText *text, TestKind kind, GError **error)
{
    g_autoptr(TokenTest) test = token_test_new(kind);
    test->number = text->tests++;
    query_skip_space(text);
    const char *place = text->place;
    test->column = query_column(text, place);
    test->value = cql_take_string(text, error);
    if (!test->value)
        return NULL;
    skip_flags(text);
    if (!*test->value)
        return cql_refuse(text, place, "nothing between the marks; [] stands for any word", error);
    GError *trouble = NULL;
    g_autoptr(Regex) regex = regex_new(test->value, false, &trouble);
    if (regex)
        return g_steal_pointer(&test);
    query_refuse(text, place, error, "%s", trouble->message);
    g_error_free(trouble);
    return NULL;
}

static const char *const attribute_names[] = {"word", "char", "pos", "concept", "lang", NULL};

bool cql_is_attribute(const char *name, TestKind *kind)
{
    static const TestKind kinds[] = {TEST_WORD, TEST_CHARACTER, TEST_PART, TEST_CONCEPT, TEST_LANGUAGE};
    size_t found = 0;
    while (attribute_names[found] && !g_str_equal(attribute_names[found], name))
        found++;
    *kind = g_str_equal(name, "tag") ? TEST_PART : attribute_names[found] ? kinds[found] : TEST_ANY;
    return *kind != TEST_ANY;
}

bool cql_find_attribute(const QueryText *text, const char *place, const char *name, TestKind *kind,
                        GError **error)
{
    size_t length;
    const char *nearest = query_nearest(name, attribute_names, &length);
    return cql_is_attribute(name, kind) ||
           query_refuse(text, place, error,
                        "there is no attribute %s, did you mean %.*s? To find the text, put it in \"...\"",
                        name, nearest ? (int)length : 4, nearest ? nearest : "word");
}

/* An attribute's name and sign; *is_negated for != . */
static bool take_attribute(QueryText *text, TestKind *kind, bool *is_negated, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    g_autofree char *name = cql_take_name(text);
    if (!*name)
        return query_refuse(text, place, error, "an attribute is missing here; write [word=\"科技\"]");
    if (!cql_find_attribute(text, place, name, kind, error))
        return false;
    *is_negated = cql_takes(text, '!');
    return cql_takes(text, '=') ||
           query_refuse(text, text->place, error,
                        "a sign is missing here; write [word=\"科技\"] or [word!=\"科技\"]");
}

static TokenTest *negated(TokenTest *test)
{
    TokenTest *other = token_test_new(TEST_NOT);
    g_ptr_array_add(other->children, test);
    return other;
}

static TokenTest *parse_bracketed_tests(QueryText *text, GError **error)
{
    const char *place = text->place;
    g_autoptr(TokenTest) test = cql_enter(text, place, error) ? cql_parse_tests(text, error) : NULL;
    text->depth--;
    if (test && !cql_takes(text, ')'))
        return cql_refuse(text, place, "this bracket is never closed; add )", error);
    return g_steal_pointer(&test);
}

static TokenTest *parse_test(QueryText *text, GError **error)
{
    bool is_negated = false;
    while (cql_takes(text, '!'))
        is_negated = !is_negated;
    TestKind kind = TEST_ANY;
    TokenTest *test;
    if (cql_takes(text, '(')) {
        test = parse_bracketed_tests(text, error);
    } else {
        bool is_unequal = false;
        if (!take_attribute(text, &kind, &is_unequal, error))
            return NULL;
        is_negated ^= is_unequal;
        test = cql_parse_value(text, kind, error);
    }
    return test && is_negated ? negated(test) : test;
}

/* Tests with `sign` between them; `parse` reads each. */
static TokenTest *parse_joined(QueryText *text, gunichar sign, TestKind kind,
                               TokenTest *(*parse)(QueryText *, GError **), GError **error)
{
    g_autoptr(TokenTest) joined = token_test_new(kind);
    do {
        TokenTest *test = parse(text, error);
        if (!test)
            return NULL;
        g_ptr_array_add(joined->children, test);
    } while (cql_takes(text, sign));
    return joined->children->len > 1 ? g_steal_pointer(&joined)
                                     : g_ptr_array_steal_index(joined->children, 0);
}

static TokenTest *parse_all_tests(QueryText *text, GError **error)
{
    return parse_joined(text, '&', TEST_AND, parse_test, error);
}

TokenTest *cql_parse_tests(QueryText *text, GError **error)
{
    return parse_joined(text, '|', TEST_OR, parse_all_tests, error);
}
