/* fuzz_encoding.c - any bytes, the first of them choosing what is declared: the text is valid and without
 * NUL, and what is UTF-8 and nothing else declared comes back as it is. */
#include "extract/encoding.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const declarations[] = {
    NULL,     "utf-8",       "gb2312",       "big5",     "iso-8859-1",   "euc-kr", "shift_jis",
    "utf-16", "iso-2022-jp", "windows-1251", "nonsense", "windows-1252", "euc-jp", "utf-32le"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const char *declared = declarations[data[0] % G_N_ELEMENTS(declarations)], *encoding;
    size_t length, replaced;
    g_autofree char *text = encoding_decode(data + 1, size - 1, declared, &encoding, &length, &replaced);
    g_assert(strlen(text) == length);
    g_assert(g_utf8_validate(text, (gssize)length, NULL));
    g_assert(encoding_name(encoding) == encoding);
    bool is_utf8 = g_utf8_validate((const char *)data + 1, (gssize)size - 1, NULL);
    bool is_marked = size > 3 && memcmp(data + 1, "\xEF\xBB\xBF", 3) == 0;
    if (is_utf8 && !is_marked && !declared)
        g_assert(length == size - 1 && memcmp(text, data + 1, length) == 0 && replaced == 0);
    return 0;
}
