#include "segment/parts.h"

#include <string.h>

static const char *const names[TIFA_PARTS] = {
    [TIFA_PART_NONE] = "",       [TIFA_PART_ADJ] = "ADJ",     [TIFA_PART_ADP] = "ADP",
    [TIFA_PART_ADV] = "ADV",     [TIFA_PART_AUX] = "AUX",     [TIFA_PART_CCONJ] = "CCONJ",
    [TIFA_PART_DET] = "DET",     [TIFA_PART_INTJ] = "INTJ",   [TIFA_PART_NOUN] = "NOUN",
    [TIFA_PART_NUM] = "NUM",     [TIFA_PART_PART] = "PART",   [TIFA_PART_PRON] = "PRON",
    [TIFA_PART_PROPN] = "PROPN", [TIFA_PART_PUNCT] = "PUNCT", [TIFA_PART_SCONJ] = "SCONJ",
    [TIFA_PART_SYM] = "SYM",     [TIFA_PART_VERB] = "VERB",   [TIFA_PART_X] = "X",
};

const char *tifa_part_name(TifaPart part)
{
    return names[part];
}

TifaPart tifa_part_named(const char *name)
{
    for (int part = TIFA_PART_NONE + 1; part < TIFA_PARTS; part++)
        if (g_ascii_strcasecmp(name, names[part]) == 0)
            return (TifaPart)part;
    return TIFA_PART_NONE;
}

bool word_is_chinese(const Word *word)
{
    for (const char *place = word->start; place < word->start + word->length;)
        if (utf8_is_han(utf8_next(&place)))
            return true;
    return false;
}

TifaPart parts_fixed(const Word *word)
{
    switch (word->kind) {
    case TIFA_TOKEN_SPACE:
        return TIFA_PART_NONE;
    case TIFA_TOKEN_PUNCTUATION:
        return TIFA_PART_PUNCT;
    case TIFA_TOKEN_OTHER:
        return TIFA_PART_SYM;
    default:
        return TIFA_PARTS;
    }
}

/* English words that are always, or nearly always, of one part, between blanks. */
static const char *const closed[TIFA_PARTS] = {
    [TIFA_PART_ADP] = " of in on at by for with from into under over between through within towards toward "
                      "against among across during about per upon via throughout without after before ",
    [TIFA_PART_ADV] = " not also more most very well further only thus therefore however here there so too ",
    [TIFA_PART_AUX] =
        " is are was were be been being am shall will would should must may might can could has "
        "have had do does did cannot ",
    [TIFA_PART_CCONJ] = " and or but nor ",
    [TIFA_PART_DET] = " the a an this these those all each every any some no such both another other ",
    [TIFA_PART_NUM] = " one two three four five six seven eight nine ten hundred thousand million billion ",
    [TIFA_PART_PART] = " to ",
    [TIFA_PART_PRON] = " it its we our us they their them he his him she her i my you your who whom whose "
                       "which what itself themselves ourselves ",
    [TIFA_PART_SCONJ] = " that if because while whereas although unless when where as than since ",
};

typedef struct {
    const char *ending;
    TifaPart part;
} Ending;

/* The first that fits decides. */
static const Ending endings[] = {
    {"ly", TIFA_PART_ADV},    {"tion", TIFA_PART_NOUN}, {"sion", TIFA_PART_NOUN}, {"ment", TIFA_PART_NOUN},
    {"ness", TIFA_PART_NOUN}, {"ity", TIFA_PART_NOUN},  {"ance", TIFA_PART_NOUN}, {"ence", TIFA_PART_NOUN},
    {"ship", TIFA_PART_NOUN}, {"ism", TIFA_PART_NOUN},  {"ing", TIFA_PART_VERB},  {"ed", TIFA_PART_VERB},
    {"ize", TIFA_PART_VERB},  {"ise", TIFA_PART_VERB},  {"ify", TIFA_PART_VERB},  {"ous", TIFA_PART_ADJ},
    {"ful", TIFA_PART_ADJ},   {"able", TIFA_PART_ADJ},  {"ible", TIFA_PART_ADJ},  {"ive", TIFA_PART_ADJ},
    {"ic", TIFA_PART_ADJ},    {"ical", TIFA_PART_ADJ},  {"al", TIFA_PART_ADJ},    {"less", TIFA_PART_ADJ},
};

static TifaPart part_by_ending(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(word, endings[i].ending) && strlen(word) > strlen(endings[i].ending) + 2)
            return endings[i].part;
    return TIFA_PART_NOUN;
}

TifaPart parts_english(const Word *word, bool is_first)
{
    if (word->kind == TIFA_TOKEN_NUMBER)
        return TIFA_PART_NUM;
    char small[32] = " ";
    size_t length = MIN(word->length, sizeof small - 3);
    for (size_t i = 0; i < length; i++)
        small[1 + i] = g_ascii_tolower(word->start[i]);
    small[1 + length] = ' ';
    for (int part = 0; part < TIFA_PARTS; part++)
        if (closed[part] && strstr(closed[part], small))
            return (TifaPart)part;
    small[1 + length] = '\0';
    bool is_name =
        g_ascii_isupper(*word->start) && (!is_first || word->length < 2 || g_ascii_isupper(word->start[1]));
    return is_name ? TIFA_PART_PROPN : part_by_ending(small + 1);
}

uint16_t parts_value(const Lexicon *lexicon, const Word *word)
{
    if (!lexicon->bytes)
        return 0;
    uint32_t node = 0;
    const char *place = word->start, *end = place + word->length;
    do {
        node = lexicon_step(lexicon, node, lexicon_number(lexicon, utf8_next(&place)));
    } while (node && place < end);
    uint16_t value = node ? lexicon->nodes[node].value : 0;
    return lexicon_rank(value) ? value : 0;
}

/* What jieba's classes are called in Universal Dependencies, as far as one is the other; the rest are nouns.
 */
static TifaPart part_of_class(const char *class)
{
    static const struct {
        const char *class;
        TifaPart part;
    } known[] = {
        {"v", TIFA_PART_VERB},   {"vn", TIFA_PART_VERB},  {"a", TIFA_PART_ADJ},    {"an", TIFA_PART_ADJ},
        {"b", TIFA_PART_ADJ},    {"z", TIFA_PART_ADJ},    {"d", TIFA_PART_ADV},    {"ad", TIFA_PART_ADV},
        {"nr", TIFA_PART_PROPN}, {"ns", TIFA_PART_PROPN}, {"nt", TIFA_PART_PROPN}, {"nrt", TIFA_PART_PROPN},
        {"m", TIFA_PART_NUM},    {"r", TIFA_PART_PRON},   {"p", TIFA_PART_ADP},    {"f", TIFA_PART_ADP},
        {"c", TIFA_PART_CCONJ},  {"u", TIFA_PART_PART},   {"y", TIFA_PART_PART},   {"k", TIFA_PART_PART},
        {"h", TIFA_PART_PART},   {"zg", TIFA_PART_VERB},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(class, known[i].class) == 0)
            return known[i].part;
    return TIFA_PART_NOUN;
}

TifaPart parts_listed(const Lexicon *lexicon, const Word *word)
{
    if (word->kind == TIFA_TOKEN_NUMBER)
        return TIFA_PART_NUM;
    if (word->kind == TIFA_TOKEN_LATIN && !word_is_chinese(word))
        return TIFA_PART_X;
    uint16_t value = parts_value(lexicon, word);
    return part_of_class(lexicon_classes[value >> LEXICON_CLASS_SHIFT & (LEXICON_CLASSES - 1)]);
}
