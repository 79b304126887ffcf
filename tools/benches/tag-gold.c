/* bench-tag-gold - how right tags are, by the places read in tests/gold/tags, beside a plain longest match
 * over the same labels.
 *
 *     bench-tag-gold GOLD CORPORA
 *
 * An occurrence is right if the gold has that place with that concept. Files of CORPORA that are missing or
 * have another digest are counted and skipped. Knows the library by tifa.h alone.
 */
#include "tifa.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMN_PATH, COLUMN_DIGEST, COLUMN_START, COLUMN_END, COLUMN_KIND, COLUMN_ID, COLUMNS };

/* The three ways to tag that are compared. */
typedef enum {
    WAY_TAGS,  /* as tifa add tags: with the words of the text */
    WAY_BARE,  /* without the words */
    WAY_PLAIN, /* every label, the leftmost and longest, no rules */
    WAYS
} Way;

static const char *const way_names[WAYS] = {"tifa", "tifa without words", "plain longest match"};

typedef struct {
    size_t right, wrong, missed;
} Score;

typedef struct {
    TifaConcepts *concepts;
    TifaSegmenter *segmenter;
    const char *corpora;
    char *path; /* of the file at hand */
    char *text;
    size_t length;
    TifaTokens tokens;
    GHashTable *gold; /* "start-end id" of the passage at hand */
    Score scores[WAYS];
    size_t passages, skipped;
} Bench;

static bool open_file(Bench *bench, const char *path, const char *digest)
{
    if (bench->path && strcmp(bench->path, path) == 0)
        return bench->text != NULL;
    g_clear_pointer(&bench->text, g_free);
    g_free(bench->path);
    bench->path = g_strdup(path);
    g_autofree char *full = g_build_filename(bench->corpora, path, NULL);
    if (!g_file_get_contents(full, &bench->text, &bench->length, NULL))
        return false;
    g_autofree char *found =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bench->text, bench->length);
    if (strncmp(found, digest, strlen(digest)) != 0)
        g_clear_pointer(&bench->text, g_free);
    return bench->text != NULL;
}

static char *key_of(TifaSpan span, const char *id)
{
    return g_strdup_printf("%u-%u %s", span.start, span.end, id);
}

/* Counts what a way found in a passage against the gold; names what our own way got wrong. */
static void score(Bench *bench, Way way, TifaSpan passage, const TifaTags *tags)
{
    g_autoptr(GHashTable) found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Score *sum = &bench->scores[way];
    for (size_t i = 0; i < tags->length; i++) {
        TifaSpan span = {tags->items[i].span.start + passage.start, tags->items[i].span.end + passage.start};
        char *key = key_of(span, tifa_concepts_get(bench->concepts, tags->items[i].concept).id);
        bool is_right = g_hash_table_contains(bench->gold, key);
        *(is_right ? &sum->right : &sum->wrong) += g_hash_table_add(found, key);
        if (!is_right && way == WAY_TAGS)
            printf("wrong   %s: %s %.*s\n", bench->path, key, (int)(span.end - span.start),
                   bench->text + span.start);
    }
    GHashTableIter iterator;
    gpointer key;
    g_hash_table_iter_init(&iterator, bench->gold);
    while (g_hash_table_iter_next(&iterator, &key, NULL)) {
        bool is_missed = !g_hash_table_contains(found, key);
        sum->missed += is_missed;
        if (is_missed && way == WAY_TAGS)
            printf("missed  %s: %s\n", bench->path, (char *)key);
    }
}

/* All labels in a passage, whatever the rules say, the leftmost and of these the longest, without overlap. */
static void tag_plainly(const Bench *bench, const char *text, size_t length, TifaTags *tags)
{
    TifaVerdicts all = {0};
    uint32_t reached = 0;
    tifa_concepts_why(bench->concepts, text, length, NULL, (TifaSpan){0, (uint32_t)length}, &all);
    tags->items = g_new(TifaTag, all.length + 1);
    for (size_t i = 0; i < all.length; i++) {
        const TifaVerdict *label = &all.items[i];
        if (label->span.start < reached || label->why == TIFA_WHY_NEVER || label->why == TIFA_WHY_CASE)
            continue;
        tags->items[tags->length++] = (TifaTag){label->span, label->concept, label->variant, 0};
        reached = label->span.end;
    }
    g_free(all.items);
}

