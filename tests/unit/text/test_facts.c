#include "text/document.h"
#include "text/facts.h"

#include <check.h>
#include <string.h>

Suite *suite_facts(void);

/* ---- Documents to ask -------------------------------------------------------------------------------- */

/* A document of these lines, each a paragraph; one that starts with "# " is the heading of level 1. */
static TifaDocument *document_of(const char *const *lines)
{
    TifaDocument *document = document_new();
    for (; *lines; lines++) {
        bool is_heading = g_str_has_prefix(*lines, "# ");
        const char *text = *lines + (is_heading ? 2 : 0);
        TifaBlock block = {.kind = is_heading ? TIFA_BLOCK_HEADING : TIFA_BLOCK_PARAGRAPH,
                           .level = is_heading};
        ck_assert(document_add_block(document, &block, text, strlen(text), NULL));
    }
    return document;
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* The facts of these lines in a file of that name. */
static TifaDocument *facts_of(const char *name, const char *const *lines)
{
    TifaDocument *document = document_of(lines);
    facts_find(document, name);
    ck_assert(document_is_sound(document));
    return document;
}

static void assert_field(const TifaDocument *document, TifaField field, const char *value, const char *origin)
{
    ck_assert_pstr_eq(tifa_document_field(document, field), value);
    if (origin)
        ck_assert_pstr_eq(tifa_document_field_origin(document, field), origin);
}

static const char *const law[] = {"澜江省数据条例",
                                  "（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过　"
                                  "2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议修订）",
                                  "第一条　为了规范数据处理，制定本条例。",
                                  "第二条　本条例自2018年11月1日起施行。《澜江省数据暂行规定》同时废止。",
                                  NULL};

static const char *const notice[] = {"澜江省人民政府办公厅文件",
                                     "澜政办发[2022]18号",
                                     "澜江省人民政府办公厅关于印发",
                                     "《澜江省科学数据管理办法》的通知",
                                     "各市人民政府，省政府各部门：",
                                     "现将《澜江省科学数据管理办法》印发给你们，请认真执行。",
                                     "澜江省人民政府办公厅",
                                     "二〇二二年三月十二日",
                                     "澜江省科学数据管理办法",
                                     "第一条　为了加强科学数据管理，制定本办法。",
                                     "第二条　本办法自2022年5月1日起施行，有效期五年。",
                                     NULL};

/* ---- Laws -------------------------------------------------------------------------------------------- */

START_TEST(the_last_change_in_the_preamble_dates_a_law)
{
    g_autoptr(TifaDocument) document = facts_of(NULL, law);
    assert_field(document, TIFA_FIELD_TITLE, "澜江省数据条例", "head");
    assert_field(document, TIFA_FIELD_DATE, "2018-09-20", "preamble");
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省人民代表大会常务委员会", "preamble");
    assert_field(document, TIFA_FIELD_TYPE, "条例", NULL);
    assert_field(document, TIFA_FIELD_LEVEL, "local", NULL);
}
END_TEST

START_TEST(the_title_of_a_plain_text_becomes_its_heading)
{
    g_autoptr(TifaDocument) document = facts_of(NULL, law);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    ck_assert_uint_eq(blocks->items[0].kind, TIFA_BLOCK_HEADING);
    ck_assert_uint_eq(blocks->items[0].level, 1);
    ck_assert_uint_eq(blocks->items[1].kind, TIFA_BLOCK_PARAGRAPH);
}
END_TEST

START_TEST(the_preamble_beats_the_file_name)
{
    g_autoptr(TifaDocument) early = facts_of("澜江省数据条例_2001-01-01.txt", law);
    assert_field(early, TIFA_FIELD_DATE, "2018-09-20", "preamble");
    g_autoptr(TifaDocument) late = facts_of("澜江省数据条例_2021-01-01.txt", law);
    assert_field(late, TIFA_FIELD_DATE, "2018-09-20", "preamble");
}
END_TEST

START_TEST(a_preamble_that_is_cut_off_yields_to_a_later_version_in_the_name)
{
    const char *const *lines =
        LINES("数据条例", "2001年12月10日 中华人民共和国国务院令第331号公布",
              "2011年1月8日 《国务院关于修改部分行政法规的决定》第一次修订", "第一条 为了。");
    g_autoptr(TifaDocument) later = facts_of("数据条例_2020-11-29.md", lines);
    assert_field(later, TIFA_FIELD_DATE, "2020-11-29", "file name");
    ck_assert_ptr_nonnull(tifa_document_warnings(later)[0]);
    g_autoptr(TifaDocument) earlier = facts_of("数据条例_2001-12-10.md", lines);
    assert_field(earlier, TIFA_FIELD_DATE, "2011-01-08", "preamble");
    g_autoptr(TifaDocument) in_force = facts_of("数据条例_2011-03-01.md", lines);
    assert_field(in_force, TIFA_FIELD_DATE, "2011-01-08", "preamble");
    g_autoptr(TifaDocument) other = facts_of("download_2020-11-29.md", lines);
    assert_field(other, TIFA_FIELD_DATE, "2011-01-08", "preamble");
}
END_TEST

START_TEST(a_preamble_that_never_closes_ends_at_the_first_article_and_is_told)
{
    g_autoptr(TifaDocument) document = facts_of(
        NULL, LINES("澜江省数据条例", "（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过",
                    "第一条　2018年9月20日发布的规定，适用本条例。", "第二条　本条例自公布之日起施行。"));
    assert_field(document, TIFA_FIELD_DATE, "2011-07-29", "preamble");
    ck_assert_pstr_eq(
        tifa_document_warnings(document)[0],
        "its history breaks off below the title: changes after 2011-07-29 may be missing there; compare "
        "with an official edition");
    g_autoptr(TifaDocument) whole = facts_of(NULL, law);
    ck_assert_ptr_null(tifa_document_warnings(whole)[0]);
}
END_TEST

START_TEST(a_law_without_any_other_date_is_dated_by_the_day_it_comes_into_force)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("澜江省数据条例", "第一条　为了规范数据处理，制定本条例。",
                             "第二条　本条例自2018年11月1日起施行。"));
    assert_field(document, TIFA_FIELD_DATE, "2018-11-01", "in force");
}
END_TEST

