/* query_cql.c - the power form: CQL as corpus linguists know it.
 *
 *     query    = places ["::" conditions]
 *     places   = choice { ["!"] ("within" | "containing") choice }
 *     choice   = sequence { "|" sequence }
 *     sequence = item { item }
 *     item     = ( [label] "[" [tests] "]" | [label] "word" | "(" choice ")" | <s> | </s> | <s/> )
 *                [ ? * + {n} {n,m} ],  label = a:
 *     tests    = all { "|" all },  all = one { "&" one },  one = "!" one | "(" tests ")" | word="expression"
 *
 * Conditions are read in query_cql_condition.c.
 */
#include "query/query_cql.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

#define EXAMPLE "[word=\"科技\"] []{0,5} [word=\"创新\"]"

enum {
    ITEMS_AT_MOST = 500,
    LABEL_SHORT = 2, /* letters of a label before "...", where longer names are filters */
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
    TokensNode *node = tokens_node_new(is_end ? TOKENS_END : is_whole ? TOKENS_REGION : TOKENS_START);
    node->region = (TokenRegion)found;
    return node;
}

unsigned cql_find_label(const QueryText *text, const char *name, size_t length)
{
    for (unsigned i = 0; i < LABELS_MOST && text->labels[i]; i++)
        if (strlen(text->labels[i]) == length && strncmp(text->labels[i], name, length) == 0)
            return i + 1;
    return 0;
}

/* Passes a: before a word; the label's name, free with g_free(), or NULL if there is none. */
static char *take_label(QueryText *text)
{
    QueryText ahead = *text;
    g_autofree char *name = cql_take_name(&ahead);
    if (!*name || !cql_takes(&ahead, ':') || cql_peek(&ahead) == ':')
        return NULL;
    text->place = ahead.place;
    query_skip_space(text);
    return g_steal_pointer(&name);
}

/* Keeps the label, which stood at `place`; its number, 0 with an error. */
static unsigned keep_label(QueryText *text, const char *place, const char *name, GError **error)
{
    unsigned number = cql_find_label(text, name, strlen(name));
    size_t count = 0;
    while (count < LABELS_MOST && text->labels[count])
        count++;
    if (number)
        return number;
    const char *problem = strchr(name, '.')            ? "a label has letters and digits alone"
                          : g_str_equal(name, "match") ? "match means the whole place; take another label"
                          : text->is_behind_relation   ? "labels stand in the pattern, not behind within"
                          : count == LABELS_MOST       ? "at most 8 different labels"
                                                       : NULL;
    if (problem)
        return query_refuse(text, place, error, "%s", problem);
    text->labels[count] = g_strdup(name);
    return (unsigned)count + 1;
}

static TokensNode *parse_word(QueryText *text, GError **error)
{
    const char *place = text->place;
    if (cql_peek(text) == '"' || cql_peek(text) == '\'')
        return one(cql_parse_value(text, TEST_WORD, error));
    if (cql_takes(text, '['))
        return parse_token(text, place, error);
    return cql_refuse(text, place, "a label belongs to one word; write a:[word=\"科技\"]", error);
}

static TokensNode *parse_labelled(QueryText *text, const char *place, const char *name, GError **error)
{
    unsigned label = keep_label(text, place, name, error);
    TokensNode *node = label ? parse_word(text, error) : NULL;
    if (node)
        node->label = label;
    return node;
}

static TokensNode *parse_primary(QueryText *text, GError **error)
{
    query_skip_space(text);
    const char *place = text->place;
    if (++text->terms > ITEMS_AT_MOST)
        return cql_refuse(text, place, "more than 500 words; ask in parts", error);
    g_autofree char *label = take_label(text);
    if (label)
        return parse_labelled(text, place, label, error);
    if (cql_peek(text) == '"' || cql_peek(text) == '\'' || cql_peek(text) == '[')
        return parse_word(text, error);
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
    QueryText ahead = *text;
    g_autofree char *label = take_label(&ahead);
    gunichar c = cql_peek(text);
    return !label && c != '[' && c != '"' && c != '\'' && c != '(' && c != '<';
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
        text->is_behind_relation = true;
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

/* Puts the condition around the pattern itself, which is what all within and containing choose from. */
static void place_condition(TokensNode **node, TokensCondition *condition)
{
    while ((*node)->kind == TOKENS_WITHIN || (*node)->kind == TOKENS_CONTAINING)
        node = (TokensNode **)&(*node)->children->pdata[0];
    TokensNode *where = tokens_node_new(TOKENS_WHERE);
    where->condition = condition;
    g_ptr_array_add(where->children, *node);
    *node = where;
}

/* ---- The whole ------------------------------------------------------------------------------- */

/* Whether what a word of a pattern begins with stands behind [: ], a bracket, a sign or an attribute. */
static bool begins_word(const char *text)
{
    QueryText reading = {.text = text, .place = text};
    if (!cql_takes(&reading, '['))
        return false;
    if (cql_takes(&reading, ']') || cql_takes(&reading, '!') || cql_takes(&reading, '('))
        return true;
    g_autofree char *name = cql_take_name(&reading);
    return *name && (cql_takes(&reading, '!') || cql_takes(&reading, '='));
}

bool query_is_cql(const char *text)
{
    while (query_operator(g_utf8_get_char(text)) == '(')
        text = g_utf8_next_char(text);
    QueryText reading = {.text = text, .place = text};
    gunichar first = cql_peek(&reading);
    if (first == '[' || first == '<')
        return true;
    g_autofree char *name = first == '"' ? cql_take_string(&reading, NULL) : cql_take_name(&reading);
    if (!name || !*name || (first != '"' && !cql_takes(&reading, ':')))
        return false;
    bool is_short = strlen(name) <= LABEL_SHORT && first != '"';
    return begins_word(reading.place) || (is_short && cql_peek(&reading) == '"');
}

/* Behind the pattern: conditions with :: before them, or, if they are of labels, with &. */
static bool parse_rest(QueryText *text, QueryNode *root, GError **error)
{
    bool has_conditions =
        cql_takes(text, ':') ? cql_takes(text, ':') : text->labels[0] && cql_takes(text, '&');
    g_autoptr(TokensCondition) condition = NULL;
    if (has_conditions && !cql_parse_conditions(text, &condition, error))
        return false;
    if (condition)
        place_condition(&root->tokens, g_steal_pointer(&condition));
    query_skip_space(text);
    return !*text->place ||
           query_refuse(text, text->place, error,
                        "not understood from here; write " EXAMPLE " within <s/> :: match.year > 2015");
}

static bool parse_whole(QueryText *text, QueryNode *root, GError **error)
{
    root->tokens = parse_places(text, error);
    if (!root->tokens || !parse_rest(text, root, error))
        return false;
    root->tests = text->tests;
    bool has_words = tokens_has_test(root->tokens, TEST_WORD) || tokens_has_test(root->tokens, TEST_PART);
    return !has_words || !tokens_has_test(root->tokens, TEST_CHARACTER) ||
           query_refuse(text, text->text, error,
                        "char counts characters, word and pos count words; use one or the other");
}

bool query_parse_cql(QueryText *text, GError **error)
{
    QueryNode *root = query_node_new(QUERY_TOKENS);
    text->query->root = root;
    root->column = query_column(text, text->place);
    bool is_read = parse_whole(text, root, error);
    for (size_t i = 0; i < LABELS_MOST; i++)
        g_free(text->labels[i]);
    return is_read;
}
