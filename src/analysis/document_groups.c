#include "analysis/document_groups.h"

#include <string.h>

static void group_free(Group *group)
{
    for (size_t i = 0; i < MOST_GROUPINGS; i++)
        g_free(group->keys[i]);
    array_clear(&group->documents);
    g_free(group);
}

/* The fields whose values make groups. A document is a group by its id; by concept it is not documents that
 * are grouped. */
static const char *const field_names[TIFA_BY_COUNT] = {
    [TIFA_BY_YEAR] = "date",
    [TIFA_BY_AGENCY] = "issuer",
    [TIFA_BY_LEVEL] = "level",
    [TIFA_BY_TYPE] = "type",
};

/* One grouping at work: the values of its field, by document. */
typedef struct {
    TifaGrouping by;
    GPtrArray *documents; /* of StoreDocument */
    char **values;        /* NULL where not known */
    size_t next;          /* document to be given a value */
} Values;

static bool take_value(int64_t id, const char *value, void *data, GError **error)
{
    (void)error;
    Values *values = data;
    while (values->next < values->documents->len &&
           ((const StoreDocument *)values->documents->pdata[values->next])->id < id)
        values->next++;
    if (values->next < values->documents->len)
        values->values[values->next] =
            values->by == TIFA_BY_YEAR ? g_strndup(value, strlen("2021")) : g_strdup(value);
    return true;
}

static bool values_read(const TifaAnalysis *analysis, TifaGrouping by, Values *values, GError **error)
{
    GPtrArray *documents = analysis->documents;
    *values = (Values){by, documents, g_new0(char *, documents->len + 1), 0};
    if (field_names[by])
        return store_each_field(analysis->corpus->store, field_names[by], take_value, values, error);
    for (size_t i = 0; by == TIFA_BY_DOCUMENT && i < documents->len; i++)
        values->values[i] =
            g_strdup_printf("%" G_GINT64_FORMAT, ((const StoreDocument *)documents->pdata[i])->id);
    return true;
}

static void values_clear(Values *values)
{
    for (size_t i = 0; values->values && i < values->documents->len; i++)
        g_free(values->values[i]);
    g_free(values->values);
}

typedef struct {
    GPtrArray *groups;
    GHashTable *index; /* keys joined -> Group */
    Values values[MOST_GROUPINGS];
    size_t by_count;
} Grouping;

static void add_to_group(Grouping *grouping, const char *const *keys, size_t document)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for (size_t i = 0; i < grouping->by_count; i++)
        g_string_append_printf(name, "%s\n", keys[i] ? keys[i] : "");
    Group *group = g_hash_table_lookup(grouping->index, name->str);
    if (!group) {
        group = g_new0(Group, 1);
        for (size_t i = 0; i < grouping->by_count; i++)
            group->keys[i] = g_strdup(keys[i]);
        g_hash_table_insert(grouping->index, g_strdup(name->str), group);
        g_ptr_array_add(grouping->groups, group);
    }
    array_push(&group->documents, document);
}

/* Adds the document under every combination of its values from the grouping `next` on. */
static void add_document(Grouping *grouping, size_t document, const char **keys, size_t next)
{
    if (next == grouping->by_count) {
        add_to_group(grouping, keys, document);
        return;
    }
    const char *value = grouping->values[next].values[document];
    bool is_list = value && grouping->values[next].by == TIFA_BY_AGENCY;
    g_auto(GStrv) agencies = g_strsplit(is_list ? value : "", "、", -1);
    keys[next] = is_list ? agencies[0] : value;
    add_document(grouping, document, keys, next + 1);
    for (size_t i = 1; is_list && agencies[i]; i++) {
        keys[next] = agencies[i];
        add_document(grouping, document, keys, next + 1);
    }
}

GPtrArray *document_groups_make(const TifaAnalysis *analysis, const DocumentSet *set, const TifaGrouping *by,
                                size_t by_count, GError **error)
{
    g_assert(by_count <= MOST_GROUPINGS);
    g_autoptr(GHashTable) index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Grouping grouping = {.index = index, .by_count = by_count};
    grouping.groups = g_ptr_array_new_with_free_func((GDestroyNotify)group_free);
    bool is_read = true;
    for (size_t i = 0; is_read && i < by_count; i++)
        is_read = values_read(analysis, by[i], &grouping.values[i], error);
    for (size_t i = 0; is_read && i < set->length; i++) {
        const char *keys[MOST_GROUPINGS] = {NULL};
        if (set->has[i])
            add_document(&grouping, i, keys, 0);
    }
    for (size_t i = 0; i < by_count; i++)
        values_clear(&grouping.values[i]);
    if (!is_read)
        g_clear_pointer(&grouping.groups, g_ptr_array_unref);
    return grouping.groups;
}
