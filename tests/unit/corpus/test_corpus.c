#include "sample.h"

static const char *const texts[] = {"推动军民融合发展。", "新质生产力。", NULL};

START_TEST(documents_answer_to_their_number_path_and_title)
{
    Sample sample = sample_make(texts);
    g_autoptr(TifaEntries) entries = tifa_corpus_list(sample.corpus, NULL);
    TifaEntry second = tifa_entries_get(entries, 1);
    g_autofree char *id = g_strdup_printf("%d", (int)second.id);
    ck_assert_int_eq(tifa_corpus_resolve(sample.corpus, id, NULL), second.id);
    ck_assert_int_eq(tifa_corpus_resolve(sample.corpus, "001.txt", NULL), second.id);
    ck_assert_int_eq(tifa_corpus_resolve(sample.corpus, second.path, NULL), second.id);
    GError *error = NULL;
    ck_assert_int_eq(tifa_corpus_resolve(sample.corpus, "nothing of the kind", &error), 0);
    ck_assert_ptr_nonnull(error);
    g_error_free(error);
    sample_clear(&sample);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_does_not_stop_the_others)
{
    Sample sample = sample_make((const char *const[]){NULL});
    g_autofree char *good = g_build_filename(sample.folder, "good.txt", NULL);
    g_autofree char *missing = g_build_filename(sample.folder, "missing.txt", NULL);
    g_file_set_contents(good, texts[0], -1, NULL);
    const char *paths[] = {missing, good, NULL};
    size_t failed = 0;
    ck_assert(tifa_corpus_add(sample.corpus, paths, &(TifaAddOptions){0}, &failed, NULL));
    ck_assert_uint_eq(failed, 1);
    g_autoptr(TifaEntries) entries = tifa_corpus_list(sample.corpus, NULL);
    ck_assert_uint_eq(tifa_entries_count(entries), 1);
    sample_clear(&sample);
}
END_TEST

START_TEST(adding_the_same_files_again_adds_nothing)
{
    Sample sample = sample_make(texts);
    sample_add(&sample, sample.folder);
    g_autoptr(TifaEntries) entries = tifa_corpus_list(sample.corpus, NULL);
    ck_assert_uint_eq(tifa_entries_count(entries), 2);
    sample_clear(&sample);
}
END_TEST

Suite *suite_corpus(void)
{
    Suite *suite = suite_create("corpus");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, documents_answer_to_their_number_path_and_title);
    tcase_add_test(cases, a_file_that_cannot_be_read_does_not_stop_the_others);
    tcase_add_test(cases, adding_the_same_files_again_adds_nothing);
    suite_add_tcase(suite, cases);
    return suite;
}
