/* table.h - results as rows and named columns. A part of tifa.h.
 *
 * Every statistic is a table: the names of its columns are those of its fields in JSON and CSV, and stay. */
#pragma once

#include "tifa/printer.h"

G_BEGIN_DECLS

/* A 95 % interval; both ends NAN where it is not known. */
typedef struct {
    double low, high;
} TifaInterval;

typedef enum {
    TIFA_COLUMN_TEXT,
    TIFA_COLUMN_COUNT,  /* a whole number */
    TIFA_COLUMN_NUMBER, /* a real number */
    TIFA_COLUMN_SHARE,  /* from 0 to 1; people see per cent */
    TIFA_COLUMN_LOW,    /* the lower end of a 95 % interval; the next column is its upper end */
    TIFA_COLUMN_HIGH,
    TIFA_COLUMN_SERIES, /* several numbers; people see a row of bars; not in CSV */
} TifaColumnKind;

enum {
    TIFA_COLUMN_IS_SHARE = 1, /* of LOW and HIGH: of a share */
    TIFA_COLUMN_HAS_BAR = 2,  /* people see a bar of that length at the end of the line */
};

typedef struct {
    const char *name; /* of the field */
    const char *head; /* for people; NULL: not for people */
    TifaColumnKind kind;
    int digits; /* for people: behind the decimal point; if negative, so many significant ones */
    int flags;  /* TIFA_COLUMN_IS_SHARE ... */
} TifaColumn;

typedef struct TifaTable TifaTable;

TIFA_API void tifa_table_free(TifaTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaTable, tifa_table_free)

TIFA_API size_t tifa_table_rows(const TifaTable *table);
TIFA_API size_t tifa_table_columns(const TifaTable *table);
TIFA_API const TifaColumn *tifa_table_column(const TifaTable *table, size_t column);

/* The number of the column of that name, which must be there. */
TIFA_API size_t tifa_table_find(const TifaTable *table, const char *name);

/* The cell of a text column, NULL where nothing is known. Lent. */
TIFA_API const char *tifa_table_text(const TifaTable *table, size_t row, size_t column);

/* The cell of any other column but a series, NAN where nothing is known. */
TIFA_API double tifa_table_number(const TifaTable *table, size_t row, size_t column);

/* The cell of a series. Lent. */
TIFA_API const double *tifa_table_series(const TifaTable *table, size_t row, size_t column, size_t *length);

/* A number about the whole. */
typedef struct {
    const char *name; /* of the field */
    double number;    /* NAN where it is not known */
    int digits;       /* for people, behind the decimal point, for people; 0: a whole number */
} TifaFact;

/* The numbers about the whole. Lent. */
TIFA_API const TifaFact *tifa_table_facts(const TifaTable *table, size_t *count);

/* What a reader of the numbers must know (few documents, one document that carries most, what the corpus
 * lacks), one sentence each, NULL-ended. Lent. */
TIFA_API const char *const *tifa_table_notes(const TifaTable *table);

/* The rows in the order of a column, numbers from the largest, texts by code point; rows that are equal in it
 * in the order of their texts. False with TIFA_ERROR_INPUT, naming the columns there are, if there is none of
 * that name. */
TIFA_API bool tifa_table_sort(TifaTable *table, const char *column, GError **error);

/* Keeps the first `rows` rows. */
TIFA_API void tifa_table_limit(TifaTable *table, size_t rows);

/* ---- Printing -------------------------------------------------------------------------------- */

/* In text the facts follow the rows; in JSON facts and notes stand in the first row, as "facts" and "notes".
 */
TIFA_API bool tifa_print_table(const TifaPrinter *printer, const TifaTable *table, GError **error);

G_END_DECLS
