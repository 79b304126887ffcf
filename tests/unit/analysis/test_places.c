/* Places found in tokens are those found in the text. */
#include "analysis/analysis.h"
#include "analysis/study.h"
#include "base/random.h"
#include "base/utf8.h"
#include "search/token_places.h"

static const char *const texts[] = {
    "科技创新与科技体制改革。\n加快实现高水平科技自立自强，科学技术是第一生产力。\n人人人人人，一一一一。\n",
    "國家發展和改革委員會\n科技創新，發展科學技術；体制與體制。\nAI技术和ai芯片，5G技术，ＡＩ技术。\n",
    "军民融合发展战略。军民融合。军民\n融合发展发展发展。\n推动 科技 成果转化（科技成果），“十四五”规划。\n",
    NULL,
};

static void write_passage(const TokenPassage *passage, void *data)
{
    for (size_t i = 0; i < passage->places.length; i++)
        g_string_append_printf(data, "%" G_GINT64_FORMAT ":%zu-%zu ", passage->id,
                               passage->places.items[i].first, passage->places.items[i].end);
}

/* The places of a question, written down. */
static GString *places_of(Study *study, const char *question)
{
    g_autoptr(TifaQuery) query = study_ask(question);
    const Vocabulary *vocabulary = analysis_vocabulary(study->analysis, NULL);
    TermTexts terms = {vocabulary->term_count, vocabulary->texts, vocabulary->lengths};
    GString *places = g_string_new(NULL);
    GError *error = NULL;
    ck_assert_msg(search_token_places(study->sample.corpus, query, terms, write_passage, places, &error),
                  "%s: %s", question, error ? error->message : "");
    return places;
}

/* "A or A" is no plain phrase, and so is looked for in the text. */
static size_t check_phrase(Study *study, const char *phrase)
{
    g_autofree char *plain = g_strdup_printf("\"%s\"", phrase);
    g_autofree char *either = g_strdup_printf("\"%s\" | \"%s\"", phrase, phrase);
    g_autoptr(GString) in_tokens = places_of(study, plain), in_text = places_of(study, either);
    ck_assert_msg(g_str_equal(in_tokens->str, in_text->str), "%s: %s, not %s", phrase, in_tokens->str,
                  in_text->str);
    return in_tokens->len;
}

/* One to five characters of a text, without quotes and line ends. */
static char *cut_phrase_at_random(Random *random)
{
    const char *text = texts[random_below(random, G_N_ELEMENTS(texts) - 1)];
    const char *end = text + strlen(text);
    const char *start = utf8_forward(text, end, random_below(random, (uint32_t)g_utf8_strlen(text, -1)));
    const char *stop = utf8_forward(start, end, 1 + random_below(random, 5));
    g_autofree char *phrase = g_strndup(start, (gsize)(stop - start));
    g_strdelimit(phrase, "\n\"\\", ' ');
    return g_strdup(g_strstrip(phrase));
}

START_TEST(tokens_and_text_hold_the_same_places)
{
    enum { PHRASES = 200 };
    Study study = study_make(texts);
    Random random = random_new(11);
    size_t found = 0;
    for (int i = 0; i < PHRASES; i++) {
        g_autofree char *phrase = cut_phrase_at_random(&random);
        found += *phrase && check_phrase(&study, phrase) > 0;
    }
    ck_assert_uint_gt(found, PHRASES / 2);
    study_clear(&study);
}
END_TEST

START_TEST(a_phrase_is_found_inside_and_across_words)
{
    Study study = study_make(texts);
    const char *const phrases[] = {"技",   "技创",     "人人", "一一",   "民融",
                                   "发展", "发展发展", "體制", "AI技术", NULL};
    for (size_t i = 0; phrases[i]; i++)
        ck_assert_uint_gt(check_phrase(&study, phrases[i]), 0);
    study_clear(&study);
}
END_TEST

START_TEST(without_words_the_places_are_still_counted)
{
    Study study = study_make(texts);
    ck_assert(store_begin(study.sample.corpus->store, NULL));
    ck_assert(store_clear_layers(study.sample.corpus->store, TIFA_LAYER_TOKENS, NULL));
    ck_assert(store_commit(study.sample.corpus->store, NULL));
    ck_assert_uint_gt(check_phrase(&study, "科技"), 0);
    ck_assert_uint_gt(check_phrase(&study, "军"), 0);
    study_clear(&study);
}
END_TEST

START_TEST(filters_hold_for_places_in_tokens)
{
    Study study = study_make((const char *const[]){
        "政府工作报告\n——2017年3月5日在第十二届全国人民代表大会第五次会议上\n坚持科技创新。\n",
        "政府工作报告\n——2019年3月5日在第十三届全国人民代表大会第二次会议上\n科技。科技。\n", NULL});
    g_autoptr(GString) plain = places_of(&study, "科技 year:2019"),
                       either = places_of(&study, "(科技 | 科技) year:2019"), all = places_of(&study, "科技");
    ck_assert_str_eq(plain->str, either->str);
    ck_assert_str_ne(plain->str, all->str);
    ck_assert_str_ne(plain->str, "");
    study_clear(&study);
}
END_TEST

Suite *suite_places(void);

Suite *suite_places(void)
{
    Suite *suite = suite_create("places as tokens");
    TCase *tests = tcase_create("places");
    tcase_add_test(tests, tokens_and_text_hold_the_same_places);
    tcase_add_test(tests, a_phrase_is_found_inside_and_across_words);
    tcase_add_test(tests, without_words_the_places_are_still_counted);
    tcase_add_test(tests, filters_hold_for_places_in_tokens);
    suite_add_tcase(suite, tests);
    return suite;
}
