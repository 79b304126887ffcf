#include "base/random.h"

/* The upper half of 32 random bits times the limit. Lower halves below 2^32 mod limit are thrown again: they
 * are what would make some numbers more likely. */
uint32_t random_below(Random *random, uint32_t limit)
{
    uint64_t product = (random_next(random) >> 32) * limit;
    if ((uint32_t)product < limit) {
        uint32_t unfair = -limit % limit;
        while ((uint32_t)product < unfair)
            product = (random_next(random) >> 32) * limit;
    }
    return (uint32_t)(product >> 32);
}
