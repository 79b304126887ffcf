#include "sample.h"

Suite *suite_history(void);

typedef struct {
    Sample sample;
    TifaFamilies *families;
    TifaHistory *history;
    const TifaHistoryFacts *facts;
} Case;

static Case ask_all(const char *question, const char *const *texts)
{
    Case ask = {.sample = sample_make(texts)};
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(question, &error);
    ask.families = query ? tifa_families_new(ask.sample.corpus, &error) : NULL;
    ask.history = ask.families ? tifa_history_new(ask.sample.corpus, ask.families, query, &error) : NULL;
    ck_assert_msg(ask.history != NULL, "%s", error ? error->message : "");
    ask.facts = tifa_history_facts(ask.history);
    return ask;
}

#define ASK(question, ...) ask_all(question, (const char *const[]){__VA_ARGS__, NULL})

static void case_clear(Case *ask)
{
    tifa_history_free(ask->history);
    tifa_families_free(ask->families);
    sample_clear(&ask->sample);
}

/* Notices of an agency, one a month from January of the year on. */
static void add_notices(GPtrArray *texts, const char *agency, int year, int count, const char *sentence)
{
    for (int i = 0; i < count; i++)
        g_ptr_array_add(
            texts, g_strdup_printf("%s关于第%d项工作的通知\n各单位：\n%s。\n特此通知。\n%s\n%d年%d月3日\n",
                                   agency, i + 1, sentence, agency, year + i / 12, i % 12 + 1));
}

static GPtrArray *texts_new(void)
{
    return g_ptr_array_new_with_free_func(g_free);
}

static Case ask_texts(const char *question, GPtrArray *texts)
{
    g_ptr_array_add(texts, NULL);
    Case ask = ask_all(question, (const char *const *)texts->pdata);
    g_ptr_array_unref(texts);
    return ask;
}

/* ---- Coming and going ------------------------------------------------------------------------ */

START_TEST(first_and_last_come_with_their_sentences)
{
    GPtrArray *texts = texts_new();
    add_notices(texts, "国务院办公厅", 2015, 2, "要重视人才。要推动甲乙融合发展。再讲其他");
    add_notices(texts, "澜江省人民政府办公厅", 2016, 2, "全省推动甲乙融合发展");
    Case ask = ask_texts("甲乙融合", texts);
    ck_assert_uint_eq(ask.facts->documents, 4);
    ck_assert_str_eq(ask.facts->firsts[0].entry.date, "2015-01-03");
    ck_assert_str_eq(ask.facts->firsts[0].quote, "要推动甲乙融合发展。");
    ck_assert_int_eq(ask.facts->first_tiers[0], TIFA_TIER_CENTRAL);
    ck_assert_int_eq(ask.facts->first_tiers[1], TIFA_TIER_PROVINCE);
    ck_assert_str_eq(ask.facts->last->entry.date, "2016-02-03");
    case_clear(&ask);
}
END_TEST

START_TEST(years_count_documents_tiers_and_new_issuers)
{
    GPtrArray *texts = texts_new();
    add_notices(texts, "国务院办公厅", 2015, 3, "推动甲乙融合发展");
    add_notices(texts, "澜江省人民政府办公厅", 2016, 2, "推动甲乙融合发展");
    add_notices(texts, "远川市人民政府办公室", 2016, 1, "讲其他");
    Case ask = ask_texts("甲乙融合", texts);
    const TifaHistoryYear *year = &ask.facts->years[1];
    ck_assert_uint_eq(ask.facts->year_count, 2);
    ck_assert_uint_eq(year->year, 2016);
    ck_assert_uint_eq(year->documents, 2);
    ck_assert_uint_eq(year->of, 3);
    ck_assert_uint_eq(year->tiers[TIFA_TIER_PROVINCE], 2);
    ck_assert_uint_eq(year->new_issuers, 1);
    ck_assert(year->share.low > 0.1 && year->share.low < 0.3);
    case_clear(&ask);
}
END_TEST

START_TEST(it_is_gone_only_where_enough_later_documents_lack_it)
{
    GPtrArray *few = texts_new(), *many = texts_new();
    add_notices(few, "国务院办公厅", 2015, 12, "推动甲乙融合发展");
    add_notices(few, "国务院办公厅", 2017, 3, "讲其他");
    add_notices(many, "国务院办公厅", 2015, 12, "推动甲乙融合发展");
    add_notices(many, "国务院办公厅", 2017, 12, "讲其他");
    Case short_time = ask_texts("甲乙融合", few), long_time = ask_texts("甲乙融合", many);
    ck_assert_uint_eq(short_time.facts->later, 3);
    ck_assert(!short_time.facts->is_gone);
    ck_assert(long_time.facts->is_gone);
    case_clear(&short_time);
    case_clear(&long_time);
}
END_TEST

