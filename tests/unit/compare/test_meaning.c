#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_meaning(void);

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void append_span(GString *out, const char *text, TifaSpan span)
{
    g_string_append_len(out, text + span.start, span.end - span.start);
}

/* The meanings of a change as "kind shift [before>after] actor" lines. */
static char *describe(const TifaDocument *before, const TifaDocument *after, const TifaMeanings *meanings)
{
    GString *out = g_string_new(NULL);
    const char *old_text = tifa_document_text(before, NULL), *new_text = tifa_document_text(after, NULL);
    for (size_t i = 0; i < meanings->length; i++) {
        const TifaMeaning *meaning = &meanings->items[i];
        g_string_append_printf(out, "%s %s [", tifa_meaning_kind_name(meaning->kind),
                               tifa_shift_name(meaning->shift));
        append_span(out, old_text, meaning->before);
        g_string_append_c(out, '>');
        append_span(out, new_text, meaning->after);
        g_string_append(out, "] ");
        append_span(out, meaning->shift == TIFA_SHIFT_DROPPED ? old_text : new_text, meaning->actor);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static void ck_meaning(const char *const *old_lines, const char *const *new_lines, const TifaTags *old_tags,
                       const TifaTags *new_tags, const char *expected)
{
    TifaDocument *before = sample_of_lines(old_lines), *after = sample_of_lines(new_lines);
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaMeanings meanings = {0};
    tifa_comparison_meanings(comparison, old_tags, new_tags, &meanings);
    g_autofree char *described = describe(before, after, &meanings);
    ck_assert_str_eq(described, expected);
    g_free(meanings.items);
    tifa_comparison_free(comparison);
    tifa_document_free(before);
    tifa_document_free(after);
}

static const struct {
    const char *before, *after, *expected;
} sentences[] = {
    {"科学技术部门可以公布项目名录并接受监督。", "科学技术部门应当公布项目名录并接受监督。",
     "duty strengthened [可以>应当] 科学技术部门\n"},
    {"科学技术部门必须公布项目名录并接受监督。", "科学技术部门应当公布项目名录并接受监督。",
     "duty weakened [必须>应当] 科学技术部门\n"},
    {"经营者不得泄露商业秘密，保护他人的合法权益。", "经营者可以泄露商业秘密，保护他人的合法权益。",
     "duty replaced [不得>可以] 经营者\n"},
    {"对单位处五万元以下罚款，并予以公告。", "对单位处十万元以下罚款，并予以公告。",
     "number raised [五万元>十万元] \n"},
    {"自收到申请之日起三十日内作出决定并通知。", "自收到申请之日起20日内作出决定并通知。",
     "deadline lowered [三十日>20日] \n"},
    {"由工商行政管理部门依照有关规定进行处罚。", "由市场监督管理部门依照有关规定进行处罚。",
     "agency replaced [工商行政管理部门>市场监督管理部门] \n"},
    {"对个人处二万元以上八万元以下的罚款，并予以公告。", "对个人处五十万元以下的罚款，并予以公告。",
     "number dropped [二万元>] \nnumber raised [八万元>五十万元] \n"},
    {"对单位处五万元以下罚款，并予以公告。", "对单位处上一年度销售额百分之一以下罚款，并予以公告。",
     "number replaced [五万元>百分之一] \n"},
    {"国家发展基础研究和前沿技术研究事业。", "国家发展基础研究和前沿技术研究事业，获得理解和支持。", ""},
    {"依照本法第九条规定和2018年的名录进行处罚。", "依照本法第十条规定和2020年的名录进行处罚。", ""},
    {"国家发展基础研究和前沿技术研究事业。", "国家发展基础研究和前沿技术研究事业，鼓励自由探索。",
     "duty added [>鼓励] \n"},
};

START_TEST(a_change_says_what_it_means)
{
    g_autofree char *before = g_strconcat("第一条 ", sentences[_i].before, NULL);
    g_autofree char *after = g_strconcat("第一条 ", sentences[_i].after, NULL);
    ck_meaning(LINES(before), LINES(after), NULL, NULL, sentences[_i].expected);
}
END_TEST

START_TEST(the_quotes_are_whole_sentences)
{
    TifaDocument *before = sample_of_lines(LINES("第一条 国家发展科技。部门可以公布名录，接受监督。"));
    TifaDocument *after = sample_of_lines(LINES("第一条 国家发展科技。部门应当公布名录，接受监督。"));
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaMeanings meanings = {0};
    tifa_comparison_meanings(comparison, NULL, NULL, &meanings);
    TifaSpan quote = meanings.items[0].after_quote;
    g_autofree char *text = g_strndup(tifa_document_text(after, NULL) + quote.start, quote.end - quote.start);
    ck_assert_str_eq(text, "部门应当公布名录，接受监督。");
    g_free(meanings.items);
    tifa_comparison_free(comparison);
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

START_TEST(a_clause_that_came_into_another_article_is_neither_added_nor_dropped)
{
    ck_meaning(LINES("第一条 国家发展科技事业。科技部门应当每年公布重大项目的名录。",
                     "第二条 高等学校开展科普活动。"),
               LINES("第一条 国家发展科技事业。",
                     "第二条 高等学校开展科普活动。科技部门应当每年公布重大项目的名录。"),
               NULL, NULL, "");
}
END_TEST

START_TEST(a_sentence_that_lost_its_duty_is_quoted_from_both_texts)
{
    TifaDocument *before = sample_of_lines(LINES("第一条 国家发展科技。部门可以处五万元以下的罚款。"));
    TifaDocument *after = sample_of_lines(LINES("第一条 国家发展科技。部门处五万元以下的罚款。"));
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaMeanings meanings = {0};
    tifa_comparison_meanings(comparison, NULL, NULL, &meanings);
    ck_assert_uint_eq(meanings.length, 1);
    ck_assert_int_eq(meanings.items[0].duty, TIFA_DUTY_PERMISSION);
    TifaSpan quote = meanings.items[0].after_quote;
    g_autofree char *text = g_strndup(tifa_document_text(after, NULL) + quote.start, quote.end - quote.start);
    ck_assert_str_eq(text, "部门处五万元以下的罚款。");
    g_free(meanings.items);
    tifa_comparison_free(comparison);
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

START_TEST(concepts_are_gained_lost_and_moved)
{
    /* 第一条 is 9 bytes and a blank; each concept here is its article's second word of two characters. */
    TifaTag old_tags[] = {{.span = {16, 22}, .concept = 1}, {.span = {48, 54}, .concept = 2}};
    TifaTag new_tags[] = {{.span = {16, 22}, .concept = 2}, {.span = {48, 54}, .concept = 3}};
    ck_meaning(LINES("第一条 发展科技事业。", "第二条 保障投入增长。"),
               LINES("第一条 发展投入事业。", "第二条 保障人才增长。"), &(TifaTags){old_tags, 2, 2},
               &(TifaTags){new_tags, 2, 2},
               "concept dropped [科技>] \nconcept moved [投入>投入] \nconcept added [>人才] \n");
}
END_TEST

Suite *suite_meaning(void)
{
    Suite *suite = suite_create("meaning");
    TCase *test = tcase_create("meaning");
    tcase_add_loop_test(test, a_change_says_what_it_means, 0, (int)G_N_ELEMENTS(sentences));
    tcase_add_test(test, the_quotes_are_whole_sentences);
    tcase_add_test(test, a_clause_that_came_into_another_article_is_neither_added_nor_dropped);
    tcase_add_test(test, a_sentence_that_lost_its_duty_is_quoted_from_both_texts);
    tcase_add_test(test, concepts_are_gained_lost_and_moved);
    suite_add_tcase(suite, test);
    return suite;
}
