/* sentence.h - where sentences end: 。！？； and their Latin counterparts, with the quotes and brackets that
 * close behind them, and every line break, so that headings and list items end one too. */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* Flags the sentence ends among the tokens from `first` on; the last one always is. */
void sentences_mark(const char *text, TifaTokens *tokens, size_t first);