START_TEST(the_preamble_beats_the_metadata)
{
    g_autoptr(TifaDocument) document = document_of(law);
    document_set_field(document, TIFA_FIELD_DATE, "1993-07-02", "meta");
    facts_find(document, NULL);
    assert_field(document, TIFA_FIELD_DATE, "2018-09-20", "preamble");
}
END_TEST

START_TEST(a_preamble_broken_inside_a_title_goes_on)
{
    g_autoptr(TifaDocument) document = facts_of(
        NULL,
        LINES("中华人民共和国矿产法", "1982年11月19日 第五届全国人民代表大会常务委员会第二十五次会议通过",
              "1991年6月29日 第七届全国人民代表大会常务委员会第二十次会议《关于修改<矿产法>第三十条",
              "第三十一条的决定》修正", "2002年10月28日 第九届全国人民代表大会常务委员会第三十次会议修订",
              "第一条 为了。"));
    assert_field(document, TIFA_FIELD_DATE, "2002-10-28", "preamble");
    assert_field(document, TIFA_FIELD_LEVEL, "law", NULL);
}
END_TEST

START_TEST(a_decree_carries_the_text_it_promulgates)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("澜江省人民政府令", "第31号",
                             "《澜江省科技企业管理办法》已经省人民政府第二十次常务会议通过，现予发布。",
                             "省长　陆远舟", "一九九九年九月二十三日", "澜江省科技企业管理办法",
                             "第一条　为了。", "第二条　本办法自发布之日起施行。"));
    assert_field(document, TIFA_FIELD_TITLE, "澜江省科技企业管理办法", NULL);
    assert_field(document, TIFA_FIELD_CARRIER, "澜江省人民政府令第31号", NULL);
    assert_field(document, TIFA_FIELD_NUMBER, "澜江省人民政府令第31号", NULL);
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省人民政府", NULL);
    assert_field(document, TIFA_FIELD_SIGNATURE, "省长　陆远舟", NULL);
    assert_field(document, TIFA_FIELD_DATE, "1999-09-23", NULL);
    assert_field(document, TIFA_FIELD_EFFECTIVE, "1999-09-23", NULL);
    assert_field(document, TIFA_FIELD_LEVEL, "rule", NULL);
}
END_TEST

START_TEST(an_announcement_carries_the_text_it_promulgates)
{
    g_autoptr(TifaDocument) document = facts_of(
        NULL, LINES("澜江省第十三届人民代表大会常务委员会公告", "第52号",
                    "《澜江省数据条例》已由澜江省第十三届人民代表大会常务委员会第三十次会议通过，现予公布。",
                    "2021年11月25日", "澜江省数据条例", "第一条　为了规范数据处理，制定本条例。"));
    assert_field(document, TIFA_FIELD_TITLE, "澜江省数据条例", NULL);
    assert_field(document, TIFA_FIELD_CARRIER, "澜江省第十三届人民代表大会常务委员会公告第52号", NULL);
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省人民代表大会常务委员会", "head");
    assert_field(document, TIFA_FIELD_DATE, "2021-11-25", NULL);
}
END_TEST

START_TEST(a_law_behind_the_decision_that_amends_it_is_a_part_of_its_own)
{
    g_autoptr(TifaDocument) document = facts_of(
        NULL, LINES("国务院关于修改《数据条例》的决定", "国务院决定，对《数据条例》作如下修改：",
                    "一、删去第三条。", "数据条例", "（2010年1月1日中华人民共和国国务院令第570号公布）",
                    "第一条　为了规范，制定本条例。"));
    static const uint16_t parts[] = {0, 0, 0, 1, 1, 1};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        ck_assert_uint_eq(tifa_document_blocks(document)->items[i].part, parts[i]);
    assert_field(document, TIFA_FIELD_TITLE, "国务院关于修改《数据条例》的决定", NULL);
    assert_field(document, TIFA_FIELD_CARRIER, NULL, NULL);
}
END_TEST

