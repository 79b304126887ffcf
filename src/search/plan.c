#include "search/plan.h"

#include <string.h>

/* FTS5's own parser has a small stack. */
enum { DEEPEST = 8 };

void candidates_clear(Candidates *candidates)
{
    g_free(candidates->expression);
    array_clear(&candidates->ids);
    *candidates = (Candidates){.is_all = false};
}

/* ---- Lists ----------------------------------------------------------------------------------- */

static bool push_id(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)places, (void)error;
    StoreIds *ids = data;
    array_push(ids, passage);
    return true;
}

bool candidates_list(TifaCorpus *corpus, Candidates *candidates, GError **error)
{
    if (!candidates->expression)
        return true;
    g_autofree char *expression = g_steal_pointer(&candidates->expression);
    candidates->depth = 0;
    return store_match_rows(corpus->store, expression, push_id, &candidates->ids, error);
}

static void list_tags(const TagPlaces *tags, StoreIds *ids)
{
    for (size_t i = 0; i < tags->length; i++)
        if (ids->length == 0 || array_last(ids) != tags->items[i].passage)
            array_push(ids, tags->items[i].passage);
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* Sorts the list and leaves each id once. */
static void make_set(StoreIds *ids)
{
    array_sort(ids, compare_ids);
    size_t kept = 0;
    for (size_t i = 0; i < ids->length; i++)
        if (kept == 0 || ids->items[kept - 1] != ids->items[i])
            ids->items[kept++] = ids->items[i];
    ids->length = kept;
}

/* Leaves what is in both sets. */
static void intersect(StoreIds *ids, const StoreIds *others)
{
    size_t kept = 0, j = 0;
    for (size_t i = 0; i < ids->length; i++) {
        while (j < others->length && others->items[j] < ids->items[i])
            j++;
        if (j < others->length && others->items[j] == ids->items[i])
            ids->items[kept++] = ids->items[i];
    }
    ids->length = kept;
}

/* ---- Passages -------------------------------------------------------------------------------- */

static void plan_leaf(const Leaf *leaf, Candidates *candidates)
{
    const TagPlaces *tags = leaf_tags(leaf);
    if (tags)
        list_tags(tags, &candidates->ids);
    else
        candidates->expression = g_strdup(leaf_expression(leaf));
    candidates->is_all = !tags && !candidates->expression;
}

/* Joins the expressions of those that have one and are not too deep; NULL if none has. */
static char *join_expressions(const Candidates *all, size_t count, const char *sign, unsigned *depth)
{
    GString *joined = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        if (!all[i].expression || all[i].depth >= DEEPEST)
            continue;
        g_string_append_printf(joined, "%s(%s)", joined->len ? sign : "", all[i].expression);
        *depth = MAX(*depth, all[i].depth + 1);
    }
    return g_string_free(joined, joined->len == 0);
}

static bool plan_or(TifaCorpus *corpus, Candidates *all, size_t count, Candidates *any, GError **error)
{
    bool has_expressions = true;
    for (size_t i = 0; i < count; i++) {
        any->is_all |= all[i].is_all;
        has_expressions &= all[i].expression && all[i].depth < DEEPEST;
    }
    if (any->is_all)
        return true;
    if (has_expressions) {
        any->expression = join_expressions(all, count, " OR ", &any->depth);
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (!candidates_list(corpus, &all[i], error))
            return false;
        for (size_t j = 0; j < all[i].ids.length; j++)
            array_push(&any->ids, all[i].ids.items[j]);
    }
    make_set(&any->ids);
    return true;
}

/* What an expression is too deep for may be left out: the text decides. */
static bool plan_and(TifaCorpus *corpus, Candidates *all, size_t count, Candidates *both, GError **error)
{
    both->expression = join_expressions(all, count, " AND ", &both->depth);
    both->is_all = !both->expression;
    for (size_t i = 0; i < count; i++) {
        if (all[i].is_all || all[i].expression)
            continue;
        if (!candidates_list(corpus, both, error))
            return false;
        if (both->is_all)
            both->ids = (StoreIds){0};
        for (size_t j = 0; both->is_all && j < all[i].ids.length; j++)
            array_push(&both->ids, all[i].ids.items[j]);
        if (!both->is_all)
            intersect(&both->ids, &all[i].ids);
        both->is_all = false;
    }
    return true;
}

