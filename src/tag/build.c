/* build.c - dictionaries read and made ready. */
#include "tag/build_parts.h"

#include "tag/label.h"

#include <string.h>

/* ---- What a label and a concept tell of themselves ------------------------------------------- */

FaultPlace concept_place(const Concept *concept, Column column)
{
    return table_place(concept->table, concept->row, column);
}

Column label_column(const Label *label)
{
    static const Column columns[] = {COLUMN_ZH,     COLUMN_ZH_ALT, COLUMN_ZH_HANT,
                                     COLUMN_PINYIN, COLUMN_EN,     COLUMN_EN_ALT};
    return columns[label->kind];
}

bool label_is_shown(const Label *label)
{
    return label->kind == TIFA_LABEL_ZH || label->kind == TIFA_LABEL_PINYIN || label->kind == TIFA_LABEL_EN;
}

/* ---- Concepts -------------------------------------------------------------------------------- */

static bool is_id(const char *id)
{
    return *id && strlen(id) <= 100 && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
}

static void add_concept(Build *build, const Table *table, const Row *row, uint16_t rank)
{
    TifaConcepts *concepts = build->concepts;
    FaultPlace place = table_place(table, row, COLUMN_ID);
    char *id = row->cells[COLUMN_ID];
    if (!is_id(id)) {
        fault_add(build->faults, &place, true, "\"%s\" is no id: an id is of a-z, 0-9 and hyphens", id);
        return;
    }
    Concept added = {.table = table, .row = row, .rank = rank};
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(concepts->ids, id));
    if (known == 0) {
        array_push(&concepts->concepts, added);
        g_hash_table_insert(concepts->ids, id, GSIZE_TO_POINTER(concepts->concepts.length));
        return;
    }
    Concept *old = &concepts->concepts.items[known - 1];
    if (old->rank < rank)
        *old = added;
    else
        fault_add(build->faults, &place, true, "the id \"%s\" is already in %s, line %u", id,
                  old->table->name, old->row->line);
}

static void add_rows(Build *build, const Source *source)
{
    Table *table = table_read(source->name, source->text, source->length, build->faults);
    g_ptr_array_add(build->concepts->tables, table);
    for (size_t row = 0; row < table->rows.length; row++)
        add_concept(build, table, &table->rows.items[row], source->rank);
}

static void read_flags(Build *build, Concept *concept)
{
    char *cell = concept->row->cells[COLUMN_FLAGS];
    concept->flags = *cell ? g_string_chunk_insert(build->concepts->strings, cell) : cell;
    for (char *rest = cell, *flag; (flag = list_next(&rest, '|'));) {
        FaultPlace place = concept_place(concept, COLUMN_FLAGS);
        bool is_ambiguous = strcmp(flag, "amb") == 0, is_structural = strcmp(flag, "struct") == 0;
        concept->is_ambiguous |= is_ambiguous;
        concept->is_structural |= is_structural;
        if (!is_ambiguous && !is_structural && strcmp(flag, "old") != 0 && strcmp(flag, "m") != 0)
            fault_add(build->faults, &place, false, "\"%s\" is none of the flags amb, old, struct, m", flag);
    }
}

/* ---- All together ---------------------------------------------------------------------------- */

static bool is_two_han(const char *text)
{
    return label_is_han(text) && g_utf8_strlen(text, -1) == 2;
}

static void fill_concept(Build *build, uint32_t index)
{
    TifaConcepts *concepts = build->concepts;
    read_flags(build, &concepts->concepts.items[index]);
    build_labels(build, index);
    const Concept *concept = &concepts->concepts.items[index];
    for (uint32_t i = concept->first_label; i < concept->first_label + concept->labels; i++)
        concepts->labels.items[i].is_word = is_two_han(concepts->labels.items[i].text);
    build_guards(build, index);
}

static void fill(Build *build)
{
    TifaConcepts *concepts = build->concepts;
    for (uint32_t i = 0; i < concepts->concepts.length; i++)
        fill_concept(build, i);
    build_strings(build);
}

static TifaConcepts *concepts_new(void)
{
    TifaConcepts *concepts = g_new0(TifaConcepts, 1);
    concepts->tables = g_ptr_array_new_with_free_func((GDestroyNotify)table_free);
    concepts->ids = g_hash_table_new(g_str_hash, g_str_equal);
    concepts->strings = g_string_chunk_new(4096);
    concepts->matcher = matcher_new();
    array_reserve(&concepts->guard_links, 1);
    array_reserve(&concepts->claims, 1);
    concepts->guard_links.items[concepts->guard_links.length++] = (GuardLink){0};
    concepts->claims.items[concepts->claims.length++] = (Claim){0};
    return concepts;
}

TifaConcepts *concepts_build(const Sources *sources, TifaFaults *faults)
{
    TifaConcepts *concepts = concepts_new();
    Build build = {concepts, faults};
    for (size_t i = 0; i < sources->files.length; i++)
        add_rows(&build, &sources->files.items[i]);
    fill(&build);
    concepts->stamp = g_strdup(sources->stamp);
    return concepts;
}
