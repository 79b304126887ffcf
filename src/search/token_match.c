#include "base/error.h"
#include "search/token_search_parts.h"

#include <string.h>

/* Trouble in a regular expression is kept in search->trouble, so that what follows can be told in plain
 * steps. */

/* ---- Tests ----------------------------------------------------------------------------------- */

static bool is_whole(TokenSearch *search, const Attribute *attribute, const char *text, size_t length)
{
    if (search->trouble)
        return false;
    return regex_is_whole(attribute->regex[search->script], text, length, &search->trouble) > 0;
}

static Verdict judge_text(TokenSearch *search, const Attribute *attribute, const Token *token)
{
    size_t length;
    g_autofree char *folded = fold_text(search->passage->text + token->span.start,
                                        token->span.end - token->span.start, search->script, &length);
    return is_whole(search, attribute, folded, length) ? PASSES : FAILS;
}

/* Whether the text of the token passes; asked once for each term. */
static bool passes_text(TokenSearch *search, Attribute *attribute, const Token *token)
{
    __typeof__(attribute->verdicts[0]) *verdicts = &attribute->verdicts[search->script];
    while (verdicts->length <= token->term)
        array_push(verdicts, UNKNOWN);
    uint8_t *verdict = &verdicts->items[token->term];
    if (*verdict == UNKNOWN)
        *verdict = (uint8_t)judge_text(search, attribute, token);
    return *verdict == PASSES;
}

static bool passes_name(TokenSearch *search, const Attribute *attribute, const char *name)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    return is_whole(search, attribute, lower, strlen(lower));
}

static const char *language_of(const Token *token)
{
    static const char *const names[] = {
        [TIFA_TOKEN_WORD] = "zh",           [TIFA_TOKEN_LATIN] = "en", [TIFA_TOKEN_NUMBER] = "number",
        [TIFA_TOKEN_PUNCTUATION] = "punct", [TIFA_TOKEN_SPACE] = "",   [TIFA_TOKEN_OTHER] = "other",
    };
    return names[token->kind];
}

static bool is_touched(const Ranges *ranges, uint32_t token)
{
    for (size_t i = 0; i < ranges->length; i++)
        if (ranges->items[i].first <= token && token < ranges->items[i].end)
            return true;
    return false;
}

static bool passes(TokenSearch *search, const TokenTest *test, uint32_t at)
{
    const Token *token = &search->tokens.items[at];
    Attribute *attribute = &search->attributes[test->number];
    bool has_all = test->kind == TEST_AND;
    switch (test->kind) {
    case TEST_ANY:
        return true;
    case TEST_WORD:
    case TEST_CHARACTER:
        return passes_text(search, attribute, token);
    case TEST_PART:
        return passes_name(search, attribute, tifa_part_name((TifaPart)token->part));
    case TEST_LANGUAGE:
        return passes_name(search, attribute, language_of(token));
    case TEST_CONCEPT:
        return is_touched(&attribute->ranges, at);
    case TEST_NOT:
        return !passes(search, test->children->pdata[0], at);
    default:
        for (size_t i = 0; i < test->children->len; i++)
            if (passes(search, test->children->pdata[i], at) != has_all)
                return !has_all;
        return has_all;
    }
}

/* ---- Regions --------------------------------------------------------------------------------- */

static bool is_title(const StorePassage *passage)
{
    return passage->kind == TIFA_BLOCK_HEADING && passage->level == 1;
}

static bool starts_region(const TokenSearch *search, TokenRegion region, uint32_t position)
{
    const StorePassage *passage = search->passage;
    if (position >= search->tokens.length)
        return false;
    switch (region) {
    case REGION_SENTENCE:
        return search->tokens.items[position].starts_sentence;
    case REGION_PARAGRAPH:
        return position == 0;
    case REGION_TITLE:
        return position == 0 && is_title(passage);
    case REGION_ARTICLE:
        return position == 0 && passage->kind == TIFA_BLOCK_ARTICLE;
    default:
        return position == 0 && passage->start == 0;
    }
}

static bool ends_region(const TokenSearch *search, TokenRegion region, uint32_t position)
{
    bool is_last = position == search->tokens.length && position > 0;
    if (region == REGION_SENTENCE)
        return is_last || (position > 0 && search->tokens.items[position].starts_sentence);
    return is_last && (region != REGION_TITLE || is_title(search->passage));
}

