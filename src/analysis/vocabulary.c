#include "analysis/vocabulary.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>

/* A vocabulary being read: its arrays still grow. */
typedef struct {
    Vocabulary *vocabulary;
    size_t capacity;
    GString *folded; /* the term at hand */
} Reading;

static void grow(Reading *reading, size_t term)
{
    Vocabulary *vocabulary = reading->vocabulary;
    size_t capacity = MAX(term + 1, 2 * reading->capacity + 1024);
    vocabulary->word_of = g_realloc_n(vocabulary->word_of, capacity, sizeof *vocabulary->word_of);
    vocabulary->lengths = g_realloc_n(vocabulary->lengths, capacity, sizeof *vocabulary->lengths);
    vocabulary->texts = g_realloc_n(vocabulary->texts, capacity, sizeof *vocabulary->texts);
    vocabulary->kinds = g_realloc_n(vocabulary->kinds, capacity, sizeof *vocabulary->kinds);
    for (size_t i = reading->capacity; i < capacity; i++) {
        vocabulary->word_of[i] = vocabulary->lengths[i] = 0;
        vocabulary->texts[i] = NULL;
        vocabulary->kinds[i] = TIFA_TOKEN_OTHER;
    }
    reading->capacity = capacity;
}

static void fold_term(GString *folded, const char *text, size_t length)
{
    FoldScript script = FOLD_SIMPLIFIED;
    for (const char *place = text; place < text + length;)
        if (fold_is_traditional(utf8_next(&place)))
            script = FOLD_TRADITIONAL;
    g_string_truncate(folded, 0);
    for (const char *place = text; place < text + length;)
        g_string_append_unichar(folded, fold_char(utf8_next(&place), script));
}

/* The word of the folded text, made now if it is new. */
static uint32_t take_word(Vocabulary *vocabulary, const GString *folded)
{
    uint32_t word = GPOINTER_TO_UINT(g_hash_table_lookup(vocabulary->words, folded->str));
    if (!word) {
        word = (uint32_t)++vocabulary->word_count;
        g_hash_table_insert(vocabulary->words,
                            g_string_chunk_insert_len(vocabulary->strings, folded->str, (gssize)folded->len),
                            GUINT_TO_POINTER(word));
    }
    return word;
}

static bool take_term(const StoreTerm *term, void *data, GError **error)
{
    (void)error;
    Reading *reading = data;
    Vocabulary *vocabulary = reading->vocabulary;
    if (term->id >= reading->capacity)
        grow(reading, term->id);
    vocabulary->term_count = term->id;
    vocabulary->lengths[term->id] = (uint32_t)term->length;
    vocabulary->kinds[term->id] = (uint8_t)term->kind;
    vocabulary->texts[term->id] =
        g_string_chunk_insert_len(vocabulary->strings, term->text, (gssize)term->length);
    if (term->kind > TIFA_TOKEN_NUMBER)
        return true;
    fold_term(reading->folded, term->text, term->length);
    vocabulary->word_of[term->id] = take_word(vocabulary, reading->folded);
    return true;
}

Vocabulary *vocabulary_read(Store *store, GError **error)
{
    Vocabulary *vocabulary = g_new0(Vocabulary, 1);
    vocabulary->strings = g_string_chunk_new(1 << 16);
    vocabulary->words = g_hash_table_new(g_str_hash, g_str_equal);
    Reading reading = {vocabulary, 0, g_string_new(NULL)};
    grow(&reading, 0);
    bool is_read = store_each_term(store, take_term, &reading, error);
    g_string_free(reading.folded, TRUE);
    if (is_read)
        return vocabulary;
    vocabulary_free(vocabulary);
    return NULL;
}

void vocabulary_free(Vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    g_free(vocabulary->word_of);
    g_free(vocabulary->lengths);
    g_free(vocabulary->texts);
    g_free(vocabulary->kinds);
    g_hash_table_unref(vocabulary->words);
    g_string_chunk_free(vocabulary->strings);
    g_free(vocabulary);
}

uint32_t vocabulary_find(const Vocabulary *vocabulary, const char *text)
{
    g_autoptr(GString) folded = g_string_new(NULL);
    fold_term(folded, text, strlen(text));
    return GPOINTER_TO_UINT(g_hash_table_lookup(vocabulary->words, folded->str));
}

uint32_t *vocabulary_forms(const Vocabulary *vocabulary, const uint32_t *term_counts)
{
    uint32_t *forms = g_new0(uint32_t, vocabulary->word_count + 1);
    for (uint32_t term = 1; term <= vocabulary->term_count; term++) {
        uint32_t word = vocabulary->word_of[term], best = forms[word];
        if (!word || !term_counts[term])
            continue;
        if (!best || term_counts[term] > term_counts[best] ||
            (term_counts[term] == term_counts[best] &&
             strcmp(vocabulary->texts[term], vocabulary->texts[best]) < 0))
            forms[word] = term;
    }
    return forms;
}
