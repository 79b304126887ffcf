/* words.c - the words of a corpus: what is one word in its texts beside what the installed lexicon lists.
 * They are those the user gave, and the labels of the user's own dictionaries. */
#include "corpus/corpus.h"

#include "base/array.h"
#include "base/utf8.h"

#include <string.h>

#define SETTING "words" /* one a line */

/* Shorter labels too often stand across words by chance. */
enum { LEAST_LABEL = 3, LONGEST_LABEL = 64 };

static bool is_listable(const char *label)
{
    size_t count = 0;
    for (const char *place = label; *place; count++)
        if (!utf8_is_han(utf8_next(&place)))
            return false;
    return count >= LEAST_LABEL && count <= LONGEST_LABEL;
}

static void add_labels(const TifaConcepts *concepts, uint32_t index, GPtrArray *words)
{
    const char *label;
    for (uint16_t variant = 0; (label = tifa_concepts_label(concepts, index, variant, NULL)); variant++)
        if (is_listable(label))
            g_ptr_array_add(words, g_strdup(label));
}

/* The labels of the corpus's own dictionaries, but for those that guards may refuse. */
static bool add_own_labels(TifaCorpus *corpus, GPtrArray *words, GError **error)
{
    g_autoptr(GPtrArray) own = store_list_dictionaries(corpus->store, error);
    TifaConcepts *concepts = own && own->len ? corpus_concepts(corpus, error) : NULL;
    if (!own || (own->len && !concepts))
        return false;
    for (uint32_t index = 0; concepts && index < tifa_concepts_count(concepts); index++) {
        TifaConcept concept = tifa_concepts_get(concepts, index);
        for (size_t i = 0; i < own->len && !*concept.guards; i++)
            if (g_str_equal(concept.file, ((const StoreDictionary *)own->pdata[i])->name))
                add_labels(concepts, index, words);
    }
    return true;
}

char **tifa_corpus_words(TifaCorpus *corpus)
{
    g_autofree char *kept = store_setting(corpus->store, SETTING);
    return g_strsplit(kept ? kept : "", "\n", -1);
}

TifaSegmenter *corpus_segmenter(TifaCorpus *corpus, GError **error)
{
    if (corpus->segmenter)
        return corpus->segmenter;
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(error);
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) kept = tifa_corpus_words(corpus);
    for (char **word = kept; *word; word++)
        g_ptr_array_add(words, g_strdup(*word));
    if (!segmenter || !add_own_labels(corpus, words, error))
        return NULL;
    bool has_words = words->len > 0;
    g_ptr_array_add(words, NULL);
    if (has_words && !tifa_segmenter_add_words(segmenter, (const char *const *)words->pdata, error))
        return NULL;
    corpus->segmenter = g_steal_pointer(&segmenter);
    return corpus->segmenter;
}

void corpus_forget_segmenter(TifaCorpus *corpus)
{
    g_clear_pointer(&corpus->segmenter, tifa_segmenter_free);
}

bool tifa_corpus_set_words(TifaCorpus *corpus, const char *const *words, GError **error)
{
    g_autoptr(TifaSegmenter) segmenter = *words ? tifa_segmenter_new(error) : NULL;
    if (*words && (!segmenter || !tifa_segmenter_add_words(segmenter, words, error)))
        return false;
    g_autofree char *kept = g_strjoinv("\n", (char **)words);
    if (!store_begin(corpus->store, error))
        return false;
    corpus_forget_segmenter(corpus);
    if (store_set_setting(corpus->store, SETTING, kept, error) && store_commit(corpus->store, error))
        return true;
    corpus_rollback(corpus);
    return false;
}
