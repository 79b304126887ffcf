/* cooccurrence.c - concepts that stand in the same sentences, paragraphs or documents. */
#include "analysis/tagged.h"
#include "statistics/association.h"

#include <string.h>

static const TifaColumn columns[] = {
    {"concept", "concept", TIFA_COLUMN_TEXT, 0, 0},
    {"label", "", TIFA_COLUMN_TEXT, 0, 0},
    {"other", "other", TIFA_COLUMN_TEXT, 0, 0},
    {"other_label", "", TIFA_COLUMN_TEXT, 0, 0},
    {"together", "together", TIFA_COLUMN_COUNT, 0, 0},
    {"documents", "docs", TIFA_COLUMN_COUNT, 0, 0},
    {"units", "alone", TIFA_COLUMN_COUNT, 0, 0},
    {"other_units", "other", TIFA_COLUMN_COUNT, 0, 0},
    {"expected", "expected", TIFA_COLUMN_NUMBER, 1, 0},
    {"log_likelihood", "log-lik.", TIFA_COLUMN_NUMBER, 1, 0},
    {"log_dice", "logDice", TIFA_COLUMN_NUMBER, 2, 0},
    {"mi", "MI", TIFA_COLUMN_NUMBER, 2, 0},
    {"t", "t", TIFA_COLUMN_NUMBER, 2, 0},
    {NULL, NULL, 0, 0, 0},
};

/* Two concepts, or one with itself: the units it stands in. */
typedef struct {
    uint32_t units, documents;
    uint32_t last; /* document it was counted in, from 1 */
} Pair;

typedef struct {
    TifaAnalysis *analysis;
    const Tagged *tagged;
    const DocumentSet *set;
    TifaWithin unit;
    uint64_t units;           /* in the documents of the set */
    Pair *pairs;              /* by the smaller and the larger concept */
    ARRAY(uint32_t) concepts; /* in the unit at hand, different */
    uint64_t *seen;           /* by concept: the unit it was last met in */
    uint64_t number;          /* of the unit at hand, from 1 */
    size_t next;              /* place of a concept */
    StoreOffsets sentences;   /* of the passage at hand */
} Joining;

static Pair *pair_of(const Joining *joining, uint32_t one, uint32_t other)
{
    size_t low = MIN(one, other), high = MAX(one, other);
    return &joining->pairs[low * joining->tagged->concepts.length + high];
}

static void count_pair(Joining *joining, uint32_t one, uint32_t other, size_t document)
{
    Pair *pair = pair_of(joining, one, other);
    pair->units++;
    pair->documents += pair->last != document + 1;
    pair->last = (uint32_t)document + 1;
}

static void close_unit(Joining *joining, size_t document)
{
    for (size_t i = 0; i < joining->concepts.length; i++)
        for (size_t j = i; j < joining->concepts.length; j++)
            count_pair(joining, joining->concepts.items[i], joining->concepts.items[j], document);
    joining->concepts.length = 0;
    joining->number++;
    joining->units++;
}

/* Takes the concepts that begin in the passage before the byte `end` into the unit at hand. */
static void take_concepts(Joining *joining, int64_t passage, uint32_t end)
{
    const TaggedPlace *places = joining->tagged->places.items;
    for (; joining->next < joining->tagged->places.length; joining->next++) {
        const TaggedPlace *place = &places[joining->next];
        if (place->passage > passage || (place->passage == passage && place->span.start >= end))
            return;
        if (place->passage < passage || place->is_nested || joining->seen[place->concept] == joining->number)
            continue;
        joining->seen[place->concept] = joining->number;
        array_push(&joining->concepts, place->concept);
    }
}

static bool join_sentences(Joining *joining, int64_t passage, size_t document, GError **error)
{
    joining->sentences.length = 0;
    if (!store_get_sentences(joining->analysis->corpus->store, passage, &joining->sentences, error))
        return false;
    for (size_t i = 0; i < joining->sentences.length; i++) {
        take_concepts(joining, passage, joining->sentences.items[i]);
        close_unit(joining, document);
    }
    return true;
}

static bool join_document(Joining *joining, const StoreDocument *document, GError **error)
{
    for (int64_t passage = document->first_passage; passage < document->end_passage; passage++) {
        if (joining->unit == TIFA_WITHIN_SENTENCE) {
            if (!join_sentences(joining, passage, document->index, error))
                return false;
            continue;
        }
        take_concepts(joining, passage, UINT32_MAX);
        if (joining->unit == TIFA_WITHIN_PARAGRAPH)
            close_unit(joining, document->index);
    }
    if (joining->unit == TIFA_WITHIN_DOCUMENT)
        close_unit(joining, document->index);
    return true;
}

