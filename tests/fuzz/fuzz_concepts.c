/* fuzz_concepts - any bytes as a dictionary, a NUL, and any bytes as a text.
 *
 * The dictionary loads or is refused with a reason. If it loads, every tag lies on character boundaries, tags
 * are in order, what is tagged is what why calls tagged, and the dictionary written out and read again tags
 * the same.
 */
#include "tifa.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static TifaConcepts *load(const char *text, size_t length)
{
    TifaConceptSource source = {"fuzz.tsv", text, length};
    g_autoptr(GError) error = NULL;
    TifaConcepts *concepts = tifa_concepts_load_all(NULL, &source, 1, &error);
    g_assert((concepts == NULL) == (error != NULL));
    g_assert(concepts || g_str_has_prefix(error->message, "fuzz.tsv: line "));
    return concepts;
}

static bool is_boundary(const char *text, size_t length, uint32_t offset)
{
    return offset <= length && (offset == length || ((unsigned char)text[offset] & 0xC0) != 0x80);
}

static void check_tags(const TifaTags *tags, const char *text, size_t length)
{
    for (size_t i = 0; i < tags->length; i++) {
        TifaSpan span = tags->items[i].span;
        g_assert(span.start < span.end && is_boundary(text, length, span.start) &&
                 is_boundary(text, length, span.end));
        if (i == 0)
            continue;
        TifaSpan before = tags->items[i - 1].span;
        g_assert(before.start < span.start || (before.start == span.start && before.end >= span.end));
    }
}

static void check_why(const TifaConcepts *concepts, const TifaTags *tags, const char *text, size_t length)
{
    TifaVerdicts verdicts = {0};
    size_t tagged = 0;
    tifa_concepts_why(concepts, text, length, NULL, (TifaSpan){0, (uint32_t)length}, &verdicts);
    for (size_t i = 0; i < verdicts.length; i++)
        tagged += verdicts.items[i].why == TIFA_WHY_TAGGED;
    g_assert(tagged == tags->length);
    g_free(verdicts.items);
}

static void check_export(const TifaConcepts *concepts, const TifaTags *tags, const char *text, size_t length)
{
    size_t exported;
    g_autofree char *out = tifa_concepts_export(concepts, TIFA_EXCHANGE_TSV, &exported);
    g_autoptr(TifaConcepts) again = load(out, exported);
    g_assert(again);
    TifaTags found = {0};
    tifa_concepts_tag(again, text, length, NULL, &found);
    g_assert(found.length == tags->length);
    for (size_t i = 0; i < found.length; i++)
        g_assert(memcmp(&found.items[i].span, &tags->items[i].span, sizeof(TifaSpan)) == 0);
    g_free(found.items);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *dictionary = (const char *)data, *end = dictionary + size;
    const char *middle = size ? memchr(dictionary, 0, size) : NULL;
    const char *text = middle ? middle + 1 : end;
    size_t length = (size_t)(end - text);
    g_autoptr(TifaConcepts) concepts = load(dictionary, (size_t)((middle ? middle : end) - dictionary));
    if (!concepts || !g_utf8_validate_len(text, length, NULL))
        return 0;
    TifaTags tags = {0};
    tifa_concepts_tag(concepts, text, length, NULL, &tags);
    check_tags(&tags, text, length);
    check_why(concepts, &tags, text, length);
    check_export(concepts, &tags, text, length);
    g_free(tags.items);
    return 0;
}
