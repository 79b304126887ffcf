#include "analysis/study.h"

#include <math.h>

/* A corpus of one report a year from 2000 on, with the word in those whose letter is x. */
static Study follow(const char *years)
{
    char *texts[32] = {NULL};
    for (size_t i = 0; years[i]; i++)
        texts[i] = g_strdup_printf("政府工作报告\n——%zu年3月5日在第十届全国人民代表大会第一次会议上\n%s。\n",
                                   2000 + i, years[i] == 'x' ? "军民融合" : "农业");
    Study study = study_make((const char *const *)texts);
    for (size_t i = 0; texts[i]; i++)
        g_free(texts[i]);
    return study;
}

static TifaTrend *trend_of(Study *study, const char *question)
{
    g_autoptr(TifaQuery) query = study_ask(question);
    return tifa_analysis_trend(study->analysis, (const TifaQuery *const[]){query},
                               (const char *const[]){question}, 1, 1, NULL);
}

static const char *state_of(const TifaTrend *trend)
{
    const TifaTable *findings = tifa_trend_findings(trend);
    return tifa_table_text(findings, 0, tifa_table_find(findings, "state"));
}

START_TEST(what_is_gone_for_long_has_vanished)
{
    Study study = follow("..xxxxxx........");
    g_autoptr(TifaTrend) trend = trend_of(&study, "军民融合");
    const TifaTable *findings = tifa_trend_findings(trend), *levels = tifa_trend_levels(trend);
    ck_assert_str_eq(tifa_table_text(findings, 0, tifa_table_find(findings, "first")), "2002-03-05");
    ck_assert_str_eq(tifa_table_text(findings, 0, tifa_table_find(findings, "last")), "2007-03-05");
    ck_assert_double_eq(study_number(findings, 0, "documents_since"), 8);
    ck_assert_double_eq_tol(study_number(findings, 0, "bound"), 3 / 8.0, 1e-12);
    ck_assert_str_eq(state_of(trend), "vanished");
    ck_assert_double_eq(study_number(levels, tifa_table_rows(levels) - 1, "from"), 2008);
    study_clear(&study);
}
END_TEST

START_TEST(a_short_silence_says_nothing)
{
    Study study = follow("xxxxxx..");
    g_autoptr(TifaTrend) trend = trend_of(&study, "军民融合");
    ck_assert_str_eq(state_of(trend), "not detectable");
    study_clear(&study);
}
END_TEST

START_TEST(what_stands_in_the_last_document_is_present)
{
    Study study = follow("..x");
    g_autoptr(TifaTrend) trend = trend_of(&study, "军民融合"), none = trend_of(&study, "没有这个词");
    ck_assert_str_eq(state_of(trend), "present");
    ck_assert_str_eq(state_of(none), "never");
    ck_assert(isnan(study_number(tifa_trend_findings(trend), 0, "p"))); /* three years are no series */
    study_clear(&study);
}
END_TEST

START_TEST(a_year_without_documents_has_a_row_and_no_share)
{
    Study study = study_make((const char *const[]){
        "政府工作报告\n——2001年3月5日在第九届全国人民代表大会第四次会议上\n军民融合。\n",
        "政府工作报告\n——2003年3月5日在第十届全国人民代表大会第一次会议上\n军民融合。\n", NULL});
    g_autoptr(TifaTrend) trend = trend_of(&study, "军民融合");
    const TifaTable *points = tifa_trend_points(trend);
    ck_assert_uint_eq(tifa_table_rows(points), 3);
    ck_assert_double_eq(study_number(points, 1, "year"), 2002);
    ck_assert_double_eq(study_number(points, 1, "of"), 0);
    ck_assert(isnan(study_number(points, 1, "share")));
    study_clear(&study);
}
END_TEST

Suite *suite_trend(void)
{
    Suite *suite = suite_create("trend");
    TCase *tests = tcase_create("trend");
    tcase_add_test(tests, what_is_gone_for_long_has_vanished);
    tcase_add_test(tests, a_short_silence_says_nothing);
    tcase_add_test(tests, what_stands_in_the_last_document_is_present);
    tcase_add_test(tests, a_year_without_documents_has_a_row_and_no_share);
    suite_add_tcase(suite, tests);
    return suite;
}
