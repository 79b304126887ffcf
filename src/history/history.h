/* history.h - inside history/: a question followed through the documents of a corpus, by date.
 *
 * gather.c walks all places once and keeps of each document how many there are and where the first stands;
 * years.c adds them up by year, tier and issuer; lineage.c looks at series and at versions of instruments;
 * succession.c looks for what rises as the question fades. Shares are of documents: places of one text are
 * not independent of each other.
 */
#pragma once

#include "search/search.h"

/* What a document has of the question. */
typedef struct {
    size_t document; /* its index in corpus_documents() */
    uint64_t hits;
    int64_t passage; /* of the first place */
    TifaSpan span;   /* in the passage's text */
} Seen;

struct TifaHistory {
    TifaHistoryFacts facts;
    GStringChunk *strings;
    GPtrArray *documents; /* of StoreDocument, lent by the corpus */
    DocumentSet asked;    /* what the question's filters let through */
    ARRAY(Seen) seen;     /* documents with a place, by date, those without one left out */
    uint64_t *hits;       /* of every document */
    ARRAY(TifaHistoryPlace) firsts;
    ARRAY(TifaTier) first_tiers;
    TifaHistoryPlace last;
    ARRAY(TifaHistoryYear) years;
    ARRAY(TifaHistorySeries) series;
    ARRAY(TifaHistoryChange) changes;
    ARRAY(TifaSuccessor) successors;
};

const StoreDocument *history_document(const TifaHistory *history, size_t index);

/* The year of a document, 0 if it has none. */
unsigned history_year(const StoreDocument *document);

TifaTier history_tier(const StoreDocument *document);

/* gather.c: finds what each document has of the question, and the first and last places. */
bool history_gather(TifaHistory *history, TifaCorpus *corpus, const TifaQuery *query, GError **error);

/* Fills a place from a passage and a span in it. */
bool history_place(TifaHistory *history, TifaCorpus *corpus, size_t document, int64_t passage, TifaSpan span,
                   TifaHistoryPlace *place, GError **error);

/* years.c: rows by year, whether it is gone, and where it turns. */
void history_count_years(TifaHistory *history);

/* lineage.c: series and versions. */
void history_follow_families(TifaHistory *history, const TifaFamilies *families);

/* succession.c: needs years. */
bool history_find_successors(TifaHistory *history, TifaCorpus *corpus, const TifaQuery *query,
                             GError **error);
