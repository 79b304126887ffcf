#include "text/document.h"
#include "text/mark.h"
#include "text/structure.h"

#include <check.h>
#include <string.h>

Suite *suite_structure(void);

/* ---- Numerals and marks ------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    int64_t value;
    size_t used;
} numerals[] = {
    {"一百二十条", 120, 12},
    {"十二", 12, 6},
    {"二十", 20, 6},
    {"一千二百六十", 1260, 18},
    {"〇五", 5, 6},
    {"二〇二一年", 2021, 12},
    {"12.", 12, 2},
    {"１２条", 12, 6},
    {"一万二千", 12000, 12},
    {"两百", 200, 6},
    {"条", -1, 0},
    {"999999999999", -1, 0},
    {"", -1, 0},
};

START_TEST(chinese_and_arabic_numerals_are_read)
{
    size_t used;
    ck_assert_int_eq(structure_number(numerals[_i].text, strlen(numerals[_i].text), &used),
                     numerals[_i].value);
    if (numerals[_i].value >= 0)
        ck_assert_uint_eq(used, numerals[_i].used);
}
END_TEST

static const struct {
    const char *text;
    MarkKind kind;
    unsigned number, insert;
    const char *rest;
} marks[] = {
    {"第十二条 为了", MARK_ARTICLE, 12, 0, "为了"},
    {"第一百二十条之一　资助", MARK_ARTICLE, 120, 1, "资助"},
    {"**第一条**　为了", MARK_ARTICLE, 1, 0, "为了"},
    {"【第一条】为了", MARK_ARTICLE, 1, 0, "为了"},
    {"- **第一条**　　年满", MARK_ARTICLE, 1, 0, "年满"},
    {"<center>第一章　总　　则</center>", MARK_CHAPTER, 1, 0, "总　　则</center>"},
    {"第二分编 典型合同", MARK_SUBBOOK, 2, 0, "典型合同"},
    {"第三节 罚则", MARK_SECTION, 3, 0, "罚则"},
    {"一、总体要求", MARK_COMMA, 1, 0, "总体要求"},
    {"（十二）优化布局", MARK_BRACKETS, 12, 0, "优化布局"},
    {"3．加强领导", MARK_POINT, 3, 0, "加强领导"},
    {"(2) 提高", MARK_INNER, 2, 0, "提高"},
    {"③完善", MARK_INNER, 3, 0, "完善"},
    {"Article 12 The State", MARK_ARTICLE, 12, 0, "The State"},
    {"Chapter IV Supplementary", MARK_CHAPTER, 4, 0, "Supplementary"},
    {"1.5亿元", MARK_NONE, 0, 0, ""},
    {"第三人的权利", MARK_NONE, 0, 0, ""},
    {"国家鼓励", MARK_NONE, 0, 0, ""},
    {"", MARK_NONE, 0, 0, ""},
};

START_TEST(the_mark_at_the_head_of_a_line_is_read)
{
    Mark mark = mark_read(marks[_i].text, strlen(marks[_i].text));
    ck_assert_int_eq(mark.kind, marks[_i].kind);
    if (mark.kind == MARK_NONE)
        return;
    ck_assert_uint_eq(mark.number, marks[_i].number);
    ck_assert_uint_eq(mark.insert, marks[_i].insert);
    ck_assert_str_eq(marks[_i].text + mark.length, marks[_i].rest);
}
END_TEST

/* ---- Documents ---------------------------------------------------------------------------------------- */

/* A document of lines; "#" at the head makes a heading of the reader's. */
static TifaDocument *document_of(const char *const *lines)
{
    TifaDocument *document = document_new();
    for (; *lines; lines++) {
        TifaBlock block = {0};
        bool is_heading = **lines == '#';
        block.kind = is_heading ? TIFA_BLOCK_HEADING : TIFA_BLOCK_PARAGRAPH;
        block.level = is_heading;
        ck_assert(
            document_add_block(document, &block, *lines + is_heading, strlen(*lines) - is_heading, NULL));
    }
    structure_mark(document);
    return document;
}

