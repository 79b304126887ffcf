/* corpus.h - sentences cut by hand, as the trainer needs them. */
#pragma once

#include "segment/edge.h"

/* One sentence: its text without the blanks between words (but for one between words of letters, which would
 * become one), its units, and which of them start a word. */
typedef struct {
    char *text;
    size_t length;
    Units units;
    uint8_t *edges; /* EDGE_CUT or EDGE_JOIN, as the hand cut */
    bool *is_start; /* for each byte and the end: the hand began a word here */
    size_t words;
} Sentence;

typedef struct {
    Sentence *items;
    size_t length, capacity;
} Sentences;

/* Adds the sentences of a file: CoNLL-U (*.conllu, *.conll), else one sentence a line, words separated by
 * blanks. */
bool sentences_read(Sentences *sentences, const char *path, GError **error);
void sentences_clear(Sentences *sentences);

/* The next run of joinable units at or behind `first`; false if there is none. */
bool sentence_next_run(const Sentence *sentence, size_t first, Run *run);
