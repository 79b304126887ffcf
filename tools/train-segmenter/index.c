#include "index.h"

#include "base/fold.h"
#include "segment/model_file.h"

#include <string.h>

/* One character for all ways of writing it: traditional, full width, and the full stops. */
static uint32_t common_form(uint32_t character)
{
    uint32_t folded = fold_char(character, FOLD_TRADITIONAL);
    return folded == 0x3002 || folded == 0xFF61 ? '.' : folded;
}

static void add_character(TrainingIndex *training, uint32_t character)
{
    uint32_t common = common_form(character);
    if (common < MODEL_CHARACTERS && training->numbers[common] == 0)
        training->numbers[common] = (uint16_t)training->index.characters++;
}

static void number_characters(TrainingIndex *training, const Sentences *sentences)
{
    training->index.characters = 1;
    for (const char *stand_in = "0a #\n"; *stand_in; stand_in++)
        add_character(training, (unsigned char)*stand_in);
    for (size_t s = 0; s < sentences->length; s++) {
        const Units *units = &sentences->items[s].units;
        for (size_t i = 0; i < units->length; i++)
            if (units->items[i].class == UNIT_HAN || units->items[i].class == UNIT_MARK)
                add_character(training, units->items[i].character);
    }
    for (uint32_t c = 0; c < MODEL_CHARACTERS; c++) {
        uint32_t common = common_form(c);
        if (training->numbers[c] == 0 && common < MODEL_CHARACTERS)
            training->numbers[c] = training->numbers[common];
    }
}

static int compare_keys(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

/* Every key once, sorted. */
static void sort_keys(PairKeys *keys)
{
    if (keys->length > 0)
        qsort(keys->items, keys->length, sizeof *keys->items, compare_keys);
    size_t kept = 0;
    for (size_t i = 0; i < keys->length; i++)
        if (kept == 0 || keys->items[kept - 1] != keys->items[i])
            keys->items[kept++] = keys->items[i];
    keys->length = kept;
}

/* Most pairs of a text are not in the table, and free slots are what ends their search. */
static uint32_t slots_for(const PairKeys *keys)
{
    return (uint32_t)(keys->length * 5 / 2 + 2 * PAIR_OVERFLOW);
}

static void fill_slots(uint32_t *filter, uint32_t *words, uint32_t width, uint32_t slots,
                       const PairKeys *keys)
{
    for (size_t i = 0; i < keys->length; i++) {
        uint32_t bit = pair_bit(keys->items[i]);
        filter[bit / 32] |= 1u << bit % 32;
        uint32_t slot = pair_home(slots, keys->items[i]);
        while (words[slot * width])
            slot++;
        g_assert(slot + 1 < slots);
        words[slot * width] = keys->items[i];
    }
}

/* Makes the table for the characters that `training` has and these pairs. */
static void make_table(TrainingIndex *training, PairKeys *adjacent, PairKeys *around)
{
    ModelIndex *index = &training->index;
    sort_keys(adjacent);
    sort_keys(around);
    index->adjacent = slots_for(adjacent);
    index->around = slots_for(around);
    training->filters = g_new0(uint32_t, 2 * PAIR_FILTER_WORDS);
    training->table = g_new0(uint32_t, model_word_count(index));
    index->filters = training->filters;
    index->table = training->table;
    fill_slots(training->filters, training->table + model_adjacent_words(index), ADJACENT_WORDS,
               index->adjacent, adjacent);
    fill_slots(training->filters + PAIR_FILTER_WORDS, training->table + model_around_words(index),
               AROUND_WORDS, index->around, around);
}

/* The keys of all pairs of units `distance` apart, the padding around the sentence included. */
static void collect_pairs(PairKeys *keys, const ModelIndex *index, const Sentences *sentences,
                          size_t distance)
{
    for (size_t s = 0; s < sentences->length; s++) {
        const Units *units = &sentences->items[s].units;
        size_t padded = units->length + 2 * MODEL_PADDING;
        g_autofree uint16_t *numbers = g_new(uint16_t, padded);
        for (size_t i = 0; i < padded; i++) {
            bool is_padding = i < MODEL_PADDING || i >= units->length + MODEL_PADDING;
            numbers[i] =
                is_padding ? index->numbers['\n'] : model_number(index, &units->items[i - MODEL_PADDING]);
        }
        for (size_t i = 0; i + distance < padded; i++)
            if (numbers[i] && numbers[i + distance])
                array_push(keys, pair_key(numbers[i], numbers[i + distance]));
    }
}

void training_index_make(TrainingIndex *training, const Sentences *sentences)
{
    *training = (TrainingIndex){.numbers = g_new0(uint16_t, MODEL_CHARACTERS)};
    training->index.numbers = training->numbers;
    number_characters(training, sentences);
    PairKeys adjacent = {0}, around = {0};
    collect_pairs(&adjacent, &training->index, sentences, 1);
    collect_pairs(&around, &training->index, sentences, 2);
    make_table(training, &adjacent, &around);
    array_clear(&adjacent);
    array_clear(&around);
}

void training_index_reduce(TrainingIndex *reduced, const TrainingIndex *training, PairKeys *adjacent,
                           PairKeys *around)
{
    *reduced = (TrainingIndex){.numbers = g_memdup2(training->numbers, sizeof(uint16_t) * MODEL_CHARACTERS)};
    reduced->index.numbers = reduced->numbers;
    reduced->index.characters = training->index.characters;
    make_table(reduced, adjacent, around);
}

void training_index_clear(TrainingIndex *training)
{
    g_free(training->numbers);
    g_free(training->filters);
    g_free(training->table);
    *training = (TrainingIndex){0};
}
