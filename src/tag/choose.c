/* choose.c - concepts by what a person calls them: an id, a label, a category; and what stands around them.
 */
#include "tag/concepts.h"

#include "base/error.h"
#include <string.h>

#define NEAREST_AT_MOST 4
#define NAME_AT_MOST    40 /* bytes of a name that ids are held against */

/* ---- The nearest ids ------------------------------------------------------------------------- */

typedef struct {
    unsigned distance;
    uint32_t concept;
} Near;

/* How many letters must be changed, left out, added or swapped with the next. Both are short. */
static unsigned distance_of(const char *one, const char *other)
{
    unsigned rows[3][NAME_AT_MOST + 1], *before = rows[0], *last = rows[1], *row = rows[2];
    size_t length = strlen(other);
    for (size_t j = 0; j <= length; j++)
        last[j] = (unsigned)j;
    for (size_t i = 1; one[i - 1]; i++) {
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= length; j++) {
            row[j] = MIN(last[j - 1] + (one[i - 1] != other[j - 1]), MIN(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
        unsigned *spare = before;
        before = last, last = row, row = spare;
    }
    return last[length];
}

/* Whether a label of the concept holds the name, letters alike in any case. */
static bool has_in_label(const TifaConcepts *concepts, const Concept *concept, const char *name)
{
    for (uint32_t i = 0; i < concept->labels; i++) {
        const char *text = concepts->labels.items[concept->first_label + i].text;
        g_autofree char *lower = g_utf8_strdown(text, -1);
        if (strstr(lower, name))
            return true;
    }
    return false;
}

/* How far the concept is from a name in small letters; UINT_MAX if they have nothing in common. */
static unsigned farness(const TifaConcepts *concepts, const Concept *concept, const char *name)
{
    const char *id = concept->row->cells[COLUMN_ID];
    bool is_short = strlen(name) <= NAME_AT_MOST && strlen(id) <= NAME_AT_MOST;
    unsigned distance = is_short ? distance_of(name, id) : UINT_MAX;
    if (distance <= strlen(name) / 3)
        return distance;
    if (strstr(id, name))
        return 2;
    return has_in_label(concepts, concept, name) ? 3 : UINT_MAX;
}

/* The ids nearest to a name, "nqpf (新质生产力), ...", or NULL. Free with g_free(). */
static char *nearest(const TifaConcepts *concepts, const char *name)
{
    Near best[NEAREST_AT_MOST];
    size_t count = 0;
    g_autofree char *lower = g_utf8_strdown(name, -1);
    for (uint32_t i = 0; i < concepts->concepts.length; i++) {
        Near near = {farness(concepts, &concepts->concepts.items[i], lower), i};
        size_t place = count;
        while (place > 0 && near.distance < best[place - 1].distance)
            place--;
        if (near.distance == UINT_MAX || place == NEAREST_AT_MOST)
            continue;
        count = MIN(count + 1, NEAREST_AT_MOST);
        memmove(best + place + 1, best + place, (count - place - 1) * sizeof *best);
        best[place] = near;
    }
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        TifaConcept concept = tifa_concepts_get(concepts, best[i].concept);
        g_string_append_printf(list, "%s%s (%s)", i ? ", " : "", concept.id,
                               *concept.zh ? concept.zh : concept.en);
    }
    return count ? g_strdup(list->str) : NULL;
}

/* ---- One concept by its name ----------------------------------------------------------------- */

static int64_t no_such(const TifaConcepts *concepts, const char *name, GError **error)
{
    g_autofree char *near = nearest(concepts, name);
    if (near)
        fail(error, TIFA_ERROR_INPUT,
             "%s: the dictionary has no concept with that id or label; the nearest: %s", name, near);
    else
        fail(error, TIFA_ERROR_INPUT,
             "%s: the dictionary has no concept with that id or label; tifa concept list shows all", name);
    return -1;
}

/* The concept that has `name` as one of its labels; two or more are an error. */
static int64_t find_label(const TifaConcepts *concepts, const char *name, GError **error)
{
    TifaVerdicts verdicts = {0};
    g_autoptr(GString) ids = g_string_new(NULL);
    int64_t found = -1;
    size_t length = strlen(name), count = 0;
    tifa_concepts_why(concepts, name, length, NULL, (TifaSpan){0, (uint32_t)length}, &verdicts);
    for (size_t i = 0; i < verdicts.length; i++) {
        const TifaVerdict *verdict = &verdicts.items[i];
        bool is_whole = verdict->span.start == 0 && verdict->span.end == length;
        if (!is_whole || verdict->concept == found || verdict->why == TIFA_WHY_CASE)
            continue;
        found = verdict->concept;
        g_string_append_printf(ids, "%s%s", count++ ? ", " : "",
                               concepts->concepts.items[verdict->concept].row->cells[COLUMN_ID]);
    }
    array_clear(&verdicts);
    if (count <= 1)
        return count ? found : no_such(concepts, name, error);
    fail(error, TIFA_ERROR_INPUT, "%s: a label of %zu concepts; use one of the ids %s", name, count,
         ids->str);
    return -1;
}

int64_t tifa_concepts_resolve(const TifaConcepts *concepts, const char *name, GError **error)
{
    int64_t found = tifa_concepts_find(concepts, name);
    if (found >= 0)
        return found;
    if (!g_utf8_validate(name, -1, NULL)) {
        fail(error, TIFA_ERROR_INPUT, "the name of a concept: is not UTF-8");
        return -1;
    }
    return find_label(concepts, name, error);
}

/* ---- Many concepts --------------------------------------------------------------------------- */

/* All categories, "agency, control, ...", in the order of the dictionary. */
static char *list_categories(const TifaConcepts *concepts)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < concepts->concepts.length; i++) {
        char *category = concepts->concepts.items[i].row->cells[COLUMN_CATEGORY];
        if (*category && g_hash_table_add(seen, category))
            g_string_append_printf(list, "%s%s", list->len ? ", " : "", category);
    }
    return g_string_free(list, FALSE);
}

