/* fuzz_file.c - any bytes as a whole file, in whatever format they seem to be; the first line is the file's
 * name. Every file gives documents, failures or an error, and documents are sound and go through the wire
 * unchanged. PDF is left out: it is Poppler that would be tested. */
#include "extract/extract.h"
#include "extract/sniff.h"
#include "text/exchange.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is sent arrives. */
static void check_exchange(GPtrArray *documents, GPtrArray *failures)
{
    g_autoptr(GByteArray) answer = g_byte_array_new();
    g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free);
    g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
    exchange_encode_answer(documents, failures, NULL, answer);
    g_assert(exchange_decode_answer(answer->data, answer->len, taken, told, NULL));
    g_assert_cmpuint(taken->len, ==, documents->len);
    g_assert_cmpuint(told->len, ==, failures->len);
    for (guint i = 0; i < taken->len; i++)
        g_assert_cmpstr(tifa_document_text(taken->pdata[i], NULL), ==,
                        tifa_document_text(documents->pdata[i], NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *feed = size > 0 ? memchr(data, '\n', MIN(size, 40)) : NULL;
    size_t head = feed ? (size_t)(feed - data) + 1 : 0;
    g_autofree char *name = g_strndup((const char *)data, head > 0 ? head - 1 : 0);
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free);
    g_autoptr(GPtrArray) failures = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    ExtractInput input = {.name = name, .bytes = data + head, .length = size - head};
    if (input.length == 0 || memmem(data, size, "%PDF", 4))
        return 0;
    bool is_read = extract_any(&input, documents, failures, &error);
    g_assert(is_read == (error == NULL));
    g_assert(!is_read || documents->len + failures->len > 0);
    for (guint i = 0; i < documents->len; i++)
        g_assert(document_is_sound(documents->pdata[i]));
    if (is_read)
        check_exchange(documents, failures);
    return 0;
}
