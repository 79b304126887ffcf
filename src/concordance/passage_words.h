/* passage_words.h - the words of a passage as the corpus has cut it, with their places in its text. */
#pragma once

#include "query/phrase.h"

typedef struct {
    Store *store;
    StoreTermIds ids;
    ARRAY(TifaToken) known; /* by the id of a term, once it was met: its length (span.end) and kind */
} PassageWords;

void passage_words_clear(PassageWords *words);

/* Puts the places of the passage's words into *places, instead of what is there: words, foreign words and
 * numbers, not punctuation or white space. None if the passage was not cut, or not this text of `length`
 * bytes. */
bool passage_words_get(PassageWords *words, int64_t passage, size_t length, Spans *places, GError **error);
