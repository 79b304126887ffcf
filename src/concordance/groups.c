#include "concordance/groups.h"

#include <string.h>

/* What is counted of a value before the groups have their order. */
typedef struct {
    uint32_t value, rank; /* rank: of the value's label in the order of the key */
    uint32_t last;        /* document counted last, and 1 */
    size_t hits, documents;
} Tally;

static int by_rank(const void *left, const void *right)
{
    const Tally *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

static int by_size(const void *left, const void *right)
{
    const Tally *a = left, *b = right;
    return a->hits != b->hits ? (a->hits > b->hits ? -1 : 1) : by_rank(left, right);
}

static Tally *count_values(const Spots *spots, const Column *column, const uint32_t *ranks)
{
    size_t values = labels_count(&column->labels);
    Tally *tallies = g_new0(Tally, values + 1);
    for (uint32_t value = 0; value < values; value++)
        tallies[value] = (Tally){.value = value, .rank = ranks[value]};
    for (size_t i = 0; i < spots->length; i++) {
        Tally *tally = &tallies[column->values[i]];
        tally->hits++;
        /* Places come document by document. */
        tally->documents += tally->last != spots->items[i].document + 1;
        tally->last = spots->items[i].document + 1;
    }
    return tallies;
}

/* A document is known by its title. */
static Group make_group(TifaCorpus *corpus, const Column *column, const Tally *tally)
{
    Group group = {.hits = tally->hits, .documents = tally->documents};
    if (column->key.field != KEY_DOCUMENT) {
        group.label = column_label(column, tally->value);
        return group;
    }
    const StoreDocument *document = corpus->documents->pdata[tally->last - 1];
    group.document = document->id;
    group.label = g_strdup(document->title ? document->title : document->path);
    return group;
}

bool groups_make(TifaCorpus *corpus, const Spots *spots, const Column *column, TifaCollation collation,
                 Groups *groups, GError **error)
{
    g_autofree uint32_t *ranks = column_rank(column, collation, error);
    if (!ranks)
        return false;
    size_t values = labels_count(&column->labels);
    g_autofree Tally *tallies = count_values(spots, column, ranks);
    g_autofree uint32_t *group_of = g_new(uint32_t, values + 1);
    qsort(tallies, values, sizeof *tallies, order_is_natural(&column->key) ? by_rank : by_size);
    for (size_t i = 0; i < values; i++) {
        const Tally *tally = &tallies[column->key.is_reversed ? values - 1 - i : i];
        group_of[tally->value] = (uint32_t)groups->items.length;
        if (tally->hits) /* documents without a hit have values, too */
            array_push(&groups->items, make_group(corpus, column, tally));
    }
    groups->of = g_new(uint32_t, spots->length + 1);
    for (size_t i = 0; i < spots->length; i++)
        groups->of[i] = group_of[column->values[i]];
    return true;
}

void groups_clear(Groups *groups)
{
    for (size_t i = 0; i < groups->items.length; i++)
        g_free(groups->items.items[i].label);
    array_clear(&groups->items);
    g_free(groups->of);
}
