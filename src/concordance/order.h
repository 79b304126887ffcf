/* order.h - what an answer is sorted and grouped by: keys, and their value for every place.
 *
 * Only values are kept, a number a place and key; texts are read once, in the order of the corpus. */
#pragma once

#include "concordance/labels.h"
#include "concordance/spot.h"
#include "corpus/corpus.h"

typedef enum {
    /* of the text around a place */
    KEY_WORD,
    KEY_CHARACTER,
    KEY_MATCH,
    KEY_ARTICLE,
    /* of its document */
    KEY_DOCUMENT,
    KEY_DATE,
    KEY_YEAR,
    KEY_TITLE,
    KEY_AGENCY,
    KEY_NUMBER,
    KEY_LANGUAGE,
    KEY_LEVEL,
    KEY_TYPE,
} KeyField;

typedef struct {
    KeyField field;
    int distance; /* of a word or character: -1 the one before the place, 1 the one behind it */
    bool is_reversed;
} OrderKey;

typedef ARRAY(OrderKey) OrderKeys;

/* Appends the keys of "R1,L1,-date"; NULL has none. False with TIFA_ERROR_INPUT, naming `option`. */
bool order_parse(const char *option, const char *text, OrderKeys *keys, GError **error);

/* Whether values of the key come in an order of their own (years, articles), not by size. */
bool order_is_natural(const OrderKey *key);

/* A key's values. */
typedef struct {
    OrderKey key;
    Labels labels;
    uint32_t *values; /* by place: the number of a label */
} Column;

typedef ARRAY(Column) Columns;

void columns_clear(Columns *columns);

/* Reads a column for each key, telling the progress that the options ask for. */
bool columns_read(TifaCorpus *corpus, const Spots *spots, const OrderKeys *keys,
                  const TifaFindOptions *options, Columns *columns, GError **error);

/* A value as people read it. Free with g_free(). */
char *column_label(const Column *column, uint32_t value);

/* The rank of each label of a column in the order of its key, from 0. Free with g_free(); NULL on error. */
uint32_t *column_rank(const Column *column, TifaCollation collation, GError **error);

/* `count` places in the order of the keys, as indices; first by `groups` (by place, may be NULL). NULL on
 * error; free with g_free(). */
uint32_t *order_sort(size_t count, const uint32_t *groups, const Columns *columns, TifaCollation collation,
                     GError **error);
