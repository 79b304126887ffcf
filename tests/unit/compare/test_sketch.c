#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_sketch(void);

static double likeness(const char *left, const char *right)
{
    TifaDocument *a = sample_of_markdown(left), *b = sample_of_markdown(right);
    TifaSketch left_sketch, right_sketch;
    tifa_document_sketch(a, &left_sketch);
    tifa_document_sketch(b, &right_sketch);
    double like = tifa_sketch_likeness(&left_sketch, &right_sketch);
    ck_assert_double_eq_tol(like, tifa_sketch_likeness(&right_sketch, &left_sketch), 1e-12);
    tifa_document_free(a);
    tifa_document_free(b);
    return like;
}

/* `count` numbered sentences, from `first`. */
static char *sentences(int first, int count)
{
    GString *text = g_string_new(NULL);
    for (int i = first; i < first + count; i++)
        g_string_append_printf(text, "第%d项任务由牵头单位负责落实，年底前完成%d个示范工程。\n", i,
                               i * 7919 % 1000);
    return g_string_free(text, FALSE);
}

START_TEST(a_reprint_in_other_print_is_the_same)
{
    ck_assert_double_eq_tol(likeness("国家鼓励“自由探索”（以下略）。", "国家鼓励‘自由探索’(以下略)。"), 1,
                            1e-12);
}
END_TEST

START_TEST(a_text_with_a_part_replaced_is_a_near_duplicate)
{
    g_autofree char *whole = sentences(1000, 200), *most = sentences(1020, 200),
                    *other = sentences(5000, 200);
    double like = likeness(whole, most);
    ck_assert_double_gt(like, 0.6);
    ck_assert_double_lt(like, 0.97);
    ck_assert_double_lt(likeness(whole, other), like);
}
END_TEST

START_TEST(texts_without_a_common_run_are_unlike)
{
    ck_assert_double_eq_tol(likeness("国家鼓励自由探索和原始创新。", "经济社会发展取得新的成就。"), 0, 1e-12);
}
END_TEST

START_TEST(very_short_texts_have_a_sketch)
{
    ck_assert_double_eq_tol(likeness("通知", "通知"), 1, 1e-12);
    ck_assert_double_eq_tol(likeness("通知", ""), 0, 1e-12);
}
END_TEST

Suite *suite_sketch(void)
{
    Suite *suite = suite_create("sketch");
    TCase *test = tcase_create("sketch");
    tcase_add_test(test, a_reprint_in_other_print_is_the_same);
    tcase_add_test(test, a_text_with_a_part_replaced_is_a_near_duplicate);
    tcase_add_test(test, texts_without_a_common_run_are_unlike);
    tcase_add_test(test, very_short_texts_have_a_sketch);
    suite_add_tcase(suite, test);
    return suite;
}
