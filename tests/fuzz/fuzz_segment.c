/* The cutter on any bytes made valid: tokens tile the text, start and end on character boundaries, none is
 * empty, the last one ends a sentence, and cutting again gives the same. The first byte chooses granularity
 * and own words. */
#include "base/array.h"
#include "base/utf8.h"
#include "tifa.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds)
{
    if (!holds)
        abort();
}

static void check(const char *text, size_t length, const TifaTokens *tokens)
{
    uint32_t place = 0;
    for (size_t i = 0; i < tokens->length; i++) {
        TifaSpan span = tokens->items[i].span;
        demand(span.start == place && span.end > place && span.end <= length);
        demand(span.end == length || ((unsigned char)text[span.end] & 0xC0) != 0x80);
        place = span.end;
    }
    demand(place == length);
    demand(tokens->length == 0 || array_last(tokens).flags & TIFA_TOKEN_SENTENCE_END);
}

static TifaSegmenter *make_segmenter(bool has_words)
{
    static const char *const words[] = {"科技创新券", "AI大模型", "国家重点", "重点研发", "C919", NULL};
    TifaSegmenter *segmenter = tifa_segmenter_new(NULL);
    demand(segmenter != NULL);
    if (has_words)
        tifa_segmenter_add_words(segmenter, words, NULL);
    return segmenter;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static TifaSegmenter *segmenters[2];
    if (!segmenters[0]) {
        segmenters[0] = make_segmenter(false);
        segmenters[1] = make_segmenter(true);
    }
    if (size == 0)
        return 0;
    size_t length;
    g_autofree char *text = utf8_clean((const char *)data + 1, size - 1, &length, NULL);
    TifaTokens tokens = {0}, again = {0};
    TifaSegmenter *segmenter = segmenters[data[0] >> 1 & 1];
    TifaGranularity granularity = data[0] & 1 ? TIFA_FINE : TIFA_WORDS;
    tifa_segmenter_cut(segmenter, text, length, granularity, &tokens);
    tifa_segmenter_cut(segmenter, text, length, granularity, &again);
    check(text, length, &tokens);
    demand(tokens.length == again.length);
    for (size_t i = 0; i < tokens.length; i++)
        demand(tokens.items[i].span.end == again.items[i].span.end);
    array_clear(&tokens);
    array_clear(&again);
    return 0;
}