static bool join_all(Joining *joining, GError **error)
{
    const GPtrArray *documents = joining->analysis->documents;
    for (size_t i = 0; i < documents->len; i++)
        if (joining->set->has[i] && !join_document(joining, documents->pdata[i], error))
            return false;
    return true;
}

/* ---- Measures -------------------------------------------------------------------------------- */

static void add_pair(TifaTable *table, const Joining *joining, uint32_t one, uint32_t other)
{
    const TaggedConcept *concepts = joining->tagged->concepts.items;
    const Pair *pair = pair_of(joining, one, other);
    double with_one = pair_of(joining, one, one)->units, with_other = pair_of(joining, other, other)->units;
    double together = pair->units, outside = (double)joining->units - with_one;
    Contingency contingency = contingency_of(together, with_one, with_other - together, outside);
    double expected = contingency_expected(&contingency);
    if (together <= expected)
        return;
    table_add_text(table, concepts[one].name);
    table_add_text(table, concepts[one].zh);
    table_add_text(table, concepts[other].name);
    table_add_text(table, concepts[other].zh);
    table_add_number(table, together);
    table_add_number(table, pair->documents);
    table_add_number(table, with_one);
    table_add_number(table, with_other);
    table_add_number(table, expected);
    table_add_number(table, association_log_likelihood(&contingency));
    table_add_number(table, association_log_dice(together, with_one, with_other));
    table_add_number(table, association_mi(&contingency));
    table_add_number(table, association_t(&contingency));
}

static bool is_named(const TaggedConcept *concept, const char *name)
{
    return !name || strcmp(concept->name, name) == 0 || strcmp(concept->zh, name) == 0 ||
           strcmp(concept->en, name) == 0;
}

/* Adds the pairs of one concept with those behind it, or with all if it is the one that is asked for. */
static void add_pairs(TifaTable *table, const Joining *joining, uint32_t one, const char *with,
                      uint64_t least)
{
    const TaggedConcept *concepts = joining->tagged->concepts.items;
    if (!is_named(&concepts[one], with))
        return;
    for (uint32_t other = with ? 0 : one + 1; other < joining->tagged->concepts.length; other++)
        if (other != one && pair_of(joining, one, other)->units >= least)
            add_pair(table, joining, one, other);
}

static TifaTable *measure(const Joining *joining, const char *with, uint64_t least)
{
    enum { LEAST = 3 };
    TifaTable *table = table_new(columns);
    for (uint32_t one = 0; one < joining->tagged->concepts.length; one++)
        add_pairs(table, joining, one, with, least ? least : LEAST);
    table_sort(table, "log_likelihood");
    table_add_fact(table, "units", (double)joining->units, 0);
    table_add_fact(table, "documents", (double)joining->set->count, 0);
    return table;
}

static TifaTable *join(TifaAnalysis *analysis, const Tagged *tagged, const DocumentSet *set, TifaWithin unit,
                       const char *with, uint64_t least, GError **error)
{
    size_t concepts = tagged->concepts.length;
    Joining joining = {.analysis = analysis, .tagged = tagged, .set = set, .unit = unit, .number = 1};
    joining.pairs = g_new0(Pair, concepts * concepts + 1);
    joining.seen = g_new0(uint64_t, concepts + 1);
    TifaTable *table = join_all(&joining, error) ? measure(&joining, with, least) : NULL;
    g_free(joining.pairs);
    g_free(joining.seen);
    array_clear(&joining.concepts);
    array_clear(&joining.sentences);
    return table;
}

/* Makes of the name the id of a concept that no place is tagged with, as the dictionary knows it. False with
 * an error that names the nearest if it knows none. */
static bool resolve_untagged(TifaAnalysis *analysis, const Tagged *tagged, const char **name, GError **error)
{
    for (size_t i = 0; i < tagged->concepts.length; i++)
        if (is_named(&tagged->concepts.items[i], *name))
            return true;
    const TifaConcepts *concepts = tifa_corpus_concepts(analysis->corpus, error);
    int64_t index = concepts ? tifa_concepts_resolve(concepts, *name, error) : -1;
    if (index >= 0)
        *name = tifa_concepts_get(concepts, (uint32_t)index).id;
    return index >= 0;
}

TifaTable *tifa_analysis_cooccurrence(TifaAnalysis *analysis, const TifaQuery *query, TifaWithin unit,
                                      const char *with, uint64_t least, GError **error)
{
    DocumentSet set = {0};
    Tagged tagged;
    if (!analysis_documents(analysis, query, &set, error))
        return NULL;
    TifaTable *table = NULL;
    if (tagged_read(analysis, &tagged, error)) {
        if (!with || resolve_untagged(analysis, &tagged, &with, error))
            table = join(analysis, &tagged, &set, unit, with, least, error);
        tagged_clear(&tagged);
    }
    document_set_clear(&set);
    return table;
}
