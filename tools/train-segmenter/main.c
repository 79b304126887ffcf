/* train-segmenter - a sequence model from sentences cut by hand.
 *
 *     train-segmenter [--words] [--rounds N] [--runs N] [--test FILE]... --lexicon FILE --notice TEXT OUT
 * TRAIN...
 *
 * TRAIN and FILE are CoNLL-U, or plain text with one sentence a line and words separated by blanks. Writes
 * the model to OUT and says precision, recall and F1 on each test file. The same input gives the same bytes.
 */
#include "base/error.h"
#include "pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    TrainingPlan plan;
    gboolean is_words;
    char *lexicon, *notice;
    char **tests, **files;
} Options;

typedef struct {
    size_t right, given, wanted;
} Score;

static bool is_right(const Sentence *sentence, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++)
        if (sentence->is_start[i])
            return false;
    return sentence->is_start[start] && (sentence->is_start[end] || sentence->text[end] == ' ');
}

static void score_sentence(Score *score, const Sentence *sentence, const uint8_t *edges)
{
    const Units *units = &sentence->units;
    score->wanted += sentence->words;
    for (size_t i = 0, start = 0; i < units->length; i++) {
        if (edges[i] == EDGE_CUT)
            start = units->items[i].start;
        if (units->items[i].class == UNIT_SPACE || (i + 1 < units->length && edges[i + 1] == EDGE_JOIN))
            continue;
        score->given++;
        score->right += is_right(sentence, start, units->items[i].end);
    }
}

static void cut_sentence(Cutter *cutter, const Model *model, const Sentence *sentence,
                         TifaGranularity granularity, uint8_t *edges)
{
    Run run;
    for (size_t i = 0; i < sentence->units.length; i++)
        edges[i] = unit_is_joinable(&sentence->units.items[i]) ? EDGE_FREE : EDGE_CUT;
    for (size_t i = 0; sentence_next_run(sentence, i, &run); i = run.end) {
        cutter_fix(cutter, &run, granularity, edges + run.first);
        cutter_decide(cutter, model, &run, granularity, edges + run.first);
    }
}

static bool test(const Model *model, const Lexicon *lexicon, const char *path, TifaGranularity granularity,
                 GError **error)
{
    Sentences sentences = {0};
    if (!sentences_read(&sentences, path, error))
        return false;
    Score score = {0};
    for (size_t s = 0; s < sentences.length; s++) {
        const Sentence *sentence = &sentences.items[s];
        Cutter *cutter = cutter_new(lexicon, NULL, sentence->units.length);
        g_autofree uint8_t *edges = g_malloc(sentence->units.length + 1);
        cut_sentence(cutter, model, sentence, granularity, edges);
        score_sentence(&score, sentence, edges);
        cutter_free(cutter);
    }
    double precision = (double)score.right / (double)score.given,
           recall = (double)score.right / (double)score.wanted;
    printf("%s: P %.4f R %.4f F1 %.4f\n", path, precision, recall,
           2 * precision * recall / (precision + recall));
    sentences_clear(&sentences);
    return true;
}

static bool write_model(const Sentences *sentences, const Lexicon *lexicon, const Options *options,
                        GError **error)
{
    TrainingIndex training;
    Learned learned;
    training_index_make(&training, sentences);
    perceptron_learn(&learned, &training, lexicon, sentences, &options->plan);
    g_autoptr(GByteArray) bytes = pack_model(&training, &learned, options->notice ? options->notice : "");
    learned_clear(&learned);
    training_index_clear(&training);
    printf("%s: %zu sentences, %u bytes\n", options->files[0], sentences->length, bytes->len);
    return g_file_set_contents(options->files[0], (const char *)bytes->data, bytes->len, error);
}

static bool train(const Options *options, GError **error)
{
    Lexicon lexicon = {0};
    if (!lexicon_open(&lexicon, options->lexicon, error))
        return false;
    Sentences sentences = {0};
    bool is_done = true;
    for (char **file = options->files + 1; *file && is_done; file++)
        is_done = sentences_read(&sentences, *file, error);
    Model model = {0};
    is_done = is_done && write_model(&sentences, &lexicon, options, error) &&
              model_open(&model, options->files[0], error);
    for (char **file = options->tests; file && *file && is_done; file++)
        is_done = test(&model, &lexicon, *file, options->plan.granularity, error);
    sentences_clear(&sentences);
    model_clear(&model);
    lexicon_clear(&lexicon);
    return is_done;
}

static bool read_options(Options *options, int *argc, char ***argv, GError **error)
{
    const GOptionEntry entries[] = {
        {"words", 0, 0, G_OPTION_ARG_NONE, &options->is_words, "Train for reader's words, not fine ones",
         NULL},
        {"rounds", 0, 0, G_OPTION_ARG_INT, &options->plan.rounds, "Times through the sentences", "N"},
        {"runs", 0, 0, G_OPTION_ARG_INT, &options->plan.runs, "Trainings to average", "N"},
        {"test", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->tests, "Score on these sentences", "FILE"},
        {"lexicon", 0, 0, G_OPTION_ARG_FILENAME, &options->lexicon, "The lexicon", "FILE"},
        {"notice", 0, 0, G_OPTION_ARG_STRING, &options->notice, "Origin and licence of the sentences",
         "TEXT"},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, "OUT TRAIN..."},
        {0},
    };
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, argc, argv, error))
        return false;
    if (!options->files || g_strv_length(options->files) < 2 || !options->lexicon)
        return fail(error, TIFA_ERROR_INPUT, "arguments: --lexicon, OUT and TRAIN are needed; see --help");
    options->plan.granularity = options->is_words ? TIFA_WORDS : TIFA_FINE;
    return true;
}

int main(int argc, char **argv)
{
    Options options = {.plan = {.rounds = 12, .runs = 1}};
    g_autoptr(GError) error = NULL;
    bool is_done = read_options(&options, &argc, &argv, &error) && train(&options, &error);
    if (!is_done)
        fprintf(stderr, "train-segmenter: %s\n", error->message);
    g_free(options.lexicon);
    g_free(options.notice);
    g_strfreev(options.tests);
    g_strfreev(options.files);
    return is_done ? EXIT_SUCCESS : EXIT_FAILURE;
}
