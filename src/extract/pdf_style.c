#include "extract/pdf_style.h"

#include "extract/pdf_mark.h"
#include "extract/pdf_script.h"

#include <math.h>
#include <stdlib.h>

/* Fonts whose sizes differ by less are the same. */
#define SAME_SIZE 0.06F
/* Lines further apart than so many times the usual pitch are those of two paragraphs. */
#define WIDE_PITCH 1.3F
/* A footnote's size compared to the text's. */
#define NOTE_RATIO 0.93F
/* The room a line needs for a further word besides the word, in font sizes. */
#define BLANK 0.5F
/* Prose is not set narrower, in font sizes. */
#define NARROW 9.0F
/* So many lines make a column whose margins can be trusted. */
#define FULL_COLUMN 4

/* ---- The measure of a document ------------------------------------------------------------------------- */

bool pdf_is_same_size(float one, float other)
{
    return fabsf(one - other) <= SAME_SIZE * MAX(one, other);
}

float pdf_middle(const PdfLine *line)
{
    return (line->box.top + line->box.bottom) / 2;
}

/* Whether the first word of the next line would not have fitted on this one. */
bool pdf_is_full(const PdfLine *line, const PdfLine *next)
{
    if (g_str_has_suffix(line->text, "-") && g_ascii_islower(*next->text))
        return true;
    return line->right - line->box.right < next->first_width + BLANK * line->size;
}

/* Whether a line stands below another at the usual distance. */
bool pdf_is_next_line(const PdfStyle *style, const PdfLine *before, const PdfLine *line)
{
    float pitch = (pdf_middle(line) - pdf_middle(before)) / line->size;
    return pitch > 0.3F && pitch < WIDE_PITCH * style->pitch;
}

bool pdf_is_indented(const PdfLine *line)
{
    return line->box.left - line->left > PDF_INDENT * line->size;
}

static int compare_floats(const void *a, const void *b)
{
    float one = *(const float *)a, other = *(const float *)b;
    return (one > other) - (one < other);
}

static float median(float *values, size_t count, float otherwise)
{
    qsort(values, count, sizeof *values, compare_floats);
    return count ? values[count / 2] : otherwise;
}

static bool has_lines_but_rows(const PdfLines *lines)
{
    for (size_t i = 0; i < lines->length; i++) {
        if (!lines->items[i].is_row)
            return true;
    }
    return false;
}

/* The font size of most of the characters, to a quarter of a point, and whether they are bold. */
static void measure_letters(const PdfLines *lines, PdfStyle *style)
{
    size_t counts[400] = {0}, best = 0, bold = 0, all = 0;
    bool has_prose = has_lines_but_rows(lines);
    for (size_t i = 0; i < lines->length; i++) {
        const PdfLine *line = &lines->items[i];
        size_t slot = (size_t)CLAMP(lroundf(line->size * 4), 0, 399), length = strlen(line->text);
        if (line->is_row && has_prose)
            continue;
        counts[slot] += length;
        all += length;
        bold += line->bold ? length : 0;
        if (counts[slot] > counts[best])
            best = slot;
    }
    style->size = (float)best / 4;
    style->is_bold = 2 * bold > all;
}

/* Whether a line follows another of the same size in its column, as lines of running text do; then their
 * distance. */
static bool is_running(const PdfStyle *style, const PdfLine *before, const PdfLine *line, float *pitch)
{
    *pitch = (pdf_middle(line) - pdf_middle(before)) / line->size;
    return before->column == line->column && !line->is_row && *pitch > 0.5F &&
           pdf_is_same_size(before->size, line->size) && pdf_is_same_size(line->size, style->size);
}

static void measure_pitch(const PdfLines *lines, PdfStyle *style)
{
    g_autofree float *pitches = g_new(float, lines->length + 1);
    size_t count = 0;
    float pitch;
    for (size_t i = 1; i < lines->length; i++) {
        const PdfLine *before = &lines->items[i - 1], *line = &lines->items[i];
        if (is_running(style, before, line, &pitch) && pdf_is_full(before, line))
            pitches[count++] = pitch;
    }
    style->pitch = median(pitches, count, 1.5F);
}

/* How paragraphs begin behind a line that surely ends one. */
static void measure_starts(const PdfLines *lines, PdfStyle *style)
{
    size_t starts = 0, indented = 0, gapped = 0;
    float pitch;
    for (size_t i = 1; i < lines->length; i++) {
        const PdfLine *before = &lines->items[i - 1], *line = &lines->items[i];
        if (!is_running(style, before, line, &pitch) || pdf_is_full(before, line))
            continue;
        starts++;
        indented += pdf_is_indented(line);
        gapped += pitch > WIDE_PITCH * style->pitch;
    }
    style->is_indented = 2 * indented > starts;
    style->is_gapped = 2 * gapped > starts;
}

