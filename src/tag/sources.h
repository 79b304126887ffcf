/* sources.h - the texts of dictionaries, read from files and from memory, and the stamp of their content. */
#pragma once

#include "base/array.h"
#include "tifa.h"

#define SOURCES_MATCHER_VERSION 1

typedef struct {
    char *name;
    char *text;
    size_t length;
    uint16_t rank; /* of its dictionary: later ones win */
} Source;

typedef struct {
    ARRAY(Source) files;
    char *stamp;
    char *snapshot; /* where a snapshot of just these files would be, NULL for none */
} Sources;

/* Reads what tifa_concepts_load_all() is asked for. False if a file cannot be read. */
bool sources_read(Sources *sources, const char *const *paths, const TifaConceptSource *texts,
                  size_t text_count, GError **error);
void sources_clear(Sources *sources);
