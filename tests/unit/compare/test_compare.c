#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_compare(void);

/* A comparison and its two documents. */
typedef struct {
    TifaDocument *before, *after;
    TifaComparison *comparison;
    const TifaChange *changes;
    const TifaEdit *edits;
    size_t count;
} Case;

static Case compare_lines(const char *const *before, const char *const *after)
{
    Case test = {.before = sample_of_lines(before), .after = sample_of_lines(after)};
    size_t edits;
    test.comparison = tifa_compare(test.before, test.after, NULL, NULL);
    ck_assert_ptr_nonnull(test.comparison);
    test.changes = tifa_comparison_changes(test.comparison, &test.count);
    test.edits = tifa_comparison_edits(test.comparison, &edits);
    return test;
}

static void case_clear(Case *test)
{
    tifa_comparison_free(test->comparison);
    tifa_document_free(test->before);
    tifa_document_free(test->after);
}

/* The changes of articles as "old>new kind subtype" lines. */
static char *describe(const Case *test)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < test->count; i++) {
        const TifaChange *change = &test->changes[i];
        const char *subtype = tifa_change_subtype_name(change->subtype);
        if (change->unit == TIFA_UNIT_ARTICLE)
            g_string_append_printf(text, "%s>%s %s%s%s\n", change->old_label ? change->old_label : "",
                                   change->new_label ? change->new_label : "",
                                   tifa_change_kind_name(change->kind), subtype ? " " : "",
                                   subtype ? subtype : "");
    }
    return g_string_free(text, FALSE);
}

