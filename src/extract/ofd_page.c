#include "extract/ofd_page.h"

#include "base/utf8.h"
#include "extract/xml.h"

#include <math.h>
#include <string.h>

/* Lengths in OFD are millimetres, here points. */
static const double POINTS = 72 / 25.4;

enum {
    NUMBERS = 6,  /* of a matrix */
    STEPS = 4096, /* characters of one line, at most */
};

/* What a text object says of its characters (GB/T 33190-2016, 11.2). */
typedef struct {
    double left, top;       /* of its boundary */
    double matrix[NUMBERS]; /* CTM */
    double size;
    bool bold;
} TextObject;

/* ---- Numbers --------------------------------------------------------------------------------- */

/* The numbers of a list separated by blanks; returns how many were there. */
static size_t split_numbers(const char *text, double *numbers, size_t limit)
{
    size_t count = 0;
    for (char *next; text && count < limit; text = next) {
        double number = g_ascii_strtod(text, &next);
        if (next == text)
            break;
        numbers[count++] = isfinite(number) ? number : 0;
    }
    return count;
}

typedef ARRAY(double) Steps;

static void add_steps(Steps *steps, const char *word, guint64 times)
{
    double step = g_ascii_strtod(word, NULL);
    for (; *word && times > 0 && steps->length < STEPS; times--)
        array_push(steps, isfinite(step) ? step : 0);
}

/* Reads the steps from character to character. "g 5 3.2" stands for five times 3.2. */
static void read_steps(Xml *xml, const char *attribute, Steps *steps)
{
    g_autofree char *text = xml_attribute(xml, attribute);
    g_auto(GStrv) words = g_strsplit_set(text ? text : "", " \t\r\n", -1);
    for (char **word = words; *word && steps->length < STEPS; word++) {
        bool is_repeated = strcmp(*word, "g") == 0 && word[1] && word[2];
        guint64 times = is_repeated ? g_ascii_strtoull(word[1], NULL, 10) : 1;
        word += is_repeated ? 2 : 0;
        add_steps(steps, *word, times);
    }
}

/* ---- Pieces ---------------------------------------------------------------------------------- */

/* A character's usual width in parts of its size. */
static double usual_width(gunichar c)
{
    return g_unichar_iswide(c) ? 1 : 0.5;
}

/* Adds one character at a place in the text object's own space. */
static void add_character(const TextObject *object, double x, double y, const char *text, size_t length,
                          PdfPage *page)
{
    const double *m = object->matrix;
    double scale = hypot(m[2], m[3]) * object->size * POINTS;
    double left = (object->left + m[0] * x + m[2] * y + m[4]) * POINTS;
    double base = (object->top + m[1] * x + m[3] * y + m[5]) * POINTS;
    double width = usual_width(g_utf8_get_char(text)) * hypot(m[0], m[1]) * object->size * POINTS;
    PdfPiece piece = {.text = g_strndup(text, length),
                      .left = (float)left,
                      .right = (float)(left + width),
                      .top = (float)(base - 0.88 * scale),
                      .bottom = (float)(base + 0.12 * scale),
                      .size = (float)scale,
                      .first_width = (float)width,
                      .bold = object->bold};
    array_push(&page->pieces, piece);
}

/* Reads ofd:TextCode, which has just started: characters and where they stand. */
static void read_code(Xml *xml, const TextObject *object, PdfPage *page)
{
    g_autofree char *x_text = xml_attribute(xml, "X"), *y_text = xml_attribute(xml, "Y");
    Steps across = {0}, down = {0};
    read_steps(xml, "DeltaX", &across);
    read_steps(xml, "DeltaY", &down);
    double x = 0, y = 0;
    split_numbers(x_text, &x, 1);
    split_numbers(y_text, &y, 1);
    g_autoptr(GString) text = g_string_new(NULL);
    xml_append_all(xml, text);
    size_t index = 0;
    for (const char *place = text->str, *next; *place; place = next, index++) {
        gunichar c = g_utf8_get_char(place);
        next = g_utf8_next_char(place);
        if (!utf8_is_space(c))
            add_character(object, x, y, place, (size_t)(next - place), page);
        bool has_step = index < across.length || index < down.length;
        x += index < across.length ? across.items[index] : has_step ? 0 : usual_width(c) * object->size;
        y += index < down.length ? down.items[index] : 0;
    }
    array_clear(&across);
    array_clear(&down);
}

