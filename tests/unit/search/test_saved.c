/* Questions kept under a name. */
#include "sample.h"

static Sample sample;

static void set_up(void)
{
    sample = sample_make((const char *const[]){NULL});
}

static void tear_down(void)
{
    sample_clear(&sample);
}

static const char *const good_names[] = {"talent", "融合", "a-b_c.2", "é"};
static const char *const bad_names[] = {
    "",      "a b",   "a:b",  "a|b",
    "\"a\"", "sub/x", "\xFF", "1234567890123456789012345678901234567890123456789012345678901234x"};

START_TEST(a_name_of_letters_and_digits_of_any_script_is_taken)
{
    ck_assert(tifa_corpus_save(sample.corpus, good_names[_i], "军民 融合", NULL));
    g_autofree char *question = tifa_corpus_question(sample.corpus, good_names[_i], NULL);
    ck_assert_str_eq(question, "军民 融合");
}
END_TEST

START_TEST(a_name_that_means_something_in_a_question_is_refused)
{
    GError *error = NULL;
    ck_assert(!tifa_corpus_save(sample.corpus, bad_names[_i], "科技", &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_error_free(error);
}
END_TEST

START_TEST(a_question_that_cannot_be_understood_is_not_kept)
{
    GError *error = NULL;
    ck_assert(!tifa_corpus_save(sample.corpus, "name", "\"科技", &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_QUERY));
    g_clear_error(&error);
    ck_assert_ptr_null(tifa_corpus_question(sample.corpus, "name", &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_clear_error(&error);
    ck_assert(!tifa_corpus_forget(sample.corpus, "name", &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_error_free(error);
}
END_TEST

Suite *suite_saved(void)
{
    Suite *suite = suite_create("saved");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_loop_test(cases, a_name_of_letters_and_digits_of_any_script_is_taken, 0,
                        G_N_ELEMENTS(good_names));
    tcase_add_loop_test(cases, a_name_that_means_something_in_a_question_is_refused, 0,
                        G_N_ELEMENTS(bad_names));
    tcase_add_test(cases, a_question_that_cannot_be_understood_is_not_kept);
    suite_add_tcase(suite, cases);
    return suite;
}
