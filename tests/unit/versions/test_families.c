#include "sample.h"

Suite *suite_families(void);

/* ---- Small corpora --------------------------------------------------------------------------- */

#define FIRST                                                                                                                                             \
    "澜江省数据条例\n（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过）\n"                    \
    "第一条　为了规范数据，制定本条例。\n第二条　本条例自2011年10月1日起施行。《澜江省数据办法》同时废止。" \
    "\n"
#define AMENDED                                                                                                                                              \
    "澜江省数据条例\n（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过　"                         \
    "根据2015年3月2日澜江省第十一届人民代表大会常务委员会第三十次会议《关于修改〈澜江省数据条例〉的决定》修" \
    "正）\n"                                                                                                                                               \
    "第一条　为了规范和促进数据，制定本条例。\n第二条　本条例自2011年10月1日起施行。\n"
#define REVISED                                                                                                                                         \
    "澜江省数据条例（2019年修订）\n（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过　" \
    "2015年3月2日澜江省第十一届人民代表大会常务委员会第三十次会议修正　"                                                  \
    "2019年9月20日澜江省第十三届人民代表大会常务委员会第五次会议修订）\n"                                                  \
    "第一条　为了规范数据，促进创新，制定本条例。\n第二条　本条例自2020年1月1日起施行。\n"
#define DETAILS                                                                                                                                    \
    "澜江省数据条例实施细则\n（2012年7月29日澜江省第十一届人民代表大会常务委员会第二十九次会议通过）\n" \
    "第一条　根据条例制定本细则。\n第二条　本细则自2012年10月1日起施行。\n"
#define NEIGHBOUR                                                                                                                \
    "远川省数据条例\n（2012年7月29日远川省第十一届人民代表大会常务委员会第五次会议通过）\n" \
    "第一条　为了规范数据，制定本条例。\n第二条　本条例自2012年10月1日起施行。\n"
#define MEASURES                                                                                                             \
    "澜江省数据办法\n（1999年9月9日澜江省第九届人民代表大会常务委员会第五次会议通过）\n" \
    "第一条　为了管理数据，制定本办法。\n第二条　本办法自1999年11月1日起施行。\n"

typedef struct {
    Sample sample;
    TifaFamilies *families;
} Case;

static void work_out(Case *ask)
{
    GError *error = NULL;
    tifa_families_free(ask->families);
    ask->families = tifa_families_new(ask->sample.corpus, &error);
    ck_assert_msg(ask->families != NULL, "%s", error ? error->message : "");
}

static Case case_make(const char *const *texts)
{
    Case ask = {.sample = sample_make(texts)};
    work_out(&ask);
    return ask;
}

#define CASE(...) case_make((const char *const[]){__VA_ARGS__, NULL})

static void case_clear(Case *ask)
{
    tifa_families_free(ask->families);
    sample_clear(&ask->sample);
}

/* Documents are numbered from 1 in the order of the texts. */
static size_t family_of(const Case *ask, int64_t document)
{
    return tifa_families_version(ask->families, tifa_families_find(ask->families, document)).family;
}

static TifaVersion version_of(const Case *ask, int64_t document)
{
    return tifa_families_version(ask->families, tifa_families_find(ask->families, document));
}

static TifaStatus status_of(const Case *ask, int64_t document, const char *day)
{
    return tifa_families_status(ask->families, tifa_families_find(ask->families, document), day, NULL);
}

/* ---- Families -------------------------------------------------------------------------------- */

START_TEST(versions_of_one_instrument_are_a_family_in_the_order_of_their_dates)
{
    Case ask = CASE(REVISED, FIRST);
    TifaFamily family = tifa_families_get(ask.families, family_of(&ask, 1));
    ck_assert_uint_eq(family_of(&ask, 1), family_of(&ask, 2));
    ck_assert_uint_eq(family.texts, 2);
    ck_assert_str_eq(tifa_families_version(ask.families, family.first).date, "2011-07-29");
    ck_assert_str_eq(version_of(&ask, 1).date, "2019-09-20");
    case_clear(&ask);
}
END_TEST

