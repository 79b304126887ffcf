/* bench-tag - how fast strings are found in a text: the matcher, and hyperscan where it was compiled in.
 *
 *     bench-tag TEXT WORDS [RUNS]
 *
 * WORDS: one a line, in a fixed random order; of them 1,000, 10,000 and 100,000 are looked for (fewer if
 * there are fewer). All matches are counted. MB are 10^6 bytes, time is this process's CPU time, figures are
 * the medians of RUNS (7).
 */
#include "tag/matcher.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef HAVE_HYPERSCAN
#include <hs.h>
#endif

typedef struct {
    const char *text;
    size_t length;
    char **words;
    size_t count;
    int runs;
} Bench;

/* Scans the text once; returns the number of matches. */
typedef size_t (*Scan)(const Bench *bench, void *engine);

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int by_value(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return one < other ? -1 : one > other;
}

static void measure(const Bench *bench, const char *name, double build, Scan scan, void *engine)
{
    double speeds[99];
    size_t matches = 0;
    for (int run = 0; run < bench->runs; run++) {
        double start = cpu_seconds();
        matches = scan(bench, engine);
        speeds[run] = (double)bench->length / 1e6 / (cpu_seconds() - start);
    }
    qsort(speeds, (size_t)bench->runs, sizeof *speeds, by_value);
    printf("%-10s %7zu terms  build %8.1f ms  %7.0f MB/s (%.0f-%.0f)  %zu matches\n", name, bench->count,
           build * 1e3, speeds[bench->runs / 2], speeds[0], speeds[bench->runs - 1], matches);
}

/* ---- Our matcher ---- */

static void count_match(void *user, uint32_t value, TifaSpan span)
{
    (void)value, (void)span;
    *(size_t *)user += 1;
}

static size_t scan_matcher(const Bench *bench, void *engine)
{
    size_t matches = 0;
    matcher_search(engine, bench->text, bench->length, count_match, &matches);
    return matches;
}

static void bench_matcher(const Bench *bench)
{
    double start = cpu_seconds();
    g_autoptr(Matcher) matcher = matcher_new();
    Form form = {0};
    for (size_t i = 0; i < bench->count; i++) {
        form_set(&form, bench->words[i], strlen(bench->words[i]));
        uint32_t *value = form.length >= 2 ? matcher_add(matcher, &form) : NULL;
        if (value)
            *value = (uint32_t)i + 1;
    }
    array_clear(&form);
    matcher_finish(matcher);
    measure(bench, "tifa", cpu_seconds() - start, scan_matcher, matcher);
}

/* ---- Hyperscan ---- */

#ifdef HAVE_HYPERSCAN

typedef struct {
    hs_database_t *database;
    hs_scratch_t *scratch;
} Hyperscan;

static int count_hyperscan(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                           void *user)
{
    (void)id, (void)from, (void)to, (void)flags;
    *(size_t *)user += 1;
    return 0;
}

static size_t scan_hyperscan(const Bench *bench, void *engine)
{
    size_t matches = 0;
    Hyperscan *hyperscan = engine;
    hs_scan(hyperscan->database, bench->text, (unsigned)bench->length, 0, hyperscan->scratch, count_hyperscan,
            &matches);
    return matches;
}

static void bench_hyperscan(const Bench *bench)
{
    double start = cpu_seconds();
    Hyperscan hyperscan = {NULL, NULL};
    hs_compile_error_t *error = NULL;
    g_autofree size_t *lengths = g_new(size_t, bench->count);
    g_autofree unsigned *ids = g_new0(unsigned, bench->count), *flags = g_new0(unsigned, bench->count);
    for (size_t i = 0; i < bench->count; i++) {
        lengths[i] = strlen(bench->words[i]);
        ids[i] = (unsigned)i;
    }
    if (hs_compile_lit_multi((const char *const *)bench->words, flags, ids, lengths, (unsigned)bench->count,
                             HS_MODE_BLOCK, NULL, &hyperscan.database, &error) != HS_SUCCESS) {
        printf("hyperscan  %7zu terms  %s\n", bench->count, error->message);
        return;
    }
    hs_alloc_scratch(hyperscan.database, &hyperscan.scratch);
    measure(bench, "hyperscan", cpu_seconds() - start, scan_hyperscan, &hyperscan);
    hs_free_scratch(hyperscan.scratch);
    hs_free_database(hyperscan.database);
}

#else

static void bench_hyperscan(const Bench *bench)
{
    printf("hyperscan  %7zu terms  skipped: libhyperscan-dev is not installed\n", bench->count);
}

#endif

int main(int argc, char **argv)
{
    g_autofree char *text = NULL, *list = NULL;
    size_t length;
    if (argc < 3 || !g_file_get_contents(argv[1], &text, &length, NULL) ||
        !g_file_get_contents(argv[2], &list, NULL, NULL)) {
        fprintf(stderr, "usage: bench-tag TEXT WORDS [RUNS]\n");
        return 2;
    }
    g_auto(GStrv) words = g_strsplit(g_strchomp(list), "\n", -1);
    Bench bench = {text, length, words, 0, argc > 3 ? CLAMP(atoi(argv[3]), 1, 99) : 7};
    for (size_t count = 1000; count <= 100000; count *= 10) {
        bench.count = MIN(count, g_strv_length(words));
        bench_matcher(&bench);
        bench_hyperscan(&bench);
    }
    return 0;
}
