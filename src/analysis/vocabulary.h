/* vocabulary.h - the words of a corpus: its terms, folded.
 *
 * Terms are tokens as they are written, numbered from 1; several may be one word (AI and ai, 發展 and 发展).
 * A term that holds a character of traditional script alone is folded as traditional, any other as simplified
 * (base/fold.h). Punctuation, space and symbols are no words. */
#pragma once

#include "store/store.h"

typedef struct {
    size_t term_count;  /* terms are 1 .. term_count */
    uint32_t *word_of;  /* by term: its word, 0 if it is none */
    uint32_t *lengths;  /* by term: its bytes */
    const char **texts; /* by term: as it is written */
    uint8_t *kinds;     /* by term: TifaTokenKind */
    size_t word_count;  /* words are 1 .. word_count */
    GStringChunk *strings;
    GHashTable *words; /* folded text -> word */
} Vocabulary;

Vocabulary *vocabulary_read(Store *store, GError **error);
void vocabulary_free(Vocabulary *vocabulary);

/* The word that the text is, folded; 0 if no word of the corpus is. */
uint32_t vocabulary_find(const Vocabulary *vocabulary, const char *text);

/* For each word the number of the term that stands for it: of its forms the most frequent by the counts of
 * terms given, and of two as frequent the first by code point; 0 if none of them is counted. Free with
 * g_free(). */
uint32_t *vocabulary_forms(const Vocabulary *vocabulary, const uint32_t *term_counts);
