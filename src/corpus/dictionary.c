/* dictionary.c - the concepts in force: the installed dictionary, and beside it the user's own that the
 * corpus carries. */
#include "corpus/corpus.h"

#include "base/array.h"

#include <string.h>

typedef ARRAY(TifaConceptSource) Sources;

/* The installed dictionary with `own`, and `added` unless it is NULL. */
static TifaConcepts *load(const GPtrArray *own, const TifaConceptSource *added, GError **error)
{
    static const char *const installed[] = {"", NULL};
    Sources sources = {0};
    for (size_t i = 0; i < own->len; i++) {
        const StoreDictionary *dictionary = own->pdata[i];
        if (!added || !g_str_equal(dictionary->name, added->name))
            array_push(&sources,
                       ((TifaConceptSource){dictionary->name, dictionary->text, strlen(dictionary->text)}));
    }
    if (added)
        array_push(&sources, *added);
    /* The installed dictionary alone is mapped ready-made; with others beside it, it is made anew. */
    TifaConcepts *concepts = sources.length
                                 ? tifa_concepts_load_all(installed, sources.items, sources.length, error)
                                 : tifa_concepts_load(NULL, error);
    array_clear(&sources);
    return concepts;
}

TifaConcepts *corpus_concepts(TifaCorpus *corpus, GError **error)
{
    if (corpus->concepts)
        return corpus->concepts;
    g_autoptr(GPtrArray) own = store_list_dictionaries(corpus->store, error);
    corpus->concepts = own ? load(own, NULL, error) : NULL;
    return corpus->concepts;
}

const TifaConcepts *tifa_corpus_concepts(TifaCorpus *corpus, GError **error)
{
    return corpus_concepts(corpus, error);
}

static void forget_concepts(TifaCorpus *corpus)
{
    g_clear_pointer(&corpus->concepts, tifa_concepts_free);
    g_clear_pointer(&corpus->numbers, g_free);
    corpus_forget_segmenter(corpus);
}

bool tifa_corpus_adopt(TifaCorpus *corpus, const TifaConceptSource *dictionary, GError **error)
{
    g_autoptr(GPtrArray) own = store_list_dictionaries(corpus->store, error);
    g_autoptr(TifaConcepts) concepts = own ? load(own, dictionary, error) : NULL;
    if (!concepts || !store_begin(corpus->store, error))
        return false;
    forget_concepts(corpus);
    if (store_set_dictionary(corpus->store, dictionary->name, dictionary->text, dictionary->length, error) &&
        store_commit(corpus->store, error))
        return true;
    corpus_rollback(corpus);
    return false;
}

bool tifa_corpus_drop(TifaCorpus *corpus, const char *name, GError **error)
{
    bool found;
    if (!store_begin(corpus->store, error))
        return false;
    forget_concepts(corpus);
    if (store_remove_dictionary(corpus->store, name, &found, error) && store_commit(corpus->store, error))
        return found || fail(error, TIFA_ERROR_INPUT,
                             "%s: the corpus has no dictionary of that name; tifa check names them", name);
    corpus_rollback(corpus);
    return false;
}
