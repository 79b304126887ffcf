#include "analysis/study.h"

#include "analysis/pairs.h"
#include "base/random.h"

START_TEST(sequences_are_counted_where_they_stand_for_themselves)
{
    Study study = study_make((const char *const[]){
        "one two three. one two three. two three four. two three four, one two\n", NULL});
    TifaWordChoice choice = {.least = 2};
    g_autoptr(TifaTable) table = tifa_analysis_ngrams(study.analysis, NULL, 2, 3, &choice, NULL);
    /* "three four" stands in "two three four" alone; "one two" also before the end. */
    ck_assert_uint_eq(tifa_table_rows(table), 4);
    ck_assert_double_eq(study_number(table, study_row(table, "ngram", "two three"), "frequency"), 4);
    ck_assert_double_eq(study_number(table, study_row(table, "ngram", "one two"), "frequency"), 3);
    ck_assert_double_eq(study_number(table, study_row(table, "ngram", "two three four"), "frequency"), 2);
    ck_assert_double_eq(study_number(table, study_row(table, "ngram", "one two three"), "n"), 3);
    study_clear(&study);
}
END_TEST

START_TEST(sequences_around_places_hold_a_word_of_them)
{
    Study study = study_make(
        (const char *const[]){"big red car and big red bus. blue sky, blue sky\n", "big red car\n", NULL});
    g_autoptr(TifaQuery) query = study_ask("car");
    TifaWordChoice choice = {.least = 2};
    g_autoptr(TifaTable) table = tifa_analysis_ngrams(study.analysis, query, 2, 3, &choice, NULL);
    ck_assert_uint_eq(tifa_table_rows(table), 1);
    ck_assert_str_eq(tifa_table_text(table, 0, 0), "big red car");
    ck_assert_double_eq(study_number(table, 0, "documents"), 2);
    study_clear(&study);
}
END_TEST

START_TEST(lengths_out_of_range_are_refused)
{
    Study study = study_make((const char *const[]){"a b\n", NULL});
    GError *error = NULL;
    ck_assert_ptr_null(tifa_analysis_ngrams(study.analysis, NULL, 3, 2, NULL, &error));
    g_clear_error(&error);
    ck_assert_ptr_null(tifa_analysis_ngrams(study.analysis, NULL, 1, 9, NULL, &error));
    g_error_free(error);
    study_clear(&study);
}
END_TEST

START_TEST(frequent_pairs_are_counted_exactly)
{
    enum { NUMBERS = 60, PAIRS = 20000, LEAST = 4 };
    static uint32_t exact[NUMBERS][NUMBERS], numbers[NUMBERS][NUMBERS];
    PairCounts counts = pair_counts_new(LEAST);
    for (int round = 0; round < 2; round++) {
        Random random = random_new(9);
        for (unsigned i = 0; i < PAIRS; i++) {
            uint32_t left = random_below(&random, NUMBERS), right = random_below(&random, left + 1);
            exact[left][right] += round;
            if (round)
                numbers[left][right] = pair_counts_add(&counts, left, right, i % 2, i / 1000);
            else
                pair_counts_announce(&counts, left, right);
        }
    }
    for (uint32_t left = 0; left < NUMBERS; left++)
        for (uint32_t right = 0; right < NUMBERS; right++) {
            uint32_t number = numbers[left][right];
            bool is_frequent = pair_counts_is_frequent(&counts, number);
            ck_assert_uint_eq(is_frequent, exact[left][right] >= LEAST);
            if (is_frequent)
                ck_assert_uint_eq(counts.pairs.items[number - 1].count, exact[left][right]);
        }
    pair_counts_clear(&counts);
}
END_TEST

START_TEST(even_and_uneven_places_differ_in_their_dispersion)
{
    Study study = study_make((const char *const[]){"core a b c\n", "core d e f\n", "g h i j\n", NULL});
    g_autoptr(TifaQuery) even = study_ask("a|d|g"), uneven = study_ask("core");
    g_autoptr(TifaTable) first = tifa_analysis_dispersion(study.analysis, even, NULL);
    g_autoptr(TifaTable) second = tifa_analysis_dispersion(study.analysis, uneven, NULL);
    ck_assert_double_eq_tol(study_fact(first, "dp"), 0, 1e-12);
    /* By hand: half of |1/2 - 1/3| twice and |0 - 1/3|. */
    ck_assert_double_eq_tol(study_fact(second, "dp"), 1 / 3.0, 1e-12);
    ck_assert_uint_eq(tifa_table_rows(second), 2);
    size_t length;
    const double *positions = tifa_table_series(second, 0, tifa_table_find(second, "positions"), &length);
    ck_assert_double_eq(positions[0], 1);
    study_clear(&study);
}
END_TEST

START_TEST(concepts_that_stand_together_are_found)
{
    Study study = study_make(
        (const char *const[]){"推动军民融合，加强新质生产力。\n军民融合和新质生产力。\n农业。\n工业。\n",
                              "新质生产力。\n林业。\n", NULL});
    g_autoptr(TifaTable) paragraphs =
        tifa_analysis_cooccurrence(study.analysis, NULL, TIFA_WITHIN_PARAGRAPH, "mcf", 2, NULL);
    size_t row = study_row(paragraphs, "other", "nqpf");
    ck_assert_double_eq(study_number(paragraphs, row, "together"), 2);
    ck_assert_double_eq(study_number(paragraphs, row, "other_units"), 3);
    ck_assert_double_eq_tol(study_number(paragraphs, row, "expected"), 2 * 3 / 6.0, 1e-9);
    g_autoptr(TifaTable) documents =
        tifa_analysis_cooccurrence(study.analysis, NULL, TIFA_WITHIN_DOCUMENT, NULL, 2, NULL);
    ck_assert_double_eq(study_fact(documents, "units"), 2);
    study_clear(&study);
}
END_TEST

START_TEST(concepts_are_counted_in_any_language)
{
    Study study = study_make((const char *const[]){
        "军民融合，軍民融合。\n", "Military-civil fusion and new quality productive forces.\n", NULL});
    g_autoptr(TifaTable) table = tifa_analysis_concepts(study.analysis, NULL, 0, NULL);
    size_t row = study_row(table, "concept", "mcf");
    ck_assert_double_eq(study_number(table, row, "frequency"), 3);
    ck_assert_double_eq(study_number(table, row, "documents"), 2);
    ck_assert_double_eq_tol(study_number(table, row, "top_share"), 2 / 3.0, 1e-12);
    study_clear(&study);
}
END_TEST

Suite *suite_spread(void)
{
    Suite *suite = suite_create("spread");
    TCase *tests = tcase_create("spread");
    tcase_add_test(tests, sequences_are_counted_where_they_stand_for_themselves);
    tcase_add_test(tests, sequences_around_places_hold_a_word_of_them);
    tcase_add_test(tests, lengths_out_of_range_are_refused);
    tcase_add_test(tests, frequent_pairs_are_counted_exactly);
    tcase_add_test(tests, even_and_uneven_places_differ_in_their_dispersion);
    tcase_add_test(tests, concepts_that_stand_together_are_found);
    tcase_add_test(tests, concepts_are_counted_in_any_language);
    suite_add_tcase(suite, tests);
    return suite;
}
