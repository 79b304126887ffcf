/* script.h - the steps from one unit to another: equal, deleted and inserted stretches of both texts.
 *
 * The steps of a link tile both units: the equal and deleted ones give the old unit byte for byte, the equal
 * and inserted ones the new.
 */
#pragma once

#include "compare/units.h"
#include "compare/words.h"

typedef struct {
    TifaEdit *items;
    size_t length, capacity;
} Edits;

/* A piece of a unit that stands in another unit of the other text, as a span of the document. */
typedef struct {
    TifaSpan *items;
    size_t length, capacity;
} Elsewhere;

/* What both sides give to a script; a unit may be NULL where its side has nothing. */
typedef struct {
    const Side *before_side, *after_side;
    const Unit *before, *after;
    const Elsewhere *before_elsewhere, *after_elsewhere; /* may be NULL */
    bool is_turned;                                      /* words are matched from the new text to the old */
} ScriptInput;

/* Appends the steps. */
void script_write(WordTable *table, const ScriptInput *input, Edits *edits);

/* Whether both units' texts behind the labels are the same bytes. */
bool script_is_same(const ScriptInput *input);