START_TEST(a_version_that_only_preambles_name_is_known_without_its_text)
{
    Case ask = CASE(FIRST, REVISED);
    TifaFamily family = tifa_families_get(ask.families, family_of(&ask, 1));
    ck_assert_uint_eq(family.count, 3);
    TifaVersion unseen = tifa_families_version(ask.families, family.first + 1);
    ck_assert_str_eq(unseen.date, "2015-03-02");
    ck_assert_str_eq(unseen.deed, "修正");
    ck_assert_uint_eq(unseen.copies, 0);
    case_clear(&ask);
}
END_TEST

START_TEST(implementing_rules_and_another_provinces_rules_are_no_versions)
{
    Case ask = CASE(FIRST, DETAILS, NEIGHBOUR);
    ck_assert_uint_ne(family_of(&ask, 1), family_of(&ask, 2));
    ck_assert_uint_ne(family_of(&ask, 1), family_of(&ask, 3));
    case_clear(&ask);
}
END_TEST

START_TEST(a_reprint_is_a_copy_of_its_version)
{
    Case ask = CASE(FIRST, "转载：\n" FIRST, REVISED);
    ck_assert_uint_eq(tifa_families_find(ask.families, 1), tifa_families_find(ask.families, 2));
    ck_assert_uint_eq(version_of(&ask, 1).copies, 2);
    case_clear(&ask);
}
END_TEST

START_TEST(reports_of_several_years_are_a_series_and_no_versions)
{
    Case ask = CASE("政府工作报告\n——2019年1月15日在澜江省第十三届人民代表大会第二次会议上\n"
                    "澜江省省长　陆远舟\n各位代表：\n现在，我代表省人民政府，向大会报告工作。\n",
                    "政府工作报告\n——2020年1月16日在澜江省第十三届人民代表大会第三次会议上\n"
                    "澜江省省长　陆远舟\n各位代表：\n现在，我代表省人民政府，向大会报告工作。\n");
    ck_assert_uint_ne(family_of(&ask, 1), family_of(&ask, 2));
    TifaFamily family = tifa_families_get(ask.families, family_of(&ask, 1));
    ck_assert_ptr_nonnull(family.series);
    ck_assert_str_eq(family.series, tifa_families_get(ask.families, family_of(&ask, 2)).series);
    ck_assert_int_eq(status_of(&ask, 1, "2021-01-01"), TIFA_STATUS_NONE);
    case_clear(&ask);
}
END_TEST

START_TEST(drafts_stand_in_their_family_and_are_never_in_force)
{
    Case ask = CASE(
        FIRST, "澜江省数据条例（修订草案征求意见稿）\n2018年5月4日\n第一条　为了规范数据，制定本条例。\n",
        REVISED);
    ck_assert_uint_eq(family_of(&ask, 1), family_of(&ask, 2));
    ck_assert_str_eq(version_of(&ask, 2).draft, "征求意见稿");
    ck_assert_int_eq(status_of(&ask, 2, "2019-01-01"), TIFA_STATUS_DRAFT);
    size_t at = tifa_families_as_of(ask.families, family_of(&ask, 1), "2012-01-01");
    ck_assert_uint_eq(at, tifa_families_find(ask.families, 1));
    case_clear(&ask);
}
END_TEST

START_TEST(texts_without_title_date_or_language_stand_alone)
{
    Case ask = CASE("1234567", "推动发展。", "推动发展！", FIRST);
    for (int64_t document = 1; document < 4; document++)
        ck_assert_uint_eq(tifa_families_get(ask.families, family_of(&ask, document)).count, 1);
    ck_assert_uint_ne(family_of(&ask, 2), family_of(&ask, 3));
    case_clear(&ask);
}
END_TEST

START_TEST(a_family_of_forty_keeps_its_order)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (int year = 2019; year >= 1980; year--)
        g_ptr_array_add(
            texts,
            g_strdup_printf("澜江省数据条例\n（%d年7月29日澜江省人民代表大会常务委员会第二次会议通过）\n"
                            "第一条　本条例自%d年10月1日起施行。\n",
                            year, year));
    g_ptr_array_add(texts, NULL);
    Case ask = case_make((const char *const *)texts->pdata);
    TifaFamily family = tifa_families_get(ask.families, family_of(&ask, 1));
    ck_assert_uint_eq(family.texts, 40);
    for (size_t i = family.first; i + 1 < family.first + family.count; i++)
        ck_assert_str_eq(tifa_families_version(ask.families, i).until,
                         tifa_families_version(ask.families, i + 1).from);
    case_clear(&ask);
}
END_TEST

