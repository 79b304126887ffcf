/* words.h - the words that the lexicon will list. */
#pragma once

#include "base/array.h"
#include "segment/lexicon.h"

typedef struct {
    ARRAY(LexiconEntry) entries;
    GPtrArray *texts; /* owns the entries' texts */
} Words;

/* A word to be cut whole: rank 1, and jieba's class "n", the first of lexicon_classes, for want of a better
 * one. */
enum { WORDS_WHOLE = LEXICON_WHOLE | 1 << LEXICON_CLASS_SHIFT | 1 };

static inline void words_add(Words *words, const char *text, uint16_t value)
{
    char *own = g_strdup(text);
    g_ptr_array_add(words->texts, own);
    array_push(&words->entries, ((LexiconEntry){own, value}));
}
