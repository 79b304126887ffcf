/* fuzz_exchange.c - any bytes as the answer of a helper: they are refused, or give sound documents. */
#include "text/document.h"
#include "text/exchange.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free);
    g_autoptr(GPtrArray) failures = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    bool is_taken = exchange_decode_answer(data, size, documents, failures, &error);
    g_assert(is_taken == (error == NULL));
    g_assert(!error || g_utf8_validate(error->message, -1, NULL));
    for (guint i = 0; i < documents->len; i++)
        g_assert(document_is_sound(documents->pdata[i]));
    return 0;
}
