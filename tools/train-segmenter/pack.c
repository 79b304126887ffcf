#include "pack.h"

#include "segment/model_file.h"

#include <string.h>

/* A point of the model is a sixth of what one correction is worth; a pair whose rows have no weight beyond
 * PACK_LEAST points is left out. */
enum { PACK_POINTS = 6, PACK_LEAST = 3 };

static int rounded(int64_t weight, int runs)
{
    int64_t point = (int64_t)PERCEPTRON_SCALE * runs / PACK_POINTS;
    int64_t points = (weight + (weight < 0 ? -point / 2 : point / 2)) / point;
    return (int)CLAMP(points, -127, 127);
}

static uint32_t packed_row(const Learned *learned, uint32_t row)
{
    uint32_t packed = 0;
    for (int tag = 0; tag < TAGS; tag++)
        packed |= (uint32_t)(rounded(learned->weights[row][tag], learned->runs) + MODEL_ZERO) << (8 * tag);
    return packed;
}

static bool has_weight(const Learned *learned, uint32_t row)
{
    for (int tag = 0; tag < TAGS; tag++)
        if (ABS(rounded(learned->weights[row][tag], learned->runs)) >= PACK_LEAST)
            return true;
    return false;
}

/* The keys of the slots of `width` words from the word `first` whose rows have weight. */
static void collect_heavy(PairKeys *keys, const TrainingIndex *training, const Learned *learned,
                          uint32_t first, uint32_t width, uint32_t slots)
{
    for (uint32_t slot = 0; slot < slots; slot++) {
        uint32_t word = first + slot * width;
        bool is_heavy = false;
        for (uint32_t row = 1; row < width; row++)
            is_heavy |= has_weight(learned, word + row);
        if (training->table[word] && is_heavy)
            array_push(keys, training->table[word]);
    }
}

/* Fills the rows of the slots of `width` words from the word `first` of the reduced table; `from` and `slots`
 * are the place and the number of the same slots in training. */
static void fill_pairs(TrainingIndex *reduced, uint32_t first, uint32_t reduced_slots,
                       const TrainingIndex *training, const Learned *learned, uint32_t from, uint32_t slots,
                       uint32_t width)
{
    for (uint32_t slot = 0; slot < reduced_slots; slot++) {
        uint32_t *words = reduced->table + first + slot * width;
        uint32_t home = from + pair_home(slots, words[0]) * width;
        uint32_t row = pair_rows(training->table, from, width, home, words[0]);
        for (uint32_t k = 1; k < width; k++)
            words[k] = packed_row(learned, words[0] ? row + k - 1 : from + k);
    }
}

static TrainingIndex reduce(const TrainingIndex *training, const Learned *learned)
{
    const ModelIndex *full = &training->index;
    PairKeys adjacent = {0}, around = {0};
    collect_heavy(&adjacent, training, learned, model_adjacent_words(full), ADJACENT_WORDS, full->adjacent);
    collect_heavy(&around, training, learned, model_around_words(full), AROUND_WORDS, full->around);
    TrainingIndex reduced;
    training_index_reduce(&reduced, training, &adjacent, &around);
    array_clear(&adjacent);
    array_clear(&around);
    for (uint32_t row = 0; row < model_adjacent_words(full); row++)
        reduced.table[row] = packed_row(learned, row);
    fill_pairs(&reduced, model_adjacent_words(&reduced.index), reduced.index.adjacent, training, learned,
               model_adjacent_words(full), full->adjacent, ADJACENT_WORDS);
    fill_pairs(&reduced, model_around_words(&reduced.index), reduced.index.around, training, learned,
               model_around_words(full), full->around, AROUND_WORDS);
    return reduced;
}

static uint64_t digest_of(const GByteArray *bytes, size_t start)
{
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes->data + start, bytes->len - start);
    digest[16] = '\0';
    return g_ascii_strtoull(digest, NULL, 16);
}

GByteArray *pack_model(const TrainingIndex *training, const Learned *learned, const char *notice)
{
    TrainingIndex reduced = reduce(training, learned);
    const ModelIndex *index = &reduced.index;
    ModelHeader header = {.words = model_word_count(index),
                          .characters = index->characters,
                          .adjacent = index->adjacent,
                          .around = index->around};
    memcpy(header.magic, MODEL_MAGIC, sizeof header.magic);
    g_strlcpy(header.notice, notice, sizeof header.notice);
    for (int before = 0; before < TAGS; before++)
        for (int after = 0; after < TAGS; after++)
            header.transitions[before][after] = rounded(learned->transitions[before][after], learned->runs);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const uint8_t *)&header, sizeof header);
    g_byte_array_append(bytes, (const uint8_t *)reduced.numbers, sizeof(uint16_t) * MODEL_CHARACTERS);
    g_byte_array_append(bytes, (const uint8_t *)reduced.filters, sizeof(uint32_t) * 2 * PAIR_FILTER_WORDS);
    g_byte_array_append(bytes, (const uint8_t *)reduced.table, (guint)(sizeof(uint32_t) * header.words));
    header.digest = digest_of(bytes, sizeof header);
    memcpy(bytes->data, &header, sizeof header);
    training_index_clear(&reduced);
    return bytes;
}
