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

/* Its agency is 科学技术部 (kexue jishu bu), its type 通知 (tongzhi, notice). */
static const char *const notices[] = {
    "科学技术部关于印发科研诚信办法的通知\n\n国科发监〔2019〕323号\n\n各省科技厅：\n\n"
    "现将办法印发给你们。\n\n科学技术部\n\n2019年9月25日\n",
    NULL};

START_TEST(an_agency_is_found_under_any_of_its_names)
{
    Sample sample = sample_make(notices);
    ck_assert_int_eq(sample_count(&sample, "agency:科技部"), 1);
    ck_assert_int_eq(sample_count(&sample, "agency:科学技术部"), 1);
    ck_assert_int_eq(sample_count(&sample, "agency:教育部"), 0);
    ck_assert_int_eq(sample_count(&sample, "-agency:科技部"), 0);
    sample_clear(&sample);
}
END_TEST

typedef struct {
    const char *question, *expected; /* the first sentence; NULL: there is none */
} Explained;

static const Explained explained[] = {
    {"agency:科学技木部", "agency:科学技木部: no document; the nearest: 科学技术部 (1)"},
    {"agency:国务院|教育部", "agency:国务院|...: no document; the corpus has 科学技术部 (1)"},
    {"type:公告", "type:公告: no document; the corpus has 通知 (1)"},
    {"year:2020..", "year:2020..: no document; the corpus has 2019-09-25 to 2019-09-25"},
    {"asof:1999", "asof:1999: no document"},
    {"url:x", "url:x: no document; no document says anything of that"},
    {"year:2019 -type:通知", "no document passes all filters together"},
    {"科研 AND 没有", "AND is looked for as a word; write a blank: 科技 创新"},
    {"没有", NULL},
};

START_TEST(why_nothing_is_found_is_explained)
{
    Sample sample = sample_make(notices);
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(explained[_i].question, &error);
    ck_assert_msg(query != NULL, "%s", error ? error->message : "");
    g_auto(GStrv) sentences = tifa_corpus_explain(sample.corpus, query, &error);
    ck_assert_pstr_eq(sentences[0], explained[_i].expected);
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
    tcase_add_test(cases, an_agency_is_found_under_any_of_its_names);
    tcase_add_loop_test(cases, why_nothing_is_found_is_explained, 0, G_N_ELEMENTS(explained));
    suite_add_tcase(suite, cases);
    return suite;
}
