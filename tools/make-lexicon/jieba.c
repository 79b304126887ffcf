#include "jieba.h"

#include <stdlib.h>
#include <string.h>

/* How often jieba has to have met an entry for it to be a word whatever it looks like. The first one is what
 * entries have that were met in no text at all. */
enum { NEVER_MET = 5, NUMBER_SELDOM = 3, PHRASE_SELDOM = 10, NAME_OFTEN = 7, PART_MORE_OFTEN = 50 };

Jieba jieba_new(void)
{
    return (Jieba){.affixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                   .frequencies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
}

void jieba_clear(Jieba *jieba)
{
    g_hash_table_unref(jieba->affixes);
    g_hash_table_unref(jieba->frequencies);
}

void jieba_read_phrases(Jieba *jieba, char *line)
{
    line[strcspn(line, "#")] = '\0';
    g_auto(GStrv) each = g_strsplit_set(line, " \r", -1);
    for (char **affix = each; *affix; affix++)
        if (**affix)
            g_hash_table_add(jieba->affixes, g_strdup(*affix));
}

bool jieba_read_entry(char *line, JiebaEntry *entry)
{
    char *frequency = strchr(line, ' '), *tag = frequency ? strchr(frequency + 1, ' ') : NULL;
    if (!tag || strchr(tag + 1, ' ')) /* a few entries hold blanks; no word does */
        return false;
    *frequency = *tag = '\0';
    *entry = (JiebaEntry){line, tag + 1, strtoul(frequency + 1, NULL, 10)};
    return true;
}

static size_t length_of(const char *text)
{
    return utf8_count(text, strlen(text));
}

void jieba_learn(Jieba *jieba, const JiebaEntry *entry)
{
    if (length_of(entry->word) == 2)
        g_hash_table_insert(jieba->frequencies, g_strdup(entry->word),
                            GSIZE_TO_POINTER((size_t)entry->frequency));
}

/* Whether words that begin with the first `count` characters of `word` are phrases. */
static bool begins_phrases(const Jieba *jieba, const char *word, size_t count)
{
    const char *end = g_utf8_offset_to_pointer(word, (glong)count);
    g_autofree char *affix = g_strdup_printf("%.*s-", (int)(end - word), word);
    return g_hash_table_contains(jieba->affixes, affix);
}

/* The same of their end, from the character `first` on. */
static bool ends_phrases(const Jieba *jieba, const char *word, size_t first)
{
    g_autofree char *affix = g_strconcat("-", g_utf8_offset_to_pointer(word, (glong)first), NULL);
    return g_hash_table_contains(jieba->affixes, affix);
}

/* How often the two characters from `first` on are met as an entry. */
static size_t frequency_of_part(const Jieba *jieba, const char *word, size_t first)
{
    const char *start = g_utf8_offset_to_pointer(word, (glong)first),
               *end = g_utf8_offset_to_pointer(start, 2);
    g_autofree char *part = g_strndup(start, (size_t)(end - start));
    return GPOINTER_TO_SIZE(g_hash_table_lookup(jieba->frequencies, part));
}

/* Whether the entry is a function word and a word that is met far more often by itself, or the reverse. */
static bool is_function_and_word(const Jieba *jieba, const JiebaEntry *entry)
{
    size_t least = PART_MORE_OFTEN * entry->frequency;
    return (begins_phrases(jieba, entry->word, 1) && frequency_of_part(jieba, entry->word, 1) >= least) ||
           (ends_phrases(jieba, entry->word, 2) && frequency_of_part(jieba, entry->word, 0) >= least);
}

static bool is_phrase(const Jieba *jieba, const JiebaEntry *entry)
{
    const char *word = entry->word;
    switch (length_of(word)) {
    case 2:
        return entry->frequency <= NEVER_MET &&
               (begins_phrases(jieba, word, 1) || ends_phrases(jieba, word, 1));
    case 3:
        return is_function_and_word(jieba, entry);
    case 4:
        return entry->frequency <= PHRASE_SELDOM &&
               (begins_phrases(jieba, word, 2) || begins_phrases(jieba, word, 3) ||
                ends_phrases(jieba, word, 2));
    default:
        return false;
    }
}

static bool begins_with_numeral(const char *word)
{
    return g_utf8_strchr("一二两三四五六七八九十百千万亿〇第", -1, g_utf8_get_char(word)) != NULL;
}

bool jieba_has_word(const Jieba *jieba, const JiebaEntry *entry)
{
    bool is_number = begins_with_numeral(entry->word) && length_of(entry->word) >= 3;
    return !(is_number && entry->frequency <= NUMBER_SELDOM) && !is_phrase(jieba, entry);
}

static bool is_one_of(const char *tag, const char *const *tags)
{
    while (*tags && strcmp(tag, *tags) != 0)
        tags++;
    return *tags != NULL;
}

/* Whether what begins with a numeral is a name or an idiom (四人帮, the Gang of Four; 一心一意, heart and
 * soul) and no number of things. */
static bool is_numbered_name(const JiebaEntry *entry)
{
    static const char *const names[] = {"nz", "nt", "ns", "j", NULL}, *const idioms[] = {"i", "l", NULL};
    size_t length = length_of(entry->word);
    if (!begins_with_numeral(entry->word) || entry->frequency < NAME_OFTEN)
        return false;
    return (length >= 3 && is_one_of(entry->tag, names)) || (length == 4 && is_one_of(entry->tag, idioms));
}

/* About twice the binary logarithm of a frequency, plus 1: in whole numbers, so that it is the same
 * everywhere. */
static uint16_t rank_of(unsigned long frequency)
{
    uint16_t bits = 0;
    while (frequency >> bits > 1)
        bits++;
    uint16_t half = bits > 0 && (frequency >> (bits - 1) & 1);
    return 1 + 2 * bits + half;
}

static uint16_t class_number(const char *tag)
{
    for (int i = 1; i < LEXICON_CLASSES; i++)
        if (strcmp(lexicon_classes[i], tag) == 0)
            return (uint16_t)i;
    return 0;
}

uint16_t jieba_value(const JiebaEntry *entry)
{
    uint16_t class = (uint16_t)(class_number(entry->tag) << LEXICON_CLASS_SHIFT);
    return rank_of(entry->frequency) | class | (is_numbered_name(entry) ? LEXICON_WHOLE : 0);
}
