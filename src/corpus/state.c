/* state.c - what the answers of a corpus rest on. */
#include "corpus/corpus.h"

bool tifa_corpus_state(TifaCorpus *corpus, TifaCorpusState *state, GError **error)
{
    const GPtrArray *documents = corpus_documents(corpus, false, error);
    if (!documents)
        return false;
    *state = (TifaCorpusState){
        .documents = documents->len,
        .contents = store_contents(corpus->store),
        .fulltext = store_setting(corpus->store, "fulltext"),
        .segmenter = store_setting(corpus->store, "segmenter"),
        .concepts = store_setting(corpus->store, "concepts"),
    };
    return true;
}

void tifa_corpus_state_clear(TifaCorpusState *state)
{
    g_free(state->contents);
    g_free(state->fulltext);
    g_free(state->segmenter);
    g_free(state->concepts);
    *state = (TifaCorpusState){0};
}

int64_t tifa_corpus_added_since(TifaCorpus *corpus, const char *time, GError **error)
{
    int64_t count;
    return store_count_since(corpus->store, time, &count, error) ? count : -1;
}