/* Whether the range lies in one region. */
static bool lies_in_region(const TokenSearch *search, TokenRegion region, Range range)
{
    if (region == REGION_ARTICLE)
        return search->passage->article > 0;
    if (region == REGION_TITLE)
        return is_title(search->passage);
    for (uint32_t i = range.first + 1; region == REGION_SENTENCE && i < range.end; i++)
        if (search->tokens.items[i].starts_sentence)
            return false;
    return true;
}

/* ---- Steps: the positions that a node can lead to -------------------------------------------- */

static int compare_positions(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static void make_set(Positions *positions)
{
    array_sort(positions, compare_positions);
    size_t kept = 0;
    for (size_t i = 0; i < positions->length; i++)
        if (kept == 0 || positions->items[kept - 1] != positions->items[i])
            positions->items[kept++] = positions->items[i];
    positions->length = kept;
}

static void add_all(Positions *positions, const Positions *others)
{
    for (size_t i = 0; i < others->length; i++)
        array_push(positions, others->items[i]);
}

static void step(TokenSearch *search, const TokensNode *node, const Positions *from, Positions *to);

static void step_one(TokenSearch *search, const TokenTest *test, const Positions *from, Positions *to)
{
    const Ranges *ranges = test->kind == TEST_CONCEPT ? &search->attributes[test->number].ranges : NULL;
    for (size_t i = 0; i < from->length; i++) {
        uint32_t at = from->items[i];
        for (size_t j = 0; ranges && j < ranges->length; j++)
            if (ranges->items[j].first == at)
                array_push(to, ranges->items[j].end);
        if (!ranges && at < search->tokens.length && passes(search, test, at))
            array_push(to, at + 1);
    }
}

static void step_sequence(TokenSearch *search, const TokensNode *node, const Positions *from, Positions *to)
{
    Positions now = {0};
    add_all(&now, from);
    for (size_t i = 0; i < node->children->len && now.length; i++) {
        to->length = 0;
        step(search, node->children->pdata[i], &now, to);
        now.length = 0;
        add_all(&now, to);
    }
    to->length = 0;
    add_all(to, &now);
    array_clear(&now);
}

/* Leaves in `positions` what is not in the set `known`. */
static void remove_known(Positions *positions, const Positions *known)
{
    size_t kept = 0;
    for (size_t i = 0, j = 0; i < positions->length; i++) {
        while (j < known->length && known->items[j] < positions->items[i])
            j++;
        if (j == known->length || known->items[j] != positions->items[i])
            positions->items[kept++] = positions->items[i];
    }
    positions->length = kept;
}

static void step_repeat(TokenSearch *search, const TokensNode *node, const Positions *from, Positions *to)
{
    const TokensNode *child = node->children->pdata[0];
    Positions now = {0}, next = {0};
    add_all(&now, from);
    if (node->least == 0)
        add_all(to, from);
    for (unsigned times = 1; times <= node->most && now.length; times++) {
        next.length = 0;
        step(search, child, &now, &next);
        if (times > node->least)
            remove_known(&next, to);
        if (times >= node->least) {
            add_all(to, &next);
            make_set(to);
        }
        now.length = 0;
        add_all(&now, &next);
    }
    array_clear(&now);
    array_clear(&next);
}

static void step_region(const TokenSearch *search, const TokensNode *node, const Positions *from,
                        Positions *to)
{
    for (size_t i = 0; i < from->length; i++) {
        uint32_t at = from->items[i];
        bool is_start = starts_region(search, node->region, at);
        if (node->kind == TOKENS_END ? ends_region(search, node->region, at) : is_start) {
            uint32_t end = at;
            while (node->kind == TOKENS_REGION && (end == at || !ends_region(search, node->region, end)))
                end++;
            array_push(to, end);
        }
    }
}

/* Sets `to`, which is empty, to the positions behind what the node finds from one of the positions `from`. */
static void step(TokenSearch *search, const TokensNode *node, const Positions *from, Positions *to)
{
    switch (node->kind) {
    case TOKENS_ONE:
        step_one(search, node->test, from, to);
        break;
    case TOKENS_SEQUENCE:
        step_sequence(search, node, from, to);
        return;
    case TOKENS_CHOICE:
        for (size_t i = 0; i < node->children->len; i++) {
            Positions one = {0};
            step(search, node->children->pdata[i], from, &one);
            add_all(to, &one);
            array_clear(&one);
        }
        break;
    case TOKENS_REPEAT:
        step_repeat(search, node, from, to);
        return;
    default:
        step_region(search, node, from, to);
    }
    make_set(to);
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* Whether something may begin at the token; false is certain. */
static bool may_begin(TokenSearch *search, const TokensNode *node, uint32_t at)
{
    switch (node->kind) {
    case TOKENS_ONE:
        return passes(search, node->test, at);
    case TOKENS_SEQUENCE:
        return may_begin(search, node->children->pdata[0], at);
    case TOKENS_REPEAT:
        return node->least == 0 || may_begin(search, node->children->pdata[0], at);
    case TOKENS_CHOICE:
        for (size_t i = 0; i < node->children->len; i++)
            if (may_begin(search, node->children->pdata[i], at))
                return true;
        return false;
    case TOKENS_START:
    case TOKENS_REGION:
        return starts_region(search, node->region, at);
    default:
        return true;
    }
}

/* Appends the shortest place that starts at each token. */
static void find_plain(TokenSearch *search, const TokensNode *node, Ranges *ranges)
{
    Positions from = {0}, to = {0};
    array_push(&from, 0);
    for (uint32_t at = 0; at < search->tokens.length && !search->trouble; at++) {
        if (!may_begin(search, node, at))
            continue;
        from.items[0] = at;
        to.length = 0;
        step(search, node, &from, &to);
        size_t first = to.length && to.items[0] == at; /* what is empty is no place */
        if (first < to.length)
            array_push(ranges, ((Range){at, to.items[first]}));
    }
    array_clear(&from);
    array_clear(&to);
}

/* Whether the range lies in one of the others. */
static bool lies_in(Range range, const Ranges *others)
{
    for (size_t i = 0; i < others->length && others->items[i].first <= range.first; i++)
        if (others->items[i].end >= range.end)
            return true;
    return false;
}

static bool holds_one(Range range, const Ranges *others)
{
    for (size_t i = 0; i < others->length && others->items[i].first < range.end; i++)
        if (others->items[i].first >= range.first && others->items[i].end <= range.end)
            return true;
    return false;
}

static void find(TokenSearch *search, const TokensNode *node, Ranges *ranges);

static void find_related(TokenSearch *search, const TokensNode *node, Ranges *ranges)
{
    const TokensNode *second = node->children->pdata[1];
    Ranges others = {0};
    find(search, node->children->pdata[0], ranges);
    bool is_region = node->kind == TOKENS_WITHIN && second->kind == TOKENS_REGION;
    if (!is_region)
        find(search, second, &others);
    size_t kept = 0;
    for (size_t i = 0; i < ranges->length; i++) {
        Range range = ranges->items[i];
        bool holds = is_region                     ? lies_in_region(search, second->region, range)
                     : node->kind == TOKENS_WITHIN ? lies_in(range, &others)
                                                   : holds_one(range, &others);
        if (holds != node->is_negated)
            ranges->items[kept++] = range;
    }
    ranges->length = kept;
    array_clear(&others);
}

static void find(TokenSearch *search, const TokensNode *node, Ranges *ranges)
{
    if (node->kind == TOKENS_WITHIN || node->kind == TOKENS_CONTAINING)
        find_related(search, node, ranges);
    else
        find_plain(search, node, ranges);
}

bool token_search_find(TokenSearch *search, const StorePassage *passage, FoldScript script, Spans *places,
                       GError **error)
{
    if (!token_passage_load(search, passage, script, error))
        return false;
    Ranges ranges = {0};
    find(search, search->node->tokens, &ranges);
    uint32_t done = 0;
    for (size_t i = 0; i < ranges.length; i++) {
        if (ranges.items[i].first < done)
            continue;
        done = ranges.items[i].end;
        array_push(places, ((TifaSpan){search->tokens.items[ranges.items[i].first].span.start,
                                       search->tokens.items[done - 1].span.end}));
    }
    array_clear(&ranges);
    if (search->trouble) {
        g_propagate_prefixed_error(error, g_steal_pointer(&search->trouble), "question: ");
        return false;
    }
    return true;
}
