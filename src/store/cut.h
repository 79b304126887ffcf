/* cut.h - text cut for the full-text index, and phrases cut the same way for its questions.
 *
 * FTS5 finds words; Chinese has none that could be relied on. So a run of Han characters is given to it as
 * overlapping pairs and its last character alone (军民融合: "军民 民融 融合 合"), broken at punctuation and
 * white space, and any other word folded, as one token. Every phrase of characters is then a phrase of
 * tokens: complete by construction, and no tokenizer of our own is needed to open the file. Characters that
 * FTS5's Unicode tables do not know are written u2cb2e.
 */
#pragma once

#include "base/fold.h"

/* Calls `visit` with each token of `length` bytes of text, in order. A plain token is one for FTS5, too; of
 * another, a word that is not ASCII, its tokenizer may make several or none. The token is lent. */
typedef void CutVisit(const char *token, size_t length, bool is_plain, void *data);
void cut_each(const char *text, size_t length, FoldScript script, CutVisit *visit, void *data);

/* Appends the tokens, each with a blank behind it: what FTS5 is given for the text. */
void cut_text(const char *text, size_t length, FoldScript script, GString *out);

/* Whether c, folded, is a letter or digit of a script that separates its words. */
bool cut_is_word(gunichar c);

/* How well an expression finds its phrase. */
typedef enum {
    CUT_NOTHING,    /* the phrase has no character that the index knows: every passage is a candidate */
    CUT_CANDIDATES, /* the passages found hold the phrase or something like it: look at their text */
    CUT_EXACT,      /* the places FTS5 counts are exactly the phrase's */
} CutQuality;

/* Appends the FTS5 expression for a phrase that is already folded (fold_text()). A phrase with Han characters
 * is looked for as characters, also inside longer numbers and words at its ends; one without as whole words.
 */
CutQuality cut_phrase(const char *folded, size_t length, GString *out);

/* The same for a part of a longer phrase: a word at an open side may go on there, one at a closed side ends.
 * Never CUT_EXACT. */
CutQuality cut_part(const char *folded, size_t length, bool is_open_left, bool is_open_right, GString *out);
