/* comparison.h - what a comparison consists of, for the files of this room. */
#pragma once

#include "compare/script.h"
#include "compare/units.h"

struct TifaComparison {
    Side before, after;
    struct {
        TifaChange *items;
        size_t length, capacity;
    } changes;
    Edits edits;
    bool by_articles;
};
