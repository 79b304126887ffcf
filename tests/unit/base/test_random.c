#include "base/random.h"

#include <check.h>
#include <stdbool.h>

START_TEST(the_bits_are_those_of_the_published_generator)
{
    /* The reference implementation by Sebastiano Vigna, started with 1234567. */
    static const uint64_t published[] = {UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
                                         UINT64_C(9817491932198370423), UINT64_C(4593380528125082431),
                                         UINT64_C(16408922859458223821)};
    Random random = random_new(1234567);
    for (size_t i = 0; i < sizeof published / sizeof *published; i++)
        ck_assert_uint_eq(random_next(&random), published[i]);
}
END_TEST

START_TEST(numbers_below_a_limit_are_equally_frequent)
{
    enum { LIMIT = 7, THROWS = 70000 };
    Random random = random_new(1);
    unsigned counts[LIMIT] = {0};
    for (unsigned i = 0; i < THROWS; i++)
        counts[random_below(&random, LIMIT)]++;
    double chi_square = 0;
    for (unsigned i = 0; i < LIMIT; i++)
        chi_square += (counts[i] - 10000.0) * (counts[i] - 10000.0) / 10000.0;
    ck_assert_double_lt(chi_square, 22.5); /* p = .001 at 6 degrees of freedom */
}
END_TEST

START_TEST(the_largest_limit_and_the_smallest_are_kept)
{
    Random random = random_new(2);
    bool is_high = false;
    for (unsigned i = 0; i < 100; i++) {
        ck_assert_uint_eq(random_below(&random, 1), 0);
        uint32_t number = random_below(&random, UINT32_MAX);
        ck_assert_uint_lt(number, UINT32_MAX);
        is_high |= number > UINT32_MAX / 2;
    }
    ck_assert(is_high);
}
END_TEST

Suite *suite_random(void)
{
    Suite *suite = suite_create("random");
    TCase *tests = tcase_create("random");
    tcase_add_test(tests, the_bits_are_those_of_the_published_generator);
    tcase_add_test(tests, numbers_below_a_limit_are_equally_frequent);
    tcase_add_test(tests, the_largest_limit_and_the_smallest_are_kept);
    suite_add_tcase(suite, tests);
    return suite;
}
