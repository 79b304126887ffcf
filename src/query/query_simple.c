/* query_simple.c - the simple form, what a search box does.
 *
 *     any     = scoped { "|" scoped }
 *     scoped  = all { "@art" all }
 *     all     = { filter | ["-"] near }
 *     near    = item { ("~10" | ">10") item }
 *     item    = "(" any ")" | "{" concept "}" | "phrase" | /regex/ | word
 */
#include "query/query_text.h"

#include "base/error.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "query/pattern.h"

#include <string.h>

enum {
    TERMS_AT_MOST = 1000,
    DISTANCE = 10, /* of ~ and > without a number */
    FARTHEST = 1000,
};

static QueryNode *refuse(const QueryText *text, const char *place, const char *problem, GError **error)
{
    query_refuse(text, place, error, "%s", problem);
    return NULL;
}

/* ---- Leaves ---------------------------------------------------------------------------------- */

static QueryNode *leaf(const QueryText *text, QueryKind kind, const char *start, const char *end)
{
    QueryNode *node = query_node_new(kind);
    node->text = g_strndup(start, (size_t)(end - start));
    node->column = query_column(text, start);
    g_strstrip(node->text);
    return node;
}

static bool ends_word(gunichar c)
{
    return !c || utf8_is_space(c) || query_operator(c) == '|' || query_operator(c) == ')';
}

/* A word as it stands, up to white space or an sign. Signs inside a word are characters like any other,
 * so that text with its quotation marks and brackets can be pasted: 解决“卡脖子”问题, 国发（2018）5号. */
static QueryNode *parse_bare(QueryText *text, GError **error)
{
    const char *start = text->place;
    unsigned open = 0;
    for (gunichar c; !ends_word(c = query_peek(text)) || (open && query_operator(c) == ')');
         query_skip(text)) {
        open += query_operator(c) == '(';
        open -= query_operator(c) == ')';
    }
    g_autoptr(QueryNode) node = leaf(text, QUERY_PHRASE, start, text->place);
    if (*node->text == '[' && strstr(node->text, "=\""))
        return refuse(text, start, "questions about words stand alone; begin with [, or put this in \"...\"",
                      error);
    if (!pattern_is_one(node->text))
        return g_steal_pointer(&node);
    node->kind = QUERY_PATTERN;
    const char *problem = pattern_refuses(node->text);
    return problem ? refuse(text, start, problem, error) : g_steal_pointer(&node);
}

/* The mark that closes what `opening` opens: “ is closed by ”, any other quotation mark by its like. */
static bool closes(gunichar opening, gunichar c)
{
    if (opening == 0x201C)
        return c == 0x201D;
    return query_operator(opening) == '{' ? query_operator(c) == '}' : c == opening;
}

/* What stands between an opening and a closing mark. */
static QueryNode *parse_enclosed(QueryText *text, QueryKind kind, const char *problem, GError **error)
{
    const char *place = text->place;
    gunichar opening = query_peek(text);
    query_skip(text);
    const char *start = text->place;
    while (query_peek(text) && !closes(opening, query_peek(text)))
        query_skip(text);
    if (!query_peek(text))
        return refuse(text, place, problem, error);
    g_autoptr(QueryNode) node = leaf(text, kind, start, text->place);
    query_skip(text);
    if (opening == 0x201C && !ends_word(query_peek(text))) { /* “卡脖子”技术 is one word with marks in it */
        text->place = place;
        return parse_bare(text, error);
    }
    return *node->text ? g_steal_pointer(&node) : refuse(text, place, "nothing between the marks", error);
}

/* {mcf} is a concept; {talent:*}, {cat:talent} and {类:talent} are classes. */
static QueryNode *parse_concept(QueryText *text, GError **error)
{
    g_autoptr(QueryNode) node =
        parse_enclosed(text, QUERY_CONCEPT, "this brace is never closed; write {mcf}", error);
    if (!node)
        return NULL;
    char *name = query_class_name(node->text);
    if (!name)
        return g_steal_pointer(&node);
    node->kind = QUERY_CLASS;
    g_free(node->text);
    node->text = name;
    return *name ? g_steal_pointer(&node)
                 : refuse(text, text->place, "a class is missing; write {cat:talent}", error);
}

