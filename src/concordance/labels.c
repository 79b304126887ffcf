#include "concordance/labels.h"

#include <string.h>

void labels_clear(Labels *labels)
{
    g_clear_pointer(&labels->terms, terms_free);
    array_clear(&labels->places);
}

uint32_t labels_add(Labels *labels, const char *text, size_t length)
{
    if (!labels->terms)
        labels->terms = terms_new();
    TermSlot *slot = terms_find(labels->terms, text, length);
    if (slot->id)
        return slot->id - 1;
    uint32_t start = (uint32_t)labels->terms->text.length;
    terms_take(labels->terms, slot, text, (uint32_t)labels->places.length + 1);
    array_push(&labels->places, ((TifaSpan){start, start + (uint32_t)length}));
    return (uint32_t)labels->places.length - 1;
}

const char *labels_get(const Labels *labels, uint32_t number, size_t *length)
{
    TifaSpan place = labels->places.items[number];
    *length = place.end - place.start;
    return *length ? labels->terms->text.items + place.start : "";
}

typedef struct {
    uint32_t number;
    GBytes *key; /* NULL: the empty string */
} RankedLabel;

static int compare_labels(const void *left, const void *right)
{
    const RankedLabel *a = left, *b = right;
    if (!a->key || !b->key)
        return !a->key - !b->key;
    return g_bytes_compare(a->key, b->key);
}

uint32_t *labels_rank(const Labels *labels, const Collator *collator)
{
    size_t count = labels->places.length;
    RankedLabel *ranked = g_new(RankedLabel, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        size_t length;
        const char *text = labels_get(labels, i, &length);
        ranked[i] = (RankedLabel){i, length ? collator_key(collator, text, length) : NULL};
    }
    qsort(ranked, count, sizeof *ranked, compare_labels);
    uint32_t *ranks = g_new(uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        ranks[ranked[i].number] = i;
        g_clear_pointer(&ranked[i].key, g_bytes_unref);
    }
    g_free(ranked);
    return ranks;
}
