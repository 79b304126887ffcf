/* table.h - a table's row as a record. */
#pragma once

#include "report/record.h"

/* The row with the names of its columns. */
json_t *table_record(const TifaTable *table, size_t row);
