/* perceptron.h - the averaged perceptron: whole numbers only, so that every machine learns the same. */
#pragma once

#include "index.h"
#include "segment/cutter.h"

typedef struct {
    TifaGranularity granularity;
    int rounds; /* times through the sentences */
    int runs;   /* trainings from nothing, each in another order; their weights are averaged */
} TrainingPlan;

/* Averaged weights in 1/PERCEPTRON_SCALE, the sum of all runs. */
enum { PERCEPTRON_SCALE = 4096 };

typedef struct {
    uint32_t rows;
    int runs;
    int64_t (*weights)[TAGS];
    int64_t transitions[TAGS][TAGS];
} Learned;

void perceptron_learn(Learned *learned, const TrainingIndex *training, const Lexicon *lexicon,
                      const Sentences *sentences, const TrainingPlan *plan);
void learned_clear(Learned *learned);
