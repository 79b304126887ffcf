/* search.h - a question run over the corpus: every place, in the order of the corpus.
 *
 * The full text and the tags name passages; the places inside are found in the passage's stored text, so that
 * nothing is found that does not stand there. */
#pragma once

#include "corpus/corpus.h"
#include "search/query.h"

/* One place. The passage and its text are lent until the callback returns. */
typedef struct {
    const StorePassage *passage;
    TifaSpan span; /* in the passage's text */
} Place;

/* Called for each place; return false to end early (without error) or with an error set. */
typedef bool SearchVisit(const Place *place, void *data, GError **error);
bool search_places(TifaCorpus *corpus, const TifaQuery *query, SearchVisit *visit, void *data,
                   GError **error);

/* Called for each passage with places, in order, with their number. Never looks at a text where the index
 * alone is exact. */
typedef void SearchCount(int64_t passage, unsigned places, void *data);
bool search_counts(TifaCorpus *corpus, const TifaQuery *query, SearchCount *count, void *data,
                   GError **error);
