#include "search/query.h"

#include <check.h>

/* A tree as text: phrases in quotes, concepts in braces, & | ! ( ). */
static void print(const QueryNode *node, GString *out)
{
    g_string_append(out, node->is_negated ? "!" : "");
    if (node->kind == QUERY_PHRASE)
        g_string_append_printf(out, "'%s'", node->text);
    if (node->kind == QUERY_CONCEPT)
        g_string_append_printf(out, "{%s}", node->text);
    for (size_t i = 0; node->children && i < node->children->len; i++) {
        g_string_append(out, i == 0 ? "(" : node->kind == QUERY_AND ? "&" : "|");
        print(node->children->pdata[i], out);
    }
    g_string_append(out, node->children ? ")" : "");
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
};

START_TEST(questions_become_trees)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(good[_i].text, &error);
    ck_assert_msg(query != NULL, "%s: %s", good[_i].text, error ? error->message : "");
    g_autoptr(GString) tree = g_string_new(NULL);
    print(query->root, tree);
    ck_assert_str_eq(tree->str, good[_i].tree);
}
END_TEST

static const GoodCase bad[] = {
    {"", "question: empty; ask for example: 科技创新, \"dual circulation\" or {mcf}"},
    {"  　", "question: empty; ask for example: 科技创新, \"dual circulation\" or {mcf}"},
    {"科技 \"创新", "question: column 4: this quotation mark is never closed; add \""},
    {"(科技", "question: column 1: this bracket is never closed; add )"},
    {"科技)", "question: column 3: a bracket is closed here that was never opened"},
    {"科技|", "question: column 4: a word is missing here; ask for example: 科技 创新"},
    {"-科技", "question: column 4: only words that must not be there; add one that must"},
    {"{mcf", "question: column 1: this brace is never closed; write {mcf}"},
    {"{}", "question: column 1: nothing between the marks"},
    {"科技 }",
     "question: column 4: nothing to close or to choose from here; put the sign in \"...\" to find it"},
    {"\xFF", "question: not UTF-8; set the terminal's locale to UTF-8"},
};

START_TEST(a_bad_question_is_told_its_column_and_the_right_form)
{
    GError *error = NULL;
    ck_assert_ptr_null(tifa_query_parse(bad[_i].text, &error));
    ck_assert_str_eq(error->message, bad[_i].tree);
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

START_TEST(a_question_of_a_megabyte_is_one_phrase)
{
    g_autofree char *text = g_strnfill(1 << 20, 'x');
    g_autoptr(TifaQuery) query = tifa_query_parse(text, NULL);
    ck_assert_int_eq(query->root->kind, QUERY_PHRASE);
    ck_assert_uint_eq(strlen(query->root->text), 1 << 20);
}
END_TEST

Suite *suite_query(void)
{
    Suite *suite = suite_create("query");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, questions_become_trees, 0, G_N_ELEMENTS(good));
    tcase_add_loop_test(cases, a_bad_question_is_told_its_column_and_the_right_form, 0, G_N_ELEMENTS(bad));
    tcase_add_test(cases, ten_thousand_brackets_are_refused);
    tcase_add_test(cases, a_question_of_a_megabyte_is_one_phrase);
    suite_add_tcase(suite, cases);
    return suite;
}
