#include "text/slice.h"

#include <check.h>
#include <string.h>

Suite *suite_slice(void);

static void assert_slice(Slice slice, const char *text)
{
    g_autofree char *copy = slice_copy(slice);
    ck_assert_str_eq(copy, text);
}

START_TEST(a_first_part_never_cuts_a_character)
{
    Slice slice = slice_of("第12条");
    assert_slice(slice_first(slice, 2), "");
    assert_slice(slice_first(slice, 4), "第1");
    assert_slice(slice_first(slice, 7), "第12");
    assert_slice(slice_first(slice, 99), "第12条");
}
END_TEST

START_TEST(words_are_found_from_both_ends)
{
    Slice slice = slice_of("关于关于办法");
    ck_assert_int_eq(slice_find(slice, "关于"), 0);
    ck_assert_int_eq(slice_find_last(slice, "关于"), (int)strlen("关于"));
    ck_assert_int_eq(slice_find(slice, "通知"), -1);
    ck_assert_int_eq(slice_find_last(slice_of(""), "通知"), -1);
}
END_TEST

START_TEST(decoration_is_stripped_from_both_ends)
{
    assert_slice(slice_strip(slice_of("> **第一条**　")), "第一条");
    assert_slice(slice_trim(slice_of("　 * 第一条 ")), "* 第一条");
    assert_slice(slice_strip(slice_of("***")), "");
    assert_slice(slice_strip(slice_of("== 总则 ==")), "总则");
}
END_TEST

START_TEST(one_mark_at_the_end_belongs_to_the_text)
{
    assert_slice(slice_strip(slice_of("编程语言C# ")), "编程语言C#");
    assert_slice(slice_strip(slice_of("1+1=科技=")), "1+1=科技=");
}
END_TEST

START_TEST(a_quoted_title_ends_with_its_own_mark)
{
    const char *nested = "《关于修改《条例》的决定》";
    Slice slice = slice_of("《关于修改《条例》的决定》第一次修正");
    ck_assert_uint_eq(slice_quoted(slice), strlen(nested));
    ck_assert_uint_eq(slice_quoted(slice_of("《没有结束")), 0);
    ck_assert_uint_eq(slice_quoted(slice_of("决定《条例》")), 0);
    ck_assert_uint_eq(slice_quoted(slice_of("")), 0);
}
END_TEST

START_TEST(white_space_of_any_width_is_squeezed_out)
{
    g_autofree char *squeezed = slice_squeeze(slice_of(" 第　八十二 号\t"));
    ck_assert_str_eq(squeezed, "第八十二号");
}
END_TEST

Suite *suite_slice(void)
{
    Suite *suite = suite_create("slice");
    TCase *tests = tcase_create("slice");
    tcase_add_test(tests, a_first_part_never_cuts_a_character);
    tcase_add_test(tests, words_are_found_from_both_ends);
    tcase_add_test(tests, decoration_is_stripped_from_both_ends);
    tcase_add_test(tests, one_mark_at_the_end_belongs_to_the_text);
    tcase_add_test(tests, a_quoted_title_ends_with_its_own_mark);
    tcase_add_test(tests, white_space_of_any_width_is_squeezed_out);
    suite_add_tcase(suite, tests);
    return suite;
}
