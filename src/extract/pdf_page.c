#include "extract/pdf_page.h"

#include "base/utf8.h"
#include "extract/pdf_fold.h"
#include "extract/pdf_library.h"
#include "extract/pdf_repair.h"
#include "extract/pdf_script.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Wider gaps, in font sizes, end a piece. */
#define HAN_GAP   0.6F
#define LATIN_GAP 0.9F
#define DIGIT_GAP 0.45F
/* Letters that much larger are not of the same text. */
#define OTHER_SIZE 1.4F
/* So many pieces are looked at to find one drawn twice. */
#define NEAR_PIECES 24
/* A gap between two Han characters that someone meant as a blank. */
#define HAN_BLANK 0.35F
/* The same between Han and Latin, which programs set apart by a quarter and more. */
#define SOFT_BLANK 0.7F

typedef struct {
    gunichar c;
    float left, top, right, bottom, size;
    bool bold;
    bool after_blank, after_newline; /* what Poppler put before it */
} Glyph;

typedef ARRAY(Glyph) Glyphs;

typedef enum {
    LINK_NONE,
    LINK_ACROSS,
    LINK_DOWN,
} Link;

/* ---- From Poppler to glyphs ---------------------------------------------------------------------------- */

static bool is_bold_name(const char *name)
{
    static const char *const marks[] = {"bold",         "heavy", "black",    "simhei", "heiti",
                                        "xiaobiaosong", "黑",    "\xBA\xDA", NULL};
    g_autofree char *lower = name ? g_ascii_strdown(name, -1) : NULL;
    for (size_t i = 0; lower && marks[i]; i++) {
        if (strstr(lower, marks[i]))
            return true;
    }
    return false;
}

/* The font size Poppler states, unless the glyph's box shows that it means nothing. */
static float sound_size(double stated, const PopplerRectangle *box)
{
    double height = fabs(box->y2 - box->y1);
    if (stated < 1 || stated > 3 * height || stated < height / 3)
        stated = height;
    return (float)CLAMP(stated, 1, 1000);
}

static bool is_box_sound(const PopplerRectangle *box)
{
    return isfinite(box->x1) && isfinite(box->x2) && isfinite(box->y1) && isfinite(box->y2);
}

static void add_glyph(Glyphs *glyphs, gunichar c, const PopplerRectangle *box, double size, Glyph waiting)
{
    waiting.c = c;
    waiting.left = (float)MIN(box->x1, box->x2);
    waiting.right = (float)MAX(box->x1, box->x2);
    waiting.top = (float)MIN(box->y1, box->y2);
    waiting.bottom = (float)MAX(box->y1, box->y2);
    waiting.size = sound_size(size, box);
    array_push(glyphs, waiting);
}

/* Adds the glyphs of a page's text. `fonts` (of PopplerTextAttributes) tells the font of each stretch of it.
 */
static void add_glyphs(const char *text, const PopplerRectangle *boxes, size_t count, const GList *fonts,
                       Glyphs *glyphs)
{
    const PopplerTextAttributes *font = NULL;
    Glyph waiting = {0};
    bool is_bold = false;
    for (size_t i = 0; *text && i < count; i++) {
        gunichar c = utf8_next(&text);
        for (; fonts && (!font || font->end_index < (int)i); fonts = fonts->next) {
            const PopplerTextAttributes *next = fonts->data;
            is_bold = is_bold_name(next->font_name);
            font = next;
        }
        waiting.after_newline |= c == '\n';
        waiting.after_blank |= utf8_is_space(c);
        if (utf8_is_space(c) || !is_box_sound(&boxes[i]))
            continue;
        waiting.bold = is_bold;
        add_glyph(glyphs, c, &boxes[i], font ? font->font_size : 0, waiting);
        waiting = (Glyph){0};
    }
}

static void read_glyphs(const PdfSheet *sheet, Glyphs *glyphs)
{
    g_autofree char *text = sheet->poppler->text(sheet->page);
    g_autofree PopplerRectangle *boxes = NULL;
    unsigned count = 0;
    if (!text || !sheet->poppler->text_layout(sheet->page, &boxes, &count))
        return;
    GList *fonts = sheet->poppler->text_fonts(sheet->page);
    add_glyphs(text, boxes, count, fonts, glyphs);
    sheet->poppler->free_text_fonts(fonts);
}

/* ---- Which glyphs belong together ---------------------------------------------------------------------- */

/* How much of the shorter of two stretches lies in the other, 0 to 1. */
static float overlap(float start1, float end1, float start2, float end2)
{
    float shorter = MIN(end1 - start1, end2 - start2);
    float shared = MIN(end1, end2) - MAX(start1, start2);
    return shorter <= 0 ? shared >= 0 : CLAMP(shared / shorter, 0, 1);
}

