/* token_labels.c - places whose labelled words meet a condition: a:[] []{0,3} b:[] :: a.word = b.word.
 *
 * Which word has a label depends on the way through the pattern, so that ends alone (token_match.c) do not
 * do. The pattern is written out as steps, repetitions as often as they may come, and all ways through them
 * are walked; ways that came to the same step, position and labels are one. */
#include "base/error.h"
#include "search/token_search_parts.h"

#include <string.h>

enum {
    STEPS_MOST = 20000,
    WAYS_MOST = 2000000, /* in one passage */
    UNBOUND = UINT32_MAX,
};

typedef struct {
    const TokensNode *node; /* to be passed; NULL: nothing, there are two ways on from here */
    uint32_t next, other;
} Step;

/* A way so far. */
typedef struct {
    uint32_t step, at;
    uint32_t bound[LABELS_MOST]; /* the token of each label */
} Way;

struct TokenLabels {
    const TokensNode *where;
    ARRAY(Step) steps; /* the first is the end */
    uint32_t entry;
    /* At work. */
    ARRAY(Way) open;
    GHashTable *seen; /* of Way */
    size_t ways;
};

/* ---- Steps ----------------------------------------------------------------------------------- */

static uint32_t add_step(TokenLabels *labels, const TokensNode *node, uint32_t next, uint32_t other)
{
    array_push(&labels->steps, ((Step){node, next, other}));
    return (uint32_t)labels->steps.length - 1;
}

/* Writes the node out; `next` is what follows it. Gives its first step. */
static uint32_t write_node(TokenLabels *labels, const TokensNode *node, uint32_t next)
{
    uint32_t first = next;
    if (!node->children)
        return add_step(labels, node, next, 0);
    if (node->kind == TOKENS_REPEAT) {
        const TokensNode *repeated = node->children->pdata[0];
        for (unsigned times = node->most; times > 0 && labels->steps.length < STEPS_MOST; times--) {
            first = write_node(labels, repeated, first);
            if (times > node->least)
                first = add_step(labels, NULL, first, next);
        }
        return first;
    }
    for (size_t i = node->children->len; i-- > 0;) {
        const TokensNode *child = node->children->pdata[i];
        if (node->kind == TOKENS_SEQUENCE)
            first = write_node(labels, child, first);
        else
            first = i + 1 == node->children->len
                        ? write_node(labels, child, next)
                        : add_step(labels, NULL, write_node(labels, child, next), first);
    }
    return first;
}

static guint hash_way(const void *data)
{
    const uint32_t *numbers = data;
    guint hash = 0;
    for (size_t i = 0; i < sizeof(Way) / sizeof *numbers; i++)
        hash = hash * 31 + numbers[i];
    return hash;
}

static gboolean is_same_way(const void *left, const void *right)
{
    return memcmp(left, right, sizeof(Way)) == 0;
}

TokenLabels *token_labels_new(const TokensNode *where, GError **error)
{
    TokenLabels *labels = g_new0(TokenLabels, 1);
    labels->where = where;
    labels->seen = g_hash_table_new_full(hash_way, is_same_way, g_free, NULL);
    add_step(labels, NULL, 0, 0);
    labels->entry = write_node(labels, where->children->pdata[0], 0);
    if (labels->steps.length < STEPS_MOST)
        return labels;
    token_labels_free(labels);
    fail(error, TIFA_ERROR_QUERY,
         "question: too many repetitions for a pattern with labels; use smaller numbers, as []{0,20}");
    return NULL;
}

void token_labels_free(TokenLabels *labels)
{
    if (!labels)
        return;
    array_clear(&labels->steps);
    array_clear(&labels->open);
    g_hash_table_unref(labels->seen);
    g_free(labels);
}

/* ---- Conditions ------------------------------------------------------------------------------ */

static bool is_same_text(const TokenSearch *search, const Token *one, const Token *other)
{
    if (one->term == other->term)
        return true;
    size_t length, other_length;
    const char *text = search->passage->text;
    g_autofree char *left =
        fold_text(text + one->span.start, one->span.end - one->span.start, search->script, &length);
    g_autofree char *right = fold_text(text + other->span.start, other->span.end - other->span.start,
                                       search->script, &other_length);
    return length == other_length && memcmp(left, right, length) == 0;
}

