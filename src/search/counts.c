/* counts.c - places counted. */
#include "search/search.h"

static void add_passage(int64_t passage, unsigned places, void *data)
{
    (void)passage;
    *(uint64_t *)data += places;
}

bool tifa_corpus_count(TifaCorpus *corpus, const TifaQuery *query, uint64_t *count, GError **error)
{
    *count = 0;
    return search_counts(corpus, query, add_passage, count, error);
}
