/* query_cql.c - the power form: CQL as corpus linguists know it.
 *
 *     query    = places ["::" condition { "&" condition }]
 *     places   = choice { ["!"] ("within" | "containing") choice }
 *     choice   = sequence { "|" sequence }
 *     sequence = item { item }
 *     item     = ( "[" [tests] "]" | "word" | "(" choice ")" | <s> | </s> | <s/> ) [ ? * + {n} {n,m} ]
 *     tests    = all { "|" all },  all = one { "&" one },  one = "!" one | "(" tests ")" | word="expression"
 *     condition = match.year > 2015
 */
#include "query/query_cql.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

#define EXAMPLE "[word=\"科技\"] []{0,5} [word=\"创新\"]"

enum {
    ITEMS_AT_MOST = 500,
};

/* Passes the word, and white space before it, if it stands there as a whole. */
static bool takes_word(QueryText *text, const char *word)
{
    query_skip_space(text);
    bool is_there = g_str_has_prefix(text->place, word) && !g_ascii_isalnum(text->place[strlen(word)]);
    if (is_there)
        text->place += strlen(word);
    return is_there;
}

/* ---- Items ----------------------------------------------------------------------------------- */

static TokensNode *parse_choice(QueryText *text, GError **error);

static TokensNode *one(TokenTest *test)
{
    if (!test)
        return NULL;
    TokensNode *node = tokens_node_new(TOKENS_ONE);
    node->test = test;
    return node;
}

/* What stands behind [. */
static TokensNode *parse_token(QueryText *text, const char *opening, GError **error)
{
    if (cql_takes(text, ']'))
        return one(token_test_new(TEST_ANY));
    g_autoptr(TokenTest) test = cql_parse_tests(text, error);
    if (test && !cql_takes(text, ']'))
        return cql_refuse(text, opening, "this bracket is never closed; add ]", error);
    return one(g_steal_pointer(&test));
}

/* What stands behind (. */
static TokensNode *parse_group(QueryText *text, const char *opening, GError **error)
{
    g_autoptr(TokensNode) node = cql_enter(text, opening, error) ? parse_choice(text, error) : NULL;
    text->depth--;
    if (node && !cql_takes(text, ')'))
        return cql_refuse(text, opening, "this bracket is never closed; add )", error);
    return g_steal_pointer(&node);
}

/* What stands behind <. */
static TokensNode *parse_region(QueryText *text, const char *opening, GError **error)
{
    static const char *const names[] = {"s", "p", "art", "title", "doc", NULL};
    bool is_end = cql_takes(text, '/');
    g_autofree char *name = cql_take_name(text);
    bool is_whole = cql_takes(text, '/');
    size_t found = 0;
    while (names[found] && !g_str_equal(names[found], name))
        found++;
    if (!names[found] || !cql_takes(text, '>') || (is_end && is_whole))
        return cql_refuse(text, opening,
                          "not a region; write <s>, </s> or <s/>; there are s, p, art, title and doc", error);
    bool is_wide = found == REGION_ARTICLE || found == REGION_DOCUMENT;
    if (is_end && is_wide)
        return cql_refuse(text, opening, "only the beginning of an article or document can be asked for",
                          error);
    TokensNode *node = tokens_node_new(is_end ? TOKENS_END : is_whole ? TOKENS_REGION : TOKENS_START);
    node->region = (TokenRegion)found;
    return node;
}

static TokensNode *parse_primary(QueryText *text, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    if (++text->terms > ITEMS_AT_MOST)
        return cql_refuse(text, place, "more than 500 words; ask in parts", error);
    if (cql_peek(text) == '"' || cql_peek(text) == '\'')
        return one(cql_parse_value(text, TEST_WORD, error));
    if (cql_takes(text, '['))
        return parse_token(text, place, error);
    if (cql_takes(text, '('))
        return parse_group(text, place, error);
    if (cql_takes(text, '<'))
        return parse_region(text, place, error);
    return cql_refuse(text, place, "a word is missing here; write " EXAMPLE, error);
}

static bool take_number(QueryText *text, unsigned *number)
{
    query_skip_space(text);
    bool is_there = g_ascii_isdigit(*text->place);
    guint64 read = is_there ? g_ascii_strtoull(text->place, (char **)&text->place, 10) : 0;
    *number = (unsigned)MIN(read, TOKENS_MOST + 1);
    return is_there;
}

