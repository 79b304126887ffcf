/* classes.h - the concepts that a question names: one by its id or label, or all of a class. */
#pragma once

#include "corpus/corpus.h"

/* Numbers of concepts in the corpus file. */
typedef ARRAY(int64_t) ConceptNumbers;

/* Appends the number of the concept that has this id, or this label of its own; nothing if no place is tagged
 * with it. False with TIFA_ERROR_QUERY, naming the nearest, if there is no such concept. */
bool classes_find_concept(TifaCorpus *corpus, const char *name, ConceptNumbers *numbers, GError **error);

/* Appends those of a class: all concepts of the category of that name, else the concept of that id or label
 * and all that are narrower. */
bool classes_find_class(TifaCorpus *corpus, const char *name, ConceptNumbers *numbers, GError **error);
