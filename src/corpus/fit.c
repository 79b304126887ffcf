#include "corpus/fit.h"

#include "base/array.h"

typedef ARRAY(uint32_t) Offsets;

/* The token that holds the byte at `offset`. There is one: tokens tile the text. */
static const TifaToken *token_at(const TifaTokens *tokens, uint32_t offset)
{
    g_assert(tokens->length);
    size_t low = 0, high = tokens->length;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (tokens->items[middle].span.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return &tokens->items[low];
}

/* Notes the end of a tag that lies inside a word which the tag only touches. */
static void note_end(const TifaTokens *tokens, TifaSpan tag, uint32_t end, Offsets *cuts)
{
    TifaSpan word = token_at(tokens, end)->span;
    bool is_inside = word.start < end && end < word.end;
    bool holds_tag = word.start <= tag.start && tag.end <= word.end;
    if (is_inside && !holds_tag)
        array_push(cuts, end);
}

static int compare_offsets(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The tokens again, in more pieces where cuts lie inside them. Only the last piece ends a sentence. */
static void cut_tokens(TifaTokens *tokens, const Offsets *cuts)
{
    TifaTokens pieces = {0};
    size_t next = 0;
    for (size_t i = 0; i < tokens->length; i++) {
        TifaToken rest = tokens->items[i];
        for (; next < cuts->length && cuts->items[next] < rest.span.end; next++) {
            if (cuts->items[next] == rest.span.start)
                continue; /* two concepts end here */
            TifaToken piece = rest;
            piece.span.end = rest.span.start = cuts->items[next];
            piece.flags = (uint16_t)(piece.flags & ~TIFA_TOKEN_SENTENCE_END);
            array_push(&pieces, piece);
        }
        array_push(&pieces, rest);
    }
    array_clear(tokens);
    *tokens = pieces;
}

/* Notes the ends of all tags that lie so. */
static void note_ends(const TifaTokens *tokens, const TifaTags *tags, Offsets *cuts)
{
    cuts->length = 0;
    for (size_t i = 0; i < tags->length; i++) {
        TifaSpan tag = tags->items[i].span;
        note_end(tokens, tag, tag.start, cuts);
        note_end(tokens, tag, tag.end, cuts);
    }
    if (cuts->length)
        qsort(cuts->items, cuts->length, sizeof *cuts->items, compare_offsets);
}

/* Where concepts overlap, a cut may leave a concept over two pieces of a word that held it: then again. Every
 * round cuts at an end of a tag that was inside a word, so there are no more rounds than ends. */
void fit_tokens(TifaTokens *tokens, const TifaTags *tags)
{
    Offsets cuts = {0};
    for (note_ends(tokens, tags, &cuts); cuts.length; note_ends(tokens, tags, &cuts))
        cut_tokens(tokens, &cuts);
    array_clear(&cuts);
}
