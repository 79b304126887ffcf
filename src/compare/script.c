#include "compare/script.h"

#include "compare/draft.h"

#include <string.h>

/* ---- Steps ----------------------------------------------------------------------------------- */

/* Adds a step, or lengthens the last one if it is of the same sort. */
static void add_edit(Edits *edits, size_t first, TifaEdit edit)
{
    if (edit.before.start == edit.before.end && edit.after.start == edit.after.end)
        return;
    if (edits->length > first) {
        TifaEdit *last = &array_last(edits);
        if (last->kind == edit.kind && last->flags == edit.flags && last->before.end == edit.before.start &&
            last->after.end == edit.after.start) {
            last->before.end = edit.before.end;
            last->after.end = edit.after.end;
            return;
        }
    }
    array_push(edits, edit);
}

/* Where a script stands in both texts. */
typedef struct {
    Edits *edits;
    size_t first; /* the script's first step */
    uint32_t before, after;
} Pen;

static void write_equal(Pen *pen, uint32_t before_end, uint32_t after_end)
{
    TifaSpan before = {pen->before, before_end}, after = {pen->after, after_end};
    add_edit(pen->edits, pen->first, (TifaEdit){TIFA_EDIT_EQUAL, 0, before, after});
    pen->before = before_end;
    pen->after = after_end;
}

static void write_delete(Pen *pen, uint32_t before_end, uint16_t flags)
{
    TifaSpan before = {pen->before, before_end}, after = {pen->after, pen->after};
    add_edit(pen->edits, pen->first, (TifaEdit){TIFA_EDIT_DELETE, flags, before, after});
    pen->before = before_end;
}

static void write_insert(Pen *pen, uint32_t after_end, uint16_t flags)
{
    TifaSpan before = {pen->before, pen->before}, after = {pen->after, after_end};
    add_edit(pen->edits, pen->first, (TifaEdit){TIFA_EDIT_INSERT, flags, before, after});
    pen->after = after_end;
}

/* ---- Runs ------------------------------------------------------------------------------------ */

static uint16_t word_flags(const Word *word)
{
    return word->is_elsewhere ? TIFA_EDIT_ELSEWHERE : 0;
}

/* First all that goes, then all that comes. */
static void write_run(Pen *pen, const Draft *draft, const Run *run)
{
    uint16_t print = run->kind == RUN_PRINT ? TIFA_EDIT_TYPOGRAPHIC : 0;
    if (run->before == run->before_end && run->after == run->after_end)
        return;
    if (run->kind == RUN_EQUAL) {
        write_equal(pen, draft->before.items[run->before_end - 1].span.end,
                    draft->after.items[run->after_end - 1].span.end);
        return;
    }
    for (size_t i = run->before; i < run->before_end; i++)
        write_delete(pen, draft->before.items[i].span.end, print | word_flags(&draft->before.items[i]));
    for (size_t i = run->after; i < run->after_end; i++)
        write_insert(pen, draft->after.items[i].span.end, print | word_flags(&draft->after.items[i]));
}

/* ---- Words ----------------------------------------------------------------------------------- */

static void mark_elsewhere(Words *words, const Places *elsewhere)
{
    size_t next = 0;
    for (size_t i = 0; elsewhere && i < words->length; i++) {
        while (next < elsewhere->length && elsewhere->items[next].end <= words->items[i].span.start)
            next++;
        words->items[i].is_elsewhere =
            next < elsewhere->length && elsewhere->items[next].start <= words->items[i].span.start;
    }
}

/* ---- Units ----------------------------------------------------------------------------------- */

static void write_labels(Pen *pen, const ScriptInput *input)
{
    size_t length = input->units.before->body - pen->before;
    bool is_same = length == input->units.after->body - pen->after &&
                   memcmp(input->units.before_side->text + pen->before,
                          input->units.after_side->text + pen->after, length) == 0;
    if (is_same) {
        write_equal(pen, input->units.before->body, input->units.after->body);
    } else {
        write_delete(pen, input->units.before->body, TIFA_EDIT_LABEL);
        write_insert(pen, input->units.after->body, TIFA_EDIT_LABEL);
    }
}

static void write_bodies(Pen *pen, WordTable *table, const ScriptInput *input)
{
    Draft draft = {.units = &input->units};
    word_table_cut(table, input->units.before_side->text,
                   (TifaSpan){pen->before, input->units.before->span.end}, &draft.before);
    word_table_cut(table, input->units.after_side->text, (TifaSpan){pen->after, input->units.after->span.end},
                   &draft.after);
    mark_elsewhere(&draft.before, input->before_elsewhere);
    mark_elsewhere(&draft.after, input->after_elsewhere);
    draft_match(&draft, input->is_turned);
    for (size_t i = 0; i < draft.runs.length; i++)
        write_run(pen, &draft, &draft.runs.items[i]);
    draft_clear(&draft);
}

void script_write(WordTable *table, const ScriptInput *input, Edits *edits)
{
    const Unit *before = input->units.before, *after = input->units.after;
    Pen pen = {edits, edits->length, before ? before->span.start : 0, after ? after->span.start : 0};
    if (!before || !after) {
        if (before)
            write_delete(&pen, before->span.end, 0);
        if (after)
            write_insert(&pen, after->span.end, 0);
        return;
    }
    write_labels(&pen, input);
    if (units_same_text(&input->units) && !input->before_elsewhere && !input->after_elsewhere)
        write_equal(&pen, before->span.end, after->span.end);
    else
        write_bodies(&pen, table, input);
}
