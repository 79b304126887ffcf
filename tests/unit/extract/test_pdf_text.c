#include "extract/pdf_fold.h"
#include "extract/pdf_join.h"
#include "extract/pdf_mark.h"

#include <check.h>

static const struct {
    const char *drawn, *meant;
} folds[] = {
    {"⼯", "工"}, {"⾏", "行"}, {"⺠", "民"}, {"⻓", "长"}, {"ﬁ", "fi"},
    {"ﬃ", "ffi"}, {"︐", "，"}, {"︵", "（"}, {"豈", "豈"}, {"①", "①"},
    {"㈠", "㈠"}, {"２", "２"}, {"，", "，"}, {"a", "a"},   {"﹅", "﹅"},
};

START_TEST(only_forms_that_fonts_mistake_are_folded)
{
    gunichar folded[PDF_FOLD_MAX];
    size_t count = pdf_fold_char(g_utf8_get_char(folds[_i].drawn), folded);
    g_autofree char *text = g_ucs4_to_utf8(folded, (glong)count, NULL, NULL, NULL);
    ck_assert_str_eq(text, folds[_i].meant);
}
END_TEST

/* Joins two lines of a document that also has the line `other`. */
static char *join(const char *first, const char *second, const char *other)
{
    PdfLine items[] = {{.text = (char *)first}, {.text = (char *)second}, {.text = (char *)other}};
    PdfLines lines = {items, 3, 3};
    PdfHabits habits = pdf_habits_new(&lines);
    GString *text = g_string_new(NULL);
    pdf_join_append(text, first, &habits);
    pdf_join_append(text, second, &habits);
    pdf_join_finish(text);
    pdf_habits_clear(&habits);
    return g_string_free(text, FALSE);
}

static const struct {
    const char *first, *second, *other, *joined;
} joins[] = {
    {"创新驱动发", "展战略", "", "创新驱动发展战略"},
    {"core", "technologies", "", "core technologies"},
    {"发展“", "十四五”规划", "", "发展“十四五”规划"},
    {"截至", "2023年", "", "截至2023年"},
    {"the term 提法", "means a wording", "", "the term 提法 means a wording"},
    {"spend-", "ing", "", "spending"},
    {"long-", "term", "", "long-term"},
    {"water-", "jet", "a water-jet", "water-jet"},
    {"Trace-", "Monkey", "TraceMonkey", "TraceMonkey"},
    {"Jean-", "Paul", "", "Jean-Paul"},
    {"mixed-", "mode", "mixed in this mode", "mixed-mode"},
};

START_TEST(lines_are_joined_as_the_script_and_the_document_want)
{
    g_autofree char *text = join(joins[_i].first, joins[_i].second, joins[_i].other);
    ck_assert_str_eq(text, joins[_i].joined);
}
END_TEST

static const char *const items[] = {"第三条　为了", "第十二章", "（一）对", "一、总则", "1. 目标",
                                    "（2）落实",    "• 创新",   "(a) one",  "A. One"};
static const char *const others[] = {"第一次全国", "1.5 万亿元", "2021年", "一般来说",
                                     "（以下简称", "A.I. is",    "Apple",  "十分重要"};

START_TEST(marks_of_items_are_known)
{
    ck_assert(pdf_starts_item(items[_i]));
}
END_TEST

START_TEST(what_only_looks_like_a_mark_is_none)
{
    ck_assert(!pdf_starts_item(others[_i]));
}
END_TEST

START_TEST(closing_marks_behind_a_full_stop_end_a_sentence)
{
    ck_assert(pdf_ends_sentence("他说：“是。”"));
    ck_assert(pdf_ends_sentence("It is (so.)"));
    ck_assert(!pdf_ends_sentence("构建“双循环”"));
    ck_assert(!pdf_ends_sentence("）"));
}
END_TEST

START_TEST(captions_and_leaders_are_known)
{
    ck_assert(pdf_is_caption("图1 结构"));
    ck_assert(pdf_is_caption("Table 2. Results"));
    ck_assert(!pdf_is_caption("图书馆"));
    ck_assert(pdf_has_leader("第一章 总则…………1"));
    ck_assert(!pdf_has_leader("等等……"));
}
END_TEST

Suite *suite_pdf_text(void);
Suite *suite_pdf_text(void)
{
    Suite *suite = suite_create("pdf text");
    TCase *tests = tcase_create("pdf text");
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, only_forms_that_fonts_mistake_are_folded, 0, G_N_ELEMENTS(folds));
    tcase_add_loop_test(tests, lines_are_joined_as_the_script_and_the_document_want, 0, G_N_ELEMENTS(joins));
    tcase_add_loop_test(tests, marks_of_items_are_known, 0, G_N_ELEMENTS(items));
    tcase_add_loop_test(tests, what_only_looks_like_a_mark_is_none, 0, G_N_ELEMENTS(others));
    tcase_add_test(tests, closing_marks_behind_a_full_stop_end_a_sentence);
    tcase_add_test(tests, captions_and_leaders_are_known);
    return suite;
}