/* {n}, {n,}, {,m} or {n,m}, behind its brace. */
static bool take_bounds(QueryText *text, const char *place, unsigned *least, unsigned *most, GError **error)
{
    bool has_least = take_number(text, least), has_comma = cql_takes(text, ',');
    bool has_most = has_comma && take_number(text, most);
    if (!has_comma)
        *most = *least;
    else if (!has_most)
        *most = TOKENS_MOST;
    if (!cql_takes(text, '}') || (!has_least && !has_most))
        return query_refuse(text, place, error, "not a number of times; write {2}, {0,5} or {1,}");
    if (*most > TOKENS_MOST || *least > *most)
        return query_refuse(text, place, error, "at most 1000 times, and the smaller number first");
    return true;
}

static bool take_quantifier(QueryText *text, unsigned *least, unsigned *most, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    if (cql_takes(text, '{'))
        return take_bounds(text, place, least, most, error);
    bool is_optional = cql_takes(text, '?'), is_any = !is_optional && cql_takes(text, '*');
    *least = !is_optional && !is_any;
    *most = is_any || (!is_optional && cql_takes(text, '+')) ? TOKENS_MOST : 1;
    return true;
}

static TokensNode *parse_item(QueryText *text, GError **error)
{
    g_autoptr(TokensNode) node = parse_primary(text, error);
    unsigned least, most;
    if (!node || !take_quantifier(text, &least, &most, error))
        return NULL;
    if (least == 1 && most == 1)
        return g_steal_pointer(&node);
    TokensNode *repeat = tokens_node_new(TOKENS_REPEAT);
    repeat->least = least;
    repeat->most = most;
    g_ptr_array_add(repeat->children, g_steal_pointer(&node));
    return repeat;
}

static bool ends_sequence(QueryText *text)
{
    query_skip_space(text);
    gunichar c = cql_peek(text);
    return c != '[' && c != '"' && c != '\'' && c != '(' && c != '<';
}

static TokensNode *simplified(TokensNode *node)
{
    if (node->children->len != 1)
        return node;
    TokensNode *only = g_ptr_array_steal_index(node->children, 0);
    tokens_node_free(node);
    return only;
}

static TokensNode *parse_sequence(QueryText *text, GError **error)
{
    g_autoptr(TokensNode) sequence = tokens_node_new(TOKENS_SEQUENCE);
    do {
        TokensNode *item = parse_item(text, error);
        if (!item)
            return NULL;
        g_ptr_array_add(sequence->children, item);
    } while (!ends_sequence(text));
    return simplified(g_steal_pointer(&sequence));
}

