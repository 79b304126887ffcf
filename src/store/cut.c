#include "store/cut.h"

#include "base/array.h"
#include "base/utf8.h"

#include <string.h>

typedef enum {
    CLASS_GAP,
    CLASS_HAN,
    CLASS_WORD,
} CharClass;

/* Letters and digits of scripts that FTS5's tables know; whatever else there is only separates, and phrases
 * of nothing but such characters are found by scanning. */
static CharClass class_of(gunichar c)
{
    if (utf8_is_han(c))
        return CLASS_HAN;
    bool is_old_script = c < 0x2E80 || (c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3);
    return is_old_script && g_unichar_isalnum(c) ? CLASS_WORD : CLASS_GAP;
}

bool cut_is_word(gunichar c)
{
    return class_of(c) == CLASS_WORD;
}

/* Whether FTS5's unicode61, which knows Unicode 6.1, takes the Han character for a letter. */
static bool is_known_to_fts5(gunichar c)
{
    return (c >= 0x4E00 && c <= 0x9FCC) || (c >= 0x3400 && c <= 0x4DB5) || (c >= 0x20000 && c <= 0x2A6D6) ||
           c == 0x3005 || c == 0x3007;
}

enum { HAN_BYTES = 8 }; /* a Han character takes at most, in the index */

/* Writes the Han character as it stands in the index; gives its length. */
static size_t put_han(gunichar c, char out[HAN_BYTES])
{
    return is_known_to_fts5(c) ? (size_t)g_unichar_to_utf8(c, out)
                               : (size_t)g_snprintf(out, HAN_BYTES, "u%x", c);
}

static void append_han(GString *out, gunichar c)
{
    char bytes[HAN_BYTES];
    g_string_append_len(out, bytes, (gssize)put_han(c, bytes));
}

void cut_each(const char *text, size_t length, FoldScript script, CutVisit *visit, void *data)
{
    char pair[2 * HAN_BYTES]; /* begins with the Han character that still waits for the second of its pair */
    size_t first = 0;         /* its length */
    g_autoptr(GString) word = g_string_new(NULL);
    bool is_plain = true; /* the word is */
    CharClass last = CLASS_GAP;
    for (const char *place = text, *end = text + length; place < end;) {
        gunichar c = fold_char(utf8_next(&place), script);
        CharClass class = class_of(c);
        size_t second = class == CLASS_HAN ? put_han(c, pair + first) : 0;
        if (last == CLASS_HAN)
            visit(pair, first + second, true, data);
        if (last == CLASS_WORD && class != CLASS_WORD) {
            visit(word->str, word->len, is_plain, data);
            g_string_truncate(word, 0);
            is_plain = true;
        }
        if (class == CLASS_WORD) {
            g_string_append_unichar(word, c);
            is_plain = is_plain && c < 0x80;
        }
        memmove(pair, pair + first, second);
        first = second;
        last = class;
    }
    if (last == CLASS_HAN)
        visit(pair, first, true, data);
    else if (last == CLASS_WORD)
        visit(word->str, word->len, is_plain, data);
}

static void append_token(const char *token, size_t length, bool is_plain, void *data)
{
    (void)is_plain;
    g_string_append_len(data, token, (gssize)length);
    g_string_append_c(data, ' ');
}

void cut_text(const char *text, size_t length, FoldScript script, GString *out)
{
    cut_each(text, length, script, append_token, out);
}

/* ---- Phrases --------------------------------------------------------------------------------- */

/* A run of characters of one class in a phrase. */
typedef struct {
    TifaSpan span;
    CharClass class;
    unsigned characters;
} Run;

typedef ARRAY(Run) Runs;

static void split_runs(const char *text, size_t length, Runs *runs)
{
    CharClass last = CLASS_GAP;
    for (const char *place = text, *end = text + length; place < end;) {
        uint32_t start = (uint32_t)(place - text);
        CharClass class = class_of(utf8_next(&place));
        if (class != CLASS_GAP && class != last)
            array_push(runs, ((Run){{start, start}, class, 0}));
        if (class != CLASS_GAP) {
            array_last(runs).span.end = (uint32_t)(place - text);
            array_last(runs).characters++;
        }
        last = class;
    }
}

