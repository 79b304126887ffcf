#include "extract/ocr_lines.h"

#include "extract/ocr_marks.h"
#include "extract/pdf_script.h"

#include <math.h>
#include <stdlib.h>

/* A line of which the model is less sure is no text: a stamp, a picture, dirt. */
#define LEAST_CONFIDENCE 30.0F
/* Wider gaps between words, in heights of the line, part cells and columns. */
#define CELL_GAP 1.6F
/* A gap between Chinese characters that someone meant, in heights of the line. */
#define WIDE_BLANK 0.8F
/* Ink of a Chinese character over its em: 国 (guo, country) fills nearly all of it. */
#define INK 0.93F
/* Heights of lines that are this near to the usual one are that: capitals, digits and dashes have less ink.
 */
#define LEAST_HEIGHT 0.45F
#define MOST_HEIGHT  1.22F
/* A line of so many characters has its true height. */
enum { SURE_CHARACTERS = 8 };

typedef struct {
    char *text; /* tesseract's */
    float left, top, right, bottom;
} Word;

/* ---- Words to pieces ------------------------------------------------------------------------- */

/* What stands between two words of a line: 第一条　为了 (di yi tiao, article 1) has a blank as wide as a
 * character. */
static const char *blank_between(const Word *before, const Word *word)
{
    gunichar last = script_last(before->text), first = g_utf8_get_char(word->text);
    ScriptBorder border = script_border(last, first);
    if (border == SCRIPT_APART)
        return " ";
    if (border == SCRIPT_SOFT)
        return PDF_SOFT_BLANK_TEXT;
    float height = MAX(before->bottom - before->top, word->bottom - word->top);
    bool is_wide = word->left - before->right > WIDE_BLANK * height;
    return is_wide && utf8_is_han(last) && utf8_is_han(first) ? "\xE3\x80\x80" : "";
}

/* Ink tells nothing of the blank half of a mark: 。 stands left in its em, （ right. */
static void widen_to_ems(PdfPiece *piece)
{
    gunichar first = g_utf8_get_char(piece->text), last = script_last(piece->text);
    piece->left -= script_is_cjk(first) && script_opens(first) ? piece->size / 2 : 0;
    piece->right += script_is_cjk(last) && script_closes(last) ? piece->size / 2 : 0;
}

static float first_width(const Word *word)
{
    gunichar first = g_utf8_get_char(word->text);
    size_t letters = (size_t)g_utf8_strlen(word->text, -1);
    float width = word->right - word->left;
    return script_is_cjk(first) ? width / (float)letters : width;
}

/* Makes one piece of the words and lets their text go. */
static void add_piece(PdfPage *page, Word *words, size_t count)
{
    GString *text = g_string_new(NULL);
    PdfPiece piece = {.left = words[0].left,
                      .top = words[0].top,
                      .right = words[0].right,
                      .bottom = words[0].bottom,
                      .first_width = first_width(&words[0]),
                      .flags = TIFA_BLOCK_OCR};
    for (size_t i = 0; i < count; i++) {
        g_string_append(text, i > 0 ? blank_between(&words[i - 1], &words[i]) : "");
        g_string_append(text, words[i].text);
        piece.top = MIN(piece.top, words[i].top);
        piece.right = MAX(piece.right, words[i].right);
        piece.bottom = MAX(piece.bottom, words[i].bottom);
    }
    piece.size = (piece.bottom - piece.top) / INK;
    piece.text = ocr_marks_widen(text->str);
    g_string_free(text, TRUE);
    array_push(&page->pieces, piece);
}

/* Whether the word belongs to another cell or column than the one before it. */
static bool is_apart(const Word *before, const Word *word)
{
    float height = MAX(before->bottom - before->top, word->bottom - word->top);
    return word->left - before->right > CELL_GAP * height;
}

