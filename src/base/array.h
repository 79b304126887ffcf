/* array.h - growing arrays of values, typed by the struct they live in.
 *
 * Any struct { T *items; size_t length, capacity; } is an array of T. A zeroed one is empty and needs no
 * set-up; array_clear() frees it and makes it empty again. items may move whenever an item is pushed, so keep
 * an index, never a pointer, across a push. Running out of memory aborts, as everywhere in GLib.
 *
 *     ARRAY(TifaSpan) spans = {0};
 *     array_push(&spans, ((TifaSpan){3, 9}));
 *     array_clear(&spans);
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdlib.h>

#define ARRAY(T)                                                                                             \
    struct {                                                                                                 \
        T *items;                                                                                            \
        size_t length, capacity;                                                                             \
    }

/* Makes room for `extra` more items behind the present ones. */
#define array_reserve(array, extra)                                                                          \
    do {                                                                                                     \
        if ((array)->length + (extra) > (array)->capacity) {                                                 \
            (array)->capacity = MAX((array)->length + (extra), 2 * (array)->capacity + 8);                   \
            (array)->items = g_realloc_n((array)->items, (array)->capacity, sizeof *(array)->items);         \
        }                                                                                                    \
    } while (0)

/* Adds one item at the end. The value may read the array: it is taken before anything changes. */
#define array_push(array, ...)                                                                               \
    do {                                                                                                     \
        __typeof__(*(array)->items) array_pushed = (__VA_ARGS__);                                            \
        array_reserve(array, 1);                                                                             \
        (array)->items[(array)->length++] = array_pushed;                                                    \
    } while (0)

/* Frees the items; the array is empty again and may be used again. */
#define array_clear(array)                                                                                   \
    do {                                                                                                     \
        g_free((array)->items);                                                                              \
        (array)->items = NULL;                                                                               \
        (array)->length = (array)->capacity = 0;                                                             \
    } while (0)

/* The last item, as an lvalue; the array must not be empty. */
#define array_last(array) ((array)->items[(array)->length - 1])

/* Sorts the items; `order` is as for qsort(). */
#define array_sort(array, order)                                                                             \
    do {                                                                                                     \
        if ((array)->length > 1)                                                                             \
            qsort((array)->items, (array)->length, sizeof *(array)->items, order);                           \
    } while (0)
