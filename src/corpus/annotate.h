/* annotate.h - the words and concepts of a passage, which agree with each other. */
#pragma once

#include "tifa.h"

/* Cuts a text and finds its concepts, into lists that are emptied first. No word cuts across a concept.
 * `date` is the document's, may be NULL. */
void annotate_text(TifaSegmenter *segmenter, const TifaConcepts *concepts, const char *text, size_t length,
                   const char *date, TifaTokens *tokens, TifaTags *tags);
