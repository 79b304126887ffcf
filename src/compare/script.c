#include "compare/script.h"

#include "compare/match.h"

#include <string.h>

/* ---- Steps
 * ------------------------------------------------------------------------------------------------- */

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

/* ---- Words
 * ------------------------------------------------------------------------------------------------- */

static void mark_elsewhere(Words *words, const Elsewhere *elsewhere)
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
        memcmp(input->before_side->text + before->span.start, input->after_side->text + after->span.start,
               length) == 0) {
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

/* ---- Units
 * ------------------------------------------------------------------------------------------------- */

bool script_is_same(const ScriptInput *input)
{
    size_t length = input->before->span.end - input->before->body;
    return length == input->after->span.end - input->after->body &&
           memcmp(input->before_side->text + input->before->body,
                  input->after_side->text + input->after->body, length) == 0;
}

static void write_labels(Pen *pen, const ScriptInput *input)
{
    size_t length = input->before->body - pen->before;
    bool is_same =
        length == input->after->body - pen->after &&
        memcmp(input->before_side->text + pen->before, input->after_side->text + pen->after, length) == 0;
    if (is_same) {
        write_equal(pen, input->before->body, input->after->body);
    } else {
        write_delete(pen, input->before->body, TIFA_EDIT_LABEL);
        write_insert(pen, input->after->body, TIFA_EDIT_LABEL);
    }
}

static void write_bodies(Pen *pen, WordTable *table, const ScriptInput *input)
{
    Words before = {0}, after = {0};
    word_table_cut(table, input->before_side->text, (TifaSpan){pen->before, input->before->span.end},
                   &before);
    word_table_cut(table, input->after_side->text, (TifaSpan){pen->after, input->after->span.end}, &after);
    mark_elsewhere(&before, input->before_elsewhere);
    mark_elsewhere(&after, input->after_elsewhere);
    write_words(pen, input, &before, &after);
    array_clear(&before);
    array_clear(&after);
}

void script_write(WordTable *table, const ScriptInput *input, Edits *edits)
{
    Pen pen = {edits, edits->length, 0, 0};
    if (!input->before || !input->after) {
        if (input->before)
            pen.before = input->before->span.start, write_delete(&pen, input->before->span.end, 0);
        if (input->after)
            pen.after = input->after->span.start, write_insert(&pen, input->after->span.end, 0);
        return;
    }
    pen.before = input->before->span.start;
    pen.after = input->after->span.start;
    write_labels(&pen, input);
    if (script_is_same(input))
        write_equal(&pen, input->before->span.end, input->after->span.end);
    else
        write_bodies(&pen, table, input);
}