static void ck_changes(const char *const *before, const char *const *after, const char *expected)
{
    Case test = compare_lines(before, after);
    g_autofree char *described = describe(&test);
    ck_assert_str_eq(described, expected);
    case_clear(&test);
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

#define A "国家设立科学技术奖励制度，对作出重要贡献的组织和个人给予奖励。"
#define B "县级以上人民政府应当保证财政性科学技术经费投入的稳定增长。"
#define C "企业事业单位可以设立研究开发机构，与高等学校开展合作。"
#define D "任何单位和个人不得侵犯科学技术人员的合法权益。"

START_TEST(an_inserted_article_renumbers_the_rest)
{
    ck_changes(LINES("第一条 " A, "第二条 " B, "第三条 " C),
               LINES("第一条 " A, "第二条 " D, "第三条 " B, "第四条 " C),
               "1>1 unchanged\n>2 added\n2>3 renumbered\n3>4 renumbered\n");
}
END_TEST

START_TEST(a_deleted_article_stands_where_it_stood)
{
    ck_changes(LINES("第一条 " A, "第二条 " B, "第三条 " C), LINES("第一条 " A, "第二条 " C),
               "1>1 unchanged\n2> deleted\n3>2 renumbered\n");
}
END_TEST

START_TEST(an_article_with_other_words_is_modified)
{
    ck_changes(LINES("第一条 " A, "第二条 " B),
               LINES("第一条 " A, "第二条 各级人民政府应当保证财政性科学技术经费投入的持续稳定增长。"),
               "1>1 unchanged\n2>2 modified substantive\n");
}
END_TEST

START_TEST(an_article_out_of_order_is_moved)
{
    ck_changes(LINES("第一条 " A, "第二条 " B, "第三条 " C, "第四条 " D),
               LINES("第一条 " B, "第二条 " C, "第三条 " D, "第四条 " A),
               "2>1 renumbered\n3>2 renumbered\n4>3 renumbered\n1>4 moved\n");
}
END_TEST

START_TEST(an_article_whose_paragraphs_part_is_split)
{
    ck_changes(LINES("第一条 " A, "第二条 " B, C, "第三条 " D),
               LINES("第一条 " A, "第二条 " B, "第三条 " C, "第四条 " D),
               "1>1 unchanged\n2>2 split substantive\n2>3 split substantive\n3>4 renumbered\n");
}
END_TEST

START_TEST(two_articles_in_one_are_merged)
{
    ck_changes(LINES("第一条 " A, "第二条 " B, "第三条 " C, "第四条 " D),
               LINES("第一条 " A, "第二条 " B, C, "第三条 " D),
               "1>1 unchanged\n2>2 merged substantive\n3>2 merged substantive\n4>3 renumbered\n");
}
END_TEST

START_TEST(the_last_articles_belong_together)
{
    ck_changes(LINES("第一条 " A, "第二条 本法自公布之日起施行。"),
               LINES("第一条 " A,
                     "第二条 自二〇二二年一月一日起施行的还有附件所列办法，本法一并适用，旧法停止执行。"),
               "1>1 unchanged\n2>2 modified substantive\n");
}
END_TEST

static const struct {
    const char *before, *after;
    TifaChangeSubtype subtype;
} subtypes[] = {
    {"第一条 依照本法第九条的规定处罚。", "第一条 依照本法第十二条的规定处罚。", TIFA_SUBTYPE_CROSSREF},
    {"第一条 依照第九条第一款的规定处罚。", "第一条 依照第九条第二款的规定处罚。", TIFA_SUBTYPE_SUBSTANTIVE},
    {"第一条 坚持“三个代表”重要思想（以下略）。", "第一条 坚持‘三个代表’重要思想(以下略)。",
     TIFA_SUBTYPE_TYPOGRAPHIC},
    {"第一条 处五万元以下罚款。", "第一条 处五万元以下罚款（编者注：原文如此）。", TIFA_SUBTYPE_NOTE},
    {"第一条 处五万元以下罚款。", "第一条 处十万元以下罚款。", TIFA_SUBTYPE_SUBSTANTIVE},
    {"第一条 处五万元以下罚款。", "第一条　处五万元以下罚款。", TIFA_SUBTYPE_NONE},
};

START_TEST(a_change_says_what_sort_it_is)
{
    Case test =
        compare_lines(LINES(subtypes[_i].before, "第二条 " A), LINES(subtypes[_i].after, "第二条 " A));
    ck_assert_str_eq(test.changes[0].old_label, "1");
    ck_assert_int_eq(test.changes[0].subtype, subtypes[_i].subtype);
    case_clear(&test);
}
END_TEST

START_TEST(a_repeated_number_keeps_its_own_name)
{
    ck_changes(LINES("第一条 " A, "第三十一条 " B, "第三十一条 " C),
               LINES("第一条 " A, "第二条 " B, "第三条 " C),
               "1>1 unchanged\n31>2 renumbered\n31 (2)>3 renumbered\n");
}
END_TEST

START_TEST(missing_numbers_are_no_change_of_their_own)
{
    ck_changes(LINES("第一条 " A, "第三条 " B, "第七条 " C), LINES("第一条 " A, "第三条 " B, "第七条 " D),
               "1>1 unchanged\n3>3 unchanged\n7> deleted\n>7 added\n");
}
END_TEST

START_TEST(a_number_repeated_on_both_sides_keeps_its_partner)
{
    ck_changes(LINES("第一条 " A, "第二条 " B, "第二条 " C), LINES("第一条 " A, "第二条 " B, "第二条 " C),
               "1>1 unchanged\n2>2 unchanged\n2 (2)>2 (2) unchanged\n");
}
END_TEST

START_TEST(a_note_inside_an_article_belongs_to_it)
{
    ck_changes(LINES("第一条 " A, "第二条 " B),
               LINES("第一条 " A, "（编者注：本条于二〇二一年修订）", "第二条 " B),
               "1>1 modified note-only\n2>2 unchanged\n");
}
END_TEST

START_TEST(inserted_article_numbers_are_named_with_their_suffix)
{
    ck_changes(LINES("第一条 " A, "第二条 " B), LINES("第一条 " A, "第一条之一 " C, "第二条 " B),
               "1>1 unchanged\n>1-1 added\n2>2 unchanged\n");
}
END_TEST

START_TEST(texts_without_articles_are_compared_by_headings_and_paragraphs)
{
    Case test = compare_lines(LINES("一、总体要求", A, "二、重点任务", B),
                              LINES("一、总体要求", A, C, "二、重点任务", B));
    ck_assert_uint_eq(test.count, 5);
    ck_assert_int_eq(test.changes[0].unit, TIFA_UNIT_HEADING);
    ck_assert_int_eq(test.changes[2].kind, TIFA_CHANGE_ADDED);
    ck_assert_int_eq(test.changes[4].kind, TIFA_CHANGE_UNCHANGED);
    case_clear(&test);
}
END_TEST

START_TEST(a_law_and_a_report_are_compared_too)
{
    Case test = compare_lines(LINES("第一条 " A, "第二条 " B), LINES("政府工作报告", B, C));
    size_t linked = 0;
    for (size_t i = 0; i < test.count; i++)
        linked += test.changes[i].old_label && test.changes[i].new_label;
    ck_assert_uint_eq(linked, 1);
    case_clear(&test);
}
END_TEST

START_TEST(unrelated_texts_are_said_to_be_unrelated)
{
    Case test = compare_lines(LINES("第一条 " A, "第二条 " B),
                              LINES("第一条 The quick brown fox.", "第二条 Lorem ipsum."));
    ck_assert(!tifa_comparison_summary(test.comparison).is_related);
    case_clear(&test);
}
END_TEST

START_TEST(the_summary_counts_articles)
{
    Case test =
        compare_lines(LINES("某法", "第一条 " A, "第二条 " B), LINES("某法", "第一条 " A, "第二条 " C));
    TifaComparisonSummary summary = tifa_comparison_summary(test.comparison);
    ck_assert_uint_eq(summary.kinds[TIFA_CHANGE_UNCHANGED], 1);
    ck_assert_uint_eq(summary.kinds[TIFA_CHANGE_ADDED], 1);
    ck_assert_uint_eq(summary.kinds[TIFA_CHANGE_DELETED], 1);
    ck_assert(summary.is_related);
    case_clear(&test);
}
END_TEST

START_TEST(a_document_without_text_is_named_in_the_error)
{
    TifaDocument *empty = sample_of_lines(LINES("")), *full = sample_of_lines(LINES(A));
    GError *error = NULL;
    ck_assert_ptr_null(tifa_compare(full, empty, NULL, &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    ck_assert_ptr_nonnull(strstr(error->message, "the new document"));
    g_clear_error(&error);
    tifa_document_free(empty);
    tifa_document_free(full);
}
END_TEST

/* Two characters a word. */
static void cut_in_twos(void *data, const char *text, size_t length, TifaTokens *tokens)
{
    (void)data;
    for (const char *place = text; place < text + length;) {
        const char *next = g_utf8_next_char(place);
        next = next < text + length ? g_utf8_next_char(next) : next;
        TifaToken token = {.span = {(uint32_t)(place - text), (uint32_t)(next - text)}};
        *tokens = (TifaTokens){g_renew(TifaToken, tokens->items, tokens->length + 1), tokens->length,
                               tokens->length + 1};
        tokens->items[tokens->length++] = token;
        place = next;
    }
}

START_TEST(edits_keep_to_the_words_of_the_cutter)
{
    TifaDocument *before = sample_of_lines(LINES("第一条 国家支持高等学校")),
                 *after = sample_of_lines(LINES("第一条 国家鼓励高等学校"));
    TifaCutter cutter = {cut_in_twos, NULL};
    TifaComparison *comparison = tifa_compare(before, after, &(TifaCompareOptions){.cutter = &cutter}, NULL);
    size_t count;
    const TifaEdit *edits = tifa_comparison_edits(comparison, &count);
    ck_assert_uint_eq(count, 4);
    ck_assert_int_eq(edits[1].kind, TIFA_EDIT_DELETE);
    ck_assert_uint_eq(edits[1].before.end - edits[1].before.start, 6);
    ck_assert_int_eq(edits[2].kind, TIFA_EDIT_INSERT);
    tifa_comparison_free(comparison);
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

START_TEST(other_brackets_in_a_changed_article_are_marked_as_print)
{
    Case test = compare_lines(LINES("第一条 （一）处五万元以下罚款，并予以公告"),
                              LINES("第一条 (一)处十万元以下罚款，并予以公告"));
    size_t print = 0, words = 0;
    for (size_t i = 0; i < test.changes[0].edits; i++) {
        const TifaEdit *edit = &test.edits[test.changes[0].first_edit + i];
        if (edit->kind != TIFA_EDIT_EQUAL)
            *(edit->flags & TIFA_EDIT_TYPOGRAPHIC ? &print : &words) += 1;
    }
    ck_assert_uint_eq(print, 2);
    ck_assert_uint_eq(words, 2);
    case_clear(&test);
}
END_TEST

Suite *suite_compare(void)
{
    Suite *suite = suite_create("compare");
    TCase *test = tcase_create("compare");
    tcase_add_test(test, an_inserted_article_renumbers_the_rest);
    tcase_add_test(test, a_deleted_article_stands_where_it_stood);
    tcase_add_test(test, an_article_with_other_words_is_modified);
    tcase_add_test(test, an_article_out_of_order_is_moved);
    tcase_add_test(test, an_article_whose_paragraphs_part_is_split);
    tcase_add_test(test, two_articles_in_one_are_merged);
    tcase_add_test(test, the_last_articles_belong_together);
    tcase_add_loop_test(test, a_change_says_what_sort_it_is, 0, (int)G_N_ELEMENTS(subtypes));
    tcase_add_test(test, a_repeated_number_keeps_its_own_name);
    tcase_add_test(test, missing_numbers_are_no_change_of_their_own);
    tcase_add_test(test, a_number_repeated_on_both_sides_keeps_its_partner);
    tcase_add_test(test, a_note_inside_an_article_belongs_to_it);
    tcase_add_test(test, inserted_article_numbers_are_named_with_their_suffix);
    tcase_add_test(test, texts_without_articles_are_compared_by_headings_and_paragraphs);
    tcase_add_test(test, a_law_and_a_report_are_compared_too);
    tcase_add_test(test, unrelated_texts_are_said_to_be_unrelated);
    tcase_add_test(test, the_summary_counts_articles);
    tcase_add_test(test, a_document_without_text_is_named_in_the_error);
    tcase_add_test(test, edits_keep_to_the_words_of_the_cutter);
    tcase_add_test(test, other_brackets_in_a_changed_article_are_marked_as_print);
    suite_add_tcase(suite, test);
    return suite;
}
