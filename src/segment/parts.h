/* parts.h - parts of speech that need no trained model: those of marks and numbers, of English words by a
 * short list and their endings, of Chinese words by their class in the lexicon. */
#pragma once

#include "segment/lexicon.h"

/* One token of a text. */
typedef struct {
    const char *start;
    size_t length;
    TifaTokenKind kind;
} Word;

static inline Word word_at(const char *text, const TifaToken *token)
{
    return (Word){text + token->span.start, token->span.end - token->span.start, (TifaTokenKind)token->kind};
}

/* Whether there is a Han character in it; AI技术 (AI technology) begins with letters and is Chinese. */
bool word_is_chinese(const Word *word);

/* The part of a token that is what it is wherever it stands (marks, blanks, symbols, numbers), or
 * TIFA_PARTS. */
TifaPart parts_fixed(const Word *word);

/* The part of an English word; `is_first` in its sentence, where a capital says nothing. A guess. */
TifaPart parts_english(const Word *word, bool is_first);

/* The word's value in the lexicon, 0 if it is not listed. */
uint16_t parts_value(const Lexicon *lexicon, const Word *word);

/* The part of a Chinese word by its class in the lexicon; TIFA_PART_NOUN if it is not listed. */
TifaPart parts_listed(const Lexicon *lexicon, const Word *word);
