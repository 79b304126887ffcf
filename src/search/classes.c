#include "search/classes.h"

/* Numbers of concepts in the corpus file. */
typedef ARRAY(int64_t) ConceptNumbers;

static bool add_number(TifaCorpus *corpus, const char *id, ConceptNumbers *numbers, GError **error)
{
    int64_t number;
    if (!store_find_concept(corpus->store, id, &number, error))
        return false;
    if (number)
        array_push(numbers, number);
    return true;
}

/* The index of the concept a person calls `name`, or -1. */
static int64_t resolve(TifaConcepts *concepts, const char *name, GError **error)
{
    int64_t index = tifa_concepts_resolve(concepts, name, error);
    if (index < 0) {
        fail_in(error, "question");
        if (error)
            (*error)->code = TIFA_ERROR_QUERY;
    }
    return index;
}

/* The concept that has this id, or this label of its own; nothing if no place is tagged with it. */
static bool find_concept(TifaCorpus *corpus, const char *name, ConceptNumbers *numbers, GError **error)
{
    /* The tags know most concepts; loading the dictionary takes longer than all the rest. */
    if (!add_number(corpus, name, numbers, error))
        return false;
    if (numbers->length)
        return true;
    TifaConcepts *concepts = corpus_concepts(corpus, error);
    int64_t index = concepts ? resolve(concepts, name, error) : -1;
    return index >= 0 && add_number(corpus, tifa_concepts_get(concepts, (uint32_t)index).id, numbers, error);
}

/* Appends the concepts below those that are in the list, which stay. */
static void add_narrower(const TifaConcepts *concepts, TifaConceptList *list)
{
    g_autofree bool *is_in = g_new0(bool, tifa_concepts_count(concepts));
    for (size_t i = 0; i < list->length; i++)
        is_in[list->items[i]] = true;
    for (size_t i = 0; i < list->length; i++) {
        TifaRelations relations = {0};
        tifa_concepts_relations(concepts, list->items[i], &relations);
        for (size_t j = 0; j < relations.length; j++) {
            uint32_t narrower = relations.items[j].concept;
            if (relations.items[j].kind == TIFA_RELATION_NARROWER && !is_in[narrower]) {
                is_in[narrower] = true;
                array_push(list, narrower);
            }
        }
        array_clear(&relations);
    }
}

/* Hands on that there is no category of the name, which names those that there are. */
static bool fail_class(GError **error, GError *no_category)
{
    no_category->code = TIFA_ERROR_QUERY;
    g_propagate_prefixed_error(error, no_category, "question: ");
    return false;
}

/* The concepts of a category, else the one of that id or label and all that are narrower. */
static bool find_class(TifaCorpus *corpus, const char *name, ConceptNumbers *numbers, GError **error)
{
    TifaConcepts *concepts = corpus_concepts(corpus, error);
    if (!concepts)
        return false;
    TifaConceptList list = {0};
    GError *no_category = NULL;
    if (!tifa_concepts_select(concepts, name, &list, &no_category)) {
        int64_t index = tifa_concepts_resolve(concepts, name, NULL);
        if (index < 0)
            return fail_class(error, no_category);
        g_error_free(no_category);
        array_push(&list, (uint32_t)index);
        add_narrower(concepts, &list);
    }
    bool is_found = true;
    for (size_t i = 0; is_found && i < list.length; i++)
        is_found = add_number(corpus, tifa_concepts_get(concepts, list.items[i]).id, numbers, error);
    array_clear(&list);
    return is_found;
}

/* ---- Places ---------------------------------------------------------------------------------- */

static bool keep_tag(int64_t passage, TifaSpan span, bool is_nested, void *data, GError **error)
{
    (void)is_nested, (void)error;
    TagPlaces *places = data;
    array_push(places, ((TagPlace){passage, span}));
    return true;
}

static int compare_places(const void *left, const void *right)
{
    const TagPlace *a = left, *b = right;
    if (a->passage != b->passage)
        return a->passage < b->passage ? -1 : 1;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return (a->span.end < b->span.end) - (a->span.end > b->span.end);
}

/* Tags inside each other (军民融合 in 军民融合发展) are one place: the longer, which comes first. */
static void drop_overlaps(TagPlaces *places)
{
    size_t kept = 0;
    for (size_t i = 0; i < places->length; i++) {
        const TagPlace *place = &places->items[i], *last = kept ? &places->items[kept - 1] : NULL;
        if (!last || last->passage != place->passage || last->span.end <= place->span.start)
            places->items[kept++] = *place;
    }
    places->length = kept;
}

void classes_merge_places(TagPlaces *places)
{
    array_sort(places, compare_places);
    drop_overlaps(places);
}

bool classes_load_places(TifaCorpus *corpus, const char *name, bool is_class, TagPlaces *places,
                         GError **error)
{
    ConceptNumbers numbers = {0};
    bool is_loaded = (is_class ? find_class : find_concept)(corpus, name, &numbers, error);
    for (size_t i = 0; is_loaded && i < numbers.length; i++)
        is_loaded = store_each_tag(corpus->store, numbers.items[i], keep_tag, places, error);
    if (numbers.length > 1)
        classes_merge_places(places);
    else
        drop_overlaps(places);
    array_clear(&numbers);
    return is_loaded;
}
