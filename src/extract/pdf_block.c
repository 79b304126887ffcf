#include "extract/pdf_block.h"

#include "extract/pdf_articles.h"
#include "extract/pdf_join.h"
#include "extract/pdf_mark.h"
#include "extract/pdf_paragraph.h"

#include <math.h>

/* Letters that much larger than those of most of the text make a heading. */
#define HEADING_RATIO 1.12F
/* A heading has not more lines. */
#define HEADING_LINES 4
/* Sizes of headings that are told apart. */
#define HEADING_SIZES 4

/* A paragraph in the making. */
typedef struct {
    GString *text;
    TifaBlock block;
    const PdfLine *first, *last;
    size_t lines, bold;
} Paragraph;

typedef ARRAY(size_t) Indices;

typedef struct {
    const PdfLines *lines;
    const PdfPage *pages;
    PdfStyle style;
    PdfHabits habits;
    float sizes[HEADING_SIZES]; /* of headings, the largest first; 0 where there are fewer */
    TifaDocument *document;
    PdfHeadlines *headlines;
} Maker;

/* ---- Headings ------------------------------------------------------------------------------------------ */

/* Enters a size into the list of the largest. */
static void enter_size(float sizes[HEADING_SIZES], float size)
{
    for (size_t i = 0; i < HEADING_SIZES; i++) {
        if (fabsf(sizes[i] - size) < 0.06F * size)
            return;
        if (size > sizes[i]) {
            float smaller = sizes[i];
            sizes[i] = size;
            size = smaller;
        }
    }
}

static void find_heading_sizes(Maker *maker)
{
    for (size_t i = 0; i < maker->lines->length; i++) {
        const PdfLine *line = &maker->lines->items[i];
        if (line->size > HEADING_RATIO * maker->style.size && !line->is_row)
            enter_size(maker->sizes, line->size);
    }
}

static uint16_t heading_level(const Maker *maker, float size)
{
    uint16_t level = 1;
    while (level <= HEADING_SIZES && size < 0.94F * maker->sizes[level - 1])
        level++;
    return level;
}

static bool is_heading(const Maker *maker, const Paragraph *paragraph)
{
    if (paragraph->lines > HEADING_LINES || paragraph->block.kind != TIFA_BLOCK_PARAGRAPH)
        return false;
    bool is_sentence = pdf_ends_sentence(paragraph->text->str);
    if (paragraph->first->size > HEADING_RATIO * maker->style.size)
        return !is_sentence || paragraph->lines == 1;
    return !maker->style.is_bold && paragraph->bold == paragraph->lines && paragraph->lines <= 2 &&
           !is_sentence;
}

/* ---- Paragraphs ---------------------------------------------------------------------------------------- */

static TifaBox join_boxes(TifaBox one, TifaBox other)
{
    return (TifaBox){MIN(one.left, other.left), MIN(one.top, other.top), MAX(one.right, other.right),
                     MAX(one.bottom, other.bottom)};
}

static void add_line(const Maker *maker, Paragraph *paragraph, const PdfLine *line)
{
    if (paragraph->lines == 0) {
        *paragraph = (Paragraph){.text = paragraph->text, .first = line};
        paragraph->block.page = line->page;
        paragraph->block.box = line->box;
        paragraph->block.kind = line->is_row    ? TIFA_BLOCK_ROW
                                : line->is_note ? TIFA_BLOCK_NOTE
                                                : TIFA_BLOCK_PARAGRAPH;
    } else if (line->column == paragraph->first->column) {
        paragraph->block.box = join_boxes(paragraph->block.box, line->box);
    }
    pdf_join_append(paragraph->text, line->text, &maker->habits);
    paragraph->last = line;
    paragraph->lines++;
    paragraph->bold += line->bold;
    paragraph->block.flags |= line->flags;
}

static bool add_block(const Maker *maker, Paragraph *paragraph, GError **error)
{
    TifaBlock block = paragraph->block;
    if (is_heading(maker, paragraph)) {
        block.kind = TIFA_BLOCK_HEADING;
        block.level = heading_level(maker, paragraph->first->size);
        if (pdf_is_headline(paragraph->first->size, maker->style.size, paragraph->text->str))
            array_push(maker->headlines, tifa_document_blocks(maker->document)->length);
    }
    block.box = pdf_page_box(&maker->pages[block.page - 1], block.box);
    pdf_join_finish(paragraph->text);
    return document_add_block(maker->document, &block, paragraph->text->str, paragraph->text->len, error);
}

static bool add_blocks(const Maker *maker, size_t first, size_t end, GError **error);

/* Adds what stands between the parts of a paragraph; `skipped` holds the first line and the end of each
 * stretch. */
static bool add_skipped(const Maker *maker, const Indices *skipped, GError **error)
{
    for (size_t i = 0; i < skipped->length; i += 2) {
        if (!add_blocks(maker, skipped->items[i], skipped->items[i + 1], error))
            return false;
    }
    return true;
}

static void note_skipped(Indices *skipped, size_t first, size_t end)
{
    array_push(skipped, first);
    array_push(skipped, end);
}

/* Adds the paragraph that begins with the line `first` as one block; what it is interrupted by comes behind
 * it. *next gets the first line that is still to do. */
static bool add_paragraph(const Maker *maker, size_t first, size_t end, size_t *next, GError **error)
{
    Paragraph paragraph = {.text = g_string_new(NULL)};
    Indices skipped = {0};
    size_t last = first;
    add_line(maker, &paragraph, &maker->lines->items[first]);
    while ((*next = pdf_next_line(&maker->style, maker->lines, first, last)) < end) {
        if (*next > last + 1)
            note_skipped(&skipped, last + 1, *next);
        last = *next;
        add_line(maker, &paragraph, &maker->lines->items[last]);
    }
    *next = last + 1;
    bool is_added = add_block(maker, &paragraph, error) && add_skipped(maker, &skipped, error);
    array_clear(&skipped);
    g_string_free(paragraph.text, TRUE);
    return is_added;
}

/* Adds the blocks of the lines first..end-1. */
static bool add_blocks(const Maker *maker, size_t first, size_t end, GError **error)
{
    while (first < end) {
        if (!add_paragraph(maker, first, end, &first, error))
            return false;
    }
    return true;
}

bool pdf_blocks_add(PdfLines *lines, const PdfPage *pages, TifaDocument *document, GError **error)
{
    PdfHeadlines headlines = {0};
    Maker maker = {.lines = lines, .pages = pages, .document = document, .headlines = &headlines};
    pdf_margins_widen(lines);
    maker.style = pdf_style_of(lines);
    pdf_margins_narrow(&maker.style, lines);
    pdf_notes_mark(&maker.style, lines);
    maker.habits = pdf_habits_new(lines);
    find_heading_sizes(&maker);
    bool is_made = add_blocks(&maker, 0, lines->length, error);
    if (is_made)
        pdf_articles_part(lines, &headlines, document);
    pdf_habits_clear(&maker.habits);
    array_clear(&headlines);
    return is_made;
}
