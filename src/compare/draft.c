#include "compare/draft.h"

#include "compare/match.h"
#include "text/slice.h"

#include <string.h>

enum { LONGEST_CRUMB = 2 }; /* characters */

/* ---- Runs ------------------------------------------------------------------------------------ */

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
    normal_add(&left, draft->units->before_side->text + before.start, before.end - before.start);
    normal_add(&right, draft->units->after_side->text + after.start, after.end - after.start);
    bool is_same = left.length > 0 && normal_equal(&left, &right);
    array_clear(&left);
    array_clear(&right);
    return is_same;
}

static bool is_same_word(const Draft *draft, size_t before, size_t after)
{
    TifaSpan left = draft->before.items[before].span, right = draft->after.items[after].span;
    return left.end - left.start == right.end - right.start &&
           memcmp(draft->units->before_side->text + left.start, draft->units->after_side->text + right.start,
                  left.end - left.start) == 0;
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

static void match(Draft *draft, bool is_turned)
{
    WordPairs pairs = {0};
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
    const UnitPair *units = draft->units;
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

/* ---- The whole ------------------------------------------------------------------------------- */

void draft_match(Draft *draft, bool is_turned)
{
    match(draft, is_turned);
    absorb_crumbs(draft);
    slide_runs(draft);
}

void draft_clear(Draft *draft)
{
    array_clear(&draft->before);
    array_clear(&draft->after);
    array_clear(&draft->runs);
}
