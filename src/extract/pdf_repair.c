#include "extract/pdf_repair.h"

#include "base/utf8.h"

#include <string.h>

/* Of the accented letters of a page, so many percent must be halves of GB 2312 characters. */
#define NEEDED_PERCENT 90
/* And so many must there be. */
#define NEEDED_LETTERS 4

/* The bytes of a text in Latin-1. A byte 0xAD (soft hyphen) arrives as '-': behind the first half of a
 * character it is the second. False if some character has no such byte. */
static bool to_bytes(const char *text, GByteArray *bytes)
{
    bool is_open = false; /* the first half of a character stands last */
    while (*text) {
        gunichar c = utf8_next(&text);
        if (c > 0xFF)
            return false;
        uint8_t byte = (uint8_t)(is_open && c == '-' ? 0xAD : c);
        is_open = byte >= 0xA1 && !is_open;
        g_byte_array_append(bytes, &byte, 1);
    }
    return true;
}

/* Counts the accented letters and those that pair up to characters of GB 2312. */
static void count_halves(const GByteArray *bytes, size_t *letters, size_t *halves)
{
    for (size_t i = 0; i < bytes->len; i++) {
        *letters += bytes->data[i] >= 0xA1;
        if (i + 1 < bytes->len && bytes->data[i] >= 0xA1 && bytes->data[i] <= 0xF7 &&
            bytes->data[i + 1] >= 0xA1) {
            *letters += 1;
            *halves += 2;
            i++;
        }
    }
}

/* Takes the blanks out of a line that is spread out, with one behind nearly every character. */
static void close_up(GByteArray *bytes, size_t characters)
{
    size_t blanks = 0, kept = 0;
    for (size_t i = 0; i < bytes->len; i++)
        blanks += bytes->data[i] == ' ';
    if (blanks < 2 || blanks * 10 < characters * 7)
        return;
    for (size_t i = 0; i < bytes->len; i++) {
        if (bytes->data[i] != ' ')
            bytes->data[kept++] = bytes->data[i];
    }
    g_byte_array_set_size(bytes, (unsigned)kept);
}

static void repair_piece(PdfPiece *piece)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    size_t letters = 0, halves = 0;
    if (!to_bytes(piece->text, bytes))
        return;
    count_halves(bytes, &letters, &halves);
    if (halves == 0)
        return;
    close_up(bytes, halves / 2);
    char *text = g_convert((const char *)bytes->data, bytes->len, "UTF-8", "GB18030", NULL, NULL, NULL);
    if (!text)
        return;
    g_free(piece->text);
    piece->text = text;
    piece->flags |= TIFA_BLOCK_REPAIRED;
}

void pdf_repair_page(PdfPage *page)
{
    size_t letters = 0, halves = 0;
    for (size_t i = 0; i < page->pieces.length; i++) {
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        if (to_bytes(page->pieces.items[i].text, bytes))
            count_halves(bytes, &letters, &halves);
    }
    if (letters < NEEDED_LETTERS || halves * 100 < letters * NEEDED_PERCENT)
        return;
    for (size_t i = 0; i < page->pieces.length; i++)
        repair_piece(&page->pieces.items[i]);
}
