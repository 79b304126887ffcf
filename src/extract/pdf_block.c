#include "extract/pdf_block.h"

#include "extract/pdf_join.h"
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

typedef ARRAY(const PdfLine *) LineRefs;

typedef struct {
    const PdfLines *lines;
    const PdfPage *pages;
    PdfStyle style;
    PdfHabits habits;
    float sizes[HEADING_SIZES]; /* of headings, the largest first; 0 where there are fewer */
    TifaDocument *document;
} Maker;

/* ---- Headings
 * ---------------------------------------------------------------------------------------------- */

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
    if (paragraph->first->size > HEADING_RATIO * maker->style.size)
        return true;
    return !maker->style.is_bold && paragraph->bold == paragraph->lines && paragraph->lines <= 2 &&
           !pdf_ends_sentence(paragraph->text->str);
}

/* ---- Paragraphs
 * -------------------------------------------------------------------------------------------- */

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
    if (line->repaired)
        paragraph->block.flags |= TIFA_BLOCK_REPAIRED;
}

static bool add_block(const Maker *maker, Paragraph *paragraph, GError **error)
{
    if (paragraph->lines == 0)
        return true;
    TifaBlock block = paragraph->block;
    if (is_heading(maker, paragraph)) {
        block.kind = TIFA_BLOCK_HEADING;
        block.level = heading_level(maker, paragraph->first->size);
    }
    block.box = pdf_page_box(&maker->pages[block.page - 1], block.box);
    pdf_join_finish(paragraph->text, &maker->habits);
    bool is_added =
        document_add_block(maker->document, &block, paragraph->text->str, paragraph->text->len, error);
    g_string_truncate(paragraph->text, 0);
    paragraph->lines = 0;
    return is_added;
}

/* Adds the notes that wait as blocks of their own; none waits then. */
static bool add_notes(const Maker *maker, LineRefs *notes, GError **error)
{
    Paragraph note = {.text = g_string_new(NULL)};
    bool is_added = true;
    for (size_t i = 0; i < notes->length && is_added; i++) {
        const PdfLine *line = notes->items[i];
        if (note.lines > 0 && (pdf_starts_note(line->text) || line->column != note.last->column))
            is_added = add_block(maker, &note, error);
        add_line(maker, &note, line);
    }
    is_added = is_added && add_block(maker, &note, error);
    g_string_free(note.text, TRUE);
    notes->length = 0;
    return is_added;
}

/* Notes stand at the foot of a column, often in the midst of a paragraph; they come behind it. */
static bool make_blocks(const Maker *maker, Paragraph *paragraph, LineRefs *notes, GError **error)
{
    for (size_t i = 0; i < maker->lines->length; i++) {
        const PdfLine *line = &maker->lines->items[i];
        if (line->is_note) {
            array_push(notes, line);
            continue;
        }
        bool is_new =
            paragraph->lines > 0 && !pdf_goes_on(&maker->style, paragraph->first, paragraph->last, line);
        if (is_new && (!add_block(maker, paragraph, error) || !add_notes(maker, notes, error)))
            return false;
        add_line(maker, paragraph, line);
    }
    return add_block(maker, paragraph, error) && add_notes(maker, notes, error);
}

bool pdf_blocks_add(PdfLines *lines, const PdfPage *pages, TifaDocument *document, GError **error)
{
    Maker maker = {.lines = lines, .pages = pages, .document = document};
    pdf_margins_widen(lines);
    maker.style = pdf_style_of(lines);
    pdf_margins_narrow(&maker.style, lines);
    pdf_notes_mark(&maker.style, lines);
    maker.habits = pdf_habits_new(lines);
    find_heading_sizes(&maker);
    Paragraph paragraph = {.text = g_string_new(NULL)};
    LineRefs notes = {0};
    bool is_made = make_blocks(&maker, &paragraph, &notes, error);
    array_clear(&notes);
    g_string_free(paragraph.text, TRUE);
    pdf_habits_clear(&maker.habits);
    return is_made;
}