PdfStyle pdf_style_of(const PdfLines *lines)
{
    PdfStyle style = {0};
    measure_letters(lines, &style);
    measure_pitch(lines, &style);
    measure_starts(lines, &style);
    return style;
}

/* ---- Margins ------------------------------------------------------------------------------------------- */

/* The index behind the lines of the column that begins at `start`. */
static size_t column_end(const PdfLines *lines, size_t start)
{
    size_t end = start;
    while (end < lines->length && lines->items[end].column == lines->items[start].column)
        end++;
    return end;
}

static void adopt_margins(PdfLines *lines, size_t start, size_t end, const PdfLine *model)
{
    const PdfLine *line = &lines->items[start];
    float slack = 1.5F * line->size;
    if (model->is_row || line->is_row || line->page != model->page || line->left < model->left - slack ||
        line->right > model->right + slack)
        return;
    float left = MIN(model->left, line->left), right = MAX(model->right, line->right);
    for (size_t i = start; i < end; i++) {
        lines->items[i].left = left;
        lines->items[i].right = right;
    }
}

void pdf_margins_widen(PdfLines *lines)
{
    for (size_t start = 0; start < lines->length;) {
        size_t end = column_end(lines, start);
        size_t next_end = end < lines->length ? column_end(lines, end) : end;
        if (end - start < FULL_COLUMN && next_end - end >= FULL_COLUMN)
            adopt_margins(lines, start, end, &lines->items[end]);
        else if (end - start < FULL_COLUMN && start > 0)
            adopt_margins(lines, start, end, &lines->items[start - 1]);
        start = end;
    }
}

/* The index behind the lines that follow each other at the usual distance from `start` on. */
static size_t run_end(const PdfStyle *style, const PdfLines *lines, size_t start)
{
    size_t end = start + 1;
    for (; end < lines->length && lines->items[end].column == lines->items[start].column; end++) {
        const PdfLine *line = &lines->items[end], *before = line - 1;
        if (!pdf_is_same_size(line->size, before->size) || line->is_row ||
            !pdf_is_next_line(style, before, line))
            break;
    }
    return end;
}

/* A stretch of prose may be set narrower than its column. If most lines of a run are full by its own margins,
 * those are its margins. */
static void narrow_run(PdfLine *run, size_t count)
{
    float left = INFINITY, right = -INFINITY;
    size_t full = 0;
    for (size_t i = 0; i < count; i++) {
        left = MIN(left, run[i].box.left);
        right = MAX(right, run[i].box.right);
    }
    for (size_t i = 0; i + 1 < count; i++)
        full += right - run[i].box.right < run[i + 1].first_width + BLANK * run[i].size;
    if (count < 3 || right - left < NARROW * run[0].size || full * 10 < (count - 1) * 6)
        return;
    for (size_t i = 0; i < count; i++) {
        run[i].left = left;
        run[i].right = right;
    }
}

void pdf_margins_narrow(const PdfStyle *style, PdfLines *lines)
{
    for (size_t start = 0; start < lines->length;) {
        size_t end = run_end(style, lines, start);
        narrow_run(&lines->items[start], end - start);
        start = end;
    }
}

/* ---- Footnotes ----------------------------------------------------------------------------------------- */

/* Whether nothing of the page stands below the line in its column. */
static bool is_last_of_page(const PdfLines *lines, size_t last)
{
    for (size_t i = last + 1; i < lines->length && lines->items[i].page == lines->items[last].page; i++) {
        const PdfLine *line = &lines->items[i], *note = &lines->items[last];
        bool is_beneath = line->box.top > note->box.bottom && line->box.left < note->box.right &&
                          line->box.right > note->box.left;
        if (is_beneath)
            return false;
    }
    return true;
}

void pdf_notes_mark(const PdfStyle *style, PdfLines *lines)
{
    for (size_t start = 0; start < lines->length;) {
        size_t end = column_end(lines, start), first = end;
        for (size_t i = end; i > start && lines->items[i - 1].size < NOTE_RATIO * style->size; i--) {
            if (pdf_starts_note(lines->items[i - 1].text))
                first = i - 1;
        }
        if (first < end && is_last_of_page(lines, end - 1)) {
            for (size_t i = first; i < end; i++)
                lines->items[i].is_note = !lines->items[i].is_row;
        }
        start = end;
    }
}
