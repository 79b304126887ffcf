/* table.h - a dictionary's text cut into rows and cells; the format's lowest floor, see tifa-concepts(5).
 *
 * Cells are made NUL-terminated in the table's own copy of the text and are lent. Lines with a fault of this
 * floor (bad UTF-8, control characters, wrong number of cells) are reported and left out.
 */
#pragma once

#include "base/array.h"
#include "tag/fault.h"

typedef enum {
    COLUMN_ID,
    COLUMN_ZH,
    COLUMN_ZH_ALT,
    COLUMN_ZH_HANT,
    COLUMN_PINYIN,
    COLUMN_EN,
    COLUMN_EN_ALT,
    COLUMN_CATEGORY,
    COLUMN_GLOSS,
    COLUMN_BROADER,
    COLUMN_RELATED,
    COLUMN_RENAMED_TO,
    COLUMN_VALID_FROM,
    COLUMN_VALID_TO,
    COLUMN_GUARDS,
    COLUMN_FACETS,
    COLUMN_FLAGS,
    COLUMN_SOURCE,
    COLUMN_COUNT
} Column;

typedef struct {
    uint32_t line;
    char *cells[COLUMN_COUNT]; /* never NULL, blanks at the ends removed */
} Row;

typedef struct {
    char *name;                      /* of the file */
    char *text;                      /* what the cells point into */
    uint16_t position[COLUMN_COUNT]; /* each column's number in the file from 1, 0 where it is missing */
    ARRAY(Row) rows;
} Table;

/* The name of a column as the first line writes it. */
const char *column_name(Column column);

/* The column of that name, or -1. */
int column_of_name(const char *name);

/* Cuts `length` bytes (any bytes) into a table. Free it with table_free(). */
Table *table_read(const char *name, const char *text, size_t length, TifaFaults *faults);
void table_free(Table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_free)

/* Where a cell of a row stands. */
FaultPlace table_place(const Table *table, const Row *row, Column column);

/* The next member of a list separated by `separator` at *rest, without the blanks around it; NULL behind the
 * last. Puts a NUL behind it and moves *rest. Empty members are passed over; a separator inside ASCII () or
 * [] is none. */
char *list_next(char **rest, char separator);

/* How many bytes behind `place` the bracket closes that opens there; 0 if none opens, or it does not close
 * before another bracket. */
size_t list_inside(const char *place);
