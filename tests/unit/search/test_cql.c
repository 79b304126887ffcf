/* The power form of questions: what it is read as, what it finds, and what is said of mistakes. */
#include "asked.h"
#include "query/query.h"

#include <string.h>

/* ---- Reading --------------------------------------------------------------------------------- */

static void print_test(const TokenTest *test, GString *out)
{
    static const char *const names[] = {"any", "word", "char", "pos", "concept", "lang", "and", "or", "not"};
    g_string_append(out, names[test->kind]);
    if (test->value)
        g_string_append_printf(out, " '%s'", test->value);
    for (size_t i = 0; test->children && i < test->children->len; i++) {
        g_string_append(out, i ? " " : "(");
        print_test(test->children->pdata[i], out);
    }
    g_string_append(out, test->children ? ")" : "");
}

static void print_condition(const TokensCondition *condition, GString *out)
{
    static const char *const names[] = {"same", "test", "and", "or", "not"};
    g_string_append_printf(out, " %s", names[condition->kind]);
    if (condition->label)
        g_string_append_printf(out, " %u", condition->label);
    if (condition->other)
        g_string_append_printf(out, " %u by %d", condition->other, (int)condition->attribute);
    if (condition->test)
        print_test(condition->test, out);
    for (size_t i = 0; condition->children && i < condition->children->len; i++)
        print_condition(condition->children->pdata[i], out);
}

static void print_node(const TokensNode *node, GString *out)
{
    static const char *const names[] = {"",    "seq", "choice", "repeat",     "start",
                                        "end", "all", "within", "containing", "where"};
    g_string_append_printf(out, "%s%s", node->is_negated ? "!" : "", names[node->kind]);
    if (node->label)
        g_string_append_printf(out, "%u:", node->label);
    if (node->condition)
        print_condition(node->condition, out);
    if (node->test)
        print_test(node->test, out);
    if (node->kind == TOKENS_REPEAT)
        g_string_append_printf(out, "%u-%u", node->least, node->most);
    if (node->kind >= TOKENS_START && node->kind <= TOKENS_REGION)
        g_string_append_printf(out, "%d", (int)node->region);
    for (size_t i = 0; node->children && i < node->children->len; i++) {
        g_string_append(out, i ? ", " : "(");
        print_node(node->children->pdata[i], out);
    }
    g_string_append(out, node->children ? ")" : "");
}

typedef struct {
    const char *text, *expected;
} ReadCase;

static const ReadCase good[] = {
    {"[word=\"a\"]", "word 'a'"},
    {"［word＝“a”］", "word 'a'"},
    {"[]", "any"},
    {"[word=\"a\"] \"b\" []", "seq(word 'a', word 'b', any)"},
    {"[word=\"a\" & pos!=\"NOUN\" | !(lang='en')]", "or(and(word 'a' not(pos 'NOUN')) not(lang 'en'))"},
    {"[word=\"a\"%cd]? []{2} []{0,5} []{3,} []* []+",
     "seq(repeat0-1(word 'a'), repeat2-2(any), repeat0-5(any), repeat3-1000(any), repeat0-1000(any), "
     "repeat1-1000(any))"},
    {"([word=\"a\"] | [word=\"b\"] []){2}", "repeat2-2(choice(word 'a', seq(word 'b', any)))"},
    {"<s> [] </s>", "seq(start0, any, end0)"},
    {"<s/> containing [word=\"a\"]", "containing(all0, word 'a')"},
    {"[] !within <title/>", "!within(any, all3)"},
    {"[] within <art/> not containing \"x\"", "!containing(within(any, all2), word 'x')"},
    {"[word=\"\\\"\\.\"]", "word '\"\\.'"},
    {"[word=\"a\"] :: match.year > 2015 & type = \"办法\"", "word 'a'"},
    {"[] </art> | <doc/> []", "choice(seq(any, end2), seq(all4, any))"},
    {"a:[] b:\"x\"? a:[]", "seq(1:any, repeat0-1(2:word 'x'), 1:any)"},
    {"1:[] 2:[] & 1.word = 2.word", "where same 1 2 by 1(seq(1:any, 2:any))"},
    {"a：［］ within <s/> ：： a.pos！＝“NOUN”", "within(where not test 1pos 'NOUN'(1:any), all0)"},
    {"a:[] :: match.year > 2015 & (a.lang=\"en\" | !a.pos=\"X\" & a.word!=a.word)",
     "where or test 1lang 'en' and not test 1pos 'X' not same 1 1 by 1(1:any)"},
    {"\"a\" []{0,2} \"b\"", "seq(word 'a', repeat0-2(any), word 'b')"},
};

START_TEST(patterns_become_trees)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(good[_i].text, &error);
    ck_assert_msg(query != NULL, "%s: %s", good[_i].text, error ? error->message : "");
    g_autoptr(GString) tree = g_string_new(NULL);
    print_node(query->root->tokens, tree);
    ck_assert_str_eq(tree->str, good[_i].expected);
}
END_TEST

