#include "extract/pdf_articles.h"

#include "extract/pdf_mark.h"
#include "text/slice.h"

/* Headlines are so much larger than text; headings inside an article are not. */
#define HEADLINE_RATIO 1.35F

enum {
    NEWSPAPER_COLUMNS = 3,
    NEWSPAPER_HEADLINES = 2,
    COLUMN_LINES = 4, /* fewer lines are no column of text */
    LONGEST_PAGE_NAME = 16,
};

bool pdf_is_headline(float size, float body_size, const char *text)
{
    return size > HEADLINE_RATIO * body_size && !pdf_starts_item(text);
}

/* ---- Columns of a page ----------------------------------------------------------------------- */

/* A stretch of lines that are one column. */
typedef struct {
    float left, right;
} Column;

typedef ARRAY(Column) Columns;

/* Adds the columns of text of a page; *first, its first line, becomes that of the next page. */
static void find_columns(const PdfLines *lines, size_t *first, Columns *columns)
{
    size_t start = *first, i = start;
    uint32_t page = lines->items[start].page;
    for (; i < lines->length && lines->items[i].page == page; i++) {
        const PdfLine *line = &lines->items[i];
        bool ends = i + 1 == lines->length || lines->items[i + 1].column != line->column;
        if (!ends)
            continue;
        if (i + 1 - start >= COLUMN_LINES && !line->is_row)
            array_push(columns, ((Column){line->left, line->right}));
        start = i + 1;
    }
    *first = i;
}

static int by_right(const void *a, const void *b)
{
    const Column *one = a, *other = b;
    return (one->right > other->right) - (one->right < other->right);
}

/* How many of them stand side by side: none begins before the one before it ends. */
static int count_abreast(Columns *columns)
{
    int count = 0;
    float end = 0;
    if (columns->length > 0)
        qsort(columns->items, columns->length, sizeof *columns->items, by_right);
    for (size_t i = 0; i < columns->length; i++)
        if (count == 0 || columns->items[i].left >= end) {
            count++;
            end = columns->items[i].right;
        }
    return count;
}

/* ---- Articles -------------------------------------------------------------------------------- */

/* Whether the heading is the name of the paper or of the page: 科技日报第三版 (third page of Science and
 * Technology Daily). */
static bool is_page_name(const TifaDocument *document, const TifaBlock *block)
{
    const char *text = tifa_document_text(document, NULL);
    Slice name = {text + block->span.start, block->span.end - block->span.start};
    static const char *const words[] = {"日报", "晚报", "时报", "周报", "周刊", "要闻", "新闻", NULL};
    return slice_count(name) <= LONGEST_PAGE_NAME && (slice_ends(name, "版") || slice_has_one(name, words));
}

/* Marks the headlines of a page as beginnings of parts; of several in a row (kicker, headline, subtitle) the
 * first. */
static void mark_headlines(const PdfHeadlines *headlines, uint32_t page, TifaDocument *document)
{
    PdfHeadlines found = {0};
    for (size_t i = 0, last = SIZE_MAX - 1; i < headlines->length; i++) {
        size_t index = headlines->items[i];
        const TifaBlock *block = document_block(document, index);
        if (block->page != page || is_page_name(document, block))
            continue;
        if (index != last + 1)
            array_push(&found, index);
        last = index;
    }
    for (size_t i = 0; found.length >= NEWSPAPER_HEADLINES && i < found.length; i++)
        document_block(document, found.items[i])->part = 1;
    array_clear(&found);
}

/* Turns the marks into numbers that all blocks of a part have. */
static void number_parts(TifaDocument *document)
{
    uint16_t part = 0;
    for (size_t i = 0; i < tifa_document_blocks(document)->length; i++) {
        TifaBlock *block = document_block(document, i);
        part = (uint16_t)(part + (block->part && part < UINT16_MAX));
        block->part = part;
    }
}

void pdf_articles_part(const PdfLines *lines, const PdfHeadlines *headlines, TifaDocument *document)
{
    if (headlines->length < NEWSPAPER_HEADLINES)
        return;
    for (size_t first = 0; first < lines->length;) {
        Columns columns = {0};
        uint32_t page = lines->items[first].page;
        find_columns(lines, &first, &columns);
        if (count_abreast(&columns) >= NEWSPAPER_COLUMNS)
            mark_headlines(headlines, page, document);
        array_clear(&columns);
    }
    number_parts(document);
}
