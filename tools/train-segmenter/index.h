/* index.h - the characters and pairs of characters a model is to know: those of the training text. */
#pragma once

#include "corpus.h"
#include "segment/model.h"

typedef ARRAY(uint32_t) PairKeys;

typedef struct {
    ModelIndex index; /* points into the arrays below; its table holds no weights yet */
    uint16_t *numbers;
    uint32_t *filters, *table;
} TrainingIndex;

void training_index_make(TrainingIndex *training, const Sentences *sentences);
/* The same characters with these pairs only; the keys are sorted. */
void training_index_reduce(TrainingIndex *reduced, const TrainingIndex *training, PairKeys *adjacent,
                           PairKeys *around);

void training_index_clear(TrainingIndex *training);
