/* train-tagger - a model of parts of speech from tagged sentences.
 *
 *     train-tagger LEXICON NOTICE OUT TEST TRAIN...
 *
 * TRAIN and TEST have one sentence a line, words as word/PART separated by blanks. Writes the model to OUT
 * and says how many words of TEST get their part. The same input gives the same bytes.
 */
#include "base/array.h"
#include "segment/tagger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 8, RUNS = 5, ROWS = 1 << TAGGER_ROW_BITS, SCALE = 4 };

/* A sentence: its words with TAGGER_AROUND empty ones before and behind, and the part of each. */
typedef struct {
    TaggedWord *words;
    uint8_t *parts;
    size_t count;
} Tagged;

typedef ARRAY(Tagged) TaggedSentences;

/* A weight, and the sum of its values over all steps up to `step`. */
typedef struct {
    int32_t value, step;
    int64_t sum;
} Weight;

typedef Weight WeightRow[TAGGER_CLASSES];

static TifaTokenKind kind_of(const char *word, TifaPart part)
{
    if (part == TIFA_PART_PUNCT)
        return TIFA_TOKEN_PUNCTUATION;
    if (g_ascii_isdigit(*word))
        return TIFA_TOKEN_NUMBER;
    return g_ascii_isalpha(*word) ? TIFA_TOKEN_LATIN : TIFA_TOKEN_WORD;
}

static void add_sentence(TaggedSentences *sentences, const Lexicon *lexicon, char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    Tagged tagged = {.count = g_strv_length(words)};
    tagged.words = g_new0(TaggedWord, tagged.count + 2 * TAGGER_AROUND);
    tagged.parts = g_new0(uint8_t, tagged.count + 1);
    for (size_t i = 0; i < tagged.count; i++) {
        char *slash = strrchr(words[i], '/');
        tagged.parts[i] = (uint8_t)tifa_part_named(slash + 1);
        Word word = {words[i], (size_t)(slash - words[i]), kind_of(words[i], (TifaPart)tagged.parts[i])};
        tagged.words[i + TAGGER_AROUND] = tagger_word(lexicon, &word);
    }
    array_push(sentences, tagged);
}

static void read_sentences(TaggedSentences *sentences, const Lexicon *lexicon, const char *path)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_error("%s: cannot be read", path);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            add_sentence(sentences, lexicon, *line);
}

static void add(Weight *weight, int32_t step, int32_t change)
{
    weight->sum += (int64_t)weight->value * (step - weight->step);
    weight->step = step;
    weight->value += change;
}

static int best_class(WeightRow *weights, const uint32_t rows[TAGGER_FEATURES])
{
    int64_t points[TAGGER_CLASSES] = {0};
    int best = 0;
    for (int k = 0; k < TAGGER_FEATURES; k++)
        for (int class = 0; class < TAGGER_CLASSES; class ++)
            points[class] += weights[rows[k]][class].value;
    for (int class = 1; class < TAGGER_CLASSES; class ++)
        best = points[class] > points[best] ? class : best;
    return best;
}

static void learn_sentence(WeightRow *weights, const Tagged *sentence, int32_t *step)
{
    TaggerPast past = tagger_start();
    for (size_t i = 0; i < sentence->count; i++, (*step)++) {
        uint32_t rows[TAGGER_FEATURES];
        if (sentence->parts[i] == TIFA_PART_PUNCT || sentence->parts[i] == TIFA_PART_NONE) {
            past = (TaggerPast){TAGGER_START, past.last};
            continue;
        }
        tagger_features(&sentence->words[i + TAGGER_AROUND], past, rows);
        int right = tagger_class((TifaPart)sentence->parts[i]), guess = best_class(weights, rows);
        for (int k = 0; k < TAGGER_FEATURES && guess != right; k++) {
            add(&weights[rows[k]][right], *step, 1);
            add(&weights[rows[k]][guess], *step, -1);
        }
        past = (TaggerPast){guess, past.last};
    }
}

/* The next of a fixed row of random numbers (xorshift). */
static uint32_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 11);
}

static void shuffle(TaggedSentences *sentences, uint64_t *random)
{
    for (size_t i = sentences->length; i-- > 1;) {
        size_t other = next_random(random) % (i + 1);
        Tagged swapped = sentences->items[i];
        sentences->items[i] = sentences->items[other];
        sentences->items[other] = swapped;
    }
}

