#include "tag/concepts.h"

#include "tag/snapshot.h"

static const char *const installed[] = {"", NULL};

TifaConcepts *tifa_concepts_load_all(const char *const *paths, const TifaConceptSource *texts,
                                     size_t text_count, GError **error)
{
    Sources sources = {0};
    TifaConcepts *concepts = NULL;
    g_autoptr(TifaFaults) faults = faults_new();
    if (!sources_read(&sources, paths, texts, text_count, error))
        goto done;
    if (sources.snapshot)
        concepts = snapshot_read(sources.snapshot, sources.stamp);
    if (concepts)
        goto done;
    concepts = concepts_build(&sources, faults);
    if (!faults_pass(faults, error))
        g_clear_pointer(&concepts, tifa_concepts_free);
done:
    sources_clear(&sources);
    return concepts;
}

TifaConcepts *tifa_concepts_load(const char *path, GError **error)
{
    const char *paths[] = {path, NULL};
    return tifa_concepts_load_all(path ? paths : installed, NULL, 0, error);
}

void tifa_concepts_free(TifaConcepts *concepts)
{
    if (!concepts)
        return;
    if (concepts->snapshot) {
        snapshot_free(concepts);
        return;
    }
    for (size_t i = 0; i < concepts->guards.length; i++)
        guard_clear(&concepts->guards.items[i]);
    for (size_t i = 0; i < concepts->claims.length; i++)
        array_clear(&concepts->claims.items[i].rest);
    array_clear(&concepts->concepts);
    array_clear(&concepts->labels);
    array_clear(&concepts->guards);
    array_clear(&concepts->guard_links);
    array_clear(&concepts->claims);
    g_hash_table_unref(concepts->ids);
    g_ptr_array_unref(concepts->tables);
    g_string_chunk_free(concepts->strings);
    matcher_free(concepts->matcher);
    g_free(concepts->stamp);
    g_free(concepts);
}

size_t tifa_concepts_count(const TifaConcepts *concepts)
{
    return concepts->concepts.length;
}

/* The first label of a kind, "" if there is none. */
static const char *first_label(const TifaConcepts *concepts, const Concept *concept, TifaLabelKind kind)
{
    for (uint32_t i = 0; i < concept->labels; i++)
        if (concepts->labels.items[concept->first_label + i].kind == kind)
            return concepts->labels.items[concept->first_label + i].text;
    return "";
}

TifaConcept tifa_concepts_get(const TifaConcepts *concepts, uint32_t index)
{
    g_assert(index < concepts->concepts.length);
    const Concept *concept = &concepts->concepts.items[index];
    char *const *cells = concept->row->cells;
    return (TifaConcept){
        .id = cells[COLUMN_ID],
        .zh = cells[COLUMN_ZH],
        .en = cells[COLUMN_EN],
        .category = cells[COLUMN_CATEGORY],
        .gloss = cells[COLUMN_GLOSS],
        .zh_hant = first_label(concepts, concept, TIFA_LABEL_HANT),
        .pinyin = cells[COLUMN_PINYIN],
        .broader = cells[COLUMN_BROADER],
        .related = cells[COLUMN_RELATED],
        .renamed_to = cells[COLUMN_RENAMED_TO],
        .valid_from = cells[COLUMN_VALID_FROM],
        .valid_to = cells[COLUMN_VALID_TO],
        .guards = concept->guards,
        .facets = cells[COLUMN_FACETS],
        .flags = concept->flags,
        .source = cells[COLUMN_SOURCE],
        .file = concept->table->name,
        .line = concept->row->line,
    };
}

const char *tifa_concepts_label(const TifaConcepts *concepts, uint32_t index, uint16_t variant,
                                TifaLabelKind *kind)
{
    g_assert(index < concepts->concepts.length);
    const Concept *concept = &concepts->concepts.items[index];
    if (variant >= concept->labels)
        return NULL;
    const Label *label = &concepts->labels.items[concept->first_label + variant];
    if (kind)
        *kind = (TifaLabelKind)label->kind;
    return label->text;
}

int64_t tifa_concepts_find(const TifaConcepts *concepts, const char *id)
{
    return (int64_t)GPOINTER_TO_SIZE(g_hash_table_lookup(concepts->ids, id)) - 1;
}

const char *tifa_concepts_stamp(const TifaConcepts *concepts)
{
    return concepts->stamp;
}
