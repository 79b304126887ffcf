#include "analysis/tagged.h"

#include <string.h>

static bool take_concept(const StoreConcept *concept, void *data, GError **error)
{
    (void)error;
    Tagged *tagged = data;
    array_push(&tagged->concepts,
               ((TaggedConcept){concept->number, g_strdup(concept->name), g_strdup(concept->zh),
                                g_strdup(concept->en), g_strdup(concept->category)}));
    return true;
}

/* Places being read: tags come by the numbers of their concepts. */
typedef struct {
    Tagged *tagged;
    GHashTable *indices; /* number -> index + 1 in the concepts */
    int64_t number;      /* of the concept at hand */
    uint32_t concept;    /* its index + 1; 0: it is not listed */
} Taking;

static bool take_place(int64_t number, int64_t passage, TifaSpan span, bool is_nested, void *data,
                       GError **error)
{
    (void)error;
    Taking *taking = data;
    if (number != taking->number) {
        taking->number = number;
        taking->concept =
            GPOINTER_TO_UINT(g_hash_table_lookup(taking->indices, GSIZE_TO_POINTER((size_t)number)));
    }
    if (taking->concept)
        array_push(&taking->tagged->places, ((TaggedPlace){passage, span, taking->concept - 1, is_nested}));
    return true;
}

static bool read_places(Store *store, Tagged *tagged, GError **error)
{
    g_autoptr(GHashTable) indices = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (size_t i = 0; i < tagged->concepts.length; i++)
        g_hash_table_insert(indices, GSIZE_TO_POINTER((size_t)tagged->concepts.items[i].number),
                            GUINT_TO_POINTER((unsigned)i + 1));
    Taking taking = {.tagged = tagged, .indices = indices, .number = -1};
    return store_each_any_tag(store, take_place, &taking, error);
}

static int compare_concepts(const void *left, const void *right)
{
    return strcmp(((const TaggedConcept *)left)->name, ((const TaggedConcept *)right)->name);
}

static int compare_places(const void *left, const void *right)
{
    const TaggedPlace *a = left, *b = right;
    if (a->passage != b->passage)
        return a->passage < b->passage ? -1 : 1;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return (a->concept > b->concept) - (a->concept < b->concept);
}

bool tagged_read(TifaAnalysis *analysis, Tagged *tagged, GError **error)
{
    Store *store = analysis->corpus->store;
    *tagged = (Tagged){0};
    bool is_read = store_each_concept(store, take_concept, tagged, error);
    array_sort(&tagged->concepts, compare_concepts);
    is_read = is_read && read_places(store, tagged, error);
    array_sort(&tagged->places, compare_places);
    if (!is_read)
        tagged_clear(tagged);
    return is_read;
}

void tagged_clear(Tagged *tagged)
{
    for (size_t i = 0; i < tagged->concepts.length; i++) {
        TaggedConcept *concept = &tagged->concepts.items[i];
        g_free(concept->name);
        g_free(concept->zh);
        g_free(concept->en);
        g_free(concept->category);
    }
    array_clear(&tagged->concepts);
    array_clear(&tagged->places);
}

/* ---- The concepts of a question's places ------------------------------------------------------ */

typedef struct {
    const TifaAnalysis *analysis;
    const Tagged *tagged;
    size_t next;     /* place of a concept: those before lie in earlier passages */
    uint64_t *seen;  /* by concept: the number of the question's place that it was last counted for */
    uint64_t number; /* of the question's place */
    GPtrArray *hits; /* by concept */
} Tagging;

static void count_place(Tagging *tagging, uint32_t concept, size_t document)
{
    if (tagging->seen[concept] == tagging->number)
        return;
    tagging->seen[concept] = tagging->number;
    uint64_t **hits = (uint64_t **)&tagging->hits->pdata[concept];
    if (!*hits)
        *hits = g_new0(uint64_t, tagging->analysis->documents->len);
    (*hits)[document]++;
}

static bool tag_place(const Place *place, void *data, GError **error)
{
    (void)error;
    Tagging *tagging = data;
    const TaggedPlace *places = tagging->tagged->places.items;
    size_t count = tagging->tagged->places.length;
    int64_t passage = place->passage->id;
    const StoreDocument *document = corpus_document_of(tagging->analysis->corpus, passage);
    while (tagging->next < count && places[tagging->next].passage < passage)
        tagging->next++;
    tagging->number++;
    for (size_t i = tagging->next; document && i < count && places[i].passage == passage; i++)
        if (places[i].span.start < place->span.end && places[i].span.end > place->span.start)
            count_place(tagging, places[i].concept, document->index);
    return true;
}

GPtrArray *tagged_count(TifaAnalysis *analysis, const Tagged *tagged, const TifaQuery *query, GError **error)
{
    size_t concepts = tagged->concepts.length;
    g_autofree uint64_t *seen = g_new0(uint64_t, concepts + 1);
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_set_size(hits, (int)concepts);
    Tagging tagging = {.analysis = analysis, .tagged = tagged, .seen = seen, .hits = hits};
    return search_places(analysis->corpus, query, tag_place, &tagging, error) ? g_steal_pointer(&hits) : NULL;
}
