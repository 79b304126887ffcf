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

/* A notice of so many numbered articles; `changed` of them are worded otherwise. */
static char *notice(const char *date, int changed)
{
    GString *text = g_string_new("关于推动科技创新的通知\n\n");
    for (int i = 1; i <= 60; i++)
        g_string_append_printf(text,
                               i <= changed ? "%d. 第%d项工作由有关部门另行安排。\n\n"
                                            : "%d. 各地要做好第%d项工作，落实责任，加强督查。\n\n",
                               i, i * i);
    g_string_append_printf(text, "科技部\n\n%s\n", date);
    return g_string_free(text, FALSE);
}

/* The warning of the document with that id about another, or NULL. Free with g_free(). */
static char *warning_of(const Sample *sample, int64_t id)
{
    g_autoptr(TifaDocument) document = tifa_corpus_get(sample->corpus, id, NULL);
    for (const char *const *warning = tifa_document_warnings(document); *warning; warning++)
        if (strstr(*warning, " document "))
            return g_strdup(*warning);
    return NULL;
}

typedef struct {
    const char *date; /* of the second notice */
    int changed;
    const char *warning; /* how it begins */
} DuplicateCase;

static const DuplicateCase duplicates[] = {
    {"2021年3月12日", 0, "has the same text as document 1, "},
    {"2021年3月12日", 1, "near-duplicate of document 1, "},
    {"2021年3月12日", 30, NULL},
    {"2022年3月12日", 1, NULL}, /* another version */
};

START_TEST(a_reprint_is_named_when_it_is_added_and_a_version_is_not)
{
    const DuplicateCase *one = &duplicates[_i];
    g_autofree char *first = notice("2021年3月12日", 0), *second = notice(one->date, one->changed);
    g_autofree char *other_bytes = g_strconcat(second, "\n\n", NULL);
    Sample sample = sample_make((const char *const[]){first, other_bytes, NULL});
    for (int round = 0; round < 2; round++) {
        g_autofree char *warning = warning_of(&sample, 2);
        ck_assert_msg(one->warning ? warning && g_str_has_prefix(warning, one->warning) : !warning, "%s",
                      warning ? warning : "no warning");
        /* Made anew, the sketches still tell; taken out, a document is no original any more. */
        ck_assert(tifa_corpus_rebuild(sample.corpus, TIFA_LAYER_ALL, NULL, NULL, NULL));
        ck_assert(tifa_corpus_remove(sample.corpus, 2, NULL));
        sample_add(&sample, sample.folder);
    }
    ck_assert_ptr_null(warning_of(&sample, 1));
    sample_clear(&sample);
}
END_TEST

START_TEST(words_of_the_corpus_make_its_words_stale_until_they_are_cut_anew)
{
    static const char *const words[] = {"军民融合发展", NULL};
    Sample sample = sample_make(texts);
    ck_assert_int_eq(tifa_corpus_stale(sample.corpus, TIFA_LAYER_TOKENS, NULL), 0);
    ck_assert(tifa_corpus_set_words(sample.corpus, words, NULL));
    ck_assert_int_eq(tifa_corpus_stale(sample.corpus, TIFA_LAYER_TOKENS, NULL), TIFA_LAYER_TOKENS);
    ck_assert(tifa_corpus_rebuild(sample.corpus, TIFA_LAYER_TOKENS, NULL, NULL, NULL));
    ck_assert_int_eq(tifa_corpus_stale(sample.corpus, TIFA_LAYER_TOKENS, NULL), 0);
    g_auto(GStrv) kept = tifa_corpus_words(sample.corpus);
    ck_assert_str_eq(kept[0], words[0]);
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
    tcase_add_loop_test(cases, a_reprint_is_named_when_it_is_added_and_a_version_is_not, 0,
                        G_N_ELEMENTS(duplicates));
    tcase_add_test(cases, words_of_the_corpus_make_its_words_stale_until_they_are_cut_anew);
    suite_add_tcase(suite, cases);
    return suite;
}
