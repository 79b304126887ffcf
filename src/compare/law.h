/* law.h - a law that can be changed: articles, their paragraphs and points, by the numbers of the old text.
 *
 * Changes name places by old numbers, insertions by new ones. So what is there is changed first, then
 * law_settle() closes the gaps, then new parts are put in, and at last law_write() numbers the articles.
 */
#pragma once

#include "tifa.h"

/* A law being changed. */
typedef struct Law Law;

Law *law_new(const TifaDocument *document);
void law_free(Law *law);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Law, law_free)

/* Each gives false, with nothing changed, if the place is not there. `words` are paragraphs separated by
 * '\n'. */
bool law_replace(Law *law, TifaPlace place, const char *words);
bool law_delete(Law *law, TifaPlace place);
bool law_renumber(Law *law, TifaPlace place, TifaPlace new_place);

/* Replaces each occurrence of `old_words` in the place, or in all articles if the place is all 0. */
bool law_reword(Law *law, TifaPlace place, const char *old_words, const char *new_words);

/* Closes the gaps that deletions left; from here on paragraphs have their new numbers. */
void law_settle(Law *law);

/* Puts in a new article, paragraph or point; a new article with a 之 number stands behind `anchor`, or, if
 * that is all 0, behind the one before it. */
bool law_insert(Law *law, TifaPlace anchor, TifaPlace new_place, const char *words);

/* The law as it is now, its articles numbered: as in the old text, or anew if any article got or changed a
 * number. */
TifaDocument *law_write(const Law *law);
