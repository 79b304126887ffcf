#include "statistics/association.h"

#include "statistics/interval.h"

#include <check.h>
#include <math.h>

/* Manning and Schuetze, Foundations of statistical natural language processing, 1999, chapter 5: bigrams of
 * four months of the New York Times, 14,307,668 words. */
static const double WORDS = 14307668;

/* The table of a bigram: the first word's places are the inside. */
static Contingency bigram(double both, double first, double second)
{
    return contingency_of(both, first, second - both, WORDS - first);
}

START_TEST(t_is_that_of_new_companies)
{
    Contingency table = bigram(8, 15828, 4675);
    ck_assert_double_eq_tol(contingency_expected(&table), 15828 * 4675 / WORDS, 1e-9);
    ck_assert_double_eq_tol(association_t(&table), 0.999932, 1e-6); /* section 5.3.1 */
}
END_TEST

START_TEST(likelihood_is_the_sum_over_four_cells)
{
    /* By hand: of 20 80 30 870 the expected frequencies are 5 95 45 855. */
    Contingency table = {20, 80, 30, 870};
    double sum = 20 * log(20 / 5.0) + 80 * log(80 / 95.0) + 30 * log(30 / 45.0) + 870 * log(870 / 855.0);
    ck_assert_double_eq_tol(association_log_likelihood(&table), 2 * sum, 1e-9);
    ck_assert_double_eq_tol(association_log_likelihood(&table), 33.889459169, 1e-8);
}
END_TEST

START_TEST(likelihood_keeps_its_digits_in_a_large_corpus)
{
    /* One occurrence more than expected among 10^12 words: G2 is chi-square = sum of 1/E all but exactly. */
    Contingency table = contingency_of(1e6 + 1, 5e11, 1e6 - 1, 5e11);
    ck_assert_double_eq_tol(association_log_likelihood(&table), 2 / 1e6, 1e-11);
}
END_TEST

START_TEST(information_is_that_of_ayatollah_ruhollah)
{
    Contingency table = bigram(20, 42, 20);
    ck_assert_double_eq_tol(association_mi(&table), 18.38, 0.005); /* table 5.14 */
    /* python3 -c 'from math import *; print(log2(20 * 14307668 / (42 * 20)))' */
    ck_assert_double_eq_tol(association_mi(&table), 18.377967788, 1e-8);
}
END_TEST

START_TEST(delta_p_is_a_difference_of_shares_either_way)
{
    /* By hand: 20 of 100 inside, 30 of 900 outside. */
    Contingency table = {20, 80, 30, 870};
    ck_assert_double_eq_tol(association_delta_p_word(&table), 20 / 100.0 - 30 / 900.0, 1e-12);
    ck_assert_double_eq_tol(association_delta_p_inside(&table), 20 / 50.0 - 80 / 950.0, 1e-12);
}
END_TEST

START_TEST(log_dice_is_fourteen_for_words_that_are_never_apart)
{
    ck_assert_double_eq_tol(association_log_dice(7, 7, 7), 14, 1e-12);
    ck_assert_double_eq_tol(association_log_dice(5, 20, 60), 14 + log2(10 / 80.0), 1e-12);
}
END_TEST

START_TEST(log_ratio_counts_doublings)
{
    /* By hand: 40 of 10,000 against 10 of 10,000 is two doublings; SE = sqrt(1/40 + 1/10 - 2/10000). */
    Contingency table = contingency_of(40, 10000, 10, 10000);
    double error = sqrt(0.025 + 0.1 - 0.0002) / log(2);
    TifaInterval range = association_log_ratio_interval(&table);
    ck_assert_double_eq_tol(association_log_ratio(&table), 2, 1e-12);
    ck_assert_double_eq_tol(range.low, 2 - 1.959964 * error, 1e-6);
    ck_assert_double_eq_tol(range.high, 2 + 1.959964 * error, 1e-6);
    Contingency absent = contingency_of(8, 1000, 0, 1000);
    ck_assert_double_eq_tol(association_log_ratio(&absent), 4, 1e-12);
}
END_TEST

START_TEST(nothing_together_has_finite_or_named_values)
{
    Contingency table = contingency_of(0, 0, 5, 100);
    ck_assert(isinf(association_mi(&table)));
    ck_assert_double_eq(association_t(&table), 0);
    ck_assert_double_eq(association_log_likelihood(&table), 0);
    ck_assert_double_eq_tol(association_delta_p_word(&table), -0.05, 1e-12);
    ck_assert(isinf(association_log_dice(0, 1, 1)));
}
END_TEST

START_TEST(false_discovery_rates_are_those_of_the_paper)
{
    /* Benjamini and Hochberg, 1995, section 3.2: fifteen tests, of which .05 lets the first four pass. */
    double values[] = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                       .0459, .3240, .4262, .5719, .6528, .7590, 1.000};
    size_t count = sizeof values / sizeof *values;
    association_correct(values, count, count);
    ck_assert_double_eq_tol(values[0], .0015, 1e-12);
    ck_assert_double_eq_tol(values[3], .035625, 1e-12);
    ck_assert_double_gt(values[4], .05);
    ck_assert_double_eq_tol(values[5], .0298 * 15 / 7, 1e-12); /* the later, smaller rate holds */
    ck_assert_double_eq(values[14], 1);
}
END_TEST

START_TEST(p_values_are_those_of_the_tables)
{
    ck_assert_double_eq_tol(p_of_chi_square(3.841459), 0.05, 1e-7);
    ck_assert_double_eq_tol(p_of_chi_square(10.827566), 0.001, 1e-8);
    ck_assert_double_eq(p_of_chi_square(0), 1);
    ck_assert_double_eq_tol(p_of_normal(-2.575829), 0.01, 1e-7);
}
END_TEST

Suite *suite_association(void)
{
    Suite *suite = suite_create("association");
    TCase *tests = tcase_create("association");
    tcase_add_test(tests, t_is_that_of_new_companies);
    tcase_add_test(tests, likelihood_is_the_sum_over_four_cells);
    tcase_add_test(tests, likelihood_keeps_its_digits_in_a_large_corpus);
    tcase_add_test(tests, information_is_that_of_ayatollah_ruhollah);
    tcase_add_test(tests, delta_p_is_a_difference_of_shares_either_way);
    tcase_add_test(tests, log_dice_is_fourteen_for_words_that_are_never_apart);
    tcase_add_test(tests, log_ratio_counts_doublings);
    tcase_add_test(tests, nothing_together_has_finite_or_named_values);
    tcase_add_test(tests, false_discovery_rates_are_those_of_the_paper);
    tcase_add_test(tests, p_values_are_those_of_the_tables);
    suite_add_tcase(suite, tests);
    return suite;
}
