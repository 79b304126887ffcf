#include "search/leaf.h"

#include "search/classes.h"

#include <string.h>

/* ---- Concepts -------------------------------------------------------------------------------- */

static bool keep_tag(int64_t passage, TifaSpan span, bool is_nested, void *data, GError **error)
{
    (void)is_nested, (void)error;
    TagPlaces *tags = data;
    array_push(tags, ((TagPlace){passage, span}));
    return true;
}

static int compare_tags(const void *left, const void *right)
{
    const TagPlace *a = left, *b = right;
    if (a->passage != b->passage)
        return a->passage < b->passage ? -1 : 1;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return (a->span.end < b->span.end) - (a->span.end > b->span.end);
}

/* Tags inside each other (军民融合 in 军民融合发展) are one place: the longer, which comes first. */
static void drop_nested(TagPlaces *tags)
{
    size_t kept = 0;
    for (size_t i = 0; i < tags->length; i++) {
        const TagPlace *tag = &tags->items[i], *last = kept ? &tags->items[kept - 1] : NULL;
        if (!last || last->passage != tag->passage || last->span.end <= tag->span.start)
            tags->items[kept++] = *tag;
    }
    tags->length = kept;
}

static bool load_tags(Leaf *leaf, TifaCorpus *corpus, GError **error)
{
    ConceptNumbers numbers = {0};
    bool is_loaded = leaf->node->kind == QUERY_CONCEPT
                         ? classes_find_concept(corpus, leaf->node->text, &numbers, error)
                         : classes_find_class(corpus, leaf->node->text, &numbers, error);
    for (size_t i = 0; is_loaded && i < numbers.length; i++)
        is_loaded = store_each_tag(corpus->store, numbers.items[i], keep_tag, &leaf->tags, error);
    if (numbers.length > 1)
        array_sort(&leaf->tags, compare_tags);
    drop_nested(&leaf->tags);
    array_clear(&numbers);
    return is_loaded;
}

/* ---- Leaves ---------------------------------------------------------------------------------- */

bool leaf_prepare(Leaf *leaf, TifaCorpus *corpus, const QueryNode *node, GError **error)
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
        return leaf->regex != NULL;
    default:
        return load_tags(leaf, corpus, error);
    }
}

void leaf_clear(Leaf *leaf)
{
    phrase_clear(&leaf->phrase);
    pattern_clear(&leaf->pattern);
    regex_free(leaf->regex);
    array_clear(&leaf->tags);
}

const char *leaf_expression(const Leaf *leaf)
{
    return leaf->node->kind == QUERY_PHRASE    ? leaf->phrase.expression
           : leaf->node->kind == QUERY_PATTERN ? leaf->pattern.expression
                                               : NULL;
}

bool leaf_has_tags(const Leaf *leaf)
{
    return leaf->node->kind == QUERY_CONCEPT || leaf->node->kind == QUERY_CLASS;
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

bool leaf_find(Leaf *leaf, const StorePassage *passage, FoldScript script, Spans *places, GError **error)
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
    default:
        find_tags(leaf, passage->id, places);
        return true;
    }
}
