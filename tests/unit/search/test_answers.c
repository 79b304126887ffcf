/* What a corpus answers as it changes. */
#include "asked.h"

#include <string.h>

static const char *const texts[] = {"推动军民融合发展。", "新质生产力。", NULL};

START_TEST(a_removed_document_is_found_no_more_and_may_come_back)
{
    Sample sample = sample_make(texts);
    g_autoptr(TifaEntries) entries = tifa_corpus_list(sample.corpus, NULL);
    ck_assert(tifa_corpus_remove(sample.corpus, tifa_entries_get(entries, 0).id, NULL));
    ck_assert_int_eq(sample_count(&sample, "军民融合"), 0);
    ck_assert_int_eq(sample_count(&sample, "生产力"), 1);
    sample_add(&sample, sample.folder);
    ck_assert_int_eq(sample_count(&sample, "军民融合"), 1);
    sample_clear(&sample);
}
END_TEST

START_TEST(a_rebuild_gives_the_same_answers)
{
    Sample sample = sample_make(texts);
    ck_assert(tifa_corpus_rebuild(sample.corpus, TIFA_LAYER_ALL, NULL, NULL, NULL));
    ck_assert_int_eq(sample_count(&sample, "军民融合"), 1);
    ck_assert_int_eq(sample_count(&sample, "{mcf}"), 1);
    ck_assert_int_eq(tifa_corpus_stale(sample.corpus, TIFA_LAYER_ALL, NULL), 0);
    g_autoptr(TifaHealth) health = tifa_corpus_check(sample.corpus, NULL);
    ck_assert_ptr_null(health->problems[0]);
    sample_clear(&sample);
}
END_TEST

START_TEST(an_unknown_concept_is_named)
{
    Sample sample = sample_make(texts);
    g_autoptr(TifaQuery) query = tifa_query_parse("{no-such-concept}", NULL);
    GError *error = NULL;
    uint64_t count;
    ck_assert(!tifa_corpus_count(sample.corpus, query, &count, &error));
    ck_assert_msg(strstr(error->message, "no-such-concept"), "%s", error->message);
    g_error_free(error);
    sample_clear(&sample);
}
END_TEST

Suite *suite_answers(void)
{
    Suite *suite = suite_create("answers");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_removed_document_is_found_no_more_and_may_come_back);
    tcase_add_test(cases, a_rebuild_gives_the_same_answers);
    tcase_add_test(cases, an_unknown_concept_is_named);
    suite_add_tcase(suite, cases);
    return suite;
}
