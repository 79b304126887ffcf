/* pattern.h - a phrase with gaps and wildcards, and the places where it stands in a text.
 *
 * 军民…8融合 has at most 8 characters of any sort in between (… alone: 5), * stands for any number of letters
 * and digits in a row, ? for one; in a pattern with a Han character for Han characters, too. Three or more
 * full stops are the same as …; at the ends of a word both are signs like any other.
 *
 * Characters are compared folded, and the rule about whole words is that of phrase.h; a * lets go of the
 * word's end. A place begins as far left as it can and ends as soon as it can; a * at an end takes in the
 * rest of the run. Places do not overlap. */
#pragma once

#include "query/phrase.h"

enum { PATTERN_GAP = 5, PATTERN_WIDEST = 1000, PATTERN_PIECES = 50 };

typedef struct {
    PhraseForm forms[2]; /* by FoldScript; the character 0 stands for ? */
    bool has_run;        /* a * stands behind the piece, else a gap */
    size_t gap;
} PatternPiece;

typedef struct {
    ARRAY(PatternPiece) pieces;
    bool starts_with_run, ends_with_run;
    bool is_words;
    char *expression; /* for the full text; NULL: every passage must be looked at */
} Pattern;

/* Whether the word has gaps or wildcards. */
bool pattern_is_one(const char *word);

/* What is wrong with a pattern and what to do (static), or NULL. */
const char *pattern_refuses(const char *word);

/* Prepares a pattern that is not refused. */
Pattern pattern_prepare(const char *word);
void pattern_clear(Pattern *pattern);

/* Appends the pattern's places in `length` bytes of text. Time grows with the text times the pattern. */
void pattern_find(const Pattern *pattern, const char *text, size_t length, FoldScript script, Spans *places);
