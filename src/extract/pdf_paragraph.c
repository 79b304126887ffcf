#include "extract/pdf_paragraph.h"

#include "extract/pdf_script.h"

#include <math.h>
#include <stdlib.h>

/* Fonts whose sizes differ by less are the same. */
#define SAME_SIZE 0.1F
/* Lines further apart than so many times the usual pitch are those of two paragraphs. */
#define WIDE_PITCH 1.3F
/* An indent, in font sizes. */
#define INDENT 0.8F
/* A footnote's size compared to the text's. */
#define NOTE_RATIO 0.93F
/* The room a line needs for a further word besides the word, in font sizes. */
#define BLANK 0.5F
/* So many lines make a column whose margins can be trusted. */
#define FULL_COLUMN 4

/* ---- Marks and ends
 * ---------------------------------------------------------------------------------------- */

bool pdf_ends_sentence(const char *text)
{
    const char *place = text + strlen(text);
    gunichar c = 0;
    do {
        place = g_utf8_prev_char(place);
        c = g_utf8_get_char(place);
    } while (place > text && (c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xFF09 ||
                              c == ')' || c == '"'));
    return script_ends_sentence(c);
}

bool pdf_starts_note(const char *text)
{
    gunichar c = g_utf8_get_char(text);
    if ((c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) || c == '*' || c == 0xFF0A ||
        c == 0x203B || c == 0x2020 || c == 0x2021)
        return true;
    if (g_str_has_prefix(text, "注：") || g_str_has_prefix(text, "注:") || g_str_has_prefix(text, "资料来源"))
        return true;
    const char *place = text + (*text == '[');
    size_t digits = strspn(place, "0123456789");
    return digits > 0 && digits < 4 && (*text != '[' || place[digits] == ']');
}

static size_t skip_of(gunichar c, const char *set)
{
    return g_utf8_strchr(set, -1, c) ? 1 : 0;
}

/* Whether a line begins with the mark of a list item or of an article: 第三条, （一）, 一、, 1., (a), a
 * bullet. */
static bool starts_item(const char *text)
{
    static const char numerals[] = "零〇一二三四五六七八九十百千0123456789０１２３４５６７８９ivx";
    gunichar c = g_utf8_get_char(text);
    if ((c >= 0x2460 && c <= 0x24FF) || skip_of(c, "•·●○■□◆◇▪►–—-＊*※★☆"))
        return true;
    bool is_article = c == 0x7B2C; /* 第 (di) */
    bool is_bracket = c == '(' || c == 0xFF08;
    const char *place = is_article || is_bracket ? g_utf8_next_char(text) : text;
    size_t count = 0;
    while (*place && skip_of(g_utf8_get_char(place), numerals)) {
        place = g_utf8_next_char(place);
        count++;
    }
    if (count == 0 || count > 7 || !*place)
        return false;
    c = g_utf8_get_char(place);
    if (is_article)
        return skip_of(c, "条章节编款项部分");
    return is_bracket ? c == ')' || c == 0xFF09 : skip_of(c, "、.．)）") && !g_ascii_isdigit(place[1]);
}

/* ---- The measure of a document
 * ----------------------------------------------------------------------------- */

static bool is_same_size(float one, float other)
{
    return fabsf(one - other) <= SAME_SIZE * MAX(one, other);
}

static float middle_of(const PdfLine *line)
{
    return (line->box.top + line->box.bottom) / 2;
}

/* Whether the first word of the next line would not have fitted on this one. */
static bool is_full(const PdfLine *line, const PdfLine *next)
{
    if (g_str_has_suffix(line->text, "-") && g_ascii_islower(*next->text))
        return true;
    return line->right - line->box.right < next->first_width + BLANK * line->size;
}

/* Whether a line stands below another at the usual distance. */
static bool is_next_line(const PdfStyle *style, const PdfLine *before, const PdfLine *line)
{
    float pitch = (middle_of(line) - middle_of(before)) / line->size;
    return pitch > 0.3F && pitch < WIDE_PITCH * style->pitch;
}

