/* tagger.h - parts of speech by a trained model: a linear model over what stands in and around a word and the
 * part of the word before it, decided from left to right.
 *
 * A feature is a number that names a row of weights, one byte for each part; features that share a row are
 * few. tagger_features() is the only place that knows them, for training as for tagging. The file is the same
 * bytes on every machine.
 */
#pragma once

#include "segment/parts.h"

enum {
    TAGGER_FEATURES = 32,
    TAGGER_ROW_BITS = 18,
    TAGGER_CLASSES = 16,           /* the parts but none and PUNCT, which need no model */
    TAGGER_START = TAGGER_CLASSES, /* stands for the class of what has none */
    TAGGER_AROUND = 2,             /* words before and behind that are looked at */
};

#define TAGGER_MAGIC "tifapos2"

typedef struct {
    char magic[8];
    uint64_t digest;  /* of the rows */
    char notice[256]; /* where the model comes from and under which licence it is, NUL-terminated */
} TaggerHeader;

typedef int8_t TaggerRow[TAGGER_CLASSES];

typedef struct {
    const TaggerRow *rows; /* 1 << TAGGER_ROW_BITS of them */
    char stamp[24];
    GBytes *bytes;
} Tagger;

/* Maps the file at `path`; false with TIFA_ERROR_SYSTEM if it is none of this version. */
bool tagger_open(Tagger *tagger, const char *path, GError **error);
void tagger_clear(Tagger *tagger);

/* A word as features see it. */
typedef struct {
    uint32_t word, first, last; /* hashes: of all its characters, of the first, of the last */
    uint32_t head, tail;        /* of the first two, of the last two */
    uint32_t class;             /* in the lexicon, and its length */
} TaggedWord;

TaggedWord tagger_word(const Lexicon *lexicon, const Word *word);

/* The classes of the two words before, the nearer one first. */
typedef struct {
    int last, earlier;
} TaggerPast;

static inline TaggerPast tagger_start(void)
{
    return (TaggerPast){TAGGER_START, TAGGER_START};
}

/* The rows of the word at `words`, which has two others before and behind it. */
void tagger_features(const TaggedWord *words, TaggerPast past, uint32_t rows[TAGGER_FEATURES]);

static inline TifaPart tagger_part(int class)
{
    return (TifaPart)(class + 1 + (class + 1 >= TIFA_PART_PUNCT));
}

static inline int tagger_class(TifaPart part)
{
    return (int)part - 1 - (part > TIFA_PART_PUNCT);
}

/* The best class of a word with these features. */
int tagger_decide(const Tagger *tagger, const uint32_t rows[TAGGER_FEATURES]);

/* Sets the parts of the tokens first..end-1, one Chinese sentence. */
void tagger_tag(const Tagger *tagger, const Lexicon *lexicon, const char *text, const TifaTokens *tokens,
                size_t first, size_t end, uint8_t *parts);
