/* labels.h - the labels of a concept dictionary (tifa-concepts(5)) as listed words. */
#pragma once

#include "words.h"

/* Adds the labels that stand in the lines of a dictionary, up to NULL. */
void labels_add(Words *words, char **lines);