/* ---- In force -------------------------------------------------------------------------------- */

START_TEST(a_version_is_in_force_from_its_clause_until_the_next_one_begins)
{
    Case ask = CASE(FIRST, REVISED, AMENDED);
    ck_assert_int_eq(status_of(&ask, 1, "2011-09-30"), TIFA_STATUS_NOT_YET);
    ck_assert_int_eq(status_of(&ask, 1, "2011-10-01"), TIFA_STATUS_IN_FORCE);
    ck_assert_int_eq(status_of(&ask, 1, "2016-01-01"), TIFA_STATUS_REPLACED);
    ck_assert_int_eq(status_of(&ask, 3, "2019-12-31"), TIFA_STATUS_IN_FORCE);
    ck_assert_int_eq(status_of(&ask, 2, "2020"), TIFA_STATUS_IN_FORCE);
    case_clear(&ask);
}
END_TEST

START_TEST(an_amended_text_that_keeps_its_old_clause_is_unsure)
{
    Case ask = CASE(FIRST, AMENDED);
    TifaVersion amended = version_of(&ask, 2);
    ck_assert_str_eq(amended.from, "2015-03-02");
    ck_assert(!amended.is_from_sure);
    ck_assert(!version_of(&ask, 1).is_until_sure);
    case_clear(&ask);
}
END_TEST

START_TEST(the_decision_that_amends_says_from_when)
{
    Case ask = CASE(FIRST, AMENDED,
                    "澜江省人民代表大会常务委员会关于修改《澜江省数据条例》的决定\n"
                    "（2015年3月2日澜江省第十一届人民代表大会常务委员会第三十次会议通过）\n"
                    "一、将第一条修改为：“甲。”\n本决定自2015年5月1日起施行。\n");
    TifaVersion amended = version_of(&ask, 2);
    ck_assert_str_eq(amended.from, "2015-05-01");
    ck_assert(amended.is_from_sure);
    case_clear(&ask);
}
END_TEST

/* ---- Translations ---------------------------------------------------------------------------- */

#define SIX_ARTICLES                                                                                                                           \
    "第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 管理\n第三条 丙。\n第四条 丁。\n第三章 附则\n第五条 " \
    "戊。\n"                                                                                                                                 \
    "第六条 本法自1985年4月1日起施行。\n"
#define CHINESE_LAW                                                                                          \
    "中华人民共和国专利法\n（1984年3月12日第六届全国人民代表大会常务委员会第四次会议通过）\n" SIX_ARTICLES
#define OTHER_LAW                                                                                            \
    "中华人民共和国水流法\n（1984年5月12日第六届全国人民代表大会常务委员会第五次会议通过）\n" SIX_ARTICLES
#define ENGLISH_ARTICLES                                                                                     \
    "Chapter I General Provisions\nArticle 1 This law is made to protect the rights of owners.\n"            \
    "Article 2 It applies to all inventions that are made in the country.\nChapter II Administration\n"      \
    "Article 3 The administration receives all applications.\nArticle 4 It examines what it received.\n"     \
    "Chapter III Supplementary Provisions\nArticle 5 The State Council makes further rules.\n"               \
    "Article 6 This law enters into force on the day named by the law.\n"

/* The one translation of the corpus, NULL if there is none. */
static const TifaTie *translation_of(const Case *ask)
{
    size_t count;
    const TifaTie *ties = tifa_families_ties(ask->families, &count), *found = NULL;
    for (size_t i = 0; i < count; i++)
        if (ties[i].kind == TIFA_TIE_TRANSLATION) {
            ck_assert_ptr_null(found);
            found = &ties[i];
        }
    return found;
}

START_TEST(a_translation_is_known_by_its_title_and_its_articles)
{
    Case ask =
        CASE(OTHER_LAW, CHINESE_LAW, "Patent Law of the People's Republic of China\n" ENGLISH_ARTICLES);
    const TifaTie *tie = translation_of(&ask);
    ck_assert_ptr_nonnull(tie);
    ck_assert_uint_eq(tie->other, family_of(&ask, 2));
    ck_assert_str_eq(tie->said, "title and articles");
    ck_assert(!tie->is_unsure);
    case_clear(&ask);
}
END_TEST

