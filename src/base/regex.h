/* regex.h - regular expressions in ICU's dialect, over UTF-8 text, under limits of time and memory.
 *
 * A Regex remembers the text it is at work on, so one is used by one caller at a time. */
#pragma once

#include "tifa.h"

typedef struct Regex Regex;

/* Understands the expression; `is_caseless` makes capital and small letters the same. NULL with
 * TIFA_ERROR_QUERY and the reason alone. */
Regex *regex_new(const char *expression, bool is_caseless, GError **error);
void regex_free(Regex *regex);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Regex, regex_free)

/* Turns to `length` bytes of valid text, which must stay. */
void regex_set_text(Regex *regex, const char *text, size_t length);

/* The next place: 1 found, 0 there is no more, -1 the expression takes too much time or memory (an error with
 * the reason alone). An empty place is none. */
int regex_next(Regex *regex, TifaSpan *place, GError **error);

/* Whether the expression is the whole of the text: 1, 0 or -1 as above. */
int regex_is_whole(Regex *regex, const char *text, size_t length, GError **error);