bool plan_passages(TifaCorpus *corpus, const Answer *answer, Candidates *candidates, GError **error)
{
    if (!answer->node->children) {
        plan_leaf(&answer->leaf, candidates);
        return true;
    }
    g_autofree Candidates *all = g_new0(Candidates, answer->count);
    size_t count = 0;
    bool is_planned = true;
    for (size_t i = 0; is_planned && i < answer->count; i++)
        if (!answer->children[i].node->is_negated)
            is_planned = plan_passages(corpus, &answer->children[i], &all[count++], error);
    is_planned =
        is_planned && (answer->node->kind == QUERY_OR ? plan_or(corpus, all, count, candidates, error)
                                                      : plan_and(corpus, all, count, candidates, error));
    for (size_t i = 0; i < count; i++)
        candidates_clear(&all[i]);
    return is_planned;
}

/* ---- Documents ------------------------------------------------------------------------------- */

/* Adds the passages of all leaves below the node. */
static bool add_leaves(TifaCorpus *corpus, const Answer *answer, Candidates *candidates, GError **error)
{
    for (size_t i = 0; i < answer->count; i++)
        if (!add_leaves(corpus, &answer->children[i], candidates, error))
            return false;
    if (answer->node->children)
        return true;
    Candidates leaf = {.is_all = false};
    plan_leaf(&answer->leaf, &leaf);
    candidates->is_all |= leaf.is_all;
    bool is_listed = candidates_list(corpus, &leaf, error);
    for (size_t i = 0; i < leaf.ids.length; i++)
        array_push(&candidates->ids, leaf.ids.items[i]);
    candidates_clear(&leaf);
    return is_listed;
}

/* Sets has[] for the documents that can have a place of the node. */
static bool mark_documents(TifaCorpus *corpus, const Answer *answer, bool *has, GError **error)
{
    size_t length = corpus->documents->len;
    if (!answer->node->children || !answer_needs_document(answer)) {
        Candidates candidates = {.is_all = false};
        bool is_planned =
            plan_passages(corpus, answer, &candidates, error) && candidates_list(corpus, &candidates, error);
        memset(has, candidates.is_all, length);
        for (size_t i = 0; i < candidates.ids.length; i++) {
            const StoreDocument *document = corpus_document_of(corpus, candidates.ids.items[i]);
            if (document)
                has[document->index] = true;
        }
        candidates_clear(&candidates);
        return is_planned;
    }
    bool is_or = answer->node->kind == QUERY_OR;
    memset(has, !is_or, length);
    g_autofree bool *child = g_new(bool, length + 1);
    for (size_t i = 0; i < answer->count; i++) {
        if (answer->children[i].node->is_negated)
            continue;
        if (!mark_documents(corpus, &answer->children[i], child, error))
            return false;
        for (size_t j = 0; j < length; j++)
            has[j] = is_or ? has[j] || child[j] : has[j] && child[j];
    }
    return true;
}

/* Keeps the passages of the documents that have[] names; all of them if every passage is a candidate. */
static void keep_passages(const TifaCorpus *corpus, const bool *has, Candidates *candidates)
{
    StoreIds kept = {0};
    for (size_t i = 0, next = 0; i < corpus->documents->len; i++) {
        const StoreDocument *document = corpus->documents->pdata[i];
        for (int64_t id = document->first_passage; has[i] && candidates->is_all && id < document->end_passage;
             id++)
            array_push(&kept, id);
        for (; next < candidates->ids.length && candidates->ids.items[next] < document->end_passage; next++)
            if (has[i] && !candidates->is_all)
                array_push(&kept, candidates->ids.items[next]);
    }
    array_clear(&candidates->ids);
    candidates->ids = kept;
    candidates->is_all = false;
}

bool plan_documents(TifaCorpus *corpus, const Answer *answer, Candidates *candidates, GError **error)
{
    g_autofree bool *has = g_new0(bool, corpus->documents->len + 1);
    if (!mark_documents(corpus, answer, has, error) || !add_leaves(corpus, answer, candidates, error))
        return false;
    make_set(&candidates->ids);
    keep_passages(corpus, has, candidates);
    return true;
}
