#include "compare/index.h"

enum { MOST_POSTINGS = 600 };

void gram_index_fill(GramIndex *index, const Grams *grams, const GramBag *bags, size_t count)
{
    size_t ids = grams_count(grams);
    index->grams = grams;
    index->first = g_new0(size_t, ids + 2);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < bags[i].length; j++)
            index->first[bags[i].items[j].id + 2]++;
    for (size_t id = 2; id < ids + 2; id++)
        index->first[id] += index->first[id - 1];
    index->postings = g_new(Gram, index->first[ids + 1] + 1);
    /* While filling, first[id + 1] is where the next posting of id goes; at the end it is where the next id
     * starts. */
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < bags[i].length; j++) {
            Gram gram = bags[i].items[j];
            index->postings[index->first[gram.id + 1]++] = (Gram){(uint32_t)i, gram.count};
        }
}

void gram_index_clear(GramIndex *index)
{
    g_free(index->first);
    g_free(index->postings);
}

void gram_tally_init(GramTally *tally, size_t count)
{
    *tally = (GramTally){g_new0(double, count + 1), g_new(uint32_t, count + 1), 0};
}

void gram_tally_clear(GramTally *tally)
{
    g_free(tally->shared);
    g_free(tally->found);
}

void gram_index_count(const GramIndex *index, const GramBag *bag, GramTally *tally)
{
    for (size_t i = 0; i < bag->length; i++) {
        uint32_t id = bag->items[i].id;
        size_t first = index->first[id], end = index->first[id + 1];
        if (end - first > MOST_POSTINGS)
            continue;
        double weight = grams_weight(index->grams, id);
        for (size_t j = first; j < end; j++) {
            Gram posting = index->postings[j];
            if (tally->shared[posting.id] == 0)
                tally->found[tally->count++] = posting.id;
            tally->shared[posting.id] += weight * MIN(posting.count, bag->items[i].count);
        }
    }
}

void gram_tally_reset(GramTally *tally)
{
    for (size_t i = 0; i < tally->count; i++)
        tally->shared[tally->found[i]] = 0;
    tally->count = 0;
}
