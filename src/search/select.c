/* select.c - the documents that a question finds. */
#include "search/search.h"

TifaEntries *tifa_corpus_select(TifaCorpus *corpus, const TifaQuery *query, GError **error)
{
    DocumentSet set = {0};
    TifaEntries *entries = NULL;
    GPtrArray *documents = corpus_documents(corpus, true, error);
    if (documents && search_documents(corpus, query, &set, error))
        entries = corpus_entries(documents, set.has);
    document_set_clear(&set);
    return entries;
}
