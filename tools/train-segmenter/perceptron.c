#include "perceptron.h"

#include <string.h>

/* One run of a sentence with the rows of its units and the tags that are right. */
typedef struct {
    size_t count;
    uint32_t (*rows)[MODEL_ROWS];
    uint8_t *tags, *fixed;
} Example;

typedef ARRAY(Example) Examples;

/* A weight, and the sum of its values over all steps up to `step`. */
typedef struct {
    int32_t value, step;
    int64_t sum;
} Weight;

typedef struct {
    Weight (*weights)[TAGS];
    Weight transitions[TAGS][TAGS];
    int32_t step;
    ARRAY(Points) points;
    ARRAY(Points) back;
    ARRAY(uint8_t) edges;
} Learner;

static void fill_tags(const uint8_t *edges, size_t count, uint8_t *tags)
{
    for (size_t i = 0; i < count; i++) {
        bool is_start = edges[i] == EDGE_CUT, is_last = i + 1 == count || edges[i + 1] == EDGE_CUT;
        tags[i] = is_start ? (is_last ? TAG_SINGLE : TAG_BEGIN) : (is_last ? TAG_END : TAG_MIDDLE);
    }
}

static Example make_example(Cutter *cutter, const TrainingIndex *training, const Sentence *sentence,
                            const Run *run, TifaGranularity granularity)
{
    Example example = {.count = run->end - run->first};
    example.fixed = g_new0(uint8_t, example.count);
    cutter_fix(cutter, run, granularity, example.fixed);
    ModelView view = cutter_view(cutter, &training->index, run);
    example.rows = g_malloc_n(example.count, sizeof *example.rows);
    g_autofree uint8_t *edges = g_memdup2(sentence->edges + run->first, example.count);
    for (size_t i = 0; i < example.count; i++) {
        model_rows(&view, i, example.rows[i]);
        if (example.fixed[i] != EDGE_FREE) /* what cannot be otherwise is not to be learnt otherwise */
            edges[i] = example.fixed[i];
    }
    example.tags = g_new(uint8_t, example.count);
    fill_tags(edges, example.count, example.tags);
    return example;
}

static void make_examples(Examples *examples, const TrainingIndex *training, const Lexicon *lexicon,
                          const Sentences *sentences, TifaGranularity granularity)
{
    size_t longest = 0;
    for (size_t s = 0; s < sentences->length; s++)
        longest = MAX(longest, sentences->items[s].units.length);
    Cutter *cutter = cutter_new(lexicon, NULL, longest);
    for (size_t s = 0; s < sentences->length; s++) {
        const Sentence *sentence = &sentences->items[s];
        Run run;
        for (size_t i = 0; sentence_next_run(sentence, i, &run); i = run.end)
            array_push(examples, make_example(cutter, training, sentence, &run, granularity));
    }
    cutter_free(cutter);
}

static void add(Weight *weight, int32_t step, int32_t change)
{
    weight->sum += (int64_t)weight->value * (step - weight->step);
    weight->step = step;
    weight->value += change;
}

static Points points_of(const Learner *learner, const uint32_t rows[MODEL_ROWS])
{
    Points points = {{0}};
    for (size_t k = 0; k < MODEL_ROWS; k++)
        for (size_t tag = 0; tag < TAGS; tag++)
            points.of[tag] += learner->weights[rows[k]][tag].value;
    return points;
}

static void guess(Learner *learner, const Example *example, uint8_t *tags)
{
    Points transitions[TAGS];
    for (int before = 0; before < TAGS; before++)
        for (int after = 0; after < TAGS; after++)
            transitions[before].of[after] = learner->transitions[before][after].value;
    array_reserve(&learner->points, example->count);
    array_reserve(&learner->back, example->count);
    array_reserve(&learner->edges, example->count);
    for (size_t i = 0; i < example->count; i++)
        learner->points.items[i] = points_of(learner, example->rows[i]);
    memcpy(learner->edges.items, example->fixed, example->count);
    viterbi_decide(learner->points.items, transitions, example->count, learner->back.items,
                   learner->edges.items);
    fill_tags(learner->edges.items, example->count, tags);
}

static void correct(Learner *learner, const Example *example, const uint8_t *guessed)
{
    const uint8_t *right = example->tags;
    for (size_t i = 0; i < example->count; i++) {
        for (size_t k = 0; k < MODEL_ROWS && right[i] != guessed[i]; k++) {
            add(&learner->weights[example->rows[i][k]][right[i]], learner->step, 1);
            add(&learner->weights[example->rows[i][k]][guessed[i]], learner->step, -1);
        }
        if (i > 0 && (right[i] != guessed[i] || right[i - 1] != guessed[i - 1])) {
            add(&learner->transitions[right[i - 1]][right[i]], learner->step, 1);
            add(&learner->transitions[guessed[i - 1]][guessed[i]], learner->step, -1);
        }
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

static void shuffle(Examples *examples, uint64_t *state)
{
    for (size_t i = examples->length; i-- > 1;) {
        size_t other = next_random(state) % (i + 1);
        Example swapped = examples->items[i];
        examples->items[i] = examples->items[other];
        examples->items[other] = swapped;
    }
}

static void learn_round(Learner *learner, const Examples *examples)
{
    for (size_t i = 0; i < examples->length; i++) {
        const Example *example = &examples->items[i];
        g_autofree uint8_t *guessed = g_malloc(example->count);
        guess(learner, example, guessed);
        if (memcmp(guessed, example->tags, example->count) != 0)
            correct(learner, example, guessed);
        learner->step++;
    }
}

static int64_t average(Weight *weight, int32_t step)
{
    add(weight, step, 0);
    return weight->sum * PERCEPTRON_SCALE / step;
}

static void learn_run(Learned *learned, Examples *examples, const TrainingPlan *plan, uint64_t *random)
{
    Learner learner = {.weights = g_malloc0_n(learned->rows, sizeof *learner.weights)};
    for (int round = 0; round < plan->rounds; round++) {
        shuffle(examples, random);
        learn_round(&learner, examples);
    }
    for (uint32_t row = 0; row < learned->rows; row++)
        for (int tag = 0; tag < TAGS; tag++)
            learned->weights[row][tag] += average(&learner.weights[row][tag], learner.step);
    for (int before = 0; before < TAGS; before++)
        for (int after = 0; after < TAGS; after++)
            learned->transitions[before][after] += average(&learner.transitions[before][after], learner.step);
    g_free(learner.weights);
    array_clear(&learner.points);
    array_clear(&learner.back);
    array_clear(&learner.edges);
}

void perceptron_learn(Learned *learned, const TrainingIndex *training, const Lexicon *lexicon,
                      const Sentences *sentences, const TrainingPlan *plan)
{
    *learned = (Learned){.rows = model_word_count(&training->index), .runs = plan->runs};
    learned->weights = g_malloc0_n(learned->rows, sizeof *learned->weights);
    Examples examples = {0};
    make_examples(&examples, training, lexicon, sentences, plan->granularity);
    uint64_t random = UINT64_C(0x2545F4914F6CDD1D);
    for (int run = 0; run < plan->runs; run++)
        learn_run(learned, &examples, plan, &random);
    for (size_t i = 0; i < examples.length; i++) {
        g_free(examples.items[i].rows);
        g_free(examples.items[i].tags);
        g_free(examples.items[i].fixed);
    }
    array_clear(&examples);
}

void learned_clear(Learned *learned)
{
    g_free(learned->weights);
    *learned = (Learned){0};
}