/* Appends the pairs of a Han run, and its last character alone where the run ends inside the phrase. */
static void append_pairs(const char *text, const Run *run, bool has_end, GString *out)
{
    size_t length = run->span.end - run->span.start;
    const char *start = text + run->span.start;
    if (!has_end && run->characters > 1)
        length = (size_t)(g_utf8_find_prev_char(start, start + length) - start);
    const char *end = start + length;
    /* Each character but the last pairs with the one behind it, which for the last of `length` may lie behind
     * it. */
    for (const char *place = start; place < end;) {
        append_han(out, utf8_next(&place));
        const char *second = place;
        if (place < text + run->span.end)
            append_han(out, utf8_next(&second));
        g_string_append_c(out, ' ');
    }
}

/* Whether the phrase can overlap itself, so that counting places in the index and in the text differ. */
static bool has_border(const char *text, size_t length)
{
    for (size_t border = 1; border < length; border++)
        if (memcmp(text, text + length - border, border) == 0)
            return true;
    return false;
}

static bool is_plain(const char *text, const Run *run)
{
    for (const char *place = text + run->span.start, *end = text + run->span.end; place < end;) {
        gunichar c = utf8_next(&place);
        if (run->class == CLASS_HAN ? !is_known_to_fts5(c) : c >= 0x80)
            return false;
    }
    return true;
}

static CutQuality quality_of(const char *text, size_t length, const Runs *runs)
{
    bool is_one_run =
        runs->length == 1 && runs->items[0].span.start == 0 && runs->items[0].span.end == length;
    if (!is_one_run || !is_plain(text, &runs->items[0]))
        return CUT_CANDIDATES;
    bool is_word = runs->items[0].class == CLASS_WORD;
    return is_word || !has_border(text, length) ? CUT_EXACT : CUT_CANDIDATES;
}

static bool has_han(const Runs *runs)
{
    for (size_t i = 0; i < runs->length; i++)
        if (runs->items[i].class == CLASS_HAN)
            return true;
    return false;
}

static CutQuality cut_runs(const char *folded, size_t length, const Runs *runs, bool is_open_left,
                           bool is_open_right, GString *out)
{
    /* An open word at the left end is no token that could be looked up, one at the right end is the beginning
     * of one. */
    bool has_end = length > 0 && runs->length > 0 && array_last(runs).span.end < length;
    size_t first = is_open_left && runs->length > 0 && runs->items[0].class == CLASS_WORD &&
                   runs->items[0].span.start == 0;
    if (first >= runs->length)
        return CUT_NOTHING;
    bool is_prefix = false;
    g_string_append_c(out, '"');
    for (size_t i = first; i < runs->length; i++) {
        const Run *run = &runs->items[i];
        bool is_last = i + 1 == runs->length && !has_end;
        if (run->class == CLASS_HAN) {
            append_pairs(folded, run, !is_last, out);
        } else {
            g_string_append_len(out, folded + run->span.start, run->span.end - run->span.start);
            g_string_append_c(out, ' ');
        }
        if (is_last)
            is_prefix = run->class == CLASS_WORD ? is_open_right : run->characters == 1;
    }
    g_string_append(out, is_prefix ? "\" *" : "\"");
    return quality_of(folded, length, runs);
}

CutQuality cut_phrase(const char *folded, size_t length, GString *out)
{
    Runs runs = {0};
    split_runs(folded, length, &runs);
    bool is_characters = has_han(&runs); /* these may stand inside a longer word */
    CutQuality quality = cut_runs(folded, length, &runs, is_characters, is_characters, out);
    array_clear(&runs);
    return quality;
}

CutQuality cut_part(const char *folded, size_t length, bool is_open_left, bool is_open_right, GString *out)
{
    Runs runs = {0};
    split_runs(folded, length, &runs);
    CutQuality quality = cut_runs(folded, length, &runs, is_open_left, is_open_right, out);
    array_clear(&runs);
    return MIN(quality, CUT_CANDIDATES);
}
