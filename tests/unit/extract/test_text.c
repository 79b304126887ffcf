/* Plain text. */
#include "extract/lines.h"
#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_text(void);

static void check_blocks(const char *content, const char *expected)
{
    g_autofree char *blocks = sample_blocks(extract_text, content, strlen(content));
    ck_assert_str_eq(blocks, expected);
}

START_TEST(each_line_is_a_paragraph)
{
    check_blocks("关于开展试点的通知\n\n各单位：\n　　现将有关事项通知如下。\n",
                 "P|关于开展试点的通知\nP|各单位：\nP|现将有关事项通知如下。\n");
}
END_TEST

START_TEST(all_ends_of_lines_are_known)
{
    check_blocks("one\r\ntwo\rthree\ffour\n\n\nfive", "P|one\nP|two\nP|three\nP|four\nP|five\n");
}
END_TEST

START_TEST(a_byte_order_mark_is_no_text)
{
    check_blocks("\xEF\xBB\xBFtext", "P|text\n");
}
END_TEST

START_TEST(lines_broken_at_a_fixed_width_are_joined_with_blanks_between_words)
{
    check_blocks(
        "The plan sets out the principal tasks of the coming years and\n"
        "names the agencies that will carry them out, each within the\n"
        "limits of its own budget and of the law as it stands today.\n"
        "Reports are due every year.\n"
        "\n"
        "The second paragraph is about the means by which the progress\n"
        "of the tasks is to be measured and by whom, and about what is\n"
        "done where a task is late.\n",
        "P|The plan sets out the principal tasks of the coming years and names the agencies that will "
        "carry them out, each within the limits of its own budget and of the law as it stands today. "
        "Reports are due every year.\n"
        "P|The second paragraph is about the means by which the progress of the tasks is to be measured "
        "and by whom, and about what is done where a task is late.\n");
}
END_TEST

START_TEST(han_lines_broken_at_a_fixed_width_are_joined_without_blanks)
{
    check_blocks(
        "　　为了完善科研项目管理，提高经费使用效益，\n"
        "充分激发科研人员的创新活力，现就有关的事项\n"
        "通知如下。各地区、各部门要充分认识重要意义\n"
        "，切实加强组织领导，确保各项工作落到实处。\n"
        "　　各单位在执行中遇到的问题，请及时向主管部\n"
        "门报告。\n",
        "P|为了完善科研项目管理，提高经费使用效益，充分激发科研人员的创新活力，现就有关的事项通知如下。"
        "各地区、各部门要充分认识重要意义，切实加强组织领导，确保各项工作落到实处。\n"
        "P|各单位在执行中遇到的问题，请及时向主管部门报告。\n");
}
END_TEST

START_TEST(short_lines_are_not_taken_for_broken_ones)
{
    check_blocks("粮食 44450 万吨\n棉花 450 万吨\n油料 1984 万吨\n糖料 7343 万吨\n茶叶 59 万吨\n",
                 "P|粮食 44450 万吨\nP|棉花 450 万吨\nP|油料 1984 万吨\nP|糖料 7343 万吨\nP|茶叶 59 万吨\n");
}
END_TEST

START_TEST(bytes_that_are_no_text_are_shown_and_said)
{
    GError *error = NULL;
    const char bytes[] = "good \xFF\xFE\xFA text\0 after";
    g_autoptr(TifaDocument) document = document_new();
    ExtractInput input = {
        .name = "", .bytes = (const uint8_t *)bytes, .length = sizeof bytes - 1, .charset = "utf-8"};
    ck_assert(extract_text(&input, document, &error));
    ck_assert(document_is_sound(document));
    const char *text = tifa_document_text(document, NULL);
    ck_assert(g_str_has_prefix(text, "good "));
    ck_assert(g_str_has_suffix(text, " after"));
    ck_assert_ptr_nonnull(tifa_document_warnings(document)[0]);
}
END_TEST

START_TEST(a_text_in_gb18030_is_read)
{
    g_autofree char *bytes =
        g_convert("国务院办公厅关于进一步完善有关政策的通知。各省、自治区、直辖市人民政府：", -1, "GB18030",
                  "UTF-8", NULL, NULL, NULL);
    check_blocks(bytes, "P|国务院办公厅关于进一步完善有关政策的通知。各省、自治区、直辖市人民政府：\n");
}
END_TEST

Suite *suite_text(void)
{
    Suite *suite = suite_create("text");
    TCase *tests = tcase_create("text");
    tcase_add_test(tests, each_line_is_a_paragraph);
    tcase_add_test(tests, all_ends_of_lines_are_known);
    tcase_add_test(tests, a_byte_order_mark_is_no_text);
    tcase_add_test(tests, lines_broken_at_a_fixed_width_are_joined_with_blanks_between_words);
    tcase_add_test(tests, han_lines_broken_at_a_fixed_width_are_joined_without_blanks);
    tcase_add_test(tests, short_lines_are_not_taken_for_broken_ones);
    tcase_add_test(tests, bytes_that_are_no_text_are_shown_and_said);
    tcase_add_test(tests, a_text_in_gb18030_is_read);
    suite_add_tcase(suite, tests);
    return suite;
}
