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

/* Why the question may have found nothing, a sentence each, NULL-ended: filters that no document passes, with
 * the nearest values of the corpus; operators of other search languages that are words here. Free with
 * g_strfreev(); NULL on error. */
TIFA_API char **tifa_corpus_explain(TifaCorpus *corpus, const TifaQuery *query, GError **error);

/* The documents that the question's filters let through and that have a place of it, if it asks for any. */
TIFA_API TifaEntries *tifa_corpus_select(TifaCorpus *corpus, const TifaQuery *query, GError **error);

/* ---- Saved questions ------------------------------------------------------------------------- */

/* A question that the corpus keeps under a name; sub:NAME in another one means the documents that answer
 * it. */
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

/* How many places there are, exactly; tifa_analysis_count() has them by year, agency ... */
TIFA_API bool tifa_corpus_count(TifaCorpus *corpus, const TifaQuery *query, uint64_t *count, GError **error);

/* ---- Printing -------------------------------------------------------------------------------- */

/* `questions` are those of tifa_corpus_saved(). */
TIFA_API bool tifa_print_saved(const TifaPrinter *printer, const GPtrArray *questions, GError **error);

/* `examples` are those of tifa_corpus_discover(). */
TIFA_API bool tifa_print_candidates(const TifaPrinter *printer, const TifaCandidates *candidates,
                                    const TifaHits *examples, GError **error);

TIFA_API bool tifa_print_count(const TifaPrinter *printer, uint64_t count, GError **error);

G_END_DECLS
