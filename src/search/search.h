/* search.h - a question run over the corpus: every place, in the order of the corpus.
 *
 * The full text and the tags name passages; the places inside are found in the passage's stored text, so that
 * nothing is found that does not stand there. A question of filters alone finds documents: the place is the
 * whole of the document's first passage. */
#pragma once

#include "corpus/corpus.h"
#include "query/query.h"
#include "search/filter.h"

/* One place. The passage, its text and the parts are lent until the callback returns; the document is one of
 * corpus_documents(). */
typedef struct {
    StoreDocument *document;
    const StorePassage *passage;
    TifaSpan span;         /* in the passage's text */
    const TifaSpan *parts; /* what stands near each other in it, for questions with ~ or >; in order */
    size_t part_count;
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

/* The document of a passage, lent; the list must have been read. NULL with an error if there is none. */
StoreDocument *search_document_of(const TifaCorpus *corpus, int64_t passage, GError **error);

/* False with TIFA_ERROR_QUERY if the question is of filters alone, for what is worked out from places: `what`
 * names it. */
bool search_needs_places(const TifaQuery *query, const char *what, GError **error);

/* The documents that the filters let through and that have a place of the question, if it asks for any. Clear
 * the set with document_set_clear(). */
bool search_documents(TifaCorpus *corpus, const TifaQuery *query, DocumentSet *set, GError **error);