static bool is_same(const TokenSearch *search, TestKind attribute, const Token *one, const Token *other)
{
    if (attribute == TEST_PART)
        return one->part == other->part;
    if (attribute == TEST_LANGUAGE)
        return one->kind == other->kind;
    return is_same_text(search, one, other);
}

static bool holds(TokenSearch *search, const TokensCondition *condition, const uint32_t *bound)
{
    bool is_every = condition->kind == CONDITION_AND;
    if (condition->kind == CONDITION_NOT)
        return !holds(search, condition->children->pdata[0], bound);
    for (size_t i = 0; condition->children && i < condition->children->len; i++)
        if (holds(search, condition->children->pdata[i], bound) != is_every)
            return !is_every;
    if (condition->children)
        return is_every;
    uint32_t one = bound[condition->label - 1];
    if (condition->kind == CONDITION_TEST)
        return one != UNBOUND && token_passes(search, condition->test, one);
    uint32_t other = bound[condition->other - 1];
    return one != UNBOUND && other != UNBOUND &&
           is_same(search, condition->attribute, &search->tokens.items[one], &search->tokens.items[other]);
}

/* ---- Ways ------------------------------------------------------------------------------------ */

/* Goes on with a way at another step and position, unless it has been there. */
static void go_on(TokenLabels *labels, const Way *way, uint32_t step, uint32_t at)
{
    Way next = *way;
    next.step = step;
    next.at = at;
    if (!g_hash_table_add(labels->seen, g_memdup2(&next, sizeof next)))
        return;
    labels->ways++;
    array_push(&labels->open, next);
}

/* Passes a word; a concept alone stands for a whole place of it. */
static void pass_word(TokenLabels *labels, TokenSearch *search, const Step *step, Way *way)
{
    const TokenTest *test = step->node->test;
    if (step->node->label)
        way->bound[step->node->label - 1] = way->at;
    if (test->kind != TEST_CONCEPT) {
        if (way->at < search->tokens.length && token_passes(search, test, way->at))
            go_on(labels, way, step->next, way->at + 1);
        return;
    }
    const Ranges *ranges = &search->attributes[test->number].ranges;
    for (size_t i = 0; i < ranges->length; i++)
        if (ranges->items[i].first == way->at)
            go_on(labels, way, step->next, ranges->items[i].end);
}

static void pass(TokenLabels *labels, TokenSearch *search, Way *way)
{
    const Step *step = &labels->steps.items[way->step];
    if (!step->node) {
        go_on(labels, way, step->next, way->at);
        go_on(labels, way, step->other, way->at);
    } else if (step->node->kind == TOKENS_ONE) {
        pass_word(labels, search, step, way);
    } else {
        uint32_t end = token_region_end(search, step->node, way->at);
        if (end != TOKENS_NOWHERE)
            go_on(labels, way, step->next, end);
    }
}

/* The nearest end of a place from the token on of which the condition holds, or TOKENS_NOWHERE. */
static uint32_t nearest_end(TokenLabels *labels, TokenSearch *search, uint32_t first)
{
    uint32_t nearest = TOKENS_NOWHERE;
    Way way;
    memset(&way, 0xFF, sizeof way);
    g_hash_table_remove_all(labels->seen);
    labels->open.length = 0;
    go_on(labels, &way, labels->entry, first);
    while (labels->open.length && labels->ways < WAYS_MOST) {
        way = labels->open.items[--labels->open.length];
        if (way.at >= nearest)
            continue;
        if (way.step != 0)
            pass(labels, search, &way);
        else if (way.at > first && holds(search, labels->where->condition, way.bound))
            nearest = way.at;
    }
    return nearest;
}

void token_labels_choose(TokenLabels *labels, TokenSearch *search, Ranges *ranges)
{
    size_t kept = 0;
    labels->ways = 0;
    for (size_t i = 0; i < ranges->length && !search->trouble; i++) {
        uint32_t first = ranges->items[i].first, end = nearest_end(labels, search, first);
        if (end != TOKENS_NOWHERE)
            ranges->items[kept++] = (Range){first, end};
        if (labels->ways >= WAYS_MOST && !search->trouble)
            fail(&search->trouble, TIFA_ERROR_QUERY,
                 "the labelled words of one paragraph can be chosen in too many ways; use smaller numbers of "
                 "words between them");
    }
    ranges->length = kept;
}
