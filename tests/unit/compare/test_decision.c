#include "sample.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *suite_decision(void);

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* ---- Reading ------------------------------------------------------------------------------------------ */

static char *describe_place(TifaPlace place)
{
    static const char *const parts[] = {"", "/opening", "/start", "/end", "/next"};
    if (place.chapter && !place.article)
        return g_strdup_printf("chapter %u", place.chapter);
    if (place.preamble)
        return g_strdup_printf("preamble %u%s", place.paragraph, parts[place.part]);
    return g_strdup_printf("%u-%u.%u.%u%s", place.article, place.insert, place.paragraph, place.point,
                           parts[place.part]);
}

/* The amendments of a decision as "kind place>place old|new" lines. */
static char *describe(const TifaDecision *decision)
{
    GString *text = g_string_new(NULL);
    size_t count;
    const TifaAmendment *amendments = tifa_decision_amendments(decision, &count);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *place = describe_place(amendments[i].place);
        g_autofree char *new_place = describe_place(amendments[i].new_place);
        g_string_append_printf(text, "%s %s>%s %s|%s\n", tifa_amendment_kind_name(amendments[i].kind), place,
                               new_place, amendments[i].old_words ? amendments[i].old_words : "",
                               amendments[i].new_words ? amendments[i].new_words : "");
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *item, *expected;
} items[] = {
    {"将第二条修改为：“国家鼓励。”", "replace 2-0.0.0>0-0.0.0 |国家鼓励。\n"},
    {"将第二条改为第四条，修改为：“国家鼓励。”", "replace 2-0.0.0>4-0.0.0 |国家鼓励。\n"},
    {"增加一条，作为第三条：“国家支持。”", "insert 0-0.0.0>3-0.0.0 |国家支持。\n"},
    {"在第一百三十三条之一后增加一条，作为第一百三十三条之二：“甲。”", "insert 133-1.0.0>133-2.0.0 |甲。\n"},
    {"删去第五条。", "delete 5-0.0.0>0-0.0.0 |\n"},
    {"删去第五条、第六条第二款。", "delete 5-0.0.0>0-0.0.0 |\ndelete 6-0.2.0>0-0.0.0 |\n"},
    {"将第八条第一款第（三）项修改为：“（三）丙；”", "replace 8-0.1.3>0-0.0.0 |（三）丙；\n"},
    {"第十条增加一款，作为第二款：“乙。”", "insert 10-0.0.0>10-0.2.0 |乙。\n"},
    {"将第三条第一款中的“甲”修改为“乙”。", "reword 3-0.1.0>0-0.0.0 甲|乙\n"},
    {"删去第三条中的“甲”和第四条中的“乙”。", "reword 3-0.0.0>0-0.0.0 甲|\nreword 4-0.0.0>0-0.0.0 乙|\n"},
    {"将第三条中的“甲”后增加“乙”。", "reword 3-0.0.0>0-0.0.0 甲|甲乙\n"},
    {"将第六条和第七条合并，作为第五条，修改为：“丁。”",
     "merge 6-0.0.0>7-0.0.0 |\nreplace 7-0.0.0>5-0.0.0 |丁。\n"},
    {"“第八条”调整为“第七条”。", "renumber 8-0.0.0>7-0.0.0 |\n"},
    {"将第十三条第二款改为第十六条，第一款改为第十七条。",
     "renumber 13-0.2.0>16-0.0.0 |\nrenumber 13-0.1.0>17-0.0.0 |\n"},
    {"将第二条中的“甲”改为“乙”；并将第二款中的“丙”改为“丁”。",
     "reword 2-0.0.0>0-0.0.0 甲|乙\nreword 2-0.2.0>0-0.0.0 丙|丁\n"},
    {"将第四条修改为：“以‘甲’为准。”", "replace 4-0.0.0>0-0.0.0 |以“甲”为准。\n"},
    {"第五条条首部分修改为：“甲”。", "replace 5-0.0.0/opening>0-0.0.0 |甲\n"},
    {"第五条第二款开始部分增加规定：“甲。”", "insert 5-0.2.0>5-0.2.0/start |甲。\n"},
    {"在第五条末尾增加：“甲。”", "insert 5-0.0.0>5-0.0.0/end |甲。\n"},
    {"第五条第一款增加一句：“甲。”", "insert 5-0.1.0>5-0.1.0/end |甲。\n"},
    {"第五条中“甲。”后增写一句，内容为：“乙。”", "reword 5-0.0.0>0-0.0.0 甲。|甲。乙。\n"},
    {"第五条末增加一段：“甲。”", "insert 5-0.0.0>5-0.0.0/next |甲。\n"},
    {"第五条第二段后增加一款：“甲。”", "insert 5-0.2.0>5-0.3.0 |甲。\n"},
    {"第五条第一段前面增加一段：“甲。”", "insert 5-0.1.0>5-0.1.0 |甲。\n"},
    {"增加一章，作为第七章：“附则”。", "insert 0-0.0.0>chapter 7 |附则\n"},
    {"增加“第二章　奖励”一章。", "unclear 0-0.0.0>0-0.0.0 |\n"},
    {"将第三章章名修改为“奖励”。", "replace chapter 3>0-0.0.0 |奖励\n"},
    {"第三章的章名修改为：“第三章　奖励”。", "replace chapter 3>0-0.0.0 |奖励\n"},
    {"删去第三章。", "unclear 0-0.0.0>0-0.0.0 |\n"},
    {"删去第五条末尾。", "unclear 0-0.0.0>0-0.0.0 |\n"},
    {"增加一句：“甲。”", "unclear 0-0.0.0>0-0.0.0 |\n"},
    {"将引言修改为：“甲。”", "replace preamble 0>0-0.0.0 |甲。\n"},
    {"序言第十自然段末尾增加：“甲。”", "insert preamble 10>preamble 10/end |甲。\n"},
    {"宪法序言第七自然段中“甲”修改为“乙”；在“丙”前增写“丁”。这一自然段相应修改为：“戊。”",
     "reword preamble 7>0-0.0.0 甲|乙\nreword preamble 7>0-0.0.0 丙|丁丙\nreplace preamble 7>0-0.0.0 "
     "|戊。\n"},
    {"将第三条中的“甲”修改为“乙”；“丙”修改为“丁”。将“戊”修改为“己”。",
     "reword 3-0.0.0>0-0.0.0 甲|乙\nreword 3-0.0.0>0-0.0.0 丙|丁\nreword 0-0.0.0>0-0.0.0 戊|己\n"},
};

