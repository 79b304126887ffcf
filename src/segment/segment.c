#include "base/error.h"
#include "base/place.h"
#include "segment/cutter.h"
#include "segment/fallback.h"
#include "segment/lattice.h"
#include "segment/rules.h"
#include "segment/sentence.h"
#include "segment/tagger.h"

/* A long text is cut in windows of this many units, each ending behind a unit that no word goes across. A
 * stretch longer than that is cut where a word starts, MARGIN units before its end, and goes on from there.
 */
enum { WINDOW = 512, MARGIN = 128 };

/* Raised whenever the code cuts some text otherwise than before. */
enum { CUTTER_VERSION = 3 };

enum { GRANULARITIES = 2, OWN_WORDS = 500000 };

/* What there is, is used: lexicon and model, the lexicon alone, or neither. */
struct TifaSegmenter {
    Lexicon lexicon; /* without bytes if missing */
    Lexicon own;     /* the user's words, without bytes if there are none */
    Model models[GRANULARITIES];
    Tagger tagger; /* without bytes if missing */
    Cutter *cutter;
    Fallback *fallback; /* NULL unless there is no lexicon */
    char *stamp;
    Units units;
    uint8_t edges[WINDOW];
};

static const char *const model_files[GRANULARITIES] = {
    [TIFA_WORDS] = "share/tifa/words.model",
    [TIFA_FINE] = "share/tifa/fine.model",
};

/* A missing file is no error, a damaged one is. */
static bool open_parts(TifaSegmenter *segmenter, GError **error)
{
    g_autofree char *lexicon = place_of("share/tifa/lexicon");
    if (!g_file_test(lexicon, G_FILE_TEST_EXISTS))
        return true;
    if (!lexicon_open(&segmenter->lexicon, lexicon, error))
        return false;
    for (int i = 0; i < GRANULARITIES; i++) {
        g_autofree char *path = place_of(model_files[i]);
        if (g_file_test(path, G_FILE_TEST_EXISTS) && !model_open(&segmenter->models[i], path, error))
            return false;
    }
    g_autofree char *tagger = place_of("share/tifa/parts.model");
    return !g_file_test(tagger, G_FILE_TEST_EXISTS) || tagger_open(&segmenter->tagger, tagger, error);
}

/* The stamp names what cuts, and what it cuts by. */
static void write_stamp(TifaSegmenter *segmenter)
{
    GString *stamp = g_string_new(NULL);
    g_string_printf(stamp, "segment %d", CUTTER_VERSION);
    if (segmenter->lexicon.bytes)
        g_string_append_printf(stamp, ", lexicon %s", segmenter->lexicon.stamp);
    else
        g_string_append_printf(stamp, ", ICU %s", fallback_version());
    if (segmenter->own.bytes)
        g_string_append_printf(stamp, ", own words %s", segmenter->own.stamp);
    if (segmenter->models[TIFA_WORDS].bytes)
        g_string_append_printf(stamp, ", words %s", segmenter->models[TIFA_WORDS].stamp);
    if (segmenter->models[TIFA_FINE].bytes)
        g_string_append_printf(stamp, ", fine %s", segmenter->models[TIFA_FINE].stamp);
    g_free(segmenter->stamp);
    segmenter->stamp = g_string_free(stamp, FALSE);
}

static void renew_cutter(TifaSegmenter *segmenter)
{
    cutter_free(segmenter->cutter);
    segmenter->cutter = NULL;
    if (segmenter->lexicon.bytes)
        segmenter->cutter =
            cutter_new(&segmenter->lexicon, segmenter->own.bytes ? &segmenter->own : NULL, WINDOW);
    write_stamp(segmenter);
}

TifaSegmenter *tifa_segmenter_new(GError **error)
{
    g_autoptr(TifaSegmenter) segmenter = g_new0(TifaSegmenter, 1);
    if (!open_parts(segmenter, error))
        return NULL;
    if (!segmenter->lexicon.bytes && !(segmenter->fallback = fallback_new(error)))
        return NULL;
    renew_cutter(segmenter);
    return g_steal_pointer(&segmenter);
}

