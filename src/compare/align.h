/* align.h - which unit of the new text comes from which unit of the old.
 *
 * First the heaviest chain of pairs that keeps the order (an article is most often where its neighbours are),
 * then moved units by likeness, then the last article (施行, shixing: entry into force), then units that were
 * split or merged, told by their paragraphs. A best match alone fails: laws repeat themselves.
 */
#pragma once

#include "compare/pairs.h"

typedef struct {
    uint32_t before, after; /* indices into Side.units */
    int32_t likeness;
    bool is_primary; /* the main partner on both sides */
    bool is_moved;   /* out of the order of the others */
} Link;

typedef struct {
    Link *items;
    size_t length, capacity;
} Links;

/* Appends all links. A unit without a link was added or deleted. */
void align_units(const Texts *texts, Links *links);
