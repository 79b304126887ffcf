/* sample.h - small corpora for tests, in a folder that goes with them. */
#pragma once

#include "tifa.h"

typedef struct {
    char *folder, *path;
    TifaCorpus *corpus;
} Sample;

/* A corpus of documents of one file each, `texts` ended by NULL. */
Sample sample_make(const char *const *texts);
void sample_clear(Sample *sample);

/* Adds a file or folder and fails the test if that fails. */
void sample_add(Sample *sample, const char *path);

/* The number of places, failing the test on error. */
uint64_t sample_count(Sample *sample, const char *question);