START_TEST(a_national_regulation_without_preamble_is_the_state_councils)
{
    g_autoptr(TifaDocument) document =
        facts_of("稀有矿管理条例_2024-06-22.md", LINES("# 稀有矿管理条例", "第一条 为有效保护，制定。"));
    assert_field(document, TIFA_FIELD_ISSUER, "国务院", "title");
    assert_field(document, TIFA_FIELD_DATE, "2024-06-22", "file name");
    assert_field(document, TIFA_FIELD_LEVEL, "regulation", NULL);
}
END_TEST

START_TEST(clauses_say_what_is_in_force_and_what_is_repealed)
{
    g_autoptr(TifaDocument) document = facts_of(NULL, law);
    assert_field(document, TIFA_FIELD_EFFECTIVE, "2018-11-01", "text");
    assert_field(document, TIFA_FIELD_REPEALS, "《澜江省数据暂行规定》", "text");
}
END_TEST

START_TEST(the_day_of_promulgation_is_not_that_of_an_amendment)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("数据条例", "2001年12月10日 中华人民共和国国务院令第331号公布",
                             "2011年1月8日 《国务院关于修改部分行政法规的决定》修订",
                             "第一条 本条例自公布之日起施行。"));
    assert_field(document, TIFA_FIELD_DATE, "2011-01-08", NULL);
    assert_field(document, TIFA_FIELD_EFFECTIVE, "2001-12-10", NULL);
    assert_field(document, TIFA_FIELD_PUBLISHED, NULL, NULL);
    assert_field(document, TIFA_FIELD_NUMBER, "国务院令第331号", "preamble");
}
END_TEST

START_TEST(a_draft_says_so_in_its_title)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("澜江省数据条例（征求意见稿）", "第一条　为了规范，制定本条例。"));
    assert_field(document, TIFA_FIELD_STATUS, "征求意见稿", "title");
    assert_field(document, TIFA_FIELD_TYPE, "条例", NULL);
}
END_TEST

START_TEST(a_law_that_is_only_named_is_not_repealed)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("澜江省数据规定", "第一条　自《数据法》施行之日起，《旧规定》和《关于修改〈旧规"
                                               "定〉的决定》同时废止；其他规定继续有效。"));
    assert_field(document, TIFA_FIELD_REPEALS, "《旧规定》、《关于修改〈旧规定〉的决定》", "text");
}
END_TEST

/* ---- Notices ----------------------------------------------------------------------------------------- */

START_TEST(a_notice_is_read_by_the_form_of_official_documents)
{
    g_autoptr(TifaDocument) document = facts_of(NULL, notice);
    assert_field(document, TIFA_FIELD_TITLE, "澜江省人民政府办公厅关于印发《澜江省科学数据管理办法》的通知",
                 "head");
    assert_field(document, TIFA_FIELD_NUMBER, "澜政办发〔2022〕18号", "head");
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省人民政府办公厅", NULL);
    assert_field(document, TIFA_FIELD_ADDRESSEES, "各市人民政府，省政府各部门", NULL);
    assert_field(document, TIFA_FIELD_SIGNATURE, "澜江省人民政府办公厅", "signature");
    assert_field(document, TIFA_FIELD_SIGNED, "2022-03-12", "signature");
    assert_field(document, TIFA_FIELD_DATE, "2022-03-12", "signature");
    assert_field(document, TIFA_FIELD_TYPE, "通知", NULL);
    assert_field(document, TIFA_FIELD_LEVEL, "normative", NULL);
    assert_field(document, TIFA_FIELD_STATUS, "有效期五年", "text");
}
END_TEST

START_TEST(what_a_notice_forwards_is_a_part_of_its_own)
{
    g_autoptr(TifaDocument) document = facts_of(NULL, notice);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    assert_field(document, TIFA_FIELD_CARRIER, "澜江省人民政府办公厅关于印发《澜江省科学数据管理办法》的通知",
                 NULL);
    ck_assert_uint_eq(blocks->items[7].part, 0);
    ck_assert_uint_eq(blocks->items[8].part, 1);
    ck_assert_uint_eq(array_last(blocks).part, 1);
}
END_TEST

START_TEST(attachments_are_parted_at_their_heads)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("关于申报项目的通知", "各市科学技术局：", "现将有关事项通知如下。",
                             "附件：1.申报书 2.汇总表", "澜江省科学技术厅", "2023年2月1日", "附件1", "申报书",
                             "附件 2", "汇总表"));
    static const uint16_t parts[] = {0, 0, 0, 0, 0, 0, 1, 1, 2, 2};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        ck_assert_uint_eq(tifa_document_blocks(document)->items[i].part, parts[i]);
    assert_field(document, TIFA_FIELD_SIGNED, "2023-02-01", NULL);
}
END_TEST

