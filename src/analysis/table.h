/* table.h - inside analysis/: tables being filled, cell by cell. */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* An empty table. The columns, whose last is marked by its missing name, are copied; their names must stay.
 */
TifaTable *table_new(const TifaColumn *columns);

/* Each adds the next cell, or with an interval the next two; a row is full when all its columns have theirs.
 * Texts are copied; NULL is what is not known. */
void table_add_text(TifaTable *table, const char *text);
void table_add_number(TifaTable *table, double number);
void table_add_interval(TifaTable *table, TifaInterval interval);
void table_add_series(TifaTable *table, const double *numbers, size_t length);

/* Adds a fact; its name must stay. */
void table_add_fact(TifaTable *table, const char *name, double number, int digits);

/* Adds a note, in printf form. */
void table_note(TifaTable *table, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Sorts by a column that is there. */
void table_sort(TifaTable *table, const char *column);
