#include "analysis/study.h"

#include <math.h>

static const char *const reports[] = {
    "政府工作报告\n——2017年3月5日在第十二届全国人民代表大会第五次会议上\n坚持创新。\n",
    "政府工作报告\n——2019年3月5日在第十三届全国人民代表大会第二次会议上\n推动军民融合。军民融合。\n",
    "政府工作报告\n——2021年3月5日在第十三届全国人民代表大会第四次会议上\n科技自立自强。\n",
    NULL,
};

static TifaTable *count_by(Study *study, const char *question, const TifaGrouping *by, size_t by_count)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = study_ask(question);
    TifaTable *table = tifa_analysis_count(study->analysis, query, by, by_count, 1, &error);
    ck_assert_msg(table != NULL, "%s", error ? error->message : "");
    return table;
}

START_TEST(counts_by_year_name_the_years_without_hits_too)
{
    Study study = study_make(reports);
    g_autoptr(TifaTable) table = count_by(&study, "军民融合", (TifaGrouping[]){TIFA_BY_YEAR}, 1);
    ck_assert_uint_eq(tifa_table_rows(table), 3);
    size_t with = study_row(table, "year", "2019"), without = study_row(table, "year", "2021");
    ck_assert_uint_eq(with, 1);
    ck_assert_double_eq(study_number(table, with, "hits"), 2);
    ck_assert_double_eq(study_number(table, with, "documents"), 1);
    ck_assert_double_eq(study_number(table, with, "top_share"), 1);
    ck_assert_double_eq(study_number(table, without, "hits"), 0);
    ck_assert_double_eq(study_number(table, without, "of"), 1);
    ck_assert_double_eq_tol(study_number(table, without, "share_high"), 0.793, 0.001); /* Wilson, 0 of 1 */
    ck_assert(isnan(study_number(table, with, "rate_low")));
    study_clear(&study);
}
END_TEST

START_TEST(a_count_by_year_says_what_the_corpus_lacks)
{
    Study study = study_make(reports);
    g_autoptr(TifaTable) table = count_by(&study, "军民融合", (TifaGrouping[]){TIFA_BY_YEAR}, 1);
    ck_assert(study_has_note(table, "no documents of 2 of the years 2017 to 2021: 2018, 2020"));
    ck_assert(study_has_note(table, "all 2 hits stand in 1"));
    study_clear(&study);
}
END_TEST

START_TEST(a_filter_says_of_which_documents)
{
    Study study = study_make(reports);
    g_autoptr(TifaTable) table = count_by(&study, "军民融合 year:2019..", (TifaGrouping[]){TIFA_BY_YEAR}, 1);
    ck_assert_uint_eq(tifa_table_rows(table), 2);
    ck_assert_double_eq(study_fact(table, "of"), 2);
    study_clear(&study);
}
END_TEST

START_TEST(a_joint_document_counts_under_each_agency_and_once_in_all)
{
    Study study = study_make((const char *const[]){
        "中共中央办公厅 国务院办公厅关于健全社会信用体系的意见\n\n（2025年3月21日）\n\n加强经费管理。\n",
        NULL});
    g_autoptr(TifaTable) table = count_by(&study, "经费", (TifaGrouping[]){TIFA_BY_AGENCY}, 1);
    ck_assert_uint_eq(tifa_table_rows(table), 2);
    ck_assert_double_eq(study_number(table, 0, "hits"), study_number(table, 1, "hits"));
    ck_assert_double_eq(study_fact(table, "hits"), study_number(table, 0, "hits"));
    study_clear(&study);
}
END_TEST

START_TEST(documents_without_a_hit_have_no_row_of_their_own)
{
    Study study = study_make(reports);
    g_autoptr(TifaTable) table = count_by(&study, "军民融合", (TifaGrouping[]){TIFA_BY_DOCUMENT}, 1);
    ck_assert_uint_eq(tifa_table_rows(table), 1);
    ck_assert_double_eq(study_number(table, 0, "hits"), 2);
    study_clear(&study);
}
END_TEST

START_TEST(places_are_counted_under_the_concepts_they_are_tagged_with)
{
    Study study = study_make(reports);
    g_autoptr(TifaTable) table = count_by(&study, "融合", (TifaGrouping[]){TIFA_BY_YEAR, TIFA_BY_CONCEPT}, 2);
    ck_assert_double_eq(study_number(table, study_row(table, "concept", "mcf"), "hits"), 2);
    ck_assert_str_eq(tifa_table_text(table, 0, 0), "2019");
    study_clear(&study);
}
END_TEST

Suite *suite_counts(void)
{
    Suite *suite = suite_create("counts");
    TCase *tests = tcase_create("counts");
    tcase_add_test(tests, counts_by_year_name_the_years_without_hits_too);
    tcase_add_test(tests, a_count_by_year_says_what_the_corpus_lacks);
    tcase_add_test(tests, a_filter_says_of_which_documents);
    tcase_add_test(tests, a_joint_document_counts_under_each_agency_and_once_in_all);
    tcase_add_test(tests, documents_without_a_hit_have_no_row_of_their_own);
    tcase_add_test(tests, places_are_counted_under_the_concepts_they_are_tagged_with);
    suite_add_tcase(suite, tests);
    return suite;
}
