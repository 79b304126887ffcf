#include "compare/script.h"

#include "compare/match.h"

#include <string.h>

/* ---- Steps -------------------------------------------------------------------------------------------- */

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

/* ---- Words -------------------------------------------------------------------------------------------- */

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

static uint16_t word_flags(const Word *word)
{
    return word->is_elsewhere ? TIFA_EDIT_ELSEWHERE : 0;
}

/* Writes a changed place: first all that goes, then all that comes. */
static void write_change(Pen *pen, const Words *before, size_t *i, size_t before_end, const Words *after,
                         size_t *j, size_t after_end)
{
    for (; *i < before_end; (*i)++)
        write_delete(pen, before->items[*i].span.end, word_flags(&before->items[*i]));
    for (; *j < after_end; (*j)++)
        write_insert(pen, after->items[*j].span.end, word_flags(&after->items[*j]));
}

static void write_pair(Pen *pen, const ScriptInput *input, const Word *before, const Word *after)
{
    size_t length = before->span.end - before->span.start;
    if (length == after->span.end - after->span.start &&
        memcmp(input->units.before_side->text + before->span.start,
               input->units.after_side->text + after->span.start, length) == 0) {
        write_equal(pen, before->span.end, after->span.end);
    } else {
        write_delete(pen, before->span.end, TIFA_EDIT_TYPOGRAPHIC);
        write_insert(pen, after->span.end, TIFA_EDIT_TYPOGRAPHIC);
    }
}

static void write_words(Pen *pen, const ScriptInput *input, const Words *before, const Words *after)
{
    WordPairs pairs = {0};
    if (input->is_turned)
        match_words(after, before, &pairs);
    else
        match_words(before, after, &pairs);
    size_t i = 0, j = 0;
    for (size_t k = 0; k < pairs.length; k++) {
        WordPair pair = pairs.items[k];
        if (input->is_turned)
            pair = (WordPair){pair.after, pair.before};
        write_change(pen, before, &i, pair.before, after, &j, pair.after);
        write_pair(pen, input, &before->items[i++], &after->items[j++]);
    }
    write_change(pen, before, &i, before->length, after, &j, after->length);
    array_clear(&pairs);
}

/* ---- Units -------------------------------------------------------------------------------------------- */

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
    Words before = {0}, after = {0};
    word_table_cut(table, input->units.before_side->text,
                   (TifaSpan){pen->before, input->units.before->span.end}, &before);
    word_table_cut(table, input->units.after_side->text, (TifaSpan){pen->after, input->units.after->span.end},
                   &after);
    mark_elsewhere(&before, input->before_elsewhere);
    mark_elsewhere(&after, input->after_elsewhere);
    write_words(pen, input, &before, &after);
    array_clear(&before);
    array_clear(&after);
}

void script_write(WordTable *table, const ScriptInput *input, Edits *edits)
{
    Pen pen = {edits, edits->length, 0, 0};
    if (!input->units.before || !input->units.after) {
        if (input->units.before)
            pen.before = input->units.before->span.start,
            write_delete(&pen, input->units.before->span.end, 0);
        if (input->units.after)
            pen.after = input->units.after->span.start, write_insert(&pen, input->units.after->span.end, 0);
        return;
    }
    pen.before = input->units.before->span.start;
    pen.after = input->units.after->span.start;
    write_labels(&pen, input);
    if (units_same_text(&input->units) && !input->before_elsewhere && !input->after_elsewhere)
        write_equal(&pen, input->units.before->span.end, input->units.after->span.end);
    else
        write_bodies(&pen, table, input);
}
