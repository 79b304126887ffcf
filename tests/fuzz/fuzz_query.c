/* Any bytes as a question: they are understood or refused with a reason, and a phrase that was understood is
 * found in itself. */
#include "query/pattern.h"
#include "query/query.h"
#include "search/literals.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_phrase(const char *text)
{
    Phrase phrase = phrase_prepare(text);
    Spans places = {0};
    phrase_find(&phrase, text, strlen(text), FOLD_TRADITIONAL, &places);
    g_assert(places.length == 1 && places.items[0].start == 0 && places.items[0].end == strlen(text));
    array_clear(&places);
    phrase_clear(&phrase);
}

/* Its places are in order and do not overlap, whatever the text. */
static void check_pattern(const char *text)
{
    Pattern pattern = pattern_prepare(text);
    g_autofree char *twice = g_strconcat(text, "。", text, NULL);
    Spans places = {0};
    pattern_find(&pattern, twice, strlen(twice), FOLD_SIMPLIFIED, &places);
    uint32_t done = 0;
    for (size_t i = 0; i < places.length; i++) {
        g_assert(places.items[i].start >= done && places.items[i].end > places.items[i].start);
        done = places.items[i].end;
    }
    g_assert(done <= strlen(twice));
    array_clear(&places);
    pattern_clear(&pattern);
}

static void check_node(const QueryNode *node)
{
    bool is_leaf = node->kind < QUERY_NEAR;
    g_assert(is_leaf == (node->children == NULL) && is_leaf == (node->text || node->tokens));
    g_assert(!node->text || (*node->text && g_utf8_validate(node->text, -1, NULL)));
    if (node->kind == QUERY_PHRASE)
        check_phrase(node->text);
    if (node->kind == QUERY_PATTERN)
        check_pattern(node->text);
    if (node->kind == QUERY_REGEX)
        g_free(literals_expression(node->text, false));
    for (size_t i = 0; node->children && i < node->children->len; i++)
        check_node(node->children->pdata[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *text = g_strndup((const char *)data, size);
    GError *error = NULL;
    TifaQuery *query = tifa_query_parse(text, &error);
    g_assert((query == NULL) == (error != NULL));
    if (query && query->root)
        check_node(query->root);
    g_assert(!error || *error->message);
    g_clear_error(&error);
    tifa_query_free(query);
    return 0;
}
