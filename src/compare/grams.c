#include "compare/grams.h"

#include <math.h>
#include <string.h>

enum {
    EDGE = 0xE001,    /* stands before the first and behind the last character */
    SHORT_TEXT = 8,   /* only of short texts the edges count: they have few pairs otherwise */
    RARE_TEXTS = 4,   /* a pair is rare that stands in no more texts, */
    RARE_PERCENT = 3, /* or in no more of a hundred */
};

/* An open-addressing table from a pair to its id. */
struct Grams {
    uint64_t *keys; /* 0: free */
    uint32_t *ids;
    size_t mask, used;
    size_t most_rare; /* texts a rare pair stands in */
    uint32_t *spread; /* by id: in how many texts */
    double *weights;  /* by id */
};

/* ---- The table ---------------------------------------------------------------------------------------- */

static uint64_t key_of(gunichar first, gunichar second)
{
    return (uint64_t)first << 32 | second;
}

static size_t slot_of(const Grams *grams, uint64_t key)
{
    size_t slot = (size_t)((key ^ key >> 29) * 0x9E3779B97F4A7C15u >> 20) & grams->mask;
    while (grams->keys[slot] && grams->keys[slot] != key)
        slot = (slot + 1) & grams->mask;
    return slot;
}

static uint32_t intern(Grams *grams, uint64_t key)
{
    size_t slot = slot_of(grams, key);
    if (!grams->keys[slot]) {
        grams->keys[slot] = key;
        grams->ids[slot] = (uint32_t)grams->used++;
    }
    return grams->ids[slot];
}

/* ---- Pairs of a text ---------------------------------------------------------------------------------- */

/* Number of pairs; pair_at() gives each. */
static size_t pair_count(GramText text)
{
    if (text.length == 0)
        return 0;
    return text.length < SHORT_TEXT ? text.length + 1 : text.length - 1;
}

static uint64_t pair_at(GramText text, size_t i)
{
    if (text.length >= SHORT_TEXT)
        return key_of(text.chars[i], text.chars[i + 1]);
    return key_of(i == 0 ? EDGE : text.chars[i - 1], i == text.length ? EDGE : text.chars[i]);
}

static void count_spread(Grams *grams, const GramText *texts, size_t count, size_t pairs)
{
    grams->spread = g_new0(uint32_t, pairs + 1);
    g_autofree uint32_t *last_text =
        g_new0(uint32_t, pairs + 1); /* the last text, from 1, that had the pair */
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < pair_count(texts[i]); j++) {
            uint32_t id = intern(grams, pair_at(texts[i], j));
            grams->spread[id] += last_text[id] != i + 1;
            last_text[id] = (uint32_t)(i + 1);
        }
    }
}

Grams *grams_new(const GramText *texts, size_t count)
{
    size_t pairs = 0, size = 64;
    for (size_t i = 0; i < count; i++)
        pairs += pair_count(texts[i]);
    while (size < pairs * 2)
        size *= 2;
    Grams *grams = g_new0(Grams, 1);
    grams->keys = g_new0(uint64_t, size);
    grams->ids = g_new(uint32_t, size);
    grams->mask = size - 1;
    grams->most_rare = MAX(RARE_TEXTS, count * RARE_PERCENT / 100);
    count_spread(grams, texts, count, pairs);
    grams->weights = g_new(double, grams->used + 1);
    for (size_t id = 0; id < grams->used; id++)
        grams->weights[id] = log(1 + (double)count / grams->spread[id]);
    return grams;
}

void grams_free(Grams *grams)
{
    if (!grams)
        return;
    g_free(grams->keys);
    g_free(grams->ids);
    g_free(grams->spread);
    g_free(grams->weights);
    g_free(grams);
}

size_t grams_count(const Grams *grams)
{
    return grams->used;
}

double grams_weight(const Grams *grams, uint32_t id)
{
    return grams->weights[id];
}

/* ---- Bags --------------------------------------------------------------------------------------------- */

static int compare_grams(const void *left, const void *right)
{
    uint32_t a = ((const Gram *)left)->id, b = ((const Gram *)right)->id;
    return (a > b) - (a < b);
}

void grams_fill(const Grams *grams, GramText text, GramBag *bag)
{
    size_t pairs = pair_count(text);
    array_reserve(bag, pairs);
    for (size_t i = 0; i < pairs; i++) {
        size_t slot = slot_of(grams, pair_at(text, i));
        if (grams->keys[slot]) /* the pairs at the edges of a short part may be new */
            array_push(bag, ((Gram){grams->ids[slot], 1}));
    }
    array_sort(bag, compare_grams);
    size_t kept = 0;
    for (size_t i = 0; i < bag->length; i++) {
        bag->weight += grams->weights[bag->items[i].id];
        if (kept > 0 && bag->items[kept - 1].id == bag->items[i].id)
            bag->items[kept - 1].count++;
        else
            bag->items[kept++] = bag->items[i];
    }
    bag->length = kept;
}

/* What two bags share: all of it, and the part of rare pairs. */
typedef struct {
    double all, rare;
} Shared;

static Shared share(const Grams *grams, const GramBag *left, const GramBag *right)
{
    Shared shared = {0, 0};
    for (size_t i = 0, j = 0; i < left->length && j < right->length;) {
        const Gram *a = &left->items[i], *b = &right->items[j];
        if (a->id == b->id) {
            double weight = grams->weights[a->id] * MIN(a->count, b->count);
            shared.all += weight;
            shared.rare += grams->spread[a->id] <= grams->most_rare ? weight : 0;
        }
        i += a->id <= b->id;
        j += b->id <= a->id;
    }
    return shared;
}

double grams_shared(const Grams *grams, const GramBag *left, const GramBag *right)
{
    return share(grams, left, right).all;
}

double grams_rare_share(const Grams *grams, const GramBag *left, const GramBag *right)
{
    Shared shared = share(grams, left, right);
    return shared.all > 0 ? shared.rare / shared.all : 0;
}

double grams_likeness(double shared, double left_weight, double right_weight)
{
    double least = MIN(left_weight, right_weight);
    if (least <= 0)
        return 0;
    return shared / (left_weight + right_weight) + shared / least / 2;
}
