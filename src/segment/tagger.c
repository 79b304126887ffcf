#include "segment/tagger.h"

#include "base/error.h"
#include "base/fold.h"

#include <string.h>

bool tagger_open(Tagger *tagger, const char *path, GError **error)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    if (!file)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: cannot be read; install tifa anew", path);
    g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
    size_t length;
    const uint8_t *data = g_bytes_get_data(bytes, &length);
    TaggerHeader header;
    if (length != sizeof header + sizeof(TaggerRow) * (1 << TAGGER_ROW_BITS) ||
        memcmp(data, TAGGER_MAGIC, sizeof header.magic) != 0)
        return fail(error, TIFA_ERROR_SYSTEM,
                    "%s: is no model for this version of tifa, or damaged; install tifa anew", path);
    memcpy(&header, data, sizeof header);
    *tagger = (Tagger){.rows = (const TaggerRow *)(data + sizeof header), .bytes = g_bytes_ref(bytes)};
    g_snprintf(tagger->stamp, sizeof tagger->stamp, "%016" G_GINT64_MODIFIER "x", header.digest);
    return true;
}

void tagger_clear(Tagger *tagger)
{
    g_clear_pointer(&tagger->bytes, g_bytes_unref);
    *tagger = (Tagger){0};
}

static uint32_t mix(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * 0x9E3779B1u;
    return hash ^ hash >> 15;
}

/* One character for all ways of writing it, and one for all digits. */
static uint32_t common_form(gunichar c)
{
    c = fold_char(c, FOLD_TRADITIONAL);
    return g_ascii_isdigit(c < 0x80 ? (char)c : 0) ? '0' : c;
}

TaggedWord tagger_word(const Lexicon *lexicon, const Word *word)
{
    TaggedWord tagged = {.word = 1};
    uint32_t length = 0;
    for (const char *place = word->start; place < word->start + word->length; length++) {
        uint32_t before = tagged.last;
        tagged.last = common_form(utf8_next(&place));
        tagged.first = length ? tagged.first : tagged.last;
        tagged.head = length < 2 ? mix(tagged.head, tagged.last) : tagged.head;
        tagged.tail = mix(mix(0, before), tagged.last);
        tagged.word = mix(tagged.word, tagged.last);
    }
    uint32_t class = parts_value(lexicon, word) >> LEXICON_CLASS_SHIFT & (LEXICON_CLASSES - 1);
    bool is_mixed = word->kind == TIFA_TOKEN_LATIN && word_is_chinese(word); /* AI技术 (AI technology) */
    TifaTokenKind kind = is_mixed ? TIFA_TOKEN_WORD : word->kind;
    tagged.class = 1 + (class * 8 + (uint32_t)kind) * 8 + MIN(length, 7u);
    return tagged;
}

void tagger_features(const TaggedWord *words, TaggerPast past, uint32_t rows[TAGGER_FEATURES])
{
    const TaggedWord *here = words, *last = words - 1, *next = words + 1;
    const uint32_t tag = (uint32_t)past.last + 1, tags = tag * 32 + (uint32_t)past.earlier + 1;
    const uint32_t triples[TAGGER_FEATURES][3] = {
        {here->word, 0, 0},
        {last->word, 0, 0},
        {next->word, 0, 0},
        {last->word, here->word, 0},
        {here->word, next->word, 0},
        {here->first, 0, 0},
        {here->last, 0, 0},
        {here->head, 0, 0},
        {here->tail, 0, 0},
        {here->first, here->last, 0},
        {here->last, here->class, 0},
        {here->first, here->class, 0},
        {here->class, 0, 0},
        {last->class, here->class, 0},
        {here->class, next->class, 0},
        {last->class, here->class, next->class},
        {here->word, next->class, 0},
        {here->word, last->class, 0},
        {here->word, last->class, next->class},
        {tag, 0, 0},
        {tags, 0, 0},
        {tag, here->word, 0},
        {tags, here->word, 0},
        {tag, here->class, 0},
        {tag, here->class, next->class},
        {tag, here->last, 0},
        {tag, next->word, 0},
        {last->last, 0, 0},
        {next->first, 0, 0},
        {words[2].word, 0, 0},
        {words[-2].word, 0, 0},
        {next->class, words[2].class, here->word},
    };
    for (uint32_t k = 0; k < TAGGER_FEATURES; k++)
        rows[k] = mix(mix(mix(mix(k + 1, triples[k][0]), triples[k][1]), triples[k][2]), 0x85EBCA6Bu) >>
                  (32 - TAGGER_ROW_BITS);
}

int tagger_decide(const Tagger *tagger, const uint32_t rows[TAGGER_FEATURES])
{
    int points[TAGGER_CLASSES] = {0}, best = 0;
    for (int k = 0; k < TAGGER_FEATURES; k++)
        for (int class = 0; class < TAGGER_CLASSES; class ++)
            points[class] += tagger->rows[rows[k]][class];
    for (int class = 1; class < TAGGER_CLASSES; class ++)
        best = points[class] > points[best] ? class : best;
    return best;
}

/* The words of a sentence without its blanks, with TAGGER_AROUND empty ones before and behind. */
static TaggedWord *collect_words(const Lexicon *lexicon, const char *text, const TifaTokens *tokens,
                                 size_t first, size_t end)
{
    TaggedWord *words = g_new0(TaggedWord, end - first + 2 * TAGGER_AROUND);
    size_t count = TAGGER_AROUND;
    for (size_t i = first; i < end; i++) {
        Word word = word_at(text, &tokens->items[i]);
        if (word.kind != TIFA_TOKEN_SPACE)
            words[count++] = tagger_word(lexicon, &word);
    }
    return words;
}

void tagger_tag(const Tagger *tagger, const Lexicon *lexicon, const char *text, const TifaTokens *tokens,
                size_t first, size_t end, uint8_t *parts)
{
    g_autofree TaggedWord *words = collect_words(lexicon, text, tokens, first, end);
    const TaggedWord *here = words + TAGGER_AROUND;
    TaggerPast past = tagger_start();
    for (size_t i = first; i < end; i++) {
        Word word = word_at(text, &tokens->items[i]);
        TifaPart part = parts_fixed(&word);
        if (part == TIFA_PARTS) {
            uint32_t rows[TAGGER_FEATURES];
            tagger_features(here, past, rows);
            past = (TaggerPast){tagger_decide(tagger, rows), past.last};
            part = tagger_part(past.last);
        } else if (part != TIFA_PART_NONE) {
            past = (TaggerPast){TAGGER_START, past.last};
        }
        here += part != TIFA_PART_NONE;
        parts[i] = (uint8_t)part;
    }
}