static bool is_indented(const PdfLine *line)
{
    return line->box.left - line->left > INDENT * line->size;
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

/* The font size of most of the characters, to a quarter of a point, and whether they are bold. */
static void measure_letters(const PdfLines *lines, PdfStyle *style)
{
    size_t counts[400] = {0}, best = 0, bold = 0, all = 0;
    for (size_t i = 0; i < lines->length; i++) {
        const PdfLine *line = &lines->items[i];
        size_t slot = (size_t)CLAMP(lroundf(line->size * 4), 0, 399), length = strlen(line->text);
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
    *pitch = (middle_of(line) - middle_of(before)) / line->size;
    return before->column == line->column && !line->is_row && *pitch > 0.5F &&
           is_same_size(before->size, line->size) && is_same_size(line->size, style->size);
}

static void measure_pitch(const PdfLines *lines, PdfStyle *style)
{
    g_autofree float *pitches = g_new(float, lines->length + 1);
    size_t count = 0;
    float pitch;
    for (size_t i = 1; i < lines->length; i++) {
        const PdfLine *before = &lines->items[i - 1], *line = &lines->items[i];
        if (is_running(style, before, line, &pitch) && is_full(before, line))
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
        if (!is_running(style, before, line, &pitch) || is_full(before, line))
            continue;
        starts++;
        indented += is_indented(line);
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

/* ---- Margins
 * ----------------------------------------------------------------------------------------------- */

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
        if (!is_same_size(line->size, before->size) || line->is_row || !is_next_line(style, before, line))
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
    if (count < 3 || full * 10 < (count - 1) * 6)
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

/* ---- Footnotes
 * --------------------------------------------------------------------------------------------- */

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

/* ---- Paragraphs
 * -------------------------------------------------------------------------------------------- */

/* Whether a line stands in the middle of its column, as those of a title do. */
static bool is_centred(const PdfLine *line)
{
    float left = line->box.left - line->left, right = line->right - line->box.right;
    return left > line->size && fabsf(left - right) < 1.5F * line->size;
}

/* Whether a line stands below another as if in one column. */
static bool is_stacked(const PdfLine *last, const PdfLine *next)
{
    return last->page == next->page && middle_of(next) > middle_of(last) &&
           next->box.left < last->box.right && next->box.right > last->box.left;
}

/* The next line stands in another column or on another page. */
static bool goes_on_elsewhere(const PdfStyle *style, const PdfLine *last, const PdfLine *next)
{
    if (!is_full(last, next) || is_indented(next) || last->bold != next->bold)
        return false;
    if (!pdf_ends_sentence(last->text))
        return true;
    return style->is_indented && !starts_item(next->text) && is_same_size(last->size, style->size);
}

static bool goes_on_below(const PdfStyle *style, const PdfLine *first, const PdfLine *last,
                          const PdfLine *next)
{
    float indent = INDENT * next->size, shift = next->box.left - last->box.left;
    bool is_sentence = pdf_ends_sentence(last->text);
    if (!is_full(last, next))
        return last->size > style->size * (1 + SAME_SIZE) && is_centred(last) && is_centred(next);
    if (!is_sentence && !starts_item(next->text))
        return true;
    if (shift > indent) /* the rest of a list item stands under its text, or a paragraph begins */
        return starts_item(last->text) && last == first && !style->is_indented;
    if (shift < -indent) /* the second line of a paragraph, or the next item of a list */
        return last == first && !(starts_item(next->text) && is_sentence);
    if (is_indented(next))
        return last != first && !starts_item(next->text) && first->box.left < next->box.left - indent;
    if (style->is_indented)
        return true;
    /* A full line that ends a sentence: nothing tells whether it ends its paragraph too, unless gaps do. */
    return style->is_gapped && !starts_item(next->text);
}

bool pdf_goes_on(const PdfStyle *style, const PdfLine *first, const PdfLine *last, const PdfLine *next)
{
    if (last->is_row || next->is_row || !is_same_size(last->size, next->size))
        return false;
    if (last->column != next->column && !is_stacked(last, next))
        return goes_on_elsewhere(style, last, next);
    return is_next_line(style, last, next) && goes_on_below(style, first, last, next);
}