START_TEST(conditions_become_filters)
{
    g_autoptr(TifaQuery) query = tifa_query_parse(
        "[] :: match.year > 2015 & match.text_year <= 2020 & match.type = \"办法|规定\" & agency != \"a b\"",
        NULL);
    const QueryFilter *const *filters = (const QueryFilter *const *)query->filters->pdata;
    ck_assert_uint_eq(query->filters->len, 4);
    ck_assert_str_eq(filters[0]->values.items[0].from, "2016");
    ck_assert_ptr_null(filters[0]->values.items[0].to);
    ck_assert_str_eq(filters[1]->values.items[0].to, "2020");
    ck_assert_uint_eq(filters[2]->values.length, 2);
    ck_assert(filters[3]->is_negated);
    ck_assert_str_eq(filters[3]->values.items[0].from, "a b");
}
END_TEST

static const ReadCase bad[] = {
    {"[word=\"a\"", "column 1: this bracket is never closed; add ]"},
    {"[wrd=\"a\"]",
     "column 2: there is no attribute wrd, did you mean word? To find the text, put it in \"...\""},
    {"[2018]5号",
     "column 2: there is no attribute 2018, did you mean word? To find the text, put it in \"...\""},
    {"[word]", "column 6: a sign is missing here; write [word=\"科技\"] or [word!=\"科技\"]"},
    {"[word=a]", "column 7: a value in quotation marks is missing here; write [word=\"科技\"]"},
    {"[word=\"a]", "column 7: this quotation mark is never closed; add \""},
    {"[word=\"\"]", "column 7: nothing between the marks; [] stands for any word"},
    {"[word=\"(\"]",
     "column 7: not a regular expression at its character 1 (U_REGEX_MISMATCHED_PAREN); put \\ before "
     "a sign that is meant as such"},
    {"[]{5,2}", "column 3: at most 1000 times, and the smaller number first"},
    {"[]{x}", "column 3: not a number of times; write {2}, {0,5} or {1,}"},
    {"<x> []", "column 1: not a region; write <s>, </s> or <s/>; there are s, p, art, title and doc"},
    {"<art/> containing []",
     "column 1: a place lies in one paragraph; write <p/> or <s/>, or <art/> behind within"},
    {"[] within", "column 10: a word is missing here; write [word=\"科技\"] []{0,5} [word=\"创新\"]"},
    {"[] foo",
     "column 4: not understood from here; write [word=\"科技\"] []{0,5} [word=\"创新\"] within <s/> :: "
     "match.year > 2015"},
    {"[] :: match.yaer > 2000",
     "column 7: no such field or value; write :: match.year > 2015 & match.type = \"办法\""},
    {"a:[] :: b.word = a.word", "column 9: there is no such label; it stands before a word: a:[...]"},
    {"a:[] :: a = a", "column 9: what of the label? write a.word, a.pos or a.lang"},
    {"a:[] :: a.word < a.word",
     "column 9: words are equal or not; write a.word = b.word or a.pos != \"NOUN\""},
    {"a:[] :: a.word = a.pos", "column 18: two labels are compared by one attribute; write a.word = b.word"},
    {"a:[] :: a.concept = a.concept",
     "column 21: concepts are compared with a name; write a.concept = \"mcf\""},
    {"a:[] :: (a.word = a.word | match.year = 2015)",
     "column 10: a filter holds for the whole question; join it to the rest with &, outside of brackets"},
    {"a:[] b:([])", "column 8: a label belongs to one word; write a:[word=\"科技\"]"},
    {"match:[]", "column 1: match means the whole place; take another label"},
    {"[] within a:[]", "column 11: labels stand in the pattern, not behind within"},
    {"a:[] b:[] c:[] d:[] e:[] f:[] g:[] h:[] i:[]", "column 41: at most 8 different labels"},
    {"[] :: title < \"abc\"", "column 7: only years are smaller or larger; write match.year > 2015"},
    {"[word=\"a\"] [char=\"b\"]",
     "column 1: char counts characters, word and pos count words; use one or the other"},
};

START_TEST(a_bad_pattern_is_told_its_column_and_the_right_form)
{
    GError *error = NULL;
    ck_assert_ptr_null(tifa_query_parse(bad[_i].text, &error));
    g_auto(GStrv) lines = g_strsplit(error->message, "\n", 2);
    g_autofree char *expected = g_strconcat("question: ", bad[_i].expected, NULL);
    ck_assert_str_eq(lines[0], expected);
    g_error_free(error);
}
END_TEST

