#include "compare/words.h"

#include "base/utf8.h"
#include "compare/normal.h"

#include <string.h>

struct WordTable {
    const TifaCutter *cutter;
    GHashTable *numbers; /* of folded words (char *) */
    TifaTokens tokens;   /* of the stretch being cut */
    NormalText folded;   /* of the word being numbered */
    GString *key;
};

WordTable *word_table_new(const TifaCutter *cutter)
{
    WordTable *table = g_new0(WordTable, 1);
    table->cutter = cutter;
    table->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    table->key = g_string_new(NULL);
    return table;
}

void word_table_free(WordTable *table)
{
    g_hash_table_unref(table->numbers);
    array_clear(&table->tokens);
    array_clear(&table->folded);
    g_string_free(table->key, TRUE);
    g_free(table);
}

/* Without a cutter: runs of Latin letters and digits, and single characters. */
static void cut_characters(const char *text, size_t length, TifaTokens *tokens)
{
    bool was_alnum = false;
    for (const char *place = text, *end = text + length; place < end;) {
        uint32_t start = (uint32_t)(place - text);
        gunichar c = utf8_next(&place);
        bool is_alnum = c < 0x250 && g_unichar_isalnum(c);
        if (is_alnum && was_alnum)
            array_last(tokens).span.end = (uint32_t)(place - text);
        else
            array_push(tokens, ((TifaToken){.span = {start, (uint32_t)(place - text)}}));
        was_alnum = is_alnum;
    }
}

/* The number of a word: that of its folded characters; a word of white space alone is a blank or a line end.
 */
static uint32_t number_word(WordTable *table, const char *text, size_t length, size_t *chars)
{
    table->folded.length = 0;
    normal_add(&table->folded, text, length);
    *chars = table->folded.length;
    g_string_truncate(table->key, 0);
    for (size_t i = 0; i < table->folded.length; i++)
        g_string_append_unichar(table->key, table->folded.items[i]);
    if (*chars == 0)
        g_string_append_c(table->key, memchr(text, '\n', length) ? '\n' : ' ');
    gpointer known = g_hash_table_lookup(table->numbers, table->key->str);
    if (known)
        return GPOINTER_TO_UINT(known);
    uint32_t number = g_hash_table_size(table->numbers) + 1;
    g_hash_table_insert(table->numbers, g_strdup(table->key->str), GUINT_TO_POINTER(number));
    return number;
}

void word_table_cut(WordTable *table, const char *text, TifaSpan span, Words *words)
{
    size_t length = span.end - span.start;
    table->tokens.length = 0;
    if (table->cutter)
        table->cutter->cut(table->cutter->data, text + span.start, length, &table->tokens);
    else
        cut_characters(text + span.start, length, &table->tokens);
    array_reserve(words, table->tokens.length);
    for (size_t i = 0; i < table->tokens.length; i++) {
        TifaSpan place = {span.start + table->tokens.items[i].span.start,
                          span.start + table->tokens.items[i].span.end};
        size_t chars;
        uint32_t number = number_word(table, text + place.start, place.end - place.start, &chars);
        array_push(words, ((Word){place, number, (uint16_t)MIN(chars, UINT16_MAX), false}));
    }
}