static float widest_gap(const Glyph *before, const Glyph *after)
{
    float gap = LATIN_GAP, size = MAX(before->size, after->size), other = MIN(before->size, after->size);
    if (script_is_cjk(before->c) && script_is_cjk(after->c))
        gap = HAN_GAP;
    else if (g_unichar_isdigit(before->c) && g_unichar_isdigit(after->c) && !before->after_blank)
        gap = DIGIT_GAP;           /* numbers in neighbouring cells, not digits set wide */
    if (size > OTHER_SIZE * other) /* a headline beside a column, not a word in larger letters */
        size = other / 2;
    return gap * size;
}

static Link link_of(const Glyph *before, const Glyph *after)
{
    if (after->after_newline)
        return LINK_NONE;
    float size = MAX(before->size, after->size), gap = after->left - before->right;
    if (overlap(before->top, before->bottom, after->top, after->bottom) > 0.3F && gap > -0.6F * size &&
        after->left >= before->left)
        return gap <= widest_gap(before, after) ? LINK_ACROSS : LINK_NONE;
    float down = MAX(after->top - before->bottom, before->top - after->bottom);
    bool is_beneath = overlap(before->left, before->right, after->left, after->right) > 0.5F;
    return is_beneath && down > -0.6F * size && down < widest_gap(before, after) ? LINK_DOWN : LINK_NONE;
}

/* Whether most of a page's writing runs from top to bottom and is not just turned Latin. */
static bool is_page_vertical(const Glyphs *glyphs)
{
    size_t across = 0, down = 0;
    for (size_t i = 1; i < glyphs->length; i++) {
        const Glyph *before = &glyphs->items[i - 1], *after = &glyphs->items[i];
        Link link = link_of(before, after);
        across += link == LINK_ACROSS;
        down += link == LINK_DOWN && after->top > before->top && script_is_cjk(after->c);
    }
    return down > across;
}

/* Turns the paper so that columns become lines: down is right, and the right edge is the top. */
static void turn_glyphs(Glyphs *glyphs, float paper_width)
{
    for (size_t i = 0; i < glyphs->length; i++) {
        Glyph *glyph = &glyphs->items[i], old = *glyph;
        glyph->left = old.top;
        glyph->right = old.bottom;
        glyph->top = paper_width - old.right;
        glyph->bottom = paper_width - old.left;
    }
}

/* ---- From glyphs to pieces ----------------------------------------------------------------------------- */

static float gap_between(const Glyph *before, const Glyph *after)
{
    return (after->left - before->right) / MAX(before->size, after->size);
}

/* The gap between two solid characters of a piece that someone meant as a blank: wider than those between its
 * others, which are wide themselves where a line is spread out (通 知, tong zhi, notice). */
static float blank_gap(const Glyph *glyphs, size_t count)
{
    float gaps = 0, widest = 0;
    size_t borders = 0;
    for (size_t i = 1; i < count; i++) {
        if (script_border(glyphs[i - 1].c, glyphs[i].c) != SCRIPT_SOLID)
            continue;
        float gap = MAX(gap_between(&glyphs[i - 1], &glyphs[i]), 0);
        gaps += gap;
        widest = MAX(widest, gap);
        borders++;
    }
    return borders < 2 ? HAN_BLANK : 0.15F + 2 * (gaps - widest) / (float)(borders - 1);
}

static void append_blank(GString *text, const Glyph *before, const Glyph *after, float solid_blank)
{
    ScriptBorder border = script_border(before->c, after->c);
    float gap = gap_between(before, after);
    if (border == SCRIPT_APART ? after->after_blank
                               : gap > (border == SCRIPT_SOFT ? SOFT_BLANK : solid_blank))
        g_string_append_c(text, ' ');
    else if (border == SCRIPT_SOFT && after->after_blank)
        g_string_append_c(text, PDF_SOFT_BLANK);
}

