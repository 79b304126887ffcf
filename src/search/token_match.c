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
    Verdicts *verdicts = &attribute->verdicts[search->script];
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

bool token_passes(TokenSearch *search, const TokenTest *test, uint32_t at)
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
        return !token_passes(search, test->children->pdata[0], at);
    default:
        for (size_t i = 0; i < test->children->len; i++)
            if (token_passes(search, test->children->pdata[i], at) != has_all)
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
    switch (region) {
    case REGION_SENTENCE:
        return is_last || (position > 0 && search->tokens.items[position].starts_sentence);
    case REGION_TITLE:
        return is_last && is_title(search->passage);
    case REGION_ARTICLE:
        return is_last && search->ends_article;
    case REGION_DOCUMENT:
        return is_last && search->ends_document;
    default:
        return is_last;
    }
}

uint32_t token_region_end(const TokenSearch *search, const TokensNode *node, uint32_t position)
{
    bool is_there = node->kind == TOKENS_END ? ends_region(search, node->region, position)
                                             : starts_region(search, node->region, position);
    uint32_t end = position;
    while (is_there && node->kind == TOKENS_REGION &&
           (end == position || !ends_region(search, node->region, end)))
        end++;
    return is_there ? end : TOKENS_NOWHERE;
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

/* ---- Ends ------------------------------------------------------------------------------------ */

/* For each position the nearest end of a place that what is asked for from there on can have, or NOWHERE:
 * first for places of which no token has been passed before the position, then, a row further, for others. A
 * place has at least one token. Working from the end of a pattern to its beginning, each node turns the ends
 * behind it into those before it, for all positions at once. */
enum { NOWHERE = TOKENS_NOWHERE };

static size_t row_length(const TokenSearch *search)
{
    return search->tokens.length + 1;
}

static uint32_t *ends_new(const TokenSearch *search)
{
    size_t count = 2 * row_length(search);
    uint32_t *ends = g_new(uint32_t, count);
    memset(ends, 0xFF, count * sizeof *ends);
    return ends;
}

/* Takes over the nearer ends of the others; whether there was one. */
static bool take_nearer(const TokenSearch *search, uint32_t *ends, const uint32_t *others)
{
    bool is_changed = false;
    for (size_t i = 0; i < 2 * row_length(search); i++) {
        is_changed |= others[i] < ends[i];
        ends[i] = MIN(ends[i], others[i]);
    }
    return is_changed;
}

static uint32_t *ends_before(TokenSearch *search, const TokensNode *node, const uint32_t *behind);

static uint32_t *before_one(TokenSearch *search, const TokenTest *test, const uint32_t *behind)
{
    size_t row = row_length(search);
    uint32_t *ends = ends_new(search);
    if (test->kind == TEST_CONCEPT) {
        const Ranges *ranges = &search->attributes[test->number].ranges;
        for (size_t i = 0; i < ranges->length; i++)
            ends[ranges->items[i].first] =
                MIN(ends[ranges->items[i].first], behind[row + ranges->items[i].end]);
    } else {
        for (uint32_t at = 0; at < search->tokens.length; at++)
            if (behind[row + at + 1] != NOWHERE && token_passes(search, test, at))
                ends[at] = behind[row + at + 1];
    }
    memcpy(ends + row, ends, row * sizeof *ends);
    return ends;
}

static uint32_t *before_sequence(TokenSearch *search, const TokensNode *node, const uint32_t *behind)
{
    uint32_t *ends = NULL;
    for (size_t i = node->children->len; i-- > 0;) {
        uint32_t *before = ends_before(search, node->children->pdata[i], ends ? ends : behind);
        g_free(ends);
        ends = before;
    }
    return ends;
}

static uint32_t *before_choice(TokenSearch *search, const TokensNode *node, const uint32_t *behind)
{
    uint32_t *ends = ends_new(search);
    for (size_t i = 0; i < node->children->len; i++) {
        g_autofree uint32_t *before = ends_before(search, node->children->pdata[i], behind);
        take_nearer(search, ends, before);
    }
    return ends;
}

/* Where one time more brings nothing nearer, further ones do not either. */
static uint32_t *before_repeat(TokenSearch *search, const TokensNode *node, const uint32_t *behind)
{
    g_autofree uint32_t *now = ends_new(search);
    take_nearer(search, now, behind);
    uint32_t *ends = node->least == 0 ? ends_new(search) : NULL;
    if (ends)
        take_nearer(search, ends, behind);
    bool is_going = true;
    for (unsigned times = 1; times <= node->most && is_going; times++) {
        uint32_t *before = ends_before(search, node->children->pdata[0], now);
        g_free(now);
        now = before;
        if (times >= node->least) {
            ends = ends ? ends : ends_new(search);
            is_going = take_nearer(search, ends, now);
        }
    }
    return ends;
}

static uint32_t *before_region(const TokenSearch *search, const TokensNode *node, const uint32_t *behind)
{
    size_t row = row_length(search);
    uint32_t *ends = ends_new(search);
    for (uint32_t at = 0; at < row; at++) {
        uint32_t end = token_region_end(search, node, at);
        if (end == NOWHERE)
            continue;
        ends[at] = behind[end > at ? row + end : at];
        ends[row + at] = behind[row + end];
    }
    return ends;
}

/* The ends before what the node stands for. Free with g_free(). */
static uint32_t *ends_before(TokenSearch *search, const TokensNode *node, const uint32_t *behind)
{
    switch (node->kind) {
    case TOKENS_ONE:
        return before_one(search, node->test, behind);
    case TOKENS_SEQUENCE:
        return before_sequence(search, node, behind);
    case TOKENS_CHOICE:
        return before_choice(search, node, behind);
    case TOKENS_REPEAT:
        return before_repeat(search, node, behind);
    default:
        return before_region(search, node, behind);
    }
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* Appends the shortest place that starts at each token. */
static void find_plain(TokenSearch *search, const TokensNode *node, Ranges *ranges)
{
    size_t row = row_length(search);
    g_autofree uint32_t *behind = ends_new(search);
    for (uint32_t at = 0; at < row; at++)
        behind[row + at] = at;
    g_autofree uint32_t *ends = ends_before(search, node, behind);
    for (uint32_t at = 0; at < search->tokens.length; at++)
        if (ends[at] != NOWHERE)
            array_push(ranges, ((Range){at, ends[at]}));
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
    bool has_condition = node->kind == TOKENS_WHERE;
    if (node->kind == TOKENS_WITHIN || node->kind == TOKENS_CONTAINING)
        find_related(search, node, ranges);
    else
        find_plain(search, has_condition ? node->children->pdata[0] : node, ranges);
    if (has_condition)
        token_labels_choose(search->labels, search, ranges);
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
