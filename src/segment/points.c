#include "segment/points.h"

#include <string.h>

/* Four rows side by side, or of each the weights of two tags in lanes of 16 bits. The first and third tag are
 * added up in one such plane, the second and fourth in another. */
typedef uint16_t Lanes __attribute__((vector_size(16)));
typedef uint32_t Rows __attribute__((vector_size(16)));

typedef struct {
    Lanes even, odd;
} Planes;

static inline void add(Planes *planes, Lanes rows)
{
    planes->even += rows & 0xFF;
    planes->odd += rows >> 8;
}

/* Four rows in a row. */
static inline Lanes load(const uint32_t *rows)
{
    Lanes lanes;
    memcpy(&lanes, rows, sizeof lanes);
    return lanes;
}

/* Four rows from four places. */
static inline Lanes gather(const uint32_t *a, const uint32_t *b, const uint32_t *c, const uint32_t *d)
{
    return (Lanes)(Rows){*a, *b, *c, *d};
}

static inline Lanes shifted(Lanes lanes)
{
    return (Lanes)__builtin_shufflevector((Rows)lanes, (Rows){0}, 1, 2, 3, 4);
}

/* The sum of the four rows in each plane, in its first two lanes. */
static inline uint32_t sum(Lanes plane)
{
    plane += (Lanes)__builtin_shufflevector((Rows)plane, (Rows)plane, 2, 3, 0, 1);
    plane += (Lanes)__builtin_shufflevector((Rows)plane, (Rows)plane, 1, 0, 3, 2);
    return ((Rows)plane)[0];
}

static inline const uint32_t *character_rows(const Model *model, const ModelView *view, size_t i)
{
    return model->index.table + model_character_words() + view->numbers[i] * (size_t)MODEL_CHARACTER_ROWS;
}

/* What is said of unit i alone, and what the second unit before it says. */
static inline Planes add_own(const Model *model, const ModelView *view, size_t i)
{
    const uint32_t *table = model->index.table;
    const Listed *here = &view->listed[i];
    ListedRows listed = listed_rows(here);
    const uint32_t *own = character_rows(model, view, i + MODEL_PADDING) + MODEL_NEAR_ROWS - 1;
    const uint32_t *second = character_rows(model, view, i) + MODEL_NEAR_ROWS - 1;
    Planes planes = {{0}, {0}};
    add(&planes,
        gather(second, table + view->around[i + 1], own + here->begin, own + LISTED_LENGTHS + here->inside));
    add(&planes, gather(own + 2 * LISTED_LENGTHS + here->end, table + listed.shape, table + listed.joint,
                        table + listed.rank));
    add(&planes, gather(table + listed.begins, table + listed.meeting, table + listed.over, table + listed.parted));
    return planes;
}

/* A window of four units goes along the run, so that the rows of a character and of the pair that ends with
 * it, which speak of the two units before it, itself and the one behind, are loaded once. */
void points_add_up(const Model *model, const ModelView *view, size_t count, Points *points)
{
    enum { AHEAD = 2 * MODEL_PADDING };
    Planes window = {{0}, {0}};
    for (size_t i = 1; i < count + AHEAD; i++) {
        add(&window, load(character_rows(model, view, i)));
        add(&window, load(model->index.table + view->adjacent[i - 1]));
        if (i >= AHEAD) {
            Planes own = add_own(model, view, i - AHEAD);
            uint32_t even = sum(own.even) + ((Rows)window.even)[0];
            uint32_t odd = sum(own.odd) + ((Rows)window.odd)[0];
            points[i - AHEAD] = (Points){{(int32_t)(even & 0xFFFF), (int32_t)(odd & 0xFFFF),
                                          (int32_t)(even >> 16), (int32_t)(odd >> 16)}};
        }
        window = (Planes){shifted(window.even), shifted(window.odd)};
    }
}
