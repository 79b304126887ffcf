#include "base/random.h"
#include "statistics/changes.h"

#include <check.h>
#include <math.h>

START_TEST(a_word_that_comes_and_goes_has_two_changes)
{
    /* Six documents a year; it stands in none, then in five, then in none. */
    Trials years[15];
    for (size_t i = 0; i < 15; i++)
        years[i] = (Trials){i >= 5 && i < 10 ? 5 : 0, 6};
    ChangePoints changes = {0};
    changes_find(years, 15, &changes);
    ck_assert_uint_eq(changes.length, 2);
    ck_assert_uint_eq(changes.items[0], 5);
    ck_assert_uint_eq(changes.items[1], 10);
    array_clear(&changes);
}
END_TEST

START_TEST(a_level_share_has_no_change)
{
    Trials years[] = {{3, 10}, {2, 10}, {4, 10}, {3, 10}, {2, 9}, {0, 0}, {3, 11}};
    ChangePoints changes = {0};
    changes_find(years, 7, &changes);
    changes_find(years, 0, &changes);
    ck_assert_uint_eq(changes.length, 0);
}
END_TEST

/* -2 ln L of one segment and, beyond the first, the price of a change, written down once more. */
static double segment_cost(const Trials *points, size_t start, size_t end, double price)
{
    double successes = 0, trials = 0;
    for (size_t i = start; i < end; i++) {
        successes += points[i].successes;
        trials += points[i].trials;
    }
    double failures = trials - successes, share = trials > 0 ? successes / trials : 0;
    double likelihood =
        (successes > 0 ? successes * log(share) : 0) + (failures > 0 ? failures * log(1 - share) : 0);
    return -2 * likelihood + (start ? price : 0);
}

/* The cost of the changes whose bits are set. */
static double cost_of(const Trials *points, size_t count, unsigned bits, double price)
{
    double cost = 0;
    size_t start = 0;
    for (size_t i = 1; i <= count; i++)
        if (i == count || bits & 1u << i) {
            cost += segment_cost(points, start, i, price);
            start = i;
        }
    return cost;
}

START_TEST(no_other_segmentation_is_better)
{
    enum { COUNT = 9 };
    Random random = random_new((uint64_t)_i);
    Trials points[COUNT];
    double documents = 0;
    for (size_t i = 0; i < COUNT; i++) {
        double trials = random_below(&random, 12);
        double level = i < COUNT / 2 ? 2 : 9;
        points[i] = (Trials){fmin(trials, random_below(&random, 3) + level), trials};
        documents += trials;
    }
    ChangePoints changes = {0};
    changes_find(points, COUNT, &changes);
    unsigned found = 0;
    for (size_t i = 0; i < changes.length; i++)
        found |= 1u << changes.items[i];
    double price = 2 * log(documents), least = cost_of(points, COUNT, found, price);
    for (unsigned bits = 0; bits < 1u << COUNT; bits += 2)
        ck_assert_double_ge(cost_of(points, COUNT, bits, price) + 1e-9, least);
    array_clear(&changes);
}
END_TEST

Suite *suite_changes(void)
{
    Suite *suite = suite_create("changes");
    TCase *tests = tcase_create("changes");
    tcase_add_test(tests, a_word_that_comes_and_goes_has_two_changes);
    tcase_add_test(tests, a_level_share_has_no_change);
    tcase_add_loop_test(tests, no_other_segmentation_is_better, 1, 40);
    suite_add_tcase(suite, tests);
    return suite;
}
