/* phrase.h - a phrase, and the places where it stands in a text.
 *
 * Characters are compared folded (base/fold.h). A phrase with a Han character is a string of characters; one
 * without is whole words: a letter or digit at its end must not be followed by another. Places do not
 * overlap; the leftmost wins, as in grep -o. */
#pragma once

#include "store/cut.h"
#include "store/store.h"

typedef ARRAY(TifaSpan) Spans;

/* One character as it may stand in a text. */
typedef struct {
    char bytes[4];
    size_t length;
} PhraseAnchor;

typedef struct {
    gunichar *characters;
    size_t length;
    /* That of them which the fewest characters are folded to, and these. */
    size_t before_anchor; /* characters */
    PhraseAnchor anchors[FOLD_MOST_SOURCES];
    size_t anchor_count;
} PhraseForm;

typedef struct {
    PhraseForm forms[2]; /* by FoldScript of the text that is searched */
    bool is_words;
    char *expression; /* for the full text; NULL: every passage must be looked at */
    bool is_exact;    /* the places the full text counts are the phrase's */
} Phrase;

/* The script a phrase is written in: one traditional character is enough to say so. */
FoldScript phrase_script(const char *text);

/* Prepares a phrase that is not empty. */
Phrase phrase_prepare(const char *text);
void phrase_clear(Phrase *phrase);

/* Appends the phrase's places in `length` bytes of text. */
void phrase_find(const Phrase *phrase, const char *text, size_t length, FoldScript script, Spans *places);

/* The expression for the full text that finds a stretch of characters, folded for simplified and for
 * traditional texts; at an open side it may go on in the middle of a word. NULL if the index does not know
 * the characters. Free with g_free(). */
char *phrase_index_expression(const char *simplified, const char *traditional, bool is_open_left,
                              bool is_open_right);
