#include "concordance/sample.h"

#include "base/random.h"

uint64_t sample_lot(uint64_t seed, int64_t document, uint32_t start)
{
    Random by_seed = random_new(seed);
    Random by_place = random_new(random_next(&by_seed) ^ ((uint64_t)document << 32 | start));
    return random_next(&by_place);
}

static int compare_spots(const Spot *a, const Spot *b)
{
    if (a->passage != b->passage)
        return a->passage < b->passage ? -1 : 1;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static int by_lot(const void *left, const void *right)
{
    const Drawn *a = left, *b = right;
    return a->lot != b->lot ? (a->lot < b->lot ? -1 : 1) : compare_spots(&a->spot, &b->spot);
}

static int by_place(const void *left, const void *right)
{
    return compare_spots(left, right);
}

/* Keeps the lowest lots. */
static void thin_out(Sample *sample)
{
    array_sort(&sample->drawn, by_lot);
    if (sample->drawn.length > sample->size)
        sample->drawn.length = sample->size;
}

void sample_offer(Sample *sample, uint64_t lot, const Spot *spot)
{
    if (sample->drawn.length == 2 * sample->size)
        thin_out(sample);
    array_push(&sample->drawn, ((Drawn){lot, *spot}));
}

void sample_take(Sample *sample, Spots *spots)
{
    thin_out(sample);
    for (size_t i = 0; i < sample->drawn.length; i++)
        array_push(spots, sample->drawn.items[i].spot);
    array_clear(&sample->drawn);
    array_sort(spots, by_place);
}