static void tag_passage(Bench *bench, Way way, TifaSpan passage)
{
    const char *text = bench->text + passage.start;
    size_t length = passage.end - passage.start;
    TifaTagHints hints = {NULL, way == WAY_TAGS ? &bench->tokens : NULL};
    TifaTags tags = {0};
    bench->tokens.length = 0;
    if (way == WAY_TAGS)
        tifa_segmenter_cut(bench->segmenter, text, length, TIFA_WORDS, &bench->tokens);
    if (way == WAY_PLAIN)
        tag_plainly(bench, text, length, &tags);
    else
        tifa_concepts_tag(bench->concepts, text, length, &hints, &tags);
    score(bench, way, passage, &tags);
    g_free(tags.items);
}

static void bench_passage(Bench *bench, TifaSpan passage)
{
    for (int way = 0; way < WAYS; way++)
        tag_passage(bench, (Way)way, passage);
    g_hash_table_remove_all(bench->gold);
    bench->passages++;
}

/* Reads the gold line by line: a passage, then what is tagged (tag) and what must not be (not) in it. */
static void bench_all(Bench *bench, char **lines)
{
    TifaSpan passage = {0, 0};
    for (char **line = lines + 1; *lines && *line && **line; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", COLUMNS);
        if (g_strv_length(cells) < COLUMNS)
            continue;
        TifaSpan span = {(uint32_t)atol(cells[COLUMN_START]), (uint32_t)atol(cells[COLUMN_END])};
        bool is_passage = strcmp(cells[COLUMN_KIND], "passage") == 0;
        if (is_passage && passage.end > 0)
            bench_passage(bench, passage);
        if (is_passage && !open_file(bench, cells[COLUMN_PATH], cells[COLUMN_DIGEST]))
            bench->skipped++;
        if (is_passage)
            passage = bench->text ? span : (TifaSpan){0, 0};
        else if (bench->text && strcmp(cells[COLUMN_KIND], "tag") == 0)
            g_hash_table_add(bench->gold, key_of(span, cells[COLUMN_ID]));
    }
    if (passage.end > 0)
        bench_passage(bench, passage);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *gold = NULL;
    if (argc != 3) {
        fprintf(stderr, "usage: bench-tag-gold GOLD CORPORA\n");
        return 2;
    }
    Bench bench = {.corpora = argv[2]};
    bench.gold = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    bench.concepts = tifa_concepts_load(NULL, &error);
    bench.segmenter = bench.concepts ? tifa_segmenter_new(&error) : NULL;
    if (!bench.segmenter || !g_file_get_contents(argv[1], &gold, NULL, &error)) {
        fprintf(stderr, "bench-tag-gold: %s\n", error->message);
        return 1;
    }
    g_auto(GStrv) lines = g_strsplit(gold, "\n", -1);
    bench_all(&bench, lines);
    printf("%zu passages, %zu skipped; dictionary %s, words %s\n", bench.passages, bench.skipped,
           tifa_concepts_stamp(bench.concepts), tifa_segmenter_stamp(bench.segmenter));
    for (int way = 0; way < WAYS; way++) {
        const Score *sum = &bench.scores[way];
        printf("%-20s precision %.3f  recall %.3f  (%zu right, %zu wrong, %zu missed)\n", way_names[way],
               (double)sum->right / (double)MAX(sum->right + sum->wrong, 1),
               (double)sum->right / (double)MAX(sum->right + sum->missed, 1), sum->right, sum->wrong,
               sum->missed);
    }
    g_hash_table_unref(bench.gold);
    g_free(bench.tokens.items);
    g_free(bench.path);
    g_free(bench.text);
    tifa_segmenter_free(bench.segmenter);
    tifa_concepts_free(bench.concepts);
    return 0;
}