START_TEST(a_question_without_places_has_no_history)
{
    Case ask = ASK("没有", "推动发展。");
    ck_assert_uint_eq(ask.facts->hits, 0);
    ck_assert_ptr_null(ask.facts->last);
    ck_assert_uint_eq(ask.facts->turn, 0);
    case_clear(&ask);
}
END_TEST

START_TEST(texts_without_a_date_are_counted_and_left_out)
{
    Case ask = ASK("甲乙融合", "推动甲乙融合。");
    ck_assert_uint_eq(ask.facts->undated, 1);
    ck_assert_uint_eq(ask.facts->documents, 0);
    case_clear(&ask);
}
END_TEST

/* ---- Versions -------------------------------------------------------------------------------- */

START_TEST(it_comes_into_an_instrument_and_goes_out_of_it_with_a_version)
{
    static const char law[] = "澜江省数据条例\n（%d年7月29日澜江省人民代表大会常务委员会第二次会议%s）\n"
                              "第一条　为了%s，制定本条例。\n第二条　本条例自%d年10月1日起施行。\n";
    GPtrArray *texts = texts_new();
    g_ptr_array_add(texts, g_strdup_printf(law, 2010, "通过", "发展", 2010));
    g_ptr_array_add(texts, g_strdup_printf(law, 2015, "修订", "甲乙融合", 2015));
    g_ptr_array_add(texts, g_strdup_printf(law, 2020, "修订", "创新", 2020));
    Case ask = ask_texts("甲乙融合", texts);
    ck_assert_uint_eq(ask.facts->change_count, 2);
    ck_assert(!ask.facts->changes[0].is_gone);
    ck_assert(ask.facts->changes[1].is_gone);
    TifaVersion gone = tifa_families_version(ask.families, ask.facts->changes[1].version);
    ck_assert_str_eq(gone.date, "2020-07-29");
    case_clear(&ask);
}
END_TEST

/* ---- Succession ------------------------------------------------------------------------------ */

START_TEST(what_rises_among_the_same_words_is_named_as_successor)
{
    GPtrArray *texts = texts_new();
    add_notices(texts, "国务院办公厅", 2015, 24, "全面推动军民融合发展");
    add_notices(texts, "国务院办公厅", 2020, 24, "全面推动新质生产力发展");
    Case ask = ask_texts("军民融合", texts);
    ck_assert_uint_eq(ask.facts->turn, 2016);
    ck_assert_uint_ge(ask.facts->successor_count, 1);
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load(NULL, NULL);
    TifaConcept best = tifa_concepts_get(concepts, ask.facts->successors[0].concept);
    ck_assert_str_eq(best.zh, "新质生产力");
    ck_assert_str_eq(ask.facts->successors[0].late.entry.date, "2020-01-03");
    case_clear(&ask);
}
END_TEST

START_TEST(years_before_it_came_do_not_hide_that_it_fades)
{
    GPtrArray *texts = texts_new();
    add_notices(texts, "国务院办公厅", 2000, 36, "讲其他");
    add_notices(texts, "国务院办公厅", 2011, 12, "全面推动军民融合发展");
    add_notices(texts, "国务院办公厅", 2020, 12, "讲别的");
    Case ask = ask_texts("军民融合", texts);
    ck_assert_uint_eq(ask.facts->begin, 2011);
    ck_assert_uint_eq(ask.facts->turn, 2011);
    ck_assert_uint_eq(ask.facts->before_of, 12);
    ck_assert_uint_eq(ask.facts->after_of, 12);
    case_clear(&ask);
}
END_TEST

START_TEST(small_numbers_show_no_fading)
{
    GPtrArray *texts = texts_new();
    add_notices(texts, "国务院办公厅", 2015, 2, "全面推动军民融合发展");
    add_notices(texts, "国务院办公厅", 2020, 2, "全面推动新质生产力发展");
    Case ask = ask_texts("军民融合", texts);
    ck_assert_uint_eq(ask.facts->turn, 0);
    ck_assert_uint_eq(ask.facts->successor_count, 0);
    case_clear(&ask);
}
END_TEST

Suite *suite_history(void)
{
    Suite *suite = suite_create("history");
    TCase *tests = tcase_create("history");
    tcase_add_test(tests, first_and_last_come_with_their_sentences);
    tcase_add_test(tests, years_count_documents_tiers_and_new_issuers);
    tcase_add_test(tests, it_is_gone_only_where_enough_later_documents_lack_it);
    tcase_add_test(tests, a_question_without_places_has_no_history);
    tcase_add_test(tests, texts_without_a_date_are_counted_and_left_out);
    tcase_add_test(tests, it_comes_into_an_instrument_and_goes_out_of_it_with_a_version);
    tcase_add_test(tests, what_rises_among_the_same_words_is_named_as_successor);
    tcase_add_test(tests, years_before_it_came_do_not_hide_that_it_fades);
    tcase_add_test(tests, small_numbers_show_no_fading);
    suite_add_tcase(suite, tests);
    return suite;
}
