#include "versions/title.h"

#include <check.h>

Suite *suite_title(void);

static void assert_name(const char *text, const char *name)
{
    g_autoptr(TitleReader) reader = title_reader_new();
    Title title = title_read(reader, text);
    ck_assert_str_eq(title.name, name);
    title_clear(&title);
}

static void assert_series(const char *text, const char *series)
{
    g_autoptr(TitleReader) reader = title_reader_new();
    Title title = title_read(reader, text);
    ck_assert_str_eq(title.series, series);
    title_clear(&title);
}

START_TEST(print_and_the_name_of_the_state_are_no_part_of_a_name)
{
    assert_name("中华人民共和国专利法", "专利法");
    assert_name("《中华人民共和国专利法》", "专利法");
    assert_name("中華人民共和國專利法", "专利法");
    assert_name("中华人民共和国 专 利 法", "专利法");
}
END_TEST

START_TEST(marks_of_version_and_draft_are_no_part_of_a_name)
{
    assert_name("澜江省数据条例（2019年修正）", "澜江省数据条例");
    assert_name("澜江省数据条例(2018年9月20日修订)", "澜江省数据条例");
    assert_name("产业结构调整指导目录（2019年本）", "产业结构调整指导目录");
    assert_name("澜江省数据条例（修订草案二次审议稿）", "澜江省数据条例");
    assert_name("澜江省数据条例草案", "澜江省数据条例");
    assert_name("澜江省数据条例（2021年）", "澜江省数据条例");
}
END_TEST

START_TEST(marks_that_tell_instruments_apart_stay)
{
    assert_name("中华人民共和国专利法实施细则", "专利法实施细则");
    assert_name("澜江省数据条例（试行）", "澜江省数据条例(试行)");
    assert_name("若干问题的解释（二）", "若干问题的解释(二)");
    assert_name("教育强国建设规划纲要（2024—2035年）", "教育强国建设规划纲要(2024—2035年)");
}
END_TEST

START_TEST(the_notice_that_carries_a_text_and_its_agencies_are_no_part_of_the_name)
{
    assert_name("国务院关于印发《澜江规划》的通知", "澜江规划");
    assert_name("最高人民法院关于审理案件的规定", "关于审理案件的规定");
    assert_name("关于审理案件的规定", "关于审理案件的规定");
    assert_name("关于印发《甲办法》等3个办法的通知", "关于印发甲办法等3个办法的通知");
}
END_TEST

START_TEST(items_of_a_series_share_its_name)
{
    assert_series("2019年政府工作报告", "政府工作报告");
    assert_series("韩市长在上海市第十二届人民代表大会上的政府工作报告（2005年）", "政府工作报告");
    assert_series("中华人民共和国国民经济和社会发展第十二个五年规划纲要", "国民经济和社会发展五年规划");
    assert_series("国民经济和社会发展“九五”计划和二〇一〇年远景目标纲要", "国民经济和社会发展五年规划");
    assert_series("澜江省国民经济和社会发展十年规划和第八个五年计划纲要", "澜江省国民经济和社会发展五年规划");
    assert_series("发展国民经济的第一个五年计划", "国民经济和社会发展五年规划");
    assert_series("在中国共产党第二十次全国代表大会上的报告", "在中国共产党全国代表大会上的报告");
    assert_series("中华人民共和国刑法修正案（十一）", "刑法修正案");
    assert_series("2018年国务院机构改革的情况", "国务院机构改革的情况");
}
END_TEST

START_TEST(drafts_are_ordered_by_their_stage)
{
    g_autoptr(TitleReader) reader = title_reader_new();
    Title comment = title_read(reader, "甲法（征求意见稿）"), draft = title_read(reader, "甲法（草案）"),
          second = title_read(reader, "甲法（草案二次审议稿）"), final = title_read(reader, "甲法");
    ck_assert_str_eq(comment.draft, "征求意见稿");
    ck_assert_str_eq(second.draft, "二次审议稿");
    ck_assert_ptr_null(final.draft);
    ck_assert_uint_lt(comment.stage, draft.stage);
    ck_assert_uint_lt(draft.stage, second.stage);
    title_clear(&comment);
    title_clear(&draft);
    title_clear(&second);
    title_clear(&final);
}
END_TEST

START_TEST(periods_end_with_their_last_year)
{
    static const struct {
        const char *title;
        unsigned end;
    } cases[] = {{"第六个五年计划", 1985},   {"第十四个五年规划纲要", 2025}, {"第一个五年计划", 1957},
                 {"“十三五”科技规划", 2020}, {"规划（2021—2035年）", 2035},  {"专利法", 0}};
    g_autoptr(TitleReader) reader = title_reader_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Title title = title_read(reader, cases[i].title);
        ck_assert_msg(title.period_end == cases[i].end, "%s: %u", cases[i].title, title.period_end);
        title_clear(&title);
    }
}
END_TEST

START_TEST(decisions_name_what_they_amend)
{
    g_autoptr(TitleReader) reader = title_reader_new();
    Title decision = title_read(reader, "国务院关于修改《中华人民共和国甲条例》的决定"),
          amendment = title_read(reader, "中华人民共和国刑法修正案（七）"),
          law = title_read(reader, "专利法");
    ck_assert_str_eq(decision.amended, "甲条例");
    ck_assert_str_eq(amendment.amended, "刑法");
    ck_assert_ptr_null(law.amended);
    title_clear(&decision);
    title_clear(&amendment);
    title_clear(&law);
}
END_TEST

Suite *suite_title(void)
{
    Suite *suite = suite_create("title");
    TCase *tests = tcase_create("titles");
    tcase_add_test(tests, print_and_the_name_of_the_state_are_no_part_of_a_name);
    tcase_add_test(tests, marks_of_version_and_draft_are_no_part_of_a_name);
    tcase_add_test(tests, marks_that_tell_instruments_apart_stay);
    tcase_add_test(tests, the_notice_that_carries_a_text_and_its_agencies_are_no_part_of_the_name);
    tcase_add_test(tests, items_of_a_series_share_its_name);
    tcase_add_test(tests, drafts_are_ordered_by_their_stage);
    tcase_add_test(tests, periods_end_with_their_last_year);
    tcase_add_test(tests, decisions_name_what_they_amend);
    suite_add_tcase(suite, tests);
    return suite;
}
