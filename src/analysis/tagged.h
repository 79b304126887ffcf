/* tagged.h - the concepts in the texts of a corpus, as the places where they stand. */
#pragma once

#include "analysis/analysis.h"

typedef struct {
    int64_t passage;
    TifaSpan span;    /* in the passage's text */
    uint32_t concept; /* index in the concepts below */
    bool is_nested;   /* lies inside the words of another concept */
} TaggedPlace;

typedef struct {
    int64_t number; /* in the file */
    char *name, *zh, *en, *category;
} TaggedConcept;

/* All concepts by their ids, and all their places in the order of the text. */
typedef struct {
    ARRAY(TaggedConcept) concepts;
    ARRAY(TaggedPlace) places;
} Tagged;

bool tagged_read(TifaAnalysis *analysis, Tagged *tagged, GError **error);
void tagged_clear(Tagged *tagged);

/* For each concept the places of the question that overlap one of its own, by document: an array of `uint64_t
 * *` by concept, NULL for one without. Free with g_ptr_array_unref(); NULL on error. */
GPtrArray *tagged_count(TifaAnalysis *analysis, const Tagged *tagged, const TifaQuery *query, GError **error);