static void add_line(PdfPage *page, Word *words, size_t count)
{
    size_t start = 0;
    for (size_t i = 1; i <= count; i++)
        if (i == count || is_apart(&words[i - 1], &words[i])) {
            add_piece(page, words + start, i - start);
            start = i;
        }
}

/* ---- Results to words ------------------------------------------------------------------------ */

typedef ARRAY(Word) Words;

/* Turns a box on paper to reading coordinates, in which vertical writing runs from left to right. */
static void turn(Word *word, const PdfPage *page)
{
    Word old = *word;
    word->left = old.top;
    word->right = old.bottom;
    word->top = page->height - old.right;
    word->bottom = page->height - old.left;
}

static void take_word(const OcrLibrary *library, const TessResultIterator *results, double resolution,
                      const PdfPage *page, Words *words)
{
    int left, top, right, bottom;
    Word word = {.text = library->result_text(results, RIL_WORD)};
    const TessPageIterator *place = library->result_place(results);
    if (!word.text || !*word.text || !g_utf8_validate(word.text, -1, NULL) ||
        !library->place_box(place, RIL_WORD, &left, &top, &right, &bottom)) {
        library->text_free(word.text);
        return;
    }
    float scale = (float)(72 / resolution);
    word.left = (float)left * scale;
    word.top = (float)top * scale;
    word.right = (float)right * scale;
    word.bottom = (float)bottom * scale;
    if (page->vertical)
        turn(&word, page);
    array_push(words, word);
}

static void clear_words(const OcrLibrary *library, Words *words)
{
    for (size_t i = 0; i < words->length; i++)
        library->text_free(words->items[i].text);
    words->length = 0;
}

/* ---- Heights --------------------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
    float one = *(const float *)a, other = *(const float *)b;
    return (one > other) - (one < other);
}

/* The size of the middle one of the pieces that are long enough to have their true height; 0 if there is
 * none. */
static float usual_size(const PdfPieces *pieces)
{
    ARRAY(float) sizes = {0};
    for (size_t i = 0; i < pieces->length; i++)
        if (g_utf8_strlen(pieces->items[i].text, -1) >= SURE_CHARACTERS)
            array_push(&sizes, pieces->items[i].size);
    if (sizes.length > 0)
        qsort(sizes.items, sizes.length, sizeof *sizes.items, by_value);
    float middle = sizes.length > 0 ? sizes.items[sizes.length / 2] : 0;
    array_clear(&sizes);
    return middle;
}

/* Gives pieces of the usual size that size, around their middle: ink differs from line to line. */
static void level_sizes(PdfPieces *pieces)
{
    float usual = usual_size(pieces);
    for (size_t i = 0; i < pieces->length; i++) {
        PdfPiece *piece = &pieces->items[i];
        if (piece->size > LEAST_HEIGHT * usual && piece->size < MOST_HEIGHT * usual) {
            float middle = (piece->top + piece->bottom) / 2;
            piece->size = usual;
            piece->top = middle - usual / 2;
            piece->bottom = middle + usual / 2;
        }
        widen_to_ems(piece);
    }
}

float ocr_lines_size(const PdfPage *page)
{
    return usual_size(&page->pieces);
}

void ocr_lines_add(const OcrLibrary *library, TessBaseAPI *model, double resolution, PdfPage *page)
{
    TessResultIterator *results = library->results(model);
    Words words = {0};
    float confidence = 0;
    if (!results)
        return;
    do {
        if (words.length == 0)
            confidence = library->result_confidence(results, RIL_TEXTLINE);
        take_word(library, results, resolution, page, &words);
        if (!library->place_is_last(library->result_place(results), RIL_TEXTLINE, RIL_WORD))
            continue;
        if (confidence >= LEAST_CONFIDENCE && words.length > 0)
            add_line(page, words.items, words.length);
        clear_words(library, &words);
    } while (library->result_next(results, RIL_WORD));
    library->result_free(results);
    clear_words(library, &words);
    array_clear(&words);
    level_sizes(&page->pieces);
}
