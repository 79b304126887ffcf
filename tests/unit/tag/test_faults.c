#include "dictionary.h"

#define HEAD "id\tzh\tzh_alt\ten\tbroader\trenamed_to\tvalid_from\tvalid_to\tguards\tflags\n"

static const struct {
    const char *text, *faults;
} cases[] = {
    {"", "1:0 is empty; its first line must name the columns"},
    {"id\tname\n", "1:0 the first line must name the columns id and zh or en\n"
                   "1:2 there is no column \"name\" in this format"},
    {"id\tzh\tzh\n", "1:3 the column \"zh\" stands twice"},
    {HEAD "a\t军\xC3民\n", "2:2 is not UTF-8: byte 0xC3; save the file as UTF-8"},
    {HEAD "a\t军\x01民\n", "2:2 holds the control character U+0001"},
    {HEAD "a\t军民\t\t\t\t\t\t\t\t\t\t\n", "2:11 12 cells, but the first line names 10 columns"},
    {HEAD "A b\t军民\n", "2:1 \"A b\" is no id: an id is of a-z, 0-9 and hyphens"},
    {HEAD "\t军民\n", "2:1 \"\" is no id: an id is of a-z, 0-9 and hyphens"},
    {HEAD "a\t军民\n\na\t融合\n", "4:1 the id \"a\" is already in test.tsv, line 2"},
    {HEAD "a\n", "2:2 neither a Chinese nor an English label"},
    {HEAD "a\t军\n", "2:2 the label \"军\" has fewer than two characters; give it the guard never"},
    {HEAD "a\t军民|融合\n", "2:2 holds one label; further ones go to zh_alt"},
    {HEAD "a\t军民\t军民(融合\n",
     "2:3 label \"军民(融合\": a ( or [ without its end, or with nothing inside"},
    {HEAD "a\t军民\t融合\nb\t融合\n",
     "3:2 the label \"融合\" is also one of a (test.tsv, line 2); take it out of one, or flag both rows amb"},
    {HEAD "a\t军民\t\t\t\t\t\t\t军人=x-\n", "2:9 \"军人\" is no label of this concept"},
    {HEAD "a\t军民\t\t\t\t\t\t\tx-\n", "2:9 \"x-\" is not of the form label=guard|guard"},
    {HEAD "a\t军民\t\t\t\t\t\t\t军民=x\n",
     "2:9 guard \"x\" of 军民: is none of X-, -X, +X-, +-X, near X, @FROM..TO, "
     "quoted, word, anywhere, case, anycase, never"},
    {HEAD "a\t军民\t\t\t\t\t\t\t军民=-\n",
     "2:9 guard \"-\" of 军民: a guard without a word refuses every place"},
    {HEAD "a\t军民\t\t\t\t\t\t\t军民=规-!定\n", "2:9 guard \"规-!定\" of 军民: the exception behind ! must "
                                                "begin with the guard's own word, and be longer"},
    {HEAD "a\t军民\t\t\t\t\t\t\t军民=@2018..2008\n",
     "2:9 guard \"@2018..2008\" of 军民: the range ends before it begins, so the label never counts"},
    {HEAD "a\t军民\t\t\t\t\t\t\t军民=@soon\n",
     "2:9 guard \"@soon\" of 军民: @ must be followed by a date as 2018, 2018-03 or 2018-03-17"},
    {HEAD "a\t军民\t\t\t\t\t\t\t军民=+规定-|规-\n",
     "w2:9 guard \"+规定-\" of \"军民\" asks for what guard \"规-\" refuses"},
    {HEAD "a\t军民\t\t\tb\n", "w2:5 there is no concept \"b\""},
    {HEAD "a\t军民\t\t\tb\nb\t融合\t\t\ta\n", "w3:5 runs in a circle: \"a\" is also narrower"},
    {HEAD "a\t军民\t\t\t\tb\n", "w2:6 \"b\" is not of the form id@2018 or id@2018-03-17"},
    {HEAD "a\t军民\t\t\t\tb@2018\n", "w2:6 there is no concept \"b\""},
    {HEAD "a\t军民\t\t\t\t\t2018\t2008-13\n", "w2:8 \"2008-13\" is no date as 2018, 2018-03 or 2018-03-17"},
    {HEAD "a\t军民\t\t\t\t\t2018\t2008\n", "w2:8 ends before it begins"},
    {HEAD "a\t军民\t\t\t\t\t\t\t\tnew\n", "w2:10 \"new\" is none of the flags amb, old, struct, m"},
    /* none */
    {"\xEF\xBB\xBFid\tzh\r\n# a remark\r\n\r\na\t军民\r\n", ""},
    {HEAD "a\t军民\nb\t军民\t\t\t\t\t\t\t军民=never\n", ""},
    {HEAD "a\t军民\t\t\t\t\t\t\t军民=@..2007\nb\t军民\t\t\t\t\t\t\t军民=@2008..\n", ""},
    {HEAD "a\t包\t\t\t\t\t\t\t包=never\n", ""},
};

