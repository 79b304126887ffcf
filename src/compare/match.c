#include "compare/match.h"

#include <string.h>

enum {
    CHAR_VALUE = 4,   /* of an equal character */
    CHANGE_COST = 10, /* of one more changed place: equal text of two characters is not worth it */
    MOST_CELLS =
        1 << 22, /* of one table; larger stretches are first divided at words that stand once in each */
    MOST_DIVISIONS = 32, /* of one stretch inside another */
};

/* A stretch of both sides. */
typedef struct {
    size_t before, before_end, after, after_end;
    int divisions; /* stretches around it */
} Stretch;

/* What is given all the way down. */
typedef struct {
    const Word *before, *after;
    WordPairs *pairs;
} Match;

static bool is_same(const Match *match, size_t before, size_t after)
{
    const Word *left = &match->before[before], *right = &match->after[after];
    return left->number == right->number && !left->is_elsewhere && !right->is_elsewhere;
}

static int32_t value_of(const Match *match, size_t before)
{
    return CHAR_VALUE * (int32_t)match->before[before].chars + 1;
}

static void pair_words(const Match *match, size_t before, size_t after)
{
    array_push(match->pairs, ((WordPair){(uint32_t)before, (uint32_t)after}));
}

/* ---- A table of all cells -------------------------------------------------------------------- */

/* The best score of a cell where its last words are the same (on) or are changed (off). */
typedef struct {
    int32_t on, off;
} Cell;

enum {
    ON_FROM_ON = 1,    /* how a cell was reached */
    OFF_FROM_ON = 2,   /* a change begins */
    OFF_FROM_LEFT = 4, /* else from above */
    IMPOSSIBLE = INT32_MIN / 2,
};

/* Fills one row of the table from the row before; `row` holds the old row and gets the new. */
static void fill_row(const Match *match, Stretch stretch, size_t before, Cell *row, uint8_t *steps)
{
    size_t width = stretch.after_end - stretch.after;
    Cell diagonal = row[0];
    row[0] = (Cell){IMPOSSIBLE, row[0].off};
    for (size_t j = 1; j <= width; j++) {
        Cell above = row[j], left = row[j - 1], cell = {IMPOSSIBLE, IMPOSSIBLE};
        uint8_t step = 0;
        if (is_same(match, before, stretch.after + j - 1)) {
            bool from_on = diagonal.on >= diagonal.off;
            cell.on = MAX(diagonal.on, diagonal.off) + value_of(match, before);
            step |= from_on ? ON_FROM_ON : 0;
        }
        int32_t begin = MAX(above.on, left.on) - CHANGE_COST, go_on = MAX(above.off, left.off);
        cell.off = MAX(begin, go_on);
        bool is_left = begin > go_on ? left.on > above.on : left.off > above.off;
        step |= (uint8_t)((begin > go_on ? OFF_FROM_ON : 0) | (is_left ? OFF_FROM_LEFT : 0));
        steps[j] = step;
        diagonal = above;
        row[j] = cell;
    }
}

static void trace(const Match *match, Stretch stretch, const uint8_t *steps, bool is_on)
{
    size_t width = stretch.after_end - stretch.after, first = match->pairs->length;
    size_t i = stretch.before_end - stretch.before, j = width;
    while (i > 0 && j > 0) {
        uint8_t step = steps[i * (width + 1) + j];
        if (is_on) {
            i--, j--;
            pair_words(match, stretch.before + i, stretch.after + j);
            is_on = (step & ON_FROM_ON) != 0;
        } else {
            *(step & OFF_FROM_LEFT ? &j : &i) -= 1;
            is_on = (step & OFF_FROM_ON) != 0;
        }
    }
    for (size_t k = first, l = match->pairs->length; k + 1 < l; k++, l--) {
        WordPair pair = match->pairs->items[k];
        match->pairs->items[k] = match->pairs->items[l - 1];
        match->pairs->items[l - 1] = pair;
    }
}

static void match_by_table(const Match *match, Stretch stretch)
{
    size_t width = stretch.after_end - stretch.after, height = stretch.before_end - stretch.before;
    g_autofree Cell *row = g_new(Cell, width + 1);
    g_autofree uint8_t *steps = g_malloc0((height + 1) * (width + 1));
    for (size_t j = 0; j <= width; j++)
        row[j] = (Cell){IMPOSSIBLE, 0};
    for (size_t j = 1; j <= width; j++)
        steps[j] = OFF_FROM_LEFT;
    for (size_t i = 1; i <= height; i++)
        fill_row(match, stretch, stretch.before + i - 1, row, steps + i * (width + 1));
    trace(match, stretch, steps, row[width].on > row[width].off);
}

/* ---- Dividing what is too large for a table -------------------------------------------------- */

