/* fit.h - words that do not cut across concepts.
 *
 * The cutter knows the labels of the dictionary, but which of them is a concept at a place, its guards decide
 * after the words are there. What it has decided moves the ends of words: a word that reaches over one end of
 * a concept, into it and out of it, is cut there. A word that holds a whole concept, or lies in one, stays as
 * it is. */
#pragma once

#include "tifa.h"

/* Cuts tokens at the ends of tags of the same text; tokens still tile it. */
void fit_tokens(TifaTokens *tokens, const TifaTags *tags);