/* Reads ofd:TextObject, which has just started. */
static void read_object(Xml *xml, PdfPage *page)
{
    int depth = xml_depth(xml);
    double boundary[4] = {0};
    TextObject object = {.matrix = {1, 0, 0, 1, 0, 0}};
    g_autofree char *box = xml_attribute(xml, "Boundary"), *matrix = xml_attribute(xml, "CTM");
    g_autofree char *size = xml_attribute(xml, "Size"), *visible = xml_attribute(xml, "Visible");
    split_numbers(box, boundary, 4);
    split_numbers(size, &object.size, 1);
    if (matrix && split_numbers(matrix, object.matrix, NUMBERS) != NUMBERS)
        memcpy(object.matrix, (double[NUMBERS]){1, 0, 0, 1, 0, 0}, sizeof object.matrix);
    object.left = boundary[0];
    object.top = boundary[1];
    object.bold = xml_number(xml, "Weight", 400) > 500;
    bool is_hidden = visible && strcmp(visible, "false") == 0;
    while (xml_next_start(xml, depth)) {
        if (xml_is(xml, "TextCode") && !is_hidden && object.size > 0)
            read_code(xml, &object, page);
    }
}

/* Takes the page's size from its first two corners. */
static void read_size(Xml *xml, PdfPage *page)
{
    double box[4] = {0};
    g_autoptr(GString) text = g_string_new(NULL);
    xml_append_all(xml, text);
    split_numbers(text->str, box, 4);
    page->width = (float)(box[2] * POINTS);
    page->height = (float)(box[3] * POINTS);
}

void ofd_page_read(GBytes *content, PdfPage *page)
{
    g_autoptr(Xml) xml = xml_open(content);
    while (xml_next_start(xml, XML_WHOLE)) {
        if (xml_is(xml, "PhysicalBox"))
            read_size(xml, page);
        else if (xml_is(xml, "TextObject"))
            read_object(xml, page);
    }
}

/* ---- Lines ----------------------------------------------------------------------------------- */

static int by_place(const void *first, const void *second)
{
    const PdfPiece *a = first, *b = second;
    float step = MAX(a->size, b->size) > 0 ? a->bottom - b->bottom : 0;
    if (step != 0)
        return step < 0 ? -1 : 1;
    return a->left < b->left ? -1 : a->left > b->left;
}

/* Gives all pieces that stand on one line, but for a hair, the same height. The pieces are ordered by it. */
static void level_lines(PdfPieces *pieces)
{
    for (size_t i = 1; i < pieces->length; i++) {
        PdfPiece *before = &pieces->items[i - 1], *piece = &pieces->items[i];
        float gap = piece->bottom - before->bottom;
        if (gap > 0 && gap < 0.2F * MIN(piece->size, before->size)) {
            piece->top -= gap;
            piece->bottom = before->bottom;
        }
    }
}

/* Whether the piece goes on where the one before ends; *blank: with a word space between. */
static bool continues(const PdfPiece *before, const PdfPiece *piece, bool *blank)
{
    float gap = piece->left - before->right, size = MAX(piece->size, before->size);
    const char *last = g_utf8_prev_char(before->text + strlen(before->text));
    bool is_latin = (unsigned char)*last < 0x80 && (unsigned char)*piece->text < 0x80;
    *blank = is_latin && gap > 0.2F * size;
    return piece->bottom == before->bottom && gap > -0.6F * size && gap < 0.8F * size;
}

void ofd_page_join(PdfPage *page)
{
    PdfPieces *pieces = &page->pieces;
    size_t kept = 0;
    if (pieces->length == 0)
        return;
    qsort(pieces->items, pieces->length, sizeof *pieces->items, by_place);
    level_lines(pieces);
    qsort(pieces->items, pieces->length, sizeof *pieces->items, by_place);
    g_autoptr(GString) text = g_string_new(pieces->items[0].text);
    for (size_t i = 1; i <= pieces->length; i++) {
        PdfPiece *before = &pieces->items[kept], *piece = i < pieces->length ? &pieces->items[i] : NULL;
        bool has_blank = false;
        PdfPiece seen = *before;
        seen.text = text->str;
        if (piece && continues(&seen, piece, &has_blank)) {
            g_string_append_printf(text, "%s%s", has_blank ? " " : "", piece->text);
            before->right = MAX(before->right, piece->right);
            before->top = MIN(before->top, piece->top);
            before->size = MAX(before->size, piece->size);
            g_free(piece->text);
            continue;
        }
        g_free(before->text);
        before->text = g_strdup(text->str);
        if (!piece)
            break;
        g_string_assign(text, piece->text);
        pieces->items[++kept] = *piece;
    }
    pieces->length = kept + 1;
}
