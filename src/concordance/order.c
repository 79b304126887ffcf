/* order.c - keys read from text, and places sorted by the ranks of their values. */
#include "concordance/order.h"

#include <string.h>

/* ---- Keys ------------------------------------------------------------------------------------ */

enum {
    FARTHEST = 9, /* of a word or character from the place */
    SPREAD = 5,   /* words that "left" and "right" compare */
};

static const struct {
    const char *name;
    KeyField field;
} fields[] = {
    {"match", KEY_MATCH},       {"node", KEY_MATCH},  {"date", KEY_DATE},         {"year", KEY_YEAR},
    {"document", KEY_DOCUMENT}, {"title", KEY_TITLE}, {"agency", KEY_AGENCY},     {"number", KEY_NUMBER},
    {"type", KEY_TYPE},         {"level", KEY_LEVEL}, {"language", KEY_LANGUAGE}, {"article", KEY_ARTICLE},
};

/* "L1", "R3", "cL2": the place of a word or character. */
static bool parse_distance(const char *name, OrderKey *key)
{
    key->field = *name == 'c' ? KEY_CHARACTER : KEY_WORD;
    name += *name == 'c';
    bool is_left = *name == 'L' || *name == 'l', is_right = *name == 'R' || *name == 'r';
    if ((!is_left && !is_right) || name[1] < '1' || name[1] > '0' + FARTHEST || name[2])
        return false;
    key->distance = is_left ? '0' - name[1] : name[1] - '0';
    return true;
}

static bool push_key(const char *name, OrderKeys *keys)
{
    OrderKey key = {.is_reversed = *name == '-'};
    name += key.is_reversed;
    int side = g_str_equal(name, "left") ? -1 : g_str_equal(name, "right") ? 1 : 0;
    for (int i = 1; side && i <= SPREAD; i++)
        array_push(keys, ((OrderKey){KEY_WORD, i * side, key.is_reversed}));
    if (side)
        return true;
    bool is_key = parse_distance(name, &key);
    for (size_t i = 0; !is_key && i < G_N_ELEMENTS(fields); i++) {
        is_key = g_str_equal(name, fields[i].name);
        key.field = is_key ? fields[i].field : key.field;
    }
    if (is_key)
        array_push(keys, key);
    return is_key;
}

bool order_parse(const char *option, const char *text, OrderKeys *keys, GError **error)
{
    g_auto(GStrv) names = g_strsplit(text ? text : "", ",", 64);
    for (char **name = names; *name; name++)
        if (!push_key(g_strstrip(*name), keys))
            return fail(
                error, TIFA_ERROR_INPUT,
                "%s %s: no such key; use L1 to L9 or R1 to R9 (words), cL1 or cR1 (characters), left, "
                "right, match, date, year, document, title, agency, number, type, level, language or "
                "article",
                option, *name);
    return true;
}

bool order_is_natural(const OrderKey *key)
{
    return key->field == KEY_YEAR || key->field == KEY_DATE || key->field == KEY_ARTICLE;
}

/* Dates, documents and articles are written so that their code points are in order. */
static bool is_collated(KeyField field)
{
    return field != KEY_DATE && field != KEY_YEAR && field != KEY_DOCUMENT && field != KEY_ARTICLE;
}

/* ---- Sorting --------------------------------------------------------------------------------- */

typedef struct {
    const uint32_t *groups;
    const Columns *columns;
    uint32_t *const *ranks; /* of each column's labels */
    const uint32_t *none;   /* the rank of the empty label, UINT32_MAX where there is none */
} Sorting;

static int compare_places(const void *left, const void *right, void *data)
{
    const Sorting *sorting = data;
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    if (sorting->groups && sorting->groups[a] != sorting->groups[b])
        return sorting->groups[a] < sorting->groups[b] ? -1 : 1;
    for (size_t i = 0; i < sorting->columns->length; i++) {
        const Column *column = &sorting->columns->items[i];
        uint32_t one = sorting->ranks[i][column->values[a]], other = sorting->ranks[i][column->values[b]];
        if (one == other)
            continue;
        /* What has no value is last either way round. */
        bool is_turned = column->key.is_reversed && one != sorting->none[i] && other != sorting->none[i];
        return (one < other) != is_turned ? -1 : 1;
    }
    return (a > b) - (a < b);
}

uint32_t *column_rank(const Column *column, TifaCollation collation, GError **error)
{
    g_autoptr(Collator) collator =
        collator_new(is_collated(column->key.field) ? collation : TIFA_COLLATION_CODEPOINT, error);
    return collator ? labels_rank(&column->labels, collator) : NULL;
}

static uint32_t rank_of_none(const Column *column, const uint32_t *ranks)
{
    size_t length = 1;
    for (uint32_t label = 0; label < labels_count(&column->labels); label++) {
        labels_get(&column->labels, label, &length);
        if (length == 0)
            return ranks[label];
    }
    return UINT32_MAX;
}

uint32_t *order_sort(size_t count, const uint32_t *groups, const Columns *columns, TifaCollation collation,
                     GError **error)
{
    uint32_t **ranks = g_new0(uint32_t *, columns->length + 1);
    g_autofree uint32_t *none = g_new(uint32_t, columns->length + 1);
    uint32_t *order = NULL;
    bool is_ranked = true;
    for (size_t i = 0; is_ranked && i < columns->length; i++) {
        ranks[i] = column_rank(&columns->items[i], collation, error);
        is_ranked = ranks[i] != NULL;
        none[i] = is_ranked ? rank_of_none(&columns->items[i], ranks[i]) : 0;
    }
    if (is_ranked) {
        order = g_new(uint32_t, count + 1);
        for (uint32_t i = 0; i < count; i++)
            order[i] = i;
        Sorting sorting = {groups, columns, ranks, none};
        g_qsort_with_data(order, (int)count, sizeof *order, compare_places, &sorting);
    }
    for (size_t i = 0; i < columns->length; i++)
        g_free(ranks[i]);
    g_free(ranks);
    return order;
}
