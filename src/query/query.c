#include "query/query.h"

#include "base/error.h"
#include "base/utf8.h"
#include "query/query_text.h"

#include <string.h>

/* Longer than any text that is pasted to be found; keeps every question quick. */
static const size_t LONGEST = 1 << 16;

#define EXAMPLES "科技创新, \"dual circulation\" or {mcf}"

/* ---- Nodes ----------------------------------------------------------------------------------- */

QueryNode *query_node_new(QueryKind kind)
{
    QueryNode *node = g_new0(QueryNode, 1);
    node->kind = kind;
    if (kind >= QUERY_NEAR)
        node->children = g_ptr_array_new_with_free_func((GDestroyNotify)query_node_free);
    return node;
}

void query_node_free(QueryNode *node)
{
    if (!node)
        return;
    if (node->children)
        g_ptr_array_unref(node->children);
    tokens_node_free(node->tokens);
    g_free(node->text);
    g_free(node->caret);
    g_free(node);
}

void query_filter_free(QueryFilter *filter)
{
    if (!filter)
        return;
    for (size_t i = 0; i < filter->values.length; i++) {
        g_free(filter->values.items[i].from);
        g_free(filter->values.items[i].to);
    }
    array_clear(&filter->values);
    g_free(filter);
}

/* ---- Questions ------------------------------------------------------------------------------- */

static TifaQuery *query_new(void)
{
    TifaQuery *query = g_new0(TifaQuery, 1);
    query->filters = g_ptr_array_new_with_free_func((GDestroyNotify)query_filter_free);
    return query;
}

void tifa_query_free(TifaQuery *query)
{
    if (!query)
        return;
    query_node_free(query->root);
    g_ptr_array_unref(query->filters);
    g_free(query);
}

/* A question of one character means that character, whatever else it could mean. */
static bool is_one_character(const QueryText *text)
{
    return !*g_utf8_next_char(text->place);
}

static void ask_for_character(QueryText *text)
{
    text->query->root = query_node_new(QUERY_PHRASE);
    text->query->root->text = g_strdup(text->place);
    text->query->root->column = query_column(text, text->place);
}

/* What is only found out when the question is asked, as a concept that there is not, is shown like a mistake.
 */
static void add_carets(QueryNode *node, const char *text)
{
    if (node->kind == QUERY_REGEX || node->kind == QUERY_CONCEPT || node->kind == QUERY_CLASS ||
        node->kind == QUERY_TOKENS)
        node->caret = query_caret(text, node->column);
    for (size_t i = 0; node->children && i < node->children->len; i++)
        add_carets(node->children->pdata[i], text);
}

TifaQuery *tifa_query_parse(const char *text, GError **error)
{
    size_t length = strlen(text);
    if (!utf8_is_valid(text, length)) {
        fail(error, TIFA_ERROR_QUERY, "question: not UTF-8; set the terminal's locale to UTF-8");
        return NULL;
    }
    if (length > LONGEST) {
        fail(error, TIFA_ERROR_QUERY, "question: %zu bytes long, at most %zu are read; ask for a part of it",
             length, LONGEST);
        return NULL;
    }
    g_autofree char *clean = utf8_clean(text, length, &length, NULL);
    g_autoptr(TifaQuery) query = query_new();
    QueryText reading = {.text = clean, .place = clean, .query = query};
    query_skip_space(&reading);
    if (!*reading.place) {
        fail(error, TIFA_ERROR_QUERY, "question: empty; ask for example: " EXAMPLES);
        return NULL;
    }
    if (is_one_character(&reading))
        ask_for_character(&reading);
    else if (!(query_is_cql(reading.place) ? query_parse_cql : query_parse_simple)(&reading, error))
        return NULL;
    if (query->root)
        add_carets(query->root, clean);
    return g_steal_pointer(&query);
}

static int layers_of(const QueryNode *node)
{
    int layers = 0;
    if (node->kind == QUERY_CONCEPT || node->kind == QUERY_CLASS)
        layers = TIFA_LAYER_TAGS;
    else if (node->kind == QUERY_TOKENS)
        layers = TIFA_LAYER_TOKENS | (tokens_has_test(node->tokens, TEST_CONCEPT) ? TIFA_LAYER_TAGS : 0);
    else if (!node->children)
        layers = TIFA_LAYER_FULLTEXT;
    else if (node->kind == QUERY_AND && node->scope == SCOPE_SENTENCE)
        layers = TIFA_LAYER_TOKENS; /* where sentences end */
    for (size_t i = 0; node->children && i < node->children->len; i++)
        layers |= layers_of(node->children->pdata[i]);
    return layers;
}

int tifa_query_layers(const TifaQuery *query)
{
    return query->root ? layers_of(query->root) : 0;
}
