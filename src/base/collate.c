#include "base/collate.h"

#include "base/error.h"

#include <string.h>
#include <unicode/ucol.h>

struct Collator {
    UCollator *rules; /* NULL: by code points */
};

static const char *const locales[] = {
    [TIFA_COLLATION_PINYIN] = "zh@collation=pinyin",
    [TIFA_COLLATION_STROKE] = "zh@collation=stroke",
    [TIFA_COLLATION_RADICAL] = "zh@collation=unihan",
};

Collator *collator_new(TifaCollation collation, GError **error)
{
    g_autoptr(Collator) collator = g_new0(Collator, 1);
    if (collation == TIFA_COLLATION_CODEPOINT)
        return g_steal_pointer(&collator);
    UErrorCode status = U_ZERO_ERROR;
    collator->rules = ucol_open(locales[collation], &status);
    /* Without the data of Chinese, ICU falls back on the order of all scripts, and says so in a warning. */
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) {
        fail(error, TIFA_ERROR_SYSTEM, "%s: ICU has no such order; install its data, or sort by codepoint",
             locales[collation]);
        return NULL;
    }
    return g_steal_pointer(&collator);
}

void collator_free(Collator *collator)
{
    if (!collator)
        return;
    if (collator->rules)
        ucol_close(collator->rules);
    g_free(collator);
}

/* The text as ICU wants it. */
typedef struct {
    UChar *units;
    int32_t length;
} Utf16;

static Utf16 to_utf16(const char *text, size_t length)
{
    glong written = 0;
    gunichar2 *units = g_utf8_to_utf16(text, (glong)length, NULL, &written, NULL);
    return (Utf16){(UChar *)units, (int32_t)written};
}

GBytes *collator_key(const Collator *collator, const char *text, size_t length)
{
    if (!collator->rules)
        return g_bytes_new(text, length);
    Utf16 utf16 = to_utf16(text, length);
    uint8_t room[256];
    int32_t size = ucol_getSortKey(collator->rules, utf16.units, utf16.length, room, sizeof room);
    size_t whole = (size_t)size + length;
    uint8_t *key = g_malloc(whole);
    if ((size_t)size <= sizeof room)
        memcpy(key, room, (size_t)size);
    else
        ucol_getSortKey(collator->rules, utf16.units, utf16.length, key, size);
    /* What ICU holds equal (a character and its compatibility form) is told apart by code points. */
    memcpy(key + size, text, length);
    g_free(utf16.units);
    return g_bytes_new_take(key, whole);
}
