#include "extract/pdf_paragraph.h"

#include "extract/pdf_mark.h"
#include "extract/pdf_script.h"

#include <math.h>

/* Letters so many times the usual size are those of a title. */
#define LARGER 1.1F
/* And so many times, those of a headline. */
#define HEADLINE 1.3F
/* Lines of one sentence may be that far apart, in font sizes, where a document is not set evenly. */
#define WIDEST_PITCH 3.0F
/* A line that is shorter, in font sizes, may be the label of a figure. */
#define SHORT_LINE 9.0F
/* So many lines may stand between the parts of a paragraph. */
#define REACH 80

/* ---- Paragraphs ---------------------------------------------------------------------------------------- */

/* Whether a line stands in the middle of its column, as those of a title do. */
static bool is_centred(const PdfLine *line)
{
    float left = line->box.left - line->left, right = line->right - line->box.right;
    return left > line->size && fabsf(left - right) < 1.5F * line->size;
}

/* Whether a line stands below another as if in one column. */
static bool is_stacked(const PdfLine *last, const PdfLine *next)
{
    return last->page == next->page && pdf_middle(next) > pdf_middle(last) &&
           next->box.left < last->box.right && next->box.right > last->box.left;
}

/* Whether a line ends as one of prose does: at its margin or with a sentence. Code and the labels of figures
 * do not. */
static bool is_prose(const PdfStyle *style, const PdfLines *lines, size_t index)
{
    const PdfLine *line = &lines->items[index], *next = line + 1;
    if (index + 1 == lines->length || next->column != line->column || !pdf_is_next_line(style, line, next))
        return true;
    return pdf_is_full(line, next) || pdf_ends_sentence(line->text);
}

/* The next line stands in another column or on another page. */
static bool goes_on_elsewhere(const PdfStyle *style, const PdfLines *lines, const PdfLine *last, size_t index)
{
    const PdfLine *next = &lines->items[index];
    if (!pdf_is_full(last, next) || pdf_is_indented(next) || last->bold != next->bold ||
        !pdf_is_same_size(last->size, next->size) || !is_prose(style, lines, index))
        return false;
    if (!pdf_ends_sentence(last->text))
        return true;
    return style->is_indented && !pdf_starts_item(next->text) && pdf_is_same_size(last->size, style->size);
}

/* Whether two large lines are one headline: of one size, centred on each other or aligned below a longer one.
 */
static bool are_headline(const PdfStyle *style, const PdfLine *last, const PdfLine *next)
{
    float shift = next->box.left - last->box.left, end = next->box.right - last->box.right;
    return last->size > HEADLINE * style->size && fabsf(last->size - next->size) < 0.02F * last->size &&
           last->bold == next->bold && !pdf_starts_item(next->text) && !pdf_ends_sentence(last->text) &&
           (fabsf(shift + end) < next->size || (fabsf(shift) < 0.3F * next->size && end < next->size));
}

/* Whether both lines are Chinese or neither is. */
static bool is_same_script(const PdfLine *last, const PdfLine *next)
{
    return script_is_cjk(g_utf8_get_char(last->text)) == script_is_cjk(g_utf8_get_char(next->text));
}