/* Each block as a letter (P H A I R N), the level if any, and its article. */
static char *describe(const TifaDocument *document)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < blocks->length; i++) {
        const TifaBlock *block = &blocks->items[i];
        g_string_append_printf(text, "%s%c", i > 0 ? " " : "", "PHAIRN"[block->kind]);
        if (block->level)
            g_string_append_printf(text, "%u", block->level);
        if (block->article)
            g_string_append_printf(text, "@%u", block->article);
        if (block->insert)
            g_string_append_printf(text, "-%u", block->insert);
    }
    return g_string_free(text, FALSE);
}

static void ck_structure(const char *const *lines, const char *expected)
{
    TifaDocument *document = document_of(lines);
    g_autofree char *described = describe(document);
    ck_assert_str_eq(described, expected);
    tifa_document_free(document);
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

START_TEST(paragraphs_and_items_belong_to_their_article)
{
    ck_structure(LINES("#某某法", "第一章 总则", "第一条 为了：", "（一）甲；", "（二）乙。", "国家支持。",
                       "第二条 本法。"),
                 "H1 H2 A@1 I1@1 I1@1 P@1 A@2");
}
END_TEST

START_TEST(chapters_and_sections_nest_in_the_order_of_their_kinds)
{
    ck_structure(
        LINES("第一编 总则", "第一章 基本规定", "第一节 范围", "第一条 甲。", "第二章 附则", "第二条 乙。"),
        "H2 H3 H4 A@1 H3 A@2");
}
END_TEST

START_TEST(inserted_repeated_and_missing_articles_keep_their_numbers)
{
    ck_structure(
        LINES("第一条 甲。", "第一条之一 乙。", "第三十一条 丙。", "第三十一条 丁。", "第四十条 戊。"),
        "A@1 A@1-1 A@31 A@31 A@40");
}
END_TEST

START_TEST(a_reference_at_the_head_of_a_line_opens_no_article)
{
    ck_structure(
        LINES("第一条 依照", "第二条的规定处罚。", "第三条第一款另有规定的，从其规定。", "第二条 乙。"),
        "A@1 P@1 P@1 A@2");
}
END_TEST

START_TEST(an_article_without_a_blank_must_be_the_next)
{
    ck_structure(LINES("第一条为了发展科技，制定本法。", "第二条国家鼓励创新。", "第九条国家支持。"),
                 "A@1 A@2 P@2");
}
END_TEST

START_TEST(quoted_articles_of_a_decision_open_none)
{
    ck_structure(LINES("一、将第二条修改为：“第二条　国家鼓励。”", "“第三条　国家支持。”"), "I1 P");
}
END_TEST

START_TEST(a_table_of_contents_is_a_list)
{
    ck_structure(
        LINES("#某某法", "目　录", "第一章 总则", "第二章 附则", "第一章 总则", "第一条 甲。", "第二章 附则"),
        "H1 P I1 I1 H2 A@1 H2");
}
END_TEST

START_TEST(headings_of_plans_get_levels)
{
    ck_structure(LINES("#某某规划", "一、总体要求", "（一）指导思想", "以科学发展为主题。", "1．加强领导",
                       "正文。", "二、任务"),
                 "H1 H2 H3 P H4 P H2");
}
END_TEST

START_TEST(numbered_running_text_is_an_item_and_no_heading)
{
    ck_structure(LINES("一、总体要求", "（一）坚持创新。全面推进各项工作。", "（二）坚持协调；"), "H2 I2 I2");
}
END_TEST

START_TEST(an_announced_list_has_no_headings)
{
    ck_structure(LINES("有关事项通知如下：", "一、提高认识", "二、加强领导", "附件：", "1.名单", "2.分工"),
                 "P I1 I1 P I3 I3");
}
END_TEST

START_TEST(an_annex_ends_the_last_article)
{
    ck_structure(LINES("第一条 甲。", "附件：任务分工表", "牵头单位负责。"), "A@1 P P");
}
END_TEST

START_TEST(notes_are_no_part_of_the_running_text)
{
    ck_structure(LINES("第一条 甲。", "注：本条于2018年修改。", "国家支持。"), "A@1 N@1 P@1");
}
END_TEST

START_TEST(a_table_inside_an_article_belongs_to_it)
{
    TifaDocument *document = document_new();
    static const struct {
        const char *text;
        TifaBlockKind kind;
    } lines[] = {{"第一条 收费如下。", TIFA_BLOCK_PARAGRAPH},
                 {"项目\t标准", TIFA_BLOCK_ROW},
                 {"另行公布。", TIFA_BLOCK_PARAGRAPH}};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        TifaBlock block = {.kind = (uint16_t)lines[i].kind};
        ck_assert(document_add_block(document, &block, lines[i].text, strlen(lines[i].text), NULL));
    }
    structure_mark(document);
    g_autofree char *described = describe(document);
    ck_assert_str_eq(described, "A@1 R@1 P@1");
    tifa_document_free(document);
}
END_TEST

