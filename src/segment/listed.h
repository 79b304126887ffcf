/* listed.h - what the lexicon lists around each unit of a run, and the words that are cut as they are listed.
 */
#pragma once

#include "segment/lexicon.h"

enum {
    LISTED_LENGTHS = 6, /* lengths are told apart up to this one */
    LISTED_SURE = 6, /* labels from this length on are whole even within a longer listed word that is none */
    LISTED_LEAST = 3, /* shorter labels too often stand across words (国企 in 外国企业): the model decides */
};

/* The longest listed words around one unit, their lengths in units. */
typedef struct {
    /* For the model, up to LISTED_LENGTHS: the word that begins here, has this in its middle, ends here; 1
     * for none. */
    uint8_t begin, inside, end;
    uint8_t rank;        /* of the one that begins here (LEXICON_RANK) */
    uint8_t begin_class; /* word class of the one that begins here, times LISTED_LENGTHS */
    uint8_t end_class;   /* and of the one that ends here */
    uint16_t over;       /* the word that began before this unit and has it (LISTED_OVERS) */
    /* For listed_fix(), 0 for none: a word that begins here; a whole one; a loose label. */
    uint8_t reach, whole, loose;
    uint8_t labels; /* a bit for the length of each label that begins here, from LISTED_LEAST on */
    /* A bit for the length of each label that would begin or end here but is something else. */
    uint16_t not_begin, not_end;
} Listed;

/* A word over others is told by its rank (roughly), length and word class (LISTED_KINDS), as one number. */
enum {
    LISTED_RANKS = LEXICON_RANK / 3 + 1,
    LISTED_KINDS = 16,
    LISTED_OVERS = LISTED_RANKS * LISTED_LENGTHS * LISTED_KINDS
};

static inline uint16_t listed_over(uint16_t rank, uint16_t length, uint16_t kind)
{
    return (uint16_t)((rank / 3 * LISTED_LENGTHS + length - 1) * LISTED_KINDS + kind);
}

/* The word classes that behave alike, for pairs of words; class as in begin_class. */
extern const uint8_t listed_kinds[LEXICON_CLASSES];

static inline Listed listed_nothing(void)
{
    return (Listed){.begin = 1, .inside = 1, .end = 1};
}

/* A place where listed words may begin, and where in the trie its characters have led so far. */
typedef struct {
    uint32_t node;
    uint32_t first;
} ListedPath;

/* A listed word: the unit it begins with, and its value. */
typedef struct {
    uint16_t first, value;
} ListedMatch;

/* Room to work in, for as many units as the longest run has and one more. */
typedef struct {
    uint16_t *numbers;
    ListedPath *paths;
    ListedMatch *matches;
} ListedScratch;

/* Fills listed[i] for the unit first + i of the run. */
void listed_look_up(const Lexicon *lexicon, const Run *run, ListedScratch *scratch, Listed *listed);

/* Fixes the free edges around words that are to be whole. A reader's word is not cut inside; fine, only its
 * ends hold and its inner words are kept. Where two overlap none is one word, and the ends of both hold, and
 * of those in them. A longer word in which a listed one lies wins (外资企业, foreign-funded enterprise, over
 * 外资), unless that one is long itself. Words shorter
 * than `least` are passed over. */
void listed_fix(const Listed *listed, size_t count, size_t least, TifaGranularity granularity,
                uint8_t *edges);

/* Mends the decided edges of reader's words where a label is cut across, that is, cut inside while one of its
 * ends lies in a word: the word then takes all of it in (科学技术进步, scientific and technical progress,
 * where 科学技术 and 技术进步 meet). */
void listed_mend(const Listed *listed, size_t count, uint8_t *edges);
