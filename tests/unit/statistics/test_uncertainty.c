#include "base/random.h"
#include "statistics/bootstrap.h"
#include "statistics/interval.h"
#include "statistics/monotone.h"

#include <check.h>
#include <math.h>

typedef struct {
    double successes, trials, low, high;
} Share;

/* Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998, table
 * I, method 3: .2553 to .3662, .0624 to .1605, 0 to .1611 and .0061 to .1718. More digits by his formula in
 * Python, whose statistics.NormalDist().inv_cdf(.975) is z: q = s / n; m = (q + z * z / 2 / n) / (1 + z * z /
 * n); m -+ z * sqrt(q * (1 - q) / n + z * z / 4 / n / n) / (1 + z * z / n). */
static const Share shares[] = {
    {81, 263, .255288520, .366209577},
    {15, 148, .062386400, .160487242},
    {0, 20, 0, .161125158},
    {1, 29, .006113214, .171755219},
};

START_TEST(shares_have_the_intervals_of_the_table)
{
    TifaInterval interval = interval_wilson(shares[_i].successes, shares[_i].trials);
    ck_assert_double_eq_tol(interval.low, shares[_i].low, 1e-8);
    ck_assert_double_eq_tol(interval.high, shares[_i].high, 1e-8);
}
END_TEST

START_TEST(a_share_of_nothing_has_no_interval)
{
    ck_assert(isnan(interval_wilson(0, 0).low));
    ck_assert_double_eq(interval_wilson(3, 3).high, 1);
}
END_TEST

START_TEST(documents_that_are_all_alike_leave_no_doubt)
{
    DocumentRate documents[] = {{2, 100}, {4, 200}, {1, 50}, {6, 300}, {8, 400}};
    TifaInterval interval = bootstrap_rate(documents, 5, 1);
    ck_assert_double_eq_tol(interval.low, 0.02, 1e-12);
    ck_assert_double_eq_tol(interval.high, 0.02, 1e-12);
}
END_TEST

START_TEST(few_documents_or_no_words_leave_all_doubt)
{
    DocumentRate few[] = {{1, 9}, {2, 9}, {3, 9}, {4, 9}}, empty[5] = {{0, 0}};
    ck_assert(isnan(bootstrap_rate(few, 4, 1).low));
    ck_assert(isnan(bootstrap_rate(empty, 5, 1).high));
}
END_TEST

START_TEST(the_bootstrap_agrees_with_the_normal_interval_of_many_documents)
{
    enum { COUNT = 400 };
    DocumentRate documents[COUNT];
    Random random = random_new(5);
    double sum = 0, squares = 0;
    for (unsigned i = 0; i < COUNT; i++) {
        documents[i] = (DocumentRate){random_below(&random, 10), 1};
        sum += documents[i].hits;
        squares += documents[i].hits * documents[i].hits;
    }
    double mean = sum / COUNT, half = 1.96 * sqrt((squares / COUNT - mean * mean) / COUNT);
    TifaInterval interval = bootstrap_rate(documents, COUNT, 1), again = bootstrap_rate(documents, COUNT, 1);
    ck_assert_double_eq_tol(interval.low, mean - half, half / 8);
    ck_assert_double_eq_tol(interval.high, mean + half, half / 8);
    ck_assert_double_eq(interval.low, again.low);
    ck_assert_double_ne(interval.low, bootstrap_rate(documents, COUNT, 2).low);
}
END_TEST

START_TEST(a_series_that_only_rises_is_a_trend)
{
    /* By hand: S = 28, Var S = 8 * 7 * 21 / 18, Z = 27 / sqrt(Var S) = 3.340371. All slopes are 2. */
    TimePoint points[8];
    for (int i = 0; i < 8; i++)
        points[i] = (TimePoint){2000 + i, 2 * i};
    Monotone result;
    ck_assert(monotone_test(points, 8, &result));
    ck_assert_double_eq_tol(result.tau, 1, 1e-12);
    ck_assert_double_eq_tol(result.p, erfc(27 / sqrt(8 * 7 * 21 / 18.0) / sqrt(2)), 1e-12);
    ck_assert_double_eq_tol(result.slope, 2, 1e-12);
    ck_assert_double_eq_tol(result.range.low, 2, 1e-12);
}
END_TEST

START_TEST(ties_are_taken_into_account)
{
    /* By hand, of 28 pairs: 20 rise, 1 falls (1 to 0), 7 are tied (6 of four 0, 1 of two 2); S = 19 and Var S
     * = (8 * 7 * 21 - 4 * 3 * 13 - 2 * 1 * 9) / 18 = 1002 / 18. */
    static const double values[] = {0, 0, 0, 1, 0, 2, 2, 3};
    TimePoint points[8];
    for (int i = 0; i < 8; i++)
        points[i] = (TimePoint){i, values[i]};
    Monotone result;
    ck_assert(monotone_test(points, 8, &result));
    double rises = 20 - 1;
    ck_assert_double_eq_tol(result.tau, rises / sqrt(21.0 * 28.0), 1e-12);
    ck_assert_double_eq_tol(result.p, erfc((rises - 1) / sqrt(1002 / 18.0) / sqrt(2)), 1e-12);
}
END_TEST

START_TEST(a_series_without_a_clear_trend_has_the_slope_of_its_pairs)
{
    /* Worked in Python from the definitions: all 45 slopes (v[j] - v[i]) / (j - i), sorted; the 23rd, and
     * those of the ranks 11.675745 and 34.324255, (45 -+ 1.959964 sqrt(122)) / 2, the upper one more; S = 12,
     * Var S = 122, 42 pairs without a tie. */
    static const double values[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    TimePoint points[10];
    for (int i = 0; i < 10; i++)
        points[i] = (TimePoint){2010 + i, values[i]};
    Monotone result;
    ck_assert(monotone_test(points, 10, &result));
    ck_assert_double_eq_tol(result.tau, 0.276026224, 1e-8);
    ck_assert_double_eq_tol(result.p, 0.319302036, 1e-8);
    ck_assert_double_eq_tol(result.slope, 1 / 3.0, 1e-12);
    ck_assert_double_eq_tol(result.range.low, -0.554042482, 1e-8);
    ck_assert_double_eq_tol(result.range.high, 0.952226795, 1e-8);
}
END_TEST

START_TEST(a_flat_or_short_series_says_nothing)
{
    TimePoint points[8];
    for (int i = 0; i < 8; i++)
        points[i] = (TimePoint){i, 3};
    Monotone result;
    ck_assert(monotone_test(points, 8, &result));
    ck_assert_double_eq(result.p, 1);
    ck_assert_double_eq(result.slope, 0);
    ck_assert(!monotone_test(points, 7, &result));
}
END_TEST

Suite *suite_uncertainty(void)
{
    Suite *suite = suite_create("uncertainty");
    TCase *tests = tcase_create("uncertainty");
    tcase_add_loop_test(tests, shares_have_the_intervals_of_the_table, 0, G_N_ELEMENTS(shares));
    tcase_add_test(tests, a_share_of_nothing_has_no_interval);
    tcase_add_test(tests, documents_that_are_all_alike_leave_no_doubt);
    tcase_add_test(tests, few_documents_or_no_words_leave_all_doubt);
    tcase_add_test(tests, the_bootstrap_agrees_with_the_normal_interval_of_many_documents);
    tcase_add_test(tests, a_series_that_only_rises_is_a_trend);
    tcase_add_test(tests, ties_are_taken_into_account);
    tcase_add_test(tests, a_series_without_a_clear_trend_has_the_slope_of_its_pairs);
    tcase_add_test(tests, a_flat_or_short_series_says_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
