#include "extract/pdf_maker.h"

#include <check.h>
#include <string.h>

struct PdfMaker {
    GString *file;    /* all objects so far but the fixed ones */
    GString *content; /* of the present page */
    GString *kids;
    int objects;
};

/* Objects 1 to 9 are the same in every document. */
static const char FIXED_OBJECTS[] =
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "3 0 obj<</Font<</L 4 0 R/H 5 0 R/V 6 0 R/W 9 0 R>>>>endobj\n"
    "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>endobj\n"
    "6 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-V/DescendantFonts[7 0 R]>>endobj\n"
    "7 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/FontDescriptor 8 0 R"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>endobj\n"
    "8 0 obj<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880"
    "/Descent -120/CapHeight 880/StemV 80>>endobj\n"
    "9 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>endobj\n";

PdfMaker *pdf_maker_new(void)
{
    PdfMaker *maker = g_new0(PdfMaker, 1);
    maker->file = g_string_new("%PDF-1.4\n");
    g_string_append(maker->file, FIXED_OBJECTS);
    maker->content = g_string_new(NULL);
    maker->kids = g_string_new(NULL);
    maker->objects = 10;
    return maker;
}

static void append_text(PdfMaker *maker, const char *font, double x, double y, double size, const char *bytes,
                        size_t length)
{
    char place[3][G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(place[0], sizeof place[0], "%.2f", size);
    g_ascii_formatd(place[1], sizeof place[1], "%.2f", x);
    g_ascii_formatd(place[2], sizeof place[2], "%.2f", 842 - y);
    g_string_append_printf(maker->content, "BT /%s %s Tf %s %s Td <", font, place[0], place[1], place[2]);
    for (size_t i = 0; i < length; i++)
        g_string_append_printf(maker->content, "%02X", (unsigned char)bytes[i]);
    g_string_append(maker->content, "> Tj ET\n");
}

static void append_wide_text(PdfMaker *maker, const char *font, double x, double y, double size,
                             const char *text)
{
    size_t length = 0;
    g_autofree char *wide = g_convert(text, -1, "UTF-16BE", "UTF-8", NULL, &length, NULL);
    ck_assert_ptr_nonnull(wide);
    append_text(maker, font, x, y, size, wide, length);
}

void pdf_maker_text(PdfMaker *maker, double x, double y, double size, const char *text)
{
    if (g_str_is_ascii(text))
        append_text(maker, "L", x, y, size, text, strlen(text));
    else
        append_wide_text(maker, "H", x, y, size, text);
}

void pdf_maker_vertical(PdfMaker *maker, double x, double y, double size, const char *text)
{
    append_wide_text(maker, "V", x, y, size, text);
}

void pdf_maker_bytes(PdfMaker *maker, double x, double y, double size, const char *bytes)
{
    append_text(maker, "W", x, y, size, bytes, strlen(bytes));
}

void pdf_maker_page(PdfMaker *maker)
{
    int page = maker->objects++, content = maker->objects++;
    g_string_append_printf(
        maker->file,
        "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R/Contents %d 0 R>>endobj\n"
        "%d 0 obj<</Length %zu>>stream\n%s\nendstream endobj\n",
        page, content, content, maker->content->len, maker->content->str);
    g_string_append_printf(maker->kids, "%d 0 R ", page);
    g_string_truncate(maker->content, 0);
}

TifaDocument *pdf_maker_read(PdfMaker *maker, GError **error)
{
    g_string_append_printf(
        maker->file,
        "2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj\ntrailer<</Root 1 0 R/Size %d>>\n%%%%EOF\n",
        maker->kids->str, (maker->objects - 10) / 2, maker->objects);
    ExtractInput input = {
        .name = "made.pdf", .bytes = (const uint8_t *)maker->file->str, .length = maker->file->len};
    TifaDocument *document = document_new();
    if (!extract_pdf(&input, document, error))
        g_clear_pointer(&document, tifa_document_free);
    g_string_free(maker->file, TRUE);
    g_string_free(maker->content, TRUE);
    g_string_free(maker->kids, TRUE);
    g_free(maker);
    return document;
}

char *pdf_maker_read_text(PdfMaker *maker)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, &error);
    ck_assert_msg(document != NULL, "%s", error ? error->message : "");
    return g_strdup(tifa_document_text(document, NULL));
}
