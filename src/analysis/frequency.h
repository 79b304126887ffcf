/* frequency.h - how often each word stands in a set of documents, and which words are listed. */
#pragma once

#include "analysis/vocabulary.h"
#include "tifa.h"

typedef struct {
    uint32_t count;     /* tokens */
    uint32_t documents; /* with at least one */
    uint32_t most;      /* tokens in one document */
} WordCount;

typedef struct {
    WordCount *words; /* by word */
    uint32_t *terms;  /* tokens by term */
    uint64_t total;   /* tokens that are words */
} Frequencies;

/* Counts the words of those of the documents (of StoreDocument) that `has`, by index. */
bool frequencies_count(Store *store, const Vocabulary *vocabulary, const GPtrArray *documents,
                       const bool *has, Frequencies *frequencies, GError **error);
void frequencies_clear(Frequencies *frequencies);

/* For each word whether it may be listed, and as which term. */
typedef struct {
    const Vocabulary *vocabulary;
    uint32_t *forms; /* by word: the term that it is shown as, 0 if it is not listed */
} Listing;

/* The words of a choice (may be NULL), each in the form most frequent by the counts of terms given. */
Listing listing_make(const Vocabulary *vocabulary, const TifaWordChoice *choice, const uint32_t *term_counts);
void listing_clear(Listing *listing);

/* The word as it is shown, NULL if it is not listed. Lent. */
const char *listing_text(const Listing *listing, uint32_t word);

/* The name of a word's kind: "word", "latin" or "number". */
const char *listing_kind(const Listing *listing, uint32_t word);