START_TEST(a_page_whose_title_is_not_in_its_text_has_a_head_all_the_same)
{
    g_autoptr(TifaDocument) document =
        document_of(LINES("澜科高〔2009〕5号", "各市科学技术局：", "现就有关事项通知如下。",
                          "澜江省科学技术厅", "二〇〇九年三月十六日"));
    document_set_field(document, TIFA_FIELD_TITLE, "关于做好认定工作的通知", "heading");
    document_set_field(document, TIFA_FIELD_PUBLISHED, "2009-03-18", "table");
    facts_find(document, NULL);
    assert_field(document, TIFA_FIELD_TITLE, "关于做好认定工作的通知", "heading");
    assert_field(document, TIFA_FIELD_NUMBER, "澜科高〔2009〕5号", NULL);
    assert_field(document, TIFA_FIELD_ADDRESSEES, "各市科学技术局", NULL);
    assert_field(document, TIFA_FIELD_DATE, "2009-03-16", NULL);
    assert_field(document, TIFA_FIELD_PUBLISHED, "2009-03-18", "table");
}
END_TEST

START_TEST(what_a_table_says_stays)
{
    g_autoptr(TifaDocument) document = document_of(notice);
    document_set_field(document, TIFA_FIELD_NUMBER, "澜政办发〔2022〕81号", "table");
    document_set_field(document, TIFA_FIELD_ISSUER, "澜江省政府办公厅", "table");
    facts_find(document, NULL);
    assert_field(document, TIFA_FIELD_NUMBER, "澜政办发〔2022〕81号", "table");
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省政府办公厅", "table");
}
END_TEST

START_TEST(a_table_of_labels_above_the_text_states_facts)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("索 引 号：\t0143/2024-00018\t主题分类：\t科技、教育\\科技",
                             "发文机关：澜江省科学技术厅　成文日期：2024年3月2日　公开类别：主动公开",
                             "澜江省科学数据管理办法", "第一条　为了加强科学数据管理，制定本办法。",
                             "主题词：科技　管理　办法"));
    assert_field(document, TIFA_FIELD_INDEX, "0143/2024-00018", "table");
    assert_field(document, TIFA_FIELD_CATEGORY, "科技、教育\\科技", "table");
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省科学技术厅", "table");
    assert_field(document, TIFA_FIELD_SIGNED, "2024-03-02", "table");
    assert_field(document, TIFA_FIELD_DISCLOSURE, "主动公开", "table");
    assert_field(document, TIFA_FIELD_SUBJECTS, "科技、管理、办法", NULL);
    assert_field(document, TIFA_FIELD_TITLE, "澜江省科学数据管理办法", "head");
}
END_TEST

START_TEST(a_notice_carries_what_it_issues_without_quotation_marks)
{
    g_autoptr(TifaDocument) document = facts_of(
        NULL, LINES("国务院关于印发“十四五”数字设施规划的通知", "国发〔2021〕33号",
                    "各省、自治区、直辖市人民政府：", "现将规划印发给你们，请认真贯彻执行。", "国务院",
                    "2021年12月28日", "“十四五”数字设施规划", "为贯彻落实国家部署，制定本规划。"));
    assert_field(document, TIFA_FIELD_CARRIER, "国务院关于印发“十四五”数字设施规划的通知", "title");
    ck_assert_uint_eq(tifa_document_blocks(document)->items[6].part, 1);
}
END_TEST

START_TEST(the_number_of_an_announcement_may_stand_in_one_line)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("财政部 海关总署公告2021年第23号", "关于进口税收政策的公告", "现公告如下。",
                             "财政部 海关总署", "2021年4月16日"));
    assert_field(document, TIFA_FIELD_TITLE, "关于进口税收政策的公告", "head");
    assert_field(document, TIFA_FIELD_NUMBER, "财政部 海关总署公告2021年第23号", "head");
}
END_TEST

static const char *const not_addressed[] = {"各位代表：", "各位代表:", "同志们：", "各位委员、同志们:"};

START_TEST(who_is_greeted_is_not_addressed)
{
    g_autoptr(TifaDocument) document = facts_of(
        NULL, LINES("2022年政府工作报告", "――二Ο二二年一月十日在澜江市第十四届人民代表大会第二次会议上",
                    not_addressed[_i], "现在，我代表市人民政府，向大会报告工作，请予审议。"));
    assert_field(document, TIFA_FIELD_ADDRESSEES, NULL, NULL);
    assert_field(document, TIFA_FIELD_DATE, "2022-01-10", "preamble");
}
END_TEST

