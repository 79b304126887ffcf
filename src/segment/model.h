/* model.h - the trained sequence model: weights of features, mapped from a file.
 *
 * A linear model over tags (averaged perceptron). The features of a unit are rows of a table of weights, one
 * byte for each tag; which rows is a question of the characters around the unit and of what the lexicon lists
 * there. model_rows() says which, for training; points.c adds the same ones up as they lie in memory. What
 * was never seen in training has rows of zeros. The file is the same bytes on every machine (little endian).
 */
#pragma once

#include "segment/listed.h"
#include "segment/viterbi.h"

enum {
    MODEL_PADDING = 2, /* units before and behind that are looked at */
    MODEL_ROWS = 20,   /* features of one unit */

    /* Rows of one character: for the units around, from the second before it to the second behind it; then
     * for itself at the head of, in, and at the end of listed words of each length. */
    MODEL_NEAR_ROWS = 2 * MODEL_PADDING + 1,
    MODEL_CHARACTER_ROWS = MODEL_NEAR_ROWS + 3 * LISTED_LENGTHS,
    /* Rows of two characters in a row, for the units from the one before them to the one behind. */
    MODEL_PAIR_ROWS = 4,
    MODEL_SHAPES = LISTED_LENGTHS * LISTED_LENGTHS * LISTED_LENGTHS,
    MODEL_WORDS = LEXICON_CLASSES * LISTED_LENGTHS, /* kinds of listed words: class and length */

    MODEL_OFTEN = 4,        /* ranks of words over others, told apart roughly */
    MODEL_PART_LENGTHS = 3, /* lengths of the words that one over both falls into */

    /* The rows that need no table to find. */
    MODEL_SHAPE_ROWS = 0,
    MODEL_JOINT_ROWS = MODEL_SHAPE_ROWS + MODEL_SHAPES,
    MODEL_RANK_ROWS = MODEL_JOINT_ROWS + LISTED_LENGTHS * LISTED_LENGTHS * MODEL_SHAPES,
    MODEL_WORD_ROWS = MODEL_RANK_ROWS + LISTED_RANKS * LISTED_LENGTHS,
    MODEL_MEETING_ROWS = MODEL_WORD_ROWS + MODEL_WORDS,
    MODEL_OVER_ROWS = MODEL_MEETING_ROWS + MODEL_WORDS * MODEL_WORDS,
    MODEL_PARTED_ROWS = MODEL_OVER_ROWS + LISTED_OVERS,
    MODEL_FIXED_ROWS = MODEL_PARTED_ROWS + MODEL_PART_LENGTHS * MODEL_PART_LENGTHS * MODEL_OFTEN *
                                               LISTED_KINDS * LISTED_KINDS * LISTED_KINDS,
};

/* Where rows are. The table is one array of 32-bit words: a word is a row, four weights of one byte each with
 * MODEL_ZERO added, or the key of a pair that stands before its rows. Behind the fixed rows come those of the
 * characters, then the slots of the adjacent pairs, then those of the pairs with one unit between.
 *
 * Slots are found by open addressing without wrapping round; key 0 is a free slot. The first slot is free for
 * good and stands for every pair that is not in the table, and so is the last, where every search ends. */
typedef struct {
    const uint16_t *numbers; /* of each character of the basic plane; 0 for one never seen */
    const uint32_t *filters; /* of the adjacent pairs, then of those around */
    const uint32_t *table;
    uint32_t characters;       /* numbers in use, 0 included */
    uint32_t adjacent, around; /* slots, PAIR_OVERFLOW more than pairs are sent to */
} ModelIndex;

enum { MODEL_ZERO = 128, PAIR_OVERFLOW = 128, ADJACENT_WORDS = 1 + MODEL_PAIR_ROWS, AROUND_WORDS = 2 };
enum { PAIR_FILTER_BITS = 19, PAIR_FILTER_WORDS = (1 << PAIR_FILTER_BITS) / 32 };

typedef struct {
    ModelIndex index;
    Points transitions[TAGS];
    char stamp[24]; /* names the content */
    GBytes *bytes;
} Model;

/* Maps the file at `path`; false with TIFA_ERROR_SYSTEM if it is no model, or was trained for other features.
 */
bool model_open(Model *model, const char *path, GError **error);
void model_clear(Model *model);

/* Number of the character that stands for a unit: itself if Han or a mark, else one for its class. */
uint16_t model_number(const ModelIndex *index, const Unit *unit);

static inline uint32_t model_character_words(void)
{
    return MODEL_FIXED_ROWS;
}

static inline uint32_t model_adjacent_words(const ModelIndex *index)
{
    return model_character_words() + index->characters * MODEL_CHARACTER_ROWS;
}

static inline uint32_t model_around_words(const ModelIndex *index)
{
    return model_adjacent_words(index) + index->adjacent * ADJACENT_WORDS;
}

/* The number of words of the whole table. */
static inline uint32_t model_word_count(const ModelIndex *index)
{
    return model_around_words(index) + index->around * AROUND_WORDS;
}

static inline uint32_t pair_key(uint16_t first, uint16_t second)
{
    return (uint32_t)first << 16 | second;
}

static inline uint64_t pair_hash(uint32_t key)
{
    return key * UINT64_C(0x9E3779B97F4A7C15);
}

