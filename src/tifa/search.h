/* search.h - questions to a corpus. A part of tifa.h. */
#pragma once

#include "tifa/concordance.h"

G_BEGIN_DECLS

/* ---- Questions ------------------------------------------------------------------------------- */

/* A question in the query language, understood. */
typedef struct TifaQuery TifaQuery;

/* NULL with TIFA_ERROR_QUERY, naming the column and the right form. */
TIFA_API TifaQuery *tifa_query_parse(const char *text, GError **error);
TIFA_API void tifa_query_free(TifaQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaQuery, tifa_query_free)

/* The layers (a sum of TifaLayer) that its answer rests on. */
TIFA_API int tifa_query_layers(const TifaQuery *query);

/* The documents that the question's filters let through and that have a place of it, if it asks for any. */
TIFA_API TifaEntries *tifa_corpus_select(TifaCorpus *corpus, const TifaQuery *query, GError **error);

/* ---- Saved questions ------------------------------------------------------------------------- */

/* A question that the corpus keeps under a name; sub:NAME means it in another question. */
typedef struct {
    char *name, *question, *created; /* created: when, UTC, ISO 8601 */
} TifaSaved;

/* Keeps a question; a later one of that name replaces it. False with TIFA_ERROR_INPUT if the name is not of
 * letters, digits, - _ and . alone, and with TIFA_ERROR_QUERY if the question is none. */
TIFA_API bool tifa_corpus_save(TifaCorpus *corpus, const char *name, const char *question, GError **error);

/* Takes one out again; false with TIFA_ERROR_INPUT if there is none of that name. */
TIFA_API bool tifa_corpus_forget(TifaCorpus *corpus, const char *name, GError **error);

/* All of them, of TifaSaved, in the order of their names; free with g_ptr_array_unref(). NULL on error. */
TIFA_API GPtrArray *tifa_corpus_saved(TifaCorpus *corpus, GError **error);

/* The question of that name, free with g_free(); NULL with TIFA_ERROR_INPUT if there is none. */
TIFA_API char *tifa_corpus_question(TifaCorpus *corpus, const char *name, GError **error);

/* ---- Discovery ------------------------------------------------------------------------------- */

/* Proposes fixed phrases of the corpus that `known` (may be NULL) lacks, the best first, as
 * tifa_discovery_find() does; `options` may be NULL. The hit of the same number is an example. NULL on error.
 */
TIFA_API TifaHits *tifa_corpus_discover(TifaCorpus *corpus, const TifaConcepts *known,
                                        const TifaDiscoveryOptions *options, TifaCandidates *candidates,
                                        GError **error);

typedef enum {
    TIFA_BY_NOTHING,
    TIFA_BY_YEAR,
    TIFA_BY_AGENCY,
    TIFA_BY_DOCUMENT,
} TifaGrouping;

/* One row of a count. */
typedef struct {
    const char *key;    /* "2021", an agency, a title; "" for what has none */
    int64_t document;   /* BY_DOCUMENT: its id, else 0 */
    uint64_t hits;      /* places in all documents of the row */
    uint64_t documents; /* documents with at least one */
    uint64_t of;        /* documents of that year or agency in the corpus */
} TifaCount;

typedef struct TifaCounts TifaCounts;

/* Counts every place exactly; rows by year ascending, else by hits descending. */
TIFA_API TifaCounts *tifa_corpus_count(TifaCorpus *corpus, const TifaQuery *query, TifaGrouping by,
                                       GError **error);
TIFA_API void tifa_counts_free(TifaCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaCounts, tifa_counts_free)
TIFA_API size_t tifa_counts_rows(const TifaCounts *counts);
TIFA_API TifaCount tifa_counts_get(const TifaCounts *counts, size_t index);
TIFA_API uint64_t tifa_counts_total(const TifaCounts *counts);
TIFA_API TifaGrouping tifa_counts_grouping(const TifaCounts *counts);

/* ---- Printing -------------------------------------------------------------------------------- */

/* `questions` are those of tifa_corpus_saved(). */
TIFA_API bool tifa_print_saved(const TifaPrinter *printer, const GPtrArray *questions, GError **error);

/* `examples` are those of tifa_corpus_discover(). */
TIFA_API bool tifa_print_candidates(const TifaPrinter *printer, const TifaCandidates *candidates,
                                    const TifaHits *examples, GError **error);

TIFA_API bool tifa_print_counts(const TifaPrinter *printer, const TifaCounts *counts, GError **error);

G_END_DECLS