bool tifa_concepts_select(const TifaConcepts *concepts, const char *category, TifaConceptList *list,
                          GError **error)
{
    size_t before = list->length;
    for (uint32_t i = 0; i < concepts->concepts.length; i++)
        if (!category || strcmp(concepts->concepts.items[i].row->cells[COLUMN_CATEGORY], category) == 0)
            array_push(list, i);
    if (list->length > before || !category)
        return true;
    g_autofree char *categories = list_categories(concepts);
    return fail(error, TIFA_ERROR_INPUT, "%s: there is no such category; the categories are %s", category,
                categories);
}

/* ---- Relations ------------------------------------------------------------------------------- */

typedef struct {
    const TifaConcepts *concepts;
    uint32_t concept;
    GHashTable *seen; /* both may name each other as related */
    TifaRelations *relations;
} Gathering;

static void add_relation(const Gathering *gathering, TifaRelationKind kind, uint32_t concept,
                         const char *date)
{
    if (!g_hash_table_add(gathering->seen, GSIZE_TO_POINTER((size_t) concept * TIFA_RELATION_COUNT + kind)))
        return;
    TifaRelation relation = {.kind = kind, .concept = concept};
    g_strlcpy(relation.date, date, sizeof relation.date);
    array_push(gathering->relations, relation);
}

/* Takes from a row's list of ids what the gathering's concept has to do with it: its own row's members, of
 * another row only itself, the other way round. */
static void read_relations(const Gathering *gathering, uint32_t row, Column column, TifaRelationKind kind)
{
    g_autofree char *cell = g_strdup(gathering->concepts->concepts.items[row].row->cells[column]);
    for (char *rest = cell, *id; (id = list_next(&rest, '|'));) {
        char *date = strchr(id, '@');
        if (date)
            *date++ = 0;
        int64_t other = tifa_concepts_find(gathering->concepts, id);
        if (other < 0)
            continue;
        bool is_own = row == gathering->concept;
        if (is_own || other == gathering->concept)
            add_relation(gathering, kind, is_own ? (uint32_t)other : row, date ? date : "");
    }
}

void tifa_concepts_relations(const TifaConcepts *concepts, uint32_t concept, TifaRelations *relations)
{
    static const struct {
        Column column;
        TifaRelationKind own, others;
    } columns[] = {
        {COLUMN_BROADER, TIFA_RELATION_BROADER, TIFA_RELATION_NARROWER},
        {COLUMN_RELATED, TIFA_RELATION_RELATED, TIFA_RELATION_RELATED},
        {COLUMN_RENAMED_TO, TIFA_RELATION_RENAMED_TO, TIFA_RELATION_RENAMED_FROM},
    };
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    Gathering gathering = {concepts, concept, seen, relations};
    g_assert(concept < concepts->concepts.length);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        read_relations(&gathering, concept, columns[i].column, columns[i].own);
        for (uint32_t row = 0; row < concepts->concepts.length; row++)
            if (row != concept && *concepts->concepts.items[row].row->cells[columns[i].column])
                read_relations(&gathering, row, columns[i].column, columns[i].others);
    }
}

const char *tifa_relation_name(TifaRelationKind kind)
{
    static const char *const names[TIFA_RELATION_COUNT] = {"broader", "narrower", "related", "renamed to",
                                                           "renamed from"};
    return names[kind];
}
