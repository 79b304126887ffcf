#include "search/leaf.h"

#include "search/literals.h"
#include "search/token_search.h"

#include <string.h>

/* ---- Leaves ---------------------------------------------------------------------------------- */

static bool prepare(Leaf *leaf, TifaCorpus *corpus, const QueryNode *node, GError **error)
{
    *leaf = (Leaf){.node = node};
    switch (node->kind) {
    case QUERY_PHRASE:
        leaf->phrase = phrase_prepare(node->text);
        return true;
    case QUERY_PATTERN:
        leaf->pattern = pattern_prepare(node->text);
        return true;
    case QUERY_REGEX:
        leaf->regex = regex_new(node->text, false, error);
        leaf->expression = literals_expression(node->text, false);
        return leaf->regex != NULL;
    case QUERY_TOKENS:
        leaf->tokens = token_search_new(corpus, node, error);
        return leaf->tokens != NULL;
    default:
        return classes_load_places(corpus, node->text, node->kind == QUERY_CLASS, &leaf->tags, error);
    }
}

/* Gives a mistake in the question its place there: question: column 4: ... */
static bool fail_at(const QueryNode *node, GError **error)
{
    const char *reason = error ? (*error)->message : "";
    if (!node->caret || !g_str_has_prefix(reason, "question: ") || g_strrstr(reason, "\n"))
        return false;
    char *placed = g_strdup_printf("question: column %u: %s%s", node->column, reason + strlen("question: "),
                                   node->caret);
    g_free((*error)->message);
    (*error)->message = placed;
    return false;
}

bool leaf_prepare(Leaf *leaf, TifaCorpus *corpus, const QueryNode *node, GError **error)
{
    return prepare(leaf, corpus, node, error) || fail_at(node, error);
}

void leaf_clear(Leaf *leaf)
{
    phrase_clear(&leaf->phrase);
    pattern_clear(&leaf->pattern);
    regex_free(leaf->regex);
    token_search_free(leaf->tokens);
    g_free(leaf->expression);
    array_clear(&leaf->tags);
}

const char *leaf_expression(const Leaf *leaf)
{
    return leaf->node->kind == QUERY_PHRASE    ? leaf->phrase.expression
           : leaf->node->kind == QUERY_PATTERN ? leaf->pattern.expression
           : leaf->node->kind == QUERY_TOKENS  ? token_search_expression(leaf->tokens)
                                               : leaf->expression;
}

const TagPlaces *leaf_tags(const Leaf *leaf)
{
    bool is_concept = leaf->node->kind == QUERY_CONCEPT || leaf->node->kind == QUERY_CLASS;
    return is_concept ? &leaf->tags : leaf->tokens ? token_search_tags(leaf->tokens) : NULL;
}

static bool find_regex(Leaf *leaf, const StorePassage *passage, Spans *places, GError **error)
{
    TifaSpan place;
    int found;
    regex_set_text(leaf->regex, passage->text, passage->length);
    while ((found = regex_next(leaf->regex, &place, error)) > 0)
        array_push(places, place);
    return found == 0 || fail_in(error, "question");
}

static void find_tags(Leaf *leaf, int64_t passage, Spans *places)
{
    const TagPlaces *tags = &leaf->tags;
    while (leaf->next_tag < tags->length && tags->items[leaf->next_tag].passage < passage)
        leaf->next_tag++;
    for (size_t i = leaf->next_tag; i < tags->length && tags->items[i].passage == passage; i++)
        array_push(places, tags->items[i].span);
}

static bool find(Leaf *leaf, const StorePassage *passage, FoldScript script, Spans *places, GError **error)
{
    switch (leaf->node->kind) {
    case QUERY_PHRASE:
        phrase_find(&leaf->phrase, passage->text, passage->length, script, places);
        return true;
    case QUERY_PATTERN:
        pattern_find(&leaf->pattern, passage->text, passage->length, script, places);
        return true;
    case QUERY_REGEX:
        return find_regex(leaf, passage, places, error);
    case QUERY_TOKENS:
        return token_search_find(leaf->tokens, passage, script, places, error);
    default:
        find_tags(leaf, passage->id, places);
        return true;
    }
}

bool leaf_find(Leaf *leaf, const StorePassage *passage, FoldScript script, Spans *places, GError **error)
{
    return find(leaf, passage, script, places, error) || fail_at(leaf->node, error);
}
