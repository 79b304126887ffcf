/* classes.h - the concepts that a question names, one by its id or label, or all of a class, and their
 * places. */
#pragma once

#include "corpus/corpus.h"

/* A concept's place, in the passage's text. */
typedef struct {
    int64_t passage;
    TifaSpan span;
} TagPlace;

typedef ARRAY(TagPlace) TagPlaces;

/* Appends the places of the concept that has this id, or this label of its own; with `is_class` those of all
 * concepts of the category of that name, else of the concept and all that are narrower. They come in order;
 * of places that overlap the first counts, or the longer of two that start together. False with
 * TIFA_ERROR_QUERY, naming the nearest, if there is no such concept. */
bool classes_load_places(TifaCorpus *corpus, const char *name, bool is_class, TagPlaces *places,
                         GError **error);

/* Puts places of several concepts, one behind the other, into that order. */
void classes_merge_places(TagPlaces *places);
