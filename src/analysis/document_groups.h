/* document_groups.h - documents in groups: by year, agency, level, type, or each for itself. */
#pragma once

#include "analysis/analysis.h"

enum { MOST_GROUPINGS = 3 };

typedef struct {
    char *keys[MOST_GROUPINGS]; /* one a grouping; NULL: not known */
    ARRAY(size_t) documents;    /* their indices, ascending */
} Group;

/* The groups of the set's documents, of Group, in the order of their first documents; NULL on error. A
 * document of several agencies is in several groups. By nothing (count 0) all are one group. */
GPtrArray *document_groups_make(const TifaAnalysis *analysis, const DocumentSet *set, const TifaGrouping *by,
                                size_t by_count, GError **error);
