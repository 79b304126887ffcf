#include "concordance/labels.h"

#include <string.h>

void labels_clear(Labels *labels)
{
    g_clear_pointer(&labels->terms, terms_free);
}

uint32_t labels_add(Labels *labels, const char *text, size_t length)
{
    if (!labels->terms)
        labels->terms = terms_new();
    return terms_find(labels->terms, text, length);
}

size_t labels_count(const Labels *labels)
{
    return labels->terms ? labels->terms->terms.length : 0;
}

const char *labels_get(const Labels *labels, uint32_t number, size_t *length)
{
    const Term *term = &labels->terms->terms.items[number];
    *length = term->length;
    return labels->terms->text.items + term->start;
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
    size_t count = labels_count(labels);
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
