#include "base/regex.h"

#include "base/error.h"

#include <string.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

enum {
    STEPS = 1000,         /* ICU's time unit, about a millisecond: for one search in one paragraph */
    STACK_BYTES = 8 << 20 /* for the places to go back to */
};

struct Regex {
    URegularExpression *expression;
    UText text;
};

static bool fail_compile(GError **error, UErrorCode status, const UParseError *place)
{
    g_autofree char *where = place->line <= 1 && place->offset > 0
                                 ? g_strdup_printf(" at its character %d", place->offset)
                                 : g_strdup("");
    return fail(error, TIFA_ERROR_QUERY,
                "not a regular expression%s (%s); put \\ before a sign that is meant as such", where,
                u_errorName(status));
}

Regex *regex_new(const char *expression, bool is_caseless, GError **error)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError place = {0};
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, expression, -1, &status);
    uint32_t flags = is_caseless ? UREGEX_CASE_INSENSITIVE : 0;
    URegularExpression *compiled = uregex_openUText(&source, flags, &place, &status);
    utext_close(&source);
    if (U_FAILURE(status)) {
        fail_compile(error, status, &place);
        return NULL;
    }
    uregex_setTimeLimit(compiled, STEPS, &status);
    uregex_setStackLimit(compiled, STACK_BYTES, &status);
    Regex *regex = g_new0(Regex, 1);
    regex->expression = compiled;
    regex->text = (UText)UTEXT_INITIALIZER;
    return regex;
}

void regex_free(Regex *regex)
{
    if (!regex)
        return;
    uregex_close(regex->expression);
    utext_close(&regex->text);
    g_free(regex);
}

void regex_set_text(Regex *regex, const char *text, size_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&regex->text, text, (int64_t)length, &status);
    uregex_setUText(regex->expression, &regex->text, &status);
}

static int fail_search(GError **error, UErrorCode status)
{
    fail(error, TIFA_ERROR_QUERY,
         "the regular expression takes too %s in a paragraph; make it simpler, without repetitions inside "
         "each other",
         status == U_REGEX_TIME_OUT ? "long" : "much memory");
    return -1;
}

int regex_next(Regex *regex, TifaSpan *place, GError **error)
{
    UErrorCode status = U_ZERO_ERROR;
    while (uregex_findNext(regex->expression, &status)) {
        int64_t start = uregex_start64(regex->expression, 0, &status);
        int64_t end = uregex_end64(regex->expression, 0, &status);
        *place = (TifaSpan){(uint32_t)start, (uint32_t)end};
        if (end > start && U_SUCCESS(status))
            return 1;
    }
    return U_FAILURE(status) ? fail_search(error, status) : 0;
}

int regex_is_whole(Regex *regex, const char *text, size_t length, GError **error)
{
    UErrorCode status = U_ZERO_ERROR;
    regex_set_text(regex, text, length);
    bool is_whole = uregex_matches64(regex->expression, -1, &status);
    return U_FAILURE(status) ? fail_search(error, status) : is_whole;
}
