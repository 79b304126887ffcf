#include "query/query.h"

#include <check.h>
#include <string.h>

/* A tree as text: leaves in their marks, & | ! ( ), & with the first letter of its region if it is not s. */
static void print(const QueryNode *node, GString *out)
{
    static const char *const marks[] = {[QUERY_PHRASE] = "'%s'",
                                        [QUERY_PATTERN] = "<%s>",
                                        [QUERY_REGEX] = "/%s/",
                                        [QUERY_CONCEPT] = "{%s}",
                                        [QUERY_CLASS] = "{{%s}}"};
    static const char *const scopes[] = {"&", "&p ", "&a ", "&d "};
    g_string_append(out, node->is_negated ? "!" : "");
    if (!node->children) {
        g_auto(GStrv) around = g_strsplit(marks[node->kind], "%s", -1);
        g_string_append_printf(out, "%s%s%s", around[0], node->text, around[1]);
        return;
    }
    g_autofree char *sign =
        node->kind == QUERY_AND ? g_strdup(scopes[node->scope])
        : node->kind == QUERY_OR
            ? g_strdup("|")
            : g_strdup_printf("%s%u ", node->kind == QUERY_NEAR ? "~" : ">", node->distance);
    for (size_t i = 0; i < node->children->len; i++) {
        g_string_append(out, i == 0 ? "(" : sign);
        print(node->children->pdata[i], out);
    }
    g_string_append(out, ")");
}

/* A question as text: the tree, then the filters in square brackets. */
static char *printed(const TifaQuery *query)
{
    GString *out = g_string_new(NULL);
    if (query->root)
        print(query->root, out);
    for (size_t i = 0; i < query->filters->len; i++) {
        const QueryFilter *filter = query->filters->pdata[i];
        size_t length = strcspn(filter->name->names, " ");
        g_string_append_printf(out, "[%s%.*s", filter->is_negated ? "!" : "", (int)length,
                               filter->name->names);
        for (size_t j = 0; j < filter->values.length; j++) {
            const FilterValue *value = &filter->values.items[j];
            g_string_append_printf(out, " %s", value->from ? value->from : "");
            if (filter->name->kind == FILTER_DATE)
                g_string_append_printf(out, "..%s", value->to ? value->to : "");
        }
        g_string_append(out, "]");
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *text, *tree;
} GoodCase;

static const GoodCase good[] = {
    {"军民融合", "'军民融合'"},
    {"军民 融合", "('军民'&'融合')"},
    {"　军民　融合 ", "('军民'&'融合')"},
    {"\"dual circulation\"", "'dual circulation'"},
    {"“双循环”", "'双循环'"},
    {"{mcf}", "{mcf}"},
    {"｛mcf｝", "{mcf}"},
    {"科技|技术", "('科技'|'技术')"},
    {"科技｜技术 -军", "('科技'|('技术'&!'军'))"},
    {"(科技|技术) 创新", "(('科技'|'技术')&'创新')"},
    {"（科技｜技术）创新", "(('科技'|'技术')&'创新')"},
    {"((科技))", "'科技'"},
    {"人工智能+", "'人工智能+'"},
    {"863-计划", "'863-计划'"},
    {"-", "'-'"},
    {"、", "'、'"},
    {"解决“卡脖子”问题", "'解决“卡脖子”问题'"},
    {"“卡脖子”技术", "'“卡脖子”技术'"},
    {"国发（2018）5号", "'国发（2018）5号'"},
    {"(国发(2018)5号)", "'国发(2018)5号'"},
    {"\"解决“卡脖子”问题\"", "'解决“卡脖子”问题'"},
    {"(", "'('"},
    {"*", "'*'"},
    {"军民…融合", "<军民…融合>"},
    {"军民...8融合", "<军民...8融合>"},
    {"等等……", "'等等……'"},
    {"千?计划 *circul*", "(<千?计划>&<*circul*>)"},
    {"\"千?计划\"", "'千?计划'"},
    {"什么是新质生产力？", "'什么是新质生产力？'"},
    {"/第.{1,3}条/ 科技", "(/第.{1,3}条/&'科技')"},
    {"/a b\\/c/|x", "(/a b\\/c/|'x')"},
    {"{talent:*} {cat:talent} {类：talent}", "({{talent}}&{{talent}}&{{talent}})"},
    {"军民 ~10 融合", "('军民'~10 '融合')"},
    {"军民 ～5 融合", "('军民'~5 '融合')"},
    {"军民 >3 融合 科技", "(('军民'>3 '融合')&'科技')"},
    {"军民 > 融合", "('军民'>10 '融合')"},
    {"军民 … 融合", "('军民'>5 '融合')"},
    {"军民 …8 融合", "('军民'>8 '融合')"},
    {"a ~2 b ~3 c", "(('a'~2 'b')~3 'c')"},
    {"-(a ~2 b) c", "(!('a'~2 'b')&'c')"},
    {"-a ~2 b c", "(!('a'~2 'b')&'c')"},
    {"a @art b", "('a'&a 'b')"},
    {"a b @doc c | d", "((('a'&'b')&d 'c')|'d')"},
    {"a @doc b @doc c", "('a'&d 'b'&d 'c')"},
    {"a @段 b @doc c", "(('a'&p 'b')&d 'c')"},
    {"a @doc -b -c", "('a'&d !'b'&d !'c')"},
    {"-b @doc a", "(!'b'&d 'a')"},
    {"a ＠p (b|c)", "('a'&p ('b'|'c'))"},
    {"year:2018..2024 科技", "'科技'[year 2018..2024]"},
    {"科技 agency:科技部|\"a b\" -type:办法", "'科技'[agency 科技部 a b][!type 办法]"},
    {"年：2018 机关：国务院", "[year 2018..2018][agency 国务院]"},
    {"date:..2019-03 in:title no:国发(2018)5号", "[date ..2019-03][in title][no 国发(2018)5号]"},
    {"http://example.org/a 责任编辑：张三", "('http://example.org/a'&'责任编辑：张三')"},
    {"\"year:2018\"", "'year:2018'"},
    {"(科技 | 技术) year:2018", "('科技'|'技术')[year 2018..2018]"},
};

START_TEST(questions_become_trees)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(good[_i].text, &error);
    ck_assert_msg(query != NULL, "%s: %s", good[_i].text, error ? error->message : "");
    g_autofree char *tree = printed(query);
    ck_assert_str_eq(tree, good[_i].tree);
}
END_TEST