static bool is_meaningless(gunichar c)
{
    return g_unichar_iscntrl(c) || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/* What a glyph says, folded. A control character says nothing. */
static void append_glyph(GString *text, gunichar c, size_t *replaced)
{
    *replaced += is_meaningless(c);
    if (g_unichar_iscntrl(c))
        return;
    gunichar folded[PDF_FOLD_MAX];
    for (size_t i = 0, count = pdf_fold_char(c, folded); i < count; i++)
        g_string_append_unichar(text, folded[i]);
}

/* The width of the first word: what would have had to fit on the line before. */
static float first_word_width(const Glyph *glyphs, size_t count)
{
    size_t last = 0;
    if (script_is_cjk(glyphs[0].c) || script_opens(glyphs[0].c))
        last = count > 1 && (script_closes(glyphs[1].c) || script_opens(glyphs[0].c)) ? 1 : 0;
    else
        while (last + 1 < count && !glyphs[last + 1].after_blank && !script_is_cjk(glyphs[last + 1].c))
            last++;
    return glyphs[last].right - glyphs[0].left;
}

/* The size that most of the glyphs have, to a tenth of a point. */
static float usual_size(const Glyph *glyphs, size_t count)
{
    float best = glyphs[0].size;
    int votes = 0; /* Boyer and Moore's majority vote */
    for (size_t i = 0; i < count; i++) {
        if (votes == 0)
            best = glyphs[i].size;
        votes += fabsf(glyphs[i].size - best) < 0.1F ? 1 : -1;
    }
    return best;
}

static void add_piece(PdfPage *page, const Glyph *glyphs, size_t count)
{
    GString *text = g_string_sized_new(count * 3 + 1);
    PdfPiece piece = {
        .left = glyphs[0].left, .top = glyphs[0].top, .right = glyphs[0].right, .bottom = glyphs[0].bottom};
    size_t bold = 0;
    float blank = blank_gap(glyphs, count);
    for (size_t i = 0; i < count; i++) {
        const Glyph *glyph = &glyphs[i];
        if (i > 0)
            append_blank(text, &glyphs[i - 1], glyph, blank);
        append_glyph(text, glyph->c, &page->replaced);
        piece.flags |= pdf_fold_is_look_alike(glyph->c) ? TIFA_BLOCK_FOLDED : 0;
        piece.left = MIN(piece.left, glyph->left);
        piece.top = MIN(piece.top, glyph->top);
        piece.right = MAX(piece.right, glyph->right);
        piece.bottom = MAX(piece.bottom, glyph->bottom);
        bold += glyph->bold;
    }
    piece.size = usual_size(glyphs, count);
    piece.first_width = first_word_width(glyphs, count);
    piece.bold = 2 * bold > count;
    piece.text = g_string_free(text, FALSE);
    if (*piece.text)
        array_push(&page->pieces, piece);
    else
        g_free(piece.text);
}

static void group_glyphs(PdfPage *page, const Glyphs *glyphs)
{
    size_t start = 0;
    Link direction = LINK_NONE;
    for (size_t i = 1; i <= glyphs->length; i++) {
        Link link = i < glyphs->length ? link_of(&glyphs->items[i - 1], &glyphs->items[i]) : LINK_NONE;
        if (direction == LINK_NONE)
            direction = link;
        if (link == LINK_NONE || link != direction) {
            add_piece(page, &glyphs->items[start], i - start);
            start = i;
            direction = LINK_NONE;
        }
    }
}

/* ---- Text drawn twice ---------------------------------------------------------------------------------- */

/* Whether all of a piece is drawn once more as part of another: programs without a bold font print twice. */
static bool is_drawn_again(const PdfPiece *piece, const PdfPiece *other)
{
    float slack = 0.3F * piece->size;
    return piece != other && fabsf(piece->top - other->top) < slack && piece->left > other->left - slack &&
           piece->right < other->right + slack && strlen(piece->text) <= strlen(other->text) &&
           strstr(other->text, piece->text);
}

static int by_place(const void *a, const void *b)
{
    const PdfPiece *one = a, *other = b;
    return (one->top > other->top) - (one->top < other->top);
}

/* Takes out pieces that are drawn again; of two alike the first stays. */
static void drop_repeats(PdfPieces *pieces)
{
    size_t kept = 0;
    qsort(pieces->items, pieces->length, sizeof *pieces->items, by_place);
    for (size_t i = 0; i < pieces->length; i++) {
        PdfPiece *piece = &pieces->items[i];
        bool is_repeat = false;
        for (size_t j = kept; j-- > 0 && kept - j < NEAR_PIECES && !is_repeat;)
            is_repeat = is_drawn_again(piece, &pieces->items[j]);
        for (size_t j = i + 1; j < MIN(pieces->length, i + NEAR_PIECES) && !is_repeat; j++)
            is_repeat = strlen(pieces->items[j].text) > strlen(piece->text) &&
                        is_drawn_again(piece, &pieces->items[j]);
        if (is_repeat)
            g_free(piece->text);
        else
            pieces->items[kept++] = *piece;
    }
    pieces->length = kept;
}

void pdf_page_read(const PdfSheet *sheet, PdfPage *page)
{
    double width, height;
    sheet->poppler->page_size(sheet->page, &width, &height);
    *page = (PdfPage){.width = (float)width, .height = (float)height};
    Glyphs glyphs = {0};
    read_glyphs(sheet, &glyphs);
    page->vertical = is_page_vertical(&glyphs);
    if (page->vertical) {
        turn_glyphs(&glyphs, page->width);
        page->width = (float)height;
        page->height = (float)width;
    }
    if (glyphs.length > 0)
        group_glyphs(page, &glyphs);
    if (page->pieces.length > 1)
        drop_repeats(&page->pieces);
    pdf_repair_page(page);
    array_clear(&glyphs);
}

void pdf_page_clear(PdfPage *page)
{
    for (size_t i = 0; i < page->pieces.length; i++)
        g_free(page->pieces.items[i].text);
    array_clear(&page->pieces);
}

TifaBox pdf_page_box(const PdfPage *page, TifaBox box)
{
    if (!page->vertical)
        return box;
    return (TifaBox){page->height - box.bottom, box.left, page->height - box.top, box.right};
}
