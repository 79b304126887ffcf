/* slice.h - a piece of text that somebody else owns, and the few questions that readers of documents ask of
 * it.
 *
 * Bytes are compared as they are; words are given as UTF-8 string literals.
 */
#pragma once

#include "tifa.h"

typedef struct {
    const char *text;
    size_t length;
} Slice;

/* The slice of a NUL-terminated string. */
Slice slice_of(const char *text);

/* Where the word first stands, or -1. */
int64_t slice_find(Slice slice, const char *word);

/* Where the word last stands, or -1. */
int64_t slice_find_last(Slice slice, const char *word);

bool slice_has(Slice slice, const char *word);
bool slice_is(Slice slice, const char *word);
bool slice_starts(Slice slice, const char *word);
bool slice_ends(Slice slice, const char *word);

/* Whether it has, starts with or ends in one of the words of a NULL-terminated list; the word, or NULL. */
const char *slice_has_one(Slice slice, const char *const *words);
const char *slice_starts_one(Slice slice, const char *const *words);
const char *slice_ends_one(Slice slice, const char *const *words);

/* The slice from byte `start` on, and the one of its first `length` bytes, less what would cut a character.
 */
Slice slice_from(Slice slice, size_t start);
Slice slice_first(Slice slice, size_t length);

/* Bytes of the 《…》 at the head of the text, with those inside it; 0 if none begins there or it does not
 * end. */
size_t slice_quoted(Slice slice);

/* Without white space at both ends, and also without what layouts leave there: * # > _ and the like. One such
 * mark at the end alone belongs to the text: C#, 1+1=. */
Slice slice_trim(Slice slice);
Slice slice_strip(Slice slice);

/* Number of characters. */
size_t slice_count(Slice slice);

/* A copy. Free with g_free(). */
char *slice_copy(Slice slice);

/* A copy without any white space. Free with g_free(). */
char *slice_squeeze(Slice slice);
