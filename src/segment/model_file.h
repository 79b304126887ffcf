/* model_file.h - the form of a model's bytes: this header, then the number of each character of the basic
 * plane (16 bits each) and the table (32 bits each word). Little endian. */
#pragma once

#include <stdint.h>

#define MODEL_MAGIC "tifamod5"
enum { MODEL_CHARACTERS = 0x10000 };

typedef struct {
    char magic[8];
    uint64_t digest;           /* of everything behind the header */
    uint32_t words;            /* of the table: tells models with other features apart */
    uint32_t characters;       /* as in ModelIndex */
    uint32_t adjacent, around; /* slots */
    int32_t transitions[4][4];
    char notice[256]; /* where the model comes from and under which licence it is, NUL-terminated */
} ModelHeader;
