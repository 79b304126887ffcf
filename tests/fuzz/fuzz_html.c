/* fuzz_html.c - any bytes as a web page: an error or a sound document, never both, whose dates are dates. */
#include "extract/extract.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_date(const char *value)
{
    unsigned year, month, day;
    g_assert(!value || (strlen(value) == 10 && sscanf(value, "%4u-%2u-%2u", &year, &month, &day) == 3));
    g_assert(!value || g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(TifaDocument) document = document_new();
    g_autoptr(GError) error = NULL;
    ExtractInput input = {.name = "fuzz.html", .bytes = data, .length = size};
    bool is_read = extract_html(&input, document, &error);
    g_assert(is_read == (error == NULL));
    g_assert(document_is_sound(document));
    check_date(tifa_document_field(document, TIFA_FIELD_PUBLISHED));
    check_date(tifa_document_field(document, TIFA_FIELD_SIGNED));
    check_date(tifa_document_field(document, TIFA_FIELD_EFFECTIVE));
    return 0;
}
