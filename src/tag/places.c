#include "tag/places.h"

#include "base/array.h"
#include <glib.h>
#include <stdbool.h>

/* ---- Sorting --------------------------------------------------------------------------------- */

typedef struct {
    const uint16_t *symbols;
    unsigned depth;
    uint64_t random; /* for pivots: the same every time, yet no text can be written against it by accident */
} Sorting;

static inline void swap(uint32_t *places, size_t i, size_t j)
{
    uint32_t place = places[i];
    places[i] = places[j];
    places[j] = place;
}

static uint16_t pick_pivot(Sorting *sorting, const uint32_t *places, size_t count, unsigned at)
{
    sorting->random = sorting->random * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return sorting->symbols[places[(sorting->random >> 33) % count] + at];
}

/* Sorts places that agree in their first `at` symbols, none of which is a break. */
static void sort(Sorting *sorting, uint32_t *places, size_t count, unsigned at)
{
    while (count > 1 && at < sorting->depth) {
        uint16_t pivot = pick_pivot(sorting, places, count, at);
        size_t less = 0, same = 0, more = count; /* ..less.. ..same.. ..unknown.. ..more.. */
        while (same < more) {
            uint16_t symbol = sorting->symbols[places[same] + at];
            if (symbol < pivot)
                swap(places, less++, same++);
            else if (symbol > pivot)
                swap(places, same, --more);
            else
                same++;
        }
        sort(sorting, places, less, at);
        sort(sorting, places + more, count - more, at);
        if (pivot == 0)
            return;
        places += less;
        count = more - less;
        at++;
    }
}

uint32_t *places_sort(const uint16_t *symbols, size_t length, unsigned depth, size_t *count)
{
    /* By the first symbol all at once, then each part by itself. */
    g_autofree size_t *starts = g_new0(size_t, 0x10001);
    for (size_t i = 0; i < length; i++)
        starts[symbols[i] + 1]++;
    *count = length - starts[1];
    starts[1] = 0;
    for (size_t symbol = 1; symbol <= 0x10000; symbol++)
        starts[symbol] += starts[symbol - 1];
    uint32_t *places = g_new(uint32_t, *count + 1);
    for (size_t i = 0; i < length; i++)
        if (symbols[i])
            places[starts[symbols[i]]++] = (uint32_t)i;
    Sorting sorting = {symbols, depth, 1};
    size_t first = 0;
    for (size_t symbol = 1; symbol < 0x10000; symbol++) {
        sort(&sorting, places + first, starts[symbol] - first, 1);
        first = starts[symbol];
    }
    return places;
}

/* ---- Counting -------------------------------------------------------------------------------- */

unsigned places_common(const uint16_t *symbols, uint32_t one, uint32_t other, unsigned depth)
{
    unsigned common = 0;
    while (common < depth && symbols[one + common] && symbols[one + common] == symbols[other + common])
        common++;
    return common;
}

/* Whether the symbols at a place are before a phrase, or, with `also_same`, the same as it. */
static bool is_before(const uint16_t *symbols, const uint16_t *phrase, unsigned length, bool also_same)
{
    for (unsigned i = 0; i < length; i++)
        if (symbols[i] != phrase[i])
            return symbols[i] < phrase[i];
    return also_same;
}

static size_t find_bound(const uint16_t *symbols, const uint32_t *places, size_t count,
                         const uint16_t *phrase, unsigned length, bool also_same)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (is_before(symbols + places[middle], phrase, length, also_same))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t places_count(const uint16_t *symbols, const uint32_t *places, size_t count, const uint16_t *phrase,
                    unsigned length)
{
    size_t first = find_bound(symbols, places, count, phrase, length, false);
    return find_bound(symbols, places, count, phrase, length, true) - first;
}

/* ---- Phrases --------------------------------------------------------------------------------- */

typedef struct {
    size_t first;
    unsigned length;
} Open;

/* Phrases whose places have begun, the shortest first. */
typedef ARRAY(Open) OpenPhrases;

/* Ends, at the sorted place `end`, all phrases longer than `common`; returns where the last of them began. */
static size_t end_phrases(OpenPhrases *open, size_t end, unsigned common, size_t least, PhraseFound found,
                          void *user)
{
    size_t first = end - 1;
    while (open->length > 0 && array_last(open).length > common) {
        Open phrase = array_last(open);
        open->length--;
        first = phrase.first;
        if (end - first >= least && phrase.length >= 2)
            found(user, first, end, phrase.length);
    }
    return first;
}

void places_phrases(const uint16_t *symbols, const uint32_t *places, size_t count, unsigned depth,
                    size_t least, PhraseFound found, void *user)
{
    OpenPhrases open = {0};
    for (size_t i = 1; i <= count; i++) {
        unsigned common = i < count ? places_common(symbols, places[i - 1], places[i], depth) : 0;
        size_t first = end_phrases(&open, i, common, least, found, user);
        if (common > 0 && (open.length == 0 || array_last(&open).length < common))
            array_push(&open, ((Open){first, common}));
    }
    array_clear(&open);
}
