#include "search/query.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

/* Deeper nesting than any person writes; keeps the parser's own stack small. */
static const unsigned MAX_DEPTH = 100;

typedef struct {
    const char *text, *place;
    unsigned depth;
} Parser;

static QueryNode *node_new(QueryKind kind)
{
    QueryNode *node = g_new0(QueryNode, 1);
    node->kind = kind;
    return node;
}

static void node_free(void *data)
{
    QueryNode *node = data;
    if (!node)
        return;
    if (node->children)
        g_ptr_array_unref(node->children);
    g_free(node->text);
    g_free(node);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(QueryNode, node_free)

/* ---- Characters ------------------------------------------------------------------------------ */

/* The operator a character stands for, in half or full width, or 0. */
static char operator_of(gunichar c)
{
    switch (c) {
    case '(':
    case 0xFF08:
        return '(';
    case ')':
    case 0xFF09:
        return ')';
    case '|':
    case 0xFF5C:
        return '|';
    case '"':
    case 0x201C:
    case 0x201D:
    case 0xFF02:
        return '"';
    case '{':
    case 0xFF5B:
        return '{';
    case '}':
    case 0xFF5D:
        return '}';
    default:
        return 0;
    }
}

static gunichar peek(const Parser *parser)
{
    return *parser->place ? g_utf8_get_char(parser->place) : 0;
}

static void skip(Parser *parser)
{
    parser->place = g_utf8_next_char(parser->place);
}

static void skip_space(Parser *parser)
{
    while (utf8_is_space(peek(parser)))
        skip(parser);
}

static QueryNode *refuse(const Parser *parser, const char *place, const char *problem, GError **error)
{
    glong column = g_utf8_pointer_to_offset(parser->text, place) + 1;
    fail(error, TIFA_ERROR_QUERY, "question: column %ld: %s", column, problem);
    return NULL;
}

/* ---- Leaves ---------------------------------------------------------------------------------- */

static QueryNode *leaf(QueryKind kind, const char *start, const char *end)
{
    QueryNode *node = node_new(kind);
    node->text = g_strndup(start, (size_t)(end - start));
    g_strstrip(node->text);
    return node;
}

static bool ends_word(gunichar c)
{
    return !c || utf8_is_space(c) || operator_of(c) == '|' || operator_of(c) == ')';
}

/* A word as it stands, up to white space or an operator. Signs inside a word are characters like any other,
 * so that text with its quotation marks and brackets can be pasted: 解决“卡脖子”问题, 国发（2018）5号. */
static QueryNode *parse_bare(Parser *parser)
{
    const char *start = parser->place;
    unsigned open = 0;
    for (gunichar c; !ends_word(c = peek(parser)) || (open && operator_of(c) == ')'); skip(parser)) {
        open += operator_of(c) == '(';
        open -= operator_of(c) == ')';
    }
    return leaf(QUERY_PHRASE, start, parser->place);
}

/* The mark that closes what `opening` opens: “ is closed by ”, any other quotation mark by its like. */
static bool closes(gunichar opening, gunichar c)
{
    if (opening == 0x201C)
        return c == 0x201D;
    return operator_of(opening) == '{' ? operator_of(c) == '}' : c == opening;
}

/* What stands between an opening and a closing mark. */
static QueryNode *parse_enclosed(Parser *parser, QueryKind kind, const char *problem, GError **error)
{
    const char *place = parser->place;
    gunichar opening = peek(parser);
    skip(parser);
    const char *start = parser->place;
    while (peek(parser) && !closes(opening, peek(parser)))
        skip(parser);
    if (!peek(parser))
        return refuse(parser, place, problem, error);
    g_autoptr(QueryNode) node = leaf(kind, start, parser->place);
    skip(parser);
    if (opening == 0x201C && !ends_word(peek(parser))) { /* “卡脖子”技术 is one word with marks in it */
        parser->place = place;
        return parse_bare(parser);
    }
    return *node->text ? g_steal_pointer(&node) : refuse(parser, place, "nothing between the marks", error);
}

/* ---- Trees ----------------------------------------------------------------------------------- */

static QueryNode *parse_any(Parser *parser, GError **error);

static QueryNode *parse_group(Parser *parser, GError **error)
{
    const char *opening = parser->place;
    if (parser->depth == MAX_DEPTH)
        return refuse(parser, opening, "more than 100 brackets inside each other; simplify the question",
                      error);
    parser->depth++;
    skip(parser);
    g_autoptr(QueryNode) node = parse_any(parser, error);
    parser->depth--;
    if (!node)
        return NULL;
    if (operator_of(peek(parser)) != ')')
        return refuse(parser, opening, "this bracket is never closed; add )", error);
    skip(parser);
    return g_steal_pointer(&node);
}

static QueryNode *parse_item(Parser *parser, GError **error)
{
    switch (operator_of(peek(parser))) {
    case '(':
        return parse_group(parser, error);
    case '"':
        return parse_enclosed(parser, QUERY_PHRASE, "this quotation mark is never closed; add \"", error);
    case '{':
        return parse_enclosed(parser, QUERY_CONCEPT, "this brace is never closed; write {mcf}", error);
    case 0:
        return parse_bare(parser);
    default:
        return refuse(parser, parser->place,
                      "nothing to close or to choose from here; put the sign in \"...\" to find it", error);
    }
}

/* Whether the place has a minus sign that negates: one with something behind it. */
static bool takes_minus(Parser *parser)
{
    bool is_minus =
        parser->place[0] == '-' && parser->place[1] && !utf8_is_space(g_utf8_get_char(parser->place + 1));
    parser->place += is_minus;
    return is_minus;
}

/* A node with one child is that child, unless the child is negated. */
static QueryNode *simplified(QueryNode *node)
{
    QueryNode *only = node->children->len == 1 ? node->children->pdata[0] : NULL;
    if (!only || only->is_negated)
        return node;
    g_ptr_array_set_free_func(node->children, NULL);
    node_free(node);
    return only;
}

static bool has_positive(const QueryNode *node)
{
    for (size_t i = 0; i < node->children->len; i++)
        if (!((const QueryNode *)node->children->pdata[i])->is_negated)
            return true;
    return false;
}

static QueryNode *parse_all(Parser *parser, GError **error)
{
    g_autoptr(QueryNode) all = node_new(QUERY_AND);
    all->children = g_ptr_array_new_with_free_func(node_free);
    for (skip_space(parser);
         peek(parser) && operator_of(peek(parser)) != '|' && operator_of(peek(parser)) != ')';
         skip_space(parser)) {
        bool is_negated = takes_minus(parser);
        QueryNode *item = parse_item(parser, error);
        if (!item)
            return NULL;
        item->is_negated = is_negated;
        g_ptr_array_add(all->children, item);
    }
    if (all->children->len == 0)
        return refuse(parser, parser->place, "a word is missing here; ask for example: 科技 创新", error);
    if (!has_positive(all))
        return refuse(parser, parser->place, "only words that must not be there; add one that must", error);
    return simplified(g_steal_pointer(&all));
}

static QueryNode *parse_any(Parser *parser, GError **error)
{
    g_autoptr(QueryNode) any = node_new(QUERY_OR);
    any->children = g_ptr_array_new_with_free_func(node_free);
    for (;;) {
        QueryNode *all = parse_all(parser, error);
        if (!all)
            return NULL;
        g_ptr_array_add(any->children, all);
        if (operator_of(peek(parser)) != '|')
            return simplified(g_steal_pointer(&any));
        skip(parser);
    }
}

TifaQuery *tifa_query_parse(const char *text, GError **error)
{
    if (!g_utf8_validate(text, -1, NULL)) {
        fail(error, TIFA_ERROR_QUERY, "question: not UTF-8; set the terminal's locale to UTF-8");
        return NULL;
    }
    size_t length;
    g_autofree char *clean = utf8_clean(text, strlen(text), &length, NULL);
    Parser parser = {clean, clean, 0};
    skip_space(&parser);
    if (!*parser.place) {
        fail(error, TIFA_ERROR_QUERY,
             "question: empty; ask for example: 科技创新, \"dual circulation\" or {mcf}");
        return NULL;
    }
    g_autoptr(QueryNode) root = parse_any(&parser, error);
    if (root && *parser.place) {
        refuse(&parser, parser.place, "a bracket is closed here that was never opened", error);
        return NULL;
    }
    if (!root)
        return NULL;
    TifaQuery *query = g_new0(TifaQuery, 1);
    query->root = g_steal_pointer(&root);
    return query;
}

void tifa_query_free(TifaQuery *query)
{
    if (!query)
        return;
    node_free(query->root);
    g_free(query);
}

static int layers_of(const QueryNode *node)
{
    int layers = node->kind == QUERY_CONCEPT ? TIFA_LAYER_TAGS : 0;
    layers |= node->kind == QUERY_PHRASE ? TIFA_LAYER_FULLTEXT : 0;
    layers |= node->kind == QUERY_AND ? TIFA_LAYER_TOKENS : 0; /* sentences */
    for (size_t i = 0; node->children && i < node->children->len; i++)
        layers |= layers_of(node->children->pdata[i]);
    return layers;
}

int tifa_query_layers(const TifaQuery *query)
{
    return layers_of(query->root);
}
