/* bench-search - how long a corpus takes to answer, through libtifa.
 *
 *     bench-search questions CORPUS COUNT SEED   prints COUNT phrases of 2 to 10 Han characters drawn from
 * the texts bench-search count CORPUS                  prints the count of each question on standard input
 *     bench-search time CORPUS TIFA              times those questions; TIFA is the program, for whole
 * processes
 *
 * A question's time is the least of RUNS, which leaves out what other programs did to it; what is printed is
 * the median over the questions. Times are milliseconds of wall clock, the corpus is warm.
 */
#include "tifa.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RUNS = 5 };

typedef struct {
    TifaCorpus *corpus;
    GPtrArray *questions; /* of char * */
} Bench;

static void stop(const char *what, GError *error)
{
    fprintf(stderr, "bench-search: %s: %s\n", what, error ? error->message : "failed");
    exit(2);
}

static TifaQuery *parse(const char *question)
{
    GError *error = NULL;
    TifaQuery *query = tifa_query_parse(question, &error);
    if (!query)
        stop(question, error);
    return query;
}

/* ---- Drawing questions ----------------------------------------------------------------------- */

static bool is_han(gunichar c)
{
    return c >= 0x4E00 && c <= 0x9FA5;
}

/* The next `length` characters if all of them are Han characters, else NULL. Free with g_free(). */
static char *phrase_at(const char *place, int length)
{
    const char *end = place;
    for (int i = 0; i < length; i++, end = g_utf8_next_char(end))
        if (!is_han(g_utf8_get_char(end)))
            return NULL;
    return g_strndup(place, (size_t)(end - place));
}

/* A phrase of a random length from a random place of a random document. */
static char *draw(TifaCorpus *corpus, const TifaEntries *entries, GRand *random)
{
    for (;;) {
        guint32 index = (guint32)g_rand_int_range(random, 0, (int)tifa_entries_count(entries));
        g_autoptr(TifaDocument) document = tifa_corpus_get(corpus, tifa_entries_get(entries, index).id, NULL);
        size_t length;
        const char *text = document ? tifa_document_text(document, &length) : NULL;
        int characters = g_rand_int_range(random, 2, 11);
        if (!text || length < 64)
            continue;
        const char *place = text + g_rand_int_range(random, 0, (int)length - 64);
        char *phrase = phrase_at(g_utf8_find_next_char(place, NULL), characters);
        if (phrase)
            return phrase;
    }
}

static void print_questions(TifaCorpus *corpus, int count, guint32 seed)
{
    GError *error = NULL;
    g_autoptr(TifaEntries) entries = tifa_corpus_list(corpus, &error);
    if (!entries || !tifa_entries_count(entries))
        stop("no documents", error);
    GRand *random = g_rand_new_with_seed(seed);
    for (int i = 0; i < count; i++) {
        g_autofree char *phrase = draw(corpus, entries, random);
        puts(phrase);
    }
    g_rand_free(random);
}

/* ---- Timing ---------------------------------------------------------------------------------- */

static uint64_t count(TifaCorpus *corpus, const char *question)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = parse(question);
    uint64_t places;
    if (!tifa_corpus_count(corpus, query, &places, &error))
        stop(question, error);
    return places;
}

/* Finds at most `limit` places (0: all) with their contexts; gives their number. */
static uint64_t find(TifaCorpus *corpus, const char *question, size_t limit)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = parse(question);
    g_autoptr(TifaHits) hits = tifa_corpus_find(corpus, query, &(TifaFindOptions){.limit = limit}, &error);
    if (!hits)
        stop(question, error);
    return tifa_hits_count(hits);
}

static const char *program;

/* One way to ask a question; gives the number of places. */
typedef uint64_t Ask(TifaCorpus *corpus, const char *question);

static uint64_t ask_count(TifaCorpus *corpus, const char *question)
{
    return count(corpus, question);
}

static uint64_t ask_first(TifaCorpus *corpus, const char *question)
{
    return find(corpus, question, 50);
}

static uint64_t ask_all(TifaCorpus *corpus, const char *question)
{
    return find(corpus, question, 0);
}

