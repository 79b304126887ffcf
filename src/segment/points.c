#include "segment/points.h"

#include <string.h>

/* Two units with the points of their four tags. */
typedef uint16_t Pair __attribute__((vector_size(16)));
typedef uint8_t PairBytes __attribute__((vector_size(8)));
typedef uint16_t Single __attribute__((vector_size(8)));

/* Two rows in a row. */
static inline Pair load_pair(const uint32_t *rows)
{
    PairBytes bytes;
    memcpy(&bytes, rows, sizeof bytes);
    return __builtin_convertvector(bytes, Pair);
}

/* Two rows from two places. */
static inline Pair gather(const uint32_t *one, const uint32_t *other)
{
    uint32_t rows[] = {*one, *other};
    return load_pair(rows);
}

/* What is known so far of four units in a row. */
typedef struct {
    Pair first, last;
} Window;

/* Adds what a character and the pair that ends with it say of the two units before it, itself and the one
 * behind; in the window these are the four units up to the one behind it. */
static inline void add_near(Window *window, const uint32_t *character, const uint32_t *adjacent)
{
    window->first += load_pair(character) + load_pair(adjacent);
    window->last += load_pair(character + 2) + load_pair(adjacent + 2);
}

static inline void move_on(Window *window)
{
    window->first = __builtin_shufflevector(window->first, window->last, 4, 5, 6, 7, 8, 9, 10, 11);
    window->last = __builtin_shufflevector(window->last, (Pair){0}, 4, 5, 6, 7, 8, 9, 10, 11);
}

/* What is said of unit i alone, and what the second unit before it says. */
static inline Pair add_own(const Model *model, const ModelView *view, size_t i)
{
    const uint32_t *table = model->index.table, *characters = table + model_character_words();
    const Listed *here = &view->listed[i];
    ListedRows listed = listed_rows(here);
    const uint32_t *own =
        characters + view->numbers[i + MODEL_PADDING] * MODEL_CHARACTER_ROWS + MODEL_NEAR_ROWS - 1;
    const uint32_t *second = characters + view->numbers[i] * MODEL_CHARACTER_ROWS + MODEL_NEAR_ROWS - 1;
    return gather(second, table + view->around[i + 1]) +
           gather(own + here->begin, own + LISTED_LENGTHS + here->inside) +
           gather(own + 2 * LISTED_LENGTHS + here->end, table + listed.shape) +
           gather(table + listed.joint, table + listed.rank) +
           gather(table + listed.begins, table + listed.meeting);
}

/* The points of the window's first unit, to which those in both halves of `own` come. */
static inline Points finish(const Window *window, Pair own)
{
    Pair both = own + __builtin_shufflevector(own, own, 4, 5, 6, 7, 0, 1, 2, 3) + window->first;
    Single tags = __builtin_shufflevector(both, both, 0, 1, 2, 3);
    return (Points){.lanes = __builtin_convertvector(tags, TagLanes)};
}

/* A window goes along the run, so that every row is loaded once, with its neighbours. */
void points_add_up(const Model *model, const ModelView *view, size_t count, Points *points)
{
    enum { AHEAD = 2 * MODEL_PADDING };
    const uint32_t *table = model->index.table, *characters = table + model_character_words();
    Window window = {{0}, {0}};
    for (size_t i = 0; i < count + AHEAD; i++) {
        if (i == 0)
            continue; /* speaks of the first unit only by way of add_own() */
        add_near(&window, characters + view->numbers[i] * MODEL_CHARACTER_ROWS,
                 table + view->adjacent[i - 1]);
        if (i >= AHEAD)
            points[i - AHEAD] = finish(&window, add_own(model, view, i - AHEAD));
        move_on(&window);
    }
}