START_TEST(a_document_without_marks_stays_as_it_was_read)
{
    ck_structure(LINES("#标题", "国家鼓励创新。", "科技是第一生产力。"), "H1 P P");
}
END_TEST

/* ---- Names -------------------------------------------------------------------------------------------- */

START_TEST(blocks_have_names_that_stay)
{
    TifaDocument *document = document_of(LINES(
        "#某法", "第一编 总则", "第一章 基本", "第一条 为了：", "（一）甲；", "1．子", "（二）乙。",
        "国家支持。", "第一条之一 丙。", "第二章 附则", "第三十一条 丁。", "第三十一条 戊。", "附件：名单"));
    g_autoptr(GPtrArray) ids = tifa_document_block_ids(document);
    g_ptr_array_add(ids, NULL);
    g_autofree char *joined = g_strjoinv(" ", (char **)ids->pdata);
    ck_assert_str_eq(joined,
                     "h_1 part_1 part_1__chp_1 art_1 art_1__para_1__point_1 art_1__para_1__point_1__item_1 "
                     "art_1__para_1__point_2 art_1__para_2 art_1-1 part_1__chp_2 art_31 art_31~2 p_2");
    tifa_document_free(document);
}
END_TEST

Suite *suite_structure(void)
{
    Suite *suite = suite_create("structure");
    TCase *test = tcase_create("structure");
    tcase_add_loop_test(test, chinese_and_arabic_numerals_are_read, 0, (int)G_N_ELEMENTS(numerals));
    tcase_add_loop_test(test, the_mark_at_the_head_of_a_line_is_read, 0, (int)G_N_ELEMENTS(marks));
    tcase_add_test(test, paragraphs_and_items_belong_to_their_article);
    tcase_add_test(test, chapters_and_sections_nest_in_the_order_of_their_kinds);
    tcase_add_test(test, inserted_repeated_and_missing_articles_keep_their_numbers);
    tcase_add_test(test, a_reference_at_the_head_of_a_line_opens_no_article);
    tcase_add_test(test, an_article_without_a_blank_must_be_the_next);
    tcase_add_test(test, quoted_articles_of_a_decision_open_none);
    tcase_add_test(test, a_table_of_contents_is_a_list);
    tcase_add_test(test, headings_of_plans_get_levels);
    tcase_add_test(test, numbered_running_text_is_an_item_and_no_heading);
    tcase_add_test(test, an_announced_list_has_no_headings);
    tcase_add_test(test, an_annex_ends_the_last_article);
    tcase_add_test(test, notes_are_no_part_of_the_running_text);
    tcase_add_test(test, a_table_inside_an_article_belongs_to_it);
    tcase_add_test(test, a_document_without_marks_stays_as_it_was_read);
    tcase_add_test(test, blocks_have_names_that_stay);
    suite_add_tcase(suite, test);
    return suite;
}
