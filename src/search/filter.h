/* filter.h - what a question's filters let through. */
#pragma once

#include "corpus/corpus.h"
#include "query/query.h"

/* A set of the corpus's documents, by their index in corpus_documents(). */
typedef struct {
    bool *has;
    size_t length, count; /* documents in the corpus, in the set */
} DocumentSet;

void document_set_clear(DocumentSet *set);

/* The documents that all filters let through. */
bool filter_documents(TifaCorpus *corpus, const TifaQuery *query, DocumentSet *set, GError **error);

/* The same of one filter: sets fits[] by index where a value fits; whether it is negated is not regarded. */
bool filter_run(TifaCorpus *corpus, const QueryFilter *filter, unsigned depth, bool *fits, GError **error);

/* Whether the question has filters for documents, or for places in them. */
bool filter_has_documents(const TifaQuery *query);
bool filter_has_places(const TifaQuery *query);

/* Whether places in the passage are let through. */
bool filter_admits_passage(const TifaQuery *query, const StorePassage *passage);