const char *tifa_segmenter_warning(const TifaSegmenter *segmenter)
{
    if (!segmenter->lexicon.bytes)
        return "share/tifa/lexicon is missing: words are cut by ICU's dictionary, which is much less right; "
               "install tifa anew";
    if (!segmenter->models[TIFA_WORDS].bytes || !segmenter->models[TIFA_FINE].bytes)
        return "share/tifa/*.model: a model is missing: words are cut by the lexicon alone, less right; "
               "install tifa anew";
    return "";
}

void tifa_segmenter_free(TifaSegmenter *segmenter)
{
    if (!segmenter)
        return;
    cutter_free(segmenter->cutter);
    fallback_free(segmenter->fallback);
    for (int i = 0; i < GRANULARITIES; i++)
        model_clear(&segmenter->models[i]);
    tagger_clear(&segmenter->tagger);
    lexicon_clear(&segmenter->own);
    lexicon_clear(&segmenter->lexicon);
    array_clear(&segmenter->units);
    g_free(segmenter->stamp);
    g_free(segmenter);
}

const char *tifa_segmenter_stamp(const TifaSegmenter *segmenter)
{
    return segmenter->stamp;
}

bool tifa_segmenter_add_words(TifaSegmenter *segmenter, const char *const *words, GError **error)
{
    if (!segmenter->lexicon.bytes)
        return fail(error, TIFA_ERROR_SYSTEM,
                    "own words: the lexicon of the segmenter is missing; install tifa anew");
    if (g_strv_length((char **)words) > OWN_WORDS)
        return fail(error, TIFA_ERROR_INPUT, "own words: more than %d; take fewer", OWN_WORDS);
    ARRAY(LexiconEntry) entries = {0};
    for (; *words; words++) {
        const char *reason = lexicon_refuses(*words);
        if (reason) {
            array_clear(&entries);
            return fail(error, TIFA_ERROR_INPUT, "own words: %s: %s", *words, reason);
        }
        array_push(&entries, ((LexiconEntry){*words, LEXICON_WHOLE | 1}));
    }
    g_autoptr(GBytes) bytes = lexicon_build(entries.items, entries.length, NULL);
    array_clear(&entries);
    lexicon_clear(&segmenter->own);
    bool is_loaded = lexicon_load(&segmenter->own, bytes, "own words", error);
    renew_cutter(segmenter);
    return is_loaded;
}

/* Cuts every stretch of joinable units by itself, with what there is without a model. */
static void cut_runs(TifaSegmenter *segmenter, const Run *window)
{
    const Units *units = window->units;
    for (size_t i = 0; i < window->end;) {
        Run run = {window->text, units, i, i};
        while (run.end < window->end && unit_is_joinable(&units->items[run.end]))
            run.end++;
        if (run.end == i) {
            i++;
            continue;
        }
        if (segmenter->lexicon.bytes)
            lattice_cut(&segmenter->lexicon, &run, segmenter->edges + i);
        else
            fallback_cut(segmenter->fallback, &run, segmenter->edges + i);
        i = run.end;
    }
}

/* Around units that no word goes across edges are cut; the others are free. */
static void reset_edges(TifaSegmenter *segmenter)
{
    bool is_cut = true;
    for (size_t i = 0; i < segmenter->units.length; i++) {
        bool is_joinable = unit_is_joinable(&segmenter->units.items[i]);
        segmenter->edges[i] = is_cut || !is_joinable ? EDGE_CUT : EDGE_FREE;
        is_cut = !is_joinable;
    }
}

static void cut_window(TifaSegmenter *segmenter, const char *text, TifaGranularity granularity)
{
    const Model *model = &segmenter->models[granularity];
    Run window = {text, &segmenter->units, 0, segmenter->units.length};
    reset_edges(segmenter);
    if (segmenter->cutter)
        cutter_fix(segmenter->cutter, &window, granularity, segmenter->edges);
    else
        rules_fix(&window, granularity, segmenter->edges);
    if (model->bytes)
        cutter_decide(segmenter->cutter, model, &window, granularity, segmenter->edges);
    else
        cut_runs(segmenter, &window);
}

/* How many of the window's units are decided: all at the end of the text, else those up to the last one that
 * no word goes across. */
