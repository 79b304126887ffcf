/* fuzz_compare.c - any two texts, parted by the first NUL: the comparison rebuilds both byte for byte, and
 * the other way round it is the mirror image. */
/* A fuzz target is built of one file: it brings the help of the room's tests along. */
#include "../unit/compare/sample.c" // NOLINT(bugprone-suspicious-include)
#include "../unit/compare/sound.c"  // NOLINT(bugprone-suspicious-include)

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const TifaDocument *before, const TifaDocument *after)
{
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaComparison *back = tifa_compare(after, before, NULL, NULL);
    g_assert((comparison == NULL) == (back == NULL));
    if (comparison) {
        g_assert_cmpstr(sound_comparison(before, after, comparison), ==, NULL);
        g_assert_cmpstr(sound_mirror(comparison, back), ==, NULL);
    }
    tifa_comparison_free(comparison);
    tifa_comparison_free(back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *parting = size > 0 ? memchr(data, 0, size) : NULL;
    size_t first = parting ? (size_t)(parting - data) : size / 2;
    size_t second = parting ? first + 1 : first;
    g_autofree char *left = g_strndup((const char *)data, first);
    g_autofree char *right = g_strndup((const char *)data + second, size - second);
    TifaDocument *before = sample_of_markdown(left), *after = sample_of_markdown(right);
    check(before, after);
    tifa_document_free(before);
    tifa_document_free(after);
    return 0;
}