START_TEST(a_translation_known_by_its_articles_alone_is_unsure_and_none_if_two_have_them)
{
    Case ask = CASE(OTHER_LAW, "Water Stream Law\n" ENGLISH_ARTICLES);
    const TifaTie *tie = translation_of(&ask);
    ck_assert_ptr_nonnull(tie);
    ck_assert_str_eq(tie->said, "articles");
    ck_assert(tie->is_unsure);
    case_clear(&ask);
    ask = CASE(OTHER_LAW, CHINESE_LAW, "Water Stream Law\n" ENGLISH_ARTICLES);
    ck_assert_ptr_null(translation_of(&ask));
    case_clear(&ask);
}
END_TEST

START_TEST(a_rule_about_a_law_is_no_translation_of_it)
{
    Case ask =
        CASE(CHINESE_LAW, "Rules for the Implementation of the Patent Law of the People's Republic of China\n"
                          "Article 1 One.\nArticle 2 Two.\nArticle 3 Three.\nArticle 4 Four.\n"
                          "Article 5 Five.\nArticle 6 Six.\nArticle 7 Seven.\n");
    ck_assert_ptr_null(translation_of(&ask));
    case_clear(&ask);
}
END_TEST

/* ---- Decisions ------------------------------------------------------------------------------- */

START_TEST(a_decision_on_several_laws_amends_each_that_its_text_names)
{
    static const char archives[] =
        "澜江省档案条例\n（2010年5月6日澜江省第十一届人民代表大会常务委员会第二十次会议通过　"
        "根据2015年3月2日澜江省第十一届人民代表大会常务委员会第三十次会议《关于修改〈澜江省数据条例〉等"
        "三部地方性法规的决定》修正）\n"
        "第一条　为了管理档案，制定本条例。\n第二条　本条例自2010年10月1日起施行。\n";
    Case ask = CASE(AMENDED, archives,
                    "澜江省人民代表大会常务委员会关于修改《澜江省数据条例》等三部地方性法规的决定\n"
                    "（2015年3月2日澜江省第十一届人民代表大会常务委员会第三十次会议通过）\n"
                    "一、对《澜江省数据条例》作出修改\n（一）将第一条修改为：“甲。”\n（二）删去第三条。\n"
                    "二、将《澜江省档案条例》第一条修改为：“依照《澜江省数据条例》第二条，乙。”\n"
                    "三、修改《澜江省水条例》\n1.将第一条修改为：“丙。”\n"
                    "本决定自2015年5月1日起施行。\n");
    size_t count;
    const TifaTie *ties = tifa_families_ties(ask.families, &count);
    ck_assert_uint_eq(count, 3);
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(ties[i].kind, TIFA_TIE_AMENDS);
    ck_assert_str_eq(version_of(&ask, 1).from, "2015-05-01");
    ck_assert_str_eq(version_of(&ask, 2).from, "2015-05-01");
    ck_assert(version_of(&ask, 2).is_from_sure);
    case_clear(&ask);
}
END_TEST

