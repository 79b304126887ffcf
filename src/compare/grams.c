#include "compare/grams.h"

#include <math.h>
#include <string.h>

enum {
    EDGE = 0xE001,    /* stands before the first and behind the last character of a side */
    RARE_TEXTS = 4,   /* a pair is rare that stands in no more texts, */
    RARE_PERCENT = 3, /* or in no more of a hundred */
    DIGIT_BITS = 8,   /* of an id, when ids are sorted */
    DIGIT_MASK = (1 << DIGIT_BITS) - 1,
};

/* Pairs are numbered as they are met, in an open-addressing table that is needed only then. */
typedef struct {
    uint64_t *keys; /* 0: free */
    uint32_t *ids;
    size_t mask, used;
} Table;

struct Grams {
    uint32_t *pairs[2]; /* of each side: the id of the pair that each character begins */
    size_t count;
    size_t most_rare; /* texts a rare pair stands in */
    uint32_t *spread; /* by id: in how many texts */
    double *weights;  /* by id */
};

/* ---- Numbering ------------------------------------------------------------------------------- */

static size_t slot_of(const Table *table, uint64_t key)
{
    size_t slot = (size_t)((key ^ key >> 29) * 0x9E3779B97F4A7C15u >> 20) & table->mask;
    while (table->keys[slot] && table->keys[slot] != key)
        slot = (slot + 1) & table->mask;
    return slot;
}

static void make_table(Table *table, size_t size)
{
    table->keys = g_new0(uint64_t, size);
    table->ids = g_new(uint32_t, size);
    table->mask = size - 1;
}

static void clear_table(Table *table)
{
    g_free(table->keys);
    g_free(table->ids);
}

/* Kept at most half full; it starts small because a law uses few of all pairs. */
static void grow_table(Table *table)
{
    Table larger = {.used = table->used};
    make_table(&larger, (table->mask + 1) * 4);
    for (size_t slot = 0; slot <= table->mask; slot++) {
        if (!table->keys[slot])
            continue;
        size_t place = slot_of(&larger, table->keys[slot]);
        larger.keys[place] = table->keys[slot];
        larger.ids[place] = table->ids[slot];
    }
    clear_table(table);
    *table = larger;
}

static uint32_t number_pair(Table *table, gunichar first, gunichar second)
{
    uint64_t key = (uint64_t)first << 32 | second;
    size_t slot = slot_of(table, key);
    if (!table->keys[slot]) {
        if (table->used * 2 > table->mask) {
            grow_table(table);
            slot = slot_of(table, key);
        }
        table->keys[slot] = key;
        table->ids[slot] = (uint32_t)table->used++;
    }
    return table->ids[slot];
}

static uint32_t *number_side(Table *table, GramChars side)
{
    uint32_t *pairs = g_new(uint32_t, side.length + 1);
    for (size_t i = 0; i < side.length; i++)
        pairs[i] = number_pair(table, side.chars[i], i + 1 < side.length ? side.chars[i + 1] : EDGE);
    return pairs;
}

/* Pairs that lie wholly in the text; of a text of one character, the pair it begins. */
static size_t pair_count(GramText text)
{
    return text.length > 1 ? text.length - 1 : text.length;
}

static void count_spread(Grams *grams, const GramText *texts, size_t count)
{
    grams->spread = g_new0(uint32_t, grams->count + 1);
    g_autofree uint32_t *last_text =
        g_new0(uint32_t, grams->count + 1); /* the last text, from 1, with the pair */
    for (size_t i = 0; i < count; i++) {
        const uint32_t *pairs = grams->pairs[texts[i].is_after] + texts[i].first;
        for (size_t j = 0; j < pair_count(texts[i]); j++) {
            grams->spread[pairs[j]] += last_text[pairs[j]] != i + 1;
            last_text[pairs[j]] = (uint32_t)(i + 1);
        }
    }
}

Grams *grams_new(GramChars before, GramChars after, const GramText *texts, size_t count)
{
    Table table = {0};
    make_table(&table, 4096);
    Grams *grams = g_new0(Grams, 1);
    grams->pairs[0] = number_side(&table, before);
    grams->pairs[1] = number_side(&table, after);
    grams->count = table.used;
    grams->most_rare = MAX(RARE_TEXTS, count * RARE_PERCENT / 100);
    clear_table(&table);
    count_spread(grams, texts, count);
    grams->weights = g_new(double, grams->count + 1);
    for (size_t id = 0; id < grams->count; id++)
        grams->weights[id] = log1p((double)count / MAX(grams->spread[id], 1));
    return grams;
}

void grams_free(Grams *grams)
{
    if (!grams)
        return;
    g_free(grams->pairs[0]);
    g_free(grams->pairs[1]);
    g_free(grams->spread);
    g_free(grams->weights);
    g_free(grams);
}

size_t grams_count(const Grams *grams)
{
    return grams->count;
}

double grams_weight(const Grams *grams, uint32_t id)
{
    return grams->weights[id];
}

/* ---- Bags ------------------------------------------------------------------------------------ */

/* Sorts by one digit after the other, from the last: `limit` tells how many there are. */
static void sort_ids(uint32_t *ids, size_t count, size_t limit)
{
    g_autofree uint32_t *spare = g_new(uint32_t, count);
    for (unsigned shift = 0; limit >> shift; shift += DIGIT_BITS) {
        size_t places[(1 << DIGIT_BITS) + 1] = {0};
        for (size_t i = 0; i < count; i++)
            places[(ids[i] >> shift & DIGIT_MASK) + 1]++;
        for (size_t digit = 1; digit <= DIGIT_MASK; digit++)
            places[digit] += places[digit - 1];
        for (size_t i = 0; i < count; i++)
            spare[places[ids[i] >> shift & DIGIT_MASK]++] = ids[i];
        memcpy(ids, spare, count * sizeof *ids);
    }
}

void grams_fill(const Grams *grams, GramText text, GramBag *bag)
{
    size_t count = pair_count(text);
    if (count == 0)
        return;
    g_autofree uint32_t *ids = g_memdup2(grams->pairs[text.is_after] + text.first, count * sizeof *ids);
    sort_ids(ids, count, grams->count);
    array_reserve(bag, count);
    for (size_t i = 0; i < count; i++) {
        bag->weight += grams->weights[ids[i]];
        if (bag->length > 0 && array_last(bag).id == ids[i])
            array_last(bag).count++;
        else
            array_push(bag, ((Gram){ids[i], 1}));
    }
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