START_TEST(an_abridged_plan_is_a_plan)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("中华人民共和国国民经济和社会发展第六个五年计划摘要",
                             "（1982年12月10日第五届全国人民代表大会第五次会议通过）", "序言。"));
    assert_field(document, TIFA_FIELD_TYPE, "计划", "title");
    assert_field(document, TIFA_FIELD_LEVEL, "plan", "text");
}
END_TEST

START_TEST(what_others_must_agree_with_is_not_repealed)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("关于清理文件的通知", "各有关单位：", "与《行政许可法》不一致的文件予以废止。"));
    assert_field(document, TIFA_FIELD_REPEALS, NULL, NULL);
}
END_TEST

START_TEST(one_label_alone_is_text)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("澜江省科学数据管理办法", "名称：澜江省科学技术厅", "第一条　制定本办法。"));
    assert_field(document, TIFA_FIELD_TITLE, "澜江省科学数据管理办法", "head");
}
END_TEST

START_TEST(an_announcement_is_numbered_by_its_head)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("澜江省商务厅公告", "2023年第23号", "关于对相关物项实施管理的公告",
                             "根据有关规定，公告如下。", "澜江省商务厅", "2023年7月3日"));
    assert_field(document, TIFA_FIELD_TITLE, "关于对相关物项实施管理的公告", NULL);
    assert_field(document, TIFA_FIELD_NUMBER, "澜江省商务厅公告2023年第23号", "head");
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省商务厅", NULL);
}
END_TEST

START_TEST(news_of_an_issue_give_way_to_the_text)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("中共澜江省委 澜江省人民政府印发《科技强省建设规划纲要》",
                             "近日，通知要求各地认真贯彻落实。", "科技强省建设规划纲要",
                             "为加快建设，制定本纲要。", "（2024年1月18日）"));
    assert_field(document, TIFA_FIELD_TITLE, "科技强省建设规划纲要", NULL);
    assert_field(document, TIFA_FIELD_CARRIER, "中共澜江省委 澜江省人民政府印发《科技强省建设规划纲要》",
                 NULL);
    assert_field(document, TIFA_FIELD_ISSUER, "中共澜江省委、澜江省人民政府", "title");
    assert_field(document, TIFA_FIELD_DATE, "2024-01-18", NULL);
    ck_assert_uint_eq(array_last(tifa_document_blocks(document)).part, 0);
}
END_TEST

START_TEST(a_remark_behind_the_date_is_passed_over)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("关于申报项目的通知", "现将有关事项通知如下。",
                             "云州市人民政府办公室 2023年2月1日（此件公开发布）"));
    assert_field(document, TIFA_FIELD_SIGNATURE, "云州市人民政府办公室", NULL);
    assert_field(document, TIFA_FIELD_SIGNED, "2023-02-01", NULL);
}
END_TEST

START_TEST(titles_listed_behind_the_verb_are_repealed)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("关于废止部分文件的决定",
                             "市政府决定对下列文件予以废止：《甲办法》（云政办〔2012〕5号）、《乙办法》。"));
    assert_field(document, TIFA_FIELD_REPEALS, "《甲办法》、《乙办法》", "text");
}
END_TEST

START_TEST(the_title_in_an_office_programs_metadata_is_not_trusted)
{
    g_autoptr(TifaDocument) document = document_of(law);
    document_set_field(document, TIFA_FIELD_FORMAT, "pdf", "content");
    document_set_field(document, TIFA_FIELD_TITLE, "Microsoft Word - Document1", "meta");
    facts_find(document, NULL);
    assert_field(document, TIFA_FIELD_TITLE, "澜江省数据条例", NULL);
}
END_TEST

/* ---- Reports, plans, others -------------------------------------------------------------------------- */

START_TEST(a_work_report_is_of_the_government_that_gives_it)
{
    g_autoptr(TifaDocument) local = facts_of(
        NULL, LINES("# 政府工作报告（摘录）", "——2016年1月20日在澜江省第十二届人民代表大会第四次会议上",
                    "澜江省省长　方景和", "各位代表："));
    assert_field(local, TIFA_FIELD_DATE, "2016-01-20", NULL);
    assert_field(local, TIFA_FIELD_ISSUER, "澜江省人民政府", NULL);
    assert_field(local, TIFA_FIELD_LEVEL, "report", NULL);
    assert_field(local, TIFA_FIELD_ADDRESSEES, NULL, NULL);
    g_autoptr(TifaDocument) national =
        facts_of(NULL, LINES("政府工作报告", "——2016年3月5日在第十二届全国人民代表大会第四次会议上"));
    assert_field(national, TIFA_FIELD_ISSUER, "国务院", NULL);
}
END_TEST