/* How often a word's number stands in a stretch, and where last. */
typedef struct {
    uint32_t before_count, after_count;
    size_t before, after;
} Place;

static GHashTable *count_words(const Match *match, Stretch stretch)
{
    GHashTable *places = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (size_t i = stretch.before; i < stretch.before_end; i++) {
        gpointer key = GUINT_TO_POINTER(match->before[i].number);
        Place *place = g_hash_table_lookup(places, key);
        if (!place)
            g_hash_table_insert(places, key, place = g_new0(Place, 1));
        place->before_count++;
        place->before = i;
    }
    for (size_t i = stretch.after; i < stretch.after_end; i++) {
        Place *place = g_hash_table_lookup(places, GUINT_TO_POINTER(match->after[i].number));
        if (place) {
            place->after_count++;
            place->after = i;
        }
    }
    return places;
}

/* The words that stand once in both stretches and are the same, in the order of the old text. */
static void find_unique(const Match *match, Stretch stretch, WordPairs *unique)
{
    g_autoptr(GHashTable) places = count_words(match, stretch);
    for (size_t i = stretch.before; i < stretch.before_end; i++) {
        const Place *place = g_hash_table_lookup(places, GUINT_TO_POINTER(match->before[i].number));
        if (place->before_count == 1 && place->after_count == 1 && is_same(match, i, place->after))
            array_push(unique, ((WordPair){(uint32_t)i, (uint32_t)place->after}));
    }
}

/* How many of the runs found so far, by the pair each ends with, end before `after` in the new text. */
static size_t count_shorter(const WordPairs *pairs, const size_t *tails, size_t count, uint32_t after)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (pairs->items[tails[middle]].after < after)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Keeps of the pairs the longest run that ascends on both sides (patience). */
static void keep_longest_run(WordPairs *pairs)
{
    g_autofree size_t *tails = g_new(size_t, pairs->length + 1);
    g_autofree size_t *previous = g_new(size_t, pairs->length + 1);
    size_t longest = 0;
    for (size_t i = 0; i < pairs->length; i++) {
        size_t length = count_shorter(pairs, tails, longest, pairs->items[i].after);
        previous[i] = length > 0 ? tails[length - 1] : 0;
        tails[length] = i;
        longest = MAX(longest, length + 1);
    }
    for (size_t k = longest, place = longest > 0 ? tails[longest - 1] : 0; k-- > 0; place = previous[place])
        tails[k] = place;
    for (size_t k = 0; k < longest; k++)
        pairs->items[k] = pairs->items[tails[k]];
    pairs->length = longest;
}

static void match_stretch(const Match *match, Stretch stretch);

/* Matches what lies between the anchors; without any, the stretches have nothing clear in common. */
static void match_by_anchors(const Match *match, Stretch stretch)
{
    WordPairs anchors = {0};
    find_unique(match, stretch, &anchors);
    keep_longest_run(&anchors);
    Stretch rest = stretch;
    rest.divisions++;
    for (size_t i = 0; i < anchors.length; i++) {
        WordPair anchor = anchors.items[i];
        match_stretch(match,
                      (Stretch){rest.before, anchor.before, rest.after, anchor.after, stretch.divisions + 1});
        pair_words(match, anchor.before, anchor.after);
        rest.before = anchor.before + 1;
        rest.after = anchor.after + 1;
    }
    if (anchors.length > 0)
        match_stretch(match, rest);
    array_clear(&anchors);
}

/* ---- One stretch ----------------------------------------------------------------------------- */

static void match_stretch(const Match *match, Stretch stretch)
{
    while (stretch.before < stretch.before_end && stretch.after < stretch.after_end &&
           is_same(match, stretch.before, stretch.after))
        pair_words(match, stretch.before++, stretch.after++);
    size_t tail = 0;
    while (stretch.before < stretch.before_end && stretch.after < stretch.after_end &&
           is_same(match, stretch.before_end - 1, stretch.after_end - 1)) {
        stretch.before_end--;
        stretch.after_end--;
        tail++;
    }
    size_t height = stretch.before_end - stretch.before, width = stretch.after_end - stretch.after;
    if (height > 0 && width > 0) {
        if (height <= MOST_CELLS / (width + 1))
            match_by_table(match, stretch);
        else if (stretch.divisions < MOST_DIVISIONS)
            match_by_anchors(match, stretch);
    }
    for (size_t i = 0; i < tail; i++)
        pair_words(match, stretch.before_end + i, stretch.after_end + i);
}

void match_words(const Words *before, const Words *after, WordPairs *pairs)
{
    Match match = {before->items, after->items, pairs};
    match_stretch(&match, (Stretch){0, before->length, 0, after->length, 0});
}
