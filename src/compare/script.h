/* script.h - the steps from one unit to another: equal, deleted and inserted stretches of both texts.
 *
 * The steps of a link tile both units: the equal and deleted ones give the old unit byte for byte, the equal
 * and inserted ones the new.
 */
#pragma once

#include "compare/classify.h"
#include "compare/words.h"

typedef struct {
    TifaEdit *items;
    size_t length, capacity;
} Edits;

/* Places of a document that another change shows. */
typedef struct {
    TifaSpan *items; /* in order */
    size_t length, capacity;
} Places;

/* What a script is written from; a unit may be NULL where its side has nothing. */
typedef struct {
    UnitPair units;
    const Places *before_elsewhere, *after_elsewhere; /* may be NULL */
    bool is_turned;                                   /* words are matched from the new text to the old */
} ScriptInput;

/* Appends the steps. */
void script_write(WordTable *table, const ScriptInput *input, Edits *edits);
