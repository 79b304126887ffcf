#include "statistics/dispersion.h"

#include <check.h>
#include <math.h>

/* Gries, Dispersions and adjusted frequencies in corpora, 2008: a corpus of five parts of 9, 10, 10, 10 and
 * 11 letters, in which a stands 1, 2, 3, 4 and 5 times; DP = .18 and D = .785 there, from rounded shares. */
static const DocumentRate letters[] = {{1, 9}, {2, 10}, {3, 10}, {4, 10}, {5, 11}};

START_TEST(the_letter_of_the_paper_has_its_values)
{
    /* By hand: half of |1/15 - .18| + |2/15 - .2| + |3/15 - .2| + |4/15 - .2| + |5/15 - .22|. */
    ck_assert_double_eq_tol(dispersion_dp(letters, 5), 0.18, 1e-12);
    ck_assert_double_eq_tol(dispersion_dp_norm(letters, 5), 0.18 / 0.82, 1e-12);
    /* python3 -c 'from statistics import *; r = [1/9, 2/10, 3/10, 4/10, 5/11]; print(1 - pstdev(r) / mean(r)
     * / 2)' */
    ck_assert_double_eq_tol(dispersion_juilland(letters, 5), 0.785150453, 1e-8);
}
END_TEST

START_TEST(even_hits_are_even)
{
    DocumentRate even[] = {{1, 10}, {2, 20}, {0, 0}, {3, 30}};
    ck_assert_double_eq_tol(dispersion_dp(even, 4), 0, 1e-12);
    ck_assert_double_eq_tol(dispersion_juilland(even, 4), 1, 1e-6);
}
END_TEST

START_TEST(all_hits_in_the_smallest_part_are_the_extreme)
{
    DocumentRate one[] = {{5, 10}, {0, 20}, {0, 70}};
    ck_assert_double_eq_tol(dispersion_dp(one, 3), 0.9, 1e-12);
    ck_assert_double_eq_tol(dispersion_dp_norm(one, 3), 1, 1e-12);
    ck_assert_double_eq_tol(dispersion_juilland(one, 3), 0, 1e-12);
}
END_TEST

START_TEST(without_hits_there_is_no_spread)
{
    DocumentRate none[] = {{0, 10}, {0, 20}};
    ck_assert(isnan(dispersion_dp(none, 2)));
    ck_assert(isnan(dispersion_juilland(none, 2)));
    ck_assert(isnan(dispersion_dp_norm(letters, 1)));
}
END_TEST

Suite *suite_spread(void)
{
    Suite *suite = suite_create("spread");
    TCase *tests = tcase_create("spread");
    tcase_add_test(tests, the_letter_of_the_paper_has_its_values);
    tcase_add_test(tests, even_hits_are_even);
    tcase_add_test(tests, all_hits_in_the_smallest_part_are_the_extreme);
    tcase_add_test(tests, without_hits_there_is_no_spread);
    suite_add_tcase(suite, tests);
    return suite;
}
