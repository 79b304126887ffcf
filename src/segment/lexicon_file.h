/* lexicon_file.h - the form of a lexicon's bytes: header, the number of each character, the filter of pairs,
 * nodes. Native byte order, as the file is made where it is used. */
#pragma once

#include <stdint.h>

#define LEXICON_MAGIC "tifalex6"
enum { LEXICON_CHARACTERS = 0x10000 };

typedef struct {
    char magic[8];
    uint64_t digest; /* of everything behind the header */
    uint32_t nodes;
    uint32_t reserved;
} LexiconHeader;
