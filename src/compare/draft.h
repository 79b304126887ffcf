/* draft.h - which words of two units belong together: what a script is written from.
 *
 * The runs tile the words of both sides. Of neighbours no two are equal or both of other print, and a run of
 * one side alone stands where a reader would have it begin and end.
 */
#pragma once

#include "compare/classify.h"
#include "compare/words.h"

typedef enum {
    RUN_EQUAL,
    RUN_CHANGE,
    RUN_PRINT, /* reads the same, but other bytes: (一) and （一） */
} RunKind;

/* Words of both sides that belong together. */
typedef struct {
    RunKind kind;
    size_t before, before_end, after, after_end;
} Run;

typedef struct {
    Run *items;
    size_t length, capacity;
} Runs;

typedef struct {
    const UnitPair *units; /* lent */
    Words before, after;
    Runs runs;
} Draft;

/* Fills the runs from the words; `is_turned`: words are matched from the new text to the old. */
void draft_match(Draft *draft, bool is_turned);

void draft_clear(Draft *draft);
