/* sketch.c - near-duplicates told from a small sketch of each text (bottom-k sampling of shingles). */
#include "compare/normal.h"

enum { RUN = 8 }; /* characters */

static uint64_t mix(uint64_t value)
{
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
    value = (value ^ value >> 27) * 0x94D049BB133111EBu;
    return value ^ value >> 31;
}

static uint64_t hash_run(const gunichar *chars, size_t length)
{
    uint64_t hash = length;
    for (size_t i = 0; i < length; i++)
        hash = mix(hash ^ chars[i]) + i;
    return hash;
}

static int compare_values(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

/* Keeps the smallest values, each once. */
static void keep_smallest(uint64_t *values, size_t count, TifaSketch *sketch)
{
    qsort(values, count, sizeof *values, compare_values);
    sketch->length = 0;
    for (size_t i = 0; i < count && sketch->length < TIFA_SKETCH_SIZE; i++)
        if (sketch->length == 0 || sketch->values[sketch->length - 1] != values[i])
            sketch->values[sketch->length++] = values[i];
}

void tifa_document_sketch(const TifaDocument *document, TifaSketch *sketch)
{
    NormalText normal = {0};
    size_t length;
    const char *text = tifa_document_text(document, &length);
    normal_add(&normal, text, length);
    size_t count = normal.length >= RUN ? normal.length - RUN + 1 : normal.length > 0;
    g_autofree uint64_t *values = g_new(uint64_t, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = hash_run(normal.items + i, MIN((size_t)RUN, normal.length));
    *sketch = (TifaSketch){0};
    keep_smallest(values, count, sketch);
    array_clear(&normal);
}

/* Of the smallest values of both together, the share that both have. */
double tifa_sketch_likeness(const TifaSketch *left, const TifaSketch *right)
{
    size_t all = 0, common = 0;
    for (size_t i = 0, j = 0; all < TIFA_SKETCH_SIZE && (i < left->length || j < right->length); all++) {
        bool has_left = i < left->length && (j == right->length || left->values[i] <= right->values[j]);
        bool has_right = j < right->length && (i == left->length || right->values[j] <= left->values[i]);
        common += has_left && has_right;
        i += has_left;
        j += has_right;
    }
    return all > 0 ? (double)common / (double)all : 0;
}
