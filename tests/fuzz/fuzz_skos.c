/* fuzz_skos - any bytes as a dictionary of another form: the first byte says which. What is imported can be
 * checked, and if it loads, it is exported and imported to the same table.
 */
#include "tifa.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char *import(const char *text, size_t length, TifaExchange form, size_t *new_length)
{
    TifaConceptSource source = {"fuzz", text, length};
    g_autoptr(GError) error = NULL;
    char *table = tifa_concepts_import(&source, form, new_length, &error);
    g_assert((table == NULL) == (error != NULL));
    return table;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    TifaExchange form = (TifaExchange)(data[0] % (TIFA_EXCHANGE_RDFXML + 1));
    size_t length, exported, again_length;
    g_autofree char *table = import((const char *)data + 1, size - 1, form, &length);
    if (!table)
        return 0;
    TifaConceptSource source = {"fuzz.tsv", table, length};
    g_autoptr(TifaFaults) faults = tifa_concepts_check(NULL, &source, 1, NULL);
    g_assert(faults);
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load_all(NULL, &source, 1, NULL);
    g_assert((concepts != NULL) == (faults->errors == 0));
    if (!concepts || tifa_concepts_count(concepts) == 0)
        return 0;
    g_autofree char *plain = tifa_concepts_export(concepts, TIFA_EXCHANGE_TSV, NULL);
    g_autofree char *out = tifa_concepts_export(concepts, form, &exported);
    g_autofree char *again = import(out, exported, form, &again_length);
    g_assert(again);
    if (form != TIFA_EXCHANGE_TSV && form != TIFA_EXCHANGE_CSV)
        g_assert_cmpstr(again, ==, plain);
    return 0;
}
