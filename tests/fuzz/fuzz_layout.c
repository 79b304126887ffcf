/* fuzz_layout.c - pieces of text anywhere on two pages: the layout ends, and every letter that went in comes
 * out once, but for hyphens at the ends of lines. */
#include "extract/pdf_block.h"
#include "extract/pdf_layout.h"

#include <string.h>

#define PAGES 2

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const words[] = {
    "文",      "第一条　为了", "一、",   "①",    "1.",  "a",    "word", "in-",
    "cluding", "。",           "国务院", "2021", "图1", "....", "“",    "资料来源：",
};

/* A piece of six bytes: place, size, width and text. */
static PdfPiece piece_of(const uint8_t *bytes)
{
    PdfPiece piece = {.text = g_strdup(words[bytes[5] % G_N_ELEMENTS(words)])};
    piece.size = 4 + bytes[4] % 16;
    piece.left = bytes[0] * 3;
    piece.top = bytes[1] * 4;
    piece.right = piece.left + piece.size * (float)(1 + bytes[2] % 30);
    piece.bottom = piece.top + piece.size * (bytes[3] % 32 == 0 ? 12 : 1);
    piece.first_width = piece.size;
    piece.bold = bytes[3] & 1;
    return piece;
}

static bool counts(gunichar c)
{
    return c > ' ' && c != '-' && c != 0x3000;
}

/* The number of letters, and a sum that tells their kinds. */
static void count_letters(const char *text, size_t *letters, uint64_t *sum)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        *letters += counts(c);
        *sum += counts(c) ? (uint64_t)c * c : 0;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PdfPage pages[PAGES] = {{.width = 800, .height = 1100}, {.width = 800, .height = 1100}};
    PdfLines lines = {0};
    uint32_t column = 0;
    size_t before = 0, after = 0;
    uint64_t sum_before = 0, sum_after = 0;
    for (size_t i = 0; i + 6 <= size && i < 6000; i += 6)
        array_push(&pages[data[i + 3] >> 7].pieces, piece_of(data + i));
    for (uint32_t page = 0; page < PAGES; page++) {
        for (size_t i = 0; i < pages[page].pieces.length; i++)
            count_letters(pages[page].pieces.items[i].text, &before, &sum_before);
        pdf_layout(&pages[page], page + 1, &column, &lines);
    }
    TifaDocument *document = document_new();
    g_assert(pdf_blocks_add(&lines, pages, document, NULL));
    count_letters(tifa_document_text(document, NULL), &after, &sum_after);
    g_assert(document_is_sound(document));
    g_assert_cmpuint(before, ==, after);
    g_assert(sum_before == sum_after);
    tifa_document_free(document);
    pdf_lines_clear(&lines);
    for (size_t page = 0; page < PAGES; page++)
        pdf_page_clear(&pages[page]);
    return 0;
}
