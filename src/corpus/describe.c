/* describe.c - what a corpus is and lacks, for the note that goes with what was found in it. */
#include "corpus/corpus.h"
#include "corpus/coverage.h"

/* More gaps than these are for tifa check. */
enum { MOST_SENTENCES = 12 };

static void describe_coverage(const GPtrArray *documents, TifaMethod *method)
{
    g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func(g_free);
    coverage_add(documents, sentences);
    if (sentences->len > MOST_SENTENCES) {
        g_ptr_array_set_size(sentences, MOST_SENTENCES);
        g_ptr_array_add(sentences, g_strdup("more: tifa check"));
    }
    g_ptr_array_add(sentences, NULL);
    g_autofree char *coverage = g_strjoinv("; ", (char **)sentences->pdata);
    if (*coverage)
        tifa_method_add(method, "Coverage", coverage);
}

static void describe_state(const TifaCorpusState *state, TifaMethod *method)
{
    const struct {
        const char *name, *value;
    } facts[] = {{"Contents", state->contents},
                 {"Index", state->fulltext},
                 {"Words", state->segmenter},
                 {"Concepts", state->concepts}};
    g_autofree char *documents = g_strdup_printf("%zu", state->documents);
    tifa_method_add(method, "Documents", documents);
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i].value)
            tifa_method_add(method, facts[i].name, facts[i].value);
}

bool tifa_corpus_describe(TifaCorpus *corpus, TifaMethod *method, GError **error)
{
    TifaCorpusState state = {0};
    GPtrArray *documents = corpus_documents(corpus, true, error);
    if (!documents || !tifa_corpus_state(corpus, &state, error))
        return false;
    tifa_method_add(method, "Corpus", store_path(corpus->store));
    describe_state(&state, method);
    describe_coverage(documents, method);
    tifa_corpus_state_clear(&state);
    return true;
}
