/* method.h - how a result came about: named sentences, gathered by the rooms that know them. */
#pragma once

#include "tifa.h"

typedef struct {
    char *name, *value;
} MethodSentence;

/* The number of sentences, 0 for NULL, and one of them, lent. */
size_t method_length(const TifaMethod *method);
const MethodSentence *method_get(const TifaMethod *method, size_t index);