/* The whole program: started, answered, ended. TIFA_CORPUS names the corpus. */
static uint64_t ask_process(TifaCorpus *corpus, const char *question)
{
    (void)corpus;
    const char *arguments[] = {program, "count", question, NULL};
    g_autofree char *answer = NULL;
    if (!g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_LEAVE_DESCRIPTORS_OPEN, NULL, NULL, &answer,
                      NULL, NULL, NULL))
        stop(program, NULL);
    return g_ascii_strtoull(answer, NULL, 10);
}

/* The least time of RUNS in milliseconds; *places gets the answer. */
static double time_one(const Bench *bench, Ask *ask, const char *question, uint64_t *places)
{
    double least = 1e9;
    for (int run = 0; run < RUNS; run++) {
        int64_t start = g_get_monotonic_time();
        *places = ask(bench->corpus, question);
        least = MIN(least, (double)(g_get_monotonic_time() - start) / 1e3);
    }
    return least;
}

static int by_value(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

/* The median, the slowest tenth and the sum over the questions, at most `most` of them. */
static void time_all(const Bench *bench, const char *name, Ask *ask, guint most)
{
    guint asked = MIN(bench->questions->len, most);
    g_autofree double *times = g_new(double, asked);
    uint64_t total = 0;
    double sum = 0;
    for (guint i = 0; i < asked; i++) {
        uint64_t places;
        times[i] = time_one(bench, ask, bench->questions->pdata[i], &places);
        total += places;
        sum += times[i];
    }
    qsort(times, asked, sizeof *times, by_value);
    printf("%s\t%.3f\t%.3f\t%.3f\t%" G_GUINT64_FORMAT "\n", name, times[asked / 2], times[asked * 9 / 10],
           sum / (double)MAX(total, 1) * 1e4, total);
}

static void time_phrase(const Bench *bench, const char *name, Ask *ask, const char *question)
{
    uint64_t places;
    double least = time_one(bench, ask, question, &places);
    printf("%s %s\t%.3f\t-\t%.3f\t%" G_GUINT64_FORMAT "\n", name, question, least,
           least / (double)MAX(places, 1) * 1e4, places);
}

static void time_questions(const Bench *bench)
{
    static const char *const phrases[] = {"的", "科技", "发展", "新型举国体制", "社会主义现代化"};
    time_all(bench, "count", ask_count, G_MAXUINT);
    time_all(bench, "first 50", ask_first, G_MAXUINT);
    time_all(bench, "all hits", ask_all, G_MAXUINT);
    time_all(bench, "tifa count", ask_process, 20);
    for (size_t i = 0; i < G_N_ELEMENTS(phrases); i++) {
        time_phrase(bench, "count", ask_count, phrases[i]);
        time_phrase(bench, "first 50", ask_first, phrases[i]);
        time_phrase(bench, "all hits", ask_all, phrases[i]);
    }
    time_phrase(bench, "tifa count", ask_process, "的");
}

/* The lines of standard input. */
static GPtrArray *read_questions(void)
{
    GPtrArray *questions = g_ptr_array_new_with_free_func(g_free);
    char line[1024];
    while (fgets(line, sizeof line, stdin))
        g_ptr_array_add(questions, g_strdup(g_strchomp(line)));
    return questions;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: bench-search questions|count|time CORPUS ...\n");
        return 2;
    }
    GError *error = NULL;
    g_autoptr(TifaCorpus) corpus = tifa_corpus_open(argv[2], TIFA_CORPUS_READ, &error);
    if (!corpus)
        stop(argv[2], error);
    if (argc == 5 && strcmp(argv[1], "questions") == 0) {
        print_questions(corpus, atoi(argv[3]), (guint32)atoi(argv[4]));
        return 0;
    }
    Bench bench = {corpus, read_questions()};
    program = argc > 3 ? argv[3] : "tifa";
    g_setenv("TIFA_CORPUS", argv[2], TRUE);
    if (strcmp(argv[1], "time") == 0)
        time_questions(&bench);
    for (guint i = 0; strcmp(argv[1], "count") == 0 && i < bench.questions->len; i++)
        printf("%" G_GUINT64_FORMAT "\n", count(corpus, bench.questions->pdata[i]));
    g_ptr_array_unref(bench.questions);
    return 0;
}