static const GoodCase bad[] = {
    {"", "question: empty; ask for example: 科技创新, \"dual circulation\" or {mcf}"},
    {"  　", "question: empty; ask for example: 科技创新, \"dual circulation\" or {mcf}"},
    {"科技 \"创新", "question: column 4: this quotation mark is never closed; add \""},
    {"(科技", "question: column 1: this bracket is never closed; add )"},
    {"科技)", "question: column 3: a bracket is closed here that was never opened"},
    {"科技|", "question: column 4: a word is missing here; ask for example: 科技 创新"},
    {"-科技", "question: column 1: only words that must not be there; add one that must"},
    {"{mcf", "question: column 1: this brace is never closed; write {mcf}"},
    {"{}", "question: column 1: nothing between the marks"},
    {"科技 }",
     "question: column 4: nothing to close or to choose from here; put the sign in \"...\" to find it"},
    {"\xFF", "question: not UTF-8; set the terminal's locale to UTF-8"},
    {"a ~10", "question: column 3: nothing behind this sign; write 军民 ~10 融合"},
    {"a ~9999 b",
     "question: column 3: at most 1000 characters apart; for farther ones write A @p B or A @doc B"},
    {"a ~3 -b", "question: column 6: what is not there is not near; write A -B"},
    {"a @art", "question: column 3: nothing behind this sign; write 军民 @art 融合"},
    {"@art a", "question: column 1: nothing before this sign; write 军民 @art 融合"},
    {"a @page b",
     "question: column 3: there is no region @page; write @s, @p, @art or @doc between two words, or "
     "put it in \"...\""},
    {"*?",
     "question: column 1: nothing but wildcards; add a character, or put the signs in \"...\" to find them"},
    {"/第.{1,3}条",
     "question: column 1: this regular expression is never closed; add /, or put the text in \"...\""},
    {"/(a/", "question: column 1: not a regular expression at its character 2 (U_REGEX_MISMATCHED_PAREN); "
             "put \\ before a sign that is "
             "meant as such"},
    {"科技 yaer:2018",
     "question: column 4: there is no filter yaer:; did you mean year:? To find it as text, put it "
     "in \"...\""},
    {"科技 year:", "question: column 9: a value is missing behind the colon"},
    {"科技 year:abc", "question: column 9: not a date; write 2018, 2018..2024, 2018-03.. or ..2018-03-12"},
    {"level:plan|laww", "question: column 12: there is no level laww; did you mean law?"},
    {"in:middle", "question: column 4: in: knows title, heading, article, item, row, note and text"},
    {"(科技 year:2018)",
     "question: column 5: a filter holds for the whole question; write it outside of the brackets"},
    {"year:2018 |", "question: column 11: a word is missing here; ask for example: 科技 创新"},
};

