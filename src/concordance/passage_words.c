#include "concordance/passage_words.h"

void passage_words_clear(PassageWords *words)
{
    array_clear(&words->ids);
    array_clear(&words->known);
}

/* Length and kind of a term; NULL on error. */
static const TifaToken *look_up(PassageWords *words, uint32_t id, GError **error)
{
    while (words->known.length <= id)
        array_push(&words->known, ((TifaToken){0}));
    TifaToken *known = &words->known.items[id];
    if (known->span.end)
        return known;
    StoreTerm term;
    if (!store_get_term(words->store, id, &term, error))
        return NULL;
    *known = (TifaToken){{0, (uint32_t)term.length}, (uint16_t)term.kind, 0};
    return known;
}

static bool is_word(const TifaToken *token)
{
    return token->kind == TIFA_TOKEN_WORD || token->kind == TIFA_TOKEN_LATIN ||
           token->kind == TIFA_TOKEN_NUMBER;
}

bool passage_words_get(PassageWords *words, int64_t passage, size_t length, Spans *places, GError **error)
{
    places->length = 0;
    if (!store_get_tokens(words->store, passage, &words->ids, error))
        return false;
    uint32_t start = 0;
    for (size_t i = 0; i < words->ids.length; i++) {
        const TifaToken *token = look_up(words, words->ids.items[i], error);
        if (!token)
            return false;
        if (is_word(token))
            array_push(places, ((TifaSpan){start, start + token->span.end}));
        start += token->span.end;
    }
    if (start != length)
        places->length = 0;
    return true;
}
