#include "analysis/study.h"

#include <math.h>

START_TEST(words_are_compared_folded_and_shown_as_mostly_written)
{
    Study study = study_make((const char *const[]){"AI and ai and AI.\n", "发展，发展。\n發展。\n", NULL});
    g_autoptr(TifaTable) table = tifa_analysis_frequencies(study.analysis, NULL, NULL, NULL);
    ck_assert_double_eq(study_number(table, study_row(table, "word", "AI"), "frequency"), 3);
    size_t row = study_row(table, "word", "发展");
    ck_assert_double_eq(study_number(table, row, "frequency"), 3);
    ck_assert_double_eq(study_number(table, row, "documents"), 1);
    ck_assert_double_eq(study_fact(table, "words"), 8);
    study_clear(&study);
}
END_TEST

START_TEST(punctuation_is_no_word_and_numbers_are_listed_when_asked_for)
{
    Study study = study_make((const char *const[]){"投入 5000 万元，增长 12%。\n", NULL});
    TifaWordChoice numbers = {.kinds = 1u << TIFA_TOKEN_NUMBER};
    g_autoptr(TifaTable) words = tifa_analysis_frequencies(study.analysis, NULL, NULL, NULL);
    g_autoptr(TifaTable) table = tifa_analysis_frequencies(study.analysis, NULL, &numbers, NULL);
    for (size_t row = 0; row < tifa_table_rows(words); row++)
        ck_assert_str_ne(tifa_table_text(words, row, 0), "，");
    ck_assert_uint_eq(tifa_table_rows(table), 2);
    ck_assert_double_eq(study_fact(words, "words"), study_fact(table, "words"));
    study_clear(&study);
}
END_TEST

START_TEST(stopped_words_are_counted_and_not_listed)
{
    Study study = study_make((const char *const[]){"the plan and the report\n", NULL});
    TifaWordChoice choice = {.stop = (const char *const[]){"The", "absent", NULL}};
    g_autoptr(TifaTable) table = tifa_analysis_frequencies(study.analysis, NULL, &choice, NULL);
    ck_assert_uint_eq(tifa_table_rows(table), 3);
    ck_assert_double_eq(study_fact(table, "words"), 5);
    study_clear(&study);
}
END_TEST

START_TEST(collocates_are_counted_once_within_their_window)
{
    /* Two places of "core" two words apart share the words between them. By hand: of the 12 words 2 are the
     * node; within 2 words of it stand a b x y c d, outside p q r s. */
    Study study = study_make((const char *const[]){"p q a b core x y core c d r s\n", NULL});
    g_autoptr(TifaQuery) query = study_ask("core");
    TifaWordChoice choice = {.least = 1};
    g_autoptr(TifaTable) table = tifa_analysis_collocates(study.analysis, query, 2, 2, &choice, NULL);
    ck_assert_uint_eq(tifa_table_rows(table), 6);
    ck_assert_double_eq(study_fact(table, "words_in_windows"), 6);
    size_t between = study_row(table, "word", "x");
    ck_assert_double_eq(study_number(table, between, "together"), 1);
    ck_assert_double_eq(study_number(table, between, "left"), 1);
    ck_assert_double_eq(study_number(table, between, "right"), 1);
    ck_assert_double_eq_tol(study_number(table, between, "expected"), 6 * 1 / 10.0, 1e-9);
    ck_assert_double_eq_tol(study_number(table, between, "mi"), log2(10 / 6.0), 1e-9);
    ck_assert_double_eq_tol(study_number(table, between, "log_dice"), 14 + log2(2 / 3.0), 1e-9);
    ck_assert_double_eq_tol(study_number(table, between, "delta_p_word"), 1 / 6.0, 1e-9);
    study_clear(&study);
}
END_TEST

START_TEST(a_window_may_have_one_side_alone)
{
    Study study = study_make((const char *const[]){"a b core c d\n", NULL});
    g_autoptr(TifaQuery) query = study_ask("core");
    TifaWordChoice choice = {.least = 1};
    g_autoptr(TifaTable) table = tifa_analysis_collocates(study.analysis, query, 0, 1, &choice, NULL);
    ck_assert_uint_eq(tifa_table_rows(table), 1);
    ck_assert_str_eq(tifa_table_text(table, 0, 0), "c");
    study_clear(&study);
}
END_TEST

START_TEST(keywords_know_both_directions)
{
    Study study = study_make(
        (const char *const[]){"data data data data data data law law the the the the\n",
                              "steel steel steel steel steel steel law law the the the the\n", NULL});
    g_autoptr(TifaQuery) target = study_ask("data");
    TifaKeywordOptions options = {.most_q = 1};
    g_autoptr(TifaTable) table = tifa_analysis_keywords(study.analysis, target, NULL, &options, NULL);
    ck_assert_str_eq(tifa_table_text(table, 0, 0), "data");
    ck_assert_str_eq(tifa_table_text(table, 1, 0), "steel");
    /* By hand: 6 of 12 against 0 of 12. */
    double g2 = 2 * (6 * log(2) + 6 * log(6 / 9.0) + 12 * log(12 / 9.0));
    ck_assert_double_eq_tol(study_number(table, 0, "g2"), g2, 1e-9);
    ck_assert_double_eq_tol(study_number(table, 0, "log_ratio"), log2(6 / 0.5), 1e-9);
    ck_assert(study_has_note(table, "few documents, 1 against 1"));
    study_clear(&study);
}
END_TEST

START_TEST(keywords_need_documents_on_both_sides)
{
    Study study = study_make((const char *const[]){"data\n", NULL});
    g_autoptr(TifaQuery) target = study_ask("data");
    g_autoptr(TifaQuery) absent = study_ask("steel");
    TifaKeywordOptions options = {.most_q = 1};
    GError *error = NULL;
    ck_assert_ptr_null(tifa_analysis_keywords(study.analysis, target, NULL, &options, &error));
    ck_assert(strstr(error->message, "no documents to compare with"));
    g_clear_error(&error);
    ck_assert_ptr_null(tifa_analysis_keywords(study.analysis, absent, NULL, &options, &error));
    ck_assert(strstr(error->message, "that answer the question"));
    g_error_free(error);
    study_clear(&study);
}
END_TEST

Suite *suite_words(void)
{
    Suite *suite = suite_create("words");
    TCase *tests = tcase_create("words");
    tcase_add_test(tests, words_are_compared_folded_and_shown_as_mostly_written);
    tcase_add_test(tests, punctuation_is_no_word_and_numbers_are_listed_when_asked_for);
    tcase_add_test(tests, stopped_words_are_counted_and_not_listed);
    tcase_add_test(tests, collocates_are_counted_once_within_their_window);
    tcase_add_test(tests, a_window_may_have_one_side_alone);
    tcase_add_test(tests, keywords_know_both_directions);
    tcase_add_test(tests, keywords_need_documents_on_both_sides);
    suite_add_tcase(suite, tests);
    return suite;
}
