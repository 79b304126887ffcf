#include "concordance/context.h"

#include "base/utf8.h"

#include <string.h>

static const size_t DEFAULT_CHARACTERS = 40;

/* ---- As it is written ------------------------------------------------------------------------ */

static const struct {
    const char *name;
    TifaContextUnit unit;
} units[] = {
    {"", TIFA_CONTEXT_CHARACTERS}, {"w", TIFA_CONTEXT_WORDS},   {"s", TIFA_CONTEXT_SENTENCES},
    {"p", TIFA_CONTEXT_PARAGRAPH}, {"a", TIFA_CONTEXT_ARTICLE},
};

bool tifa_context_parse(const char *text, TifaContext *context, GError **error)
{
    char *end = (char *)text;
    guint64 count = g_ascii_isdigit(*text) ? g_ascii_strtoull(text, &end, 10) : 0;
    for (size_t i = 0; *text && i < G_N_ELEMENTS(units); i++) {
        bool has_count = end > text, is_counted = units[i].unit <= TIFA_CONTEXT_SENTENCES;
        if (!g_str_equal(end, units[i].name) || (has_count && !is_counted) || count > 1000000)
            continue;
        size_t usual = units[i].unit == TIFA_CONTEXT_WORDS ? 5 : 0;
        *context = (TifaContext){units[i].unit, has_count ? (size_t)count : usual};
        return true;
    }
    return fail(error, TIFA_ERROR_INPUT,
                "--context %s: use 40 (characters), 5w (words), s or 2s (sentences), p (the paragraph) or a "
                "(the article)",
                text);
}

Context context_new(TifaCorpus *corpus, TifaContext wanted)
{
    if (wanted.unit == TIFA_CONTEXT_CHARACTERS && !wanted.count)
        wanted.count = DEFAULT_CHARACTERS;
    return (Context){.corpus = corpus, .wanted = wanted, .words = {.store = corpus->store}};
}

void context_clear(Context *context)
{
    passage_words_clear(&context->words);
    array_clear(&context->places);
    array_clear(&context->sentences);
    if (context->before)
        g_string_free(context->before, TRUE);
    if (context->behind)
        g_string_free(context->behind, TRUE);
}

/* ---- Inside the paragraph -------------------------------------------------------------------- */

static TifaSpan character_reach(const StorePassage *passage, TifaSpan place, size_t count)
{
    const char *text = passage->text;
    const char *start = utf8_back(text, text + place.start, count);
    const char *end = utf8_forward(text + place.end, text + passage->length, count);
    return (TifaSpan){(uint32_t)(start - text), (uint32_t)(end - text)};
}

/* Words and sentences of a passage are read once for all places in it. */
static bool read_passage(Context *context, const StorePassage *passage, GError **error)
{
    if (context->words_of == passage->id)
        return true;
    context->words_of = passage->id;
    context->sentences.length = 0;
    if (context->wanted.unit == TIFA_CONTEXT_WORDS)
        return passage_words_get(&context->words, passage->id, passage->length, &context->places, error);
    return store_get_sentences(context->corpus->store, passage->id, &context->sentences, error);
}

/* From the start of the count-th word before the place to the end of the count-th behind it; what stands
 * between words comes along. */
static TifaSpan word_reach(const Spans *words, TifaSpan place, size_t count)
{
    TifaSpan reach = place;
    size_t first = 0, behind;
    while (first < words->length && words->items[first].start < place.start)
        first++;
    for (behind = first; behind < words->length && words->items[behind].end <= place.end;)
        behind++;
    size_t from = first > count ? first - count : 0, to = MIN(behind + count, words->length);
    if (from < first)
        reach.start = words->items[from].start;
    if (to > behind)
        reach.end = words->items[to - 1].end;
    return reach;
}

static TifaSpan sentence_reach(const StoreOffsets *ends, const StorePassage *passage, TifaSpan place,
                               size_t count)
{
    size_t first = 0, last;
    while (first + 1 < ends->length && ends->items[first] <= place.start)
        first++;
    for (last = first; last + 1 < ends->length && ends->items[last] < place.end;)
        last++;
    size_t from = first > count ? first - count : 0, to = last + count;
    return (TifaSpan){from ? ends->items[from - 1] : 0,
                      to < ends->length ? ends->items[to] : (uint32_t)passage->length};
}

bool context_span(Context *context, const StorePassage *passage, TifaSpan place, TifaSpan *reach,
                  GError **error)
{
    size_t count = context->wanted.count;
    *reach = (TifaSpan){0, (uint32_t)passage->length};
    if (context->wanted.unit == TIFA_CONTEXT_CHARACTERS)
        *reach = character_reach(passage, place, count);
    if (context->wanted.unit != TIFA_CONTEXT_WORDS && context->wanted.unit != TIFA_CONTEXT_SENTENCES)
        return true;
    if (!read_passage(context, passage, error))
        return false;
    *reach = context->wanted.unit == TIFA_CONTEXT_WORDS
                 ? word_reach(&context->places, place, count)
                 : sentence_reach(&context->sentences, passage, place, count);
    return true;
}

/* ---- Beyond it: the article ------------------------------------------------------------------ */

typedef struct {
    uint16_t article, insert;
    GString *text;
    bool is_before;
} Neighbours;

/* Takes passages of the article; those before it start anew with each passage of another. */
static bool take_neighbour(const StorePassage *passage, void *data, GError **error)
{
    (void)error;
    Neighbours *neighbours = data;
    bool is_of_it = passage->article == neighbours->article && passage->insert == neighbours->insert;
    if (!is_of_it && !neighbours->is_before)
        return false;
    if (!is_of_it)
        g_string_truncate(neighbours->text, 0);
    else if (neighbours->is_before)
        g_string_append_len(g_string_append_len(neighbours->text, passage->text, (gssize)passage->length),
                            "\n", 1);
    else
        g_string_append_len(g_string_append_c(neighbours->text, '\n'), passage->text,
                            (gssize)passage->length);
    return true;
}

enum {
    FARTHEST = 2000, /* passages before the place in which the beginning of its article is looked for */
};

static bool read_article(Context *context, const StorePassage *passage, GError **error)
{
    Store *store = context->corpus->store;
    const StoreDocument *document = corpus_document_of(context->corpus, passage->id);
    int64_t id = passage->id;
    int64_t first = MAX(document->first_passage, id - FARTHEST);
    Neighbours before = {passage->article, passage->insert, context->before, true};
    Neighbours behind = {passage->article, passage->insert, context->behind, false};
    return store_each_passage(store, first, id, take_neighbour, &before, error) &&
           store_each_passage(store, id + 1, document->end_passage, take_neighbour, &behind, error);
}

bool context_article(Context *context, const StorePassage *passage, const char **before, const char **behind,
                     GError **error)
{
    *before = *behind = "";
    if (context->wanted.unit != TIFA_CONTEXT_ARTICLE || !passage->article)
        return true;
    if (!context->before) {
        context->before = g_string_new(NULL);
        context->behind = g_string_new(NULL);
    }
    if (context->article_of != passage->id) {
        g_string_truncate(context->before, 0);
        g_string_truncate(context->behind, 0);
        context->article_of = passage->id;
        if (!read_article(context, passage, error))
            return false;
    }
    *before = context->before->str;
    *behind = context->behind->str;
    return true;
}
