#include "compare/script.h"

#include "compare/match.h"
#include "text/slice.h"

#include <string.h>

enum { LONGEST_CRUMB = 2 }; /* characters */

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

static uint16_t word_flags(const Word *word)
{
    return word->is_elsewhere ? TIFA_EDIT_ELSEWHERE : 0;
}

/* ---- Runs ------------------------------------------------------------------------------------ */

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

/* What a script is made of on its way from words to steps. */
typedef struct {
    const ScriptInput *input;
    Words before, after;
    Runs runs;
} Draft;

static TifaSpan words_span(const Words *words, size_t start, size_t end)
{
    return start == end ? (TifaSpan){0, 0}
                        : (TifaSpan){words->items[start].span.start, words->items[end - 1].span.end};
}

static bool reads_the_same(const Draft *draft, const Run *run)
{
    TifaSpan before = words_span(&draft->before, run->before, run->before_end);
    TifaSpan after = words_span(&draft->after, run->after, run->after_end);
    NormalText left = {0}, right = {0};
    normal_add(&left, draft->input->units.before_side->text + before.start, before.end - before.start);
    normal_add(&right, draft->input->units.after_side->text + after.start, after.end - after.start);
    bool is_same = left.length > 0 && normal_equal(&left, &right);
    array_clear(&left);
    array_clear(&right);
    return is_same;
}

static bool is_same_word(const Draft *draft, size_t before, size_t after)
{
    TifaSpan left = draft->before.items[before].span, right = draft->after.items[after].span;
    return left.end - left.start == right.end - right.start &&
           memcmp(draft->input->units.before_side->text + left.start,
                  draft->input->units.after_side->text + right.start, left.end - left.start) == 0;
}

/* Adds a run behind the last one, or lengthens that if both are of one kind and no change. */
static void add_run(Draft *draft, Run run)
{
    if (run.before == run.before_end && run.after == run.after_end)
        return;
    Run *last = draft->runs.length > 0 ? &array_last(&draft->runs) : NULL;
    if (last && last->kind == run.kind && run.kind != RUN_CHANGE) {
        last->before_end = run.before_end;
        last->after_end = run.after_end;
    } else {
        array_push(&draft->runs, run);
    }
}

static void add_change(Draft *draft, size_t before, size_t before_end, size_t after, size_t after_end)
{
    Run run = {RUN_CHANGE, before, before_end, after, after_end};
    if (before < before_end && after < after_end && reads_the_same(draft, &run))
        run.kind = RUN_PRINT;
    add_run(draft, run);
}

static void match_draft(Draft *draft)
{
    WordPairs pairs = {0};
    bool is_turned = draft->input->is_turned;
    match_words(is_turned ? &draft->after : &draft->before, is_turned ? &draft->before : &draft->after,
                &pairs);
    size_t i = 0, j = 0;
    for (size_t k = 0; k < pairs.length; k++) {
        size_t before = is_turned ? pairs.items[k].after : pairs.items[k].before;
        size_t after = is_turned ? pairs.items[k].before : pairs.items[k].after;
        add_change(draft, i, before, j, after);
        i = before + 1;
        j = after + 1;
        add_run(draft,
                (Run){is_same_word(draft, before, after) ? RUN_EQUAL : RUN_PRINT, before, i, after, j});
    }
    add_change(draft, i, draft->before.length, j, draft->after.length);
    array_clear(&pairs);
}

/* Whether an equal run is a crumb between other print: the 一 of (一) and （一）. */
static bool is_crumb(const Words *before, const Runs *runs, size_t index)
{
    const Run *run = &runs->items[index];
    if (run->kind != RUN_EQUAL || index == 0 || index + 1 == runs->length)
        return false;
    size_t chars = 0;
    for (size_t i = run->before; i < run->before_end; i++)
        chars += before->items[i].chars;
    return chars <= LONGEST_CRUMB && (run[-1].kind == RUN_PRINT || run[1].kind == RUN_PRINT);
}

static void absorb_crumbs(Draft *draft)
{
    Runs crumbled = draft->runs;
    draft->runs = (Runs){0};
    for (size_t i = 0; i < crumbled.length; i++) {
        Run run = crumbled.items[i];
        run.kind = is_crumb(&draft->before, &crumbled, i) ? RUN_PRINT : run.kind;
        add_run(draft, run);
    }
    array_clear(&crumbled);
}

/* ---- Sliding --------------------------------------------------------------------------------- */