START_TEST(an_order_is_read)
{
    g_autofree char *line = g_strconcat("一、", items[_i].item, NULL);
    TifaDocument *document =
        sample_of_lines(LINES("关于修改《某法》的决定", line, "本决定自公布之日起施行。"));
    TifaDecision *decision = tifa_decision_read(document, NULL);
    ck_assert_ptr_nonnull(decision);
    g_autofree char *described = describe(decision);
    ck_assert_str_eq(described, items[_i].expected);
    tifa_decision_free(decision);
    tifa_document_free(document);
}
END_TEST

START_TEST(a_quotation_reaches_over_paragraphs)
{
    TifaDocument *document = sample_of_lines(
        LINES("一、将第二条修改为：“国家鼓励下列活动：", "“（一）甲；", "“（二）乙。”", "二、删去第三条。"));
    TifaDecision *decision = tifa_decision_read(document, NULL);
    g_autofree char *described = describe(decision);
    ck_assert_str_eq(
        described,
        "replace 2-0.0.0>0-0.0.0 |国家鼓励下列活动：\n（一）甲；\n（二）乙。\ndelete 3-0.0.0>0-0.0.0 |\n");
    tifa_decision_free(decision);
    tifa_document_free(document);
}
END_TEST

START_TEST(a_text_that_orders_nothing_is_named_in_the_error)
{
    TifaDocument *document = sample_of_lines(LINES("第一条 国家鼓励创新。"));
    GError *error = NULL;
    ck_assert_ptr_null(tifa_decision_read(document, &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_clear_error(&error);
    tifa_document_free(document);
}
END_TEST

/* ---- Applying ----------------------------------------------------------------------------------------- */

static void ck_applied(const char *const *law, const char *const *orders, const char *expected)
{
    TifaDocument *before = sample_of_lines(law), *document = sample_of_lines(orders);
    TifaDecision *decision = tifa_decision_read(document, NULL);
    TifaDocument *after = tifa_decision_apply(decision, before, NULL);
    ck_assert_ptr_nonnull(after);
    ck_assert_str_eq(tifa_document_text(after, NULL), expected);
    tifa_document_free(after);
    tifa_decision_free(decision);
    tifa_document_free(document);
    tifa_document_free(before);
}

START_TEST(articles_are_changed_inserted_deleted_and_numbered_anew)
{
    ck_applied(LINES("某法", "第一章 总则", "第一条 甲。", "第二条 乙。", "第二章 附则", "第三条 丙。",
                     "第四条 丁。"),
               LINES("一、将第一条修改为：“甲甲。”", "二、增加一条，作为第二条：“新。”", "三、删去第三条。"),
               "某法\n第一章 总则\n第一条 甲甲。\n第二条 新。\n第三条 乙。\n第二章 附则\n第四条 丁。");
}
END_TEST

START_TEST(a_new_chapter_comes_with_its_articles_and_those_behind_it_move_on)
{
    ck_applied(LINES("某法", "第一章　总则", "第一条　甲。", "第二章　附则", "第二条　乙。", "第三条　丙。"),
               LINES("一、增加一章，作为第二章：“第二章　奖励", "“第二条　子。", "“第三条　丑：",
                     "“（一）寅。”", "二、将第一条修改为：“甲甲。”"),
               "某法\n第一章　总则\n第一条　甲甲。\n第二章　奖励\n第二条　子。\n第三条　丑：\n（一）寅。\n"
               "第三章　附则\n第四条　乙。\n第五条　丙。");
}
END_TEST

START_TEST(a_new_last_chapter_stands_behind_all)
{
    ck_applied(LINES("第一章 总则", "第一条 甲。"), LINES("一、增加一章，作为第二章：“附则", "“第二条 乙。”"),
               "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。");
}
END_TEST

START_TEST(the_name_of_a_chapter_is_changed)
{
    ck_applied(LINES("第一章 总则", "第一条 甲。", "第二章 附则", "第二条 乙。"),
               LINES("一、第二章章名修改为“其他规定”。"),
               "第一章 总则\n第一条 甲。\n第二章 其他规定\n第二条 乙。");
}
END_TEST

START_TEST(the_opening_words_are_replaced_and_keep_their_last_mark)
{
    ck_applied(LINES("第一条 甲：", "（一）子；", "（二）丑。"), LINES("一、第一条条首部分修改为：“乙乙”。"),
               "第一条 乙乙：\n（一）子；\n（二）丑。");
}
END_TEST

START_TEST(a_new_point_gets_the_mark_that_its_order_leaves_out)
{
    ck_applied(LINES("第一条 甲：", "（一）子；", "（二）丑。"),
               LINES("一、第一条增加一项，作为第三项：“寅。”"),
               "第一条 甲：\n（一）子；\n（二）丑。\n（三）寅。");
}
END_TEST

START_TEST(sentences_come_in_front_of_a_paragraph_and_behind_it)
{
    ck_applied(LINES("第一条 甲。", "乙。"),
               LINES("一、第一条第二款开始部分增加规定：“子”。", "二、第一条第一款增加一句：“丑。”",
                     "三、第一条末增加一段：“寅。”"),
               "第一条 甲。丑。\n子。乙。\n寅。");
}
END_TEST

START_TEST(the_preamble_is_changed_by_its_paragraphs)
{
    ck_applied(LINES("宪法", "序　言", "甲乙。", "丙丁。", "第一章 总纲", "第一条 甲。"),
               LINES("第一条 宪法序言第二自然段中“丙”修改为“戊”。",
                     "第二条 宪法序言第一自然段末尾增加：“己。”", "第三条 宪法第一条修改为：“甲甲。”"),
               "宪法\n序　言\n甲乙。己。\n戊丁。\n第一章 总纲\n第一条 甲甲。");
}
END_TEST

START_TEST(the_words_in_front_of_the_first_article_are_replaced)
{
    ck_applied(LINES("某规定", "为了甲，制定本规定。", "第一条 甲。"),
               LINES("一、将引言修改为：“为了乙，制定本规定。”"),
               "某规定\n为了乙，制定本规定。\n第一条 甲。");
}
END_TEST

START_TEST(the_heading_of_a_new_chapter_and_its_articles_are_confirmed)
{
    TifaDocument *before = sample_of_lines(LINES("第一章 总则", "第一条 国家鼓励科学研究。"));
    TifaDocument *after = sample_of_lines(LINES("第一章 总则", "第一条 国家鼓励科学研究。", "第二章 奖励办法",
                                                "第二条 成绩显著的单位，给予表彰。"));
    TifaDocument *document =
        sample_of_lines(LINES("一、增加一章，作为第二章：“奖励办法", "“第二条 成绩显著的单位，给予表彰。”",
                              "二、第一章章名修改为“导言”。"));
    TifaDecision *decision = tifa_decision_read(document, NULL);
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaFindings findings = {0};
    tifa_decision_reconcile(decision, comparison, &findings);
    ck_assert_uint_eq(findings.length, 3);
    ck_assert_int_eq(findings.items[0].kind, TIFA_FINDING_CONFIRMED);
    ck_assert_int_eq(findings.items[1].kind, TIFA_FINDING_CONFIRMED);
    ck_assert_int_eq(findings.items[2].kind, TIFA_FINDING_DISPUTED);
    g_free(findings.items);
    tifa_comparison_free(comparison);
    tifa_decision_free(decision);
    tifa_document_free(document);
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

START_TEST(paragraphs_and_points_are_changed_by_their_old_numbers)
{
    ck_applied(LINES("第一条 甲：", "（一）子；", "（二）丑。", "乙。", "丙。"),
               LINES("一、将第一条第三款修改为：“丙丙。”", "二、删去第一条第二款。",
                     "三、将第一条第一款第二项修改为：“丑丑。”", "四、第一条增加一款，作为第三款：“新。”"),
               "第一条 甲：\n（一）子；\n（二）丑丑。\n丙丙。\n新。");
}
END_TEST

START_TEST(without_new_numbers_the_old_ones_stay)
{
    ck_applied(LINES("第一条 甲。", "第二条 乙。", "第三条 丙。"),
               LINES("一、删去第二条。", "二、在第三条后增加一条，作为第三条之一：“新。”"),
               "第一条 甲。\n第三条 丙。\n第三条之一 新。");
}
END_TEST

START_TEST(single_marks_in_an_order_find_double_ones_in_the_law)
{
    ck_applied(LINES("第一条 坚持“甲”。"), LINES("一、将第一条中的“坚持‘甲’”修改为“坚持‘甲乙’”。"),
               "第一条 坚持“甲乙”。");
}
END_TEST

START_TEST(the_blank_behind_a_number_is_that_of_the_law)
{
    ck_applied(LINES("第一条　甲。", "第二条　乙。"), LINES("一、增加一条，作为第二条：“新。”"),
               "第一条　甲。\n第二条　新。\n第三条　乙。");
}
END_TEST

START_TEST(the_closing_lines_are_no_part_of_the_last_order)
{
    TifaDocument *document =
        sample_of_lines(LINES("一、删去第二条。", "二、删去第三条。", "本决定自2018年1月1日起施行。",
                              "《某法》根据本决定修改，重新公布。"));
    TifaDecision *decision = tifa_decision_read(document, NULL);
    size_t count;
    const TifaAmendment *amendments = tifa_decision_amendments(decision, &count);
    ck_assert_uint_eq(count, 2);
    TifaSpan source = amendments[1].source;
    g_autofree char *text =
        g_strndup(tifa_document_text(document, NULL) + source.start, source.end - source.start);
    ck_assert_str_eq(text, "删去第三条。");
    tifa_decision_free(decision);
    tifa_document_free(document);
}
END_TEST

START_TEST(an_order_about_another_law_is_neither_confirmed_nor_disputed)
{
    TifaDocument *before = sample_of_lines(LINES("甲法", "第一条 甲。", "第二条 乙。"));
    TifaDocument *after = sample_of_lines(LINES("甲法", "第一条 甲。"));
    TifaDocument *document =
        sample_of_lines(LINES("一、修改《甲法》", "1.删去第二条。", "二、修改《丙法》", "1.删去第一条。"));
    TifaDecision *decision = tifa_decision_read(document, NULL);
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaFindings findings = {0};
    tifa_decision_reconcile(decision, comparison, &findings);
    ck_assert_uint_eq(findings.length, 2);
    ck_assert_int_eq(findings.items[0].kind, TIFA_FINDING_CONFIRMED);
    ck_assert_int_eq(findings.items[1].kind, TIFA_FINDING_OPEN);
    g_free(findings.items);
    tifa_comparison_free(comparison);
    tifa_decision_free(decision);
    tifa_document_free(document);
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

START_TEST(an_order_that_does_not_fit_is_a_warning)
{
    TifaDocument *before = sample_of_lines(LINES("第一条 甲。"));
    TifaDocument *document = sample_of_lines(LINES("一、将第一条修改为：“乙。”", "二、删去第九条。"));
    TifaDecision *decision = tifa_decision_read(document, NULL);
    TifaDocument *after = tifa_decision_apply(decision, before, NULL);
    ck_assert_ptr_nonnull(strstr(tifa_document_warnings(after)[0], "删去第九条"));
    ck_assert_ptr_null(tifa_document_warnings(after)[1]);
    tifa_document_free(after);
    tifa_decision_free(decision);
    tifa_document_free(document);
    tifa_document_free(before);
}
END_TEST

START_TEST(a_decision_on_another_law_is_refused)
{
    TifaDocument *before = sample_of_lines(LINES("第一条 甲。"));
    TifaDocument *document = sample_of_lines(LINES("一、将第五十条修改为：“乙。”"));
    TifaDecision *decision = tifa_decision_read(document, NULL);
    GError *error = NULL;
    ck_assert_ptr_null(tifa_decision_apply(decision, before, &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_clear_error(&error);
    tifa_decision_free(decision);
    tifa_document_free(document);
    tifa_document_free(before);
}
END_TEST

/* ---- Decisions made from two versions ----------------------------------------------------------------- */

/* The article's text as an order quotes it: single marks inside, a mark at the head of each further
 * paragraph. */
static void append_quoted(GString *orders, const char *text, TifaSpan span)
{
    g_autoptr(GString) words = g_string_new_len(text + span.start, (gssize)(span.end - span.start));
    g_string_replace(words, "“", "‘", 0);
    g_string_replace(words, "”", "’", 0);
    g_string_replace(words, "\n", "\n“", 0);
    g_string_append_printf(orders, "：“%s”", words->str);
}

static void append_order(GString *orders, const TifaChange *change, const char *new_text)
{
    TifaSpan body = {change->after_body, change->after.end};
    if (!change->new_label) {
        g_string_append_printf(orders, "一、删去第%s条。\n", change->old_label);
        return;
    }
    if (change->kind == TIFA_CHANGE_ADDED || !change->is_primary)
        g_string_append_printf(orders, "一、增加一条，作为第%s条", change->new_label);
    else
        g_string_append_printf(orders, "一、将第%s条改为第%s条，修改为", change->old_label,
                               change->new_label);
    append_quoted(orders, new_text, body);
    g_string_append_c(orders, '\n');
}

/* Whether an order is needed: one for each article that got other words, by its main partner if it has one.
 */
static bool needs_order(const TifaChange *changes, size_t count, const TifaChange *change)
{
    if (change->unit != TIFA_UNIT_ARTICLE || change->kind == TIFA_CHANGE_UNCHANGED ||
        change->kind == TIFA_CHANGE_RENUMBERED)
        return false;
    for (size_t i = 0; i < count && change->new_label && !change->is_primary; i++)
        if (changes[i].is_primary && g_strcmp0(changes[i].new_label, change->new_label) == 0)
            return false;
    return true;
}

/* Whether an article's text can be quoted so that it comes back the same: without marks of its own inside
 * marks. */
static bool has_single_marks(const TifaDocument *document)
{
    const char *text = tifa_document_text(document, NULL);
    return strstr(text, "‘") || strstr(text, "’");
}

/* A decision that orders every change of the articles, applied, gives articles with the new text. */
static void ck_made_decision(const TifaDocument *before, const TifaDocument *after, const char *name)
{
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    g_autoptr(GString) orders = g_string_new("关于修改《某法》的决定\n");
    size_t count;
    const TifaChange *changes = tifa_comparison_changes(comparison, &count);
    const char *new_text = tifa_document_text(after, NULL);
    for (size_t i = 0; i < count; i++)
        if (needs_order(changes, count, &changes[i]))
            append_order(orders, &changes[i], new_text);
    TifaDocument *document = sample_of_markdown(orders->str);
    TifaDecision *decision = tifa_decision_read(document, NULL);
    TifaDocument *applied = tifa_decision_apply(decision, before, NULL);
    TifaComparison *check = tifa_compare(applied, after, NULL, NULL);
    TifaFindings findings = {0};
    changes = tifa_comparison_changes(check, &count);
    for (size_t i = 0; i < count; i++)
        if (changes[i].unit == TIFA_UNIT_ARTICLE && changes[i].new_label)
            ck_assert_msg(
                changes[i].kind == TIFA_CHANGE_UNCHANGED || changes[i].subtype == TIFA_SUBTYPE_TYPOGRAPHIC,
                "%s: article %s: %s", name, changes[i].new_label, tifa_change_kind_name(changes[i].kind));
    tifa_decision_reconcile(decision, comparison, &findings);
    for (size_t i = 0; i < findings.length; i++)
        ck_assert_msg(findings.items[i].kind == TIFA_FINDING_CONFIRMED ||
                          findings.items[i].amendment == TIFA_NONE,
                      "%s: order %zu: %s", name, findings.items[i].amendment, findings.items[i].reason);
    g_free(findings.items);
    tifa_comparison_free(check);
    tifa_document_free(applied);
    tifa_decision_free(decision);
    tifa_document_free(document);
    tifa_comparison_free(comparison);
}

static const char *const laws[] = {"fanlongduan", "jiancha", "tongji", "zhuanli_xize"};

START_TEST(a_decision_made_from_two_versions_leads_from_one_to_the_other)
{
    g_autofree char *folder = sample_shared("gold/versions/laws");
    if (!folder)
        return;
    g_autofree char *old_path = g_strdup_printf("%s/%s.old.md", folder, laws[_i]);
    g_autofree char *new_path = g_strdup_printf("%s/%s.new.md", folder, laws[_i]);
    TifaDocument *before = sample_of_file(old_path), *after = sample_of_file(new_path);
    if (!has_single_marks(after))
        ck_made_decision(before, after, laws[_i]);
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

Suite *suite_decision(void)
{
    Suite *suite = suite_create("decision");
    TCase *test = tcase_create("decision");
    tcase_set_timeout(test, 60);
    tcase_add_loop_test(test, an_order_is_read, 0, (int)G_N_ELEMENTS(items));
    tcase_add_test(test, a_quotation_reaches_over_paragraphs);
    tcase_add_test(test, a_text_that_orders_nothing_is_named_in_the_error);
    tcase_add_test(test, articles_are_changed_inserted_deleted_and_numbered_anew);
    tcase_add_test(test, a_new_chapter_comes_with_its_articles_and_those_behind_it_move_on);
    tcase_add_test(test, a_new_last_chapter_stands_behind_all);
    tcase_add_test(test, the_name_of_a_chapter_is_changed);
    tcase_add_test(test, the_opening_words_are_replaced_and_keep_their_last_mark);
    tcase_add_test(test, a_new_point_gets_the_mark_that_its_order_leaves_out);
    tcase_add_test(test, sentences_come_in_front_of_a_paragraph_and_behind_it);
    tcase_add_test(test, the_heading_of_a_new_chapter_and_its_articles_are_confirmed);
    tcase_add_test(test, the_preamble_is_changed_by_its_paragraphs);
    tcase_add_test(test, the_words_in_front_of_the_first_article_are_replaced);
    tcase_add_test(test, paragraphs_and_points_are_changed_by_their_old_numbers);
    tcase_add_test(test, without_new_numbers_the_old_ones_stay);
    tcase_add_test(test, single_marks_in_an_order_find_double_ones_in_the_law);
    tcase_add_test(test, the_blank_behind_a_number_is_that_of_the_law);
    tcase_add_test(test, the_closing_lines_are_no_part_of_the_last_order);
    tcase_add_test(test, an_order_about_another_law_is_neither_confirmed_nor_disputed);
    tcase_add_test(test, an_order_that_does_not_fit_is_a_warning);
    tcase_add_test(test, a_decision_on_another_law_is_refused);
    tcase_add_loop_test(test, a_decision_made_from_two_versions_leads_from_one_to_the_other, 0,
                        (int)G_N_ELEMENTS(laws));
    suite_add_tcase(suite, test);
    return suite;
}
