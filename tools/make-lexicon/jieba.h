/* jieba.h - the entries of jieba's dict.txt: which of them are words, and what is known of those.
 *
 * The list was gathered from running text and holds thousands of entries that are no words. phrases.txt says
 * how phrases begin or end; numbers with what they count are told from names by frequency and tag.
 */
#pragma once

#include "words.h"

typedef struct {
    GHashTable *affixes;     /* "X-" and "-X": how phrases begin and end */
    GHashTable *frequencies; /* of the entries of two characters */
} Jieba;

typedef struct {
    char *word, *tag;
    unsigned long frequency;
} JiebaEntry;

Jieba jieba_new(void);
void jieba_clear(Jieba *jieba);

/* Reads a line of phrases.txt, which it changes. */
void jieba_read_phrases(Jieba *jieba, char *line);

/* Takes one line of dict.txt ("word frequency tag") apart, in place; false if it is none. */
bool jieba_read_entry(char *line, JiebaEntry *entry);

/* Learns how often an entry is met. All have to be known before the first one is judged. */
void jieba_learn(Jieba *jieba, const JiebaEntry *entry);

/* Whether the entry is a word. */
bool jieba_has_word(const Jieba *jieba, const JiebaEntry *entry);

/* What the lexicon knows of it. */
uint16_t jieba_value(const JiebaEntry *entry);
