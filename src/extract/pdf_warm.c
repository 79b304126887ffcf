#include "extract/pdf.h"

#include "base/error.h"

#include <poppler.h>
#include <string.h>

/* A page with the two characters 目录 (mulu, contents) in GBK, in a font that is not embedded. There is no
 * table of objects: Poppler finds them itself. */
static const char PROBE[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 "
    "R>>>>>>endobj\n"
    "4 0 obj<</Length 40>>stream\n"
    "BT /F 12 Tf 20 100 Td <C4BFC2BC> Tj ET  \n"
    "endstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>endobj\n"
    "6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/FontDescriptor 7 0 R"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>endobj\n"
    "7 0 obj<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900"
    "/Descent -200/CapHeight 900/StemV 80>>endobj\n"
    "trailer<</Root 1 0 R/Size 8>>\n"
    "%%EOF\n";

/* The text of the probe, or NULL; the caller's to free. */
static char *read_probe(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(PROBE, sizeof PROBE - 1);
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);
    PopplerPage *page = document ? poppler_document_get_page(document, 0) : NULL;
    char *text = page ? poppler_page_get_text(page) : NULL;
    g_clear_object(&page);
    g_clear_object(&document);
    return text;
}

bool extract_pdf_warm_up(GError **error)
{
    g_autofree char *converted = g_convert("\xC4\xBF", 2, "UTF-8", "GB18030", NULL, NULL, NULL);
    g_autofree char *text = read_probe();
    if (!converted)
        return fail(error, TIFA_ERROR_SYSTEM,
                    "the converter for GB18030 is missing; install the C library's gconv modules");
    if (!text || !strstr(text, "目录"))
        return fail(error, TIFA_ERROR_SYSTEM,
                    "Poppler's character maps for Chinese are missing; install the package poppler-data");
    return true;
}
