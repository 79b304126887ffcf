/* context.h - the text around a place. */
#pragma once

#include "concordance/passage_words.h"
#include "corpus/corpus.h"

/* Reads contexts of one kind. */
typedef struct {
    TifaCorpus *corpus;
    TifaContext wanted;
    PassageWords words;
    Spans places;           /* of the words of the passage `words_of` */
    StoreOffsets sentences; /* their ends, in the same passage */
    int64_t words_of;
    GString *before, *behind; /* of an article: its passages around the one at hand */
    int64_t article_of;
} Context;

Context context_new(TifaCorpus *corpus, TifaContext wanted);
void context_clear(Context *context);

/* How far the context of a place reaches in the passage's text. */
bool context_span(Context *context, const StorePassage *passage, TifaSpan place, TifaSpan *reach,
                  GError **error);

/* The text of the article before and behind the passage, each paragraph with its line end; empty unless
 * articles are wanted. Lent until another passage is asked for. The passage's own text may be gone after it.
 */
bool context_article(Context *context, const StorePassage *passage, const char **before, const char **behind,
                     GError **error);
