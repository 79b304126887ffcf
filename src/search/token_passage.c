#include "search/token_search_parts.h"

#include "base/utf8.h"

static bool term_of(TokenSearch *search, uint32_t id, Term *term, GError **error)
{
    while (search->terms.length <= id)
        array_push(&search->terms, ((Term){0, 0}));
    *term = search->terms.items[id];
    if (term->length)
        return true;
    StoreTerm found;
    if (!store_get_term(search->corpus->store, id, &found, error))
        return false;
    *term = (Term){(uint32_t)found.length, (uint8_t)found.kind};
    search->terms.items[id] = *term;
    return true;
}

/* Reads the tokens of the passage, white space and sentence ends included; none if it has none, or others
 * than its text. */
static bool read_tokens(TokenSearch *search, GError **error)
{
    const StorePassage *passage = search->passage;
    search->whole.length = search->sentences.length = search->ids.length = 0;
    if (!store_get_tokens(search->corpus->store, passage->id, &search->ids, error) ||
        !store_get_sentences(search->corpus->store, passage->id, &search->sentences, error))
        return false;
    uint32_t place = 0;
    for (size_t i = 0, sentence = 0; i < search->ids.length; i++) {
        Term term;
        if (!term_of(search, search->ids.items[i], &term, error))
            return false;
        TifaToken token = {{place, place + term.length}, term.kind, 0};
        place += term.length;
        while (sentence < search->sentences.length && search->sentences.items[sentence] < place)
            sentence++;
        if (sentence < search->sentences.length && search->sentences.items[sentence] == place)
            token.flags = TIFA_TOKEN_SENTENCE_END;
        array_push(&search->whole, token);
    }
    if (place != passage->length)
        search->whole.length = 0;
    return true;
}

/* Makes the words of the passage the tokens. */
static bool take_words(TokenSearch *search, GError **error)
{
    g_autofree uint8_t *parts = g_new0(uint8_t, search->whole.length + 1);
    if (search->has_parts) {
        TifaSegmenter *segmenter = corpus_segmenter(search->corpus, error);
        if (!segmenter)
            return false;
        tifa_segmenter_tag_parts(segmenter, search->passage->text, &search->whole, parts);
    }
    bool starts_sentence = true;
    for (size_t i = 0; i < search->whole.length; i++) {
        const TifaToken *token = &search->whole.items[i];
        if (token->kind != TIFA_TOKEN_SPACE) {
            Token taken = {token->span, search->ids.items[i], (uint8_t)token->kind, parts[i],
                           starts_sentence};
            array_push(&search->tokens, taken);
            starts_sentence = false;
        }
        starts_sentence |= (token->flags & TIFA_TOKEN_SENTENCE_END) != 0;
    }
    return true;
}

/* Makes the characters of the passage the tokens. */
static void take_characters(TokenSearch *search)
{
    bool starts_sentence = true;
    for (size_t i = 0; i < search->whole.length; i++) {
        const TifaToken *token = &search->whole.items[i];
        const char *place = search->passage->text + token->span.start,
                   *end = search->passage->text + token->span.end;
        while (place < end && token->kind != TIFA_TOKEN_SPACE) {
            uint32_t start = (uint32_t)(place - search->passage->text);
            gunichar c = utf8_next(&place);
            TifaSpan span = {start, (uint32_t)(place - search->passage->text)};
            array_push(&search->tokens, ((Token){span, c, (uint8_t)token->kind, 0, starts_sentence}));
            starts_sentence = false;
        }
        starts_sentence |= (token->flags & TIFA_TOKEN_SENTENCE_END) != 0;
    }
}

/* The first token that ends behind the byte. */
static uint32_t token_at(const TokenSearch *search, uint32_t byte)
{
    size_t low = 0, high = search->tokens.length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (search->tokens.items[middle].span.end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* Finds the tokens that the concepts' places in the passage touch. */
static void place_concepts(TokenSearch *search, Attribute *attribute)
{
    const TagPlaces *tags = &attribute->tags;
    attribute->ranges.length = 0;
    while (attribute->next_tag < tags->length &&
           tags->items[attribute->next_tag].passage < search->passage->id)
        attribute->next_tag++;
    for (size_t i = attribute->next_tag; i < tags->length && tags->items[i].passage == search->passage->id;
         i++) {
        TifaSpan span = tags->items[i].span;
        Range range = {token_at(search, span.start), token_at(search, span.end - 1) + 1};
        if (range.end <= search->tokens.length)
            array_push(&attribute->ranges, range);
    }
}

/* Finds out whether an article and the document end with the passage. */
static bool find_ends(TokenSearch *search, GError **error)
{
    const StorePassage *passage = search->passage;
    const StoreDocument *document = corpus_document_of(search->corpus, passage->id);
    int64_t own = 0, next = 0;
    search->ends_document = !document || passage->id + 1 >= document->end_passage;
    if (!store_get_article(search->corpus->store, passage->id, &own, error) ||
        (!search->ends_document && !store_get_article(search->corpus->store, passage->id + 1, &next, error)))
        return false;
    search->ends_article = own && own != next;
    return true;
}

bool token_passage_load(TokenSearch *search, const StorePassage *passage, FoldScript script, GError **error)
{
    search->passage = passage;
    search->script = script;
    search->tokens.length = 0;
    if (!read_tokens(search, error))
        return false;
    if (search->has_characters)
        take_characters(search);
    else if (!take_words(search, error))
        return false;
    if (search->has_ends && !find_ends(search, error))
        return false;
    for (size_t i = 0; i < search->node->tests; i++)
        if (search->attributes[i].test->kind == TEST_CONCEPT)
            place_concepts(search, &search->attributes[i]);
    return true;
}
