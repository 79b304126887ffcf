#include "base/place.h"
#include "segment/cutter.h"
#include "segment/points.h"

#include <check.h>
#include <limits.h>
#include <string.h>

/* A lexicon and a model as installed, and what they say of a text. */
typedef struct {
    Lexicon lexicon;
    Model model;
    Cutter *cutter;
    Units units;
} Fixture;

static void open_fixture(Fixture *fixture, const char *text)
{
    g_autofree char *lexicon = place_of("share/tifa/lexicon"), *model = place_of("share/tifa/words.model");
    ck_assert(lexicon_open(&fixture->lexicon, lexicon, NULL));
    ck_assert(model_open(&fixture->model, model, NULL));
    units_scan(&fixture->units, text, 0, strlen(text), 1000);
    fixture->cutter = cutter_new(&fixture->lexicon, NULL, fixture->units.length);
}

static void close_fixture(Fixture *fixture)
{
    cutter_free(fixture->cutter);
    array_clear(&fixture->units);
    model_clear(&fixture->model);
    lexicon_clear(&fixture->lexicon);
}

static void check_points(const Fixture *fixture, const ModelView *view, size_t i, const Points *points)
{
    uint32_t rows[MODEL_ROWS];
    model_rows(view, i, rows);
    for (int tag = 0; tag < TAGS; tag++) {
        int sum = 0;
        for (size_t k = 0; k < MODEL_ROWS; k++)
            sum += fixture->model.index.table[rows[k]] >> (8 * tag) & 0xFF;
        ck_assert_int_eq(points->of[tag], sum);
    }
}

static const char *const texts[] = {"国", "国务", "国务院关于加快培育和发展战略性新兴产业的决定",
                                    "2021年，AI技术（第3版）发展！\n\n新一代人工智能"};

START_TEST(points_are_the_sum_of_the_rows)
{
    const char *text = texts[_i];
    Fixture fixture = {0};
    open_fixture(&fixture, text);
    size_t count = fixture.units.length;
    g_autofree uint8_t *edges = g_malloc0(count);
    g_autofree Points *points = g_new(Points, count);
    Run run = {text, &fixture.units, 0, count};
    cutter_fix(fixture.cutter, &run, TIFA_WORDS, edges);
    ModelView view = cutter_view(fixture.cutter, &fixture.model.index, &run);
    points_add_up(&fixture.model, &view, count, points);
    for (size_t i = 0; i < count; i++)
        check_points(&fixture, &view, i, &points[i]);
    close_fixture(&fixture);
}
END_TEST

enum { LONGEST = 6 };

/* A small random problem (xorshift). */
typedef struct {
    Points points[LONGEST], transitions[TAGS];
    uint8_t edges[LONGEST];
    size_t count;
} Problem;

static int next_random(uint64_t *state, int below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (int)((*state >> 11) % (uint64_t)below);
}

static void make_problem(Problem *problem, uint64_t *state)
{
    problem->count = 1 + (size_t)next_random(state, LONGEST);
    for (size_t i = 0; i < LONGEST; i++)
        for (int tag = 0; tag < TAGS; tag++)
            problem->points[i].of[tag] = next_random(state, 200) - 100;
    for (int tag = 0; tag < TAGS; tag++)
        for (int after = 0; after < TAGS; after++)
            problem->transitions[tag].of[after] = next_random(state, 100) - 50;
    for (size_t i = 0; i < LONGEST; i++)
        problem->edges[i] = (uint8_t)(next_random(state, 2) ? EDGE_FREE : 1 + next_random(state, 2));
    problem->edges[0] = EDGE_CUT;
}

/* The sum of points when exactly the edges are cut whose bit is set; INT_MIN if that is forbidden. */
static int sum_of(const Problem *problem, unsigned cuts)
{
    int sum = 0, before = -1;
    for (size_t i = 0; i < problem->count; i++) {
        bool is_cut = cuts >> i & 1, is_last = i + 1 == problem->count || (cuts >> (i + 1) & 1);
        if (problem->edges[i] == (is_cut ? EDGE_JOIN : EDGE_CUT))
            return INT_MIN;
        int tag = is_cut ? (is_last ? TAG_SINGLE : TAG_BEGIN) : (is_last ? TAG_END : TAG_MIDDLE);
        sum += problem->points[i].of[tag] + (before < 0 ? 0 : problem->transitions[before].of[tag]);
        before = tag;
    }
    return sum;
}

START_TEST(no_other_cut_has_more_points)
{
    uint64_t state = 42;
    for (int round = 0; round < 2000; round++) {
        Problem problem;
        Points back[LONGEST];
        uint8_t edges[LONGEST];
        make_problem(&problem, &state);
        memcpy(edges, problem.edges, sizeof edges);
        viterbi_decide(problem.points, problem.transitions, problem.count, back, edges);
        unsigned chosen = 0;
        for (size_t i = 0; i < problem.count; i++)
            chosen |= (edges[i] == EDGE_CUT) << i;
        int best = INT_MIN;
        for (unsigned cuts = 1; cuts < 1u << problem.count; cuts += 2)
            best = MAX(best, sum_of(&problem, cuts));
        ck_assert_int_eq(sum_of(&problem, chosen), best);
    }
}
END_TEST

Suite *suite_points(void);
Suite *suite_points(void)
{
    Suite *suite = suite_create("points");
    TCase *tcase = tcase_create("points");
    tcase_add_loop_test(tcase, points_are_the_sum_of_the_rows, 0, G_N_ELEMENTS(texts));
    tcase_add_test(tcase, no_other_cut_has_more_points);
    suite_add_tcase(suite, tcase);
    return suite;
}
