/* words.h - a stretch of text as words that can be compared by number.
 *
 * Words that read the same (see normal.h) have the same number, whichever text they stand in.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

typedef struct {
    TifaSpan span;     /* in the document's text */
    uint32_t number;   /* the same for words that read the same */
    uint16_t chars;    /* characters that count: none for white space */
    bool is_elsewhere; /* belongs to a paragraph that stands in another unit of the other text */
} Word;

typedef struct {
    Word *items;
    size_t length, capacity;
} Words;

/* Cuts and numbers words. */
typedef struct WordTable WordTable;

/* `cutter` may be NULL; it is lent. */
WordTable *word_table_new(const TifaCutter *cutter);
void word_table_free(WordTable *table);

/* Appends the words of text[span], which tile it. */
void word_table_cut(WordTable *table, const char *text, TifaSpan span, Words *words);
