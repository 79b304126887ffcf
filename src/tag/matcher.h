/* matcher.h - finds every occurrence of many strings in one pass.
 *
 * Strings and text are compared in the form of form.h, character by character; places are byte offsets into
 * the text as it stands. Each different character of the strings has a symbol; two bitmaps, of the pairs that
 * are a whole string and of the triples that start a longer one, pass over nearly all places of a text, and
 * the trie that decides the rest keeps all its edges in one hash table: quick to build, and one look-up a
 * step.
 *
 * Strings have 2 to MATCHER_LONGEST characters. A string that starts (ends) with a letter or digit is found
 * only where no letter or digit stands before (behind) it.
 */
#pragma once

#include "tag/form.h"

#define MATCHER_LONGEST 500

typedef struct Matcher Matcher;

Matcher *matcher_new(void);
void matcher_free(Matcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Matcher, matcher_free)

/* The value of a string, 0 if it is new: set it to anything else. Valid until the next call. NULL if there is
 * no room for another character (65,534 different ones). */
uint32_t *matcher_add(Matcher *matcher, const Form *string);

/* To be called once, after the last matcher_add(). */
void matcher_finish(Matcher *matcher);

/* Receives each occurrence: the value of the string, the bytes start..end-1. */
typedef void (*MatchFound)(void *user, uint32_t value, TifaSpan span);

/* Calls `found` for every occurrence in `length` bytes of valid UTF-8, by ascending start, then ascending
 * end. */
void matcher_search(const Matcher *matcher, const char *text, size_t length, MatchFound found, void *user);