/* The slot of `slots` where the search for a key begins. */
static inline uint32_t pair_home(uint32_t slots, uint32_t key)
{
    return 1 + (uint32_t)((pair_hash(key) >> 32) * (slots - PAIR_OVERFLOW) >> 32);
}

static inline uint32_t pair_bit(uint32_t key)
{
    return (uint32_t)(pair_hash(key) >> 16) & ((1u << PAIR_FILTER_BITS) - 1);
}

static inline bool pair_may_be_in(const uint32_t *filter, uint32_t key)
{
    uint32_t bit = pair_bit(key);
    return filter[bit / 32] >> bit % 32 & 1;
}

/* The first row of a pair among the slots of `width` words that start at the word `first`, searched for from
 * the slot at `word`; those of slot 0 if the table does not have it. */
static inline uint32_t pair_rows(const uint32_t *table, uint32_t first, uint32_t width, uint32_t word,
                                 uint32_t key)
{
    while (G_UNLIKELY(table[word] && table[word] != key))
        word += width;
    return (table[word] ? word : first) + 1;
}

/* One run as the model sees it. Entry i + MODEL_PADDING of `numbers` is that of unit i of the run, and
 * listed[-1] is there. */
typedef struct {
    const uint16_t *numbers;
    const uint32_t *adjacent; /* first row of the pair numbers[i], numbers[i + 1] */
    const uint32_t *around;   /* row of the pair numbers[i], numbers[i + 2] */
    const Listed *listed;
} ModelView;

/* What the lexicon lists around one unit, as rows. */
typedef struct {
    uint32_t shape;   /* lengths of the words that begin here, have this inside, and end here */
    uint32_t joint;   /* the same with those around the unit before */
    uint32_t rank;    /* of the word that begins here */
    uint32_t begins;  /* its class and length */
    uint32_t meeting; /* the same with those of the word that ends before */
    uint32_t over;    /* rank, length and kind of the word that goes on here */
    uint32_t parted;  /* the same, with the words that would end before and begin here instead */
} ListedRows;

/* How often the word over others is met, told apart roughly; most were never met. */
static inline uint32_t model_often(uint16_t over)
{
    uint32_t rank = over / (LISTED_LENGTHS * LISTED_KINDS);
    return (rank > 1) + (rank > 2) + (rank > 4);
}

static inline ListedRows listed_rows(const Listed *here)
{
    const Listed *before = here - 1;
    uint32_t shape =
        ((here->begin - 1u) * LISTED_LENGTHS + (here->inside - 1u)) * LISTED_LENGTHS + (here->end - 1u);
    uint32_t last = (before->end - 1u) * LISTED_LENGTHS + before->inside - 1u;
    uint32_t begins = here->begin_class + here->begin - 1u;
    uint32_t ended = before->end_class + before->end - 1u;
    uint32_t lengths = MIN(before->end - 1u, 2u) * MODEL_PART_LENGTHS + MIN(here->begin - 1u, 2u);
    uint32_t kinds = listed_kinds[before->end_class / LISTED_LENGTHS] * LISTED_KINDS +
                     listed_kinds[here->begin_class / LISTED_LENGTHS];
    uint32_t over = model_often(here->over) * LISTED_KINDS + here->over % LISTED_KINDS;
    return (ListedRows){
        .shape = MODEL_SHAPE_ROWS + shape,
        .joint = MODEL_JOINT_ROWS + last * MODEL_SHAPES + shape,
        .rank = MODEL_RANK_ROWS + here->rank / 3u * LISTED_LENGTHS + here->begin - 1u,
        .begins = MODEL_WORD_ROWS + begins,
        .meeting = MODEL_MEETING_ROWS + ended * MODEL_WORDS + begins,
        .over = MODEL_OVER_ROWS + here->over,
        .parted = MODEL_PARTED_ROWS +
                  (lengths * MODEL_OFTEN * LISTED_KINDS + over) * LISTED_KINDS * LISTED_KINDS + kinds,
    };
}

/* The rows of unit i of the run. */
static inline void model_rows(const ModelView *view, size_t i, uint32_t rows[MODEL_ROWS])
{
    const Listed *here = &view->listed[i];
    ListedRows listed = listed_rows(here);
    const uint16_t *numbers = view->numbers + i;
    uint32_t characters = model_character_words();
    uint32_t own = characters + numbers[MODEL_PADDING] * MODEL_CHARACTER_ROWS + MODEL_NEAR_ROWS;
    size_t n = 0;
    for (uint32_t k = 0; k < MODEL_NEAR_ROWS; k++)
        rows[n++] = characters + numbers[k] * MODEL_CHARACTER_ROWS + (MODEL_NEAR_ROWS - 1 - k);
    for (uint32_t k = 0; k < MODEL_PAIR_ROWS; k++)
        rows[n++] = view->adjacent[i + k] + (MODEL_PAIR_ROWS - 1 - k);
    rows[n++] = view->around[i + 1];
    rows[n++] = own + here->begin - 1u;
    rows[n++] = own + LISTED_LENGTHS + here->inside - 1u;
    rows[n++] = own + 2 * LISTED_LENGTHS + here->end - 1u;
    rows[n++] = listed.shape;
    rows[n++] = listed.joint;
    rows[n++] = listed.rank;
    rows[n++] = listed.begins;
    rows[n++] = listed.meeting;
    rows[n++] = listed.over;
    rows[n++] = listed.parted;
}