static TokensNode *parse_choice(QueryText *text, GError **error)
{
    g_autoptr(TokensNode) choice = tokens_node_new(TOKENS_CHOICE);
    do {
        TokensNode *sequence = parse_sequence(text, error);
        if (!sequence)
            return NULL;
        g_ptr_array_add(choice->children, sequence);
    } while (cql_takes(text, '|'));
    return simplified(g_steal_pointer(&choice));
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* Whether within or containing comes, or the contrary of it. */
static bool takes_relation(QueryText *text, TokensKind *kind, bool *is_negated)
{
    const char *place = text->place;
    *is_negated = cql_takes(text, '!') || takes_word(text, "not");
    *kind = takes_word(text, "within") ? TOKENS_WITHIN : TOKENS_CONTAINING;
    bool is_there = *kind == TOKENS_WITHIN || takes_word(text, "containing");
    if (!is_there)
        text->place = place;
    *is_negated ^= is_there && cql_takes(text, '!');
    return is_there;
}

static bool is_wide_region(const TokensNode *node)
{
    return node->kind == TOKENS_REGION && (node->region == REGION_ARTICLE || node->region == REGION_DOCUMENT);
}

static TokensNode *parse_places(QueryText *text, GError **error)
{
    const char *start = text->place;
    g_autoptr(TokensNode) node = parse_choice(text, error);
    if (node && is_wide_region(node))
        return cql_refuse(
            text, start, "a place lies in one paragraph; write <p/> or <s/>, or <art/> behind within", error);
    TokensKind kind;
    bool is_negated;
    while (node && takes_relation(text, &kind, &is_negated)) {
        TokensNode *other = parse_choice(text, error);
        if (!other)
            return NULL;
        TokensNode *relation = tokens_node_new(kind);
        relation->is_negated = is_negated;
        g_ptr_array_add(relation->children, g_steal_pointer(&node));
        g_ptr_array_add(relation->children, other);
        node = relation;
    }
    return g_steal_pointer(&node);
}

/* ---- Conditions ------------------------------------------------------------------------------ */

/* The sign of a comparison, "" if there is none. */
static const char *take_comparison(QueryText *text)
{
    static const char *const signs[] = {"!=", "<=", ">=", "=", "<", ">"};
    query_skip_space(text);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (g_str_has_prefix(text->place, signs[i])) {
            text->place += strlen(signs[i]);
            return signs[i];
        }
    return "";
}

/* The condition as a filter in the simple form: match.year > 2015 is year:2016.. . NULL with an error. Free
 * with g_free(). */
static char *parse_condition(QueryText *text, bool *is_negated, GError **error)
{
    const char *place = text->place;
    g_autofree char *name = cql_take_name(text);
    const char *field = strrchr(name, '.') ? strrchr(name, '.') + 1 : name;
    field += g_str_has_prefix(field, "text_") ? strlen("text_") : 0;
    const char *sign = take_comparison(text);
    query_skip_space(text);
    unsigned number = 0;
    bool is_string = cql_peek(text) == '"' || cql_peek(text) == '\'';
    g_autofree char *value = is_string ? cql_take_string(text, error) : cql_take_name(text);
    if (!value)
        return NULL;
    if (!*field || !*sign || !*value)
        return cql_refuse(text, place, "not a condition; write :: match.year > 2015 & match.type = \"办法\"",
                          error);
    *is_negated = g_str_equal(sign, "!=");
    number = (unsigned)MIN(g_ascii_strtoull(value, NULL, 10), 9998);
    if (*is_negated || g_str_equal(sign, "="))
        return g_strdup_printf(strchr(value, ' ') ? "%s:\"%s\"" : "%s:%s", field, value);
    if (strlen(value) != 4 || !g_ascii_isdigit(*value))
        return cql_refuse(text, place, "only years are smaller or larger; write match.year > 2015", error);
    return sign[0] == '<' ? g_strdup_printf("%s:..%u", field, number - (sign[1] == 0))
                          : g_strdup_printf("%s:%u..", field, number + (sign[1] == 0));
}

static bool take_condition(QueryText *text, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    bool is_negated = false, is_filter = false;
    g_autofree char *written = parse_condition(text, &is_negated, error);
    if (!written)
        return false;
    QueryText filter = {.text = written, .place = written, .query = text->query};
    GError *trouble = NULL;
    if (query_take_filter(&filter, is_negated, &is_filter, &trouble) && is_filter)
        return true;
    query_refuse(text, place, error, "%s",
                 trouble ? "no such field or value; write :: match.year > 2015 & match.type = \"办法\""
                         : "not a condition; write :: match.year > 2015");
    g_clear_error(&trouble);
    return false;
}

bool query_is_cql(const char *text)
{
    while (query_operator(g_utf8_get_char(text)) == '(')
        text = g_utf8_next_char(text);
    return *text == '[' || *text == '<' || g_str_has_prefix(text, "［") || g_str_has_prefix(text, "＜");
}

bool query_parse_cql(QueryText *text, GError **error)
{
    QueryNode *root = query_node_new(QUERY_TOKENS);
    text->query->root = root;
    root->column = query_column(text, text->place);
    root->tokens = parse_places(text, error);
    root->tests = text->tests;
    if (!root->tokens)
        return false;
    if (tokens_has_test(root->tokens, TEST_CHARACTER) &&
        (tokens_has_test(root->tokens, TEST_WORD) || tokens_has_test(root->tokens, TEST_PART)))
        return query_refuse(text, text->text, error,
                            "char counts characters, word and pos count words; use one or the other");
    if (cql_takes(text, ':')) {
        do {
            cql_takes(text, ':');
            if (!take_condition(text, error))
                return false;
        } while (cql_takes(text, '&'));
    }
    query_skip_space(text);
    return !*text->place ||
           query_refuse(text, text->place, error,
                        "not understood from here; write " EXAMPLE " within <s/> :: match.year > 2015");
}