START_TEST(a_fault_is_named_with_line_column_and_reason)
{
    g_autofree char *faults = faults_of(cases[_i].text, strlen(cases[_i].text));
    ck_assert_str_eq(faults, cases[_i].faults);
}
END_TEST

START_TEST(a_label_of_501_characters_is_refused_and_500_are_not)
{
    GString *row = g_string_new("id\tzh\na\t");
    for (int i = 0; i < 500; i++)
        g_string_append_unichar(row, 0x4E00 + (gunichar)i);
    g_autofree char *none = faults_of(row->str, row->len);
    ck_assert_str_eq(none, "");
    g_string_append(row, "军");
    g_autofree char *one = faults_of(row->str, row->len);
    ck_assert_str_eq(one, "2:2 a label of 501 characters; at most 500 are possible");
    g_string_free(row, TRUE);
}
END_TEST

START_TEST(a_concept_has_at_most_1000_labels_and_1000_guards)
{
    GString *row = g_string_new("id\tzh\tzh_alt\tguards\na\t军民\t");
    for (int i = 0; i < 1001; i++)
        g_string_append_printf(row, "军民%d|", i);
    g_string_append(row, "\t军民=");
    for (int i = 0; i < 1001; i++)
        g_string_append_printf(row, "门%d-|", i);
    g_autofree char *faults = faults_of(row->str, row->len);
    ck_assert_str_eq(faults, "2:3 more than 1000 labels\n2:4 more than 1000 guards");
    g_string_free(row, TRUE);
}
END_TEST

START_TEST(faults_beyond_a_thousand_are_counted)
{
    GString *rows = g_string_new("id\tzh\n");
    for (int i = 0; i < 5000; i++)
        g_string_append(rows, "A\t军民\n");
    TifaConceptSource source = {"many.tsv", rows->str, rows->len};
    g_autoptr(TifaFaults) faults = tifa_concepts_check(NULL, &source, 1, NULL);
    ck_assert_uint_eq(faults->errors, 5000);
    ck_assert_uint_eq(faults->length, 1000);
    g_string_free(rows, TRUE);
}
END_TEST

START_TEST(loading_fails_with_the_first_error_and_the_number_of_the_others)
{
    const char *text = "id\tzh\nA\t军民\nB\t军民\n";
    TifaConceptSource source = {"bad.tsv", text, strlen(text)};
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(tifa_concepts_load_all(NULL, &source, 1, &error));
    ck_assert_str_eq(error->message,
                     "bad.tsv: line 2, column 1: \"A\" is no id: an id is of a-z, 0-9 and hyphens "
                     "(and 1 more); tifa concept check names all faults");
}
END_TEST

START_TEST(a_missing_file_is_named)
{
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(tifa_concepts_load("/no/such/file.tsv", &error));
    ck_assert(g_str_has_prefix(error->message, "/no/such/file.tsv: "));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
}
END_TEST

Suite *suite_faults(void);

Suite *suite_faults(void)
{
    Suite *suite = suite_create("faults");
    TCase *tests = tcase_create("faults");
    tcase_add_loop_test(tests, a_fault_is_named_with_line_column_and_reason, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(tests, a_label_of_501_characters_is_refused_and_500_are_not);
    tcase_add_test(tests, a_concept_has_at_most_1000_labels_and_1000_guards);
    tcase_add_test(tests, faults_beyond_a_thousand_are_counted);
    tcase_add_test(tests, loading_fails_with_the_first_error_and_the_number_of_the_others);
    tcase_add_test(tests, a_missing_file_is_named);
    suite_add_tcase(suite, tests);
    return suite;
}