/* The slash that closes the expression which begins at `start`, or NULL. */
static const char *closing_slash(const char *start)
{
    for (const char *place = start; *place; place++) {
        if (*place == '\\' && place[1])
            place++;
        else if (*place == '/' && ends_word(g_utf8_get_char(place + 1)))
            return place;
    }
    return NULL;
}

static QueryNode *parse_regex(QueryText *text, GError **error)
{
    const char *start = text->place, *end = closing_slash(start + 1);
    if (!end)
        return refuse(text, start,
                      "this regular expression is never closed; add /, or put the text in \"...\"", error);
    if (end == start + 1)
        return refuse(text, start, "nothing between the slashes; write /第.{1,3}条/", error);
    g_autoptr(QueryNode) node = query_node_new(QUERY_REGEX);
    node->text = g_strndup(start + 1, (size_t)(end - start - 1));
    node->column = query_column(text, start);
    text->place = end + 1;
    GError *trouble = NULL;
    g_autoptr(Regex) regex = regex_new(node->text, false, &trouble);
    if (regex)
        return g_steal_pointer(&node);
    query_refuse(text, start, error, "%s", trouble->message);
    g_error_free(trouble);
    return NULL;
}

/* ---- Items ----------------------------------------------------------------------------------- */

static bool parse_any(QueryText *text, QueryNode **node, GError **error);

static QueryNode *parse_group(QueryText *text, GError **error)
{
    const char *opening = text->place;
    if (text->depth == QUERY_DEEPEST)
        return refuse(text, opening, "more than 100 brackets inside each other; simplify the question",
                      error);
    text->depth++;
    query_skip(text);
    g_autoptr(QueryNode) node = NULL;
    bool is_read = parse_any(text, &node, error);
    text->depth--;
    if (!is_read)
        return NULL;
    if (query_operator(query_peek(text)) != ')')
        return refuse(text, opening, "this bracket is never closed; add )", error);
    query_skip(text);
    return g_steal_pointer(&node);
}

static QueryNode *parse_item(QueryText *text, GError **error)
{
    gunichar c = query_peek(text);
    if (++text->terms > TERMS_AT_MOST)
        return refuse(text, text->place, "more than 1000 words; ask in parts", error);
    switch (query_operator(c)) {
    case '(':
        return parse_group(text, error);
    case '"':
        return parse_enclosed(text, QUERY_PHRASE, "this quotation mark is never closed; add \"", error);
    case '{':
        return parse_concept(text, error);
    case '|':
    case ')':
    case '}':
        return refuse(text, text->place,
                      "nothing to close or to choose from here; put the sign in \"...\" to find it", error);
    default:
        return c == '/' ? parse_regex(text, error) : parse_bare(text, error);
    }
}

/* Whether the place has a minus sign that negates: one with something behind it. */
static bool is_minus(const QueryText *text)
{
    return text->place[0] == '-' && text->place[1] && !utf8_is_space(g_utf8_get_char(text->place + 1));
}

/* Whether ~10 or >10 stands at the place, as a word of its own; also … between blanks, which is >5. If so it
 * is passed. */
static bool takes_distance(QueryText *text, QueryKind *kind, unsigned *distance)
{
    char sign = query_operator(query_peek(text));
    bool is_gap = query_peek(text) == 0x2026;
    if (sign != '~' && sign != '>' && !is_gap)
        return false;
    const char *place = text->place;
    while (g_utf8_get_char(place) == query_peek(text))
        place = g_utf8_next_char(place);
    char *end;
    guint64 number = g_ascii_isdigit(*place) ? g_ascii_strtoull(place, &end, 10)
                                             : (end = (char *)place, is_gap ? PATTERN_GAP : DISTANCE);
    if (!ends_word(g_utf8_get_char(end)))
        return false;
    *kind = sign == '~' ? QUERY_NEAR : QUERY_ORDER;
    *distance = (unsigned)MIN(number, FARTHEST + 1);
    text->place = end;
    return true;
}