START_TEST(ten_thousand_brackets_are_refused)
{
    for (size_t i = 0; i < 2; i++) {
        g_autofree char *brackets = g_strnfill(10000, '(');
        g_autofree char *text = g_strconcat(i ? "[" : "", brackets, i ? "" : "[", NULL);
        GError *error = NULL;
        ck_assert_ptr_null(tifa_query_parse(text, &error));
        ck_assert_ptr_nonnull(strstr(error->message, "more than 100 brackets"));
        g_error_free(error);
    }
}
END_TEST

/* ---- Finding --------------------------------------------------------------------------------- */

/* Its words: 关于 科学发展 的 报告 / 我们 推动 军民融合发展 。 科学 的 发展 很好 。 / 我们 推动 發展 。 */
static const char *const texts[] = {
    "关于科学发展的报告\n\n我们推动军民融合发展。科学的发展很好。\n我们推动發展。\n",
    "The dual circulation. The dual, circulation of AI.\n",
    NULL,
};

typedef struct {
    const char *question;
    uint64_t places;
} FindCase;

static const FindCase found[] = {
    {"[word=\"发展\"]", 2},
    {"[word=\"發展\"]", 2},
    {"[word=\"发.\"]", 2},
    {"[word=\"科学\"] []{0,1} [word=\"发展\"]", 1},
    {"[word=\"科学\"] [word=\"的\"]? [word=\"发展\"]", 1},
    {"[word!=\"的\"] [word=\"发展\"]", 1},
    {"[word=\"dual\"] [word=\"circulation\"]", 1},
    {"[word=\"DUAL\"] []? [word=\"circulation\"]", 2},
    {"[word=\"dual|AI\"]", 3},
    {"[lang=\"en\"]{2}", 3},
    {"[word=\"推动\"] []* [word=\"发展\"]", 2},
    {"[word=\"推动\"] []* [word=\"很好\"]", 1},
    {"[word=\"推动\"] []* [word=\"很好\"] within <s/>", 0},
    {"<s> [word=\"我们\"]", 2},
    {"<p> [word=\"我们\"]", 2},
    {"<s> [word=\"科学\"]", 1},
    {"[word=\"。|\\.\"] </s>", 5},
    {"<s/> containing [word=\"发展\"]", 2},
    {"<s/> !containing [word=\"发展\"]", 4},
    {"<doc> []", 2},
    {"[word=\"发展\"] within [word=\"科学\"] []{2}", 1},
    {"[concept=\"mcf\"]", 1},
    {"[concept=\"mcf\"] []{0,2} [word=\"。\"]", 1},
    {"[concept=\"mcf|nqpf\"]", 1},
    {"[concept!=\"mcf\" & word=\"融合.*\"]", 0},
    {"[char=\"发\"] [char=\"展\"]", 4},
    {"[char=\"科\"] []{3} [char=\"发\"]", 0},
    {"[char=\"科\"] []{2} [char=\"发\"]", 1},
    {"[pos=\"VERB\" & word=\"推动\"]", 2},
    {"[word=\"发展\"] :: match.path = \"000\"", 2},
    {"[word=\"发展\"] :: match.path != \"000\"", 0},
    {"[word=\"没有\"]", 0},
    {"[] </doc>", 2},
    {"[] </art>", 0},
    {"a:[] []{0,3} b:[] :: a.word = b.word", 1},
    {"a:\"我们\" \"推动\" b:[] :: b.word = \"发.*\"", 1},
    {"a:\"我们\" \"推动\" b:[] :: b.word != \"发.*\"", 1},
    {"a:[lang=\"en\"] [] b:[] :: a.lang = b.lang & a.word != b.word", 2},
    {"a:\"的\"? b:\"发展\" :: a.word = b.word", 0},
    {"a:\"的\"? b:\"发展\" :: a.word != b.word", 2},
    {"a:[word=\"推动\"] []* b:[] :: b.word = \"。\"", 2},
    {"a:[word=\"推动\"] []* b:[] within <s/> :: a.concept = \"mcf\"", 0},
    {"a:[] :: a.concept = \"mcf\"", 1},
};

START_TEST(patterns_find_what_was_worked_out_by_hand)
{
    Sample sample = sample_make(texts);
    uint64_t count = sample_count(&sample, found[_i].question);
    ck_assert_msg(count == found[_i].places, "%s: %d", found[_i].question, (int)count);
    sample_clear(&sample);
}
END_TEST

Suite *suite_cql(void)
{
    Suite *suite = suite_create("cql");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, patterns_become_trees, 0, G_N_ELEMENTS(good));
    tcase_add_test(cases, conditions_become_filters);
    tcase_add_loop_test(cases, a_bad_pattern_is_told_its_column_and_the_right_form, 0, G_N_ELEMENTS(bad));
    tcase_add_test(cases, ten_thousand_brackets_are_refused);
    tcase_add_loop_test(cases, patterns_find_what_was_worked_out_by_hand, 0, G_N_ELEMENTS(found));
    suite_add_tcase(suite, cases);
    return suite;
}
