#include "segment/sentence.h"

#include "base/utf8.h"

#include <string.h>

/* The tokens of one text, and which of them is looked at. */
typedef struct {
    const char *text;
    const TifaToken *tokens;
    size_t length;
} Tokens;

static gunichar first_character(const Tokens *tokens, size_t i)
{
    if (i >= tokens->length)
        return 0;
    const char *place = tokens->text + tokens->tokens[i].span.start;
    return utf8_next(&place);
}

static bool is_kind(const Tokens *tokens, size_t i, TifaTokenKind kind)
{
    return i < tokens->length && tokens->tokens[i].kind == kind;
}

static bool ends_sentence(gunichar c)
{
    switch (c) {
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF1B: /* ； */
    case 0xFF61: /* half-width 。 */
    case '!':
    case '?':
        return true;
    default:
        return false;
    }
}

static bool closes(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION ||
           g_unichar_type(c) == G_UNICODE_FINAL_PUNCTUATION || c == '"' || c == '\'';
}

static bool is_abbreviation(const Tokens *tokens, size_t i)
{
    static const char *const known[] = {
        "Mr",  "Mrs", "Ms",  "Dr",  "Prof", "No",  "Nos", "Art",  "Arts", "cf",  "vs",   "etc",  "Fig",
        "Vol", "pp",  "St",  "Co",  "Corp", "Inc", "Ltd", "al",   "Sec",  "Ch",  "Dept", "Univ", "Jan",
        "Feb", "Mar", "Apr", "Jun", "Jul",  "Aug", "Sep", "Sept", "Oct",  "Nov", "Dec"};
    TifaSpan span = tokens->tokens[i].span;
    for (size_t k = 0; k < G_N_ELEMENTS(known); k++)
        if (strlen(known[k]) == span.end - span.start &&
            memcmp(known[k], tokens->text + span.start, span.end - span.start) == 0)
            return true;
    return false;
}

/* Whether the full stop at i ends a sentence: something closes or a blank follows, what stands before is no
 * abbreviation or initial, and what comes next does not go on in lower case. */
static bool full_stop_ends(const Tokens *tokens, size_t i)
{
    size_t next = i + 1;
    while (next < tokens->length && closes(first_character(tokens, next)))
        next++;
    if (next < tokens->length && !is_kind(tokens, next, TIFA_TOKEN_SPACE))
        return is_kind(tokens, next, TIFA_TOKEN_WORD);
    if (is_kind(tokens, next, TIFA_TOKEN_SPACE))
        next++;
    bool goes_on = g_unichar_islower(first_character(tokens, next));
    if (i == 0 || !is_kind(tokens, i - 1, TIFA_TOKEN_LATIN))
        return !goes_on && !(i == 1 && is_kind(tokens, 0, TIFA_TOKEN_NUMBER));
    TifaSpan before = tokens->tokens[i - 1].span;
    return !goes_on && before.end - before.start > 1 && !is_abbreviation(tokens, i - 1);
}

static bool is_end(const Tokens *tokens, size_t i)
{
    gunichar c = first_character(tokens, i);
    return ends_sentence(c) || (c == '.' && full_stop_ends(tokens, i));
}

static bool has_line_break(const Tokens *tokens, size_t i)
{
    TifaSpan span = tokens->tokens[i].span;
    return memchr(tokens->text + span.start, '\n', span.end - span.start) ||
           g_strstr_len(tokens->text + span.start, span.end - span.start, "\xE2\x80\xA9");
}

void sentences_mark(const char *text, TifaTokens *tokens, size_t first)
{
    if (tokens->length == first)
        return;
    Tokens view = {text, tokens->items + first, tokens->length - first};
    for (size_t i = 0; i < view.length; i++) {
        size_t last = i;
        if (is_kind(&view, i, TIFA_TOKEN_SPACE) && has_line_break(&view, i)) {
            last = i > 0 ? i - 1 : i;
        } else if (is_kind(&view, i, TIFA_TOKEN_PUNCTUATION) && is_end(&view, i)) {
            while (last + 1 < view.length &&
                   (closes(first_character(&view, last + 1)) || is_end(&view, last + 1)))
                last++;
            i = last;
        } else {
            continue;
        }
        tokens->items[first + last].flags |= TIFA_TOKEN_SENTENCE_END;
    }
    array_last(tokens).flags |= TIFA_TOKEN_SENTENCE_END;
}
