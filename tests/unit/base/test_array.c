#include "base/array.h"
#include "base/error.h"

#include <check.h>

#undef fail /* an old macro of Check */

START_TEST(pushed_items_keep_their_order_and_values)
{
    ARRAY(int) numbers = {0};
    for (int i = 0; i < 1000; i++)
        array_push(&numbers, i * i);
    ck_assert_uint_eq(numbers.length, 1000);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(numbers.items[i], i * i);
    ck_assert_int_eq(array_last(&numbers), 999 * 999);
    array_clear(&numbers);
    ck_assert_uint_eq(numbers.length, 0);
    ck_assert_ptr_null(numbers.items);
}
END_TEST

START_TEST(a_pushed_value_may_read_the_array)
{
    ARRAY(size_t) numbers = {0};
    for (int i = 0; i < 100; i++)
        array_push(&numbers, numbers.length ? array_last(&numbers) + numbers.length : 0);
    ck_assert_uint_eq(numbers.items[99], 99 * 100 / 2);
    array_clear(&numbers);
}
END_TEST

START_TEST(a_cleared_array_may_be_used_again)
{
    ARRAY(TifaSpan) spans = {0};
    array_push(&spans, ((TifaSpan){1, 2}));
    array_clear(&spans);
    array_push(&spans, ((TifaSpan){3, 9}));
    ck_assert_uint_eq(spans.length, 1);
    ck_assert_uint_eq(spans.items[0].end, 9);
    array_clear(&spans);
}
END_TEST

START_TEST(an_error_says_what_and_where_and_the_caller_adds_the_thing)
{
    GError *error = NULL;
    ck_assert(!fail(&error, TIFA_ERROR_INPUT, "page %d: no text", 3));
    ck_assert(!fail_in(&error, "notice.pdf"));
    ck_assert_str_eq(error->message, "notice.pdf: page 3: no text");
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_error_free(error);
    ck_assert(!fail(NULL, TIFA_ERROR_INPUT, "nobody listens"));
}
END_TEST

Suite *suite_array(void)
{
    Suite *suite = suite_create("array and error");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, pushed_items_keep_their_order_and_values);
    tcase_add_test(cases, a_pushed_value_may_read_the_array);
    tcase_add_test(cases, a_cleared_array_may_be_used_again);
    tcase_add_test(cases, an_error_says_what_and_where_and_the_caller_adds_the_thing);
    suite_add_tcase(suite, cases);
    return suite;
}
