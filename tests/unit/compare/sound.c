#include "sound.h"

#include <string.h>

static int compare_spans(const void *left, const void *right)
{
    const TifaSpan *a = left, *b = right;
    return a->start < b->start ? -1 : a->start > b->start;
}

/* Whether spans, with repetitions, tile `text` but for one '\n' between two. */
static bool tile_text(TifaSpan *spans, size_t count, const TifaDocument *document)
{
    size_t length;
    const char *text = tifa_document_text(document, &length);
    qsort(spans, count, sizeof *spans, compare_spans);
    uint32_t place = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && spans[i].start == spans[i - 1].start && spans[i].end == spans[i - 1].end)
            continue;
        if (i > 0 && text[place++] != '\n')
            return false;
        if (spans[i].start != place)
            return false;
        place = spans[i].end;
    }
    return place == length;
}

static bool units_tile(const TifaChange *changes, size_t count, const TifaDocument *document, bool is_before)
{
    g_autofree TifaSpan *spans = g_new(TifaSpan, count + 1);
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (is_before ? changes[i].old_label : changes[i].new_label)
            spans[used++] = is_before ? changes[i].before : changes[i].after;
    return tile_text(spans, used, document);
}

static bool has_its_sides(const TifaChange *change)
{
    bool needs_old = change->kind != TIFA_CHANGE_ADDED, needs_new = change->kind != TIFA_CHANGE_DELETED;
    return needs_old == (change->old_label != NULL) && needs_new == (change->new_label != NULL);
}

static bool edits_tile(const char *before, const char *after, const TifaChange *change, const TifaEdit *edits)
{
    uint32_t old_place = change->before.start, new_place = change->after.start;
    for (size_t i = 0; i < change->edits; i++) {
        TifaSpan old_span = edits[i].before, new_span = edits[i].after;
        bool has_old = edits[i].kind != TIFA_EDIT_INSERT, has_new = edits[i].kind != TIFA_EDIT_DELETE;
        if ((has_old && old_span.start != old_place) || (has_new && new_span.start != new_place) ||
            (!has_old && old_span.start != old_span.end) || (!has_new && new_span.start != new_span.end))
            return false;
        if (edits[i].kind == TIFA_EDIT_EQUAL &&
            (old_span.end - old_span.start != new_span.end - new_span.start ||
             memcmp(before + old_span.start, after + new_span.start, old_span.end - old_span.start) != 0))
            return false;
        old_place = has_old ? old_span.end : old_place;
        new_place = has_new ? new_span.end : new_place;
    }
    return old_place == change->before.end && new_place == change->after.end;
}

/* The redline's text of one side. Free with g_free(). */
static char *text_of_side(const TifaStretches *stretches, const char *before, const char *after, bool is_old)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < stretches->length; i++) {
        const TifaStretch *stretch = &stretches->items[i];
        bool goes = stretch->kind == TIFA_STRETCH_DELETED || stretch->kind == TIFA_STRETCH_MOVED_FROM;
        if (stretch->kind == TIFA_STRETCH_SAME || goes == is_old)
            g_string_append_len(text, (goes ? before : after) + stretch->span.start,
                                stretch->span.end - stretch->span.start);
    }
    return g_string_free(text, FALSE);
}

static bool redline_is_both(const TifaComparison *comparison, const char *before, const char *after)
{
    TifaStretches stretches = {0};
    tifa_comparison_redline(comparison, &stretches);
    g_autofree char *old_text = text_of_side(&stretches, before, after, true);
    g_autofree char *new_text = text_of_side(&stretches, before, after, false);
    g_free(stretches.items);
    return strcmp(old_text, before) == 0 && strcmp(new_text, after) == 0;
}

const char *sound_comparison(const TifaDocument *before, const TifaDocument *after,
                             const TifaComparison *comparison)
{
    size_t count, edit_count;
    const TifaChange *changes = tifa_comparison_changes(comparison, &count);
    const TifaEdit *edits = tifa_comparison_edits(comparison, &edit_count);
    const char *old_text = tifa_document_text(before, NULL), *new_text = tifa_document_text(after, NULL);
    if (!units_tile(changes, count, before, true))
        return "the old units do not tile the old text";
    if (!units_tile(changes, count, after, false))
        return "the new units do not tile the new text";
    for (size_t i = 0; i < count; i++) {
        if (!has_its_sides(&changes[i]))
            return "a change lacks a side";
        if (changes[i].first_edit + changes[i].edits > edit_count ||
            !edits_tile(old_text, new_text, &changes[i], edits + changes[i].first_edit))
            return "the steps of a change do not tile its units";
    }
    return redline_is_both(comparison, old_text, new_text) ? NULL : "the redline is not both texts";
}

/* ---- Mirror images ------------------------------------------------------------------------------------ */

/* A change and its steps as one line that sorts. */
static char *line_of(const TifaComparison *comparison, const TifaChange *change, bool is_turned)
{
    size_t count;
    const TifaEdit *edits = tifa_comparison_edits(comparison, &count) + change->first_edit;
    TifaSpan before = is_turned ? change->after : change->before,
             after = is_turned ? change->before : change->after;
    g_autoptr(GString) old_line = g_string_new(NULL);
    g_autoptr(GString) new_line = g_string_new(NULL);
    for (size_t i = 0; i < change->edits; i++) {
        TifaSpan old_span = is_turned ? edits[i].after : edits[i].before;
        TifaSpan new_span = is_turned ? edits[i].before : edits[i].after;
        if (old_span.end > old_span.start)
            g_string_append_printf(old_line, " %u-%u/%d", old_span.start, old_span.end, edits[i].kind > 0);
        if (new_span.end > new_span.start)
            g_string_append_printf(new_line, " %u-%u/%d", new_span.start, new_span.end, edits[i].kind > 0);
    }
    return g_strdup_printf("%u-%u>%u-%u %d %d %d%s >%s", before.start, before.end, after.start, after.end,
                           change->subtype, change->is_primary,
                           change->kind == TIFA_CHANGE_MOVED || change->kind == TIFA_CHANGE_MOVED_MODIFIED,
                           old_line->str, new_line->str);
}

static int compare_lines(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static char **lines_of(const TifaComparison *comparison, bool is_turned)
{
    size_t count;
    const TifaChange *changes = tifa_comparison_changes(comparison, &count);
    char **lines = g_new0(char *, count + 1);
    for (size_t i = 0; i < count; i++)
        lines[i] = line_of(comparison, &changes[i], is_turned);
    qsort(lines, count, sizeof *lines, compare_lines);
    return lines;
}

const char *sound_mirror(const TifaComparison *comparison, const TifaComparison *back)
{
    g_auto(GStrv) lines = lines_of(comparison, false), back_lines = lines_of(back, true);
    return g_strv_equal((const char *const *)lines, (const char *const *)back_lines)
               ? NULL
               : "a change has no mirror image";
}
