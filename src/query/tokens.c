#include "query/tokens.h"

TokenTest *token_test_new(TestKind kind)
{
    TokenTest *test = g_new0(TokenTest, 1);
    test->kind = kind;
    if (kind >= TEST_AND)
        test->children = g_ptr_array_new_with_free_func((GDestroyNotify)token_test_free);
    return test;
}

void token_test_free(TokenTest *test)
{
    if (!test)
        return;
    if (test->children)
        g_ptr_array_unref(test->children);
    g_free(test->value);
    g_free(test);
}

TokensCondition *tokens_condition_new(ConditionKind kind)
{
    TokensCondition *condition = g_new0(TokensCondition, 1);
    condition->kind = kind;
    if (kind >= CONDITION_AND)
        condition->children = g_ptr_array_new_with_free_func((GDestroyNotify)tokens_condition_free);
    return condition;
}

void tokens_condition_free(TokensCondition *condition)
{
    if (!condition)
        return;
    if (condition->children)
        g_ptr_array_unref(condition->children);
    token_test_free(condition->test);
    g_free(condition);
}

TokensNode *tokens_node_new(TokensKind kind)
{
    TokensNode *node = g_new0(TokensNode, 1);
    node->kind = kind;
    if (kind != TOKENS_ONE && kind != TOKENS_START && kind != TOKENS_END && kind != TOKENS_REGION)
        node->children = g_ptr_array_new_with_free_func((GDestroyNotify)tokens_node_free);
    return node;
}

void tokens_node_free(TokensNode *node)
{
    if (!node)
        return;
    token_test_free(node->test);
    tokens_condition_free(node->condition);
    if (node->children)
        g_ptr_array_unref(node->children);
    g_free(node);
}

static bool test_has(const TokenTest *test, TestKind kind)
{
    bool has = test->kind == kind;
    for (size_t i = 0; test->children && i < test->children->len && !has; i++)
        has = test_has(test->children->pdata[i], kind);
    return has;
}

static bool condition_has(const TokensCondition *condition, TestKind kind)
{
    bool has = condition->kind == CONDITION_SAME ? condition->attribute == kind
                                                 : condition->test && test_has(condition->test, kind);
    for (size_t i = 0; condition->children && i < condition->children->len && !has; i++)
        has = condition_has(condition->children->pdata[i], kind);
    return has;
}

bool tokens_has_test(const TokensNode *node, TestKind kind)
{
    bool has = (node->test && test_has(node->test, kind)) ||
               (node->condition && condition_has(node->condition, kind));
    for (size_t i = 0; node->children && i < node->children->len && !has; i++)
        has = tokens_has_test(node->children->pdata[i], kind);
    return has;
}
