/* counts.c - places counted, by year, agency or document. */
#include "search/search.h"

#include <string.h>

typedef struct {
    char *key;
    int64_t document;
    uint64_t hits, documents, of;
} Row;

struct TifaCounts {
    TifaGrouping by;
    uint64_t total;
    ARRAY(Row) rows;
};

void tifa_counts_free(TifaCounts *counts)
{
    if (!counts)
        return;
    for (size_t i = 0; i < counts->rows.length; i++)
        g_free(counts->rows.items[i].key);
    array_clear(&counts->rows);
    g_free(counts);
}

size_t tifa_counts_rows(const TifaCounts *counts)
{
    return counts->rows.length;
}

TifaCount tifa_counts_get(const TifaCounts *counts, size_t index)
{
    g_assert(index < counts->rows.length);
    const Row *row = &counts->rows.items[index];
    return (TifaCount){row->key, row->document, row->hits, row->documents, row->of};
}

uint64_t tifa_counts_total(const TifaCounts *counts)
{
    return counts->total;
}

TifaGrouping tifa_counts_grouping(const TifaCounts *counts)
{
    return counts->by;
}

/* Places added up by document, as passages come in order. */
typedef struct {
    TifaCorpus *corpus;
    uint64_t total;
    uint64_t *by_document; /* parallel to the corpus's documents; NULL if only the total is wanted */
} Tally;

static void tally_passage(int64_t passage, unsigned places, void *data)
{
    Tally *tally = data;
    tally->total += places;
    StoreDocument *document = tally->by_document ? corpus_document_of(tally->corpus, passage) : NULL;
    if (document)
        tally->by_document[document->index] += places;
}

static Row *row_of(TifaCounts *counts, GHashTable *index, const char *key)
{
    size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(index, key));
    if (!place) {
        array_push(&counts->rows, ((Row){.key = g_strdup(key)}));
        place = counts->rows.length;
        g_hash_table_insert(index, g_strdup(key), GSIZE_TO_POINTER(place));
    }
    return &counts->rows.items[place - 1];
}

static void add_to_row(TifaCounts *counts, GHashTable *index, const char *key, uint64_t hits)
{
    Row *row = row_of(counts, index, key);
    row->hits += hits;
    row->documents += hits > 0;
    row->of++;
}

static void add_document(TifaCounts *counts, GHashTable *index, const StoreDocument *document, uint64_t hits)
{
    if (counts->by == TIFA_BY_YEAR) {
        g_autofree char *year = g_strndup(document->date ? document->date : "", 4);
        add_to_row(counts, index, year, hits);
    } else if (counts->by == TIFA_BY_AGENCY) {
        g_auto(GStrv) agencies = g_strsplit(document->issuer ? document->issuer : "", "、", -1);
        for (size_t i = 0; agencies[i] || i == 0; i++)
            add_to_row(counts, index, agencies[i] ? agencies[i] : "", hits);
    } else if (hits > 0) {
        const char *title = document->title ? document->title : document->path;
        Row row = {g_strdup(title), document->id, hits, 1, 1};
        array_push(&counts->rows, row);
    }
}

static int compare_rows(const void *left, const void *right, void *data)
{
    const Row *a = left, *b = right;
    bool is_by_year = GPOINTER_TO_INT(data) == TIFA_BY_YEAR;
    if (is_by_year && (!*a->key || !*b->key)) /* what has no year comes last */
        return !*a->key - !*b->key;
    if (!is_by_year && a->hits != b->hits)
        return a->hits > b->hits ? -1 : 1;
    int by_key = strcmp(a->key, b->key);
    return by_key ? by_key : (a->document > b->document) - (a->document < b->document);
}

static void make_rows(TifaCounts *counts, const GPtrArray *documents, const uint64_t *by_document)
{
    g_autoptr(GHashTable) index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < documents->len; i++)
        add_document(counts, index, documents->pdata[i], by_document[i]);
    g_qsort_with_data(counts->rows.items, (int)counts->rows.length, sizeof *counts->rows.items, compare_rows,
                      GINT_TO_POINTER(counts->by));
}

TifaCounts *tifa_corpus_count(TifaCorpus *corpus, const TifaQuery *query, TifaGrouping by, GError **error)
{
    GPtrArray *documents = by == TIFA_BY_NOTHING ? NULL : corpus_documents(corpus, true, error);
    if (by != TIFA_BY_NOTHING && !documents)
        return NULL;
    g_autofree uint64_t *by_document = documents ? g_new0(uint64_t, documents->len) : NULL;
    Tally tally = {corpus, 0, by_document};
    if (!search_counts(corpus, query, tally_passage, &tally, error))
        return NULL;
    TifaCounts *counts = g_new0(TifaCounts, 1);
    counts->by = by;
    counts->total = tally.total;
    if (documents)
        make_rows(counts, documents, by_document);
    return counts;
}