static bool goes_on_below(const PdfStyle *style, const PdfLine *first, const PdfLine *last,
                          const PdfLine *next)
{
    float indent = PDF_INDENT * next->size, shift = next->box.left - last->box.left;
    bool is_sentence = pdf_ends_sentence(last->text), is_title = is_centred(last) && is_centred(next);
    bool is_large = last->size > style->size * LARGER;
    if (is_large && !is_same_script(last, next))
        return false;
    if (are_headline(style, last, next))
        return true;
    if (!pdf_is_full(last, next))
        return is_large && is_title;
    if (!is_sentence && g_unichar_islower(g_utf8_get_char(next->text)))
        return true;
    if (!is_sentence && !pdf_starts_item(next->text) && (shift <= indent || !style->is_indented || is_title))
        return true;
    if (shift > indent) /* the rest of a list item stands under its text, or a paragraph begins */
        return pdf_starts_item(last->text) && last == first && !style->is_indented;
    if (shift < -indent) /* the second line of a paragraph, or the next item of a list */
        return last == first && !(pdf_starts_item(next->text) && is_sentence);
    if (pdf_is_indented(next))
        return last != first && !pdf_starts_item(next->text) && first->box.left < next->box.left - indent;
    if (style->is_indented)
        return true;
    /* A full line that ends a sentence: nothing tells whether it ends its paragraph too, unless gaps do. */
    return style->is_gapped && !pdf_starts_item(next->text);
}

/* Whether a line begins in the midst of a sentence, as far as one can see. */
static bool is_torn_off(const PdfLine *line)
{
    gunichar c = g_utf8_get_char(line->text);
    return !pdf_is_indented(line) &&
           (g_unichar_islower(c) || (utf8_is_han(c) && !pdf_starts_item(line->text)));
}

/* Whether the line `index` goes on with the paragraph that begins with `first` and so far ends with `last`.
 */
static bool goes_on(const PdfStyle *style, const PdfLines *lines, const PdfLine *first, const PdfLine *last,
                    size_t index)
{
    const PdfLine *next = &lines->items[index];
    if (last->is_row || next->is_row || !pdf_is_same_size(last->size, next->size) ||
        last->is_note != next->is_note)
        return false;
    if ((next->is_note && pdf_starts_note(next->text)) || pdf_has_leader(last->text))
        return false;
    if (last->column != next->column && !is_stacked(last, next))
        return goes_on_elsewhere(style, lines, last, index);
    float pitch = (pdf_middle(next) - pdf_middle(last)) / next->size;
    bool is_torn = !pdf_ends_sentence(last->text) && pdf_is_full(last, next) && is_torn_off(next);
    return (pdf_is_next_line(style, last, next) || (is_torn && pitch > 0.3F && pitch < WIDEST_PITCH)) &&
           goes_on_below(style, first, last, next);
}

/* Whether a line may stand in the midst of a paragraph that it does not belong to: in a table, a note, a
 * figure. A heading may not. */
static bool may_interrupt(const PdfLine *last, const PdfLine *line)
{
    bool is_short =
        line->box.right - line->box.left < SHORT_LINE * line->size && !pdf_ends_sentence(line->text);
    if (line->is_row || line->is_note)
        return true;
    if (line->size > LARGER * last->size || (line->bold && !last->bold))
        return false;
    return is_short || !pdf_is_same_size(line->size, last->size);
}

size_t pdf_next_line(const PdfStyle *style, const PdfLines *lines, size_t first, size_t last)
{
    const PdfLine *end = &lines->items[last];
    size_t next = last + 1;
    while (!end->is_note && next < lines->length && lines->items[next].is_note)
        next++;
    if (next < lines->length && goes_on(style, lines, &lines->items[first], end, next))
        return next;
    if (end->is_row || end->is_note || pdf_ends_sentence(end->text) ||
        !pdf_is_same_size(end->size, style->size))
        return lines->length;
    bool is_in_caption = false, is_interrupted = false;
    for (; next < lines->length && next < last + REACH && lines->items[next].page <= end->page + 1; next++) {
        const PdfLine *line = &lines->items[next];
        is_in_caption = pdf_is_caption(line->text) || (is_in_caption && line->column == line[-1].column &&
                                                       pdf_is_next_line(style, line - 1, line));
        is_interrupted |= is_in_caption || line->is_row || line->is_note || line->column != end->column;
        if (!is_in_caption && !may_interrupt(end, line))
            return is_interrupted && is_torn_off(line) && goes_on_elsewhere(style, lines, end, next)
                       ? next
                       : lines->length;
    }
    return lines->length;
}
