/* describe.c - what a corpus is, for the note that goes with what was found in it. */
#include "corpus/corpus.h"

#include <string.h>

static void describe_documents(const GPtrArray *documents, TifaMethod *method)
{
    const char *first = NULL, *last = NULL;
    size_t undated = 0;
    for (unsigned i = 0; i < documents->len; i++) {
        const char *date = ((const StoreDocument *)documents->pdata[i])->date;
        undated += !date;
        if (date && (!first || strcmp(date, first) < 0))
            first = date;
        if (date && (!last || strcmp(date, last) > 0))
            last = date;
    }
    g_autofree char *sentence = first ? g_strdup_printf("%u, dated %s to %s, %zu without a date",
                                                        documents->len, first, last, undated)
                                      : g_strdup_printf("%u, none with a date", documents->len);
    tifa_method_add(method, "Documents", sentence);
}

bool tifa_corpus_describe(TifaCorpus *corpus, TifaMethod *method, GError **error)
{
    static const struct {
        const char *setting, *name;
    } stamps[] = {{"fulltext", "Index"}, {"segmenter", "Words"}, {"concepts", "Concepts"}};
    GPtrArray *documents = corpus_documents(corpus, true, error);
    if (!documents)
        return false;
    tifa_method_add(method, "Corpus", store_path(corpus->store));
    describe_documents(documents, method);
    for (size_t i = 0; i < G_N_ELEMENTS(stamps); i++) {
        g_autofree char *stamp = store_setting(corpus->store, stamps[i].setting);
        if (stamp)
            tifa_method_add(method, stamps[i].name, stamp);
    }
    return true;
}
