#include "text/slice.h"

#include "base/utf8.h"

#include <string.h>

Slice slice_of(const char *text)
{
    return (Slice){text, strlen(text)};
}

int64_t slice_find(Slice slice, const char *word)
{
    const char *found = memmem(slice.text, slice.length, word, strlen(word));
    return found ? found - slice.text : -1;
}

int64_t slice_find_last(Slice slice, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = slice.length; i >= length; i--)
        if (memcmp(slice.text + i - length, word, length) == 0)
            return (int64_t)(i - length);
    return -1;
}

bool slice_has(Slice slice, const char *word)
{
    return slice_find(slice, word) >= 0;
}

bool slice_is(Slice slice, const char *word)
{
    return slice.length == strlen(word) && slice_starts(slice, word);
}

bool slice_starts(Slice slice, const char *word)
{
    size_t length = strlen(word);
    return slice.length >= length && memcmp(slice.text, word, length) == 0;
}

bool slice_ends(Slice slice, const char *word)
{
    size_t length = strlen(word);
    return slice.length >= length && memcmp(slice.text + slice.length - length, word, length) == 0;
}

static const char *first_that(Slice slice, const char *const *words, bool (*is_true)(Slice, const char *))
{
    for (; *words; words++)
        if (is_true(slice, *words))
            return *words;
    return NULL;
}

const char *slice_has_one(Slice slice, const char *const *words)
{
    return first_that(slice, words, slice_has);
}

const char *slice_starts_one(Slice slice, const char *const *words)
{
    return first_that(slice, words, slice_starts);
}

const char *slice_ends_one(Slice slice, const char *const *words)
{
    return first_that(slice, words, slice_ends);
}

Slice slice_from(Slice slice, size_t start)
{
    start = MIN(start, slice.length);
    return (Slice){slice.text + start, slice.length - start};
}

Slice slice_first(Slice slice, size_t length)
{
    while (length < slice.length && length > 0 && (slice.text[length] & 0xC0) == 0x80)
        length--;
    return (Slice){slice.text, MIN(length, slice.length)};
}

size_t slice_quoted(Slice slice)
{
    static const char *const opening = "《", *const closing = "》";
    int depth = 0;
    for (size_t i = 0; i < slice.length; i++) {
        Slice here = slice_from(slice, i);
        depth += slice_starts(here, opening) ? 1 : slice_starts(here, closing) ? -1 : 0;
        if (depth <= 0)
            return i > 0 ? i + strlen(closing) : 0;
    }
    return 0;
}

/* Cuts characters off both ends as long as is_dross() says so. */
static Slice trim(Slice slice, bool (*is_dross)(gunichar))
{
    const char *start = slice.text, *end = slice.text + slice.length;
    while (start < end) {
        const char *next = start;
        if (!is_dross(utf8_next(&next)))
            break;
        start = next;
    }
    while (end > start) {
        const char *before = g_utf8_prev_char(end);
        if (!is_dross(g_utf8_get_char(before)))
            break;
        end = before;
    }
    return (Slice){start, (size_t)(end - start)};
}

static bool is_decoration(gunichar c)
{
    return utf8_is_space(c) || (c < 0x80 && strchr("*#>_=\\|", (int)c));
}

Slice slice_trim(Slice slice)
{
    return trim(slice, utf8_is_space);
}

Slice slice_strip(Slice slice)
{
    slice = slice_trim(slice);
    Slice inner = trim(slice, is_decoration);
    bool is_one_sided = inner.text == slice.text && inner.length + 1 == slice.length;
    return is_one_sided ? slice : inner;
}

size_t slice_count(Slice slice)
{
    return utf8_count(slice.text, slice.length);
}

char *slice_copy(Slice slice)
{
    return g_strndup(slice.text, slice.length);
}

char *slice_squeeze(Slice slice)
{
    GString *out = g_string_sized_new(slice.length);
    for (const char *place = slice.text; place < slice.text + slice.length;) {
        const char *start = place;
        if (!utf8_is_space(utf8_next(&place)))
            g_string_append_len(out, start, place - start);
    }
    return g_string_free(out, FALSE);
}