/* Adds the averaged weights of one training from nothing, in 1 / (2 * SCALE). */
static void learn_run(TaggedSentences *sentences, uint64_t *random, int32_t (*sums)[TAGGER_CLASSES])
{
    WeightRow *weights = g_new0(WeightRow, ROWS);
    int32_t step = 1;
    for (int round = 0; round < ROUNDS; round++) {
        shuffle(sentences, random);
        for (size_t i = 0; i < sentences->length; i++)
            learn_sentence(weights, &sentences->items[i], &step);
    }
    for (size_t row = 0; row < ROWS; row++) {
        for (int class = 0; class < TAGGER_CLASSES; class ++) {
            add(&weights[row][class], step, 0);
            sums[row][class] += (int32_t)(weights[row][class].sum * SCALE * 2 / step);
        }
    }
    g_free(weights);
}

/* The mean of RUNS trainings, each in another order. */
static TaggerRow *learn(TaggedSentences *sentences)
{
    int32_t(*sums)[TAGGER_CLASSES] = g_malloc0_n(ROWS, sizeof *sums);
    uint64_t random = UINT64_C(0x2545F4914F6CDD1D);
    for (int run = 0; run < RUNS; run++)
        learn_run(sentences, &random, sums);
    TaggerRow *rows = g_new0(TaggerRow, ROWS);
    for (size_t row = 0; row < ROWS; row++) {
        for (int class = 0; class < TAGGER_CLASSES; class ++) {
            int32_t sum = sums[row][class];
            rows[row][class] = (int8_t)CLAMP((sum + (sum < 0 ? -RUNS : RUNS)) / (2 * RUNS), -127, 127);
        }
    }
    g_free(sums);
    return rows;
}

static void print_accuracy(const TaggerRow *rows, const TaggedSentences *sentences)
{
    Tagger tagger = {.rows = rows};
    size_t all = 0, right = 0, words = 0, words_right = 0;
    for (size_t s = 0; s < sentences->length; s++) {
        const Tagged *sentence = &sentences->items[s];
        TaggerPast past = tagger_start();
        for (size_t i = 0; i < sentence->count; i++) {
            uint32_t features[TAGGER_FEATURES];
            bool is_mark = sentence->parts[i] == TIFA_PART_PUNCT;
            tagger_features(&sentence->words[i + TAGGER_AROUND], past, features);
            past = (TaggerPast){is_mark ? TAGGER_START : tagger_decide(&tagger, features), past.last};
            bool is_right = is_mark || tagger_part(past.last) == sentence->parts[i];
            all++, right += is_right, words += !is_mark, words_right += !is_mark && is_right;
        }
    }
    printf("%zu words: %.4f right; without marks %.4f\n", all, (double)right / (double)all,
           (double)words_right / (double)words);
}

static bool write_model(const TaggerRow *rows, const char *notice, const char *path)
{
    TaggerHeader header = {.magic = TAGGER_MAGIC};
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)rows, sizeof(TaggerRow) * ROWS);
    digest[16] = '\0';
    header.digest = g_ascii_strtoull(digest, NULL, 16);
    g_strlcpy(header.notice, notice, sizeof header.notice);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)&header, sizeof header);
    g_byte_array_append(bytes, (const guint8 *)rows, sizeof(TaggerRow) * ROWS);
    return g_file_set_contents(path, (const char *)bytes->data, bytes->len, NULL);
}

static void clear_sentences(TaggedSentences *sentences)
{
    for (size_t i = 0; i < sentences->length; i++) {
        g_free(sentences->items[i].words);
        g_free(sentences->items[i].parts);
    }
    array_clear(sentences);
}

int main(int argc, char **argv)
{
    Lexicon lexicon = {0};
    TaggedSentences training = {0}, test = {0};
    if (argc < 6 || !lexicon_open(&lexicon, argv[1], NULL)) {
        fprintf(stderr, "usage: train-tagger LEXICON NOTICE OUT TEST TRAIN...\n");
        return EXIT_FAILURE;
    }
    read_sentences(&test, &lexicon, argv[4]);
    for (int i = 5; i < argc; i++)
        read_sentences(&training, &lexicon, argv[i]);
    g_autofree TaggerRow *rows = learn(&training);
    print_accuracy(rows, &test);
    bool is_written = write_model(rows, argv[2], argv[3]);
    clear_sentences(&training);
    clear_sentences(&test);
    lexicon_clear(&lexicon);
    return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}
