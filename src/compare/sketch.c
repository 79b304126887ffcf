/* sketch.c - near-duplicates told from a small sketch of each text (bottom-k sampling of shingles). */
#include "compare/normal.h"

#include <string.h>

enum { RUN = 8 }; /* characters */

static uint64_t mix(uint64_t value)
{
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
    value = (value ^ value >> 27) * 0x94D049BB133111EBu;
    return value ^ value >> 31;
}

static int compare_values(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

/* The smallest values so far, with those that have come since they were last sorted. */
typedef struct {
    uint64_t values[2 * TIFA_SKETCH_SIZE];
    size_t length;
    uint64_t limit; /* greater ones are none of them */
} Smallest;

/* Sorts them, drops repeated ones, and leaves as many as a sketch has. */
static void sift(Smallest *smallest)
{
    qsort(smallest->values, smallest->length, sizeof *smallest->values, compare_values);
    size_t kept = 0;
    for (size_t i = 0; i < smallest->length && kept < TIFA_SKETCH_SIZE; i++)
        if (kept == 0 || smallest->values[kept - 1] != smallest->values[i])
            smallest->values[kept++] = smallest->values[i];
    smallest->length = kept;
    if (kept == TIFA_SKETCH_SIZE)
        smallest->limit = smallest->values[kept - 1];
}

static void offer(Smallest *smallest, uint64_t value)
{
    if (value >= smallest->limit)
        return;
    smallest->values[smallest->length++] = value;
    if (smallest->length == G_N_ELEMENTS(smallest->values))
        sift(smallest);
}

/* Offers the hash of each run, rolled on from character to character. */
static void offer_runs(const gunichar *chars, size_t length, Smallest *smallest)
{
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t sum = 0, last = 1; /* the factor of the character that leaves the run */
    for (size_t i = 0; i < RUN; i++)
        last *= factor;
    for (size_t i = 0; i < length; i++) {
        sum = sum * factor + chars[i] - (i >= RUN ? chars[i - RUN] * last : 0);
        if (i + 1 >= RUN || i + 1 == length)
            offer(smallest, mix(sum));
    }
}

void tifa_document_sketch(const TifaDocument *document, TifaSketch *sketch)
{
    NormalText normal = {0};
    size_t length;
    const char *text = tifa_document_text(document, &length);
    normal_add(&normal, text, length);
    Smallest smallest = {.limit = UINT64_MAX};
    offer_runs(normal.items, normal.length, &smallest);
    sift(&smallest);
    *sketch = (TifaSketch){.length = smallest.length};
    memcpy(sketch->values, smallest.values, smallest.length * sizeof *smallest.values);
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
