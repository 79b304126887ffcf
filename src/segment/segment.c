#include "segment/fallback.h"
#include "segment/rules.h"
#include "segment/sentence.h"

/* A long text is cut in windows of this many units, each ending behind a unit that no word goes across. A
 * stretch longer than that is cut where a word starts, MARGIN units before its end, and goes on from there.
 */
enum { WINDOW = 4096, MARGIN = 128 };

struct TifaSegmenter {
    Fallback *fallback;
    char *stamp;
    Units units;
    uint8_t edges[WINDOW];
};

TifaSegmenter *tifa_segmenter_new(GError **error)
{
    g_autoptr(Fallback) fallback = fallback_new(error);
    if (!fallback)
        return NULL;
    TifaSegmenter *segmenter = g_new0(TifaSegmenter, 1);
    segmenter->fallback = g_steal_pointer(&fallback);
    segmenter->stamp = g_strdup("segment 1");
    return segmenter;
}

void tifa_segmenter_free(TifaSegmenter *segmenter)
{
    if (!segmenter)
        return;
    fallback_free(segmenter->fallback);
    array_clear(&segmenter->units);
    g_free(segmenter->stamp);
    g_free(segmenter);
}

const char *tifa_segmenter_stamp(const TifaSegmenter *segmenter)
{
    return segmenter->stamp;
}

static void cut_run(TifaSegmenter *segmenter, const Run *run, TifaGranularity granularity)
{
    uint8_t *edges = segmenter->edges + run->first;
    rules_fix(run, granularity, edges);
    fallback_cut(segmenter->fallback, run, edges);
}

static void cut_window(TifaSegmenter *segmenter, const char *text, TifaGranularity granularity)
{
    const Units *units = &segmenter->units;
    size_t i = 0;
    while (i < units->length) {
        Run run = {text, units, i, i};
        while (run.end < units->length && unit_is_joinable(&units->items[run.end]))
            segmenter->edges[run.end++] = EDGE_FREE;
        if (run.end > run.first)
            cut_run(segmenter, &run, granularity);
        if (run.end < units->length)
            segmenter->edges[run.end] = EDGE_CUT;
        i = run.end + 1;
    }
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

static void emit_tokens(const TifaSegmenter *segmenter, size_t settled, size_t end, TifaTokens *tokens)
{
    const Unit *units = segmenter->units.items;
    for (size_t i = 0; i < settled; i++) {
        uint32_t next = i + 1 < segmenter->units.length ? units[i + 1].start : (uint32_t)end;
        if (segmenter->edges[i] == EDGE_JOIN && i > 0)
            array_last(tokens).span.end = next;
        else
            array_push(tokens, ((TifaToken){{units[i].start, next}, (uint16_t)kind_of(&units[i]), 0}));
    }
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
        emit_tokens(segmenter, settled, end, tokens);
        place = settled < segmenter->units.length ? segmenter->units.items[settled].start : end;
    }
    sentences_mark(text, tokens, first);
}
