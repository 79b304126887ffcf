/* pack.h - what was learnt as a model file. */
#pragma once

#include "perceptron.h"

/* The bytes of the file: weights rounded to one byte, and pairs left out that say next to nothing. `notice`
 * names the origin and the licence of the sentences. */
GByteArray *pack_model(const TrainingIndex *training, const Learned *learned, const char *notice);
