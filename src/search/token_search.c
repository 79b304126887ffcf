#include "search/token_search_parts.h"

#include "base/error.h"
#include "query/query_text.h"
#include "search/literals.h"

#include <string.h>

/* ---- Preparing ------------------------------------------------------------------------------- */

/* The expression with the Han characters outside of [...] folded, as words are before they are compared. */
static char *fold_expression(const char *value, FoldScript script)
{
    GString *folded = g_string_new(NULL);
    unsigned depth = 0;
    for (const char *place = value; *place; place = g_utf8_next_char(place)) {
        gunichar c = g_utf8_get_char(place);
        if (c == '\\' && place[1]) {
            g_string_append_c(folded, '\\');
            c = g_utf8_get_char(++place);
        } else {
            depth += c == '[';
            depth -= c == ']' && depth > 0;
        }
        g_string_append_unichar(folded, c >= 0x2E80 && depth == 0 ? fold_char(c, script) : c);
    }
    return g_string_free(folded, FALSE);
}

static bool prepare_regexes(Attribute *attribute, GError **error)
{
    const char *value = attribute->test->value;
    FoldScript own = phrase_script(value);
    for (FoldScript script = FOLD_SIMPLIFIED; script <= FOLD_TRADITIONAL; script++) {
        g_autofree char *folded = fold_expression(value, script == FOLD_SIMPLIFIED ? own : FOLD_TRADITIONAL);
        attribute->regex[script] = regex_new(folded, true, error);
        if (!attribute->regex[script])
            return fail_in(error, "question");
    }
    return true;
}

/* Loads the places of the concepts that a value names: ids or labels with | between them, or classes. */
static bool prepare_concepts(TokenSearch *search, Attribute *attribute, GError **error)
{
    g_auto(GStrv) names = g_strsplit(attribute->test->value, "|", -1);
    for (size_t i = 0; names[i]; i++) {
        g_autofree char *class = query_class_name(names[i]);
        if (!classes_load_places(search->corpus, class ? class : names[i], class != NULL, &attribute->tags,
                                 error))
            return false;
    }
    classes_merge_places(&attribute->tags);
    return true;
}

static bool prepare_test(TokenSearch *search, const TokenTest *test, GError **error)
{
    for (size_t i = 0; test->children && i < test->children->len; i++)
        if (!prepare_test(search, test->children->pdata[i], error))
            return false;
    if (test->children || test->kind == TEST_ANY)
        return true;
    Attribute *attribute = &search->attributes[test->number];
    attribute->test = test;
    return test->kind == TEST_CONCEPT ? prepare_concepts(search, attribute, error)
                                      : prepare_regexes(attribute, error);
}

static bool prepare_condition(TokenSearch *search, const TokensCondition *condition, GError **error)
{
    for (size_t i = 0; condition->children && i < condition->children->len; i++)
        if (!prepare_condition(search, condition->children->pdata[i], error))
            return false;
    return !condition->test || prepare_test(search, condition->test, error);
}

static bool prepare_node(TokenSearch *search, const TokensNode *node, GError **error)
{
    for (size_t i = 0; node->children && i < node->children->len; i++)
        if (!prepare_node(search, node->children->pdata[i], error))
            return false;
    bool is_end = node->kind == TOKENS_END || node->kind == TOKENS_REGION;
    search->has_ends |= is_end && (node->region == REGION_ARTICLE || node->region == REGION_DOCUMENT);
    if (node->condition) {
        search->labels = token_labels_new(node, error);
        return search->labels && prepare_condition(search, node->condition, error);
    }
    return !node->test || prepare_test(search, node->test, error);
}

/* ---- What every place needs ------------------------------------------------------------------ */

static void add_expression(GString *joined, const char *sign, char *expression)
{
    if (expression)
        g_string_append_printf(joined, "%s(%s)", joined->len ? sign : "", expression);
    g_free(expression);
}

/* Of children that all (`is_every`) or one of which must stand there, by the expressions of each. */
static char *joined_expression(const GPtrArray *children, size_t count, bool is_every,
                               char *(*one)(const void *))
{
    g_autoptr(GString) joined = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        char *expression = one(children->pdata[i]);
        if (!expression && !is_every)
            return NULL;
        add_expression(joined, is_every ? " AND " : " OR ", expression);
    }
    return joined->len ? g_strdup(joined->str) : NULL;
}

static char *test_expression(const void *data)
{
    const TokenTest *test = data;
    if (test->kind == TEST_WORD || test->kind == TEST_CHARACTER)
        return literals_expression(test->value, true);
    if (test->kind == TEST_AND || test->kind == TEST_OR)
        return joined_expression(test->children, test->children->len, test->kind == TEST_AND,
                                 test_expression);
    return NULL;
}

static char *node_expression(const void *data)
{
    const TokensNode *node = data;
    bool has_second = node->kind != TOKENS_REPEAT && !node->is_negated;
    if (node->test)
        return test_expression(node->test);
    if (!node->children || (node->kind == TOKENS_REPEAT && node->least == 0))
        return NULL;
    return joined_expression(node->children, has_second ? node->children->len : 1,
                             node->kind != TOKENS_CHOICE, node_expression);
}

/* The attribute of a concept that must stand there, or NULL. */
static const Attribute *needed_concept(const TokenSearch *search, const TokensNode *node)
{
    if (node->test)
        return node->test->kind == TEST_CONCEPT ? &search->attributes[node->test->number] : NULL;
    bool is_every = node->kind == TOKENS_SEQUENCE || (node->kind == TOKENS_REPEAT && node->least > 0);
    bool is_first =
        node->kind == TOKENS_WITHIN || node->kind == TOKENS_CONTAINING || node->kind == TOKENS_WHERE;
    const Attribute *needed = NULL;
    for (size_t i = 0; (is_every || is_first) && i < (is_first ? 1 : node->children->len) && !needed; i++)
        needed = needed_concept(search, node->children->pdata[i]);
    return needed;
}

TokenSearch *token_search_new(TifaCorpus *corpus, const QueryNode *node, GError **error)
{
    g_autoptr(TokenSearch) search = g_new0(TokenSearch, 1);
    search->corpus = corpus;
    search->node = node;
    search->attributes = g_new0(Attribute, node->tests + 1);
    search->has_characters = tokens_has_test(node->tokens, TEST_CHARACTER);
    search->has_parts = tokens_has_test(node->tokens, TEST_PART);
    if (!prepare_node(search, node->tokens, error))
        return NULL;
    search->expression = node_expression(node->tokens);
    return g_steal_pointer(&search);
}

void token_search_free(TokenSearch *search)
{
    if (!search)
        return;
    for (size_t i = 0; i < search->node->tests; i++) {
        Attribute *attribute = &search->attributes[i];
        for (FoldScript script = FOLD_SIMPLIFIED; script <= FOLD_TRADITIONAL; script++) {
            regex_free(attribute->regex[script]);
            array_clear(&attribute->verdicts[script]);
        }
        array_clear(&attribute->tags);
        array_clear(&attribute->ranges);
    }
    token_labels_free(search->labels);
    g_free(search->attributes);
    g_free(search->expression);
    array_clear(&search->terms);
    array_clear(&search->ids);
    array_clear(&search->sentences);
    array_clear(&search->whole);
    array_clear(&search->tokens);
    g_clear_error(&search->trouble);
    g_free(search);
}

const char *token_search_expression(const TokenSearch *search)
{
    return search->expression;
}

const TagPlaces *token_search_tags(const TokenSearch *search)
{
    const Attribute *needed = needed_concept(search, search->node->tokens);
    return needed ? &needed->tags : NULL;
}
