/* analysis.h - inside analysis/: what its files share. */
#pragma once

#include "analysis/frequency.h"
#include "analysis/table.h"
#include "analysis/vocabulary.h"
#include "base/error.h"
#include "search/search.h"
#include "statistics/bootstrap.h"

struct TifaAnalysis {
    TifaCorpus *corpus;
    GPtrArray *documents;   /* of StoreDocument, with their fields; kept */
    uint32_t *words;        /* of each document, by its index; NULL until asked for */
    Vocabulary *vocabulary; /* NULL until asked for */
    Frequencies whole;      /* of all documents; empty until asked for */
};

/* The number of words of each document, by its index. Lent; NULL on error. */
const uint32_t *analysis_words(TifaAnalysis *analysis, GError **error);

/* The words of the corpus. Lent; NULL on error. */
const Vocabulary *analysis_vocabulary(TifaAnalysis *analysis, GError **error);

/* The documents that the question's filters let through, all if it is NULL. Clear with document_set_clear().
 */
bool analysis_allowed(TifaAnalysis *analysis, const TifaQuery *query, DocumentSet *set, GError **error);

/* The documents that a question stands for: those that answer it, or all if it is NULL. */
bool analysis_documents(TifaAnalysis *analysis, const TifaQuery *query, DocumentSet *set, GError **error);

/* The hits of a question in each document, by its index. Free with g_free(); NULL on error. */
uint64_t *analysis_hits(TifaAnalysis *analysis, const TifaQuery *query, GError **error);

/* The frequencies of all words in the documents of the set. *own is for those of a part of the corpus, must
 * be empty and is to be cleared; those of the whole corpus are kept. Lent; NULL on error. */
const Frequencies *analysis_frequencies(TifaAnalysis *analysis, const DocumentSet *set, Frequencies *own,
                                        GError **error);

/* What a document is called in tables. */
const char *analysis_title(const StoreDocument *document);

/* The year of a document, 0 if it is not known. */
int analysis_year(const StoreDocument *document);

/* Notes that the hits are few or not spread: fewer than five documents hold them, or one holds more than
 * half. `what` names the question, NULL where there
 * is one alone. */
void analysis_note_spread(TifaTable *table, const char *what, const GPtrArray *documents,
                          const uint64_t *hits);