/* The first line of the message; the others show the place. */
START_TEST(a_bad_question_is_told_its_column_and_the_right_form)
{
    GError *error = NULL;
    ck_assert_ptr_null(tifa_query_parse(bad[_i].text, &error));
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", -1);
    ck_assert_str_eq(lines[0], bad[_i].tree);
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_QUERY));
    g_error_free(error);
}
END_TEST

START_TEST(ten_thousand_brackets_are_refused)
{
    g_autofree char *text = g_strnfill(10000, '(');
    GError *error = NULL;
    ck_assert_ptr_null(tifa_query_parse(text, &error));
    ck_assert_ptr_nonnull(error);
    g_error_free(error);
}
END_TEST

START_TEST(a_short_question_is_shown_with_a_caret_under_the_place)
{
    GError *error = NULL;
    ck_assert_ptr_null(tifa_query_parse("科技 \"创新", &error));
    ck_assert_str_eq(error->message, "question: column 4: this quotation mark is never closed; add \"\n"
                                     "  科技 \"创新\n"
                                     "       ^");
    g_error_free(error);
}
END_TEST

START_TEST(a_question_of_a_megabyte_is_refused)
{
    g_autofree char *text = g_strnfill(1 << 20, 'x');
    GError *error = NULL;
    ck_assert_ptr_null(tifa_query_parse(text, &error));
    ck_assert_str_eq(error->message,
                     "question: 1048576 bytes long, at most 65536 are read; ask for a part of it");
    g_error_free(error);
}
END_TEST

START_TEST(a_question_of_ten_thousand_characters_is_one_phrase)
{
    g_autofree char *text = g_strnfill(10000, 'x');
    g_autoptr(TifaQuery) query = tifa_query_parse(text, NULL);
    ck_assert_int_eq(query->root->kind, QUERY_PHRASE);
    ck_assert_uint_eq(strlen(query->root->text), 10000);
}
END_TEST

START_TEST(a_question_of_too_many_words_is_refused)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 1001; i++)
        g_string_append(text, "a ");
    GError *error = NULL;
    ck_assert_ptr_null(tifa_query_parse(text->str, &error));
    ck_assert_str_eq(error->message, "question: column 2001: more than 1000 words; ask in parts");
    g_error_free(error);
}
END_TEST

Suite *suite_query(void)
{
    Suite *suite = suite_create("query");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, questions_become_trees, 0, G_N_ELEMENTS(good));
    tcase_add_loop_test(cases, a_bad_question_is_told_its_column_and_the_right_form, 0, G_N_ELEMENTS(bad));
    tcase_add_test(cases, ten_thousand_brackets_are_refused);
    tcase_add_test(cases, a_short_question_is_shown_with_a_caret_under_the_place);
    tcase_add_test(cases, a_question_of_a_megabyte_is_refused);
    tcase_add_test(cases, a_question_of_ten_thousand_characters_is_one_phrase);
    tcase_add_test(cases, a_question_of_too_many_words_is_refused);
    suite_add_tcase(suite, cases);
    return suite;
}
