/* late_library.h - libraries that are loaded when they are first needed. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* One function: its symbol, and where in a structure of functions its address goes. */
typedef struct {
    const char *symbol;
    size_t place;
} LateFunction;

/* Loads the library and fills the structure with its functions. Gives the library's handle, for dlclose();
 * NULL if it is not installed or lacks one of them. */
void *late_library_load(const char *name, const LateFunction *list, size_t count, void *functions);