/* How good a place is for a mark to begin or end: at a line end, behind a sentence, behind a clause. */
static int rate_place(const char *text, uint32_t start, uint32_t place, uint32_t end)
{
    static const char *const sentences[] = {"。", "；", NULL}, *const clauses[] = {"，", "、", "：", NULL};
    Slice before = {text + start, place - start};
    if (place == start || place == end || text[place] == '\n' || text[place - 1] == '\n')
        return 3;
    return slice_ends_one(before, sentences) ? 2 : slice_ends_one(before, clauses) != NULL;
}

static bool same_bytes(const char *text, TifaSpan left, TifaSpan right)
{
    return left.end - left.start == right.end - right.start &&
           memcmp(text + left.start, text + right.start, left.end - left.start) == 0;
}

/* How far words [start, end) of one side, which the other side lacks, are best slid over equal words: at most
 * `left` to the left (negative) or `right` to the right. In 甲。|乙。| the mark may as well stand at
 * |甲。|乙。 */
static int64_t best_slide(const char *text, const Words *words, size_t start, size_t end, size_t left,
                          size_t right)
{
    const Word *items = words->items;
    int64_t lowest = 0, best = 0;
    int best_rating = -1;
    while ((size_t)-lowest < left &&
           same_bytes(text, items[(int64_t)start + lowest - 1].span, items[(int64_t)end + lowest - 1].span))
        lowest--;
    for (int64_t slide = lowest;; slide++) {
        const Word *first = &items[(int64_t)start + slide], *last = &items[(int64_t)end + slide - 1];
        uint32_t from = items[0].span.start, to = items[words->length - 1].span.end;
        int rating =
            rate_place(text, from, first->span.start, to) + rate_place(text, from, last->span.end, to);
        if (rating > best_rating) {
            best_rating = rating;
            best = slide;
        }
        if (slide == (int64_t)right || !same_bytes(text, first->span, last[1].span))
            return best;
    }
}

/* The words of an equal run that a neighbour may take: one stays where another run stands behind it. */
static size_t room_in(const Run *run, bool is_outer)
{
    return run->before_end - run->before - !is_outer;
}

static bool has_elsewhere(const Words *words, size_t start, size_t end)
{
    for (; start < end; start++)
        if (words->items[start].is_elsewhere)
            return true;
    return false;
}

/* Slides a run of one side alone, between two equal ones, to where a reader would have it begin and end. */
static void slide_run(Draft *draft, size_t index)
{
    Run *run = &draft->runs.items[index];
    bool is_insert = run->before == run->before_end;
    const Words *words = is_insert ? &draft->after : &draft->before;
    size_t start = is_insert ? run->after : run->before, end = is_insert ? run->after_end : run->before_end;
    const UnitPair *units = &draft->input->units;
    const char *text = is_insert ? units->after_side->text : units->before_side->text;
    if (has_elsewhere(words, start, end))
        return;
    size_t slide = (size_t)best_slide(text, words, start, end, room_in(&run[-1], index == 1),
                                      room_in(&run[1], index + 2 == draft->runs.length));
    run[-1].before_end = run->before += slide;
    run[-1].after_end = run->after += slide;
    run[1].before = run->before_end += slide;
    run[1].after = run->after_end += slide;
}

static void slide_runs(Draft *draft)
{
    for (size_t i = 1; i + 1 < draft->runs.length; i++) {
        const Run *run = &draft->runs.items[i];
        bool is_one_sided = run->before == run->before_end || run->after == run->after_end;
        if (run->kind == RUN_CHANGE && is_one_sided && run[-1].kind == RUN_EQUAL && run[1].kind == RUN_EQUAL)
            slide_run(draft, i);
    }
}

/* ---- Writing --------------------------------------------------------------------------------- */

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
    Draft draft = {.input = input};
    word_table_cut(table, input->units.before_side->text,
                   (TifaSpan){pen->before, input->units.before->span.end}, &draft.before);
    word_table_cut(table, input->units.after_side->text, (TifaSpan){pen->after, input->units.after->span.end},
                   &draft.after);
    mark_elsewhere(&draft.before, input->before_elsewhere);
    mark_elsewhere(&draft.after, input->after_elsewhere);
    match_draft(&draft);
    absorb_crumbs(&draft);
    slide_runs(&draft);
    for (size_t i = 0; i < draft.runs.length; i++)
        write_run(pen, &draft, &draft.runs.items[i]);
    array_clear(&draft.before);
    array_clear(&draft.after);
    array_clear(&draft.runs);
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
