#include "segment/fallback.h"

#include "base/error.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

struct Fallback {
    UBreakIterator *words;
    ARRAY(UChar) text;
};

Fallback *fallback_new(GError **error)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    if (U_FAILURE(status)) {
        fail(error, TIFA_ERROR_SYSTEM,
             "segmentation: ICU: no word rules for Chinese (%s); install ICU's data", u_errorName(status));
        return NULL;
    }
    Fallback *fallback = g_new0(Fallback, 1);
    fallback->words = words;
    return fallback;
}

void fallback_free(Fallback *fallback)
{
    if (!fallback)
        return;
    ubrk_close(fallback->words);
    array_clear(&fallback->text);
    g_free(fallback);
}

/* One character a unit is enough: those of several are words by themselves, and a letter stands for them. */
static void fill_text(Fallback *fallback, const Run *run)
{
    fallback->text.length = 0;
    for (size_t i = run->first; i < run->end; i++) {
        const Unit *unit = &run->units->items[i];
        uint32_t c = unit->class == UNIT_HAN ? unit->character : 'a';
        if (U_IS_BMP(c)) {
            array_push(&fallback->text, (UChar)c);
        } else {
            array_push(&fallback->text, U16_LEAD(c));
            array_push(&fallback->text, U16_TRAIL(c));
        }
    }
}

const char *fallback_version(void)
{
    return U_ICU_VERSION;
}

void fallback_cut(Fallback *fallback, const Run *run, uint8_t *edges)
{
    fill_text(fallback, run);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(fallback->words, fallback->text.items, (int32_t)fallback->text.length, &status);
    g_assert(U_SUCCESS(status));
    int32_t place = 0, next = 0;
    for (size_t i = 0; i < run->end - run->first; i++) {
        uint32_t c = run->units->items[run->first + i].character;
        while (next < place)
            next = ubrk_next(fallback->words);
        if (edges[i] == EDGE_FREE)
            edges[i] = next == place ? EDGE_CUT : EDGE_JOIN;
        place += run->units->items[run->first + i].class == UNIT_HAN ? U16_LENGTH(c) : 1;
    }
}
