/* groups.h - places grouped by one key. */
#pragma once

#include "concordance/order.h"

typedef struct {
    char *label;
    int64_t document; /* grouped by document: its id */
    size_t hits, documents;
} Group;

typedef struct {
    ARRAY(Group) items; /* as they are shown: the largest first; years, dates and articles in their order */
    uint32_t *of;       /* by place: its group */
} Groups;

/* Groups the places by the column's values. */
bool groups_make(TifaCorpus *corpus, const Spots *spots, const Column *column, TifaCollation collation,
                 Groups *groups, GError **error);
void groups_clear(Groups *groups);
