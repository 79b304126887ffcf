/* random.h - numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood,
 * Fast splittable pseudorandom number generators, OOPSLA 2014). A result that rests on them names its seed.
 */
#pragma once

#include <stdint.h>

typedef struct {
    uint64_t state;
} Random;

static inline Random random_new(uint64_t seed)
{
    return (Random){seed};
}

/* 64 random bits. */
static inline uint64_t random_next(Random *random)
{
    uint64_t bits = random->state += UINT64_C(0x9E3779B97F4A7C15);
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return bits ^ (bits >> 31);
}

/* A number below `limit`, which is not 0, each as likely as any other (Lemire, Fast random integer generation
 * in an interval, 2019). */
uint32_t random_below(Random *random, uint32_t limit);