START_TEST(a_decision_ahead_of_the_heading_is_the_document)
{
    g_autoptr(TifaDocument) document =
        document_of(LINES("第十一届全国人民代表大会第一次会议", "关于机构改革方案的决定", "2008年3月15日",
                          "会议决定批准这个方案。", "# 机构改革方案"));
    document_set_field(document, TIFA_FIELD_TITLE, "机构改革方案", "heading");
    facts_find(document, NULL);
    assert_field(document, TIFA_FIELD_TITLE, "第十一届全国人民代表大会第一次会议关于机构改革方案的决定",
                 "head");
    assert_field(document, TIFA_FIELD_ISSUER, "全国人民代表大会", "title");
    assert_field(document, TIFA_FIELD_DATE, "2008-03-15", NULL);
}
END_TEST

START_TEST(a_title_may_begin_with_a_year_and_be_broken)
{
    g_autoptr(TifaDocument) document =
        document_of(LINES("中华人民共和国", "2004年国民经济统计公报[1]", "中华人民共和国国家统计局",
                          "2005年2月28日", "2004年，全国各族人民团结奋斗。"));
    document_set_field(document, TIFA_FIELD_TITLE, "2004年", "meta");
    facts_find(document, NULL);
    assert_field(document, TIFA_FIELD_TITLE, "中华人民共和国2004年国民经济统计公报", NULL);
    assert_field(document, TIFA_FIELD_ISSUER, "国家统计局", "head");
    assert_field(document, TIFA_FIELD_DATE, "2005-02-28", "head");
}
END_TEST

START_TEST(a_plan_is_dated_by_the_line_below_its_title)
{
    g_autoptr(TifaDocument) document =
        facts_of("2011-规划.md", LINES("# 澜江省“十二五”科学和技术发展规划",
                                       "（2011年9月澜江省人民政府印发）", "第三章　增强能力"));
    assert_field(document, TIFA_FIELD_DATE, "2011-09", NULL);
    assert_field(document, TIFA_FIELD_ISSUER, "澜江省人民政府", NULL);
    assert_field(document, TIFA_FIELD_LEVEL, "plan", NULL);
    assert_field(document, TIFA_FIELD_TYPE, "规划", NULL);
}
END_TEST

START_TEST(a_dateline_and_an_address_make_a_date_together)
{
    const char *const *lines = LINES("新华社云州3月17日电", "# 澜江省发展规划纲要", "第一篇 指导思想");
    g_autoptr(TifaDocument) agreeing = document_of(lines);
    document_set_field(agreeing, TIFA_FIELD_URL, "https://example.org/xinwen/2016-03/18/content_5054992.htm",
                       "meta");
    facts_find(agreeing, NULL);
    assert_field(agreeing, TIFA_FIELD_DATE, "2016-03-17", "dateline");
    g_autoptr(TifaDocument) disagreeing = document_of(lines);
    document_set_field(disagreeing, TIFA_FIELD_URL, "https://example.org/201811/t20181121_355049.html",
                       "meta");
    facts_find(disagreeing, NULL);
    assert_field(disagreeing, TIFA_FIELD_DATE, NULL, NULL);
}
END_TEST

START_TEST(a_session_dates_its_decision)
{
    const struct {
        const char *const *lines;
        const char *date;
    } cases[] = {
        {LINES("# 第十三届全国人民代表大会第一次会议关于澜江改革方案的决定",
               "第十三届全国人民代表大会第一次会议审议了方案，决定批准。"),
         "2018-03"},
        {LINES("# 第十三届全国人民代表大会第一次会议关于澜江改革方案的决定", "（新华社北京3月17日电）",
               "第十三届全国人民代表大会第一次会议审议了方案，决定批准。"),
         "2018-03-17"},
        {LINES("# 第七届全国人民代表大会第一次会议关于澜江改革方案的决定", "1998年4月9日",
               "第七届全国人民代表大会第一次会议审议了方案，决定批准。"),
         "1988-04-09"},
        {LINES("# 中国共产党第十九届中央委员会第四次全体会议公报", "全会听取了报告，通过了决定。"),
         "2019-10"},
        {LINES("# 国民经济和社会发展第十二个五年规划纲要", "第一条　本规划是行动纲领。"), "2011-03-14"},
    };
    g_autoptr(TifaDocument) document = facts_of(NULL, cases[_i].lines);
    assert_field(document, TIFA_FIELD_DATE, cases[_i].date, "session");
}
END_TEST

START_TEST(other_congresses_and_plans_are_not_dated_by_the_nations)
{
    const char *const *const cases[] = {
        LINES("# 澜江省第十三届人民代表大会第一次会议关于改革方案的决定", "会议审议了方案，决定批准。"),
        LINES("# 澜江省国民经济和社会发展第十二个五年规划纲要", "第一条　本规划是行动纲领。"),
        LINES("# 中国国民党第十四次全国代表大会宣言", "大会听取了报告，通过了决定。"),
        LINES("# 第九十九届全国人民代表大会第一次会议的决定", "会议听取了报告，通过了决定。"),
    };
    g_autoptr(TifaDocument) document = facts_of(NULL, cases[_i]);
    ck_assert_ptr_null(tifa_document_field(document, TIFA_FIELD_DATE));
}
END_TEST

