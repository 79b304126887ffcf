#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_reuse(void);

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

#define A "国家设立科学技术奖励制度，对作出重要贡献的组织和个人给予奖励。"
#define B "县级以上人民政府应当保证财政性科学技术经费投入的稳定增长。"
#define C "企业事业单位可以设立研究开发机构，与高等学校开展合作。"

/* The passages' places in the target as "start-end" lines, the share in *share. */
static char *describe(const char *const *source_lines, const char *const *target_lines, double *share)
{
    TifaDocument *source = sample_of_lines(source_lines), *target = sample_of_lines(target_lines);
    TifaPassages passages = {0};
    GString *out = g_string_new(NULL);
    const char *text = tifa_document_text(target, NULL);
    *share = tifa_find_reuse(source, target, &passages);
    for (size_t i = 0; i < passages.length; i++) {
        TifaSpan span = passages.items[i].target;
        g_string_append_len(out, text + span.start, span.end - span.start);
        g_string_append_c(out, '\n');
    }
    g_free(passages.items);
    tifa_document_free(source);
    tifa_document_free(target);
    return g_string_free(out, FALSE);
}

START_TEST(sentences_that_come_from_the_source_are_found)
{
    double share;
    g_autofree char *found = describe(
        LINES("第一条 " A, "第二条 " B),
        LINES("第一条 " C, "第二条 本市设立科学技术奖励制度，对作出重要贡献的组织和个人给予奖励。"), &share);
    ck_assert_str_eq(found, "本市设立科学技术奖励制度，对作出重要贡献的组织和个人给予奖励。\n");
    ck_assert_double_gt(share, 0.4);
    ck_assert_double_lt(share, 0.7);
}
END_TEST

START_TEST(a_text_comes_wholly_from_itself)
{
    double share;
    g_autofree char *found =
        describe(LINES("第一条 " A, "第二条 " B), LINES("第一条 " A, "第二条 " B), &share);
    ck_assert_str_eq(found, A "\n" B "\n");
    ck_assert_double_eq_tol(share, 1, 1e-9);
}
END_TEST

START_TEST(unrelated_texts_share_nothing)
{
    double share;
    g_autofree char *found = describe(LINES(A), LINES(C), &share);
    ck_assert_str_eq(found, "");
    ck_assert_double_eq_tol(share, 0, 1e-9);
}
END_TEST

Suite *suite_reuse(void)
{
    Suite *suite = suite_create("reuse");
    TCase *test = tcase_create("reuse");
    tcase_add_test(test, sentences_that_come_from_the_source_are_found);
    tcase_add_test(test, a_text_comes_wholly_from_itself);
    tcase_add_test(test, unrelated_texts_share_nothing);
    suite_add_tcase(suite, test);
    return suite;
}
