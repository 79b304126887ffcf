/* bench-segment - speed of the segmenter on one text, and how often it cuts across a tagged label.
 *
 *     bench-segment TEXT
 *
 * Processor time of one thread, the best of nine rounds. A label is cut across where a word ends within it
 * while one of its own ends lies within a word.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tifa.h>
#include <time.h>

enum { ROUNDS = 9 };

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void print_speed(TifaSegmenter *segmenter, const char *text, size_t length,
                        TifaGranularity granularity)
{
    double best = 1e9;
    TifaTokens tokens = {0};
    for (int round = 0; round < ROUNDS; round++) {
        tokens.length = 0;
        double start = now(CLOCK_PROCESS_CPUTIME_ID);
        tifa_segmenter_cut(segmenter, text, length, granularity, &tokens);
        double used = now(CLOCK_PROCESS_CPUTIME_ID) - start;
        best = used < best ? used : best;
    }
    printf("%s: %.1f MB/s, %zu tokens\n", granularity == TIFA_WORDS ? "words" : "fine",
           (double)length / 1e6 / best, tokens.length);
    g_free(tokens.items);
}

typedef struct {
    size_t labels, inside, across;
} Crossings;

/* Counts the Han labels of one line, of whose bytes is_edge[] says where words begin. */
static void count_line(Crossings *crossings, const char *line, const TifaTags *tags, const bool *is_edge)
{
    for (size_t i = 0; i < tags->length; i++) {
        TifaSpan span = tags->items[i].span;
        if ((unsigned char)line[span.start] < 0x80)
            continue;
        bool is_whole = is_edge[span.start] && is_edge[span.end], is_cut = false;
        for (uint32_t place = span.start + 1; place < span.end; place++)
            is_cut |= is_edge[place];
        crossings->labels++;
        crossings->inside += !is_whole && !is_cut;
        crossings->across += !is_whole && is_cut;
    }
}

static void print_crossings(TifaSegmenter *segmenter, const char *text, TifaGranularity granularity)
{
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load(NULL, NULL);
    Crossings crossings = {0, 0, 0};
    for (const char *line = text, *end; concepts && *line; line = *end ? end + 1 : end) {
        TifaTags tags = {0};
        TifaTokens tokens = {0};
        end = strchr(line, '\n') ? strchr(line, '\n') : line + strlen(line);
        size_t length = (size_t)(end - line);
        tifa_tag(concepts, segmenter, line, length, NULL, &tags);
        tifa_segmenter_cut(segmenter, line, length, granularity, &tokens);
        g_autofree bool *is_edge = g_new0(bool, length + 1);
        is_edge[length] = true;
        for (size_t i = 0; i < tokens.length; i++)
            is_edge[tokens.items[i].span.start] = true;
        count_line(&crossings, line, &tags, is_edge);
        g_free(tags.items);
        g_free(tokens.items);
    }
    printf("%s: %zu labels tagged, %zu within a longer word, %zu cut across\n",
           granularity == TIFA_WORDS ? "words" : "fine", crossings.labels, crossings.inside,
           crossings.across);
}

int main(int argc, char **argv)
{
    g_autofree char *text = NULL;
    gsize length;
    if (argc < 2 || !g_file_get_contents(argv[1], &text, &length, NULL)) {
        fprintf(stderr, "usage: bench-segment TEXT\n");
        return EXIT_FAILURE;
    }
    double start = now(CLOCK_MONOTONIC);
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(NULL);
    if (!segmenter)
        return EXIT_FAILURE;
    printf("ready in %.2f ms: %s\n", 1e3 * (now(CLOCK_MONOTONIC) - start), tifa_segmenter_stamp(segmenter));
    for (int granularity = TIFA_WORDS; granularity <= TIFA_FINE; granularity++)
        print_speed(segmenter, text, length, (TifaGranularity)granularity);
    for (int granularity = TIFA_WORDS; granularity <= TIFA_FINE; granularity++)
        print_crossings(segmenter, text, (TifaGranularity)granularity);
    return EXIT_SUCCESS;
}
