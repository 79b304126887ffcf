/* places.h - all places of a sequence of symbols in the order of what follows them, to count repeated
 * phrases.
 *
 * Symbol 0 is a break: no phrase runs across it. Two places that agree for `depth` symbols are taken as
 * equal.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The places of all symbols that are no breaks, sorted; *count gets their number. Free with g_free(). */
uint32_t *places_sort(const uint16_t *symbols, size_t length, unsigned depth, size_t *count);

/* How many symbols two places have in common, at most `depth`. */
unsigned places_common(const uint16_t *symbols, uint32_t one, uint32_t other, unsigned depth);

/* Number of places where the `length` symbols at `phrase` stand. */
size_t places_count(const uint16_t *symbols, const uint32_t *places, size_t count, const uint16_t *phrase,
                    unsigned length);

/* Receives a phrase that is followed by different symbols or breaks: the sorted places first..end-1 begin
 * with it. */
typedef void (*PhraseFound)(void *user, size_t first, size_t end, unsigned length);

/* Calls `found` for every such phrase of 2 to `depth` symbols that stands at least at `least` places. */
void places_phrases(const uint16_t *symbols, const uint32_t *places, size_t count, unsigned depth,
                    size_t least, PhraseFound found, void *user);