START_TEST(a_yearly_text_is_of_the_year_it_names)
{
    const struct {
        const char *const *lines;
        const char *date, *origin;
    } cases[] = {
        {LINES("# 2012年澜江市政府工作报告", "各位代表：", "我代表市人民政府报告工作。"), "2012", "title"},
        {LINES("# 政府工作报告", "省长 陆远舟", "各位代表：", "我代表省人民政府报告工作。",
               "一、二〇〇四年政府工作的简要回顾"),
         "2005", "review"},
        {LINES("# 2021—2025年科普工作计划", "各单位要抓好落实。"), NULL, NULL},
        {LINES("# 2030年前碳达峰行动方案", "各单位要抓好落实。"), NULL, NULL},
    };
    g_autoptr(TifaDocument) document = facts_of(NULL, cases[_i].lines);
    ck_assert_pstr_eq(tifa_document_field(document, TIFA_FIELD_DATE), cases[_i].date);
    ck_assert_pstr_eq(tifa_document_field_origin(document, TIFA_FIELD_DATE), cases[_i].origin);
}
END_TEST

START_TEST(a_name_makes_a_year_a_day)
{
    const char *const lines[] = {"# 2012年澜江市政府工作报告", "各位代表：", "我代表市人民政府报告工作。",
                                 NULL};
    g_autoptr(TifaDocument) finer = facts_of("报告_2012-01-11.md", lines);
    assert_field(finer, TIFA_FIELD_DATE, "2012-01-11", "file name");
    g_autoptr(TifaDocument) other = facts_of("下载_2019-05-04.md", lines);
    assert_field(other, TIFA_FIELD_DATE, "2012", "title");
}
END_TEST

START_TEST(a_number_keeps_its_script)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("澜江大學關於研究資料安全的通告", "南大研發〔2017〕6號", "各學院、研究所：",
                             "近年本校與內地及海外機構的合作日益頻密，現就有關事項通告如下。"));
    assert_field(document, TIFA_FIELD_NUMBER, "南大研發〔2017〕6號", "head");
}
END_TEST

START_TEST(scripts_are_told_apart)
{
    g_autoptr(TifaDocument) simplified = facts_of(NULL, LINES("数据安全", "网络与数据的安全。"));
    assert_field(simplified, TIFA_FIELD_LANGUAGE, "zh-Hans", NULL);
    g_autoptr(TifaDocument) traditional = facts_of(NULL, LINES("數據安全", "網絡與數據的安全。"));
    assert_field(traditional, TIFA_FIELD_LANGUAGE, "zh-Hant", NULL);
    g_autoptr(TifaDocument) english = facts_of(
        NULL, LINES("Data security", "The security of data in the province and of the networks (网络安全)."));
    assert_field(english, TIFA_FIELD_LANGUAGE, "en", NULL);
    g_autoptr(TifaDocument) german =
        facts_of(NULL, LINES("Datensicherheit", "Die Sicherheit der Daten und der Netze im Land."));
    assert_field(german, TIFA_FIELD_LANGUAGE, NULL, NULL);
}
END_TEST

START_TEST(an_english_page_has_title_and_date)
{
    g_autoptr(TifaDocument) document =
        facts_of(NULL, LINES("# Guidance on research security", "By Ingrid Aalto, 14 May 2025",
                             "The department published it."));
    assert_field(document, TIFA_FIELD_TITLE, "Guidance on research security", "heading");
    assert_field(document, TIFA_FIELD_DATE, "2025-05-14", "head");
}
END_TEST

START_TEST(an_english_law_is_dated_by_its_preamble)
{
    g_autoptr(TifaDocument) document = facts_of(
        NULL, LINES("Data Regulations",
                    "(Adopted at the 30th Meeting of the Standing Committee of the Thirteenth National "
                    "People's Congress on December 24, 2021; amended on March 1, 2023)",
                    "Article 1 The regulations are made for the protection of the data of the state.",
                    "Article 2 These Regulations shall come into force on January 1, 2022."));
    assert_field(document, TIFA_FIELD_DATE, "2023-03-01", "preamble");
    assert_field(document, TIFA_FIELD_EFFECTIVE, "2022-01-01", "text");
    assert_field(document, TIFA_FIELD_ISSUER, "Standing Committee of the National People's Congress",
                 "preamble");
    assert_field(document, TIFA_FIELD_TYPE, "Regulations", "title");
    assert_field(document, TIFA_FIELD_LEVEL, "law", "text");
}
END_TEST

START_TEST(a_text_that_says_nothing_is_named_after_its_file)
{
    g_autoptr(TifaDocument) document =
        facts_of("/tmp/讲话20210312.txt", LINES("同志们，现在开会。今天讨论三个问题。"));
    assert_field(document, TIFA_FIELD_TITLE, "讲话20210312", "file name");
    assert_field(document, TIFA_FIELD_DATE, "2021-03-12", "file name");
}
END_TEST

