/* build_parts.h - the steps from the rows of tables to a dictionary that can be searched: for the files
 * build*.c alone. Each step reports what is wrong and goes on with the rest.
 */
#pragma once

#include "tag/concepts.h"

typedef struct {
    TifaConcepts *concepts;
    TifaFaults *faults;
} Build;

/* Reads the labels of the concept with that index from its row. */
void build_labels(Build *build, uint32_t index);

/* Reads the guards of the concept, whose labels are there, and applies them to the labels they mean. */
void build_guards(Build *build, uint32_t index);

/* Gives the matcher all that is to be looked for, and settles which concept a string stands for that several
 * claim. All labels and guards are there. */
void build_strings(Build *build);
