#include "compare/normal.h"

#include <check.h>
#include <string.h>

Suite *suite_normal(void);

static void ck_same(const char *left, const char *right, bool expected)
{
    NormalText a = {0}, b = {0};
    normal_add(&a, left, strlen(left));
    normal_add(&b, right, strlen(right));
    ck_assert_msg(normal_equal(&a, &b) == expected, "%s / %s", left, right);
    array_clear(&a);
    array_clear(&b);
}

static const struct {
    const char *left, *right;
    bool is_same;
} folds[] = {
    {"（一）总 则", "(一)总则", true},
    {"“三个代表”", "‘三个代表’", true},
    {"《立法法》", "〈立法法〉", true},
    {"国发〔2018〕5号", "国发[2018]5号", true},
    {"１２％", "12%", true},
    {"总\xE2\x80\x8B则", "总则", true},
    {"五万元", "十万元", false},
    {"应当", "应该", false},
    {"一、二", "一，二", false},
};

START_TEST(what_a_reader_calls_the_same_is_the_same)
{
    ck_same(folds[_i].left, folds[_i].right, folds[_i].is_same);
}
END_TEST

static void ck_masked(const char *left, const char *right, bool expected)
{
    NormalText a = {0}, b = {0}, a_masked = {0}, b_masked = {0};
    normal_add(&a, left, strlen(left));
    normal_add(&b, right, strlen(right));
    normal_mask(&a, 0, &a_masked);
    normal_mask(&b, 0, &b_masked);
    ck_assert_msg(normal_equal(&a_masked, &b_masked) == expected, "%s / %s", left, right);
    array_clear(&a);
    array_clear(&b);
    array_clear(&a_masked);
    array_clear(&b_masked);
}

START_TEST(numbers_of_articles_are_masked)
{
    ck_masked("依照本法第十二条处罚", "依照本法第一百二十条之一处罚", true);
    ck_masked("依照第三章的规定", "依照第12章的规定", true);
}
END_TEST

START_TEST(numbers_of_paragraphs_are_not_masked)
{
    ck_masked("第十二条第一款", "第十二条第二款", false);
    ck_masked("第三人", "第四人", false);
    ck_masked("第", "第十", false);
}
END_TEST

START_TEST(notes_in_brackets_go)
{
    static const char noted[] = "第一条（编者注：2018年修改）为了[1]发展科技";
    NormalText with = {0}, without = {0};
    normal_add_without_notes(&with, noted, strlen(noted));
    normal_add(&without, "第一条为了发展科技", strlen("第一条为了发展科技"));
    ck_assert(normal_equal(&with, &without));
    array_clear(&with);
    array_clear(&without);
}
END_TEST

START_TEST(a_note_that_never_closes_stays)
{
    NormalText normal = {0};
    normal_add_without_notes(&normal, "（编者注", strlen("（编者注"));
    ck_assert_uint_eq(normal.length, 4);
    array_clear(&normal);
}
END_TEST

Suite *suite_normal(void)
{
    Suite *suite = suite_create("normal");
    TCase *test = tcase_create("normal");
    tcase_add_loop_test(test, what_a_reader_calls_the_same_is_the_same, 0, (int)G_N_ELEMENTS(folds));
    tcase_add_test(test, numbers_of_articles_are_masked);
    tcase_add_test(test, numbers_of_paragraphs_are_not_masked);
    tcase_add_test(test, notes_in_brackets_go);
    tcase_add_test(test, a_note_that_never_closes_stays);
    suite_add_tcase(suite, test);
    return suite;
}