/* What stands behind ~ or >, which stood at `place`. */
static QueryNode *parse_right(QueryText *text, const char *place, unsigned distance, GError **error)
{
    if (distance > FARTHEST)
        return refuse(text, place, "at most 1000 characters apart; for farther ones write A @p B or A @doc B",
                      error);
    query_skip_space(text);
    if (ends_word(query_peek(text)))
        return refuse(text, place, "nothing behind this sign; write 军民 ~10 融合", error);
    if (is_minus(text))
        return refuse(text, text->place, "what is not there is not near; write A -B", error);
    return parse_item(text, error);
}

static QueryNode *joined(QueryKind kind, QueryNode *left, QueryNode *right)
{
    QueryNode *both = query_node_new(kind);
    both->column = left->column;
    g_ptr_array_add(both->children, left);
    g_ptr_array_add(both->children, right);
    return both;
}

/* Items with ~ and > between them, which hold from left to right. */
static QueryNode *parse_near(QueryText *text, GError **error)
{
    g_autoptr(QueryNode) left = parse_item(text, error);
    while (left) {
        QueryKind kind;
        unsigned distance;
        query_skip_space(text);
        const char *place = text->place;
        if (!takes_distance(text, &kind, &distance))
            break;
        QueryNode *right = parse_right(text, place, distance, error);
        if (!right)
            return NULL;
        left = joined(kind, g_steal_pointer(&left), right);
        left->distance = distance;
    }
    return g_steal_pointer(&left);
}

/* ---- Regions --------------------------------------------------------------------------------- */

static const char *const scope_names[] = {
    [SCOPE_SENTENCE] = "s sentence 句",
    [SCOPE_PARAGRAPH] = "p paragraph 段",
    [SCOPE_ARTICLE] = "art article 条",
    [SCOPE_DOCUMENT] = "doc document 篇",
};

static bool begins_scope(const QueryText *text)
{
    return query_operator(query_peek(text)) == '@' &&
           !ends_word(g_utf8_get_char(g_utf8_next_char(text->place)));
}

/* Takes @s, @p, @art or @doc. */
static bool take_scope(QueryText *text, QueryScope *scope, GError **error)
{
    const char *place = text->place;
    query_skip(text);
    const char *start = text->place;
    while (!ends_word(query_peek(text)))
        query_skip(text);
    g_autofree char *name = g_strndup(start, (size_t)(text->place - start));
    for (size_t i = 0; i < G_N_ELEMENTS(scope_names); i++) {
        g_auto(GStrv) names = g_strsplit(scope_names[i], " ", -1);
        *scope = (QueryScope)i;
        if (g_strv_contains((const char *const *)names, name))
            return true;
    }
    return query_refuse(
        text, place, error,
        "there is no region @%s; write @s, @p, @art or @doc between two words, or put it in \"...\"", name);
}

/* ---- And, or --------------------------------------------------------------------------------- */

static bool has_positive(const QueryNode *node)
{
    for (size_t i = 0; i < node->children->len; i++)
        if (!((const QueryNode *)node->children->pdata[i])->is_negated)
            return true;
    return false;
}

/* A node with one child is that child, unless the child is negated. */
static QueryNode *simplified(QueryNode *node)
{
    QueryNode *only = node->children->len == 1 ? node->children->pdata[0] : NULL;
    if (!only || only->is_negated)
        return node;
    g_ptr_array_set_free_func(node->children, NULL);
    query_node_free(node);
    return only;
}

static bool ends_all(const QueryText *text)
{
    char sign = query_operator(query_peek(text));
    return !query_peek(text) || sign == '|' || sign == ')' || begins_scope(text);
}