static size_t settled_units(const TifaSegmenter *segmenter, bool is_end_of_text)
{
    const Units *units = &segmenter->units;
    if (is_end_of_text)
        return units->length;
    for (size_t i = units->length; i-- > 0;)
        if (!unit_is_joinable(&units->items[i]) && units->items[i].class != UNIT_SPACE)
            return i + 1;
    for (size_t i = units->length - MARGIN; i > 0; i--)
        if (segmenter->edges[i] == EDGE_CUT)
            return i;
    return units->length - MARGIN;
}

static TifaTokenKind kind_of(const Unit *unit)
{
    static const TifaTokenKind kinds[] = {
        [UNIT_HAN] = TIFA_TOKEN_WORD,    [UNIT_NUMBER] = TIFA_TOKEN_NUMBER,
        [UNIT_LATIN] = TIFA_TOKEN_LATIN, [UNIT_MARK] = TIFA_TOKEN_PUNCTUATION,
        [UNIT_SPACE] = TIFA_TOKEN_SPACE, [UNIT_OTHER] = TIFA_TOKEN_OTHER,
    };
    return kinds[unit->class];
}

/* Where words start cannot be foreseen: every unit writes the token it belongs to, and the next one does so
 * again or goes on to the next token. */
static void emit_tokens(const TifaSegmenter *segmenter, size_t settled, TifaTokens *tokens)
{
    array_reserve(tokens, settled);
    TifaToken *next = tokens->items + tokens->length, token = {0};
    for (size_t i = 0; i < settled; i++) {
        const Unit *unit = &segmenter->units.items[i];
        bool is_start = i == 0 || segmenter->edges[i] != EDGE_JOIN;
        token.span.start = is_start ? unit->start : token.span.start;
        token.kind = is_start ? (uint16_t)kind_of(unit) : token.kind;
        token.span.end = unit->end;
        next += is_start;
        next[-1] = token;
    }
    tokens->length = (size_t)(next - tokens->items);
}

void tifa_segmenter_cut(TifaSegmenter *segmenter, const char *text, size_t length,
                        TifaGranularity granularity, TifaTokens *tokens)
{
    size_t first = tokens->length;
    for (size_t place = 0; place < length;) {
        segmenter->units.length = 0;
        size_t end = units_scan(&segmenter->units, text, place, length, WINDOW);
        cut_window(segmenter, text, granularity);
        size_t settled = settled_units(segmenter, end == length);
        emit_tokens(segmenter, settled, tokens);
        place = segmenter->units.items[settled - 1].end;
    }
    sentences_mark(text, tokens, first);
}

static bool is_chinese(const char *text, const TifaTokens *tokens, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        Word word = word_at(text, &tokens->items[i]);
        if (word_is_chinese(&word))
            return true;
    }
    return false;
}

/* The tokens first..end-1 of a sentence, by what needs no model. */
static void tag_plainly(const TifaSegmenter *segmenter, const char *text, const TifaTokens *tokens,
                        size_t first, size_t end, bool is_english, uint8_t *parts)
{
    bool is_first = true;
    for (size_t i = first; i < end; i++) {
        Word word = word_at(text, &tokens->items[i]);
        TifaPart part = parts_fixed(&word);
        if (part == TIFA_PARTS) {
            part = is_english ? parts_english(&word, is_first) : parts_listed(&segmenter->lexicon, &word);
            is_first = false;
        }
        parts[i] = (uint8_t)part;
    }
}

void tifa_segmenter_tag_parts(TifaSegmenter *segmenter, const char *text, const TifaTokens *tokens,
                              uint8_t *parts)
{
    for (size_t first = 0, end; first < tokens->length; first = end) {
        for (end = first + 1;
             end < tokens->length && !(tokens->items[end - 1].flags & TIFA_TOKEN_SENTENCE_END);)
            end++;
        bool is_english = !is_chinese(text, tokens, first, end);
        if (segmenter->tagger.bytes && !is_english)
            tagger_tag(&segmenter->tagger, &segmenter->lexicon, text, tokens, first, end, parts);
        else
            tag_plainly(segmenter, text, tokens, first, end, is_english, parts);
    }
}