START_TEST(a_repeal_ends_the_other_instrument_and_is_told_on_both_sides)
{
    Case ask = CASE(MEASURES, FIRST);
    size_t count;
    const TifaTie *ties = tifa_families_ties(ask.families, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_int_eq(ties[0].kind, TIFA_TIE_REPEALS);
    ck_assert_uint_eq(ties[0].family, family_of(&ask, 2));
    ck_assert_uint_eq(ties[0].other, family_of(&ask, 1));
    ck_assert_str_eq(version_of(&ask, 1).until, "2011-10-01");
    ck_assert_int_eq(status_of(&ask, 1, "2011-10-01"), TIFA_STATUS_REPEALED);
    case_clear(&ask);
}
END_TEST

START_TEST(what_is_repealed_is_older_than_what_repeals_it)
{
    /* A new instrument of the same title was made after the repeal. */
    Case ask = CASE("澜江省数据办法\n（2015年9月9日澜江省第十一届人民代表大会常务委员会第五次会议通过）\n"
                    "第一条　本办法自2015年11月1日起施行。\n",
                    FIRST);
    size_t count;
    const TifaTie *ties = tifa_families_ties(ask.families, &count);
    ck_assert_uint_eq(ties[0].other, TIFA_NONE);
    ck_assert_ptr_null(version_of(&ask, 1).until);
    case_clear(&ask);
}
END_TEST

START_TEST(a_text_expires_by_its_own_term)
{
    Case ask = CASE("澜江省科学技术厅关于印发《澜江省数据办法》的通知\n澜科发〔2018〕5号\n"
                    "现将《澜江省数据办法》印发给你们。\n2018年5月2日\n澜江省数据办法\n"
                    "第一条　为了管理数据，制定本办法。\n第二条　本办法自2018年7月1日起施行，有效期五年。\n");
    ck_assert_str_eq(version_of(&ask, 1).until, "2023-07-01");
    ck_assert_int_eq(status_of(&ask, 1, "2023-06-30"), TIFA_STATUS_IN_FORCE);
    ck_assert_int_eq(status_of(&ask, 1, "2023-07-01"), TIFA_STATUS_EXPIRED);
    case_clear(&ask);
}
END_TEST

/* ---- What people say --------------------------------------------------------------------------- */

START_TEST(people_may_join_what_titles_do_not)
{
    Case ask = CASE(MEASURES, FIRST);
    ck_assert(tifa_corpus_link(ask.sample.corpus, 1, 2, TIFA_LINK_VERSION, NULL));
    work_out(&ask);
    ck_assert_uint_eq(family_of(&ask, 1), family_of(&ask, 2));
    ck_assert_str_eq(version_of(&ask, 1).said, "manual");
    case_clear(&ask);
}
END_TEST

START_TEST(unlinking_takes_a_link_back_and_then_forbids_what_titles_say)
{
    Case ask = CASE(FIRST, REVISED, AMENDED);
    bool was_linked;
    ck_assert(tifa_corpus_link(ask.sample.corpus, 1, 2, TIFA_LINK_VERSION, NULL));
    ck_assert(tifa_corpus_unlink(ask.sample.corpus, 2, 1, &was_linked, NULL));
    ck_assert(was_linked);
    work_out(&ask);
    ck_assert_uint_eq(family_of(&ask, 1), family_of(&ask, 2));
    ck_assert(tifa_corpus_unlink(ask.sample.corpus, 2, 1, &was_linked, NULL));
    ck_assert(!was_linked);
    work_out(&ask);
    ck_assert_uint_ne(family_of(&ask, 1), family_of(&ask, 2));
    ck_assert_uint_eq(family_of(&ask, 1), family_of(&ask, 3));
    case_clear(&ask);
}
END_TEST

START_TEST(what_people_said_survives_a_rebuild_and_goes_with_the_document)
{
    Case ask = CASE(MEASURES, FIRST);
    TifaCorpus *corpus = ask.sample.corpus;
    ck_assert(tifa_corpus_link(corpus, 1, 2, TIFA_LINK_VERSION, NULL));
    ck_assert(tifa_corpus_rebuild(corpus, TIFA_LAYER_FULLTEXT, NULL, NULL, NULL));
    work_out(&ask);
    ck_assert_uint_eq(family_of(&ask, 1), family_of(&ask, 2));
    ck_assert(tifa_corpus_remove(corpus, 2, NULL));
    work_out(&ask);
    ck_assert_uint_eq(tifa_families_count(ask.families), 1);
    case_clear(&ask);
}
END_TEST

START_TEST(circles_of_successors_and_links_to_oneself_are_refused)
{
    Case ask = CASE(FIRST, DETAILS, NEIGHBOUR);
    TifaCorpus *corpus = ask.sample.corpus;
    GError *error = NULL;
    ck_assert(tifa_corpus_link(corpus, 2, 1, TIFA_LINK_SUCCESSOR, NULL));
    ck_assert(tifa_corpus_link(corpus, 3, 2, TIFA_LINK_SUCCESSOR, NULL));
    ck_assert(!tifa_corpus_link(corpus, 1, 3, TIFA_LINK_SUCCESSOR, &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_clear_error(&error);
    ck_assert(!tifa_corpus_link(corpus, 1, 1, TIFA_LINK_VERSION, &error));
    g_clear_error(&error);
    ck_assert(!tifa_corpus_link(corpus, 1, 99, TIFA_LINK_VERSION, &error));
    g_clear_error(&error);
    case_clear(&ask);
}
END_TEST

START_TEST(links_in_a_circle_are_one_family)
{
    Case ask = CASE(FIRST, DETAILS, NEIGHBOUR);
    for (int64_t document = 1; document <= 3; document++)
        ck_assert(tifa_corpus_link(ask.sample.corpus, document, document % 3 + 1, TIFA_LINK_VERSION, NULL));
    work_out(&ask);
    ck_assert_uint_eq(tifa_families_count(ask.families), 1);
    case_clear(&ask);
}
END_TEST

/* ---- Real texts ------------------------------------------------------------------------------ */

START_TEST(old_and_new_of_ten_real_laws_are_families_in_the_right_order)
{
    const char *source = g_getenv("TIFA_SOURCE");
    g_autofree char *folder =
        g_build_filename(source ? source : ".", "..", "shared", "gold", "versions", "laws", NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        fprintf(stderr, "SKIPPED: no %s\n", folder);
        return;
    }
    Case ask = {.sample = sample_make((const char *const[]){NULL})};
    sample_add(&ask.sample, folder);
    work_out(&ask);
    /* Files come by name: NAME.new.md before NAME.old.md. */
    g_autoptr(TifaEntries) entries = tifa_corpus_list(ask.sample.corpus, NULL);
    for (size_t i = 0; i + 1 < tifa_entries_count(entries); i += 2) {
        int64_t revised = tifa_entries_get(entries, i).id, old = tifa_entries_get(entries, i + 1).id;
        ck_assert_uint_eq(family_of(&ask, revised), family_of(&ask, old));
        ck_assert_uint_gt(tifa_families_find(ask.families, revised), tifa_families_find(ask.families, old));
        ck_assert_uint_eq(tifa_families_get(ask.families, family_of(&ask, old)).texts, 2);
    }
    case_clear(&ask);
}
END_TEST

Suite *suite_families(void)
{
    Suite *suite = suite_create("families");
    TCase *families = tcase_create("families");
    tcase_add_test(families, versions_of_one_instrument_are_a_family_in_the_order_of_their_dates);
    tcase_add_test(families, a_version_that_only_preambles_name_is_known_without_its_text);
    tcase_add_test(families, implementing_rules_and_another_provinces_rules_are_no_versions);
    tcase_add_test(families, a_reprint_is_a_copy_of_its_version);
    tcase_add_test(families, reports_of_several_years_are_a_series_and_no_versions);
    tcase_add_test(families, drafts_stand_in_their_family_and_are_never_in_force);
    tcase_add_test(families, texts_without_title_date_or_language_stand_alone);
    tcase_add_test(families, a_family_of_forty_keeps_its_order);
    suite_add_tcase(suite, families);
    TCase *force = tcase_create("in force");
    tcase_add_test(force, a_version_is_in_force_from_its_clause_until_the_next_one_begins);
    tcase_add_test(force, an_amended_text_that_keeps_its_old_clause_is_unsure);
    tcase_add_test(force, the_decision_that_amends_says_from_when);
    tcase_add_test(force, a_decision_on_several_laws_amends_each_that_its_text_names);
    tcase_add_test(force, a_repeal_ends_the_other_instrument_and_is_told_on_both_sides);
    tcase_add_test(force, what_is_repealed_is_older_than_what_repeals_it);
    tcase_add_test(force, a_text_expires_by_its_own_term);
    suite_add_tcase(suite, force);
    TCase *translations = tcase_create("translations");
    tcase_add_test(translations, a_translation_is_known_by_its_title_and_its_articles);
    tcase_add_test(translations,
                   a_translation_known_by_its_articles_alone_is_unsure_and_none_if_two_have_them);
    tcase_add_test(translations, a_rule_about_a_law_is_no_translation_of_it);
    suite_add_tcase(suite, translations);
    TCase *real = tcase_create("real texts");
    tcase_add_test(real, old_and_new_of_ten_real_laws_are_families_in_the_right_order);
    suite_add_tcase(suite, real);
    TCase *people = tcase_create("what people say");
    tcase_add_test(people, people_may_join_what_titles_do_not);
    tcase_add_test(people, unlinking_takes_a_link_back_and_then_forbids_what_titles_say);
    tcase_add_test(people, what_people_said_survives_a_rebuild_and_goes_with_the_document);
    tcase_add_test(people, circles_of_successors_and_links_to_oneself_are_refused);
    tcase_add_test(people, links_in_a_circle_are_one_family);
    suite_add_tcase(suite, people);
    return suite;
}
