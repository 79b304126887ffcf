#include "base/fold.h"

#include "base/utf8.h"

typedef struct {
    gunichar from, to;
} FoldPair;

#include "fold_table.h"

static bool contains(const gunichar *sorted, size_t count, gunichar c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (sorted[middle] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && sorted[low] == c;
}

static gunichar fold_supplementary(gunichar c)
{
    size_t low = 0, high = G_N_ELEMENTS(fold_pairs);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fold_pairs[middle].from < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < G_N_ELEMENTS(fold_pairs) && fold_pairs[low].from == c ? fold_pairs[low].to : c;
}

gunichar fold_char(gunichar c, FoldScript script)
{
    if (c > 0xFFFF)
        return fold_supplementary(c);
    int page = fold_index[c >> 8];
    gunichar folded = page < 0 ? c : fold_pages[page][c & 0xFF];
    bool is_kept = script == FOLD_SIMPLIFIED && folded != c && utf8_is_han(c) &&
                   contains(fold_both, G_N_ELEMENTS(fold_both), c);
    return is_kept ? c : folded;
}

static bool has_bit(const uint32_t *bits, gunichar c)
{
    return c >= 0x4E00 && c <= 0x9FFF && (bits[(c - 0x4E00) / 32] >> (c - 0x4E00) % 32 & 1);
}

bool fold_is_traditional(gunichar c)
{
    return has_bit(fold_traditional_only, c);
}

bool fold_is_simplified(gunichar c)
{
    return has_bit(fold_simplified_only, c);
}

size_t fold_sources(gunichar c, FoldScript script, gunichar sources[FOLD_MOST_SOURCES])
{
    size_t low = 0, high = G_N_ELEMENTS(fold_sources_of), count = 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fold_sources_of[middle].to < c)
            low = middle + 1;
        else
            high = middle;
    }
    sources[count++] = c;
    for (; low < G_N_ELEMENTS(fold_sources_of) && fold_sources_of[low].to == c; low++)
        if (fold_char(fold_sources_of[low].from, script) == c)
            sources[count++] = fold_sources_of[low].from;
    return count;
}

char *fold_text(const char *text, size_t length, FoldScript script, size_t *new_length)
{
    /* No fold is longer than its source but a few Latin ones (U+023A: 2 to 3 bytes). */
    GString *folded = g_string_sized_new(length + length / 2 + 1);
    for (const char *place = text, *end = text + length; place < end;)
        g_string_append_unichar(folded, fold_char(utf8_next(&place), script));
    if (new_length)
        *new_length = folded->len;
    return g_string_free(folded, FALSE);
}