START_TEST(an_empty_document_has_no_facts)
{
    g_autoptr(TifaDocument) document = document_new();
    facts_find(document, NULL);
    for (int field = 0; field < TIFA_FIELD_COUNT; field++)
        ck_assert_ptr_null(tifa_document_field(document, (TifaField)field));
}
END_TEST

Suite *suite_facts(void)
{
    Suite *suite = suite_create("facts");
    TCase *laws = tcase_create("laws");
    tcase_add_test(laws, the_last_change_in_the_preamble_dates_a_law);
    tcase_add_test(laws, the_title_of_a_plain_text_becomes_its_heading);
    tcase_add_test(laws, the_preamble_beats_the_file_name);
    tcase_add_test(laws, a_preamble_that_is_cut_off_yields_to_a_later_version_in_the_name);
    tcase_add_test(laws, a_preamble_that_never_closes_ends_at_the_first_article_and_is_told);
    tcase_add_test(laws, a_law_without_any_other_date_is_dated_by_the_day_it_comes_into_force);
    tcase_add_test(laws, the_preamble_beats_the_metadata);
    tcase_add_test(laws, a_preamble_broken_inside_a_title_goes_on);
    tcase_add_test(laws, a_decree_carries_the_text_it_promulgates);
    tcase_add_test(laws, an_announcement_carries_the_text_it_promulgates);
    tcase_add_test(laws, a_law_behind_the_decision_that_amends_it_is_a_part_of_its_own);
    tcase_add_test(laws, a_national_regulation_without_preamble_is_the_state_councils);
    tcase_add_test(laws, clauses_say_what_is_in_force_and_what_is_repealed);
    tcase_add_test(laws, the_day_of_promulgation_is_not_that_of_an_amendment);
    tcase_add_test(laws, a_draft_says_so_in_its_title);
    tcase_add_test(laws, a_law_that_is_only_named_is_not_repealed);
    suite_add_tcase(suite, laws);
    TCase *notices = tcase_create("notices");
    tcase_add_test(notices, a_notice_is_read_by_the_form_of_official_documents);
    tcase_add_test(notices, what_a_notice_forwards_is_a_part_of_its_own);
    tcase_add_test(notices, attachments_are_parted_at_their_heads);
    tcase_add_test(notices, a_page_whose_title_is_not_in_its_text_has_a_head_all_the_same);
    tcase_add_test(notices, what_a_table_says_stays);
    tcase_add_test(notices, a_table_of_labels_above_the_text_states_facts);
    tcase_add_test(notices, what_others_must_agree_with_is_not_repealed);
    tcase_add_test(notices, one_label_alone_is_text);
    tcase_add_test(notices, a_notice_carries_what_it_issues_without_quotation_marks);
    tcase_add_test(notices, the_number_of_an_announcement_may_stand_in_one_line);
    tcase_add_loop_test(notices, who_is_greeted_is_not_addressed, 0, G_N_ELEMENTS(not_addressed));
    tcase_add_test(notices, an_abridged_plan_is_a_plan);
    tcase_add_test(notices, an_announcement_is_numbered_by_its_head);
    tcase_add_test(notices, news_of_an_issue_give_way_to_the_text);
    tcase_add_test(notices, a_remark_behind_the_date_is_passed_over);
    tcase_add_test(notices, titles_listed_behind_the_verb_are_repealed);
    tcase_add_test(notices, the_title_in_an_office_programs_metadata_is_not_trusted);
    suite_add_tcase(suite, notices);
    TCase *others = tcase_create("others");
    tcase_add_test(others, a_work_report_is_of_the_government_that_gives_it);
    tcase_add_test(others, a_decision_ahead_of_the_heading_is_the_document);
    tcase_add_test(others, a_title_may_begin_with_a_year_and_be_broken);
    tcase_add_test(others, a_plan_is_dated_by_the_line_below_its_title);
    tcase_add_test(others, a_dateline_and_an_address_make_a_date_together);
    tcase_add_loop_test(others, a_session_dates_its_decision, 0, 5);
    tcase_add_loop_test(others, other_congresses_and_plans_are_not_dated_by_the_nations, 0, 4);
    tcase_add_loop_test(others, a_yearly_text_is_of_the_year_it_names, 0, 4);
    tcase_add_test(others, a_name_makes_a_year_a_day);
    tcase_add_test(others, a_number_keeps_its_script);
    tcase_add_test(others, scripts_are_told_apart);
    tcase_add_test(others, an_english_page_has_title_and_date);
    tcase_add_test(others, an_english_law_is_dated_by_its_preamble);
    tcase_add_test(others, a_text_that_says_nothing_is_named_after_its_file);
    tcase_add_test(others, an_empty_document_has_no_facts);
    suite_add_tcase(suite, others);
    return suite;
}