/* Items and filters with blanks between them; there may be no item. */
static QueryNode *parse_all(QueryText *text, GError **error)
{
    g_autoptr(QueryNode) all = query_node_new(QUERY_AND);
    all->column = query_column(text, text->place);
    for (query_skip_space(text); !ends_all(text); query_skip_space(text)) {
        bool is_negated = is_minus(text), is_filter;
        text->place += is_negated;
        if (!query_take_filter(text, is_negated, &is_filter, error))
            return NULL;
        QueryNode *item = is_filter ? NULL : parse_near(text, error);
        if (!item && !is_filter)
            return NULL;
        if (item) {
            item->is_negated = is_negated;
            g_ptr_array_add(all->children, item);
        }
    }
    return g_steal_pointer(&all);
}

/* Makes the children of `all` children of `scoped`, if none of them must be there: A @doc -B -C. */
static bool lift_negated(QueryNode *scoped, QueryNode *all)
{
    if (all->children->len == 0 || has_positive(all))
        return false;
    g_ptr_array_set_free_func(all->children, NULL);
    for (size_t i = 0; i < all->children->len; i++)
        g_ptr_array_add(scoped->children, all->children->pdata[i]);
    query_node_free(all);
    return true;
}

/* Joins what stands before a region's sign with what stands behind it. */
static QueryNode *join_scoped(QueryNode *left, QueryScope scope, QueryNode *right)
{
    QueryNode *scoped = left;
    if (left->kind != QUERY_AND || left->scope != scope || !has_positive(left)) {
        scoped = query_node_new(QUERY_AND);
        scoped->scope = scope;
        scoped->column = left->column;
        if (!lift_negated(scoped, left))
            g_ptr_array_add(scoped->children, simplified(left));
    }
    if (!lift_negated(scoped, right))
        g_ptr_array_add(scoped->children, simplified(right));
    return scoped;
}

static QueryNode *parse_scoped(QueryText *text, GError **error)
{
    const char *start = text->place;
    g_autoptr(QueryNode) left = parse_all(text, error);
    while (left && begins_scope(text)) {
        QueryScope scope;
        if (left->children->len == 0)
            return refuse(text, text->place, "nothing before this sign; write 军民 @art 融合", error);
        const char *place = text->place;
        if (!take_scope(text, &scope, error))
            return NULL;
        g_autoptr(QueryNode) right = parse_all(text, error);
        if (!right)
            return NULL;
        if (right->children->len == 0)
            return refuse(text, place, "nothing behind this sign; write 军民 @art 融合", error);
        left = join_scoped(g_steal_pointer(&left), scope, g_steal_pointer(&right));
    }
    if (left && left->children->len > 0 && !has_positive(left))
        return refuse(text, start, "only words that must not be there; add one that must", error);
    return g_steal_pointer(&left);
}

/* *node gets the tree, NULL if there are filters alone; false with an error. */
static bool parse_any(QueryText *text, QueryNode **node, GError **error)
{
    g_autoptr(QueryNode) any = query_node_new(QUERY_OR);
    for (;;) {
        any->column = any->column ? any->column : query_column(text, text->place);
        g_autoptr(QueryNode) all = parse_scoped(text, error);
        if (!all)
            return false;
        bool is_last = query_operator(query_peek(text)) != '|';
        bool is_empty = all->children->len == 0;
        if (is_empty && is_last && any->children->len == 0 && text->depth == 0 && text->query->filters->len)
            return true;
        if (is_empty)
            return query_refuse(text, text->place, error,
                                "a word is missing here; ask for example: 科技 创新");
        g_ptr_array_add(any->children, simplified(g_steal_pointer(&all)));
        if (is_last)
            break;
        query_skip(text);
    }
    *node = simplified(g_steal_pointer(&any));
    return true;
}

bool query_parse_simple(QueryText *text, GError **error)
{
    if (!parse_any(text, &text->query->root, error))
        return false;
    return !*text->place ||
           query_refuse(text, text->place, error, "a bracket is closed here that was never opened");
}
