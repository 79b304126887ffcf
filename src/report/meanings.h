/* meanings.h - what the changes of a comparison mean, as part of its printed faces. */
#pragma once

#include "report/comparison.h"

#include <jansson.h>

/* For the terminal: how many of each sort, then each with both quotations. */
void meanings_print_text(const ComparisonView *view);

/* For the page: the same as a table (meanings_html.c). */
void meanings_print_html(const ComparisonView *view);

/* A list of objects. */
json_t *meanings_record(const ComparisonView *view);

/* A line each, in place of the changes. */
void meanings_print_csv(const ComparisonView *view);

/* ---- For both faces for people --------------------------------------------------------------- */

/* The meanings as they are told: by kind, then shift, then place, of which each is an index into
 * view->meanings. The same agency become the same other again and again is one group: `again` more indices
 * follow the first. */
typedef struct {
    size_t first, again; /* in MeaningOrder.indices */
} MeaningGroup;

typedef struct {
    size_t *indices;
    MeaningGroup *groups;
    size_t count; /* of groups */
} MeaningOrder;

/* Free with meanings_order_clear(). */
MeaningOrder meanings_order(const ComparisonView *view);
void meanings_order_clear(MeaningOrder *order);

/* The number of meanings of a sort. */
size_t meanings_count(const ComparisonView *view, TifaMeaningKind kind, TifaShift shift);

/* What a meaning is called: a duty that came or went by its kind, "permission". */
const char *meanings_kind_name(const TifaMeaning *meaning);

/* What of a kind and shift is said to people: a concept is gained, not added. */
const char *meanings_shift_name(TifaMeaningKind kind, TifaShift shift);

/* The text that the words of a meaning's actor and object stand in. */
const char *meanings_actor_text(const ComparisonView *view, const TifaMeaning *meaning);
