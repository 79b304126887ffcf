#include "extract/pdf_join.h"

#include "extract/pdf_script.h"

#include <ctype.h>

/* First halves of compounds that keep their hyphen before nearly any word. */
static const char *const COMPOUND_FIRST[] = {
    "all",   "big",   "co",     "cross", "ever", "far",    "five",    "four",   "full",   "half",  "hard",
    "high",  "ill",   "large",  "long",  "low",  "market", "medium",  "mid",    "middle", "new",   "non",
    "one",   "open",  "people", "post",  "pre",  "real",   "science", "second", "self",   "short", "single",
    "small", "state", "third",  "three", "two",  "well",   "wide",    NULL};
/* Second halves that follow a hyphen rather than a syllable. */
static const char *const COMPOUND_SECOND[] = {
    "added",    "based",     "being",       "building", "class",  "controlled", "cost",    "depth",
    "designed", "developed", "driven",      "economic", "ended",  "energy",     "first",   "free",
    "friendly", "funded",    "going",       "grade",    "growth", "held",       "income",  "intensive",
    "known",    "led",       "level",       "looking",  "making", "minded",     "off",     "oriented",
    "out",      "owned",     "performance", "profile",  "profit", "quality",    "range",   "ranking",
    "reliance", "reliant",   "related",     "running",  "scale",  "setting",    "sharing", "sized",
    "speed",    "standing",  "style",       "tech",     "term",   "through",    "time",    "to",
    "type",     "up",        "use",         "value",    "wide",   "world",      "year",    NULL};

/* ---- What the document tells --------------------------------------------------------------------------- */

static bool is_word_byte(char byte)
{
    return isalpha((unsigned char)byte) || (byte & 0x80) || byte == '\'';
}

/* Adds the words of a line but for those that the line's end may have broken. */
static void add_words(GHashTable *words, const char *line)
{
    for (const char *place = line; *place;) {
        const char *end = place;
        while (is_word_byte(*end) || (*end == '-' && end > place && is_word_byte(end[1])))
            end++;
        if (end > place && (*end != '-' || end[1] != '\0'))
            g_hash_table_add(words, g_ascii_strdown(place, end - place));
        place = *end ? end + 1 : end;
    }
}

PdfHabits pdf_habits_new(const PdfLines *lines)
{
    PdfHabits habits = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (size_t i = 0; i < lines->length; i++)
        add_words(habits.words, lines->items[i].text);
    return habits;
}

void pdf_habits_clear(PdfHabits *habits)
{
    g_hash_table_unref(habits->words);
}

/* ---- Joining ------------------------------------------------------------------------------------------- */

/* The word before the hyphen that ends the text, and the word that begins the line, in lower case. */
static void split_words(const GString *text, const char *line, char **first, char **second)
{
    const char *end = text->str + text->len - 1, *start = end;
    while (start > text->str && is_word_byte(start[-1]))
        start--;
    *first = g_ascii_strdown(start, end - start);
    for (end = line; is_word_byte(*end);)
        end++;
    *second = g_ascii_strdown(line, end - line);
}

static bool keeps_hyphen(const char *first, const char *second, bool is_lower, const PdfHabits *habits)
{
    g_autofree char *joined = g_strconcat(first, second, NULL);
    g_autofree char *hyphened = g_strconcat(first, "-", second, NULL);
    if (g_hash_table_contains(habits->words, hyphened))
        return true;
    if (g_hash_table_contains(habits->words, joined))
        return false;
    if (strlen(first) > 3 && strlen(second) > 3 && g_hash_table_contains(habits->words, first) &&
        g_hash_table_contains(habits->words, second))
        return true;
    if (g_strv_contains(COMPOUND_SECOND, second))
        return strlen(first) > 1;
    return !is_lower ||
           (g_strv_contains(COMPOUND_FIRST, first) && g_hash_table_contains(habits->words, second));
}

/* Whether the text ends with a hyphen between two halves of a word; then the text is ready for the second. */
static bool join_hyphen(GString *text, const char *line, const PdfHabits *habits)
{
    if (text->len < 2 || text->str[text->len - 1] != '-' || !is_word_byte(text->str[text->len - 2]))
        return false;
    if (!isalnum((unsigned char)*line) || !habits)
        return isalnum((unsigned char)*line);
    g_autofree char *first = NULL, *second = NULL;
    split_words(text, line, &first, &second);
    if (!keeps_hyphen(first, second, islower((unsigned char)*line), habits))
        g_string_truncate(text, text->len - 1);
    return true;
}

void pdf_join_append(GString *text, const char *line, const PdfHabits *habits)
{
    if (text->len == 0 || !*line || join_hyphen(text, line, habits)) {
        g_string_append(text, line);
        return;
    }
    ScriptBorder border = script_border(script_last(text->str), g_utf8_get_char(line));
    if (border != SCRIPT_SOLID)
        g_string_append_c(text, border == SCRIPT_SOFT ? PDF_SOFT_BLANK : ' ');
    g_string_append(text, line);
}

/* Whether a text is Western with some Chinese in it rather than the other way round. */
static bool is_western(const char *text)
{
    size_t han = 0, letters = 0;
    while (*text) {
        gunichar c = utf8_next(&text);
        han += utf8_is_han(c);
        letters += g_ascii_isalpha((char)MIN(c, 0x7F));
    }
    return letters > 4 * han;
}

void pdf_join_finish(GString *text)
{
    bool keeps = is_western(text->str);
    size_t kept = 0;
    for (size_t i = 0; i < text->len; i++) {
        if (text->str[i] != PDF_SOFT_BLANK)
            text->str[kept++] = text->str[i];
        else if (keeps)
            text->str[kept++] = ' ';
    }
    g_string_truncate(text, kept);
}
